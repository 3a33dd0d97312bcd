import type { JsonObject, JsonValue } from './json';
import { isJsonArray, isJsonObject } from './json';

/** More texts than this of one member are kept as one. */
const SEVERAL = 100;

/** A value in words: members as "key: value, key: value", lists by commas, inner ones in brackets. */
export function wordsOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isJsonArray(value)) return value.map(wordsOf).filter((text) => text !== '').join(', ');
  return Object.entries(value as JsonObject)
    .map(([key, member]) => [key, wordsOf(member), typeof member === 'object'] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text, nested]) => (nested ? `${key}: (${text})` : `${key}: ${text}`))
    .join(', ');
}

/** The texts of a member: one per element of a list, none for null, empty objects and empty lists. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  if (!isJsonArray(value)) return [wordsOf(value)].filter((text) => text.trim() !== '');
  const texts = value.map(wordsOf).filter((text) => text.trim() !== '');
  return texts.length > SEVERAL ? [texts.join('\n')] : texts;
}

/** The member as one text; blank where it is none. */
export const textOf = (object: JsonObject, key: string): string => {
  const value = object[key];
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
};

/** The member as a list: itself where it is a list, alone where it is one value. */
export const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (isJsonArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** The objects in a member that is a list of them, or one of them. */
export const objectsOf = (value: JsonValue | undefined): readonly JsonObject[] => listOf(value).filter(isJsonObject);
