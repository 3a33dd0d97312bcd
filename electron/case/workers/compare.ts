import { work } from '../threadWork';
import { compareWithSource } from '../versions/compareWithSource';

/** Compares one file with a table of the case, off the case's main thread. */
void work(compareWithSource);
