import { useEffect, useMemo } from 'react';
import { buildCatalogue, type Catalogue } from '../../shared/schema/catalogue';
import { keyIn } from '../../shared/schema/caption';
import { categoryNames, codeText, shortCode } from '../../shared/schema/codeText';
import type { CatalogueData, EntityType, Family, LinkType, PropertyType, Scheme } from '../../shared/schema/types';
import type { Grading, Handling } from '../../shared/model/evaluation';
import type { Language } from '../../shared/values/kind';
import { useCase } from './queries';

const glyphFiles = import.meta.glob<Readonly<Record<string, unknown>>>('../../resources/icons/glyphs.json', { eager: true, import: 'default' });
/** SVG paths of all glyphs by name, 24 × 24. */
export const glyphs: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(Object.values(glyphFiles)[0] ?? {}).filter((each): each is [string, string] => typeof each[1] === 'string'));

/** A question mark in a circle, for types whose glyph is unknown (those of a newer Knoop). */
const UNKNOWN_GLYPH = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m1 17h-2v-2h2zm2.1-7.7-.9.9c-.7.7-1.2 1.3-1.2 2.8h-2v-.5c0-1.1.5-2.1 1.2-2.8l1.2-1.3c.4-.3.6-.8.6-1.4a2 2 0 0 0-4 0H8a4 4 0 0 1 8 0c0 .9-.4 1.7-.9 2.3';

/** Types and schemes of the open case, as the interface asks about them. Unknown ids are answered with the id itself, never with a failure. */
export class Types {
  readonly catalogue: Catalogue;

  constructor(data: CatalogueData) {
    this.catalogue = buildCatalogue(data);
  }

  entity(id: string): EntityType | undefined {
    return this.catalogue.entityType(id);
  }

  link(id: string): LinkType | undefined {
    return this.catalogue.linkType(id);
  }

  /** Types that things can have, sorted by name. */
  concrete(language: Language): readonly EntityType[] {
    return this.catalogue.entityTypes.filter((type) => !type.abstract).toSorted((a, b) => a.label[language].localeCompare(b.label[language], language));
  }

  /** Name of an entity or link type; the plural where `count` is not 1 and the type has one. */
  label(id: string, language: Language, count = 1): string {
    const entity = this.entity(id);
    if (entity) return (count === 1 ? entity.label : entity.plural)[language];
    return this.link(id)?.label[language] ?? id;
  }

  family(id: string): Family {
    return this.entity(id)?.family ?? 'documents';
  }

  /** SVG path of a type's glyph, 24 × 24. */
  glyph(id: string): string {
    return glyphs[this.entity(id)?.icon ?? ''] ?? UNKNOWN_GLYPH;
  }

  /** The second line of an entity's label, in the reader's language. */
  keyText(entity: { readonly type: string; readonly key: string }, language: Language): string {
    const type = this.entity(entity.type);
    return type ? keyIn(type, entity.key, language) : entity.key;
  }

  /** Properties of an entity or link type, inherited ones after its own. */
  properties(id: string): readonly PropertyType[] {
    return (this.entity(id) ?? this.link(id))?.properties ?? [];
  }

  property(type: string, id: string): PropertyType | undefined {
    return this.catalogue.property(type, id);
  }

  /** All link types, sorted by name. */
  linkTypes(language: Language): readonly LinkType[] {
    return this.catalogue.linkTypes.toSorted((a, b) => a.label[language].localeCompare(b.label[language], language));
  }

  /** Link types that may run from one type of entity to another, sorted by name. */
  linksBetween(from: string, to: string, language: Language): readonly LinkType[] {
    return this.catalogue.linkTypes.filter((type) => this.catalogue.mayJoin(type.id, from, to)).toSorted((a, b) => a.label[language].localeCompare(b.label[language], language));
  }

  scheme(id: string): Scheme | undefined {
    return this.catalogue.scheme(id);
  }

  schemes(use: Scheme['use']): readonly Scheme[] {
    return this.catalogue.schemes.filter((each) => each.use === use);
  }

  /** A grading as it is written: its codes in the order of the scheme's axes, "B2". */
  gradingText(grading: Grading | null): string {
    if (!grading) return '';
    const axes = this.scheme(grading.scheme)?.axes.map((axis) => axis.id) ?? Object.keys(grading.codes);
    return axes.map((axis) => grading.codes[axis] ?? '').join('');
  }

  handlingText(handling: readonly Handling[]): string {
    return handling.map((each) => each.code).join(' ');
  }

  /** A handling or marking code as people read it: "H2", "BEPERKTE VERSPREIDING"; empty for a level that marks nothing. */
  codeText(code: string, language: Language): string {
    return codeText(code, this.catalogue.schemes, language);
  }

  /** The same in the few letters of a badge: "BV". */
  shortCode(code: string, language: Language): string {
    return shortCode(code, this.catalogue.schemes, language);
  }

  /** What a code of handling or grading means, in all schemes that know it; for a tooltip. */
  codeMeaning(code: string, language: Language): string {
    return this.catalogue.schemes.flatMap((scheme) => scheme.axes.flatMap((axis) => axis.codes).filter((each) => scheme.use !== 'grading' && each.code === code).map((each) => each.label[language]))[0] ?? '';
  }

  /** Schemes of conditions: handling first, then markings that hold levels. */
  conditions(): readonly Scheme[] {
    return [...this.schemes('handling'), ...this.schemes('marking').filter((scheme) => scheme.axes.some((axis) => axis.codes.length > 1))];
  }

  /** Names of an entity's categories of data subject. */
  categories(entity: { readonly type: string; readonly category: string }, language: Language): readonly string[] {
    return categoryNames(this.entity(entity.type), entity.category, language);
  }
}

const EMPTY = new Types({ entityTypes: [], linkTypes: [], schemes: [] });

const known = new WeakMap<CatalogueData, Types>();

/** The types that a catalogue describes; built once for all who ask. */
function typesOf(data: CatalogueData): Types {
  const types = known.get(data) ?? new Types(data);
  known.set(data, types);
  return types;
}

let current = EMPTY;

/** The types that the window shows now, outside of components. */
export const currentTypes = (): Types => current;

/** The types of the open case; none while they are being fetched. */
export function useTypes(): Types {
  const { data } = useCase('case.catalogue', {});
  const types = useMemo(() => (data ? typesOf(data as CatalogueData) : EMPTY), [data]);
  useEffect(() => { current = types; }, [types]);
  return types;
}
