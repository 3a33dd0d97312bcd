import { formatValue, parseValue } from '../values';
import { LANGUAGES } from '../values/kind';
import type { Language, ParseContext, StoredValue } from '../values/kind';
import { foldHeading } from './heading';
import type { PropertyType } from './types';

/** A name and its alternatives: "Contact of andere" is also meant by "Contact". */
const meantBy = (name: string): readonly string[] => [name, ...name.split(/ (?:of|ou|oder|or) /)];

/** The code of a choice that a text means: the code itself or its name, or an alternative in it, in any language; null when it means none. */
export function choiceCode(property: PropertyType, text: string): string | null {
  const folded = foldHeading(text);
  for (const [code, names] of Object.entries(property.choices ?? {})) {
    if (foldHeading(code) === folded || LANGUAGES.some((language) => meantBy(foldHeading(names[language])).includes(folded))) return code;
  }
  return null;
}

/** Reads what a source wrote for a property. As parseValue, but a choice becomes its code, or is kept with doubt "format". */
export function parseProperty(property: PropertyType, text: string, context: ParseContext): StoredValue | null {
  const read = parseValue(property.kind, text, context);
  if (property.kind !== 'choice' || read === null) return read;
  const code = choiceCode(property, read.v);
  if (code === null) return { ...read, doubt: 'format' };
  const raw = text.trim();
  return raw === code ? { v: code } : { v: code, raw };
}

/** Shows a value of a property to a reader: a choice by its name, all else as its kind does. */
export function formatProperty(property: PropertyType, v: string, language: Language): string {
  const choices = property.choices;
  if (choices !== undefined && Object.hasOwn(choices, v)) return choices[v]?.[language] ?? v;
  return formatValue(property.kind, v, language);
}
