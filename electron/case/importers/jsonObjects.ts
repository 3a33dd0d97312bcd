import type { Bytes } from './bytes';
import { isJsonArray, isJsonObject, readJson } from './json';
import type { JsonObject, JsonValue } from './json';

export interface FoundObject {
  readonly kind: 'object';
  readonly object: JsonObject;
  readonly line: number;
}
export interface FoundFault {
  readonly kind: 'fault';
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

/**
 * Walks the objects of a file that is a list of them, has them in lists under one of the names `lists` ("objects", "results"), one per line, or is
 * one itself. `walked` is told how many bytes were read. What is no object in such a list is a fault at its line.
 */
export function* jsonObjects(bytes: Bytes, encoding: string | null, lists: readonly string[], walked: (bytes: number) => void): Generator<(FoundObject | FoundFault)[]> {
  const reader = readJson(bytes, { encoding, pick: (path, shape) => (path.length === 0 || (path.length === 1 && shape === 'array' && lists.includes(String(path[0]))) ? 'into' : 'take') });
  const blank = (): Record<string, JsonValue> => Object.create(null) as Record<string, JsonValue>;
  /** A list in an answer may stand in a list of answers. */
  const unpack = (object: JsonObject, line: number): FoundObject[] => {
    const list = lists.map((name) => object[name]).find(isJsonArray);
    return list === undefined ? [{ kind: 'object', object, line }] : list.filter(isJsonObject).map((each) => ({ kind: 'object', object: each, line }));
  };
  let root = blank();
  let listed = false;
  let document = 0;
  let rootLine = 1;
  /** A document that is an object without such a list is itself what is looked for. */
  const alone = (): FoundObject[] => {
    const object = root;
    const own = !listed && Object.keys(object).length > 0;
    root = blank();
    listed = false;
    return own ? unpack(object, rootLine) : [];
  };
  for (const batch of reader.values()) {
    const out: (FoundObject | FoundFault)[] = [];
    for (const each of batch) {
      if (each.kind === 'fault') {
        out.push({ kind: 'fault', line: each.line, why: each.why, text: each.text });
        // What is cut off is not to be taken for a whole.
        root = blank();
        continue;
      }
      if (each.document !== document) out.push(...alone());
      document = each.document;
      const [first] = each.path;
      if (each.path.length === 1 && typeof first === 'string') {
        if (Object.keys(root).length === 0) rootLine = each.line;
        root[first] = each.value;
        continue;
      }
      if (each.path.length > 1) listed = true;
      if (isJsonObject(each.value)) out.push(...unpack(each.value, each.line));
      else out.push({ kind: 'fault', line: each.line, why: 'not an object', text: typeof each.value === 'string' ? each.value.slice(0, 100) : '' });
    }
    walked(reader.done());
    if (out.length > 0) yield out;
  }
  walked(bytes.size);
  const last = alone();
  if (last.length > 0) yield last;
}
