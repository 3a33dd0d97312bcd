import type { Database } from 'better-sqlite3';
import { fitOf, toldOf } from '../../../shared/mapping/legs';
import type { Leg, LegPlan, Told } from '../../../shared/mapping/legs';
import type { CaseLink, Identity } from './identities';

/** A happening of the case or of this import, once for each row that tells of it in its own way. */
interface Known extends Told {
  readonly link: CaseLink;
  /** Ends from which this import has told it; a row that does not say from which counts as either. */
  readonly ends: { from: boolean; to: boolean; rows: number };
}

/** Rows of one import that tell one happening without saying from which end, at most: it has no more than two. */
const ENDS = 2;
/** Clocks of two suppliers that differ by summer time, or by the zone of a neighbour. */
const HOURS = [-7200, -3600, 3600, 7200];
const HOUR = 3_600_000;

interface StoredLeg {
  readonly id: string;
  readonly n: number;
  readonly start: string | null;
  readonly length: string | null;
}

/**
 * Finds the happening that a row tells of once more: from its other end, or for another supplier. Happenings are held by type, pair and hour; those
 * that the case had are read the first time that their pair comes by.
 */
export class Legs {
  /** Rows that another happening of the same two fits but for whole hours: clocks of two suppliers in different zones, perhaps. */
  hoursApart = 0;
  private readonly held = new Map<string, Map<number, Known[]>>();
  private readonly stored;

  constructor(db: Database, private readonly caseHasLinks: boolean) {
    // From the pair outwards, by the index of where links begin: it stays while an import puts the others off.
    this.stored = db.prepare<{ from: string; to: string; type: string; start: string; length: string }, StoredLeg>(`SELECT link.id, link.n, statement."values" ->> @start AS start, statement."values" ->> @length AS length
      FROM entity a CROSS JOIN entity b ON b.id = @to CROSS JOIN link ON link.from_n = a.n AND link.type = @type AND link.to_n = b.n CROSS JOIN statement ON statement.subject_kind = 'link' AND statement.subject = link.n
      WHERE a.id = @from AND link.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY statement.n`);
  }

  /** The happening that the row tells of again; null where it is the first to tell. */
  find(type: string, from: Identity, to: Identity, leg: Leg): CaseLink | null {
    const pair = this.pair(type, from, to, leg.plan);
    const best = this.best(pair, leg, 0);
    if (best === null) {
      if (from.known && to.known && leg.length !== null && leg.length > 0 && HOURS.some((shift) => this.best(pair, leg, shift) !== null)) this.hoursApart += 1;
      return null;
    }
    tell(best.ends, leg);
    if (best.at.from !== leg.at.from || best.length !== leg.length) hold(pair, { link: best.link, at: leg.at, length: leg.length, ends: best.ends });
    return best.link;
  }

  /** Remembers the happening that the row is the first to tell. */
  add(type: string, from: Identity, to: Identity, leg: Leg, link: CaseLink): void {
    const ends = { from: false, to: false, rows: 0 };
    tell(ends, leg);
    hold(this.pair(type, from, to, leg.plan), { link, at: leg.at, length: leg.length, ends });
  }

  private pair(type: string, from: Identity, to: Identity, plan: LegPlan): Map<number, Known[]> {
    const key = `${type}\u0000${from.id}\u0000${to.id}`;
    let pair = this.held.get(key);
    if (pair !== undefined) return pair;
    this.held.set(key, (pair = new Map()));
    if (!this.caseHasLinks || !from.known || !to.known) return pair;
    const path = (property: string | null): string => `$.${JSON.stringify(property ?? '')}[0].v`;
    const byLink = new Map<number, Pick<Known, 'link' | 'ends'>>();
    for (const { id, n, start, length } of this.stored.all({ from: from.id, to: to.id, type, start: path(plan.start), length: path(plan.length) })) {
      const told = toldOf(start ?? undefined, length ?? undefined);
      if (told === null) continue;
      let same = byLink.get(n);
      if (same === undefined) byLink.set(n, (same = { link: { id, n }, ends: { from: false, to: false, rows: 0 } }));
      hold(pair, { ...same, ...told });
    }
    return pair;
  }

  /** What fits best of what the row may tell again; with another clock, of what only others have told. */
  private best(pair: ReadonlyMap<number, readonly Known[]>, leg: Leg, shift: number): Known | null {
    const near = (leg.plan.seconds + 60) * 1000;
    let best: Known | null = null;
    let least = Infinity;
    const last = hourOf(leg.at.to + shift * 1000 + near);
    for (let hour = hourOf(leg.at.from + shift * 1000 - near); hour <= last; hour += 1) {
      for (const known of pair.get(hour) ?? []) {
        if (!mayTell(known.ends, leg) || (shift !== 0 && known.ends.rows > 0)) continue;
        const fit = fitOf(leg, known, shift);
        if (fit !== null && fit < least) [best, least] = [known, fit];
      }
    }
    return best;
  }
}

const hourOf = (moment: number): number => Math.floor(moment / HOUR);

function hold(pair: Map<number, Known[]>, known: Known): void {
  const hour = hourOf(known.at.from);
  const held = pair.get(hour);
  if (held === undefined) pair.set(hour, [known]);
  else held.push(known);
}

/** Two rows of one file that tell from the same end tell of two happenings: a number that was tried twice. */
const mayTell = (ends: Known['ends'], { end }: Leg): boolean => ends.rows < ENDS && (end === null || !ends[end]);

function tell(ends: Known['ends'], { end }: Leg): void {
  ends.rows += 1;
  if (end !== null) ends[end] = true;
}
