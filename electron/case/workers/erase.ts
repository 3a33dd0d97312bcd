import { eraseApart } from '../erasure/erasures';
import { work } from '../threadWork';

/** Erases for good, off the case's main thread. */
void work(eraseApart);
