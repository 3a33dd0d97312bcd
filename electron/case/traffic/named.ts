import type { Database } from 'better-sqlite3';
import type { DealingView } from '../../../shared/contract/traffic';
import { entityIds, linkFacts } from '../network/identified';
import { amountText } from './amounts';
import type { Dealings, Money } from './dealings';

/** Ids of parties. */
export function namesOf(db: Database, { keys }: Dealings, parties: Iterable<number>): (party: number) => string {
  const wanted = [...new Set(parties)];
  const ids = entityIds(db, wanted.map((party) => keys[party]!));
  const known = new Map(wanted.map((party, at) => [party, ids[at] ?? '']));
  return (party) => known.get(party) ?? '';
}

const isMoney = (whole: Dealings): whole is Money => 'amount' in whole && (whole as Money).amount.length > 0;

/** Views of happenings by their place in the whole. */
export function dealingsAt(db: Database, whole: Dealings, places: Iterable<number>): (at: number) => DealingView {
  const wanted = [...new Set(places)];
  const facts = linkFacts(db, wanted.map((at) => whole.links[at]!));
  const name = namesOf(db, whole, wanted.flatMap((at) => [whole.from[at]!, whole.to[at]!]));
  return (at) => {
    const fact = facts.get(whole.links[at]!);
    const of = isMoney(whole) ? whole.currencies[whole.currency[at]!] : undefined;
    return { link: fact?.id ?? '', type: fact?.type ?? '', from: name(whole.from[at]!), to: name(whole.to[at]!), start: fact?.start ?? null, amount: of === undefined || !isMoney(whole) ? null : amountText(whole.amount[at]!, of) };
  };
}
