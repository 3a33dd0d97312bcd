import type { networkRequests } from '../../../shared/contract/network';
import type { patternRequests } from '../../../shared/contract/pattern';
import { QuestionThread, type Ask } from '../questionThread';
import type { CaseStore } from '../store';
import { workerFile } from '../threads';

export type NetworkQuestion = keyof typeof networkRequests | Exclude<keyof typeof patternRequests, 'case.patterns'>;
export type NetworkAsk = Ask<NetworkQuestion>;

/** Answers questions about the network of a case in a thread that keeps the network in memory between them. */
export class NetworkThread extends QuestionThread<NetworkQuestion> {
  constructor(store: CaseStore, file: string = workerFile('network')) {
    super(store, file);
  }
}
