import { countImport } from '../counting';
import { work } from '../threadWork';

/** Counts what one import would bring, off the case's main thread. */
void work(countImport);
