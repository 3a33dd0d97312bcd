import type { Grading, Handling } from '../model/evaluation';
import type { Catalogue } from '../schema/catalogue';
import { parseProperty } from '../schema/choice';
import { otherName, otherPropertyType } from '../schema/otherProperty';
import type { LinkType, PropertyType, Scheme, SchemeCode } from '../schema/types';
import { identifierOf } from '../values';
import type { ParseContext, StoredValue } from '../values/kind';
import { compileActions } from './actions';
import { legPlanOf } from './legs';
import type { LegPlan } from './legs';
import type { CellSource, LinkMapping, Mapping, PropertyMapping, RowCondition } from './mapping';
import type { Doubt, MappedEntity } from './mapRow';
import { Memory, owned } from './memory';

/** What is wrong with a mapping: which part and why. `at` is "entity a", "link 2", "column 7"; never case content. */
export interface Fault {
  readonly at: string;
  readonly why: 'unknownType' | 'unknownProperty' | 'unknownEntity' | 'duplicateKey' | 'endsNotAllowed' | 'columnMissing' | 'unknownScheme' | 'nothingMapped' | 'badPattern';
}

/** A value as it comes out of a cell, with its joining form where the property is an identifier. */
export interface ReadValue {
  readonly stored: StoredValue;
  /** "kind\u0000value", or null when it joins nothing. */
  readonly join: string | null;
  /** `stored` as JSON. */
  readonly json: string;
}

/** One property of one subject, ready to be read from any row. */
export interface PropertyReader {
  readonly id: string;
  /** Column for doubts; 0 for constants. */
  readonly column: number;
  readonly constant: boolean;
  /** Whether a value of it alone says that there is such an entity: constants and what is kept under a name of the file's own do not. */
  readonly tells: boolean;
  /** How its list of values begins in the JSON of all. */
  readonly head: string;
  readonly split: string | null;
  text(cells: readonly string[]): string;
  parse(text: string): ReadValue | null;
}

export interface EntityPlan {
  /** Index among the plan's entities. */
  readonly place: number;
  readonly key: string;
  readonly type: string;
  /** Name space of its references, or null. */
  readonly namespace: string | null;
  readonly properties: readonly PropertyReader[];
  readonly byValues: boolean;
  readonly sameBy: readonly string[];
  /** True when only constants speak of it. */
  readonly constant: boolean;
  /** By the texts of its cells: what they said before. */
  readonly memory: Memory<RememberedEntity>;
}

/** What the texts of a row say of an entity, null for nothing, with the doubts that this leaves. */
export interface RememberedEntity {
  readonly entity: MappedEntity | null;
  readonly doubts: readonly Doubt[];
}

export interface LinkPlan {
  readonly type: string;
  readonly occurrence: boolean;
  readonly directed: boolean;
  readonly once: boolean;
  /** Indexes into the plan's entities. */
  readonly from: number;
  readonly to: number;
  readonly properties: readonly PropertyReader[];
  readonly reverseWhen: NonNullable<LinkMapping['reverseWhen']> | null;
  /** Whether the row tells the happening from its far end; null where no row does. */
  readonly far: ((cells: readonly string[]) => boolean) | null;
  /** What a property of one end becomes where the other end is meant: in a row that runs the other way, and in one told from the far end. */
  readonly turned: ReadonlyMap<string, string> | null;
  readonly fromFar: ReadonlyMap<string, string> | null;
  /** How rows that tell of the same happening are found; null where each row is its own. */
  readonly legs: LegPlan | null;
  /** Whether the row has this link. */
  applies(cells: readonly string[]): boolean;
}

/** A mapping checked against a catalogue and made ready: reads rows without looking anything up. */
export interface Plan {
  readonly width: number;
  readonly entities: readonly EntityPlan[];
  readonly links: readonly LinkPlan[];
  readonly grading: { readonly column: number; read(text: string): Grading | null } | null;
  readonly handling: { readonly column: number; read(text: string): Handling[] } | null;
}

/** The identifier kind whose values are a supplier's own numbers. */
const REFERENCE = 'reference';

/** The text that a source gives for a row. */
export function textOf(from: CellSource): (cells: readonly string[]) => string {
  if ('column' in from) return (cells) => cells[from.column] ?? '';
  if ('constant' in from) return () => from.constant;
  return (cells) => from.columns.map((column) => (cells[column] ?? '').trim()).filter((text) => text !== '').join(from.join);
}

/** The text of a cell after the actions that its property asks for. */
function withActions(text: (cells: readonly string[]) => string, actions: PropertyMapping['actions']): (cells: readonly string[]) => string {
  const act = actions === undefined || actions.length === 0 ? null : compileActions(actions);
  return act === null ? text : (cells) => act(text(cells));
}

/**
 * Words that lists have in place of a telephone number. They are no number, and above all not one that everybody shares who has none: a cell of such a
 * word is an empty cell. What it said stays to be seen in the row of the kept file.
 */
