import type { trafficRequests } from '../../../shared/contract/traffic';
import { QuestionThread, type Ask } from '../questionThread';
import type { CaseStore } from '../store';
import { workerFile } from '../threads';

export type TrafficQuestion = keyof typeof trafficRequests;
export type TrafficAsk = Ask<TrafficQuestion>;

/** Answers questions about calls and payments of a case in a thread that keeps them in memory between questions. */
export class TrafficThread extends QuestionThread<TrafficQuestion> {
  constructor(store: CaseStore, file: string = workerFile('traffic')) {
    super(store, file);
  }
}
