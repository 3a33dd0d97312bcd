import type { Handling } from '../../../../../shared/model/evaluation';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { isJsonObject } from '../../json';
import type { JsonObject } from '../../json';
import { listOf, objectsOf, textOf, wordsOf } from '../../jsonText';
import type { Vocabulary } from '../../records/vocabulary';
import { trafficLight, TrafficLights } from '../../trafficLights';
import words from '../../../../../resources/vocabularies/stix.json';

const KNOWN: Readonly<Record<string, string>> = words.markings;
/** Objects that are links, or conditions of others, and no items of their own. */
export const RELATIONSHIP = 'relationship';
export const MARKING = 'marking-definition';
/** Definitions of what extensions look like say nothing of the world. */
export const EXTENSION = 'extension-definition';
const ID = /^([a-z][a-z0-9-]{1,250})--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Type that a STIX id names; null for what is no such id. */
export const typeOfId = (id: string): string | null => ID.exec(id)?.[1]?.toLowerCase() ?? null;
export const localKey = (id: string, key: string): string => `${id}#${key}`;

/** The parts that an observation of STIX 2.0 holds inside itself, by their own keys. */
export function partsOf(object: JsonObject): readonly (readonly [string, JsonObject])[] {
  const parts = object['objects'];
  return isJsonObject(parts) ? Object.entries(parts).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])) : [];
}

/** What the first walk over a file learns: of what type each object is, its latest version, and what the markings mean. */
export class StixIndex {
  private readonly types = new Map<string, string>();
  private readonly latest = new Map<string, string>();
  private readonly codes = new Map<string, string>(Object.entries(KNOWN));
  private readonly statements = new Map<string, string>();
  private readonly revoked = new Map<string, string>();
  private readonly lights: TrafficLights;

  constructor(catalogue: Catalogue, private readonly vocabulary: Vocabulary) {
    this.lights = new TrafficLights(catalogue);
  }

  add(object: JsonObject): void {
    const id = textOf(object, 'id');
    const type = textOf(object, 'type');
    if (type === MARKING) this.addMarking(id, object);
    if (type === MARKING || type === RELATIONSHIP || type === EXTENSION || id === '') return;
    this.types.set(id, this.typeOf(object));
    const version = textOf(object, 'modified');
    if (version >= (this.latest.get(id) ?? '')) this.latest.set(id, version);
    if (object['revoked'] === true) this.revoked.set(id, textOf(object, 'name'));
    for (const [key, part] of partsOf(object)) this.types.set(localKey(id, key), this.typeOf(part));
  }

  /** Type of the case for an object. */
  typeOf(object: JsonObject): string {
    const type = textOf(object, 'type');
    const kind = textOf(object, 'identity_class');
    return this.vocabulary.entity(kind === '' ? type : `${type} ${kind}`, 'topic');
  }

  /** The same for what is only pointed at; null when it is no item (a link, a marking). */
  typeOfPointed(id: string): string | null {
    const held = this.types.get(id);
    if (held !== undefined) return held;
    const type = typeOfId(id);
    return type === null || type === RELATIONSHIP || type === MARKING || type === EXTENSION ? null : this.vocabulary.entity(type, 'topic');
  }

  holds(id: string): boolean {
    return this.types.has(id);
  }

  /** What an object was called that its author has taken back; blank for others. */
  formerName(id: string): string {
    return this.revoked.get(id) ?? '';
  }

  isLatest(id: string, modified: string): boolean {
    return modified >= (this.latest.get(id) ?? '');
  }

  /** The strictest colour that the object or a part of it is under, and statements, as texts. Markings that the file does not define count as unknown, thus strictest. */
  markingsOf(object: JsonObject): { readonly handling: readonly Handling[]; readonly texts: readonly string[] } {
    const parts = objectsOf(object['granular_markings']).map((part) => part['marking_ref']);
    const ids = [...listOf(object['object_marking_refs']), ...parts].filter((id): id is string => typeof id === 'string');
    const texts: string[] = [];
    const codes: string[] = [];
    for (const id of new Set(ids)) {
      const statement = this.statements.get(id);
      if (statement !== undefined) texts.push(statement);
      if (statement === undefined || this.codes.has(id)) codes.push(this.codes.get(id) ?? id);
    }
    return { handling: this.lights.strictest(codes), texts };
  }

  private addMarking(id: string, object: JsonObject): void {
    const definition = isJsonObject(object['definition']) ? object['definition'] : null;
    const extension = isJsonObject(object['extensions']) ? Object.values(object['extensions']).filter(isJsonObject).find((each) => typeof each['tlp_2_0'] === 'string') : undefined;
    const named = [extension === undefined ? '' : textOf(extension, 'tlp_2_0'), textOf(object, 'x_opencti_definition'), textOf(object, 'name'), definition === null ? '' : textOf(definition, 'tlp')]
      .map((text, at) => (at === 0 || at === 3 ? text : /^tlp[\s:_-]+(.+)$/iu.exec(text.trim())?.[1] ?? ''))
      .find((text) => text.trim() !== '');
    if (named !== undefined) {
      this.codes.set(id, KNOWN[id] ?? trafficLight(named));
    } else if (!this.codes.has(id)) this.statements.set(id, definition === null ? wordsOf(textOf(object, 'name')) || wordsOf(object['extensions']) || id : (wordsOf(definition['statement']) || wordsOf(definition)));
  }
}
