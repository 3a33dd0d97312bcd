/** Why a blinded file, or what was asked with one, is refused. */
export type RefusalCode =
  /** No file of this format, cut short, longer than it says, of another checksum, out of order or with an entry twice. */
  | 'blindDamaged'
  /** Of a later version of the format, or of another way to make entries. */
  | 'blindNewer'
  /** Holds something that is no point of the curve, or the neutral one. */
  | 'blindPoint'
  /** Of another session, or an answer to another file than the one that was sent. */
  | 'blindSession'
  /** Of another round than is awaited. */
  | 'blindRound'
  /** Says other terms than were agreed. */
  | 'blindTerms'
  /** The session was answered before. */
  | 'blindReplayed'
  /** Gives our own list back as another's. */
  | 'blindReflected'
  /** Unsigned where a signature is awaited, wrongly signed, or signed by another. */
  | 'blindSignature'
  /** Meant for another service. */
  | 'blindNotForUs'
  | 'blindExpired'
  /** A list is longer than was agreed, or than this workstation allows. */
  | 'blindTooLarge'
  /** There is no entry of an agreed kind. */
  | 'blindEmpty';

/** A refusal of a blinded list. `details` never hold entries. */
export class Refusal extends Error {
  constructor(readonly code: RefusalCode, readonly details: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refusal';
  }
}
