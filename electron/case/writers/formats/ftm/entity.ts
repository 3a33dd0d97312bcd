import words from '../../../../../resources/vocabularies/ftmWriting.json';
import type { Outgoing, OutgoingEntity } from '../../outgoing';
import { inWords, ProxyProperties, sayTyped } from './values';

interface TypeWords { readonly schema: string; readonly properties: Readonly<Record<string, string>> }

const TYPES: Readonly<Record<string, TypeWords>> = words.types;
const NAMELESS: ReadonlySet<string> = new Set(words.nameless);
const NUMBER = 'number';

export interface EntityProxy {
  readonly schema: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

/** The type with all that it extends, nearest first. */
function lineOf(type: string, { catalogue }: Outgoing): readonly string[] {
  const line: string[] = [];
  for (let id: string | undefined = type; id !== undefined && !line.includes(id); id = catalogue.entityType(id)?.extends) line.push(id);
  return line;
}

/** Schema of a type: its own, or that of the nearest that it extends. */
export const schemaOf = (type: string, outgoing: Outgoing): string => lineOf(type, outgoing).map((id) => (Object.hasOwn(TYPES, id) ? TYPES[id]?.schema : undefined)).find((schema) => schema !== undefined) ?? words.fallback;

/** The number of what is called by it (a phone), for calls name numbers; null when it has none. */
export const numberOf = ({ values }: OutgoingEntity): string | null => values[NUMBER]?.find(({ doubt }) => doubt === undefined)?.v ?? null;

/** An entity in the words of FollowTheMoney; what these have no property for, as notes. */
export function entityProxy(entity: OutgoingEntity, outgoing: Outgoing): EntityProxy {
  const { catalogue } = outgoing;
  const schema = schemaOf(entity.type, outgoing);
  const tables = lineOf(entity.type, outgoing).flatMap((id) => (Object.hasOwn(TYPES, id) ? [TYPES[id]?.properties ?? {}] : []));
  const said = new ProxyProperties();
  const nameless = NAMELESS.has(schema);
  if (!nameless) said.add('name', entity.caption);
  for (const [id, values] of Object.entries(entity.values)) {
    const property = catalogue.property(entity.type, id);
    const name = tables.find((table) => Object.hasOwn(table, id))?.[id];
    for (const value of values) {
      if (name !== undefined && property !== undefined && !(nameless && (name === 'name' || name === 'notes')) && sayTyped(said, name, property.kind, value)) continue;
      said.add(nameless ? 'description' : 'notes', inWords(property, id, value, outgoing));
    }
  }
  // Both are asked for by name where they are known by it.
  if (schema === 'UserAccount' && !said.has('username')) said.add('username', entity.caption);
  if (schema === 'Address' && !said.has('full')) said.add('full', entity.caption);
  return { schema, properties: said.all };
}
