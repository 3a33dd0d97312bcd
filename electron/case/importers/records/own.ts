import type { OwnStatement, OwnSubject } from '../../../../shared/mapping/ownRecord';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import { otherProperty } from '../../../../shared/schema/otherProperty';
import type { EntityType, LinkType } from '../../../../shared/schema/types';
import { EntityDraft, LinkDraft, recordOf } from './draft';
import type { FoundKind, ReadingContext, RecordOutcome } from './format';

const ANY_ENTITY = 'item';
const ANY_LINK = 'linked';

/** The end of a link, as the file knows it. */
export interface OwnEnd {
  readonly id: string;
  readonly type: string;
}

/** What others wrote beside what Knoop did, by their own names for it. */
type Added = (catalogue: Catalogue) => readonly { readonly name: string; readonly value: string }[];
const nothing = (): readonly never[] => [];

/** A statement of these; none where there are none. */
function beside(added: ReturnType<Added>): readonly OwnStatement[] {
  const values: Record<string, { v: string }[]> = {};
  for (const { name, value } of added) {
    const property = otherProperty(name);
    if (property !== null && value.trim() !== '') (values[property] ??= []).push({ v: value.trim() });
  }
  return Object.keys(values).length === 0 ? [] : [{ values }];
}

/**
 * Turns what Knoop itself wrote into other tools' formats back into the very same entities and links: by their ids, with values as they stood, and one record
 * per statement with its own evaluation. The source that a statement had in the case it left is told in the record's cells only; its source here is the file.
 */
export class OwnRecords {
  private readonly brought: { readonly entities: EntityType[]; readonly links: LinkType[] } = { entities: [], links: [] };
  private readonly found = new Map<string, { of: 'entity' | 'link'; label: string; type: string; count: number }>();
  private catalogue: Catalogue;

  constructor(private readonly context: ReadingContext) {
    this.catalogue = context.catalogue;
  }

  /** Types that the file brought so far. */
  types(): { readonly entities: readonly EntityType[]; readonly links: readonly LinkType[] } {
    return this.brought;
  }

  kinds(): readonly FoundKind[] {
    return [...this.found.values()];
  }

  /** Takes in types of the case that was written, where this one has none of that id. Those that do not fit are left out. */
  bring(subject: Pick<OwnSubject, 'entityTypes' | 'linkTypes'>): void {
    for (const type of subject.entityTypes ?? []) this.widen(type.id, (data) => ({ ...data, entityTypes: [...data.entityTypes, type as EntityType] }), () => this.brought.entities.push(type as EntityType));
    for (const type of subject.linkTypes ?? []) this.widen(type.id, (data) => ({ ...data, linkTypes: [...data.linkTypes, type as LinkType] }), () => this.brought.links.push(type as LinkType));
  }

  /** Type under which an entity comes in: its own, unless the user chose another or this case lacks it. */
  typeOf(subject: Pick<OwnSubject, 'type'>): string {
    const { type } = subject;
    const chosen = Object.hasOwn(this.context.plan.entityTypes, type) ? this.context.plan.entityTypes[type] : undefined;
    const usable = (id: string | undefined): id is string => {
      const known = id === undefined ? undefined : this.catalogue.entityType(id);
      return known !== undefined && known.abstract !== true;
    };
    return [chosen, type].find(usable) ?? ANY_ENTITY;
  }

  /** One record per statement. `key`: by which links of the file point at it. `added`: what others wrote beside, which becomes a record of its own. */
  entity(subject: OwnSubject, key: string, row: number, caption: string, added: Added = nothing): RecordOutcome[] {
    const { plan } = this.context;
    this.bring(subject);
    const type = this.typeOf(subject);
    this.count('entity', subject.type, type);
    return [...statementsOf(subject), ...beside(added(this.catalogue))].map((said, at): RecordOutcome => {
      const draft = new EntityDraft(this.catalogue, plan, type, key, '').id(subject.id);
      if (at === 0 && subject.at !== undefined) draft.place(subject.at.x, subject.at.y, subject.style);
      for (const [property, values] of Object.entries(said.values)) for (const value of values) draft.canonical(property, value);
      return { kind: 'row', row, cells: cellsOf(caption, type, said), mapped: { ...recordOf({ entities: [draft], grading: said.grading ?? null, handling: said.handling ?? null }), ...(said.basis === undefined ? {} : { basis: said.basis }) } };
    });
  }

  link(subject: OwnSubject, from: OwnEnd, to: OwnEnd, row: number, added: Added = nothing): RecordOutcome[] {
    const { plan } = this.context;
    this.bring(subject);
    const chosen = Object.hasOwn(plan.linkTypes, subject.type) ? plan.linkTypes[subject.type] : undefined;
    const type = [chosen, subject.type].find((each) => each !== undefined && this.catalogue.linkType(each) !== undefined) ?? ANY_LINK;
    this.count('link', subject.type, type);
    const end = ({ id, type: of }: OwnEnd): EntityDraft => new EntityDraft(this.catalogue, plan, of, id, '').mention();
    return [...statementsOf(subject), ...beside(added(this.catalogue))].map((said): RecordOutcome => {
      const draft = new LinkDraft(this.catalogue, plan, type).id(subject.id);
      if (subject.style !== undefined) draft.style(subject.style);
      for (const [property, values] of Object.entries(said.values)) for (const value of values) draft.canonical(property, value);
      return {
        kind: 'row', row, cells: cellsOf(`${from.id} → ${to.id}`, type, said),
        mapped: { ...recordOf({ entities: [end(from), end(to)], links: [{ draft, from: 0, to: 1 }], grading: said.grading ?? null, handling: said.handling ?? null }), ...(said.basis === undefined ? {} : { basis: said.basis }) },
      };
    });
  }

  private widen(id: string, add: (data: Pick<Catalogue, 'entityTypes' | 'linkTypes' | 'schemes'>) => Pick<Catalogue, 'entityTypes' | 'linkTypes' | 'schemes'>, taken: () => void): void {
    if (this.catalogue.entityType(id) !== undefined || this.catalogue.linkType(id) !== undefined) return;
    try {
      this.catalogue = buildCatalogue(add(this.catalogue));
      taken();
    } catch {
      // A type that does not hang together with the case's: its things come in as general ones.
    }
  }

  private count(of: 'entity' | 'link', label: string, type: string): void {
    const held = this.found.get(`${of}\u0000${label}`);
    if (held === undefined) this.found.set(`${of}\u0000${label}`, { of, label, type, count: 1 });
    else held.count += 1;
  }
}

/** An entity of which nothing was said is still there. */
const statementsOf = ({ statements }: OwnSubject): readonly OwnStatement[] => (statements.length === 0 ? [{ values: {} }] : statements);

const cellsOf = (caption: string, type: string, { source = '', place = '' }: OwnStatement): readonly string[] => [caption, type, source, place].map((cell) => cell.slice(0, 200));
