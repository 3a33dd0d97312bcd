import type { Grading, Handling } from '../model/evaluation';
import type { ItemStyle } from '../model/drawing';
import type { Values } from '../model/records';
import type { StoredValue } from '../values/kind';
import { legOf } from './legs';
import type { Leg } from './legs';
import { NUMBERS, owned } from './memory';
import type { EntityPlan, LinkPlan, Plan, PropertyReader, RememberedEntity } from './compile';

export interface MappedEntity {
  readonly key: string;
  readonly type: string;
  readonly values: Values;
  /** `values` as JSON, where whoever read them had it at hand. */
  readonly json?: string;
  /** Joining forms, "kind\u0000value": an entity of the same type with one of these is this one. */
  readonly identifiers: readonly string[];
  /** Rows of the file with the same key mean the same entity, where no identifier says otherwise; null when each row is its own. */
  readonly sameKey: string | null;
  readonly namespace: string | null;
  /** Set where the very same object comes back whenever a row says the same of it: a small number that no other has as long as it may come back. */
  readonly kept?: number | undefined;
  /** Only pointed at here: nothing is stated of it, unless nobody ever said more, and then `values` are what a stub is known by. */
  readonly mention?: true;
  /** `sameKey` is the file's own id of it: it settles who is meant before any identifier does. */
  readonly keyed?: true;
  /** The id that Knoop itself gave it, from a file that Knoop wrote: an entity of the case with this id is this one. */
  readonly id?: string;
  /** Where the file draws it, in chart units (y down), and how. */
  readonly place?: { readonly x: number; readonly y: number; readonly style?: ItemStyle };
}

/** A document that a record carries: the attachment of a message, the photo of a card. It becomes a source of its own. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface MappedLink {
  readonly type: string;
  readonly occurrence: boolean;
  readonly directed: boolean;
  /** Rows that say the same of the same two tell of one happening. */
  readonly once: boolean;
  /** By which other rows are found that tell of the same happening. */
  readonly leg?: Leg | undefined;
  /** Indexes into the row's entities. */
  readonly from: number;
  readonly to: number;
  readonly values: Values;
  /** `values` as JSON, where whoever read them had it at hand. */
  readonly json?: string;
  /** When it was and how much, where whoever read `values` had it at hand. */
  readonly own?: { readonly start: string | null; readonly end: string | null; readonly amount: string | null };
  /** The id that Knoop itself gave it, from a file that Knoop wrote. */
  readonly id?: string;
  /** How the file draws it. */
  readonly style?: ItemStyle;
}

