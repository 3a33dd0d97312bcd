import type { ValueKindId } from '../values/kind';
import { foldHeading } from './heading';
import { ancestorsOf, propertiesOf } from './inheritance';
import type { CatalogueData, EntityType, LinkType, PropertyType, Scheme } from './types';

/** Kinds whose joined forms are alike, so that one kind of identifier may hold both. */
const ALIKE: ReadonlyMap<ValueKindId, ValueKindId> = new Map([['iban', 'account']]);

interface Dates {
  readonly start: string;
  readonly end?: string | undefined;
}

/** Everything that does not hang together in data of the right shape: one sentence each, none when all is well. */
export function faultsOf(data: CatalogueData): readonly string[] {
  const types = new Map(data.entityTypes.map((type) => [type.id, type]));
  return [
    ...repeated([...data.entityTypes, ...data.linkTypes].map((type) => type.id)).map((id) => `type ${id}: the id is used twice`),
    ...repeated(data.schemes.map((scheme) => scheme.id)).map((id) => `scheme ${id}: the id is used twice`),
    ...data.entityTypes.flatMap((type) => entityFaults(type, types).map((fault) => `entity type ${type.id}: ${fault}`)),
    ...data.linkTypes.flatMap((type) => linkFaults(type, types).map((fault) => `link type ${type.id}: ${fault}`)),
    ...data.schemes.flatMap((scheme) => schemeFaults(scheme).map((fault) => `scheme ${scheme.id}: ${fault}`)),
    ...identifierFaults(data),
  ];
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

function entityFaults(type: EntityType, types: ReadonlyMap<string, EntityType>): readonly string[] {
  const faults: string[] = [];
  const line = ancestorsOf(type, types);
  const last = line[line.length - 1];
  if (last?.extends !== undefined) faults.push(types.has(last.extends) ? `extends itself through ${last.extends}` : `extends ${last.extends}, which does not exist`);
  const properties = propertiesOf(type, types);
  const known = new Map(properties.map((property) => [property.id, property]));
  const asked = [...type.caption.flat(), ...type.keyLine];
  for (const id of new Set(asked)) if (!known.has(id)) faults.push(`caption or key line names ${id}, which is no property`);
  if (type.caption.length === 0) faults.push('has no caption rule');
  if (type.coordinates !== undefined && known.get(type.coordinates)?.kind !== 'coordinates') faults.push(`${type.coordinates} is no property of kind coordinates`);
  return [...faults, ...dateFaults(type.dates, known), ...propertyFaults(type.properties, properties), ...headingFaults('', type.headings ?? [])];
}

function linkFaults(type: LinkType, types: ReadonlyMap<string, EntityType>): readonly string[] {
  const faults: string[] = [];
  for (const id of [...type.from, ...type.to]) if (id !== '*' && !types.has(id)) faults.push(`joins ${id}, which does not exist`);
  const known = new Map(type.properties.map((property) => [property.id, property]));
  if (type.amount !== undefined && !['money', 'number'].includes(known.get(type.amount)?.kind ?? '')) faults.push(`${type.amount} is no property of kind money or number`);
  for (const { id, kind, side } of type.properties) {
    const other = side === undefined ? undefined : known.get(side.other);
    if (side !== undefined && (other?.kind !== kind || other.side?.other !== id || other.side.of === side.of)) faults.push(`${id} and ${side.other} do not say the same of one end each`);
  }
  return [...faults, ...dateFaults(type.dates, known), ...propertyFaults(type.properties, type.properties)];
}

function dateFaults(dates: Dates | undefined, known: ReadonlyMap<string, PropertyType>): readonly string[] {
  const asked = dates === undefined ? [] : [dates.start, ...(dates.end === undefined ? [] : [dates.end])];
  return asked.filter((id) => known.get(id)?.kind !== 'date').map((id) => `${id} is no property of kind date`);
}

function propertyFaults(own: readonly PropertyType[], all: readonly PropertyType[]): readonly string[] {
  const faults = repeated(own.map((property) => property.id)).map((id) => `property ${id} stands twice`);
  for (const property of own) {
    const choices = Object.keys(property.choices ?? {}).length;
    if (property.kind === 'choice' && choices === 0) faults.push(`property ${property.id} is a choice without choices`);
    if (property.kind !== 'choice' && choices > 0) faults.push(`property ${property.id} has choices but is no choice`);
    for (const code of Object.keys(property.marks ?? {})) if (!Object.hasOwn(property.choices ?? {}, code)) faults.push(`property ${property.id} marks ${code}, which is no choice`);
    faults.push(...headingFaults(`property ${property.id}: `, property.headings ?? []));
  }
  const headings = all.flatMap((property) => property.headings ?? []);
  faults.push(...repeated(headings).map((heading) => `the heading "${heading}" stands twice`));
  return faults;
}

function headingFaults(place: string, headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => heading === '' || foldHeading(heading) !== heading).map((heading) => `${place}the heading "${heading}" should be "${foldHeading(heading)}"`);
}

function schemeFaults(scheme: Scheme): readonly string[] {
  return [
    ...repeated(scheme.axes.map((axis) => axis.id)).map((id) => `axis ${id} stands twice`),
    ...scheme.axes.flatMap((axis) => repeated(axis.codes.map((code) => code.code)).map((code) => `code ${code} of ${axis.id} stands twice`)),
  ];
}

function identifierFaults(data: CatalogueData): readonly string[] {
  const kinds = new Map<string, ValueKindId>();
  const faults: string[] = [];
  for (const type of [...data.entityTypes, ...data.linkTypes]) {
    for (const { id, identifier, kind } of type.properties) {
      if (identifier === undefined) continue;
      const alike = ALIKE.get(kind) ?? kind;
      const before = kinds.get(identifier) ?? alike;
      kinds.set(identifier, before);
      if (before !== alike) faults.push(`${type.id}.${id}: the identifier ${identifier} is of kind ${before} elsewhere, not ${kind}`);
    }
  }
  return faults;
}
