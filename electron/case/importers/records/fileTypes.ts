import i2 from '../../../../resources/vocabularies/i2.json';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import type { EntityType, PropertyType } from '../../../../shared/schema/types';

/** More kinds than this is no vocabulary of people; the rest are things with the file's name of their kind beside them. */
const MOST = 300;
const LONGEST_ID = 64;
const NAME = i2.nameProperty as PropertyType;

/** A kind of a file that is to become a type. */
export interface NewKind {
  /** As the file calls it. */
  readonly label: string;
  /** Id of the type that it extends: of the case, or one that was added before. */
  readonly base: string;
  /** A glyph; that of `base` where left out. */
  readonly icon?: string | null;
  readonly plural?: string;
  readonly properties?: readonly PropertyType[];
}

/** An id of letters and digits for a file's own name of a kind: "Narco cell" with prefix "i2" is "i2NarcoCell". */
function idOf(prefix: string, label: string): string {
  const words = label.normalize('NFD').replace(/\p{M}+/gu, '').match(/[A-Za-z0-9]+|[^\sA-Za-z0-9_\-.,;:()/&'"]+/gu) ?? [];
  const parts = words.map((word) => (/^[A-Za-z0-9]+$/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : [...word].map((sign) => `U${(sign.codePointAt(0) ?? 0).toString(16)}`).join('')));
  return `${prefix}${parts.join('')}`.slice(0, LONGEST_ID - 4);
}

/** Types that a file defines and that no type of the case comes near: each extends the nearest there is, and is called as the file calls it. */
export class FileTypes {
  private readonly byLabel = new Map<string, EntityType>();

  constructor(private readonly catalogue: Catalogue, private readonly prefix: string) {}

  get types(): readonly EntityType[] {
    return [...this.byLabel.values()];
  }

  /** The id of the type for a kind, made where there is none; null when there are too many, or what it extends does not exist. */
  add({ label, base, icon = null, plural = '', properties = [] }: NewKind): string | null {
    const held = this.byLabel.get(label);
    if (held !== undefined) return held.id;
    const parent = this.typeOf(base);
    const shown = label.trim().slice(0, 200);
    if (parent === undefined || shown === '' || this.byLabel.size >= MOST) return null;
    const wanted = idOf(this.prefix, label);
    let id = wanted;
    for (let n = 2; this.catalogue.linkType(id) !== undefined || this.typeOf(id) !== undefined; n += 1) id = `${wanted}${n}`;
    const inherited = this.propertiesOf(parent);
    const named = parent.caption.some(([first, ...others]) => first !== 'reference' && others.length === 0 && inherited.some((property) => property.id === first && (property.kind === 'name' || property.kind === 'text')));
    const several = plural.trim() === '' ? shown : plural.trim().slice(0, 200);
    const known = new Set([NAME, ...inherited].map((property) => property.id));
    const type: EntityType = {
      id,
      label: { nl: shown, fr: shown, de: shown, en: shown },
      plural: { nl: several, fr: several, de: several, en: several },
      family: parent.family,
      icon: icon ?? parent.icon,
      extends: parent.id,
      properties: [...(named ? [] : [NAME]), ...properties.filter((property, at) => !known.has(property.id) && properties.findIndex((other) => other.id === property.id) === at)],
      caption: named ? parent.caption : [...parent.caption.filter(([first]) => first !== 'reference'), [NAME.id], ['reference']],
      keyLine: parent.keyLine,
      ...(parent.dates === undefined ? {} : { dates: parent.dates }),
      ...(parent.coordinates === undefined ? {} : { coordinates: parent.coordinates }),
    };
    this.byLabel.set(label, type);
    return id;
  }

  private typeOf(id: string): EntityType | undefined {
    return this.catalogue.entityType(id) ?? this.types.find((type) => type.id === id);
  }

  /** Those of a type with all that it inherits. */
  private propertiesOf(type: EntityType): readonly PropertyType[] {
    const parent = this.catalogue.entityType(type.id) === undefined && type.extends !== undefined ? this.typeOf(type.extends) : undefined;
    return parent === undefined ? type.properties : [...type.properties, ...this.propertiesOf(parent)];
  }

  /** The case's catalogue with these types. */
  widened(): Catalogue {
    if (this.byLabel.size === 0) return this.catalogue;
    const { entityTypes, linkTypes, schemes } = this.catalogue;
    return buildCatalogue({ entityTypes: [...entityTypes, ...this.types], linkTypes, schemes });
  }
}
