import type { ReadingContext, RecordOutcome } from '../../records/format';
import { isJsonObject } from '../../json';
import type { JsonObject, JsonValue } from '../../json';
import { objectsOf, textOf, textsOf } from '../../jsonText';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import { tagsOf } from './tags';
import type { TagReader } from './tags';

export const NAMESPACE = 'misp';
const EVENT = 'event';
const DIRECTED = 'pointsTo';
const APART = new Set(['info', 'uuid', 'date', 'Tag', 'Galaxy', 'RelatedEvent', 'Org', 'Orgc', 'EventReport', 'ShadowAttribute', 'extends_uuid', 'Attribute', 'Object', 'Event', 'disable_correlation', 'proposal_email_lock', 'locked']);

/** Members that stand in an event node; a node without a name or a lasting id is no event, only a wrapper. */
export class MispEvent {
  readonly members: Record<string, JsonValue> = Object.create(null) as Record<string, JsonValue>;
  line = 1;

  constructor(readonly key: string) {}

  get named(): boolean {
    return textOf(this.members, 'info') !== '' || (textOf(this.members, 'uuid') !== '' && (this.members['Orgc'] !== undefined || this.members['date'] !== undefined || this.members['threat_level_id'] !== undefined));
  }

  get tags(): readonly string[] {
    return tagsOf(this.members);
  }

  /** Key by which the entity of the event is pointed at. */
  get entityKey(): string {
    return `event\u0000${textOf(this.members, 'uuid') || this.key}`;
  }
}

const textualId = (uuid: string): string => uuid.trim();

/** Points at an event, of this file or another. */
export function eventPointer(members: JsonObject, key: string, { catalogue, plan }: ReadingContext): EntityDraft {
  return new EntityDraft(catalogue, plan, EVENT, key, NAMESPACE).say('reference', textOf(members, 'uuid')).say('name', textOf(members, 'info')).mention();
}

function organisation(members: JsonObject, { catalogue, plan }: ReadingContext): EntityDraft {
  const uuid = textualId(textOf(members, 'uuid'));
  const draft = new EntityDraft(catalogue, plan, 'organisation', `org\u0000${uuid || textOf(members, 'name')}`, NAMESPACE).say('reference', uuid).say('name', textOf(members, 'name'));
  for (const [name, value] of Object.entries(members)) if (name !== 'uuid' && name !== 'name' && name !== 'id') for (const text of textsOf(value)) draft.other(name, text);
  return draft;
}

/** Threat actors, tools, techniques and the like that something was put under, each with the name of its galaxy. */
export function clustersIn(members: JsonObject, vocabulary: Vocabulary, { catalogue, plan }: ReadingContext): readonly { readonly draft: EntityDraft; readonly galaxy: string }[] {
  return objectsOf(members['Galaxy']).flatMap((galaxy) =>
    objectsOf(galaxy['GalaxyCluster']).map((cluster) => {
      const name = textOf(galaxy, 'type') || textOf(cluster, 'type');
      const type = vocabulary.entity(`galaxy ${name}`, 'topic');
      const uuid = textOf(cluster, 'uuid');
      const draft = new EntityDraft(catalogue, plan, type, `cluster\u0000${uuid || `${name}:${textOf(cluster, 'value')}`}`, NAMESPACE).say('reference', uuid).say('name', textOf(cluster, 'value'));
      if (catalogue.property(type, 'kind')?.kind === 'text') draft.say('kind', name);
      draft.say(catalogue.property(type, 'description') === undefined ? 'note' : 'description', textOf(cluster, 'description'));
      for (const [member, value] of Object.entries(cluster)) {
        if (member === 'uuid' || member === 'value' || member === 'description' || member === 'type') continue;
        if (member === 'meta' && isJsonObject(value)) for (const [key, meta] of Object.entries(value)) for (const text of textsOf(meta)) draft.other(key, text);
        else for (const text of textsOf(value)) draft.other(member, text);
      }
      return { draft, galaxy: textOf(galaxy, 'name') || name };
    }),
  );
}

/** The event itself, with who made it, what it is put under, its reports, and the events that it names. */
export function rowsOfEvent(event: MispEvent, vocabulary: Vocabulary, tagReader: TagReader, context: ReadingContext): RecordOutcome[] {
  const { catalogue, plan } = context;
  const { members, tags } = event;
  const handling = tagReader.handling(tags);
  const grading = tagReader.grading(tags);
  const draft = new EntityDraft(catalogue, plan, EVENT, event.entityKey, NAMESPACE).say('reference', textOf(members, 'uuid')).say('name', textOf(members, 'info')).say('start', textOf(members, 'date'));
  for (const [name, value] of Object.entries(members)) if (!APART.has(name)) for (const text of textsOf(value)) draft.other(name, text);
  for (const tag of tags) draft.other('tag', tag);
  const entities: EntityDraft[] = [draft];
  const links: { draft: LinkDraft; from: number; to: number }[] = [];
  const tie = (other: EntityDraft, type: string, role: string, away: boolean): void => {
    const at = entities.push(other) - 1;
    const link = new LinkDraft(catalogue, plan, type);
    if (catalogue.linkType(type)?.properties.some(({ id }) => id === 'role') === true) link.say('role', role);
    links.push(away ? { draft: link, from: 0, to: at } : { draft: link, from: at, to: 0 });
  };
  for (const role of ['Orgc', 'Org']) for (const org of objectsOf(members[role])) tie(organisation(org, context), DIRECTED, role, true);
  for (const { draft: cluster } of clustersIn(members, vocabulary, context)) tie(cluster, 'mentionedIn', '', false);
  for (const report of objectsOf(members['EventReport'])) {
    const uuid = textOf(report, 'uuid');
    const document = new EntityDraft(catalogue, plan, 'document', `report\u0000${uuid || textOf(report, 'name')}`, NAMESPACE).say('reference', uuid).say('title', textOf(report, 'name')).say('note', textOf(report, 'content'));
    tie(document, DIRECTED, 'EventReport', true);
  }
  for (const related of objectsOf(members['RelatedEvent'])) {
    const other = isJsonObject(related['Event']) ? related['Event'] : related;
    tie(eventPointer(other, `event\u0000${textOf(other, 'uuid') || `related:${textOf(other, 'id')}`}`, context), 'linked', 'RelatedEvent', true);
  }
  const extended = textOf(members, 'extends_uuid').trim();
  if (extended !== '') tie(eventPointer({ uuid: extended }, `event\u0000${extended}`, context), DIRECTED, 'extends', true);
  return [{ kind: 'row', row: event.line, cells: [textOf(members, 'uuid'), textOf(members, 'info')], mapped: recordOf({ entities, links, handling, grading }) }];
}
