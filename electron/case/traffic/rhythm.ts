import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { BelgianTime, rhythmOf } from '../../../shared/analysis/traffic/rhythm';
import { chosenOf, type ArgumentsFor, type Asking } from './asking';
import { dealingsAt } from './named';
import { DAY, happeningsOf } from './subset';

const HOUR = 3_600_000;

/** Answers case.rhythm: of what has a time. Throws Failure chartNotFound. */
export function rhythm(asking: Asking, { of, zone, cell, most, ...args }: ArgumentsFor<'case.rhythm'>): ResultOf<CaseService['requests']['case.rhythm']> {
  const { db, traffic } = asking;
  const whole = traffic[of];
  const chosen = chosenOf(asking, whole, args);
  asking.step(0, 2);
  const { start } = happeningsOf(chosen, 'exact');
  const made = rhythmOf(start, 'weekday', 'hour', zone);
  const counts = made.rows.map((_, row) => made.columns.map((__, column) => made.counts[row * made.columns.length + column] ?? 0));
  if (cell === undefined) return { told: chosen.told, counts, dealings: [], entities: [] };
  const belgian = new BelgianTime();
  const places: number[] = [];
  start.forEach((moment, at) => {
    if (Number.isNaN(moment)) return;
    const wall = zone === 'utc' ? moment : belgian.at(moment);
    const day = Math.floor(wall / DAY);
    // 1 January 1970 was a Thursday; Monday is 0.
    if ((((day + 3) % 7) + 7) % 7 !== cell.weekday || Math.floor((wall - day * DAY) / HOUR) !== cell.hour) return;
    places.push(chosen.places[at]!);
  });
  const shown = places.slice(0, most);
  const view = dealingsAt(db, whole, shown);
  const dealings = shown.map(view);
  return { told: { ...chosen.told, found: places.length }, counts, dealings, entities: [...new Set(dealings.flatMap((each) => [each.from, each.to]))] };
}
