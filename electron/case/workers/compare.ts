import { parentPort, workerData } from 'node:worker_threads';
import { replyOf } from '../../../shared/contract/failure';
import type { CompareOrder, CompareWord } from '../versions/comparisons';
import { compareWithSource } from '../versions/compareWithSource';

/** Compares one file with a table of the case off the case's main thread and ends. Cancel comes as a flag in shared memory, since a busy thread hears no messages. */
async function work(): Promise<void> {
  const { folder, key, request, flag } = workerData as CompareOrder;
  const say = (word: CompareWord): void => parentPort?.postMessage(word);
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  try {
    const value = await compareWithSource({ folder, key: held }, request, { progress: (progress) => say({ kind: 'progress', progress }), cancelled: () => Atomics.load(stop, 0) !== 0, beat: () => void Atomics.add(stop, 1, 1) });
    say({ kind: 'done', reply: { ok: true, value } });
  } catch (error) {
    say({ kind: 'done', reply: replyOf(error) });
  } finally {
    held?.fill(0);
  }
}

void work();
