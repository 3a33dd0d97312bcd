import { parentPort, workerData } from 'node:worker_threads';
import { MatchThread, type MatchOrder, type MatchRequest } from '../matching/thread';

/** Looks for who may be who in the background, off the case's main thread. Ended from outside, or by its flag. */
async function work(): Promise<void> {
  const thread = new MatchThread(workerData as MatchOrder, (word) => parentPort?.postMessage(word));
  parentPort?.on('message', (request: MatchRequest) => thread.take(request));
  await thread.run();
  parentPort?.close();
}

void work();
