import { acrossWork } from '../across/sync';
import { work } from '../threadWork';

/** Keeps the index across cases up to date, or lists what other cases know, off the case's main thread. */
void work(acrossWork);
