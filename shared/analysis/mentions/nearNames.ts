import { latinOf } from '../matching/letters';
import { nameWords } from '../matching/nameWords';
import { emptyRecord, type MatchRecord, type MatchVocabulary } from '../matching/matchRecord';
import type { Catalogue } from '../../schema/catalogue';
import type { MatchKind } from '../../schema/types';
import type { ParseContext, StoredValue } from '../../values/kind';
import { identifierOf } from '../../values';
import { findBirths, type BirthMention } from './birthDates';
import { findCandidates, type NameCandidate } from './candidates';
import type { Mention, Span } from './mention';

/** Kinds of records whose names are looked for in texts. */
export const NAMED_KINDS = ['person', 'company', 'vessel'] as const satisfies readonly MatchKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A name that may be that of somebody the case knows, or of somebody new, with what its sentence says beside it. */
export interface UnsureName extends NameCandidate {
  /** Day of birth and identifiers that stand in its sentence and can be of nobody else there. */
  readonly birth: StoredValue | null;
  readonly identifiers: readonly Mention[];
  /** Who it is where the case knows nobody of that name; null where too little says that it is a name at all. */
  readonly fresh: Extract<NamedKind, 'person' | 'company'> | null;
}

/** How far behind a name its day of birth may begin. */
const BESIDE = 48;
const MOST_PARTS = 5;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const within = (a: Span, b: Span): boolean => b.start <= a.start && a.end <= b.end;

/** Whether a word of it is a name that people are given. */
function isGivenName({ raw, capitals, words }: NameCandidate, { names }: MatchVocabulary): boolean {
  return capitals && words <= MOST_PARTS && !/\p{N}|&/u.test(raw) && nameWords(raw).words.some((word) => names.person.known.given(word) !== undefined);
}

/** Of a text without capitals every few words could be a name: only those are looked at that hold one that people are given, or sound like one, or stand by themselves. */
function worthComparing({ raw, capitals, whole }: NameCandidate, { names: { person: { known } } }: MatchVocabulary): boolean {
  return capitals || whole || nameWords(raw).words.some((word) => known.given(word) !== undefined || known.soundsGiven(word) !== undefined);
}

const hasForm = ({ raw }: NameCandidate, forms: ReadonlySet<string>): boolean => raw.split(/\s+/u).slice(1).some((word) => forms.has(latinOf(word).text.replace(/[^a-z0-9]/g, '')));

/** The kind that an identifier is one of itself: a national number is a person's, an enterprise number a company's. A phone is nobody's by its form. */
function ownKind({ targets: [target] }: Mention, catalogue: Catalogue): MatchKind | null {
  if (target === undefined) return null;
  const { match } = catalogue.property(target.type, target.property) ?? {};
  return match === 'identifier' ? (catalogue.entityType(target.type)?.matchAs ?? null) : null;
}

export interface NearContext {
  readonly catalogue: Catalogue;
  readonly reading: ParseContext;
  readonly vocabulary: MatchVocabulary;
  /** Forms of companies in plain letters. */
  readonly forms: ReadonlySet<string>;
}

/**
 * Names in a text that are none of those that were found for certain. `certain` are the known names and identifiers that stand in it. What a sentence says beside a name counts as
 * the name's where only one name stands in that sentence, or where a day of birth follows it at once. Somebody new is only proposed where a name of two to five words holds a given name and
 * a day of birth or a person's own number stands beside it; a new company, where it bears a company's form and number.
 */
export function unsureNames(text: string, certain: { readonly identifiers: readonly Mention[]; readonly names: readonly Span[] }, { catalogue, reading, vocabulary, forms }: NearContext): readonly UnsureName[] {
  const candidates = findCandidates(text).filter((candidate) => worthComparing(candidate, vocabulary) && !certain.names.some((name) => overlaps(name, candidate)) && !certain.identifiers.some((other) => overlaps(other, candidate)));
  const births = findBirths(text, reading);
  const alone = (candidate: NameCandidate): boolean => ![...candidates, ...certain.names].some((other) => other !== candidate && within(other, candidate.sentence) && !overlaps(other, candidate));
  return candidates.map((candidate): UnsureName => {
    const only = alone(candidate);
    const follows = ({ start }: BirthMention): boolean => start >= candidate.end && start - candidate.end <= BESIDE && ![...candidates, ...certain.names].some((other) => other.start >= candidate.end && other.end <= start);
    const birth = births.find(follows) ?? (only ? births.find((each) => within(each, candidate.sentence)) : undefined);
    const identifiers = only ? certain.identifiers.filter((each) => within(each, candidate.sentence) && ownKind(each, catalogue) !== null) : [];
    const numberOf = (kind: MatchKind): boolean => identifiers.some((each) => ownKind(each, catalogue) === kind && each.value.doubt === undefined);
    const company = hasForm(candidate, forms);
    const person = !company && candidate.whole && isGivenName(candidate, vocabulary) && (birth !== undefined || numberOf('person'));
    return { ...candidate, birth: birth?.value ?? null, identifiers, fresh: person ? 'person' : company && candidate.whole && numberOf('company') ? 'company' : null };
  });
}

/** A name with what stands beside it, as it is compared with what the case knows. */
export function recordOfName({ raw, birth, identifiers }: UnsureName, kind: NamedKind, catalogue: Catalogue): MatchRecord {
  return {
    ...emptyRecord(kind), names: [raw], births: birth === null || kind !== 'person' ? [] : [birth.v],
    identifiers: identifiers.filter((each) => ownKind(each, catalogue) === kind).flatMap(({ kind: valueKind, value, targets: [target] }) => {
      const identifier = target === undefined ? undefined : catalogue.property(target.type, target.property)?.identifier;
      const normal = identifierOf(valueKind, value.v);
      return identifier === undefined || normal === '' ? [] : [{ kind: identifier, value: normal }];
    }),
  };
}
