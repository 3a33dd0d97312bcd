import { viewCase } from '../releasable/view';
import { work } from '../threadWork';

/** Builds the case as a recipient would get it, off the case's main thread. */
void work(viewCase);
