import type { Database } from 'better-sqlite3';
import { fitOf, toldOf } from '../../../shared/mapping/legs';
import type { Leg, LegPlan, Told } from '../../../shared/mapping/legs';
import type { CaseLink, Identity } from './identities';

/** A happening that rows may tell of again. */
export interface HappeningLink extends CaseLink {
  /** Ends from which this import has told it, 1 and 2, and how often where the row did not say from which, by 4. */
  told: number;
}

/** A happening of the case or of this import, once for each row that tells its times anew. Chained with those of the same place in the index. */
interface Known extends Told {
  readonly type: string;
  readonly a: Identity;
  readonly b: Identity;
  readonly link: HappeningLink;
  readonly next: Known | undefined;
}

/** A happening has two ends: no more rows of one import tell of it. */
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
 * Finds the happening that a row tells of once more: from its other end, or for another supplier. A million calls are held at once, so they lie in
 * one index by pair and hour; those that the case had are read the first time that their pair comes by.
 */
export class Legs {
  /** Rows that another happening of the same two fits but for whole hours: clocks of two suppliers in different zones, perhaps. */
  hoursApart = 0;
  private readonly held = new Map<number, Known>();
  private readonly serials = new Map<Identity, number>();
  private readonly read = new Set<string>();
  private readonly stored;

  constructor(db: Database, private readonly caseHasLinks: boolean) {
    // From the pair outwards, by the index of where links begin: it stays while an import puts the others off.
    this.stored = db.prepare<{ from: string; to: string; type: string; start: string; length: string }, StoredLeg>(`SELECT link.id, link.n, statement."values" ->> @start AS start, statement."values" ->> @length AS length
      FROM entity a CROSS JOIN entity b ON b.id = @to CROSS JOIN link ON link.from_n = a.n AND link.type = @type AND link.to_n = b.n CROSS JOIN statement ON statement.subject_kind = 'link' AND statement.subject = link.n
      WHERE a.id = @from AND link.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY statement.n`);
  }

  /** The happening that the row tells of again; null where it is the first to tell. */
  find(type: string, a: Identity, b: Identity, leg: Leg): CaseLink | null {
    const known = this.caseHasLinks && a.known && b.known;
    if (known) this.readPair(type, a, b, leg.plan);
    const best = this.best(type, a, b, leg, 0);
    if (best === null) {
      if (known && leg.length !== null && leg.length > 0 && HOURS.some((shift) => this.best(type, a, b, leg, shift) !== null)) this.hoursApart += 1;
      return null;
    }
    tell(best.link, leg);
    // What this import has told from both ends it cannot tell again.
    if (rowsOf(best.link.told) < ENDS && (best.from !== leg.from || best.length !== leg.length)) this.hold(type, a, b, leg, best.link);
    return best.link;
  }

  /** Remembers the happening that the row is the first to tell; `id` is its link's. */
  add(type: string, a: Identity, b: Identity, leg: Leg, id: string): CaseLink {
    const link: HappeningLink = { id, n: 0, told: 0 };
    tell(link, leg);
    this.hold(type, a, b, leg, link);
    return link;
  }

  private readPair(type: string, a: Identity, b: Identity, plan: LegPlan): void {
    const key = `${type}\u0000${a.id}\u0000${b.id}`;
    if (this.read.has(key)) return;
    this.read.add(key);
    const path = (property: string | null): string => `$.${JSON.stringify(property ?? '')}[0].v`;
    const byLink = new Map<number, HappeningLink>();
    for (const { id, n, start, length } of this.stored.all({ from: a.id, to: b.id, type, start: path(plan.start), length: path(plan.length) })) {
      const told = toldOf(start ?? undefined, length ?? undefined);
      if (told === null) continue;
      let link = byLink.get(n);
      if (link === undefined) byLink.set(n, (link = { id, n, told: 0 }));
      this.hold(type, a, b, told, link);
    }
  }

  private hold(type: string, a: Identity, b: Identity, { from, to, length }: Told, link: HappeningLink): void {
    const place = this.place(a, b, hourOf(from));
    this.held.set(place, { from, to, length, type, a, b, link, next: this.held.get(place) });
  }

  /** What fits best of what the row may tell again; with another clock, of what only others have told. */
  private best(type: string, a: Identity, b: Identity, leg: Leg, shift: number): Known | null {
    const near = (leg.plan.seconds + 60) * 1000;
    let best: Known | null = null;
    let least = Infinity;
    const last = hourOf(leg.to + shift * 1000 + near);
    for (let hour = hourOf(leg.from + shift * 1000 - near); hour <= last; hour += 1) {
      for (let known = this.held.get(this.place(a, b, hour)); known !== undefined; known = known.next) {
        if (known.a !== a || known.b !== b || known.type !== type || (shift === 0 ? !mayTell(known.link, leg) : known.link.told > 0)) continue;
        const fit = fitOf(leg, known, shift);
        if (fit !== null && fit < least) [best, least] = [known, fit];
      }
    }
    return best;
  }

  /** Where happenings of a pair and an hour are chained; others may share the place. */
  private place(a: Identity, b: Identity, hour: number): number {
    return (Math.imul(this.serial(a), 0x9e3779b1) ^ Math.imul(this.serial(b), 0x85ebca6b) ^ Math.imul(hour, 0xc2b2ae35)) & 0x3fffffff;
  }

  private serial(identity: Identity): number {
    let serial = this.serials.get(identity);
    if (serial === undefined) this.serials.set(identity, (serial = this.serials.size + 1));
    return serial;
  }
}

const hourOf = (moment: number): number => Math.floor(moment / HOUR);

const bitOf = (end: 'from' | 'to'): number => (end === 'from' ? 1 : 2);

/** How many rows of this import have told it. */
const rowsOf = (told: number): number => (told & 1) + ((told >> 1) & 1) + (told >> 2);

/** Two rows of one file that tell from the same end tell of two happenings: a number that was tried twice. */
const mayTell = ({ told }: HappeningLink, { end }: Leg): boolean => rowsOf(told) < ENDS && (end === null || (told & bitOf(end)) === 0);

function tell(link: HappeningLink, { end }: Leg): void {
  link.told += end === null ? 4 : bitOf(end);
}
