import type { NameKind } from './nameKind';
import { wordOf, type NameWord, type NameWords } from './nameWords';
import type { NameComparison } from './personName';
import { WordCounts, type NameCounts } from './rarity';
import { letterPairs, pairLikeness } from './typing';
import { WordTable } from './wordTable';

/** A name of the index that is like the one sought. */
export interface NameMatch extends NameComparison {
  /** Its place in the order in which names were added. */
  readonly name: number;
}

/** Below this a word leads to no name: with one so unlike, two names of two words come nowhere near the same person. */
const ALIKE = 0.82;
const ALIKE_JOINED = 0.88;
const INITIAL = 0.84;
const EXTRA = 0.22;
/** So many are compared in full. */
const COMPARED = 200;
/** After so many candidates further words only raise those that are known. */
const MOST_FOUND = 250_000;
const SHORTEST_PART = 3;
const BINS = 1024;
/** Names that were added since the postings were laid out are kept apart, up to this many or a sixteenth. */
const MOST_LATE = 4096;

/** How much of the order of what is found goes by letters. */
const LETTERS = 0.4;

/** A word that is sought, and the words of the table that are like it. */
interface Sought {
  readonly weight: number;
  readonly initial: boolean;
  readonly alike: readonly { readonly word: number; readonly likeness: number }[];
  readonly postings: number;
}

function grown(values: Uint32Array, length: number): Uint32Array {
  if (length <= values.length) return values;
  const larger = new Uint32Array(Math.max(length, values.length * 2));
  larger.set(values);
  return larger;
}

/**
 * Finds among very many names those that are like a given one. Names are rows of word numbers; each distinct word is compared once (WordTable), what is like leads
 * by postings to the names, these are ranked by what their words tell together, and the best 200 are compared in full. Some 60 bytes a name besides its words.
 */
export class NameIndex {
  private readonly table: WordTable;
  private readonly read: ReturnType<NameKind['reader']>;
  private nameStarts: Uint32Array = new Uint32Array(1 << 12);
  private nameWordIds: Uint32Array = new Uint32Array(1 << 13);
  private weights = new Float32Array(1 << 12);
  private names = 0;
  /** Words of names that stand in none of them as such: all words as one. */
  private readonly joinedOf: number[] = [];
  private postingStarts: Uint32Array = new Uint32Array(1);
  private postings: Uint32Array = new Uint32Array(0);
  private laidOut = 0;
  private readonly late = new Map<number, number[]>();
  private told = new Float32Array(0);
  private seen: Uint32Array = new Uint32Array(0);
  private count = new Uint8Array(0);
  private stamp = 0;

  constructor(private readonly kind: NameKind) {
    this.table = new WordTable(kind.known);
    this.read = kind.reader();
  }

  /** Takes names in, in their order; an entry without letters is never found. */
  static of(names: Iterable<string>, kind: NameKind): NameIndex {
    const index = new NameIndex(kind);
    for (const name of names) index.enter(name);
    index.layOut();
    return index;
  }

  get size(): number {
    return this.names;
  }

  /** Adds a name; gives its number. */
  add(name: string): number {
    const at = this.names;
    this.enter(name);
    for (let word = this.nameStarts[at] ?? 0; word < (this.nameStarts[at + 1] ?? 0); word += 1) this.addLate(this.nameWordIds[word] ?? 0, at);
    const joined = this.joinedOf[at];
    if (joined !== undefined) this.addLate(joined, at);
    return at;
  }

  private addLate(word: number, name: number): void {
    const known = this.late.get(word);
    if (known) known.push(name);
    else this.late.set(word, [name]);
  }

  private enter(name: string): void {
    const { words, vowelless } = this.read(name);
    const at = this.names;
    let to = this.nameStarts[at] ?? 0;
    this.nameStarts = grown(this.nameStarts, at + 2);
    this.nameWordIds = grown(this.nameWordIds, to + words.length);
    if (at >= this.weights.length) {
      const larger = new Float32Array(this.weights.length * 2);
      larger.set(this.weights);
      this.weights = larger;
    }
    let weight = 0;
    for (const word of words) {
      this.nameWordIds[to] = this.table.idOf(word, vowelless);
      to += 1;
      weight += word.weight;
    }
    if (this.kind.joined && words.length > 1) this.joinedOf[at] = this.table.idOf(wordOf(words.map((word) => word.text).join('')), vowelless);
    this.weights[at] = weight;
    this.nameStarts[at + 1] = to;
    this.names += 1;
  }

