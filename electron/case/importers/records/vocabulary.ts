import type { RecordPlan } from '../../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import { foldHeading } from '../../../../shared/schema/heading';
import type { FoundKind } from './format';

/** Names that files of one format use for kinds: folded name to type id. Data, kept in resources/vocabularies. */
export interface Synonyms {
  readonly entities: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
}

const NONE: Synonyms = { entities: {}, links: {} };
const ANY_ENTITY = 'item';
const ANY_LINK = 'linked';
/** Labels that are remembered with what they mean; a hostile file has more. */
const MOST = 20_000;

/**
 * Finds the type of the case that a file's own name of a kind means: the user's choice, then the format's synonyms, then a type with that
 * name in any language or that heading; else the general one. Counts what it was asked, for the user to see and change.
 */
export class Vocabulary {
  private readonly entityNames = new Map<string, string>();
  private readonly linkNames = new Map<string, string[]>();
  private readonly found = new Map<string, { of: 'entity' | 'link'; label: string; type: string; count: number }>();

  /** What was found before: a file uses the same few names again and again. */
  private readonly entitiesMeant = new Map<string, string>();
  private readonly linksMeant = new Map<string, { readonly type: string; readonly role: string | null }>();

  constructor(private readonly catalogue: Catalogue, private readonly plan: Pick<RecordPlan, 'entityTypes' | 'linkTypes'>, private readonly synonyms: Synonyms = NONE) {
    for (const type of catalogue.entityTypes) {
      if (type.abstract) continue;
      for (const name of [type.id, ...Object.values(type.label), ...Object.values(type.plural), ...(type.headings ?? [])]) {
        const folded = foldHeading(name);
        if (!this.entityNames.has(folded)) this.entityNames.set(folded, type.id);
      }
    }
    for (const type of catalogue.linkTypes) for (const name of new Set([type.id, ...Object.values(type.label)].map(foldHeading))) this.linkNames.set(name, [...(this.linkNames.get(name) ?? []), type.id]);
  }

  /** `label`: as the file names the kind; blank when it names none. `otherwise`: type when nothing fits. */
  entity(label: string, otherwise: string = ANY_ENTITY): string {
    const key = `${otherwise}\u0000${label}`;
    let type = this.entitiesMeant.get(key);
    if (type === undefined) {
      type = this.entityMeant(label, otherwise);
      if (this.entitiesMeant.size < MOST) this.entitiesMeant.set(key, type);
    }
    this.count('entity', label, type);
    return type;
  }

  private entityMeant(label: string, otherwise: string): string {
    const folded = foldHeading(label);
    const chosen = Object.hasOwn(this.plan.entityTypes, label) ? this.plan.entityTypes[label] : undefined;
    const synonym = Object.hasOwn(this.synonyms.entities, folded) ? this.synonyms.entities[folded] : undefined;
    return [chosen, synonym, this.entityNames.get(folded), otherwise].find((each) => each !== undefined && this.catalogue.entityType(each)?.abstract !== true && this.catalogue.entityType(each) !== undefined) ?? ANY_ENTITY;
  }

  /**
   * `from` and `to`: types of the ends. A type that may not join these two is passed over. `role` is what the file called a link that became the
   * general one, else null: it belongs into the link's property "role".
   */
  link(label: string, from: string, to: string, otherwise: string = ANY_LINK): { readonly type: string; readonly role: string | null } {
    const key = `${otherwise}\u0000${from}\u0000${to}\u0000${label}`;
    let meant = this.linksMeant.get(key);
    if (meant === undefined) {
      meant = this.linkMeant(label, from, to, otherwise);
      if (this.linksMeant.size < MOST) this.linksMeant.set(key, meant);
    }
    this.count('link', label, meant.type);
    return meant;
  }

  private linkMeant(label: string, from: string, to: string, otherwise: string): { readonly type: string; readonly role: string | null } {
    const folded = foldHeading(label);
    const chosen = Object.hasOwn(this.plan.linkTypes, label) ? this.plan.linkTypes[label] : undefined;
    const synonym = Object.hasOwn(this.synonyms.links, folded) ? this.synonyms.links[folded] : undefined;
    const fits = (id: string | undefined): id is string => id !== undefined && this.catalogue.linkType(id) !== undefined && this.catalogue.mayJoin(id, from, to);
    const type = [chosen, synonym, ...(this.linkNames.get(folded) ?? []), otherwise].find(fits) ?? ANY_LINK;
    return { type, role: type === ANY_LINK && label.trim() !== '' ? label.trim() : null };
  }

  kinds(): readonly FoundKind[] {
    return [...this.found.values()].toSorted((a, b) => (a.of === b.of ? b.count - a.count : a.of < b.of ? -1 : 1));
  }

  private count(of: 'entity' | 'link', label: string, type: string): void {
    const key = `${of}\u0000${label}`;
    const held = this.found.get(key);
    if (held === undefined) this.found.set(key, { of, label, type, count: 1 });
    else held.count += 1;
  }
}
