import type { Bytes } from '../../bytes';
import { isJsonArray, isJsonObject, readJson } from '../../json';
import type { JsonObject, JsonValue } from '../../json';
import { textOf } from '../../jsonText';

export interface StixObject {
  readonly kind: 'object';
  readonly object: JsonObject;
  readonly line: number;
}
export interface StixFault {
  readonly kind: 'fault';
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

const isBundle = (value: JsonObject): boolean => textOf(value, 'type') === 'bundle' || (isJsonArray(value['objects']) && value['id'] === undefined);

/** Objects in a value: those of a bundle, or itself. Bundles stand in lists of bundles only, never in each other. */
function unpack(value: JsonValue, line: number): StixObject[] {
  if (!isJsonObject(value)) return [];
  if (!isBundle(value)) return [{ kind: 'object', object: value, line }];
  const objects = value['objects'];
  return isJsonArray(objects) ? objects.filter(isJsonObject).map((object) => ({ kind: 'object', object, line })) : [];
}

/**
 * Walks the objects of a bundle, of what a TAXII server answers, of a list, of lines, or the one object that a file is. `walked` is told how many
 * bytes were read. What is no object in a list of objects is a fault at its line.
 */
export function* stixObjects(bytes: Bytes, encoding: string | null, walked: (bytes: number) => void): Generator<(StixObject | StixFault)[]> {
  const reader = readJson(bytes, { encoding, pick: (path, shape) => (path.length === 0 || (path.length === 1 && path[0] === 'objects' && shape === 'array') ? 'into' : 'take') });
  let root: Record<string, JsonValue> = Object.create(null) as Record<string, JsonValue>;
  let document = 0;
  let rootLine = 1;
  const alone = (): StixObject[] => {
    const object = root;
    root = Object.create(null) as Record<string, JsonValue>;
    return typeof object['type'] === 'string' && typeof object['id'] === 'string' && !isBundle(object) ? [{ kind: 'object', object, line: rootLine }] : [];
  };
  for (const batch of reader.values()) {
    const out: (StixObject | StixFault)[] = [];
    for (const each of batch) {
      if (each.kind === 'fault') {
        out.push({ kind: 'fault', line: each.line, why: each.why, text: each.text });
        continue;
      }
      if (each.document !== document) out.push(...alone());
      document = each.document;
      const [first] = each.path;
      if (each.path.length === 1 && typeof first === 'string') {
        if (Object.keys(root).length === 0) rootLine = each.line;
        root[first] = each.value;
      } else if (isJsonObject(each.value)) out.push(...unpack(each.value, each.line));
      else out.push({ kind: 'fault', line: each.line, why: 'not an object', text: typeof each.value === 'string' ? each.value.slice(0, 100) : '' });
    }
    walked(reader.done());
    if (out.length > 0) yield out;
  }
  walked(bytes.size);
  const last = alone();
  if (last.length > 0) yield last;
}
