import type { ReadingContext } from '../../records/format';
import type { JsonObject } from '../../json';
import { textOf, textsOf } from '../../jsonText';
import { EntityDraft } from '../../records/draft';
import words from '../../../../../resources/vocabularies/misp.json';

const MEANT: Readonly<Record<string, readonly (readonly string[])[]>> = words.attributes;
/** Said in another way, or only places within the file. */
const APART = new Set(['type', 'value', 'value1', 'value2', 'data', 'deleted', 'Tag', 'Galaxy', 'ShadowAttribute', 'Event', 'Sighting', 'Object', 'comment', 'event_id', 'object_id', 'disable_correlation', 'first_seen', 'last_seen', 'Attribute', 'ObjectReference']);

interface Takes {
  say(property: string, text: string): unknown;
  other(name: string, text: string): unknown;
}

export const valueOf = (attribute: JsonObject): string => textOf(attribute, 'value') || [textOf(attribute, 'value1'), textOf(attribute, 'value2')].filter((part) => part !== '').join('|');

/**
 * What the value of an attribute names: nothing when it is a remark on what it belongs to, several when it is composed ("domain|ip"). Equal values
 * of a file are one entity.
 */
export function namedBy(attribute: JsonObject, { catalogue, plan }: ReadingContext): readonly EntityDraft[] {
  const type = textOf(attribute, 'type');
  const meant = Object.hasOwn(MEANT, type) ? (MEANT[type] ?? []) : [];
  const value = valueOf(attribute);
  const cut = value.indexOf('|');
  const parts = meant.length > 1 && cut >= 0 ? [value.slice(0, cut), value.slice(cut + 1)] : [value];
  const drafts: EntityDraft[] = [];
  const said: string[] = [];
  for (const [at, part] of parts.entries()) {
    const [entity = '', property = ''] = meant[at] ?? [];
    if (entity === '' || part.trim() === '') continue;
    const before = drafts.at(-1);
    if (before?.type === entity && said.at(-1) !== property) before.say(property, part);
    else {
      // A port, or a hash beside a name, makes it another one than the name alone.
      const whole = parts.length > 1 && meant[0]?.[0] === meant[1]?.[0] && meant[0]?.[1] !== meant[1]?.[1] ? value : part;
      const draft = new EntityDraft(catalogue, plan, entity, `${entity}\u0000${property}\u0000${whole.trim()}`, '').say(property, part);
      if (catalogue.property(entity, 'kind')?.kind === 'text') draft.say('kind', type);
      drafts.push(draft);
    }
    said.push(property);
  }
  return drafts;
}

/** All that stands beside a value: category, comment, times, tags, sightings. */
export function circumstances(attribute: JsonObject, takes: Takes, tags: readonly string[]): void {
  takes.other('type', textOf(attribute, 'type'));
  takes.say('note', textOf(attribute, 'comment'));
  takes.other('first_seen', textOf(attribute, 'first_seen'));
  takes.other('last_seen', textOf(attribute, 'last_seen'));
  for (const [name, value] of Object.entries(attribute)) if (!APART.has(name)) for (const text of textsOf(value)) takes.other(name, text);
  for (const tag of tags) takes.other('tag', tag);
  for (const sighting of textsOf(attribute['Sighting'])) takes.other('sighting', sighting);
}
