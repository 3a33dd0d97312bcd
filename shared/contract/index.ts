import { appService } from './appService';
import { caseService } from './caseService';
import { printService } from './printService';

/** The whole contract between processes, as one value: clients, servers and test fakes are derived from it. */
export const contract = { app: appService, case: caseService, print: printService } as const;

export { appService, caseService, printService };
export type { AppService, AppSettings, ChosenFile, RecentCase } from './appService';
export type { CaseService } from './caseService';
export type { PrintService } from './printService';
export type { ArgumentsOf, Client, EventPayload, Handlers, Listen, ResultOf, Service } from './definition';
export { Failure, FAILURE_CODES, replyOf, valueOf, type FailureCode, type Reply } from './failure';
export type * from './views';
export type * from './time';
export type * from './reading';
export type * from './exporting';
export type * from './importing';
