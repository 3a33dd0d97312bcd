import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { identityOf } from '../db/identity';
import { choose, partiesOf, type Chosen } from './chosen';
import type { Dealings } from './dealings';
import type { Traffic } from './trafficMemory';
import type { TrafficQuestion } from './trafficThread';

/** What an answer is made of. */
export interface Asking {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly traffic: Traffic;
  /** To be called between pieces of work; throws when the question is given up. */
  readonly step: (done: number, total: number) => void;
}
export type ArgumentsFor<Question extends TrafficQuestion> = ParsedArgumentsOf<CaseService['requests'][Question]>;

/** A moment as the contract has it. */
export const momentOf = (moment: number | undefined): number | null => (moment === undefined || !Number.isFinite(moment) ? null : moment);

/** The parties that an entity stands for. */
export function standing({ db, catalogue, traffic }: Asking, whole: Dealings): (id: string) => number[] {
  const identity = identityOf(db, traffic.mode);
  const lasting = catalogue.linkTypes.filter(({ occurrence }) => !occurrence).map(({ id }) => id);
  return (id) => partiesOf(db, lasting, whole, (n) => identity.membersOf(identity.topOf(n)), id);
}

/** The dealings that a question is about. Throws Failure chartNotFound. */
export const chosenOf = <Of extends Dealings>(asking: Asking, whole: Of, args: Pick<ArgumentsFor<'case.relays'>, 'scope' | 'from' | 'until'>): Chosen<Of> => choose(asking.db, whole, args, standing(asking, whole));
