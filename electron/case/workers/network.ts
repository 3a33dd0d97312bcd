import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure, replyOf, type Reply } from '../../../shared/contract/failure';
import { loadCatalogue } from '../catalogue';
import { openDatabase } from '../db/database';
import { CASE_FILE } from '../folder';
import { answer } from '../network/answer';
import type { NetworkAsk, NetworkOrder, NetworkWord } from '../network/networkThread';
import { NetworkMemory } from '../network/wholeNetwork';

/** Progress is told so often, ms. */
const TOLD_EVERY = 200;

/** Answers questions about the network over a connection that cannot write. Ended from outside. */
function work(): void {
  const { folder, key, flag } = workerData as NetworkOrder;
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  const db = openDatabase(join(folder, CASE_FILE), { key: held, readOnly: true, cacheMiB: 32 });
  held?.fill(0);
  const memory = new NetworkMemory(db);
  const say = (word: NetworkWord): void => parentPort?.postMessage(word);
  const answered = (ask: NetworkAsk): Reply<unknown> => {
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
  parentPort?.on('message', (ask: NetworkAsk) => say({ kind: 'done', reply: answered(ask) }));
}

work();
