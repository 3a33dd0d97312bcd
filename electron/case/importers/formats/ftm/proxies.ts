import type { Bytes } from '../../bytes';
import { isJsonArray, isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../json';
import { jsonObjects } from '../../jsonObjects';
import type { FoundFault } from '../../jsonObjects';
import { listOf, textOf, textsOf } from '../../jsonText';
import { OWN_NAME } from '../../../../../shared/mapping/ownRecord';
import words from '../../../../../resources/vocabularies/ftm.json';
import { ownOf } from './own';
import type { OwnProxy } from './own';

/** One entity as the file tells it, nested ones taken out of each other. */
export interface Proxy {
  readonly kind: 'proxy';
  readonly id: string;
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Properties whose values stood here as entities of their own: certainly references. */
  readonly nested: ReadonlySet<string>;
  /** What stands beside id, schema and properties: data sets, times, collection. */
  readonly about: ReadonlyMap<string, readonly string[]>;
  /** The file takes the entity back. */
  readonly deleted: boolean;
  readonly line: number;
  /** What Knoop wrote of it; null for all others. */
  readonly own: OwnProxy | null;
}

interface EdgeWords { readonly from: readonly string[]; readonly to: readonly string[]; readonly link: string }
const EDGES: Readonly<Record<string, EdgeWords>> = words.edges;
const GENERAL = new Set(words.general);
const LISTS = ['results', 'entities', 'statements', 'data'];
/** What search engines add. */
const NOISE = new Set(['id', 'schema', 'properties', 'highlight', 'score', 'links', 'latinized', 'schemata', OWN_NAME]);

export const edgeOf = (schema: string): EdgeWords | undefined => (Object.hasOwn(EDGES, schema) ? EDGES[schema] : undefined);
const isEntity = (value: JsonValue): value is JsonObject => isJsonObject(value) && textOf(value, 'id') !== '' && textOf(value, 'schema') !== '';

function add(map: Map<string, string[]>, key: string, values: readonly string[]): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [...values]);
  else for (const value of values) if (!held.includes(value)) held.push(value);
}

/** Takes the entities out of each other. An edge that stands under one of its ends does not name that end: it is put in. */
function flatten(object: JsonObject, line: number, deleted: boolean, parent: string | null, depth: number): Proxy[] {
  const id = textOf(object, 'id');
  const schema = textOf(object, 'schema');
  const properties = new Map<string, string[]>();
  const nested = new Set<string>();
  const about = new Map<string, string[]>();
  const inner: Proxy[] = [];
  const said = isJsonObject(object['properties']) ? object['properties'] : {};
  for (const [name, values] of Object.entries(said)) {
    for (const value of listOf(values)) {
      if (depth < 20 && isEntity(value)) {
        inner.push(...flatten(value, line, deleted, id, depth + 1));
        if (edgeOf(textOf(value, 'schema')) !== undefined) continue;
        nested.add(name);
        add(properties, name, [textOf(value, 'id')]);
      } else add(properties, name, isJsonArray(value) ? value.flatMap((each) => textsOf(each)) : textsOf(value));
    }
  }
  const edge = edgeOf(schema);
  if (edge !== undefined && parent !== null) {
    const missing = [edge.from, edge.to].filter((ends) => !ends.some((end) => properties.has(end)));
    const [ends] = missing;
    if (missing.length === 1 && ends !== undefined) add(properties, ends.at(-1) ?? '', [parent]);
  }
  for (const [name, value] of Object.entries(object)) if (!NOISE.has(name)) add(about, name, textsOf(value));
  const names = new Set(properties.get('name') ?? []);
  if ((about.get('caption') ?? []).every((caption) => names.has(caption))) about.delete('caption');
  return [{ kind: 'proxy', id, schema, properties, nested, about, deleted, line, own: ownOf(textOf(object, OWN_NAME), { schema, properties }) }, ...inner];
}

const NOTHING: Pick<Proxy, 'properties' | 'nested' | 'about'> = { properties: new Map(), nested: new Set(), about: new Map() };
const NO_SAID: ReadonlyMap<string, readonly string[]> = new Map();

