import { dismissedFinding } from '../../../shared/commands/qualityDismiss';
import { PATTERNS_KEY } from '../../../shared/commands/pattern';
import { isSelectionsKey } from '../../../shared/commands/selection';
import { withoutMembers } from '../../../shared/model/groupMembers';
import type { ImagedTable } from '../../../shared/model/patch';
import type { Gone } from './reach';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A subject of a chart: an entity, a link, or a folded line "type|from|to" that an end goes of. */
function isGone(gone: Gone, subject: unknown): boolean {
  if (typeof subject !== 'string') return false;
  return subject.includes('|') ? subject.split('|').some((part) => gone.entity.has(part)) : gone.entity.has(subject) || gone.link.has(subject);
}

const without = (gone: Gone, list: unknown): unknown[] => listOf(list).filter((each) => !isGone(gone, isMembers(each) ? each['subject'] : each));

/** A kept selection without what is gone; where nothing is left, its name goes as well. */
function scrubSelection(gone: Gone, selection: unknown): unknown[] {
  if (!isMembers(selection)) return [];
  const [entities, lines] = [without(gone, selection['entities']), without(gone, selection['lines'])];
  return entities.length + lines.length === 0 ? [] : [{ ...selection, entities, lines }];
}

/** A sentence or row of a briefing without citations of what is gone; null where it rested on nothing else, since it then says what was erased. */
function scrubCiting(gone: Gone, citing: unknown): unknown {
  if (!isMembers(citing) || !Array.isArray(citing['cites'])) return citing;
  const cites = citing['cites'].filter((id) => typeof id !== 'string' || !gone.statement.has(id));
  if (cites.length === citing['cites'].length) return citing;
  return cites.length === 0 ? null : { ...citing, cites };
}

const scrubList = (gone: Gone, list: unknown): unknown[] => listOf(list).map((each) => scrubCiting(gone, each)).filter((each) => each !== null);

/** A block of a briefing; null where it is about nothing else. */
function scrubBlock(gone: Gone, block: unknown): unknown {
  if (!isMembers(block)) return block;
  if (typeof block['entity'] === 'string' && gone.entity.has(block['entity'])) return null;
  if (typeof block['source'] === 'string' && gone.source.has(block['source'])) return null;
  const changed: Record<string, unknown> = { ...block };
  for (const part of ['sentences', 'rows']) if (Array.isArray(block[part])) changed[part] = scrubList(gone, block[part]);
  const scope = block['scope'];
  if (isMembers(scope) && Array.isArray(scope['ids'])) {
    const ids = without(gone, scope['ids']);
    if (ids.length === 0) return null;
    changed['scope'] = { ...scope, ids };
  }
  return changed;
}

/** How an item is drawn, without a picture out of a source that goes. */
function scrubStyle(gone: Gone, item: unknown): unknown {
  const style = isMembers(item) ? item['style'] : undefined;
  if (!isMembers(item) || !isMembers(style) || !isMembers(style['picture']) || !gone.source.has(String(style['picture']['source']))) return item;
  const { picture: _gone, ...left } = style;
  return { ...item, style: left };
}

/** How a chart is drawn, without pairs of which one goes and without those who go in rows. */
function scrubOptions(gone: Gone, options: unknown): unknown {
  if (!isMembers(options)) return options;
  const { pairFolding: pairs, rows } = options;
  return {
    ...options,
    ...(isMembers(pairs) ? { pairFolding: Object.fromEntries(Object.entries(pairs).filter(([pair]) => !isGone(gone, pair))) } : {}),
    ...(rows === undefined ? {} : { rows: listOf(rows).flatMap((row) => (isMembers(row) ? [{ ...row, members: without(gone, row['members']) }] : [])).filter(({ members }) => members.length > 1) }),
  };
}

/** What stands at something that goes was written about it. */
const isAnchored = (gone: Gone, note: unknown): boolean => isMembers(note) && isMembers(note['style']) && isGone(gone, note['style']['anchor']);

/** A group without those who go; null where nobody else was in it, since its name then was given to them. */
function scrubGroup(gone: Gone, group: unknown): unknown {
  if (!isMembers(group)) return group;
  const members = without(gone, group['members']);
  return members.length === 0 && listOf(group['members']).length > 0 ? null : { ...group, members };
}

/** Groups that belong together, also without those of which nothing is left but others that went. */
function scrubGroups(gone: Gone, groups: unknown): unknown[] {
  const known = listOf(groups).flatMap((group) => (isMembers(group) ? [{ id: String(group['id']), members: listOf(group['members']).map(String), group }] : []));
  const left = withoutMembers(known, (member) => isGone(gone, member));
  const [emptied, changed] = [new Set(left.gone), new Map(left.put.map((each) => [each.id, each.members]))];
  return known.flatMap(({ id, group }) => (emptied.has(id) ? [] : [changed.has(id) ? { ...group, members: changed.get(id) } : group]));
}

/** What a snapshot froze beside its items. */
function scrubDrawing(gone: Gone, drawing: unknown): unknown {
  if (!isMembers(drawing)) return drawing;
  const options = drawing['options'] === undefined ? {} : { options: scrubOptions(gone, drawing['options']) };
  return { ...drawing, ...options, groups: scrubGroups(gone, drawing['groups']), annotations: listOf(drawing['annotations']).filter((note) => !isAnchored(gone, note)) };
}

/**
 * A record of a table that is changed in place, without what is gone; null where nothing is left of it. Says the same of the same record, so that rows and the
 * images of them in the journal's patches still fit each other, and undo goes on working.
 */
export function scrub(table: ImagedTable, record: unknown, gone: Gone): unknown {
  if (!isMembers(record)) return record;
  if (table === 'chart_item') return isGone(gone, record['subject']) ? null : scrubStyle(gone, record);
  if (table === 'chart') return record['options'] === undefined ? record : { ...record, options: scrubOptions(gone, record['options']) };
  if (table === 'annotation') return isAnchored(gone, record) ? null : record;
  if (table === 'watch_verdict') return isGone(gone, record['entity']) ? null : record;
  if (table === 'setting' && isSelectionsKey(String(record['key']))) return { ...record, content: listOf(record['content']).flatMap((each) => scrubSelection(gone, each)) };
  // A pattern of which one place is somebody who goes is about him.
  if (table === 'setting' && record['key'] === PATTERNS_KEY) return { ...record, content: listOf(record['content']).filter((kept) => !listOf(isMembers(kept) && isMembers(kept['pattern']) ? kept['pattern']['nodes'] : null).some((node) => isMembers(node) && isGone(gone, node['entity']))) };
  if (table === 'setting') return dismissedFinding(String(record['key'])) !== null && listOf(isMembers(record['content']) ? record['content']['subjects'] : null).some((id) => typeof id === 'string' && (isGone(gone, id) || gone.source.has(id))) ? null : record;
  if (table === 'chart_group') return scrubGroup(gone, record);
  if (table === 'snapshot') return { ...record, items: without(gone, record['items']).map((item) => scrubStyle(gone, item)), ...(record['drawing'] === undefined ? {} : { drawing: scrubDrawing(gone, record['drawing']) }) };
  if (table === 'source_evaluation' || table === 'source_review') return gone.source.has(String(record['source'])) ? null : record;
  if (table === 'briefing' && Array.isArray(record['blocks'])) return { ...record, blocks: record['blocks'].map((block) => scrubBlock(gone, block)).filter((block) => block !== null) };
  return record;
}
