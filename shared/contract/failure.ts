/** Every way in which a request can fail. The page has a sentence with a next step for each, in four languages (namespace "failures"). */
export const FAILURE_CODES = [
  'invalidArguments', 'unknownRequest', 'internal', 'cancelled', 'connectionLost',
  'caseNotFound', 'caseNotOpen', 'notACase', 'caseDamaged', 'caseNewer', 'caseLocked', 'caseReadOnly', 'caseExists', 'caseOnNetwork',
  'wrongPassphrase', 'passphraseTooShort', 'keyFileMissing', 'keyFileDamaged', 'tooManyTries',
  'folderReadOnly', 'diskFull', 'fileNotFound', 'fileLocked', 'fileUnreadable', 'fileEmpty', 'fileTooLarge', 'fileStalled', 'fileNotThisFormat', 'fileHoldsMany', 'fileEncrypted', 'fileChanged', 'noRows', 'noSheet',
  'tokenUnknown', 'subjectNotFound', 'chartNotFound', 'briefingNotFound', 'sourceNotFound', 'statementRetracted', 'linkEndsNotAllowed', 'typeUnknown', 'typeInvalid', 'selfLink',
  'nothingToUndo', 'nothingToRedo', 'mappingInvalid', 'recipeInvalid', 'recipeNotFound', 'alreadyImported', 'importRunning', 'shareNotFound', 'shareInsideCase', 'shareTwice', 'fileNotKept', 'versionDiffers', 'exportFailed', 'tooManyRows', 'withheldFound', 'usage',
  'viewingAs', 'pastView', 'recipientNotFound', 'recipientWithoutRights', 'releaseNotFound', 'needsPermission', 'reasonNeeded', 'schemeInvalid', 'schemeInUse', 'handlingOfSource', 'handlingInvalid', 'tooManyStatements', 'nothingMayLeave', 'bundleDamaged', 'bundleSignature', 'bundleNotForUs', 'bundleNewer', 'bundleOfThisCase', 'cardInvalid', 'certificateInvalid', 'nothingToErase',
  'judgedOtherwise', 'tooFewJudged', 'judgementNotFound', 'watchListEmpty', 'watchListTooLong', 'watchListNotFound', 'workstationStoreDamaged', 'blindDamaged', 'blindNewer', 'blindPoint', 'blindSession', 'blindRound', 'blindTerms', 'blindReplayed', 'blindReflected', 'blindSignature', 'blindNotForUs', 'blindExpired', 'blindTooLarge', 'blindEmpty', 'blindNotFound', 'nothingToRequest', 'groupInItself', 'snapshotInUse', 'patternInvalid',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/**
 * A failure that a user can act on. `details` fill the placeholders of its sentence (file name, limit); they may name files, never case content.
 * The message is for logs and tests only.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FailureCode, details: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }
}

/** What goes over a port or channel in answer to a request: never an exception, because Electron keeps only an error's message. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string; readonly details: Readonly<Record<string, string | number>> };

/** Turns whatever was thrown into a reply. What is not a Failure becomes "internal"; its message stays in this machine's log. */
export function replyOf(error: unknown): Reply<never> {
  if (error instanceof Failure) return { ok: false, code: error.code, message: error.message, details: error.details };
  return { ok: false, code: 'internal', message: error instanceof Error ? error.message : String(error), details: {} };
}

/** The value of a reply, or throws its Failure. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Failure(reply.code, reply.details);
}
