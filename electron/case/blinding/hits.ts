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

/**
 * Takes what is erased out of comparisons and requests: hits and subjects of these entities; a comparison that goes on and has put one of them in ends, with its secret. To be called in the transaction of
 * the erasure. True when something changed.
 */
export function forgetInExchanges(db: Database, gone: ReadonlySet<Id>): boolean {
  if (gone.size === 0) return false;
  let changed = false;
  const write = db.prepare('UPDATE blind_exchange SET content = ?, state = ? WHERE id = ?');
  for (const { id, content, state } of db.prepare<[], Named>('SELECT id, content, state FROM blind_exchange').all()) {
    const text = state?.toString('utf8') ?? '';
    const inState = [...gone].some((each) => text.includes(each));
    if (!inState && ![...gone].some((each) => content.includes(each))) continue;
    write.run(JSON.stringify(without(JSON.parse(content) as ExchangedContent, gone, inState)), inState ? null : state, id);
    changed = true;
  }
  return changed;
}

/** What of the two kinds of records names entities. */
interface ExchangedContent {
  readonly status: string;
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
