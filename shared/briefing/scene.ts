import { sumAmounts } from '../model/amount';
import type { Id } from '../model/ids';
import { captionOf } from '../schema/caption';
import type { Catalogue } from '../schema/catalogue';
import { spanOf } from '../schema/dates';
import type { EntityType, LinkType } from '../schema/types';
import { LANGUAGES, type Language, type Localised } from '../values/kind';
import type { Gathered, GatheredStatement } from './gathered';
import { APART, type Joined } from './joined';
import { numberSources, type SourceNumbers } from './sourceNumbers';
import { subjectsOf, type Subject } from './subject';
import type { Words } from './words';

/** An entity as the document shows it. */
export interface SceneEntity {
  readonly id: Id;
  readonly type: EntityType;
  readonly caption: string;
  readonly key: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly subject: Subject;
}

/** A link as the document shows it; both ends are in the scene. */
export interface SceneLink {
  readonly id: Id;
  readonly type: LinkType;
  readonly from: SceneEntity;
  readonly to: SceneEntity;
  readonly start: string | null;
  readonly end: string | null;
  /** Canonical amount, null when its type has none or none can be read. */
  readonly amount: string | null;
  readonly subject: Subject;
}

/** What passed the gate, put together: all parts of a document are made from this and nothing else. */
export interface Scene {
  readonly language: Language;
  readonly words: Words;
  readonly catalogue: Catalogue;
  readonly numbers: SourceNumbers;
  readonly entities: ReadonlyMap<Id, SceneEntity>;
  readonly links: ReadonlyMap<Id, SceneLink>;
}

const everywhere = (text: string): Localised => Object.fromEntries(LANGUAGES.map((language) => [language, text])) as Localised;

/** Types of a newer Knoop are shown by their id, with what they hold left out. */
const unknownEntity = (id: string): EntityType => ({ id, label: everywhere(id), plural: everywhere(id), family: 'documents', icon: '', properties: [], caption: [], keyLine: [] });
const unknownLink = (id: string): LinkType => ({ id, label: everywhere(id), reverse: everywhere(id), directed: true, from: ['*'], to: ['*'], occurrence: false, properties: [] });

/** A happening has one amount, however many sources tell of it; a lasting link adds up what its statements say. */
function amountOf(type: LinkType, subject: Subject): string | null {
  const property = type.amount;
  if (property === undefined) return null;
  if (type.occurrence) return subject.values[property]?.find((value) => value.doubt === undefined)?.v ?? null;
  return sumAmounts(subject.statements.flatMap((statement) => statement.values[property] ?? []).map((value) => value.v));
}

/**
 * Puts together what allowed statements say of the entities and links that were gathered. `numbers` where several scenes cite alike; `joined` says which records are
 * one: they are called what the record that they are shown under is called, where that has a name.
 */
export function buildScene(gathered: Gathered, allowed: readonly GatheredStatement[], catalogue: Catalogue, words: Words, numbers: SourceNumbers = numberSources(gathered.sources, allowed), joined: Joined = APART): Scene {
  const language = gathered.briefing.language;
  const subjects = subjectsOf(allowed, numbers, joined);
  const own = joined.clusters.size === 0 ? subjects : subjectsOf(allowed.filter(({ subject }) => joined.clusters.has(subject)), numbers);
  const entities = new Map<Id, SceneEntity>();
  for (const { id, type: typeId } of gathered.entities) {
    const subject = subjects.get(id);
    if (subject === undefined) continue;
    const type = catalogue.entityType(typeId) ?? unknownEntity(typeId);
    const { caption: together, key } = captionOf(type, subject.values, language);
    const named = joined.clusters.has(id) ? captionOf(type, own.get(id)?.values ?? {}, language).caption : together;
    const caption = named === '' ? together : named;
    const { start = null, end = null } = spanOf(type, subject.values);
    entities.set(id, { id, type, caption: caption === '' ? words('unnamed', { type: type.label[language] }) : caption, key, start, end, subject });
  }
  const links = new Map<Id, SceneLink>();
  for (const { id, type: typeId, from: fromId, to: toId } of gathered.links) {
    const [subject, from, to] = [subjects.get(id), entities.get(fromId), entities.get(toId)];
    if (subject === undefined || from === undefined || to === undefined) continue;
    const type = catalogue.linkType(typeId) ?? unknownLink(typeId);
    const { start = null, end = null } = spanOf(type, subject.values);
    links.set(id, { id, type, from, to, start, end, amount: amountOf(type, subject), subject });
  }
  return { language, words, catalogue, numbers, entities, links };
}
