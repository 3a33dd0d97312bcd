import { MATCH_KINDS, type MatchKind } from '../../schema/types';
import { addressKeys, birthKeys } from './blockKeys';
import { BulkBlocks } from './bulk';
import type { MatchRecord, MatchVocabulary } from './matchRecord';
import { NameIndex } from './nameIndex';
import { WordCounts, type NameCounts } from './rarity';

/** Why two records are worth comparing; earlier is stronger. */
export type BlockReason = 'identifier' | 'name' | 'birth' | 'address';

/** Records of a batch or an index, by their places, the first before the second. */
export interface CandidatePair {
  readonly first: number;
  readonly second: number;
  readonly reason: BlockReason;
}

/** How many are looked at. */
export interface BlockLimits {
  /** Names that are likest to one, by each of its names. */
  readonly names: number;
  /** Least likeness of names, 0 to 1. */
  readonly nameScore: number;
  /** Names that are compared in full to find these. */
  readonly namesCompared: number;
  /** What more records than this share tells nothing: a switchboard, 1 January. */
  readonly group: number;
}
export const BLOCK_LIMITS: BlockLimits = { names: 20, nameScore: 0.5, namesCompared: 200, group: 60 };

/** Records that share a key, as long as they are few. */
class Groups {
  private readonly members = new Map<string, number[]>();

  constructor(private readonly most: number) {}

  add(key: string, record: number): void {
    const known = this.members.get(key);
    if (known === undefined) this.members.set(key, [record]);
    // One more than is looked at, so that the group is known to be too large.
    else if (known.length <= this.most) known.push(record);
  }

  of(key: string): readonly number[] {
    const known = this.members.get(key) ?? [];
    return known.length > this.most ? [] : known;
  }
}

/**
 * Records already known, to which new ones are held: by exact identifiers, then names (NameIndex), then birth dates (with place), then addresses. Each list is bounded, so
 * that a new record costs the same whatever there is. Blocking as in Christen, "A survey of indexing techniques", 2012.
 */
export class MatchIndex {
  private readonly kinds: MatchKind[] = [];
  private readonly identifiers: Groups;
  private readonly births: Groups;
  private readonly addresses: Groups;
  private readonly names = new Map<MatchKind, { readonly index: NameIndex; readonly owners: number[] }>();

  constructor(private readonly vocabulary: MatchVocabulary, private readonly limits: BlockLimits = BLOCK_LIMITS) {
    [this.identifiers, this.births, this.addresses] = [new Groups(limits.group), new Groups(limits.group), new Groups(limits.group)];
    for (const kind of MATCH_KINDS) this.names.set(kind, { index: new NameIndex(vocabulary.names[kind]), owners: [] });
  }

  get size(): number {
    return this.kinds.length;
  }

  /** How usual words are among the names of one kind, as they are now; for MatchVocabulary.counts. Goes through all words: to be asked once for a batch. */
  counts(kind: MatchKind): NameCounts {
    return this.names.get(kind)?.index.counts() ?? new WordCounts();
  }

  /** Adds a record; gives its number. */
  add(record: MatchRecord): number {
    const at = this.kinds.length;
    this.kinds.push(record.kind);
    for (const { kind, value } of record.identifiers) this.identifiers.add(`${record.kind} ${kind} ${value}`, at);
    const names = this.names.get(record.kind);
    for (const name of record.names) {
      names?.index.add(name);
      names?.owners.push(at);
    }
    for (const key of new Set(birthKeys(record))) this.births.add(`${record.kind} ${key}`, at);
    for (const key of new Set(addressKeys(record, this.vocabulary.streets))) this.addresses.add(`${record.kind} ${key}`, at);
    return at;
  }

  /** Records worth comparing with one that need not be in the index, each once with the strongest reason, the strongest first. */
  candidates(record: MatchRecord): readonly { readonly record: number; readonly reason: BlockReason }[] {
    const found = new Map<number, BlockReason>();
    const put = (at: number | undefined, reason: BlockReason): void => {
      if (at !== undefined && !found.has(at)) found.set(at, reason);
    };
    for (const { kind, value } of record.identifiers) for (const at of this.identifiers.of(`${record.kind} ${kind} ${value}`)) put(at, 'identifier');
    const names = this.names.get(record.kind);
    if (names !== undefined) {
      const { read } = this.vocabulary.names[record.kind];
      for (const name of record.names) for (const match of names.index.search(read(name), this.limits.names, this.limits.nameScore, this.limits.namesCompared)) put(names.owners[match.name], 'name');
    }
    for (const key of birthKeys(record)) for (const at of this.births.of(`${record.kind} ${key}`)) put(at, 'birth');
    for (const key of addressKeys(record, this.vocabulary.streets)) for (const at of this.addresses.of(`${record.kind} ${key}`)) put(at, 'address');
    return [...found].map(([at, reason]) => ({ record: at, reason }));
  }
}

/** From so many records on, keys bring them together rather than a search for each. */
export const BULK_FROM = 5000;

/** Pairs within a batch that are worth comparing, each once. Very many records go by keys (BulkBlocks), a million of them in minutes. */
export function* candidatePairs(records: readonly MatchRecord[], vocabulary: MatchVocabulary, limits: BlockLimits = BLOCK_LIMITS): Generator<CandidatePair> {
  if (records.length >= BULK_FROM) {
    const bulk = new BulkBlocks(vocabulary);
    for (const record of records) bulk.add(record);
    yield* bulk.pairs();
    return;
  }
  const index = new MatchIndex(vocabulary, { ...limits, names: limits.names + 1 });
  for (const record of records) index.add(record);
  const given = new Set<number>();
  for (const [at, record] of records.entries()) {
    for (const { record: other, reason } of index.candidates(record)) {
      const [first, second] = at < other ? [at, other] : [other, at];
      const pair = first * records.length + second;
      if (first === second || given.has(pair)) continue;
      given.add(pair);
      yield { first, second, reason };
    }
  }
}
