import type { Attachment } from '../../../../../shared/mapping/mapRow';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { JsonObject } from '../../json';
import { objectsOf, textOf, wordsOf } from '../../jsonText';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import words from '../../../../../resources/vocabularies/misp.json';
import { circumstances, namedBy, valueOf } from './attributes';
import { clustersIn, eventPointer, NAMESPACE } from './event';
import type { MispEvent } from './event';
import { eventIn, isDeleted, proposalsIn } from './parts';
import { tagsOf } from './tags';
import type { TagReader } from './tags';

const DIRECTED = 'pointsTo';
const RELATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = words.objects;
const LONGEST = 48 * 1024 * 1024;

interface Place { readonly type: string; readonly key: string }
interface Reference { readonly from: string; readonly to: string; readonly relation: string; readonly comment: string; readonly line: number; readonly tags: readonly string[] }

/** Turns attributes and objects into what they say of the event that they stand in. */
export class MispContent {
  /** Where the references of objects lead: ids only. */
  private readonly places = new Map<string, Place>();
  private readonly references: Reference[] = [];

  constructor(private readonly vocabulary: Vocabulary, private readonly tagReader: TagReader, private readonly context: ReadingContext) {}

  attribute(attribute: JsonObject, event: MispEvent | null, line: number): RecordOutcome[] {
    const cells = [textOf(attribute, 'type'), valueOf(attribute), textOf(attribute, 'category')];
    const rest = this.proposals(attribute, line);
    if (isDeleted(attribute)) return [reject(line, 'deleted attribute, not taken in', cells), ...rest];
    if (cells[0] === '' || valueOf(attribute).trim() === '') return [reject(line, 'attribute without type or value', cells), ...rest];
    const own = tagsOf(attribute);
    const tags = [...(event?.tags ?? []), ...own];
    const around = this.around(attribute, event);
    const named = namedBy(attribute, this.context);
    const entities: EntityDraft[] = [];
    const links: { draft: LinkDraft; from: number; to: number }[] = [];
    if (around !== null) entities.push(around);
    if (named.length === 0) entities.splice(0, entities.length, this.remark(attribute, around, own));
    else for (const draft of named) {
      const at = entities.push(draft) - 1;
      if (around === null) circumstances(attribute, draft, own);
      else {
        const link = new LinkDraft(this.context.catalogue, this.context.plan, 'mentionedIn');
        circumstances(attribute, link, own);
        links.push({ draft: link, from: at, to: 0 });
      }
    }
    const [main = entities[0]] = named;
    if (named.length === 2 && main !== undefined) links.push({ draft: this.pointing(textOf(attribute, 'type')), from: entities.length - 2, to: entities.length - 1 });
    if (main !== undefined) {
      this.place(textOf(attribute, 'uuid'), main);
      const mainAt = entities.indexOf(main);
      for (const { draft, galaxy } of clustersIn(attribute, this.vocabulary, this.context)) links.push({ draft: this.pointing(galaxy), from: mainAt, to: entities.push(draft) - 1 });
    }
    return [this.row(line, cells, entities, links, tags, attachmentsOf(attribute)), ...rest];
  }

