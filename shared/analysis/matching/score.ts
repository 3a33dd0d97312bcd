import { compareAddresses } from './addressLine';
import { compareBirths, type BirthFinding } from './births';
import { prepareRecord, type MatchRecord, type MatchVocabulary, type PreparedRecord } from './matchRecord';
import { rarityOf } from './rarity';
import { soundLikeness } from './sounds';
import { isOneTypingError, pairLikeness, typingLikeness } from './typing';

/** `+` raised the score, `-` lowered it, `~` hardly mattered, `!` contradicts. */
export type Effect = '+' | '-' | '~' | '!';

/** One thing that was set beside another, and what it told. */
export interface Evidence {
  /** name, rarity (of the name), birth, gender, place, unique or shared (identifiers), address, companion. */
  readonly kind: string;
  /** What was found: "same", "swapped", "street" …; `kind.finding` is its key in matchWeights.json. */
  readonly finding: string;
  readonly effect: Effect;
  /** As written in the records; for an identifier with its kind before it. */
  readonly left: string;
  readonly right: string;
  /** Natural log-odds that it added. */
  readonly points: number;
}

/** How likely two records are of one entity, and why. */
export interface Match {
  /** 0 to 1. */
  readonly score: number;
  /** What told most comes first; contradictions before all. */
  readonly evidence: readonly Evidence[];
}

type Finding = Omit<Evidence, 'effect' | 'points'>;

/** From which likeness on names are called what; below, it depends on whether they have a word in common. */
const NAME_BANDS: readonly (readonly [number, string])[] = [[0.985, 'same'], [0.92, 'near'], [0.83, 'like'], [0.72, 'partly']];
const WORD_ALIKE = 0.84;
/** How usual a name is tells only where both have it. */
const LEAST_LIKE = 0.78;
const CONTRADICTING: ReadonlySet<string> = new Set(['birth.other', 'birth.generation', 'unique.other', 'gender.other']);
const NEUTRAL = 0.5;
const PLACE_ALIKE = 0.84;
/** Sums in another order differ by so little. */
const SLACK = 1e-9;
/** A number with one digit wrong is one of ten; what has letters (an e-mail address) may be further off. */
const HAS_LETTERS = /[a-z]{3}/i;
const SPELLED_ALIKE = 0.7;

/** The best of all ways to set one list beside the other: `rank` higher is better, null where nothing can be said. */
function bestOf<A, B, F>(left: readonly A[], right: readonly B[], compare: (a: A, b: B) => F | null, rank: (found: F) => number): { found: F; at: readonly [number, number] } | null {
  let best: { found: F; at: readonly [number, number] } | null = null;
  left.forEach((a, i) => right.forEach((b, j) => {
    const found = compare(a, b);
    if (found !== null && (best === null || rank(found) > rank(best.found))) best = { found, at: [i, j] };
  }));
  return best;
}

type Place = PreparedRecord['places'][number];
const isOnePlace = (x: Place, y: Place): boolean => x.text === y.text || typingLikeness(x.text, y.text) >= PLACE_ALIKE || soundLikeness(x.sounds, y.sounds, false, false, PLACE_ALIKE) >= PLACE_ALIKE;

function nameFinding(a: PreparedRecord, b: PreparedRecord, vocabulary: MatchVocabulary): Finding[] {
  // An address is no name: its parts are compared below.
  if (a.record.kind === 'address') return [];
  const kind = vocabulary.names[a.record.kind];
  const best = bestOf(a.names, b.names, (x, y) => (x.words.length === 0 || y.words.length === 0 ? null : { ...kind.compare(x, y), fewest: Math.min(x.words.length, y.words.length) }), ({ score }) => score);
  if (best === null) return [];
  const { score, pairs, fewest } = best.found;
  const common = pairs.some(({ likeness }) => likeness >= WORD_ALIKE);
  // Of "Green" and "Thomas Green" one is a part of the other; "Emma Green" and "Thomas Green" only share a word.
  const finding = NAME_BANDS.find(([least]) => score >= least)?.[1] ?? (common && fewest === 1 ? 'part' : common ? 'unlike' : 'other');
  const [i, j] = best.at;
  const found: Finding = { kind: 'name', finding, left: a.record.names[i] ?? '', right: b.record.names[j] ?? '' };
  const [left, right] = [a.names[i], b.names[j]];
  const rarity = score < LEAST_LIKE || left === undefined || right === undefined ? null : rarityOf(left, right, best.found, kind, vocabulary.counts?.[a.record.kind]);
  return rarity === null ? [found] : [found, { kind: 'rarity', ...rarity }];
}

function listFinding<F extends string, V>(kind: string, left: readonly V[], right: readonly V[], compare: (a: V, b: V) => F | null, points: Readonly<Record<string, number>>, shown: readonly [readonly string[], readonly string[]]): Finding[] {
  const best = bestOf(left, right, compare, (found: F) => points[`${kind}.${found}`] ?? 0);
  return best === null ? [] : [{ kind, finding: best.found, left: shown[0][best.at[0]] ?? '', right: shown[1][best.at[1]] ?? '' }];
}

