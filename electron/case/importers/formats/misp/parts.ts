import type { Bytes } from '../../bytes';
import { isJsonObject, readJson } from '../../json';
import type { JsonObject, JsonPath, JsonPick, JsonValue } from '../../json';
import { objectsOf } from '../../jsonText';

/** One part of a MISP file; `event` tells apart the events that parts belong to. */
export type MispPart =
  | { readonly kind: 'attribute' | 'object' | 'proposal'; readonly event: string; readonly object: JsonObject; readonly line: number }
  | { readonly kind: 'member'; readonly event: string; readonly name: string; readonly value: JsonValue; readonly line: number }
  | { readonly kind: 'fault'; readonly line: number; readonly why: string; readonly text: string };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const LISTS: Readonly<Record<string, 'attribute' | 'object' | 'proposal'>> = { Attribute: 'attribute', Object: 'object', ShadowAttribute: 'proposal' };

/** What only wraps events: lists, answers of a server, manifests of feeds. */
const wraps = (step: string | number): boolean => typeof step === 'number' || step === 'response' || step === 'Event' || UUID.test(step);
const listed = (step: string | number | undefined): 'attribute' | 'object' | 'proposal' | undefined => (typeof step === 'string' && Object.hasOwn(LISTS, step) ? LISTS[step] : undefined);

const pick: JsonPick = (path, shape) => {
  const last = path.at(-1);
  if (last === undefined || wraps(last)) {
    const list = path.at(-2);
    if (typeof last === 'number' && listed(list) !== undefined) return 'take';
    return shape === 'scalar' ? 'skip' : 'into';
  }
  return shape === 'array' && listed(last) !== undefined ? 'into' : 'take';
};

function partOf(value: JsonValue, path: JsonPath, document: number, line: number): MispPart[] {
  const at = path.findIndex((step) => !wraps(step));
  const name = path[at];
  if (at < 0 || typeof name !== 'string') return [];
  const event = [document, ...path.slice(0, at)].join('/');
  const kind = listed(name);
  if (kind === undefined) return [{ kind: 'member', event, name, value, line }];
  const objects = objectsOf(value);
  return objects.length > 0 ? objects.map((object) => ({ kind, event, object, line })) : value === null ? [] : [{ kind: 'fault', line, why: `${name}: not an object`, text: typeof value === 'string' ? value.slice(0, 100) : '' }];
}

/** Walks a MISP export part by part; an event's attributes and objects one by one, so that its size does not matter. */
export function* mispParts(bytes: Bytes, encoding: string | null, walked: (bytes: number) => void): Generator<MispPart[]> {
  const reader = readJson(bytes, { encoding, pick });
  for (const batch of reader.values()) {
    const out: MispPart[] = [];
    for (const each of batch) {
      if (each.kind === 'fault') out.push({ kind: 'fault', line: each.line, why: each.why, text: each.text });
      else out.push(...partOf(each.value, each.path, each.document, each.line));
    }
    walked(reader.done());
    if (out.length > 0) yield out;
  }
  walked(bytes.size);
}

/** Proposals inside an attribute: wishes of others, not facts. */
export const proposalsIn = (object: JsonObject): readonly JsonObject[] => [
  ...objectsOf(object['ShadowAttribute']),
  ...objectsOf(object['Attribute']).flatMap((attribute) => objectsOf(attribute['ShadowAttribute'])),
];

export const isDeleted = (object: JsonObject): boolean => object['deleted'] === true || object['deleted'] === '1' || object['deleted'] === 'true';
/** An attribute that stands alone (as answers to searches give them) carries its event with it. */
export const eventIn = (object: JsonObject): JsonObject | null => (isJsonObject(object['Event']) ? object['Event'] : null);
