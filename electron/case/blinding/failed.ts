import { Failure } from '../../../shared/contract/failure';
import { Refusal } from '../blind/refusal';

/** A refused list as a failure that a user can act on; anything else as it is. */
export function failureOfBlind(error: unknown): unknown {
  return error instanceof Refusal ? new Failure(error.code, error.details, { cause: error }) : error;
}
