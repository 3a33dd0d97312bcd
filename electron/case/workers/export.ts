import { work } from '../threadWork';
import { exportData } from '../writers/exportData';

/** Writes one export, off the case's main thread. */
void work(exportData);
