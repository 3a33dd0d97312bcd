import type { RecordOutcome, ReadingContext } from '../../records/format';
import type { JsonObject } from '../../json';
import { textOf, textsOf } from '../../jsonText';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import words from '../../../../../resources/vocabularies/stix.json';
import { localKey, partsOf } from './index';
import type { StixIndex } from './index';
import { pointAt, pointersOf } from './items';

const DIRECTED = 'pointsTo';
/** Of one row. */
const MOST = 200;
const MENTIONED: Readonly<Record<string, string>> = words.mentioned;
const PATTERNS: Readonly<Record<string, readonly string[]>> = words.patterns;
const TOLD: Readonly<Record<string, string>> = { start_time: 'start', stop_time: 'end', description: 'note' };
const APART = new Set(['type', 'spec_version', 'relationship_type', 'source_ref', 'target_ref', 'object_marking_refs', 'revoked']);
/** `type:path = 'value'` in a pattern; nothing else of it names one thing. */
const EQUALS = /([a-z0-9-]+:[\w.'-]+)\s*=\s*'((?:[^'\\]|\\.)*)'/gu;

type Outcome = RecordOutcome & { readonly kind: 'row' | 'reject' };

/** The link that a relationship object is; a reject where it has no two ends that are items. */
export function relationshipOf(object: JsonObject, line: number, index: StixIndex, vocabulary: Vocabulary, context: ReadingContext): Outcome {
  const from = textOf(object, 'source_ref');
  const to = textOf(object, 'target_ref');
  const name = textOf(object, 'relationship_type');
  const cells = [textOf(object, 'id'), from, name, to];
  const fromType = index.typeOfPointed(from);
  const toType = index.typeOfPointed(to);
  if (fromType === null || toType === null) return { kind: 'reject', reject: { row: line, code: 'badRecord', detail: 'relationship without two objects as ends', cells } };
  if (object['revoked'] === true) return { kind: 'reject', reject: { row: line, code: 'badRecord', detail: 'revoked by its author, not taken in', cells } };
  const { type } = vocabulary.link(name.replaceAll('-', ' '), fromType, toType, DIRECTED);
  const draft = new LinkDraft(context.catalogue, context.plan, type);
  if (type === DIRECTED || type === 'linked') draft.say('role', name);
  for (const [member, value] of Object.entries(object)) {
    if (APART.has(member)) continue;
    const property = Object.hasOwn(TOLD, member) ? TOLD[member] : undefined;
    for (const text of textsOf(value)) {
      if (property !== undefined) draft.say(property, text);
      else draft.other(member, text);
    }
  }
  const { handling, texts } = index.markingsOf(object);
  for (const text of texts) draft.other('marking', text);
  return { kind: 'row', row: line, cells, mapped: recordOf({ entities: [pointAt(from, fromType, index, context), pointAt(to, toType, index, context)], links: [{ draft, from: 0, to: 1 }], handling }) };
}

/** Links from an object to all that it points at, and to what the pattern of an indicator names; and from an observation to its parts. */
export function tiesOf(object: JsonObject, line: number, index: StixIndex, vocabulary: Vocabulary, context: ReadingContext): readonly Outcome[] {
  const id = textOf(object, 'id');
  const own = index.typeOfPointed(id);
  if (own === null) return [];
  const { handling } = index.markingsOf(object);
  const rows: Outcome[] = [];
  let entities: EntityDraft[] = [pointAt(id, own, index, context)];
  let links: { draft: LinkDraft; from: number; to: number }[] = [];
  const flush = (): void => {
    if (links.length > 0) rows.push({ kind: 'row', row: line, cells: [id], mapped: recordOf({ entities, links, handling }) });
    entities = [pointAt(id, own, index, context)];
    links = [];
  };
  const tie = (label: string, from: EntityDraft | null, to: EntityDraft): void => {
    const start = from === null ? 0 : entities.push(from) - 1;
    const end = entities.push(to) - 1;
    const startType = from?.type ?? own;
    const back = Object.hasOwn(MENTIONED, label) ? MENTIONED[label] : undefined;
    if (back !== undefined && context.catalogue.mayJoin(back, to.type, startType)) {
      links.push({ draft: new LinkDraft(context.catalogue, context.plan, back), from: end, to: start });
    } else {
      const { type } = vocabulary.link(label, startType, to.type, DIRECTED);
      const draft = new LinkDraft(context.catalogue, context.plan, type);
      if (type === DIRECTED || type === 'linked') draft.say('role', label);
      links.push({ draft, from: start, to: end });
    }
    if (links.length >= MOST) flush();
  };
  for (const { label, target } of pointersOf(object)) {
    const type = index.typeOfPointed(target);
    if (type !== null) tie(label, null, pointAt(target, type, index, context));
  }
  const parts = partsOf(object);
  const local = (key: string): string | null => (index.holds(localKey(id, key)) ? localKey(id, key) : null);
  for (const [key, part] of parts) {
    const self = pointAt(localKey(id, key), index.typeOf(part), index, context);
    tie('object', null, self);
    for (const { label, target } of pointersOf(part, local)) {
      const type = index.typeOfPointed(target);
      if (type !== null) tie(label, pointAt(localKey(id, key), index.typeOf(part), index, context), pointAt(target, type, index, context));
    }
  }
  if (textOf(object, 'pattern_type') === 'stix' || textOf(object, 'pattern_type') === '') {
    const named = new Set<string>();
    for (const [, path = '', written = ''] of textOf(object, 'pattern').matchAll(EQUALS)) {
      const meant = Object.hasOwn(PATTERNS, path) ? PATTERNS[path] : undefined;
      if (meant === undefined || named.has(`${path}${written}`)) continue;
      named.add(`${path}${written}`);
      const [type = '', property = ''] = meant;
      tie('pattern', null, new EntityDraft(context.catalogue, context.plan, type, null, '').say(property, written.replace(/\\(.)/gu, '$1')));
    }
  }
  flush();
  return rows;
}
