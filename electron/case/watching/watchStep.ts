import { toldOf } from '../../../shared/analysis/watching/told';
import { WatchIndex, type Found } from '../../../shared/analysis/watching/watchIndex';
import type { WatchList } from '../../../shared/model/identity';
import { matchedTypes } from '../matching/records';
import type { MatchEntry, MatchStep, Round, StepPlace } from '../matching/steps';
import { matchingSettings, matchVocabulary } from '../matching/vocabulary';
import { query } from '../queries/statements';
import { dayOf } from '../releasable/audience';
import { caseLists, isExpired, listPrint } from './lists';
import { ownIdentifiers } from './ownIdentifiers';

/** A hit as it is kept: list, number of the entry, short key of the entity, score, and what spoke for and against (told.ts), joined by blanks. */
export type FoundHit = readonly [list: string, entry: number, entity: number, score: number, told: string];

/** What the step finds: hits; at the end of a round that all is looked up anew that is not compared by names, and last that what was not found again is no more. */
export type WatchFound = { readonly hits: readonly FoundHit[] } | { readonly bearers: true } | { readonly over: true };

/** To be raised when what is found changes with a version of Knoop. */
const VERSION = 2;
/** Numbers looked up at once, and entities that have them. */
const BATCH = 500;

const LISTED = "SELECT max(seq) AS seq FROM journal WHERE seq > @after AND command IN ('watchList.put', 'watchList.remove')";
const MOVED = 'SELECT 1 FROM statement WHERE (seq_added > @after AND seq_added <= @to) LIMIT 1';
const TAKEN = 'SELECT 1 FROM statement WHERE seq_retracted > @after AND seq_retracted <= @to LIMIT 1';
/** Things that are not compared by names, a phone or a container, that have one of the numbers. */
const BEARERS = `SELECT DISTINCT i.entity FROM json_each(@numbers) wanted CROSS JOIN identifier i ON i.kind = wanted.value ->> 'kind' AND i.value = wanted.value ->> 'value'
  CROSS JOIN entity e ON e.n = i.entity WHERE e.seq_retracted IS NULL AND e.type NOT IN (SELECT value FROM json_each(@types))`;

const hitOf = (entity: number, { list, entry, score, evidence }: Found): FoundHit => [list, entry.number, entity, score, toldOf(evidence).join(' ')];

/** Holds entities against watch lists: those of the case, and the workstation's own. */
class WatchStep implements MatchStep {
  readonly name = 'watch';
  private workstation: readonly WatchList[] = [];
  private lists: readonly WatchList[] | null = null;
  /** Entry of the journal up to which the lists were read. */
  private readUpTo = 0;
  private index: WatchIndex | null = null;
  private rests = '';

  constructor(private readonly place: StepPlace) {}

  give(data: unknown): void {
    this.workstation = (data as readonly WatchList[] | null) ?? [];
    this.lists = null;
  }

  basis(): string {
    const { db } = this.place;
    const listed = query<{ seq: number | null }>(db, LISTED).get({ after: this.readUpTo })?.seq ?? null;
    if (listed !== null) [this.readUpTo, this.lists] = [listed, null];
    const today = dayOf(new Date());
    if (this.lists === null) {
      const here = caseLists(db);
      const ids = new Set(here.map(({ id }) => id));
      this.lists = [...here, ...this.workstation.filter(({ id }) => !ids.has(id))].filter((list) => !isExpired(list, today));
      this.index = null;
    }
    const settings = matchingSettings(db);
    const rests = JSON.stringify([VERSION, settings.propose ?? null, settings.weights ?? null, this.lists.map(listPrint).sort()]);
    if (rests !== this.rests) this.index = null;
    return (this.rests = rests);
  }

  /** What is not compared by names has numbers too. */
  concerned(after: number, to: number): boolean {
    if ((this.lists ?? []).length === 0) return false;
    const { db } = this.place;
    return query(db, MOVED).get({ after, to }) !== undefined || query(db, TAKEN).get({ after, to }) !== undefined;
  }

  begin(_round: Round): void {
    this.index ??= new WatchIndex(this.lists ?? [], matchVocabulary(matchingSettings(this.place.db)));
  }

  find(batch: readonly MatchEntry[]): WatchFound | null {
    if (this.index === null || this.index.size === 0 || batch.length === 0) return null;
    const own = ownIdentifiers(this.place.db, batch.map(({ n }) => n));
    const hits: FoundHit[] = [];
    for (const { n, record } of batch) {
      this.place.pause();
      for (const found of this.index.find({ record, own: own.get(n) ?? [] })) hits.push(hitOf(n, found));
    }
    return hits.length === 0 ? null : { hits };
  }

  *end(): Generator<WatchFound> {
    yield { bearers: true };
    if (this.index !== null && this.index.size > 0) {
      let numbers: { readonly kind: string; readonly value: string }[] = [];
      for (const number of this.index.numbers()) {
        numbers.push(number);
        if (numbers.length < BATCH) continue;
        yield { hits: this.borne(numbers) };
        numbers = [];
      }
      if (numbers.length > 0) yield { hits: this.borne(numbers) };
    }
    yield { over: true };
  }

  private borne(numbers: readonly { readonly kind: string; readonly value: string }[]): FoundHit[] {
    const { db, catalogue, pause } = this.place;
    pause();
    const entities = query<{ entity: number }>(db, BEARERS).all({ numbers: JSON.stringify(numbers), types: JSON.stringify(matchedTypes(catalogue())) }).map(({ entity }) => entity);
    const hits: FoundHit[] = [];
    for (const [n, own] of ownIdentifiers(db, entities)) for (const found of this.index?.find({ record: null, own }) ?? []) hits.push(hitOf(n, found));
    return hits;
  }
}

export const watchStep = (place: StepPlace): MatchStep => new WatchStep(place);

