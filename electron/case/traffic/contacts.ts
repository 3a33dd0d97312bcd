import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { ContactView } from '../../../shared/contract/traffic';
import { changedContacts, commonContacts, contactsOf, type Contact } from '../../../shared/analysis/traffic/contacts';
import { stretchOf } from '../../../shared/briefing/timeScale';
import { chosenOf, momentOf, standing, type ArgumentsFor, type Asking } from './asking';
import { namesOf } from './named';
import { happeningsOf, ofParties } from './subset';

const seen = ({ count, out, first, last }: Contact): ContactView => ({ count, out, first: momentOf(first), last: momentOf(last) });

/** Answers case.commonContacts. Throws Failure subjectNotFound where fewer than two of those asked about have calls, chartNotFound. */
export function common(asking: Asking, args: ArgumentsFor<'case.commonContacts'>): ResultOf<CaseService['requests']['case.commonContacts']> {
  const { db, traffic } = asking;
  const { calls } = traffic;
  const parties = [...new Set(args.ids.flatMap(standing(asking, calls)))];
  if (parties.length < 2) throw new Failure('subjectNotFound');
  const chosen = ofParties(chosenOf(asking, calls, args), parties);
  const found = commonContacts(contactsOf(happeningsOf(chosen, 'day')), parties, args.least);
  const rows = found.slice(0, args.most);
  const name = namesOf(db, calls, [...parties, ...rows.map(({ other }) => other)]);
  return {
    told: { ...chosen.told, counted: chosen.places.length, found: found.length }, parties: parties.map(name),
    rows: rows.map(({ other, shared, by }) => ({ entity: name(other), shared, by: by.map((each) => (each === null ? null : seen(each))) })),
  };
}

/** Answers case.changedContacts; of a person with several phones those of all. Throws Failure subjectNotFound, chartNotFound. */
export function changed(asking: Asking, args: ArgumentsFor<'case.changedContacts'>): ResultOf<CaseService['requests']['case.changedContacts']> {
  const { db, traffic } = asking;
  const { calls } = traffic;
  const parties = standing(asking, calls)(args.id);
  const moment = stretchOf(args.at)?.from;
  const [party] = parties;
  if (party === undefined || moment === undefined) throw new Failure('subjectNotFound');
  const chosen = ofParties(chosenOf(asking, calls, args), parties);
  const happenings = happeningsOf(chosen, 'day');
  // Several phones of one person are one party here.
  const own = new Set(parties);
  const one = (end: number): number => (own.has(end) ? party : end);
  const joined = { ...happenings, from: happenings.from.map(one), to: happenings.to.map(one) };
  const { appeared, dropped, kept } = changedContacts(contactsOf(joined, { from: -Infinity, until: moment }), contactsOf(joined, { from: moment, until: Infinity }), party);
  const name = namesOf(db, calls, [...parties, ...appeared.map(({ other }) => other), ...dropped.map(({ other }) => other), ...kept.map(({ other }) => other)]);
  return {
    told: { ...chosen.told, counted: chosen.places.length, found: appeared.length + dropped.length + kept.length }, parties: parties.map(name),
    appeared: appeared.map((each) => ({ entity: name(each.other), ...seen(each) })),
    dropped: dropped.map((each) => ({ entity: name(each.other), ...seen(each) })),
    kept: kept.map(({ other, before, after }) => ({ entity: name(other), before: seen(before), after: seen(after) })),
  };
}
