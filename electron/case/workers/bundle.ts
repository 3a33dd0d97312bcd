import { work } from '../threadWork';
import { bundleWork } from '../bundles/work';

/** Writes, opens or unites one bundle, off the case's main thread. */
void work(bundleWork);
