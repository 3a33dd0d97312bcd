import { MATCH_KINDS, type MatchKind } from '../../schema/types';
import { addressKeys, birthKeys } from './blockKeys';
import type { BlockReason, CandidatePair } from './blocks';
import type { MatchRecord, MatchVocabulary } from './matchRecord';
import { bonesText } from './boneTable';
import type { NameWord } from './nameWords';
import { WordCounts, type NameCounts } from './rarity';

/** How many records a key may bring together. */
export interface BulkLimits {
  /** What more records than this share tells nothing by itself. */
  readonly group: number;
  /** Keys of one name that are kept. */
  readonly nameKeys: number;
}
export const BULK_LIMITS: BulkLimits = { group: 40, nameKeys: 14 };

/** The stronger reason comes first, and gets its keys first. */
const REASONS: readonly BlockReason[] = ['identifier', 'name', 'birth', 'address'];
const MOST_WORDS = 5;
const SHORTEST_START = 2;

/** 53 bits of a text: two mixes of 32 (Jenkins' one-at-a-time, seeded apart). Of ten million keys two fall together once in a hundred times, which costs a comparison. */
function hashOf(text: string): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low + code, 0xcc9e2d51);
    low = (low << 15) | (low >>> 17);
  }
  low ^= low >>> 16;
  low = Math.imul(low, 0x85ebca6b);
  low ^= low >>> 13;
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

function grown<T extends Float64Array | Uint32Array | Uint8Array>(values: T, length: number): T {
  if (length <= values.length) return values;
  const larger = new (values.constructor as new (length: number) => T)(Math.max(length, values.length * 2));
  larger.set(values);
  return larger;
}

/** What a word gives to keys. */
interface WordKey {
  /** Its consonants by class, or its given name in whatever spelling. */
  readonly bones: string;
  /** The same for the word without its joined particle, where it has one. */
  readonly core: string;
  readonly first: string;
  readonly text: string;
}

/**
 * Blocking of very many records at once, in time that grows with their number: each record leaves hashes of keys (exact identifiers; pairs of its names by consonants
 * or given name; one name with the first sound of another; dates of birth with a first sound; addresses), and records that share a key are compared as long as they are
 * few. What is one typing error in a consonant away in every name is found by its birth or an identifier only. Keeps some hundred bytes a record and none of them.
 */
export class BulkBlocks {
  private keys = new Float64Array(1 << 12);
  private owners = new Uint32Array(1 << 12);
  private starts = new Uint32Array(1 << 10);
  private reasons = new Uint8Array(1 << 12);
  private entries = 0;
  private records = 0;
  private readonly words = new Map<MatchKind, Map<string, WordKey>>(MATCH_KINDS.map((kind) => [kind, new Map()]));
  private readonly wordCounts = new Map<MatchKind, WordCounts>(MATCH_KINDS.map((kind) => [kind, new WordCounts()]));
  private readonly readers: ReadonlyMap<MatchKind, (name: string) => { readonly words: readonly NameWord[] }>;

  constructor(private readonly vocabulary: MatchVocabulary, private readonly limits: BulkLimits = BULK_LIMITS) {
    this.readers = new Map(MATCH_KINDS.map((kind) => [kind, vocabulary.names[kind].reader()]));
  }

  /** How many records were added. */
  get size(): number {
    return this.records;
  }

  /** How usual words are among the names of one kind; for MatchVocabulary.counts. */
  counts(kind: MatchKind): NameCounts {
    return this.wordCounts.get(kind) ?? new WordCounts();
  }

  /** Adds a record; gives its place, from 0 on. */
  add(record: MatchRecord): number {
    const at = this.records;
    const kind = record.kind;
    const seen = new Set<number>();
    const put = (reason: BlockReason, key: string): void => {
      const hash = hashOf(`${kind} ${reason} ${key}`);
      if (seen.has(hash)) return;
      seen.add(hash);
      this.keys = grown(this.keys, this.entries + 1);
      this.owners = grown(this.owners, this.entries + 1);
      this.reasons = grown(this.reasons, this.entries + 1);
      this.keys[this.entries] = hash;
      this.owners[this.entries] = at;
      this.reasons[this.entries] = REASONS.indexOf(reason);
      this.entries += 1;
    };
    for (const { kind: of, value } of record.identifiers) put('identifier', `${of} ${value}`);
    const firsts = new Set<string>();
    for (const name of record.names) {
      const words = (this.readers.get(kind)?.(name).words ?? []).slice(0, MOST_WORDS);
      this.count(kind, words);
      const read = words.filter((word) => !word.initial && !(kind !== 'person' && words.length > 1 && word.weight < this.vocabulary.names[kind].driving)).map((word) => this.keyOf(kind, word));
      for (const word of words) firsts.add(word.initial ? firstSound(word.sounds) : this.keyOf(kind, word).first);
      for (const key of nameKeys(read, words, this.vocabulary.names[kind].joined).slice(0, this.limits.nameKeys)) put('name', key);
      // What very many are called leads further only with the year, or the place.
      const whole = read.map(({ bones }) => bones).sort().join(' ');
      for (const birth of record.births) if (/^\d{4}/.test(birth)) {
        put('name', `${whole} ${birth.slice(0, 4)}`);
        for (const word of read) put('name', `${word.bones} ${birth.slice(0, 4)}`);
      }
      for (const place of record.places) put('name', `${whole} @${place.toLowerCase()}`);
    }
    for (const key of birthKeys(record)) {
      put('birth', key);
      for (const first of firsts) put('birth', `${key} ${first}`);
    }
    for (const key of addressKeys(record, this.vocabulary.streets)) put('address', key);
    this.records += 1;
    this.starts = grown(this.starts, this.records + 1);
    this.starts[this.records] = this.entries;
    return at;
  }

