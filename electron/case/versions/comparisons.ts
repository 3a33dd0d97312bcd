import type { VersionDifference } from '../../../shared/contract/sharing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { PATIENCE } from '../guard';
import type { Document } from '../importers/document';
import type { CaseStore } from '../store';
import { Threads, workerFile } from '../threads';

export interface CompareRequest {
  readonly document: Document;
  /** Id of the source that it may be a later version of. */
  readonly source: string;
  readonly mapping: Mapping;
}

/** Seconds without a sign of life: between the two tables rows are put in order. */
const SORTING = 120;

/** The comparisons of one open case. `run` rejects with the failures of compareWithSource. */
export class Comparisons extends Threads<CompareRequest, VersionDifference> {
  constructor(store: CaseStore, worker: string = workerFile('compare')) {
    super(store, worker, { ...PATIENCE, still: SORTING });
  }
}
