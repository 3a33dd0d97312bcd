import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { relays } from '../../../shared/analysis/traffic/chains';
import { contactsOf } from '../../../shared/analysis/traffic/contacts';
import { doubles } from '../../../shared/analysis/traffic/doubles';
import { REPLACEMENT_OPTIONS, replacements, spansOf } from '../../../shared/analysis/traffic/replacements';
import { silences } from '../../../shared/analysis/traffic/silences';
import { chosenOf, momentOf, type ArgumentsFor, type Asking } from './asking';
import { dealingsAt, namesOf } from './named';
import { DAY, happeningsOf } from './subset';

type Requests = CaseService['requests'];
/** Of a relay so many examples are named. */
const EXAMPLES = 20;

/** Answers case.replacements. Throws Failure chartNotFound. */
export function replaced(asking: Asking, args: ArgumentsFor<'case.replacements'>): ResultOf<Requests['case.replacements']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.calls, args);
  asking.step(0, 3);
  const contacts = contactsOf(happeningsOf(chosen, 'day'));
  asking.step(1, 3);
  const found = replacements(contacts, { least: args.least, gap: args.gap * DAY, overlap: args.overlap * DAY, score: args.score, hub: REPLACEMENT_OPTIONS.hub });
  const spans = spansOf(contacts);
  const rows = found.slice(0, args.most);
  const name = namesOf(db, traffic.calls, rows.flatMap(({ old, next, shared }) => [old, next, ...shared]));
  return {
    told: { ...chosen.told, found: found.length },
    rows: rows.map(({ old, next, score, shared, contacts: [before, after], gap }) => ({ old: name(old), next: name(next), score, shared: shared.map(name), contacts: [before, after], gap: gap / DAY, lastOld: spans.until[old]!, firstNext: spans.from[next]! })),
  };
}

/** Answers case.silences: up to the last moment that is known of any of what was chosen. Throws Failure chartNotFound. */
export function silent(asking: Asking, args: ArgumentsFor<'case.silences'>): ResultOf<Requests['case.silences']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.calls, args);
  asking.step(0, 2);
  const happenings = happeningsOf(chosen, 'day');
  const end = happenings.start.reduce((last, moment) => (moment > last ? moment : last), -Infinity);
  const found = silences(happenings, end, { least: args.least * DAY, times: args.times, happenings: args.happenings });
  const rows = found.slice(0, args.most);
  const name = namesOf(db, traffic.calls, rows.map(({ party }) => party));
  return { told: { ...chosen.told, found: found.length }, rows: rows.map(({ party, from, until, times }) => ({ entity: name(party), from, until: momentOf(until), times })) };
}

/** Answers case.relays: of what has a time. Throws Failure chartNotFound, and what `step` throws. */
export function passedOn(asking: Asking, args: ArgumentsFor<'case.relays'>): ResultOf<Requests['case.relays']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.calls, args);
  const found = relays(happeningsOf(chosen, 'exact'), args.minutes * 60_000, args.least, asking.step);
  const rows = found.slice(0, args.most).map((row) => ({ ...row, examples: row.examples.slice(0, EXAMPLES).map(([a, b]) => [chosen.places[a]!, chosen.places[b]!] as const) }));
  const name = namesOf(db, traffic.calls, rows.flatMap(({ parties }) => parties));
  const view = dealingsAt(db, traffic.calls, rows.flatMap(({ examples }) => examples.flat()));
  return {
    told: { ...chosen.told, found: found.length },
    rows: rows.map(({ parties: [a, b, c], count, share, examples }) => ({ parties: [name(a), name(b), name(c)], count, share, examples: examples.map(([first, second]) => [view(first), view(second)]) })),
  };
}

/** Answers case.doubles: of what has a time. Throws Failure chartNotFound. */
export function twice(asking: Asking, args: ArgumentsFor<'case.doubles'>): ResultOf<Requests['case.doubles']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.calls, args);
  asking.step(0, 2);
  const found = doubles(happeningsOf(chosen, 'exact'), { apart: args.apart * 1000, length: args.length * 1000 });
  const rows = found.slice(0, args.most).map((group) => group.map((at) => chosen.places[at]!));
  const view = dealingsAt(db, traffic.calls, rows.flat());
  return { told: { ...chosen.told, found: found.length }, rows: rows.map((group) => ({ dealings: group.map(view) })) };
}
