import type { Catalogue } from '../schema/catalogue';
import type { EntityType, Family, PropertyType } from '../schema/types';
import type { ParseContext } from '../values/kind';
import { columnsOf, fitScore, nameScore } from './columns';
import type { Column } from './columns';
import type { EntityMapping, Mapping, PropertyMapping, Reading } from './mapping';
import { pairColumns, proposeLinks } from './proposeLinks';
import { proposeNetwork } from './proposeNetwork';
import { proposeOthers } from './proposeOthers';

/** The head of a table, with what is needed to guess how it is mapped. */
export interface TableHead {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly reading: Reading;
  /** Name that the references of this supplier's files share. */
  readonly namespace: string;
}

/** An entity while it is put together. */
export interface Draft {
  readonly key: string;
  readonly type: EntityType;
  side: 'a' | 'b' | null;
  readonly columns: Map<string, number>;
  /** What is read from more than one column. */
  readonly said?: readonly PropertyMapping[];
}

interface Candidate {
  readonly column: Column;
  readonly type: EntityType;
  readonly property: PropertyType;
  readonly score: number;
}

const ENOUGH = 0.5;
/** A column makes an entity of its own only when it surely names one. */
const CERTAIN = 0.9;
const MAX_ENTITIES = 12;

const contextOf = ({ dateOrder, decimal, country, currency }: Reading): ParseContext => ({ dateOrder, decimal, country, currency });

/** Families whose things are known by a name alone; happenings, money and means of communication need an identifier to be made. */
const NAMED_FAMILIES: ReadonlySet<Family> = new Set<Family>(['people', 'organisations', 'places', 'transport', 'goods']);

/** True when a column of the property alone can make an entity: it identifies it, or is all of one of its captions. */
function stands(type: EntityType, property: PropertyType, score: number): boolean {
  if (property.identifier !== undefined) return score >= 0.6;
  return score >= CERTAIN && NAMED_FAMILIES.has(type.family) && (property.kind === 'name' || property.kind === 'text') && type.caption.some((parts) => parts.length === 1 && parts[0] === property.id);
}

function candidates(columns: readonly Column[], catalogue: Catalogue, context: ParseContext): Candidate[] {
  const found: Candidate[] = [];
  for (const type of catalogue.entityTypes) {
    if (type.abstract === true) continue;
    const own = catalogue.entityType(type.id) ?? type;
    const before = found.length;
    for (const property of own.properties) {
      // A supplier's own number says nothing of what it numbers.
      if (property.identifier === 'reference') continue;
      for (const column of columns) {
        const score = fitScore(column, property, context);
        if (score < ENOUGH) continue;
        const hinted = column.names.some((name) => (own.headings ?? []).some((heading) => ` ${name} `.includes(` ${heading} `))) ? 0.1 : 0;
        found.push({ column, type: own, property, score: score + hinted });
      }
    }
    // "Name" is a person's rather than a firm's where a birth date and a first name stand beside it.
    const support = new Set(found.slice(before).filter((each) => each.score >= 0.7).map((each) => each.column.index)).size;
    for (let at = before; at < found.length; at += 1) {
      const each = found[at];
      if (each !== undefined) found[at] = { ...each, score: each.score + Math.min(support, 10) * 0.02 };
    }
  }
  // Where nothing else tells, a bare "Name" is somebody's.
  const person = ({ type }: Candidate): number => Number(type.family === 'people');
  return found.sort((left, right) => right.score - left.score || person(right) - person(left) || left.column.index - right.column.index);
}

/** Gathers columns into entities. */
class Drafting {
  readonly drafts: Draft[] = [];
  readonly used = new Set<number>();

  private readonly of = new Map<Column, Candidate[]>();

  constructor(private readonly all: readonly Candidate[]) {
    for (const each of all) {
      const held = this.of.get(each.column);
      if (held === undefined) this.of.set(each.column, [each]);
      else held.push(each);
    }
  }

  /** Columns that surely name an entity make it, strongest first; a second of the same kind makes the other side of a pair. */
  anchor(strong: boolean, except: ReadonlySet<number>): void {
    for (const anchor of this.all) {
      const { column, type, property, score } = anchor;
      if (this.used.has(column.index) || except.has(column.index) || !stands(type, property, score) || (property.identifier !== undefined) !== strong) continue;
      // A name rather completes an entity that is there than makes another.
      if (!strong && this.attach(column, score - 0.2)) continue;
      const same = this.drafts.filter((each) => each.type.id === type.id);
      if (same.length > 0 && this.attach(column, score)) continue;
      if (this.drafts.length >= MAX_ENTITIES) return;
      const [first] = same;
      if (first !== undefined && first.side === null && column.side === 'b') first.side = 'a';
      this.drafts.push({ key: same.length === 0 ? type.id : `${type.id}${same.length + 1}`, type, side: column.side, columns: new Map([[property.id, column.index]]) });
      this.used.add(column.index);
    }
  }

