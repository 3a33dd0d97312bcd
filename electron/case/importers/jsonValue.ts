/**
 * A value of a JSON file. Numbers are their text as written ("0032475123456", "1e400"), never floating point: numbers of accounts, phones and
 * subscribers must not lose digits. Objects have no prototype, so that a key "__proto__" or "constructor" is a key like any other; where a key
 * stands twice, the last stands under it (as every reader of JSON has it) and the ones before as "key (1)", "key (2)" …
 */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
/** Keys of objects and ordinals (from 0) of arrays on the way to a value; empty for the document itself. */
export type JsonPath = readonly (string | number)[];
export type JsonShape = 'object' | 'array' | 'scalar';
/** What to do with the value that begins at `path` (not to be kept: it changes): hand it out whole, look at its members, or pass over it. */
export type JsonPick = (path: JsonPath, shape: JsonShape) => 'take' | 'into' | 'skip';

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isJsonArray = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** Why the text is no JSON, and at which byte of its UTF-8 form. */
export class JsonFault extends Error {
  constructor(readonly why: string, readonly offset: number) {
    super(why);
  }
}

/** The values at these paths, "*" for any key or ordinal: `pickAt([['*'], ['objects', '*']])`. */
export function pickAt(patterns: readonly (readonly string[])[]): JsonPick {
  return (path, shape) => {
    let into = false;
    for (const pattern of patterns) {
      if (pattern.length < path.length || !path.every((step, index) => pattern[index] === '*' || pattern[index] === step)) continue;
      if (pattern.length === path.length) return 'take';
      into = true;
    }
    return into && shape !== 'scalar' ? 'into' : 'skip';
  };
}
