import { parentPort, workerData } from 'node:worker_threads';
import { replyOf } from '../../shared/contract/failure';
import type { CasePlace } from './importers/document';
import type { Progress, Watch } from './importers/watch';
import type { Order, Word } from './threads';

/**
 * Does in a thread what it was started for, and ends. Cancel comes as a flag in shared memory, since a busy thread hears no messages; each sign of life
 * counts up beside it.
 */
export async function work<Request, Result>(run: (place: CasePlace, request: Request, watch: Watch) => Promise<Result>): Promise<void> {
  const { folder, key, request, flag } = workerData as Order<Request>;
  const say = (word: Word<Result>): void => parentPort?.postMessage(word);
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const state = new Int32Array(flag);
  try {
    const watch: Watch = { progress: (progress: Progress) => say({ kind: 'progress', progress }), cancelled: () => Atomics.load(state, 0) !== 0, beat: () => void Atomics.add(state, 1, 1) };
    say({ kind: 'done', reply: { ok: true, value: await run({ folder, key: held }, request, watch) } });
  } catch (error) {
    say({ kind: 'done', reply: replyOf(error) });
  } finally {
    held?.fill(0);
  }
}