  object(object: JsonObject, event: MispEvent | null, line: number): RecordOutcome[] {
    const { catalogue, plan } = this.context;
    const name = textOf(object, 'name');
    const uuid = textOf(object, 'uuid');
    const cells = [name, uuid];
    const rest = this.proposals(object, line);
    const type = this.vocabulary.entity(name, 'topic');
    const draft = new EntityDraft(catalogue, plan, type, `object\u0000${uuid || `${line}:${name}`}`, NAMESPACE);
    // Ids of tests and templates ("a") are no lasting ids.
    if (uuid.length >= 32) draft.say('reference', uuid);
    if (isDeleted(object)) return [{ kind: 'revoke', row: line, entity: draft.done() }, ...rest];
    if (catalogue.property(type, 'kind')?.kind === 'text') draft.say('kind', name);
    else draft.other('object', name);
    const relations = Object.hasOwn(RELATIONS, name) ? (RELATIONS[name] ?? {}) : {};
    const entities: EntityDraft[] = [draft];
    const links: { draft: LinkDraft; from: number; to: number }[] = [];
    const tags = [...(event?.tags ?? []), ...tagsOf(object)];
    const attachments: Attachment[] = [];
    const coordinates = new Map<string, string>();
    for (const attribute of objectsOf(object['Attribute'])) {
      const relation = textOf(attribute, 'object_relation') || textOf(attribute, 'type');
      const value = valueOf(attribute);
      if (isDeleted(attribute)) {
        rest.push(reject(line, 'deleted attribute of an object, not taken in', [name, relation, value]));
        continue;
      }
      if (value.trim() === '') {
        rest.push(reject(line, 'attribute of an object without value', [name, relation]));
        continue;
      }
      const own = tagsOf(attribute);
      tags.push(...own);
      attachments.push(...attachmentsOf(attribute));
      const property = Object.hasOwn(relations, relation) ? relations[relation] : undefined;
      const parts = namedBy(attribute, this.context);
      if (relation === 'latitude' || relation === 'longitude') coordinates.set(relation, value);
      const fits = property !== undefined && catalogue.property(type, property) !== undefined;
      const same = !fits && parts.length > 0 && parts[0]?.type === type && type !== 'indicator';
      if (fits) draft.say(property, value);
      else if (same) {
        for (const part of parts) for (const [id, values] of Object.entries(part.values)) for (const each of values) if (id !== 'kind') draft.say(id, each.raw ?? each.v);
      }
      if (parts.length > 0 && !fits && !same && parts[0]?.type !== 'indicator') {
        for (const part of parts) {
          const link = this.pointing(relation);
          circumstances(attribute, link, own);
          links.push({ draft: link, from: 0, to: entities.push(part) - 1 });
        }
        this.place(textOf(attribute, 'uuid'), parts[0] ?? draft);
      } else {
        if (!fits && !same) draft.other(relation, value);
        const about = Object.fromEntries(Object.entries(attribute).filter(([key]) => !['value', 'data', 'ShadowAttribute', 'Galaxy', 'object_id', 'event_id', 'disable_correlation', 'deleted'].includes(key)));
        draft.other('attribute', wordsOf(about));
        this.place(textOf(attribute, 'uuid'), draft);
      }
      for (const { draft: cluster, galaxy } of clustersIn(attribute, this.vocabulary, this.context)) links.push({ draft: this.pointing(galaxy), from: 0, to: entities.push(cluster) - 1 });
    }
    const [latitude, longitude] = [coordinates.get('latitude'), coordinates.get('longitude')];
    if (latitude !== undefined && longitude !== undefined && catalogue.property(type, 'coordinates') !== undefined) draft.say('coordinates', `${latitude}, ${longitude}`);
    // A kind of object that no type knows is called by what it says first.
    if (type === 'topic' && draft.values['name'] === undefined) draft.say('name', valueOf(objectsOf(object['Attribute']).find((attribute) => !isDeleted(attribute)) ?? {}) || name);
    for (const [member, value] of Object.entries(object)) if (!['name', 'uuid', 'Attribute', 'ObjectReference', 'Tag', 'deleted', 'id', 'event_id', 'Event', 'comment', 'ShadowAttribute'].includes(member)) draft.other(member, wordsOf(value));
    draft.say('note', textOf(object, 'comment'));
    for (const tag of tagsOf(object)) draft.other('tag', tag);
    const around = this.around(object, event);
    if (around !== null) links.push({ draft: new LinkDraft(catalogue, plan, 'mentionedIn'), from: 0, to: entities.push(around) - 1 });
    this.place(uuid, draft);
    for (const reference of objectsOf(object['ObjectReference'])) {
      if (isDeleted(reference)) continue;
      this.references.push({ from: uuid, to: textOf(reference, 'referenced_uuid'), relation: textOf(reference, 'relationship_type'), comment: textOf(reference, 'comment'), line, tags });
    }
    return [this.row(line, cells, entities, links, tags, attachments), ...rest];
  }

