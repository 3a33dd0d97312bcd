import type { Marking } from '../model/evaluation';
import type { Purpose, RecipientRecord } from '../model/recipient';

/** For whom something leaves, what for, and on which day (permissions begin and end): all that the gate knows of the other side. */
export interface Audience {
  /** Null: the service that holds the case. */
  readonly recipient: Pick<RecipientRecord, 'id' | 'name' | 'service' | 'rights' | 'permissions'> | null;
  readonly purpose: Purpose;
  /** "2026-05-03". */
  readonly on: string;
  /** What a statement that bears no marking of its own stands under: the marking of its case. Null or left out: nothing. */
  readonly unmarked?: Marking | null;
}

/** The service's own use: nothing is held back. The day does not matter. */
export const INTERNAL: Audience = { recipient: null, purpose: 'internal', on: '' };