/** Ids, schemata and what Knoop wrote only, for the walk that learns what there is. */
function named(object: JsonObject, line: number, deleted: boolean, depth: number): Proxy[] {
  const out: Proxy[] = [{ kind: 'proxy', id: textOf(object, 'id'), schema: textOf(object, 'schema'), ...NOTHING, deleted, line, own: ownOf(textOf(object, OWN_NAME), { schema: '', properties: NO_SAID }) }];
  const said = object['properties'];
  if (depth < 20 && isJsonObject(said)) for (const name in said) for (const value of listOf(said[name])) if (isEntity(value)) out.push(...named(value, line, deleted, depth + 1));
  return out;
}

/** Statements that follow each other and tell of one entity, as that entity. */
class StatementGroup {
  private readonly properties = new Map<string, string[]>();
  private readonly about = new Map<string, string[]>();
  private schema = '';

  constructor(readonly id: string, private readonly line: number) {}

  take(statement: JsonObject): void {
    const schema = textOf(statement, 'schema');
    if (this.schema === '' || (GENERAL.has(this.schema) && !GENERAL.has(schema))) this.schema = schema;
    const prop = textOf(statement, 'prop');
    // A statement of the property "id" holds a checksum of the others.
    if (prop !== 'id') add(this.properties, prop, textsOf(statement['value']));
    const original = textOf(statement, 'original_value');
    if (prop !== 'id' && original !== '' && original !== textOf(statement, 'value')) add(this.about, `${prop} (original_value)`, [original]);
    for (const name of ['dataset', 'first_seen', 'last_seen', 'entity_id', 'origin', 'external']) {
      const value = textOf(statement, name);
      if (value !== '' && value !== 'false' && value !== this.id) add(this.about, name, [value]);
    }
  }

  done(): Proxy {
    return { kind: 'proxy', id: this.id, schema: this.schema, properties: this.properties, nested: new Set(), about: this.about, deleted: false, line: this.line, own: null };
  }
}

/**
 * Walks the entities of a file: lines, lists, answers of Aleph, statements, and the changes between two editions of a data set. `names`: only ids
 * and schemata are told.
 */
export function* proxies(bytes: Bytes, encoding: string | null, names: boolean, walked: (bytes: number) => void): Generator<(Proxy | FoundFault)[]> {
  let group: StatementGroup | null = null;
  const read = (object: JsonObject, line: number, deleted: boolean): Proxy[] => (names ? named(object, line, deleted, 0) : flatten(object, line, deleted, null, 0));
  for (const batch of jsonObjects(bytes, encoding, LISTS, walked)) {
    const out: (Proxy | FoundFault)[] = [];
    for (const each of batch) {
      if (each.kind === 'fault') {
        out.push(each);
        continue;
      }
      const { object, line } = each;
      const statementOf = textOf(object, 'canonical_id') || textOf(object, 'entity_id');
      if (statementOf !== '' && textOf(object, 'prop') !== '') {
        if (group !== null && group.id !== statementOf) out.push(group.done());
        group = group !== null && group.id === statementOf ? group : new StatementGroup(statementOf, line);
        group.take(object);
        continue;
      }
      const changed = object['entity'];
      if (isJsonObject(changed) && textOf(object, 'op') !== '') out.push(...read(changed, line, textOf(object, 'op').toUpperCase() === 'DEL'));
      else if (isEntity(object)) out.push(...read(object, line, false));
      else out.push({ kind: 'fault', line, why: 'no entity: id or schema is missing', text: [textOf(object, 'id'), textOf(object, 'schema')].join(' ').trim() });
    }
    if (out.length > 0) yield out;
  }
  if (group !== null) yield [group.done()];
}

/** The same entity told twice, as one. */
export function united(first: Proxy, second: Proxy): Proxy {
  const both = (a: ReadonlyMap<string, readonly string[]>, b: ReadonlyMap<string, readonly string[]>): Map<string, string[]> => {
    const out = new Map<string, string[]>();
    for (const map of [a, b]) for (const [key, values] of map) add(out, key, values);
    return out;
  };
  return { ...first, properties: both(first.properties, second.properties), about: both(first.about, second.about), nested: new Set([...first.nested, ...second.nested]) };
}
