/** Why a command cannot be planned: failure codes of the contract that a plan may give. */
export type RefusalCode = 'subjectNotFound' | 'chartNotFound' | 'briefingNotFound' | 'sourceNotFound' | 'statementRetracted' | 'linkEndsNotAllowed' | 'typeUnknown' | 'typeInvalid' | 'selfLink' | 'needsPermission' | 'schemeInvalid' | 'schemeInUse' | 'handlingOfSource' | 'handlingInvalid' | 'tooManyStatements' | 'judgedOtherwise' | 'judgementNotFound' | 'watchListNotFound' | 'groupInItself' | 'snapshotInUse';

/** Thrown by a plan. The case process turns it into the Failure of the same code. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
