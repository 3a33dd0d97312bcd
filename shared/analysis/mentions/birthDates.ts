import { parseValue } from '../../values';
import type { ParseContext, StoredValue } from '../../values/kind';
import type { Span } from './mention';

const LABEL = '(?:°|\\*|(?<![\\p{L}])(?:geb(?:\\.|oren|oortedatum)?|nées?|né\\(e\\)|ne(?:\\(e\\))|date de naissance|naissance|geburtsdatum|geboortedatum|born|d\\.?o\\.?b\\.?|date of birth|birth date)(?![\\p{L}]))';
/** What may stand between the word and the day: "te Antwerpen op", "à Liège le", and a colon. */
const BETWEEN = '[ \\u00a0:]{0,3}(?:(?:te|à|in|at|zu|op|le|am|on|den)(?![\\p{L}])[^\\d;.!?]{0,40}?)?';
const DAY = '(?<day>\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? [\\p{L}]{3,9}\\.? \\d{4}|\\d{4}(?![\\d./-]))';
const BORN = new RegExp(`${LABEL}${BETWEEN}${DAY}`, 'giu');

/** A day of birth that a text names as such. */
export interface BirthMention extends Span {
  readonly value: StoredValue;
}

/** Days of birth: only those that a word says to be one. A day that can be read in two ways is left out. */
export function findBirths(text: string, reading: ParseContext): readonly BirthMention[] {
  return [...text.matchAll(BORN)].flatMap((found): BirthMention[] => {
    const day = found.groups?.['day'] ?? '';
    const value = parseValue('date', day, reading);
    return value === null || value.doubt !== undefined ? [] : [{ start: found.index, end: found.index + found[0].length, value }];
  });
}
