import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/failure';
import { Contents } from '../db/contents';
import { Looker } from '../shares/looker';
import type { LookOrder, LookRequest, LookWord } from '../shares/looker';

/** Sign of life while there is nothing to do, ms. */
const BEAT = 5000;

/** Looks into one share until told to end. A mount that hangs blocks this thread and nothing else. */
async function work(): Promise<void> {
  const { key, flag, ...order } = workerData as LookOrder;
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const stop = new Int32Array(flag);
  const stopped = (): boolean => Atomics.load(stop, 0) !== 0;
  const contents = Contents.open(order.folder, held);
  held?.fill(0);
  let wake = (): void => undefined;
  // Resting is not hanging.
  const beat = setInterval(() => parentPort?.postMessage({ kind: 'beat' } satisfies LookWord), BEAT);
  try {
    const looker = new Looker(order, contents, (word: LookWord) => parentPort?.postMessage(word), stopped);
    parentPort?.on('message', (request: LookRequest | { readonly kind: 'stop' }) => {
      if (request.kind !== 'stop') looker.take(request);
      wake();
    });
    while (!stopped()) {
      const pause = looker.round();
      await new Promise<void>((resolve) => {
        const timer = pause === Infinity ? null : setTimeout(resolve, pause);
        wake = () => {
          if (timer !== null) clearTimeout(timer);
          resolve();
        };
      });
    }
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) throw error;
  } finally {
    clearInterval(beat);
    contents.close();
    parentPort?.close();
  }
}

void work();
