import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { Failure, replyOf, type Reply } from '../../shared/contract/failure';
import type { Catalogue } from '../../shared/schema/catalogue';
import { loadCatalogue } from './catalogue';
import { openDatabase } from './db/database';
import { CASE_FILE } from './folder';
import type { QuestionOrder, QuestionWord } from './questionThread';

/** Progress is told so often, ms. */
const TOLD_EVERY = 200;

/**
 * In a thread of a QuestionThread: answers each question that comes, over a connection that cannot write. `answer` calls its last argument between pieces of work; it throws
 * "cancelled" when the question is given up. Ended from outside.
 */
export function answerQuestions<Memory, Question>(memoryOf: (db: Database) => Memory, answer: (db: Database, catalogue: Catalogue, memory: Memory, ask: Question, step: (done: number, total: number) => void) => unknown): void {
  const { folder, key, flag } = workerData as QuestionOrder;
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  const db = openDatabase(join(folder, CASE_FILE), { key: held, readOnly: true, cacheMiB: 32 });
  held?.fill(0);
  const memory = memoryOf(db);
  const say = (word: QuestionWord): void => parentPort?.postMessage(word);
  const answered = (ask: Question): Reply<unknown> => {
    let told = Date.now();
    try {
      // At one moment of the case, whatever is written meanwhile.
      const value = db.transaction(() => answer(db, loadCatalogue(db).catalogue, memory, ask, (done, total) => {
        if (Atomics.load(stop, 0) !== 0) throw new Failure('cancelled');
        if (Date.now() - told < TOLD_EVERY) return;
        told = Date.now();
        say({ kind: 'progress', progress: { phase: 'comparing', done: Math.round((1000 * done) / Math.max(total, 1e-9)), total: 1000, rows: 0 } });
      })).deferred();
      return { ok: true, value };
    } catch (error) {
      return replyOf(error);
    }
  };
  parentPort?.on('message', (ask: Question) => say({ kind: 'done', reply: answered(ask) }));
}