/** A cell that came in as written but could not be confirmed. Columns count from 0. */
export interface Doubt {
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

export interface MappedRow {
  readonly entities: readonly MappedEntity[];
  readonly links: readonly MappedLink[];
  readonly doubts: readonly Doubt[];
  /** The row's own evaluation; null when the file's holds. */
  readonly grading: Grading | null;
  /** The row's own conditions, in addition to the file's; null when it has none. */
  readonly handling: readonly Handling[] | null;
  readonly attachments?: readonly Attachment[];
  /** Set where a file that Knoop wrote says that a person judged so; all else that a file says is taken for what its supplier knows. */
  readonly basis?: 'assessment';
  /** Why nothing of the row can come in; `entities` is then empty. */
  readonly reject?: { readonly code: 'empty' | 'tooManyCells' | 'tooFewCells' | 'noEntity'; readonly detail: string };
}

const NOTHING: Pick<MappedRow, 'entities' | 'links' | 'doubts' | 'grading' | 'handling'> = { entities: [], links: [], doubts: [], grading: null, handling: null };
const MAX_TEXT = 200;

interface Said {
  readonly values: Values;
  /** The same as JSON. */
  readonly json: string;
  readonly joins: string[];
  /** False when nothing that speaks makes an entity by itself. */
  readonly told: boolean;
}

function read(properties: readonly PropertyReader[], cells: readonly string[], doubts: Doubt[]): Said {
  const values: Record<string, StoredValue[]> = {};
  const joins: string[] = [];
  let told = false;
  let json = '';
  const take = (property: PropertyReader, text: string): void => {
    const value = property.parse(text);
    if (value === null) return;
    if (property.tells) told = true;
    const { stored, join } = value;
    if (stored.doubt !== undefined) doubts.push({ column: property.column, code: stored.doubt, text: owned(text.trim().slice(0, MAX_TEXT)) });
    if (join !== null && !joins.includes(join)) joins.push(join);
    const said = values[property.id];
    if (said === undefined) {
      values[property.id] = [stored];
      json += `${json === '' ? '{' : ','}${property.head}${value.json}]`;
    } else if (!said.some((other) => other.v === stored.v)) said.push(stored);
  };
  let several = false;
  for (const property of properties) {
    const text = property.text(cells);
    if (text === '') continue;
    several ||= property.split !== null || values[property.id] !== undefined;
    if (property.split === null) take(property, text);
    else for (const part of text.split(property.split).slice(0, 1000)) take(property, part);
  }
  return { values, json: several ? JSON.stringify(values) : json === '' ? '{}' : `${json}}`, joins, told };
}

/** The texts that an entity is read from, as one: each behind its length, so that no two rows are taken for the same. */
function textsOf(properties: readonly PropertyReader[], cells: readonly string[]): string {
  const [first, ...others] = properties;
  if (first === undefined) return '';
  const text = first.text(cells);
  return others.length === 0 ? text : others.reduce((all, property) => {
    const next = property.text(cells);
    return `${all}${next.length}:${next}`;
  }, `${text.length}:${text}`);
}

/** What a row says of one entity: the same object for the same texts, as long as they are remembered. */
function entityOf(plan: EntityPlan, cells: readonly string[]): RememberedEntity {
  const texts = textsOf(plan.properties, cells);
  const known = plan.memory.get(texts);
  if (known !== undefined) return known;
  const doubts: Doubt[] = [];
  const { values, json, joins, told } = read(plan.properties, cells, doubts);
  if (!told && !plan.constant) return plan.memory.put(owned(texts), { entity: null, doubts });
  // Only what comes back as the same object is worth holding on to. All are of one shape, put together at once: objects that grow are slow to read, a million times.
  const kept = plan.memory.keeps(texts) ? plan.place * NUMBERS + plan.memory.number : undefined;
  return plan.memory.put(owned(texts), { entity: { key: plan.key, type: plan.type, values, json, identifiers: joins, sameKey: sameKey(plan, values), namespace: plan.namespace, kept }, doubts });
}

/** What makes rows of the file the same: the values of `sameBy`, no matter the case; null when none of these is said. */
export function sameKey(plan: Pick<EntityPlan, 'byValues' | 'sameBy' | 'type'>, values: Values): string | null {
  if (!plan.byValues) return null;
  let some = false;
  const parts = plan.sameBy.map((property) => {
    const said = values[property];
    if (said === undefined) return '';
    some = true;
    return said.map((value) => value.v.toLowerCase()).join('\u0002');
  });
  return some ? `${plan.type}\u0001${parts.join('\u0001')}` : null;
}

const isNegative = (text: string): boolean => /^\s*[-−(]|-\s*$/u.test(text);

function isReversed(link: LinkPlan, cells: readonly string[]): boolean {
  if (link.reverseWhen === null) return false;
  const text = (cells[link.reverseWhen.column] ?? '').trim();
  if (text === '') return false;
  if (link.reverseWhen.negative && isNegative(text)) return true;
  return link.reverseWhen.values.some((value) => value.trim().toLowerCase() === text.toLowerCase());
}

/** The direction tells what the sign did: a negative amount the other way is a positive one. What the source wrote stays beside it. */
function withoutSign(values: Values, properties: readonly PropertyReader[], column: number): Values {
  const out: Record<string, StoredValue[]> = { ...values };
  for (const property of properties) {
    const said = property.constant || property.column !== column ? undefined : values[property.id];
    if (said !== undefined) out[property.id] = said.map((value) => (value.v.startsWith('-') && value.doubt === undefined ? { ...value, v: value.v.slice(1), raw: value.raw ?? value.v } : value));
  }
  return out;
}

/** What the row says of one end, said of the end that it means; null where it stands as it is. */
function onSides(link: LinkPlan, values: Values, reversed: boolean, cells: readonly string[]): Values | null {
  const far = link.far !== null && link.far(cells);
  if (!reversed && !far) return null;
  const out: Record<string, StoredValue[]> = {};
  for (const [property, said] of Object.entries(values)) {
    const turned = reversed ? (link.turned?.get(property) ?? property) : property;
    const meant = far && link.fromFar?.has(property) === true ? (reversed ? property : (link.fromFar.get(property) ?? property)) : turned;
    out[meant] = [...said];
  }
  return out;
}

/**
 * Turns one row into what it says: entities, links between them, doubts. Pure, and never throws whatever the cells hold.
 * Rows that say nothing, or hold more than the table has columns for, come back with the reason.
 */
export function mapRow(plan: Plan, cells: readonly string[]): MappedRow {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]?.trim() === '') last -= 1;
  if (last < 0) return { ...NOTHING, reject: { code: 'empty', detail: '' } };
  if (last >= plan.width) return { ...NOTHING, reject: { code: 'tooManyCells', detail: String(last + 1) } };
  if (cells.length === 1 && plan.width > 2) return { ...NOTHING, reject: { code: 'tooFewCells', detail: '1' } };
  const doubts: Doubt[] = [];
  const entities: MappedEntity[] = [];
  const places = plan.entities.map((each) => {
    const { entity, doubts: left } = entityOf(each, cells);
    for (const doubt of left) doubts.push(doubt);
    return entity === null ? -1 : entities.push(entity) - 1;
  });
  if (entities.length === 0) return { ...NOTHING, reject: { code: 'noEntity', detail: '' } };
  const links: MappedLink[] = [];
  for (const link of plan.links) {
    const from = places[link.from] ?? -1;
    const to = places[link.to] ?? -1;
    if (from < 0 || to < 0 || !link.applies(cells)) continue;
    const { values, json } = read(link.properties, cells, doubts);
    const reversed = isReversed(link, cells);
    const unsigned = reversed && link.reverseWhen?.negative === true ? withoutSign(values, link.properties, link.reverseWhen.column) : null;
    const turned = link.turned === null && link.far === null ? unsigned : onSides(link, unsigned ?? values, reversed, cells) ?? unsigned;
    const made: MappedLink = { type: link.type, occurrence: link.occurrence, directed: link.directed, once: link.once, from: reversed ? to : from, to: reversed ? from : to, ...(turned === null ? { values, json } : { values: turned }) };
    const leg = link.legs === null ? null : legOf(link.legs, made.values, reversed !== (link.far?.(cells) ?? false));
    links.push(leg === null ? made : { ...made, leg });
  }
  return { entities, links, doubts, grading: gradingOf(plan, cells, doubts), handling: handlingOf(plan, cells, doubts) };
}

function gradingOf(plan: Plan, cells: readonly string[], doubts: Doubt[]): Grading | null {
  if (plan.grading === null) return null;
  const text = (cells[plan.grading.column] ?? '').trim();
  if (text === '') return null;
  const grading = plan.grading.read(text);
  if (grading === null) doubts.push({ column: plan.grading.column, code: 'format', text: text.slice(0, MAX_TEXT) });
  return grading;
}

function handlingOf(plan: Plan, cells: readonly string[], doubts: Doubt[]): readonly Handling[] | null {
  if (plan.handling === null) return null;
  const text = (cells[plan.handling.column] ?? '').trim();
  const codes = text === '' ? [] : plan.handling.read(text);
  if (codes.some((each) => each.axis === undefined)) doubts.push({ column: plan.handling.column, code: 'format', text: text.slice(0, MAX_TEXT) });
  return codes.length === 0 ? null : codes;
}
