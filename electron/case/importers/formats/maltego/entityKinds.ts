import i2 from '../../../../../resources/vocabularies/i2.json';
import maltego from '../../../../../resources/vocabularies/maltego.json';
import type { RecordPlan } from '../../../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { foldHeading } from '../../../../../shared/schema/heading';
import type { PropertyType } from '../../../../../shared/schema/types';
import type { ValueKindId } from '../../../../../shared/values/kind';
import { childOf, childrenOf, within } from '../../records/elements';
import type { Element } from '../../records/elements';
import { FileTypes } from '../../records/fileTypes';
import { Vocabulary } from '../../records/vocabulary';

const THING = 'item';
const VALUE_KINDS: ReadonlyMap<string, ValueKindId> = new Map(Object.entries({ string: 'text', int: 'number', integer: 'number', long: 'number', double: 'number', float: 'number', boolean: 'flag', bool: 'flag', date: 'date', datetime: 'date', daterange: 'text', url: 'url' }));
const SYNONYMS = { entities: { ...i2.entities, ...maltego.entities }, links: i2.links };
const MOST_FIELDS = 200;

/** A kind as a Maltego archive defines it. */
export interface EntityDefinition {
  readonly id: string;
  readonly name: string;
  readonly plural: string;
  /** Kinds that it extends, by id. */
  readonly bases: readonly string[];
  /** Name of the field that holds what its things are called; '' when inherited. */
  readonly value: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly type: string }[];
}

/** Reads an element MaltegoEntity of an archive's Entities folder; null when it names no kind. */
export function readDefinition(element: Element): EntityDefinition | null {
  const { id = '', displayName, displayNamePlural } = element.attributes;
  if (id.trim() === '') return null;
  const fields = [...within(element)].filter((inner) => inner.name === 'Field').slice(0, MOST_FIELDS);
  return {
    id,
    name: (displayName ?? '').trim() === '' ? lastPart(id) : (displayName ?? '').trim(),
    plural: displayNamePlural ?? '',
    bases: childrenOf(childOf(element, 'BaseEntities'), 'BaseEntity').map((base) => base.text.trim()),
    value: childOf(element, 'Properties')?.attributes.value ?? '',
    fields: fields.flatMap(({ attributes }) => (attributes.name === undefined || attributes.name.trim() === '' ? [] : [{ name: attributes.name, label: (attributes.displayName ?? '').trim() === '' ? attributes.name : (attributes.displayName ?? ''), type: attributes.type ?? 'string' }])),
  };
}

/** "maltego.affiliation.Facebook" is "Facebook" to people. */
function lastPart(id: string): string {
  const last = id.split('.').at(-1) ?? id;
  return (last === '' ? id : last).replace(/([a-z])([A-Z])/g, '$1 $2');
}

function propertyOf({ name, label, type }: EntityDefinition['fields'][number]): PropertyType | null {
  const words = name.normalize('NFD').match(/[A-Za-z0-9]+/g) ?? [];
  const id = words.map((word, at) => (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('').slice(0, 60);
  if (!/^[a-z]/.test(id)) return null;
  const shown = label.slice(0, 200);
  return { id, kind: VALUE_KINDS.get(type.toLowerCase()) ?? 'text', label: { nl: shown, fr: shown, de: shown, en: shown } };
}

/** Types of the case for the kinds of Maltego; makes types for kinds that none comes near. */
export class EntityKinds {
  private readonly probe: Vocabulary;
  private readonly own: FileTypes;
  private counting: Vocabulary | null = null;
  private wide: Catalogue | null = null;
  private readonly definitions = new Map<string, EntityDefinition>();
  private readonly typeById = new Map<string, string>();

  constructor(base: Catalogue, private readonly plan: RecordPlan) {
    this.probe = new Vocabulary(base, plan, SYNONYMS);
    this.own = new FileTypes(base, 'maltego');
  }

  get types(): FileTypes['types'] {
    return this.own.types;
  }

  /** The case's catalogue with the types that were made. To be asked when all kinds were met. */
  get catalogue(): Catalogue {
    return (this.wide ??= this.own.widened());
  }

  define(definition: EntityDefinition): void {
    if (!this.definitions.has(definition.id)) this.definitions.set(definition.id, definition);
  }

  get defined(): Iterable<EntityDefinition> {
    return this.definitions.values();
  }

  definition(id: string): EntityDefinition | undefined {
    return this.definitions.get(id);
  }

  /** What people call a kind. */
  nameOf(id: string): string {
    return this.definitions.get(id)?.name ?? lastPart(id);
  }

  /** The type for a kind; made where none comes near, after the kinds that it extends. A kind that extends itself extends nothing. */
  meet(id: string, above: readonly string[] = []): string {
    const held = this.typeById.get(id);
    if (held !== undefined) return held;
    const near = this.near(id);
    if (near !== null) {
      this.typeById.set(id, near);
      return near;
    }
    const definition = this.definitions.get(id);
    const bases = definition?.bases.filter((base) => base !== id && !above.includes(base)) ?? [];
    const known = above.length > 20 ? [] : bases.filter((base) => this.definitions.has(base) || this.near(base) !== null);
    const base = known[0] === undefined ? THING : this.meet(known[0], [...above, id]);
    const properties = (definition?.fields ?? []).filter((field) => field.name !== definition?.value).flatMap((field) => propertyOf(field) ?? []);
    const made = this.own.add({ label: this.nameOf(id), base, plural: definition?.plural ?? '', properties }) ?? base;
    this.typeById.set(id, made);
    return made;
  }

  /** The counted type of a thing of this kind, when all kinds were met. */
  entity(id: string): string {
    this.counting ??= new Vocabulary(this.catalogue, { ...this.plan, entityTypes: { ...Object.fromEntries([...this.typeById].map(([kind, type]) => [kind, type])), ...this.plan.entityTypes } }, SYNONYMS);
    return this.counting.entity(id, this.typeById.get(id));
  }

  /** The counted type of a link and the name that it keeps. */
  link(label: string, from: string, to: string): ReturnType<Vocabulary['link']> {
    this.counting ??= new Vocabulary(this.catalogue, this.plan, SYNONYMS);
    return this.counting.link(label, from, to);
  }

  found(): ReturnType<Vocabulary['kinds']> {
    return this.counting?.kinds() ?? [];
  }

  private near(id: string): string | null {
    for (const name of [id, this.nameOf(id)]) {
      if (Object.hasOwn(this.plan.entityTypes, name) || Object.hasOwn(SYNONYMS.entities, foldHeading(name)) || this.probe.entity(name) !== THING) return this.probe.entity(name);
    }
    return null;
  }
}