/** Each kind of identifier by itself: that one number is shared says more than that others differ. */
function identifierFindings(a: MatchRecord, b: MatchRecord, { weights }: MatchVocabulary): Finding[] {
  const kinds = new Set(a.identifiers.map(({ kind }) => kind));
  return [...kinds].flatMap((kind): Finding[] => {
    const values = (record: MatchRecord): string[] => record.identifiers.filter((each) => each.kind === kind).map(({ value }) => value);
    const strength = weights.identifiers[kind] ?? 'shared';
    const [left, right] = [values(a), values(b)];
    const found = listFinding(strength, left, right, (x, y) => (x === y ? 'same' : isOneTypingError(x, y) || (HAS_LETTERS.test(x) && pairLikeness(x, y) >= SPELLED_ALIKE) ? 'near' : 'other'), weights.points, [left, right]);
    return found.map((each) => ({ ...each, left: `${kind} ${each.left}`, right: `${kind} ${each.right}` }));
  });
}

/** All but the names, which take longest. */
function otherFindings(a: PreparedRecord, b: PreparedRecord, vocabulary: MatchVocabulary): Finding[] {
  const { points, mostCompanions } = vocabulary.weights;
  const lines = (prepared: PreparedRecord): readonly string[] => [...prepared.record.addresses, ...(prepared.record.kind === 'address' ? prepared.record.names : [])];
  const address = bestOf(a.addresses, b.addresses, compareAddresses, (found) => points[`address.${found}`] ?? 0);
  const shared = new Set(b.record.companions);
  return [
    ...listFinding<BirthFinding, string>('birth', a.record.births, b.record.births, compareBirths, points, [a.record.births, b.record.births]),
    ...listFinding('gender', a.record.genders, b.record.genders, (x, y) => (x === y ? 'same' : x === 'x' || y === 'x' ? null : 'other'), points, [a.record.genders, b.record.genders]),
    ...listFinding('place', a.places, b.places, (x, y) => (isOnePlace(x, y) ? 'same' : 'other'), points, [a.record.places, b.record.places]),
    ...identifierFindings(a.record, b.record, vocabulary),
    ...(address === null ? [] : [{ kind: 'address', finding: address.found, left: lines(a)[address.at[0]] ?? '', right: lines(b)[address.at[1]] ?? '' }]),
    ...[...new Set(a.record.companions)].filter((id) => shared.has(id)).slice(0, mostCompanions).map((id) => ({ kind: 'companion', finding: 'same', left: id, right: id })),
  ];
}

/** Keys of what was found, as calibrate.ts learns their weights. */
export const featuresOf = ({ evidence }: Match): readonly string[] => evidence.map(({ kind, finding }) => `${kind}.${finding}`);

/** Natural log-odds as a share of certainty. */
export const likelihood = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * Scores two records that were prepared: the log-odds of all that was found, summed (Fellegi and Sunter, "A theory for record linkage", 1969), from the prior on.
 * Records of different kinds are never the same.
 */
export function scorePrepared(a: PreparedRecord, b: PreparedRecord, vocabulary: MatchVocabulary): Match {
  if (a.record.kind !== b.record.kind) return { score: 0, evidence: [] };
  const { points: weights, prior } = vocabulary.weights;
  const evidence = [...nameFinding(a, b, vocabulary), ...otherFindings(a, b, vocabulary)].map((found): Evidence => {
    const key = `${found.kind}.${found.finding}`;
    const points = weights[key] ?? 0;
    return { ...found, points, effect: CONTRADICTING.has(key) ? '!' : Math.abs(points) < NEUTRAL ? '~' : points > 0 ? '+' : '-' };
  });
  const told = evidence.reduce((sum, { points }) => sum + points, prior);
  return { score: evidence.length === 0 ? 0 : likelihood(told), evidence: evidence.toSorted((x, y) => Number(y.effect === '!') - Number(x.effect === '!') || Math.abs(y.points) - Math.abs(x.points)) };
}

/** The most that names tell for one entity. */
function mostByName({ weights: { points } }: MatchVocabulary): number {
  let [name, rarity] = [0, 0];
  for (const [key, told] of Object.entries(points)) {
    if (key.startsWith('name.')) name = Math.max(name, told);
    else if (key.startsWith('rarity.')) rarity = Math.max(rarity, told);
  }
  return name + rarity;
}

/**
 * Only the score, for very many pairs: what scorePrepared gives wherever that is at least `least` (0 to 1), otherwise something less. What the rest tells against is asked
 * first: where no name could make up for it, names are not compared.
 */
export function scorerFrom(least: number, vocabulary: MatchVocabulary): (a: PreparedRecord, b: PreparedRecord) => number {
  const { points, prior } = vocabulary.weights;
  const enough = least <= 0 ? -Infinity : Math.log(least / (1 - least)) - mostByName(vocabulary) - SLACK;
  const pointsOf = ({ kind, finding }: Finding): number => points[`${kind}.${finding}`] ?? 0;
  return (a, b) => {
    if (a.record.kind !== b.record.kind) return 0;
    const others = otherFindings(a, b, vocabulary);
    if (others.reduce((sum, found) => sum + pointsOf(found), prior) < enough) return 0;
    const names = nameFinding(a, b, vocabulary);
    if (names.length + others.length === 0) return 0;
    let told = prior;
    for (const found of names) told += pointsOf(found);
    for (const found of others) told += pointsOf(found);
    return likelihood(told);
  };
}

/** Scores two records. Symmetric but for left and right. */
export const scoreRecords = (a: MatchRecord, b: MatchRecord, vocabulary: MatchVocabulary): Match => scorePrepared(prepareRecord(a, vocabulary), prepareRecord(b, vocabulary), vocabulary);
