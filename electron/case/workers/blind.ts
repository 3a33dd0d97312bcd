import { parentPort } from 'node:worker_threads';
import { doSlice } from '../blind/points';
import { Refusal } from '../blind/refusal';
import type { SliceOrder, SliceWord } from '../blind/threads';

/** Works on points slice after slice, off the case's main thread. Ended from outside. */
parentPort?.on('message', ({ at, slice }: SliceOrder) => {
  const say = (word: SliceWord): void => parentPort?.postMessage(word);
  try {
    say({ at, points: doSlice(slice) });
  } catch (error) {
    say({ at, refused: error instanceof Refusal ? error.code : null, message: error instanceof Error ? error.message : String(error) });
  }
});
