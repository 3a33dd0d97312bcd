import { parentPort, workerData } from 'node:worker_threads';
import { replyOf } from '../../../shared/contract/failure';
import { countImport } from '../counting';
import type { CountOrder, CountWord } from '../counts';

/** Counts what one import would bring off the case's main thread and ends. Cancel comes as a flag in shared memory, since a busy thread hears no messages. */
async function work(): Promise<void> {
  const { folder, key, request, flag } = workerData as CountOrder;
  const say = (word: CountWord): void => parentPort?.postMessage(word);
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  try {
    const counted = await countImport({ folder, key: held }, request, { progress: (progress) => say({ kind: 'progress', progress }), cancelled: () => Atomics.load(stop, 0) !== 0, beat: () => void Atomics.add(stop, 1, 1) });
    say({ kind: 'done', reply: { ok: true, value: counted } });
  } catch (error) {
    say({ kind: 'done', reply: replyOf(error) });
  } finally {
    held?.fill(0);
  }
}

void work();
