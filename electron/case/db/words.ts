import anyAscii from 'any-ascii';
import type { EntityType } from '../../../shared/schema/types';
import type { StoredValue } from '../../../shared/values/kind';

type Values = Readonly<Record<string, readonly StoredValue[]>>;

/** Longer texts are no number as a whole. */
const LONGEST_NUMBER = 64;

/** Numbers with marks inside, as people write them in a text: "0470/55.01.27". */
const MARKED_NUMBER = /\d+(?:[ ./-]\d+)+/g;

/** "0470/55.01.27" is also found as "0470550127", "BE68 5390 0754" as "BE6853900754": what a text says without its marks. */
function closedUp(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const numbers = (text.match(MARKED_NUMBER) ?? []).map((number) => number.replace(/\D/g, ''));
  return text.length > LONGEST_NUMBER ? numbers : [...numbers, text.replace(/[^\p{L}\p{N}]/gu, '')];
}

/** Everything that live statements say of an entity, as the full-text index takes it: values as kept and as written, numbers also without their marks. */
export function searchText(caption: string, values: Values): string {
  const words = new Set<string>([caption]);
  for (const list of Object.values(values)) {
    for (const { v, raw } of list) {
      for (const text of raw === undefined ? [v] : [v, raw]) {
        words.add(text);
        for (const closed of closedUp(text)) words.add(closed);
      }
    }
  }
  return [...words].join('\n');
}

/** A name in plain letters, whatever script and accents it was written in: "Yılmaz, Şükrü" gives "yilmaz sukru". */
export function plainName(name: string): string {
  return anyAscii(name).toLowerCase().replace(/['’`]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Keys under which an entity is found by name: each word of its names, and each whole name with its words in order. */
export function nameKeys(type: EntityType, values: Values): Set<string> {
  const keys = new Set<string>();
  for (const property of type.properties) {
    if (property.match !== 'name') continue;
    for (const { v } of values[property.id] ?? []) {
      const words = plainName(v).split(' ').filter((word) => word !== '');
      for (const word of words) keys.add(word);
      if (words.length > 1) keys.add(words.toSorted().join(' '));
    }
  }
  return keys;
}
