import type { TFunction } from 'i18next';
import type { EvidenceView } from '../../shared/contract/judging';
import type { PropertyType } from '../../shared/schema/types';
import { formatValue } from '../../shared/values';
import type { Language } from '../../shared/values/kind';
import type { Types } from '../case/types';
import { shownValue } from '../ui/propertyValue';

/** One finding in words, with what stood on either side; the sides are empty where the sentence says it all. */
export interface EvidenceText {
  readonly text: string;
  readonly left: string;
  readonly right: string;
}

/** Kinds whose values begin with the kind of identifier and a blank. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['unique', 'shared']);
/** What finding a companion says is who it is. */
const COMPANION = 'companion';
/** Kinds of evidence whose values are not written as they are stored. */
const FORMATS = { birth: 'date', gender: 'gender' } as const;
const formatOf = (kind: string): (typeof FORMATS)[keyof typeof FORMATS] | null => (kind === 'birth' || kind === 'gender' ? FORMATS[kind] : null);

/** A kind of identifier as it is shown. */
export interface Identifier {
  readonly property: PropertyType | undefined;
  readonly name: string;
}

/** The property that holds an identifier of a kind, whichever type has it first, and what people call it: "Number" of a phone number is that of its type. */
export function identifierOf(types: Types, kind: string, language: Language): Identifier {
  for (const type of types.catalogue.entityTypes) {
    const property = type.properties.find((each) => each.identifier === kind);
    if (property === undefined) continue;
    const [own, whole] = [property.label[language], type.label[language]];
    return { property, name: whole.toLocaleLowerCase(language).includes(own.toLocaleLowerCase(language)) ? whole : own };
  }
  return { property: undefined, name: kind };
}

/** What was found, said in the reader's language. */
export function evidenceText(t: TFunction, types: Types, language: Language, evidence: EvidenceView): EvidenceText {
  const { kind, finding, left, right } = evidence;
  const key = `matching:evidence.${kind}.${finding}`;
  if (kind === COMPANION) return { text: t(key, { what: left || t('matching:someone') }), left: '', right: '' };
  if (IDENTIFIERS.has(kind)) {
    const [identifier = ''] = left.split(' ', 1);
    const { property, name } = identifierOf(types, identifier, language);
    const value = (text: string): string => shownValue(property, text.slice(text.indexOf(' ') + 1), language);
    return { text: t(key, { what: name }), left: value(left), right: value(right) };
  }
  const format = formatOf(kind);
  const value = (text: string): string => (format === null || text === '' ? text : formatValue(format, text, language));
  return { text: t(key, { defaultValue: t('matching:evidence.unknown') }), left: value(left), right: value(right) };
}

const MOST_REASONS = 3;
const FOR = { same: '+', different: '-' } as const;

/**
 * A reason for a judgement as it may be written down: what tells most for it. Empty when nothing does. For "unsure" both sides are named.
 */
export function proposedReason(t: TFunction, types: Types, language: Language, evidence: readonly EvidenceView[], verdict: 'same' | 'different' | 'unsure'): string {
  const speaks = ({ effect }: EvidenceView): boolean => (verdict === 'unsure' ? effect !== '~' : effect === FOR[verdict] || (verdict === 'different' && effect === '!'));
  const sentences = [...new Set(evidence.filter(speaks).map((each) => evidenceText(t, types, language, each).text))].slice(0, MOST_REASONS);
  return sentences.join('; ');
}

/** Lower bounds of what a score is called. */
const BANDS = [[0.95, 'very'], [0.8, 'likely'], [0.5, 'maybe'], [0.2, 'unlikely']] as const;

/** How sure it is that two are the same, in words. */
export const scoreWord = (t: TFunction, score: number): string => t(`matching:score.${BANDS.find(([least]) => score >= least)?.[1] ?? 'hardly'}`);

/** A score as its reader writes it: "0,97". Never rounded up to certainty. */
export const scoreText = (score: number, language: Language): string => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(score > 0.99 && score < 1 ? 0.99 : score);