  private count(kind: MatchKind, words: readonly NameWord[]): void {
    const counts = this.wordCounts.get(kind);
    if (counts === undefined || words.length === 0) return;
    counts.names += 1;
    for (const word of words) if (!word.initial) counts.add(this.vocabulary.names[kind].classOf(word), 1);
  }

  private keyOf(kind: MatchKind, word: NameWord): WordKey {
    const words = this.words.get(kind);
    const known = words?.get(word.text);
    if (known !== undefined) return known;
    const listed = this.vocabulary.names[kind].classOf(word);
    const bones = listed.startsWith('#') ? listed : bonesText(word.bareSounds);
    const made: WordKey = { bones: bones.length < SHORTEST_START ? word.sounds : bones, core: word.core === word.sounds ? bones : bonesText(word.core), first: firstSound(word.core), text: word.text };
    words?.set(word.text, made);
    return made;
  }

  /** Pairs worth comparing, each once with its strongest reason, the first before the second. All records must have been added. */
  *pairs(): Generator<CandidatePair> {
    const group = this.grouped();
    const { owners, reasons } = this;
    for (const entries of group.groups()) {
      for (let i = 0; i < entries.length; i += 1) for (let j = i + 1; j < entries.length; j += 1) {
        const [one, other] = [entries[i] ?? 0, entries[j] ?? 0];
        const [first, second] = [owners[one] ?? 0, owners[other] ?? 0];
        // Only the first key that both have gives the pair.
        if (first !== second && this.earliest(group, first, second) === group.of(one)) yield { first, second, reason: REASONS[reasons[one] ?? 0] ?? 'name' };
      }
    }
  }

  /** The first group, in the order of the first record's keys, that both records stand in and that is small enough. */
  private earliest(group: Grouped, first: number, second: number): number {
    for (let a = this.starts[first] ?? 0; a < (this.starts[first + 1] ?? 0); a += 1) {
      const of = group.of(a);
      if (of < 0) continue;
      for (let b = this.starts[second] ?? 0; b < (this.starts[second + 1] ?? 0); b += 1) if (group.of(b) === of) return of;
    }
    return -1;
  }

  /** Entries by key: counted into buckets by hash, each bucket sorted. */
  private grouped(): Grouped {
    const { keys, entries } = this;
    const order = Uint32Array.from({ length: entries }, (_, at) => at);
    const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, entries))));
    const buckets = 1 << Math.min(24, bits);
    const bucketOf = (key: number): number => key % buckets;
    const starts = new Uint32Array(buckets + 1);
    for (let at = 0; at < entries; at += 1) {
      const bucket = bucketOf(keys[at] ?? 0) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
    for (let at = 0; at < buckets; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    const next = starts.slice();
    for (let at = 0; at < entries; at += 1) {
      const bucket = bucketOf(keys[at] ?? 0);
      const to = next[bucket] ?? 0;
      order[to] = at;
      next[bucket] = to + 1;
    }
    const groupOf = new Int32Array(entries).fill(-1);
    const bounds: number[] = [];
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
      if (to - from < 2) continue;
      const inside = order.subarray(from, to).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      for (let start = 0; start < inside.length;) {
        let end = start + 1;
        while (end < inside.length && keys[inside[end] ?? 0] === keys[inside[start] ?? 0]) end += 1;
        // What stands alone brings nothing together, what very many share tells nothing.
        if (end - start > 1 && end - start <= this.limits.group) {
          for (let at = start; at < end; at += 1) groupOf[inside[at] ?? 0] = bounds.length / 2;
          bounds.push(from + start, from + end);
        }
        start = end;
      }
    }
    return {
      of: (entry) => groupOf[entry] ?? -1,
      *groups() {
        for (let at = 0; at < bounds.length; at += 2) yield order.subarray(bounds[at], bounds[at + 1]);
      },
    };
  }
}

/** Entries that were grouped by key. */
interface Grouped {
  /** The group of an entry; -1 where its key brings nothing together. */
  of(entry: number): number;
  /** Entries of each group, in their order. */
  groups(): Generator<Uint32Array>;
}

/** What a name begins with, as far as spellings agree. */
const firstSound = (sounds: string): string => (/^[aeiouhyw]/.test(sounds) ? 'a' : /^[szSZCcqxkjJgG]/.test(sounds) ? 's' : sounds.charAt(0));

/** Keys of one name: each pair of its words, each word as it is with what another begins with, and all words as one. */
function nameKeys(read: readonly WordKey[], words: readonly NameWord[], joined: boolean): string[] {
  const keys: string[] = [];
  if (words.length === 1) for (const word of read) keys.push(`1 ${word.bones}`);
  read.forEach((word, at) => {
    for (const other of read.slice(at + 1)) {
      keys.push([word.bones, other.bones].sort().join(' '));
      if (word.core !== word.bones || other.core !== other.bones) keys.push([word.core, other.core].sort().join(' '));
    }
  });
  words.forEach((first, at) => read.forEach((word) => {
    if (words[at]?.text !== word.text && words.length > 1) keys.push(`${word.text} ${firstSound(first.core)}`, `${word.core} ${first.text.charAt(0)}.`);
  }));
  if (joined) keys.push(`= ${bonesText(words.map(({ sounds }) => sounds).join(''))}`);
  if (joined) for (const word of read) keys.push(`- ${word.bones}`);
  return keys;
}
