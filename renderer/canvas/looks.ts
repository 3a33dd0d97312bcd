import { keyIn } from '../../shared/schema/caption';
import { categoryMark, shortCode, type CategoryMark } from '../../shared/schema/codeText';
import type { CatalogueData, EntityType, Family, LinkType } from '../../shared/schema/types';
import type { Language } from '../../shared/values/kind';

/** The part of a catalogue that decides how things are drawn. */
export type DrawnTypes = Pick<CatalogueData, 'entityTypes' | 'linkTypes'> & Partial<Pick<CatalogueData, 'schemes'>>;

export interface EntityLook {
  readonly family: Family;
  readonly icon: string;
}

export interface LineLook {
  readonly directed: boolean;
  /** It happens once, at its start. */
  readonly occurrence: boolean;
  readonly label: string;
}

export interface Looks {
  entity(type: string): EntityLook;
  /** The second line of an item's label, in the language of the interface. */
  key(type: string, key: string): string;
  /** Mark of an item's categories; null for none. */
  category(type: string, codes: string): CategoryMark | null;
  /** A handling code in the few letters of a badge; empty for one that asks nothing. */
  handling(code: string): string;
  line(type: string): LineLook;
  /** Place of a type in the order that rows and rings follow. */
  rank(type: string): number;
}

/** A type that this version does not know, from a case that another one wrote, is drawn as a document without glyph. */
const UNKNOWN: EntityLook = { family: 'documents', icon: '' };

/** Reads looks from the types, in the language of the interface. */
export function looksOf(types: DrawnTypes, language: Language): Looks {
  const entities = new Map<string, EntityType>(types.entityTypes.map((type) => [type.id, type]));
  const links = new Map<string, LinkType>(types.linkTypes.map((type) => [type.id, type]));
  const ranks = new Map(types.entityTypes.map((type, index) => [type.id, index]));
  return {
    entity: (id) => entities.get(id) ?? UNKNOWN,
    key: (id, key) => {
      const type = entities.get(id);
      return type ? keyIn(type, key, language) : key;
    },
    category: (id, codes) => (codes === '' ? null : categoryMark(entities.get(id), codes, language)),
    handling: (code) => (code === '' ? '' : shortCode(code, types.schemes ?? [], language)),
    line: (id) => {
      const type = links.get(id);
      return type ? { directed: type.directed, occurrence: type.occurrence, label: type.label[language] } : { directed: true, occurrence: false, label: id };
    },
    rank: (id) => ranks.get(id) ?? types.entityTypes.length,
  };
}
