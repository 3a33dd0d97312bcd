import type { WatchEntry, WatchList } from '../../model/identity';
import type { Id } from '../../model/ids';
import { BLOCK_LIMITS, MatchIndex } from '../matching/blocks';
import { prepareRecord, type MatchRecord, type MatchVocabulary, type PreparedRecord } from '../matching/matchRecord';
import { likelihood, scorePrepared, type Evidence } from '../matching/score';
import { recordOfEntry } from './entry';

interface Identifier {
  readonly kind: string;
  readonly value: string;
}

/** An entity as it is held against lists: `record` null where its type is not compared; `own`: identifiers that are said of itself, not of what it is linked with. */
export interface Watched {
  readonly record: MatchRecord | null;
  readonly own: readonly Identifier[];
}

/** How sure it is that an entry means an entity, and why: `left` is the list's, `right` the case's. */
export interface WatchMatch {
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`;

/** A number that is said of the thing itself tells that it is meant, even where two persons could share one: it is the phone that is on the list. */
const OWN = 'unique.same';

/** Numbers that both have, as evidence; said once where the records were compared as well. */
function exactEvidence(entry: WatchEntry, own: readonly Identifier[], known: readonly Evidence[], { weights }: MatchVocabulary): Evidence[] {
  const mine = new Set(own.map(keyOf));
  return entry.identifiers.filter((each) => mine.has(keyOf(each))).flatMap((each): Evidence[] => {
    const kind = weights.identifiers[each.kind] ?? 'shared';
    if (known.some((other) => other.finding === 'same' && other.kind === kind && other.left === keyOf(each))) return [];
    return [{ kind, finding: 'same', effect: '+', left: keyOf(each), right: keyOf(each), points: weights.points[OWN] ?? 0 }];
  });
}

/**
 * Whether an entry means an entity: it does where both have a number of their own in common, whatever else is said, and where the matcher scores them `propose` or more.
 * Null where it does not.
 */
export function watchMatch(entry: WatchEntry, prepared: PreparedRecord | null, watched: Watched, record: PreparedRecord | null, vocabulary: MatchVocabulary): WatchMatch | null {
  const compared = prepared !== null && record !== null && prepared.record.kind === record.record.kind ? scorePrepared(prepared, record, vocabulary) : { score: 0, evidence: [] };
  const exact = exactEvidence(entry, watched.own, compared.evidence, vocabulary);
  const own = new Set(watched.own.map(keyOf));
  const shares = entry.identifiers.some((each) => own.has(keyOf(each)));
  if (!shares && compared.score < vocabulary.weights.propose) return null;
  const alone = likelihood(vocabulary.weights.prior + (vocabulary.weights.points[OWN] ?? 0));
  return { score: shares ? Math.max(compared.score, alone) : compared.score, evidence: [...exact, ...compared.evidence] };
}

/** An entry that means an entity. */
export interface Found extends WatchMatch {
  readonly list: Id;
  readonly entry: WatchEntry;
}

/** More lists than this name one entity: it is a namesake of many, and the surest are shown. */
const KEPT = 50;
/** Entries whose names are likest to one that are compared in full: that is what takes the time. */
const NAMES = 12;

/** Entries of all lists, against which entities are held one after another. */
export class WatchIndex {
  private readonly entries: { readonly list: Id; readonly entry: WatchEntry }[] = [];
  private readonly byNumber = new Map<string, number[]>();
  private readonly names: MatchIndex;
  /** Which entry each record of `names` is. */
  private readonly places: number[] = [];
  private readonly prepared = new Map<number, PreparedRecord>();

  constructor(lists: readonly WatchList[], private readonly vocabulary: MatchVocabulary) {
    this.names = new MatchIndex(vocabulary, { ...BLOCK_LIMITS, names: NAMES });
    for (const list of lists) for (const entry of list.entries) this.add(list.id, entry);
  }

  get size(): number {
    return this.entries.length;
  }

  private add(list: Id, entry: WatchEntry): void {
    const place = this.entries.length;
    this.entries.push({ list, entry });
    for (const key of new Set(entry.identifiers.map(keyOf))) {
      const known = this.byNumber.get(key);
      if (known === undefined) this.byNumber.set(key, [place]);
      else known.push(place);
    }
    const record = recordOfEntry(entry);
    if (record === null) return;
    this.names.add(record);
    this.places.push(place);
  }

  private preparedAt(place: number): PreparedRecord | null {
    const known = this.prepared.get(place);
    if (known !== undefined) return known;
    const entry = this.entries[place]?.entry;
    const record = entry === undefined ? null : recordOfEntry(entry);
    if (record === null) return null;
    const prepared = prepareRecord(record, this.vocabulary);
    this.prepared.set(place, prepared);
    return prepared;
  }

  /** Entries that mean the entity, the surest first: those that have a number of its own, then those that its record is like. */
  find(watched: Watched): Found[] {
    const places = new Set(watched.own.flatMap((each) => this.byNumber.get(keyOf(each)) ?? []));
    if (watched.record !== null) for (const { record } of this.names.candidates(watched.record)) places.add(this.places[record] ?? -1);
    const record = watched.record === null || places.size === 0 ? null : prepareRecord(watched.record, this.vocabulary);
    const found = [...places].flatMap((place): Found[] => {
      const at = this.entries[place];
      const match = at === undefined ? null : watchMatch(at.entry, this.preparedAt(place), watched, record, this.vocabulary);
      return at === undefined || match === null ? [] : [{ ...at, ...match }];
    });
    return found.sort((a, b) => b.score - a.score).slice(0, KEPT);
  }

  /** All numbers of all entries, for looking them up at once, with the entries that have each. */
  *numbers(): Generator<Identifier> {
    for (const key of this.byNumber.keys()) {
      const at = key.indexOf(' ');
      yield { kind: key.slice(0, at), value: key.slice(at + 1) };
    }
  }
}