  /** Gives the column to the entity that it fits best: by score, the one it stands beside, the one that has most. False when none takes it at `least`. */
  attach(column: Column, least: number): boolean {
    let best: { draft: Draft; property: string; score: number } | null = null;
    for (const { type, property, score } of this.of.get(column) ?? []) {
      if (score < least) continue;
      for (const draft of this.drafts) {
        if (draft.type.id !== type.id || draft.columns.has(property.id) || (draft.side !== null && column.side !== null && draft.side !== column.side)) continue;
        const held = [...draft.columns.values()];
        const total = score + (held.includes(column.index - 1) ? 0.12 : 0) + (draft.side !== null && draft.side === column.side ? 0.3 : 0) + Math.min(held.length, 5) * 0.03;
        if (best === null || total > best.score) best = { draft, property: property.id, score: total };
      }
    }
    if (best === null) return false;
    best.draft.columns.set(best.property, column.index);
    this.used.add(column.index);
    return true;
  }

  /** "Name" beside "First name" means the family name: the missing part of a caption of several. */
  completeNames(): void {
    for (const { type, columns } of this.drafts) {
      const kind = (id: string): string | undefined => type.properties.find((property) => property.id === id)?.kind;
      for (const parts of type.caption) {
        const missing = parts.filter((part) => !columns.has(part));
        const [part] = missing;
        if (parts.length < 2 || missing.length !== 1 || part === undefined || kind(part) !== 'name') continue;
        const whole = type.caption.find((other) => other.length === 1 && columns.has(other[0] ?? '') && !parts.includes(other[0] ?? '') && kind(other[0] ?? '') === 'name' && other[0] === type.properties.find((property) => property.match === 'name')?.id)?.[0];
        if (whole === undefined) continue;
        columns.set(part, columns.get(whole) ?? 0);
        columns.delete(whole);
      }
    }
  }
}

/** What makes two rows speak of the same entity: its identifier, else its first caption that is mapped, with a birth date beside it. */
export function sameByOf(type: EntityType, mapped: readonly string[]): string[] {
  const identifier = type.properties.find((property) => property.identifier !== undefined && mapped.includes(property.id));
  const caption = type.caption.find((parts) => parts.every((part) => mapped.includes(part)));
  if (caption === undefined || (identifier !== undefined && caption.includes(identifier.id))) return identifier === undefined ? [] : [identifier.id];
  const birth = type.properties.find((property) => property.match === 'birthDate' && mapped.includes(property.id));
  return birth === undefined ? [...caption] : [...caption, birth.id];
}

function finished({ key, type, columns, said = [] }: Draft): EntityMapping {
  const sameBy = sameByOf(type, [...columns.keys(), ...said.map((each) => each.property)]);
  return {
    key,
    type: type.id,
    properties: [...[...columns].map(([property, column]) => ({ property, from: { column } })), ...said],
    same: sameBy.length > 0 ? 'values' : 'row',
    sameBy,
  };
}

/** Columns whose heading is a happening's own word for a value that could also make an entity ("forwarded to"): what they look like makes none. */
function namedByHappenings(columns: readonly Column[], catalogue: Catalogue): Set<number> {
  const kinds = new Set(catalogue.entityTypes.flatMap((type) => type.properties.filter((property) => property.identifier !== undefined && property.identifier !== 'reference').map((property) => property.kind)));
  const said = catalogue.linkTypes.filter((type) => type.occurrence).flatMap((type) => type.properties.filter((property) => property.side === undefined && kinds.has(property.kind) && property.kind !== 'documentNumber'));
  return new Set(columns.filter((column) => said.some((property) => nameScore(column, property) === 1) && !catalogue.entityTypes.some((type) => type.properties.some((property) => nameScore(column, property) === 1))).map((column) => column.index));
}

/**
 * Proposes how a table becomes entities and links, by its headings and first rows and the types of the case. Lists of links and lists of
 * things with numbers are recognised first; else columns are gathered into entities, and these linked by the types that may join them.
 */
export function propose(head: TableHead, catalogue: Catalogue): Mapping {
  const context = contextOf(head.reading);
  const columns = columnsOf(head.headings, head.rows);
  const source: Mapping['source'] = { supplier: '', grading: null, handling: [] };
  const base = { reading: head.reading, headings: [...head.headings], source };
  const network = proposeNetwork(columns, head.namespace, catalogue, context);
  if (network !== null) return proposeOthers({ ...base, ...network }, catalogue);
  const drafting = new Drafting(candidates(columns, catalogue, context));
  drafting.anchor(true, namedByHappenings(columns, catalogue));
  // What a call or a payment says of itself is its own before it makes more entities.
  const said = pairColumns(drafting.drafts, columns, catalogue, context);
  drafting.anchor(false, said);
  for (const column of columns) if (!drafting.used.has(column.index) && !said.has(column.index)) drafting.attach(column, ENOUGH);
  drafting.completeNames();
  const { drafts, links } = proposeLinks(drafting.drafts, { columns, rows: head.rows }, catalogue, context);
  return proposeOthers({ ...base, entities: drafts.map(finished), links }, catalogue);
}
