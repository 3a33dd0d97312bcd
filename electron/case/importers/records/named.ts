import naming from '../../../../resources/vocabularies/naming.json';
import type { RecordPlan } from '../../../../shared/mapping/recordPlan';
import type { Catalogue } from '../../../../shared/schema/catalogue';
import { parseProperty } from '../../../../shared/schema/choice';
import { foldHeading } from '../../../../shared/schema/heading';
import type { PropertyType } from '../../../../shared/schema/types';
import { valueKinds } from '../../../../shared/values';
import type { ValueKindId } from '../../../../shared/values/kind';
import type { EntityDraft } from './draft';

const REFERENCE = 'reference';
const FREE: ReadonlySet<ValueKindId> = new Set<ValueKindId>(['text', 'longText', 'name']);
/** Properties that hold what people call a thing; a caption made of another text (a holder, a purpose) is not its name. */
const NAMES: ReadonlySet<string> = new Set(naming.properties);
/** Kinds that any text with a digit in it seems to be. */
const LOOSE: ReadonlySet<ValueKindId> = new Set<ValueKindId>(['documentNumber', 'account', 'date']);

/** Numbers, plates and addresses of accounts are figures for a good part: a look at that spares names the checks of every kind. */
const isCoded = (text: string): boolean => text.length <= MOST_CODED && (text.includes('@') || text.includes('/') || (text.match(/\d/g) ?? []).length * 2 >= (text.match(/\p{L}/gu) ?? []).length);
/** Longer texts are no number of anything. */
const MOST_CODED = 500;

/** True when the text is a value of the property beyond doubt, not merely a text that could be forced into it. */
function isOne(property: PropertyType, text: string, plan: RecordPlan): boolean {
  const kind = valueKinds[property.kind];
  if (property.kind !== 'choice' && !isCoded(text)) return false;
  const stored = parseProperty(property, text, plan);
  if (stored === null || stored.doubt !== undefined) return false;
  if (LOOSE.has(property.kind)) return /\d/.test(text) && !/\p{L}{2,} +\p{L}{2,}/u.test(text) && (text.match(/ /g) ?? []).length <= 4;
  return property.kind === 'choice' || kind.looksLike === undefined || kind.looksLike(text, plan);
}

/** Properties that alone make a caption of the type, in the order of its rule. */
const captioning = (catalogue: Catalogue, type: string): readonly PropertyType[] =>
  (catalogue.entityType(type)?.caption ?? []).flatMap(([id, ...others]) => (id === undefined || others.length > 0 || id === REFERENCE ? [] : (catalogue.property(type, id) ?? [])));

/**
 * Says what a drawing calls an entity: by the property of its caption that such a text is one of (a plate, a number), else by its name,
 * else as its reference, which then joins nothing. Blank says nothing.
 */
export function sayName(draft: EntityDraft, catalogue: Catalogue, plan: RecordPlan, text: string): void {
  const name = text.trim();
  if (name === '') return;
  const properties = captioning(catalogue, draft.type);
  const found = properties.find((property) => !FREE.has(property.kind) && isOne(property, name, plan)) ?? properties.find((property) => NAMES.has(property.id) && FREE.has(property.kind));
  if (found === undefined) draft.keep(REFERENCE, { v: name.slice(0, 10_000) });
  else draft.say(found.id, name);
}

/** Says the text as the identifier of the caption (a telephone's number, a plate) where it is one; tells whether it did. */
export function sayIdentifier(draft: EntityDraft, catalogue: Catalogue, plan: RecordPlan, text: string): boolean {
  const found = captioning(catalogue, draft.type).find((property) => property.identifier !== undefined && draft.values[property.id] === undefined && isOne(property, text.trim(), plan));
  if (found !== undefined) draft.say(found.id, text);
  return found !== undefined;
}

/** Finds a type's property by what a file calls it: its id, its name in any language, or a heading. */
export class PropertyNames {
  private readonly known = new Map<string, ReadonlyMap<string, PropertyType>>();

  constructor(private readonly catalogue: Catalogue) {}

  find(type: string, name: string): PropertyType | undefined {
    let names = this.known.get(type);
    if (names === undefined) {
      const found = new Map<string, PropertyType>();
      const properties = (this.catalogue.entityType(type) ?? this.catalogue.linkType(type))?.properties.filter(({ id }) => id !== REFERENCE) ?? [];
      for (const property of properties) for (const each of [property.id, ...Object.values(property.label)]) if (!found.has(foldHeading(each))) found.set(foldHeading(each), property);
      for (const property of properties) for (const heading of property.headings ?? []) if (!found.has(heading)) found.set(heading, property);
      names = found;
      this.known.set(type, names);
    }
    return names.get(foldHeading(name));
  }
}
