import { blindWork } from '../blinding/work';
import type { BlindRequest, BlindResult } from '../blinding/work';
import { work } from '../threadWork';

/** Does one round of a comparison with another service, off the case's main thread. */
void work<BlindRequest, BlindResult>((place, request, watch) => blindWork(place, request, watch));