const NO_NUMBER = /^\s*(?:unknown|onbekend|inconnue?|unbekannt|n\/a|n\.a\.|n\.?v\.?t\.?)\s*$/i;

/** Characters that JSON writes as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

const jsonOf = (stored: StoredValue): string => (stored.raw === undefined && stored.doubt === undefined && PLAIN.test(stored.v) ? `{"v":"${stored.v}"}` : JSON.stringify(stored));

function reader(property: PropertyType, mapping: PropertyMapping, context: ParseContext, namespace: string | null): PropertyReader {
  const { from } = mapping;
  const memory = new Memory<ReadValue | null>();
  const parse = (text: string): ReadValue | null => {
    if (property.kind === 'phone' && !('constant' in from) && NO_NUMBER.test(text)) return null;
    const stored = parseProperty(property, text, context);
    if (stored === null) return null;
    if (property.identifier === undefined || (stored.doubt !== undefined && stored.doubt !== 'checkDigit')) return { stored, join: null, json: jsonOf(stored) };
    const joined = identifierOf(property.kind, stored.v);
    const value = property.identifier === REFERENCE && namespace !== null && namespace !== '' ? `${namespace}:${joined}` : joined;
    return { stored, join: joined === '' ? null : `${property.identifier}\u0000${value}`, json: jsonOf(stored) };
  };
  return {
    id: property.id,
    column: 'column' in from ? from.column : 'columns' in from ? (from.columns[0] ?? 0) : 0,
    constant: 'constant' in from,
    tells: !('constant' in from),
    head: `${JSON.stringify(property.id)}:[`,
    split: mapping.split === undefined || mapping.split === '' ? null : mapping.split,
    text: withActions(textOf(from), mapping.actions),
    parse(text) {
      const known = memory.get(text);
      if (known !== undefined) return known;
      const own = owned(text);
      return memory.put(own, parse(own));
    },
  };
}

/** Reads "B2" or "A-1" as one code per axis of the scheme, in the order of its axes. */
function gradingReader(scheme: Scheme): (text: string) => Grading | null {
  return (text) => {
    let rest = text.replace(/[^\p{L}\p{N}+]/gu, '').toUpperCase();
    const codes: Record<string, string> = {};
    for (const axis of scheme.axes) {
      const code = axis.codes.map((each) => each.code).filter((each) => rest.startsWith(each.toUpperCase())).sort((left, right) => right.length - left.length)[0];
      if (code === undefined) return null;
      codes[axis.id] = code;
      rest = rest.slice(code.length);
    }
    return rest === '' ? { scheme: scheme.id, codes } : null;
  };
}

/**
 * Reads "H1", "H1, H3", "TLP:AMBER", "amber" or the name of a marking's level as codes of the scheme. What the scheme does not know is kept as it stands: an
 * unknown code counts as the strictest of all, so that nothing is let out because somebody mistyped its condition. Nothing becomes a code of another scheme.
 */
function handlingReader(scheme: Scheme): (text: string) => Handling[] {
  const compact = (text: string): string => folded(text).replace(/\s/g, '');
  const names = ({ code, formerly = [], label }: SchemeCode): string[] => [code, ...formerly].flatMap((each) => [each, each.slice(each.lastIndexOf(':') + 1)]).concat(scheme.use === 'marking' ? Object.values(label) : []);
  const codes = scheme.axes.flatMap((axis) => axis.codes.map((each) => ({ axis: axis.id, code: each.code, folded: new Set(names(each).map(compact)) })));
  return (text) => text.split(/[,;/|]/).map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const wanted = compact(part);
    const found = codes.find((each) => each.folded.has(wanted));
    return found ? { scheme: scheme.id, axis: found.axis, code: found.code } : { scheme: scheme.id, code: part.slice(0, 32) };
  });
}

const folded = (text: string): string => text.trim().toLowerCase();

function meets(condition: RowCondition): (cells: readonly string[]) => boolean {
  const values = new Set(condition.values.map(folded));
  return (cells) => values.has(folded(cells[condition.column] ?? ''));
}

function applies({ when, unless }: LinkMapping): LinkPlan['applies'] {
  const wanted = when === undefined ? () => true : meets(when);
  const unwanted = unless === undefined ? () => false : meets(unless);
  return (cells) => wanted(cells) && !unwanted(cells);
}

/** Which of the mapped properties speak of one end: all of these change ends where the link runs the other way; seen from the far end only those whose counterpart has no column of its own. */
function otherSides(type: LinkType, { properties, reverseWhen, farWhen }: LinkMapping): Pick<LinkPlan, 'turned' | 'fromFar'> {
  const sides = type.properties.flatMap(({ id, side }): [string, string][] => (side !== undefined && properties.some((each) => each.property === id) ? [[id, side.other]] : []));
  const alone = sides.filter(([, other]) => !properties.some((each) => each.property === other));
  return { turned: reverseWhen === undefined || sides.length === 0 ? null : new Map(sides), fromFar: farWhen === undefined || alone.length === 0 ? null : new Map(alone) };
}

