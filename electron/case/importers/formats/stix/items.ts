import type { ReadingContext } from '../../records/format';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../json';
import { listOf, textOf, textsOf, wordsOf } from '../../jsonText';
import { EntityDraft } from '../../records/draft';
import words from '../../../../../resources/vocabularies/stix.json';
import { typeOfId } from './index';
import type { StixIndex } from './index';

const PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = words.properties;
const HASHES: Readonly<Record<string, string>> = words.hashes;
const NAMESPACE = 'stix';
/** Said in another way than as an attribute. */
const APART = new Set(['type', 'id', 'spec_version', 'object_marking_refs', 'revoked', 'hashes', 'latitude', 'longitude']);

const isReference = (key: string): boolean => key.endsWith('_ref') || key.endsWith('_refs');

export interface Pointer {
  /** Name of the member without "_ref". */
  readonly label: string;
  readonly target: string;
}

/** All places where an object points at others, however deep; `local` maps the keys that parts of one observation use among each other. */
export function pointersOf(object: JsonObject, local: (key: string) => string | null = () => null): readonly Pointer[] {
  const found: Pointer[] = [];
  const walk = (value: JsonValue, top: boolean): void => {
    if (!isJsonObject(value)) {
      for (const each of listOf(value)) if (typeof each === 'object') walk(each, false);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (top && (key === 'object_marking_refs' || key === 'granular_markings' || key === 'objects')) continue;
      if (!isReference(key)) {
        if (typeof member === 'object' && member !== null) walk(member, false);
        continue;
      }
      for (const target of listOf(member)) {
        if (typeof target !== 'string') continue;
        const found_ = local(target) ?? (typeOfId(target) === null ? null : target);
        if (found_ !== null) found.push({ label: key.replace(/_refs?$/u, '').replaceAll('_', ' '), target: found_ });
      }
    }
  };
  walk(object, true);
  return found;
}

/** Whether what a member points at becomes links: all of it are ids of items. */
const becomesLinks = (value: JsonValue, index: StixIndex): boolean => listOf(value).every((each) => typeof each === 'string' && index.typeOfPointed(each) !== null);

/**
 * What an object says. `key` by which others point at it; `version` is set for one that is not the latest: what it says is kept under the names
 * of its members with that time.
 */
export function itemOf(object: JsonObject, key: string, local: boolean, version: string | null, index: StixIndex, { catalogue, plan }: ReadingContext): EntityDraft {
  const type = index.typeOf(object);
  const draft = new EntityDraft(catalogue, plan, type, key, local ? '' : NAMESPACE);
  if (!local) draft.say('reference', key);
  const stixType = textOf(object, 'type');
  const known = PROPERTIES[stixType] ?? {};
  const usual = PROPERTIES['*'] ?? {};
  const say = (member: string, value: JsonValue): void => {
    const property = version !== null ? undefined : Object.hasOwn(known, member) ? known[member] : Object.hasOwn(usual, member) ? usual[member] : undefined;
    const fits = property !== undefined && catalogue.property(type, property) !== undefined;
    for (const text of textsOf(value)) {
      if (fits) draft.say(property, text);
      else draft.other(version === null ? member : `${member} (${version})`, text);
    }
  };
  // The name first: where aliases are names too, it is what an item is called.
  if (object['name'] !== undefined) say('name', object['name']);
  if (version === null) {
    if (catalogue.property(type, 'kind')?.kind === 'text') draft.say('kind', stixType);
    else draft.other('type', stixType);
  }
  for (const [member, value] of Object.entries(object)) {
    if (APART.has(member) || member === 'name' || (member === 'objects' && isJsonObject(value))) continue;
    if (isReference(member) && (local || becomesLinks(value, index))) continue;
    say(member, value);
  }
  if (isJsonObject(object['hashes'])) {
    for (const [algorithm, value] of Object.entries(object['hashes'])) {
      const property = Object.hasOwn(HASHES, algorithm.toUpperCase()) ? HASHES[algorithm.toUpperCase()] : undefined;
      if (property !== undefined && catalogue.property(type, property) !== undefined) draft.say(property, wordsOf(value));
      else draft.other(algorithm, wordsOf(value));
    }
  }
  const latitude = textOf(object, 'latitude');
  const longitude = textOf(object, 'longitude');
  if (latitude !== '' && longitude !== '' && catalogue.property(type, 'coordinates') !== undefined) draft.say('coordinates', `${latitude}, ${longitude}`);
  else if (latitude !== '' || longitude !== '') draft.other('latitude', latitude).other('longitude', longitude);
  for (const text of index.markingsOf(object).texts) draft.other('marking', text);
  return draft;
}

/** Points at an item of the file, or at one outside it, which is then known by its id. */
export function pointAt(id: string, type: string, index: StixIndex, { catalogue, plan }: ReadingContext): EntityDraft {
  const local = id.includes('#');
  const draft = new EntityDraft(catalogue, plan, type, id, local ? '' : NAMESPACE);
  if (!local) draft.say('reference', id);
  const name = index.formerName(id);
  if (name !== '' && catalogue.property(type, 'name') !== undefined) draft.say('name', name);
  return draft.mention();
}