  /** The references between objects, once all are known. Those that lead out of the file lead to a stub with that id. */
  *ties(): Generator<RecordOutcome> {
    const { catalogue, plan } = this.context;
    for (const { from, to, relation, comment, line, tags } of this.references) {
      const start = this.places.get(from);
      if (start === undefined || to === '') {
        yield reject(line, 'reference without a target', [from, relation, to]);
        continue;
      }
      const end = this.places.get(to) ?? { type: 'topic', key: `object\u0000${to}` };
      const pointer = ({ type, key }: Place, id: string): EntityDraft => new EntityDraft(catalogue, plan, type, key, NAMESPACE).say('reference', key.startsWith('object\u0000') && id.length >= 32 ? id : '').mention();
      yield this.row(line, [from, relation, to], [pointer(start, from), pointer(end, to)], [{ draft: this.pointing(relation).say('note', comment), from: 0, to: 1 }], tags, []);
    }
  }

  private around(object: JsonObject, event: MispEvent | null): EntityDraft | null {
    if (event !== null) return eventPointer(event.members, event.entityKey, this.context);
    const alone = eventIn(object);
    return alone === null ? null : eventPointer(alone, `event\u0000${textOf(alone, 'uuid') || textOf(alone, 'id')}`, this.context);
  }

  /** A text, a remark, a score: said of the event; on its own where there is no event. */
  private remark(attribute: JsonObject, around: EntityDraft | null, own: readonly string[]): EntityDraft {
    const { catalogue, plan } = this.context;
    const type = textOf(attribute, 'type');
    const value = valueOf(attribute);
    if (around === null) {
      const draft = new EntityDraft(catalogue, plan, 'topic', null, '').say('name', value).say('kind', type);
      circumstances(attribute, draft, own);
      return draft;
    }
    const about: string[] = [];
    const note = (name: string, text: string): void => void (text.trim() !== '' && about.push(`${name}: ${text}`));
    circumstances(attribute, { say: note, other: (name, text) => (name === 'type' ? undefined : note(name, text)) }, own);
    const [reference] = around.values['reference'] ?? [];
    const draft = new EntityDraft(catalogue, plan, around.type, around.done().sameKey?.slice(1) ?? null, NAMESPACE);
    if (reference !== undefined) draft.say('reference', reference.v);
    return draft.other(type, about.length === 0 ? value : `${value}\n${about.join(', ')}`);
  }

  private pointing(role: string): LinkDraft {
    return new LinkDraft(this.context.catalogue, this.context.plan, DIRECTED).say('role', role);
  }

  private place(uuid: string, draft: EntityDraft): void {
    const { sameKey } = draft.done();
    if (uuid !== '' && sameKey !== null) this.places.set(uuid, { type: draft.type, key: sameKey.slice(1) });
  }

  private proposals(object: JsonObject, line: number): RecordOutcome[] {
    return proposalsIn(object).map((proposal) => reject(line, 'proposal of a change, not taken in', [textOf(proposal, 'type'), valueOf(proposal)]));
  }

  private row(line: number, cells: readonly string[], entities: EntityDraft[], links: { draft: LinkDraft; from: number; to: number }[], tags: readonly string[], attachments: readonly Attachment[]): RecordOutcome {
    return { kind: 'row', row: line, cells, mapped: recordOf({ entities, links, handling: this.tagReader.handling(tags), grading: this.tagReader.grading(tags), attachments }) };
  }
}

export function reject(row: number, detail: string, cells: readonly string[]): RecordOutcome {
  return { kind: 'reject', reject: { row, code: 'badRecord', detail, cells: cells.map((cell) => cell.slice(0, 500)) } };
}

/** The document that an attribute carries. Samples of malware are left in the file: nobody needs them in a case. */
function attachmentsOf(attribute: JsonObject): readonly Attachment[] {
  const data = textOf(attribute, 'data');
  if (data === '' || data.length > LONGEST || textOf(attribute, 'type') !== 'attachment') return [];
  const bytes = Buffer.from(data, 'base64');
  return bytes.length === 0 ? [] : [{ name: valueOf(attribute).slice(0, 200), mediaType: 'application/octet-stream', bytes }];
}
