import { canonicalJson } from '../../../shared/model/canonicalJson';

/** Of longer lists only the length is told. */
const NAMED = 200;

const DAY = '2026-01-01';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Texts that conditions of a pattern look for, wherever they stand in what was asked. */
function textsIn(value: unknown): string[] {
  if (isList(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'text' && typeof each === 'string' ? [each] : textsIn(each)));
}

const shortened = (value: unknown): unknown => {
  if (isList(value)) return value.length > NAMED ? { count: value.length } : value.map(shortened);
  return typeof value !== 'object' || value === null ? value : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
};

/** What the journal keeps of a question about the network: all of it as JSON, without long lists; and the words that it looked for. */
export const askedOf = (asked: object): { readonly asked: string; readonly words: string } => ({ asked: canonicalJson(shortened(asked)), words: textsIn(asked).join(' · ') });

/** Ids that a question named. */
export const idsIn = (asked: string): readonly string[] => [...asked.matchAll(/"([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})"/g)].flatMap(([, id]) => id ?? []);

/** Days that conditions of a pattern look for exactly: a day of birth tells a person as a name does. */
function daysIn(value: unknown): string[] {
  if (isList(value)) return value.flatMap(daysIn);
  if (typeof value !== 'object' || value === null) return [];
  const { kind, from, until } = value as Readonly<Record<string, unknown>>;
  return kind === 'date' && typeof from === 'string' && from === until && from.length >= DAY.length ? [from] : Object.values(value).flatMap(daysIn);
}

/** Words and days that a question looked for. */
export function wordsIn(asked: string): readonly string[] {
  const question: unknown = JSON.parse(asked);
  return [...textsIn(question), ...daysIn(question)];
}
