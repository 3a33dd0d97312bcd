import type { Catalogue } from '../../schema/catalogue';
import { parseValue } from '../../values';
import type { ParseContext, StoredValue, ValueKindId } from '../../values/kind';
import { findIbans } from './ibans';
import type { Mention, Span, Target } from './mention';
import { findPhones } from './phones';
import { RULES } from './rules';
import type { Rule } from './rules';
import { Sentences } from './sentences';
import { targetsOf } from './targets';

/** How far a label may stand before its value. */
const BEFORE = 160;
/** A text with more than this is no page that anyone reads; the rest of it is passed over. */
const MOST = 20_000;
const PHONE_STRENGTH = 6;
const IBAN_STRENGTH = 9;

interface Found extends Span {
  readonly kind: ValueKindId;
  readonly property: string | undefined;
  readonly value: StoredValue;
  readonly raw: string;
  readonly strength: number;
}

/** One line, with a word that was broken at its end put together by what a number allows. */
const unwrapped = (text: string): string => text.replace(/\s*\r?\n\s*/gu, ' ').trim();

/** An address on the web without the marks of the sentence that it ends. */
function withoutSentence(url: string): string {
  let trimmed = url.replace(/[.,;:!?'’]+$/u, '');
  while (/[)\]}]$/.test(trimmed) && (trimmed.match(/[([{]/g)?.length ?? 0) < (trimmed.match(/[)\]}]/g)?.length ?? 0)) trimmed = trimmed.slice(0, -1).replace(/[.,;:!?]+$/u, '');
  return trimmed;
}

function* byRule(text: string, rule: Rule, given: ParseContext, sentences: Sentences): Generator<Found> {
  const context = rule.country === undefined ? given : { ...given, country: rule.country };
  for (const match of text.matchAll(rule.pattern)) {
    const part = match.groups?.['value'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(part) + (part.length - part.trimStart().length);
    const written = rule.kind === 'url' ? withoutSentence(part) : part.trim();
    const end = start + written.length;
    if (rule.label !== undefined && !rule.label.test(text.slice(Math.max(0, start - BEFORE), start))) continue;
    if (rule.not?.test(text.slice(Math.max(0, start - BEFORE), start)) === true) continue;
    if (rule.about !== undefined) {
      const sentence = sentences.around({ start, end });
      // The candidate itself must not be what makes the sentence about it.
      if (!rule.about.test(`${text.slice(sentence.start, start)} ${text.slice(end, sentence.end)}`)) continue;
    }
    const raw = unwrapped(written);
    if (rule.only?.(raw, context) === false) continue;
    const value = parseValue(rule.kind, raw, context);
    if (value === null || (value.doubt !== undefined && !(rule.doubted === true && value.doubt === 'checkDigit'))) continue;
    yield { kind: rule.kind, property: rule.property, value, raw, start, end, strength: rule.strength - (value.doubt === undefined ? 0 : 4) };
  }
}

function* bySpans(text: string, kind: ValueKindId, spans: readonly Span[], strength: number, context: ParseContext): Generator<Found> {
  for (const { start, end } of spans) {
    const raw = unwrapped(text.slice(start, end));
    const value = parseValue(kind, raw, context);
    if (value !== null) yield { kind, property: undefined, value, raw, start, end, strength: strength - (value.doubt === undefined ? 0 : 4) };
  }
}

/** Of those that overlap, the strictest stands; of equally strict ones the longest. */
function apart(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const each of found.toSorted((a, b) => b.strength - a.strength || b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each);
    if (kept.length >= MOST) break;
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

export interface MentionContext {
  readonly catalogue: Catalogue;
  /** Country whose numbers need no prefix, order of dates. */
  readonly reading: ParseContext;
}

/**
 * Identifiers that stand in a text, in their order, none overlapping another: telephone numbers, accounts, plates, containers, addresses and the like, as
 * the value kinds read them. Rather misses one than proposes what is none: forms that much else has need a word beside them that says what they are. A value
 * that fails its check digit only is given with that doubt. Pure; the same text gives the same mentions.
 */
export function findMentions(text: string, { catalogue, reading }: MentionContext): readonly Mention[] {
  const sentences = new Sentences(text);
  const found: Found[] = [...bySpans(text, 'phone', findPhones(text, reading), PHONE_STRENGTH, reading), ...bySpans(text, 'iban', findIbans(text, reading), IBAN_STRENGTH, reading)];
  for (const rule of RULES) found.push(...byRule(text, rule, reading, sentences));
  const targets = new Map<string, readonly Target[]>();
  return apart(found).flatMap(({ kind, property, value, raw, start, end }) => {
    const key = `${kind} ${property ?? ''}`;
    const known = targets.get(key) ?? targetsOf(catalogue, kind, property);
    targets.set(key, known);
    return known.length === 0 ? [] : [{ kind, targets: known, raw, value, start, end, sentence: sentences.around({ start, end }) }];
  });
}
