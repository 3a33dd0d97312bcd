import type { Database } from 'better-sqlite3';
import type { BlindHit } from '../../../shared/contract/blinding';
import type { ExchangeRecord } from '../../../shared/model/exchange';
import type { Id } from '../../../shared/model/ids';
import type { EntityView } from '../../../shared/contract/views';

/** How entities are shown, by their ids: those that live. */
export type ViewsOf = (ids: readonly Id[]) => readonly EntityView[];

/** Entities of ours that a comparison found with the partner too, those with most kinds of entries first; and how many of them are not in the case any more. */
export function hitsShown({ outcome }: ExchangeRecord, viewsOf: ViewsOf): { readonly hits: BlindHit[]; readonly gone: number } {
  const kinds = new Map<Id, Set<string>>();
  for (const { kind, entities } of outcome?.hits ?? []) for (const id of entities) kinds.set(id, (kinds.get(id) ?? new Set()).add(kind));
  const views = viewsOf([...kinds.keys()]);
  const hits = views.map((entity) => ({ entity, kinds: [...new Set((entity.members ?? [entity.id]).concat(entity.id).flatMap((id) => [...(kinds.get(id) ?? [])]))] }));
  const shown = new Set(views.flatMap((entity) => entity.members ?? [entity.id]));
  return { hits: hits.sort((a, b) => b.kinds.length - a.kinds.length || a.entity.caption.localeCompare(b.entity.caption)), gone: [...kinds.keys()].filter((id) => !shown.has(id)).length };
}

interface Named { readonly id: string; readonly content: string; readonly state: Buffer | null }

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** True when a text names one of them. Read once, however many they are: a list is some megabytes. */
function names(text: string, ids: ReadonlySet<Id>): boolean {
  for (const [id] of text.matchAll(ID)) if (ids.has(id)) return true;
  return false;
}

/**
 * Takes what is erased out of comparisons and requests: hits and subjects of these entities; a comparison that goes on and has put one of them in ends, with its secret. Where only the number is
 * to be told nothing says whose entries went in: such a one ends as well. To be called in the transaction of the erasure. True when something changed.
 */
export function forgetInExchanges(db: Database, gone: ReadonlySet<Id>): boolean {
  if (gone.size === 0) return false;
  let changed = false;
  const write = db.prepare('UPDATE blind_exchange SET content = ?, state = ? WHERE id = ?');
  for (const { id, content, state } of db.prepare<[], Named>('SELECT id, content, state FROM blind_exchange').all()) {
    const record = JSON.parse(content) as ExchangedContent;
    const ends = state !== null && (record.tells === 'number' || names(state.toString('utf8'), gone));
    if (!ends && !names(content, gone)) continue;
    write.run(JSON.stringify(without(record, gone, ends)), ends ? null : state, id);
    changed = true;
  }
  return changed;
}

/** What of the two kinds of records names entities. */
interface ExchangedContent {
  readonly status: string;
  readonly tells?: ExchangeRecord['tells'];
  readonly outcome?: ExchangeRecord['outcome'];
  readonly subjects?: readonly { readonly kinds: readonly string[]; readonly entities: readonly Id[] }[];
}

function without(record: ExchangedContent, gone: ReadonlySet<Id>, ends: boolean): ExchangedContent {
  const live = (ids: readonly Id[]): Id[] => ids.filter((id) => !gone.has(id));
  // An entry that one of its owners loses goes whole: its value may have been that owner's alone.
  const hits = record.outcome?.hits?.filter(({ entities }) => live(entities).length === entities.length);
  return {
    ...record,
    ...(ends ? { status: 'erased' } : {}),
    ...(record.outcome === null || record.outcome === undefined || hits === undefined ? {} : { outcome: { ...record.outcome, hits } }),
    ...(record.subjects === undefined ? {} : { subjects: record.subjects.map((subject) => ({ ...subject, entities: live(subject.entities) })) }),
  };
}
