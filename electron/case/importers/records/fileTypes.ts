import i2 from '../../../../resources/vocabularies/i2.json';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import type { EntityType, PropertyType } from '../../../../shared/schema/types';

/** More kinds than this is no vocabulary of people; the rest are things with the file's name of their kind beside them. */
const MOST = 300;
const LONGEST_ID = 64;
const NAME = i2.nameProperty as PropertyType;

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

  /** The id of the type for a kind; null when there are too many. `base`: type that it extends. `icon`: a glyph, or null for that of `base`. */
  add(label: string, base: string, icon: string | null, plural: string = label): string | null {
    const held = this.byLabel.get(label);
    if (held !== undefined) return held.id;
    const parent = this.catalogue.entityType(base);
    if (parent === undefined || this.byLabel.size >= MOST) return null;
    const wanted = idOf(this.prefix, label);
    let id = wanted;
    for (let n = 2; this.catalogue.entityType(id) !== undefined || this.catalogue.linkType(id) !== undefined || this.types.some((type) => type.id === id); n += 1) id = `${wanted}${n}`;
    const named = parent.caption.some(([first, ...others]) => first !== undefined && others.length === 0 && ['name', 'text'].includes(parent.properties.find((property) => property.id === first)?.kind ?? '') && first !== 'reference');
    const shown = label.trim().slice(0, 200);
    const several = plural.trim() === '' ? shown : plural.trim().slice(0, 200);
    const type: EntityType = {
      id,
      label: { nl: shown, fr: shown, de: shown, en: shown },
      plural: { nl: several, fr: several, de: several, en: several },
      family: parent.family,
      icon: icon ?? parent.icon,
      extends: parent.id,
      properties: named ? [] : [NAME],
      caption: named ? parent.caption : [...parent.caption.filter(([first]) => first !== 'reference'), [NAME.id], ['reference']],
      keyLine: parent.keyLine,
      ...(parent.dates === undefined ? {} : { dates: parent.dates }),
      ...(parent.coordinates === undefined ? {} : { coordinates: parent.coordinates }),
    };
    this.byLabel.set(label, type);
    return id;
  }

  /** The case's catalogue with these types. */
  widened(): Catalogue {
    if (this.byLabel.size === 0) return this.catalogue;
    const { entityTypes, linkTypes, schemes } = this.catalogue;
    return buildCatalogue({ entityTypes: [...entityTypes, ...this.types], linkTypes, schemes });
  }
}
