import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { foldHeading } from '../../../../../shared/schema/heading';
import type { PropertyType } from '../../../../../shared/schema/types';
import { LANGUAGES } from '../../../../../shared/values/kind';

/** Folded, with "BirthDate" read as two words. */
const spaced = (name: string): string => foldHeading(name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/** Names met in one file stay few; more than this are made by a hostile file and are not remembered. */
const MOST = 20_000;

/** Finds the property of a type that a file's own attribute name means; remembers what it found. */
export class Fitting {
  private readonly found = new Map<string, PropertyType | null>();
  private readonly folds = new Map<string, string>();
  private readonly named = new Map<string, Map<string, PropertyType>>();

  private readonly naming = new Map<string, readonly string[]>();

  constructor(private readonly catalogue: Catalogue) {}

  /** An attribute's name as the lists of words have it. */
  folded(name: string): string {
    const held = this.folds.get(name);
    if (held !== undefined) return held;
    const folded = foldHeading(name);
    if (this.folds.size < MOST) this.folds.set(name, folded);
    return folded;
  }

  /** The property; null when the type has none of that name. References are never found: what a file numbers is its own affair. */
  property(type: string, name: string): PropertyType | null {
    const key = `${type}\u0000${name}`;
    const held = this.found.get(key);
    if (held !== undefined) return held;
    const names = this.namesOf(type);
    const property = names.get(foldHeading(name)) ?? names.get(spaced(name)) ?? null;
    if (this.found.size < MOST) this.found.set(key, property);
    return property;
  }

  /** Property ids that alone can name one of the type, the likeliest first; "reference" is left out. */
  namesFor(type: string): readonly string[] {
    let names = this.naming.get(type);
    if (names === undefined) this.naming.set(type, (names = this.namesThatName(type)));
    return names;
  }

  private namesThatName(type: string): readonly string[] {
    const known = this.catalogue.entityType(type);
    const single = (known?.caption ?? []).flatMap((parts) => (parts.length === 1 && parts[0] !== undefined && parts[0] !== 'reference' ? [parts[0]] : []));
    const named = single.filter((id) => known?.properties.find((property) => property.id === id)?.match === 'name' || id === 'name');
    return [...named, ...single.filter((id) => !named.includes(id))];
  }

  private namesOf(type: string): Map<string, PropertyType> {
    const held = this.named.get(type);
    if (held !== undefined) return held;
    const names = new Map<string, PropertyType>();
    const properties = (this.catalogue.entityType(type) ?? this.catalogue.linkType(type))?.properties ?? [];
    const usable = properties.filter((property) => property.id !== 'reference');
    for (const property of usable) for (const name of [property.id, spaced(property.id), ...LANGUAGES.map((language) => foldHeading(property.label[language]))]) if (!names.has(name)) names.set(name, property);
    for (const property of usable) for (const heading of property.headings ?? []) if (!names.has(heading)) names.set(heading, property);
    names.delete('');
    this.named.set(type, names);
    return names;
  }
}
