import type { ImportCount } from '../../shared/contract/importing';
import type { CountRequest } from './counting';
import type { CaseStore } from './store';
import { Threads, workerFile } from './threads';

/** Dry runs over whole files. `run` rejects with the failures of countImport. */
export class Counts extends Threads<CountRequest, ImportCount> {
  constructor(store: CaseStore, worker: string = workerFile('count')) {
    super(store, worker);
  }
}
