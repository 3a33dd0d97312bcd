import { qualityWork } from '../quality/look';
import { work } from '../threadWork';

/** Looks through a case for what is doubtful, wrong or missing, off its main thread. */
void work(qualityWork);