const columnsOf = (from: CellSource): readonly number[] => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []);

/** Checks a mapping against the types of the case and makes it ready to read rows. `faults` is empty when the plan may be used. */
export function compileMapping(mapping: Mapping, catalogue: Catalogue): { readonly plan: Plan; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const { reading } = mapping;
  const context: ParseContext = { dateOrder: reading.dateOrder, decimal: reading.decimal, country: reading.country, currency: reading.currency };
  const width = mapping.headings.length;
  const readers = (at: string, types: readonly PropertyType[], properties: readonly PropertyMapping[], namespace: string | null): PropertyReader[] =>
    properties.flatMap((each) => {
      const type = types.find((candidate) => candidate.id === each.property) ?? otherPropertyType(each.property);
      if (each.actions !== undefined && compileActions(each.actions) === null) faults.push({ at: `column ${(columnsOf(each.from)[0] ?? 0) + 1}`, why: 'badPattern' });
      if (type === undefined) faults.push({ at, why: 'unknownProperty' });
      for (const column of columnsOf(each.from)) if (column >= width) faults.push({ at: `column ${column + 1}`, why: 'columnMissing' });
      return type === undefined ? [] : [reader(type, each, context, namespace)];
    });
  const entities = mapping.entities.map((each, place): EntityPlan => {
    const at = `entity ${each.key}`;
    const type = catalogue.entityType(each.type);
    if (type === undefined || type.abstract === true) faults.push({ at, why: 'unknownType' });
    if (mapping.entities.filter((other) => other.key === each.key).length > 1) faults.push({ at, why: 'duplicateKey' });
    const namespace = each.namespace === undefined || each.namespace === '' ? null : each.namespace;
    const read = readers(at, type?.properties ?? [], each.properties, namespace);
    const properties = read.some(({ id, constant }) => !constant && otherName(id) === null) ? read.map((one) => (otherName(one.id) === null ? one : { ...one, tells: false })) : read;
    if (each.sameBy.some((property) => !each.properties.some((mapped) => mapped.property === property))) faults.push({ at, why: 'unknownProperty' });
    return {
      place, key: each.key, type: each.type, namespace, properties, byValues: each.same === 'values' && each.sameBy.length > 0, sameBy: each.sameBy,
      constant: properties.length > 0 && properties.every((property) => property.constant), memory: new Memory(),
    };
  });
  const links = mapping.links.flatMap((each, index): LinkPlan[] => {
    const at = `link ${index + 1}`;
    const type = catalogue.linkType(each.type);
    const from = mapping.entities.findIndex((entity) => entity.key === each.from);
    const to = mapping.entities.findIndex((entity) => entity.key === each.to);
    if (from < 0 || to < 0) faults.push({ at, why: 'unknownEntity' });
    for (const told of [each.when, each.unless, each.reverseWhen, each.farWhen]) if (told !== undefined && told.column >= width) faults.push({ at: `column ${told.column + 1}`, why: 'columnMissing' });
    if (type === undefined) {
      faults.push({ at, why: 'unknownType' });
      return [];
    }
    const [fromType, toType] = [entities[from]?.type, entities[to]?.type];
    if (fromType !== undefined && toType !== undefined && !catalogue.mayJoin(type.id, fromType, toType)) faults.push({ at, why: 'endsNotAllowed' });
    return [{
      type: type.id, occurrence: type.occurrence, directed: type.directed, once: each.once === true, from, to, properties: readers(at, type.properties, each.properties, null), reverseWhen: each.reverseWhen ?? null, far: each.farWhen === undefined ? null : meets(each.farWhen),
      ...otherSides(type, each), legs: legPlanOf(type, each), applies: applies(each),
    }];
  });
  if (entities.every((entity) => entity.properties.length === 0)) faults.push({ at: 'mapping', why: 'nothingMapped' });
  const { gradingColumn } = mapping.source;
  const scheme = gradingColumn === undefined ? undefined : catalogue.scheme(gradingColumn.scheme);
  if (gradingColumn !== undefined && scheme === undefined) faults.push({ at: 'grading', why: 'unknownScheme' });
  if (gradingColumn !== undefined && gradingColumn.column >= width) faults.push({ at: `column ${gradingColumn.column + 1}`, why: 'columnMissing' });
  const grading = gradingColumn === undefined || scheme === undefined ? null : { column: gradingColumn.column, read: gradingReader(scheme) };
  const { handlingColumn } = mapping.source;
  const handled = handlingColumn === undefined ? undefined : catalogue.scheme(handlingColumn.scheme);
  if (handlingColumn !== undefined && handled === undefined) faults.push({ at: 'handling', why: 'unknownScheme' });
  if (handlingColumn !== undefined && handlingColumn.column >= width) faults.push({ at: `column ${handlingColumn.column + 1}`, why: 'columnMissing' });
  const handling = handlingColumn === undefined || handled === undefined ? null : { column: handlingColumn.column, read: handlingReader(handled) };
  return { plan: { width, entities, links, grading, handling }, faults };
}
