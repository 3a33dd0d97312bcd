import { latinOf } from './letters';
import { soundLikeness, soundsOf } from './sounds';
import { typingLikeness } from './typing';

/** Words of resources/vocabularies/streetForms.json, ready to be asked. */
export interface StreetForms {
  /** What stands for a kind of street, with the kind's number: "straat", "str" and "rue" are one. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Those that are written at the end of the street's own name: "Kerkstraat". Longest first. */
  readonly joined: readonly string[];
  /** What comes before the number of a box or flat. */
  readonly unit: ReadonlySet<string>;
}

/** The file's content, ready to be asked. */
export const streetFormsOf = ({ forms, joined, unit }: { readonly forms: readonly (readonly string[])[]; readonly joined: readonly string[]; readonly unit: readonly string[] }): StreetForms => ({
  kinds: new Map(forms.flatMap((words, kind) => words.map((word): [string, number] => [word, kind]))),
  joined: joined.toSorted((a, b) => b.length - a.length),
  unit: new Set(unit),
});

/** An address in parts; what is not there is empty. */
export interface AddressLine {
  /** The street's own name without its form, and articles: "kerk" of "Kerkstraat" and "Kerk Str.". */
  readonly street: string;
  readonly kind: number | null;
  readonly number: string;
  readonly postcode: string;
  /** What is left: the town, a district, a country. */
  readonly towns: readonly string[];
}

const ARTICLES: ReadonlySet<string> = new Set(['de', 'het', 'den', 'der', 'la', 'le', 'les', 'l', 'd', 'du', 'des', 'van', 'von', 'the', 'of', 'am', 'an', 'im', 'zum', 'zur', 't']);
const SHORTEST = 3;

function streetOf(words: readonly string[], { kinds, joined }: StreetForms): { street: string; kind: number | null } {
  let kind: number | null = null;
  const own = words.flatMap((word) => {
    const found = kinds.get(word);
    // A form that is all there is, is the name: "Laan 5".
    if (found !== undefined && words.length > 1) {
      kind = found;
      return [];
    }
    const ending = joined.find((form) => word.endsWith(form) && word.length - form.length >= SHORTEST);
    if (ending !== undefined) {
      kind = kinds.get(ending) ?? kind;
      return [word.slice(0, -ending.length)];
    }
    return ARTICLES.has(word) ? [] : [word];
  });
  return { street: own.join(''), kind };
}

const HOUSE = /^\d{1,5}[a-z]?$/;
const POSTCODE = /^\d{4,6}$/;

/**
 * Parts an address as it is written in one line: "Kerkstraat 12 bus 3, 2000 Antwerpen", "12, rue de l'Église, 1000 Bruxelles", "6 Tullaroop Street, St James 4011". The
 * street is what stands before or just after the first number, the rest is the town.
 */
export function addressLine(written: string, forms: StreetForms): AddressLine {
  const parts = written.split(/[,;\n]+/).map((part) => latinOf(part).text.replaceAll(/[.']/g, ' ').split(' ').filter((word) => word !== '')).filter((words) => words.length > 0);
  let number = '';
  let postcode = '';
  let street: readonly string[] | null = null;
  const towns: string[] = [];
  for (const words of parts) {
    const before: string[] = [];
    let boxed = false;
    let past = street !== null;
    for (const word of words) {
      if (forms.unit.has(word)) boxed = true;
      else if (/\d/.test(word)) {
        if (boxed) boxed = false;
        else if (past && POSTCODE.test(word)) postcode = postcode === '' ? word : postcode;
        else if (number === '' && HOUSE.test(word)) {
          number = word;
          past = before.length > 0;
        } else if (POSTCODE.test(word)) postcode = word;
      } else if (past) towns.push(word);
      else before.push(word);
    }
    if (before.length > 0) {
      if (street === null) street = before;
      else towns.push(...before);
    }
  }
  return { ...streetOf(street ?? [], forms), number, postcode, towns };
}

/** How two addresses stand to one another. */
export type AddressFinding = 'same' | 'street' | 'town' | 'other';
const ALIKE = 0.84;

const alike = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= SHORTEST && Math.max(soundLikeness(soundsOf(a), soundsOf(b)), typingLikeness(a, b)) >= ALIKE);

/** Compares two addresses; null where they have nothing that could be compared. */
export function compareAddresses(a: AddressLine, b: AddressLine): AddressFinding | null {
  const town = (a.postcode !== '' && a.postcode === b.postcode) || a.towns.some((word) => b.towns.some((other) => alike(word, other)));
  const placed = (a.postcode !== '' || a.towns.length > 0) && (b.postcode !== '' || b.towns.length > 0);
  if (a.street !== '' && b.street !== '') {
    // The same street in another town is another street.
    const street = alike(a.street, b.street) && (a.kind === null || b.kind === null || a.kind === b.kind || a.street === b.street) && (!placed || town || a.number === b.number);
    if (street) return a.number !== '' && a.number === b.number ? 'same' : 'street';
    return town ? 'town' : 'other';
  }
  return placed ? (town ? 'town' : 'other') : null;
}
