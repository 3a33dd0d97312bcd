import { parentPort, workerData } from 'node:worker_threads';
import { replyOf } from '../../../shared/contract/failure';
import { mapApart } from '../importers/apart';
import type { MapOrder } from '../importers/apart';
import { runImport } from '../importing';
import type { Progress } from '../importers/watch';
import type { ImportOrder, ImportWord } from '../importWorker';

/** Runs one import off the case's main thread and ends. Cancel comes as a flag in shared memory, since a busy thread hears no messages. */
async function work({ folder, key, request, flag, file }: ImportOrder): Promise<void> {
  const say = (word: ImportWord): void => parentPort?.postMessage(word);
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  try {
    const watch = { progress: (progress: Progress) => say({ kind: 'progress', progress }), cancelled: () => Atomics.load(stop, 0) !== 0, beat: () => void Atomics.add(stop, 1, 1), kept: (sha256: string) => say({ kind: 'kept', sha256 }), apart: { file, flag } };
    await runImport({ folder, key: held }, request, watch, (report) => say({ kind: 'done', reply: { ok: true, value: report } }));
  } catch (error) {
    say({ kind: 'done', reply: replyOf(error) });
  } finally {
    held?.fill(0);
  }
}

const order = workerData as ImportOrder | MapOrder;
if (!('maps' in order)) void work(order);
else if (parentPort !== null) void mapApart(order, parentPort);