  /** Lays the postings out anew, by counting. */
  private layOut(): void {
    const size = this.table.size;
    const starts = new Uint32Array(size + 1);
    const joined = this.kind.joined;
    const end = this.nameStarts[this.names] ?? 0;
    let all = end;
    for (let at = 0; at < end; at += 1) starts[(this.nameWordIds[at] ?? 0) + 1] = (starts[(this.nameWordIds[at] ?? 0) + 1] ?? 0) + 1;
    if (joined) for (const word of this.joinedOf) if (word !== undefined) {
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
      all += 1;
    }
    for (let at = 0; at < size; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    const next = starts.slice();
    const postings = new Uint32Array(all);
    const put = (word: number, name: number): void => {
      const at = next[word] ?? 0;
      postings[at] = name;
      next[word] = at + 1;
    };
    for (let name = 0; name < this.names; name += 1) {
      for (let at = this.nameStarts[name] ?? 0; at < (this.nameStarts[name + 1] ?? 0); at += 1) put(this.nameWordIds[at] ?? 0, name);
      const whole = joined ? this.joinedOf[name] : undefined;
      if (whole !== undefined) put(whole, name);
    }
    this.postingStarts = starts;
    this.postings = postings;
    this.laidOut = this.names;
    this.late.clear();
  }

  private makeRoom(): void {
    if (this.names - this.laidOut > Math.max(MOST_LATE, this.laidOut / 16)) this.layOut();
    if (this.told.length >= this.names) return;
    const room = Math.max(this.names, Math.ceil(this.told.length * 1.25));
    this.told = new Float32Array(room);
    this.seen = new Uint32Array(room);
    this.count = new Uint8Array(room);
    this.stamp = 0;
  }

  private soughtOf(word: NameWord, vowelless: boolean, least: number): Sought {
    const alike = word.initial ? [] : [...this.table.alike(word, vowelless, least), ...(least === ALIKE ? this.table.initialsOf(word).map((initial) => ({ word: initial, likeness: INITIAL })) : [])];
    let postings = 0;
    for (const { word: id } of alike) postings += (this.postingStarts[id + 1] ?? 0) - (this.postingStarts[id] ?? 0);
    return { weight: word.weight, initial: word.initial, alike, postings };
  }

  /** The words of a name, then what they may be when joined or parted otherwise: "Jean Pierre" and "Jeanpierre". */
  private allSought({ words, vowelless }: NameWords): { readonly own: readonly Sought[]; readonly others: readonly Sought[] } {
    const own = words.map((word) => this.soughtOf(word, vowelless, ALIKE));
    const others: Sought[] = [];
    const joined = words.slice(1).map((word, at) => `${words[at]?.text ?? ''}${word.text}`);
    if (this.kind.joined && words.length > 2) joined.push(words.map((word) => word.text).join(''));
    for (const text of joined) if (words.length > 2 || this.kind.joined) others.push(this.soughtOf(wordOf(text), vowelless, ALIKE_JOINED));
    for (const { text, weight } of words) {
      for (let at = SHORTEST_PART; at <= text.length - SHORTEST_PART; at += 1) {
        const [left, right] = [this.table.exact(text.slice(0, at)), this.table.exact(text.slice(at))];
        if (left === undefined || right === undefined) continue;
        for (const word of [left, right]) others.push({ weight: weight / 2, initial: false, alike: [{ word, likeness: 1 }], postings: 0 });
      }
    }
    return { own, others };
  }

  /** The names that are most like a given one and score at least so much, the likest first. `compared`: so many of those that may be are compared in full. */
  search(name: NameWords, most: number, least = 0, compared = COMPARED): readonly NameMatch[] {
    this.makeRoom();
    const found = this.gather(name);
    const letters = letterPairs(name.key);
    const matches: { match: NameMatch; rank: number }[] = [];
    for (const at of this.best(found, Math.max(compared, most), name)) {
      const other = this.nameAt(at);
      const compared = this.kind.compare(name, other);
      // Of names that sound alike, the one that is also spelled alike comes first.
      if (compared.score >= least) matches.push({ match: { name: at, ...compared }, rank: compared.score + LETTERS * pairLikeness(letters, other.key) });
    }
    return matches.sort((a, b) => b.rank - a.rank || a.match.name - b.match.name).slice(0, most).map(({ match }) => match);
  }

  private gather(name: NameWords): readonly number[] {
    const found: number[] = [];
    const base = this.stamp + 1;
    const { own, others } = this.allSought(name);
    // Words that few have come first: they bring names in; crowded ones may then only raise them.
    for (const { weight, alike } of [...own.toSorted((a, b) => a.postings - b.postings), ...others]) {
      this.stamp += 1;
      for (const { word, likeness } of alike) {
        const other = this.table.words[word];
        if (other === undefined) continue;
        const gain = ((weight + other.weight) / 2) * Math.max(0, (likeness - 0.5) / 0.5);
        const drives = found.length < MOST_FOUND && (other.weight >= this.kind.driving || own.length === 1);
        const counts = other.initial ? 0 : 1;
        for (let at = this.postingStarts[word] ?? 0; at < (this.postingStarts[word + 1] ?? 0); at += 1) this.raise(this.postings[at] ?? 0, gain, counts, base, drives, found);
        for (const owner of this.late.get(word) ?? []) this.raise(owner, gain, counts, base, drives, found);
      }
    }
    return found;
  }

  private raise(owner: number, gain: number, counts: number, base: number, drives: boolean, found: number[]): void {
    const seen = this.seen[owner] ?? 0;
    if (seen === this.stamp) return;
    if (seen < base) {
      if (!drives) return;
      this.told[owner] = gain;
      this.count[owner] = counts;
      found.push(owner);
    } else {
      this.told[owner] = (this.told[owner] ?? 0) + gain;
      this.count[owner] = (this.count[owner] ?? 0) + counts;
    }
    // A word counts once, by what is likest.
    this.seen[owner] = this.stamp;
  }

  /** The likeliest, found by counting how many reach which rank. */
  private best(found: readonly number[], most: number, name: NameWords): readonly number[] {
    const own = name.words.reduce((sum, word) => sum + word.weight, 0);
    const initials = name.words.filter((word) => word.initial).map((word) => word.text);
    const bins = new Uint32Array(BINS);
    const ranks = new Uint16Array(found.length);
    found.forEach((owner, at) => {
      const other = this.weights[owner] ?? 0;
      const whole = Math.min(own, other) + EXTRA * Math.abs(own - other);
      let estimate = (this.told[owner] ?? 0) / Math.max(0.1, whole);
      if (initials.length > 0) {
        for (let word = this.nameStarts[owner] ?? 0; word < (this.nameStarts[owner + 1] ?? 0); word += 1) if (initials.includes(this.table.words[this.nameWordIds[word] ?? 0]?.text[0] ?? '')) estimate += 0.15;
      } else if ((this.count[owner] ?? 0) < 2 && name.words.length > 1) estimate *= 0.7;
      const rank = Math.min(BINS - 1, Math.floor(estimate * (BINS / 1.25)));
      ranks[at] = rank;
      bins[rank] = (bins[rank] ?? 0) + 1;
    });
    let [floor, above] = [BINS - 1, 0];
    while (floor > 0 && above + (bins[floor] ?? 0) < most) {
      above += bins[floor] ?? 0;
      floor -= 1;
    }
    const chosen: number[] = [];
    const edge: number[] = [];
    found.forEach((owner, at) => {
      if ((ranks[at] ?? 0) > floor) chosen.push(owner);
      else if (ranks[at] === floor && edge.length < most) edge.push(owner);
    });
    return [...chosen, ...edge].slice(0, most);
  }

  /** How often names of the index have each class of words, as they are now. */
  counts(): NameCounts {
    const counts = new WordCounts();
    const times = new Uint32Array(this.table.size);
    const end = this.nameStarts[this.names] ?? 0;
    for (let at = 0; at < end; at += 1) times[this.nameWordIds[at] ?? 0] = (times[this.nameWordIds[at] ?? 0] ?? 0) + 1;
    this.table.words.forEach((word, id) => { if (!word.initial && (times[id] ?? 0) > 0) counts.add(this.kind.classOf(word), times[id] ?? 0); });
    counts.names = this.names;
    return counts;
  }

  /** A name as it was read. */
  nameAt(at: number): NameWords {
    const words: NameWord[] = [];
    for (let word = this.nameStarts[at] ?? 0; word < (this.nameStarts[at + 1] ?? 0); word += 1) {
      const entry = this.table.words[this.nameWordIds[word] ?? 0];
      if (entry) words.push(entry);
    }
    return this.kind.ofWords(words, this.table.isVowelless(this.nameWordIds[this.nameStarts[at] ?? 0] ?? 0));
  }
}
