import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import type { watchingRequests, WatchListView } from '../../../shared/contract/watching';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { MOST_WATCHED, type WatchList } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import type { Served } from '../handlers';
import type { Document } from '../importers/document';
import { dayOf } from '../releasable/audience';
import { Explained, hitsNamed } from '../watching/explain';
import { keptHits, verdictId, type KeptHit } from '../watching/hits';
import { isExpired, type HeldList } from '../watching/lists';

/** How long a change waits for a running import, in milliseconds. */
const PATIENCE = 8000;

const bySurest = (a: KeptHit, b: KeptHit): number => b.score - a.score || a.entity - b.entity || a.entry - b.entry;
const byLatest = (a: KeptHit, b: KeptHit): number => (a.judged?.at === b.judged?.at ? bySurest(a, b) : (a.judged?.at ?? '') < (b.judged?.at ?? '') ? 1 : -1);

/** How entries of two versions of a list stand to each other. */
function changeOf(before: HeldList, after: Iterable<number>): { readonly kept: number; readonly added: number; readonly gone: number } {
  let [kept, added] = [0, 0];
  for (const number of after) before.entries.has(number) ? (kept += 1) : (added += 1);
  return { kept, added, gone: before.entries.size - kept };
}

/** Answers of the case about watch lists: loading them, what they hit, and what was decided of it. */
export function watchingHandlers({ open: { store }, person, tokens, imports, reads, lists, matcher }: Served): Handlers<{ readonly requests: typeof watchingRequests; readonly events: Events }> {
  const documentOf = async (token: string): Promise<Document> => {
    const path = await tokens.path(token);
    return { path, name: basename(path) };
  };
  const known = (id: Id): HeldList => {
    const held = lists.get(id);
    if (held === null) throw new Failure('watchListNotFound');
    return held;
  };
  /** Stores a list where it belongs. In the case that is a step that can be undone; what a workstation keeps for all its cases is in no case's journal but is told there. */
  const keep = async (list: WatchList, scope: WatchListView['scope'], label: Readonly<Record<string, number>>): Promise<void> => {
    await imports.quiet(PATIENCE);
    if (scope === 'case') {
      store.execute({ command: 'watchList.put', args: list }, person.actor);
      return;
    }
    if (!lists.hasWorkstation) throw new Failure('workstationStoreDamaged', { file: '' });
    lists.put(list);
    store.note('watchList.kept', label, person.actor);
    matcher.give('watch');
  };
  return {
    'case.watchLists': () => {
      // Another case's process may have changed what this workstation keeps.
      if (lists.isBehind) matcher.give('watch');
      const today = dayOf(new Date());
      const hits = new Map<Id, WatchListView['hits']>();
      for (const { list, judged, open } of keptHits(store.db, lists, today)) {
        const counts = hits.get(list) ?? { open: 0, match: 0, noMatch: 0, unsure: 0 };
        hits.set(list, counts);
        counts[open || judged === null ? 'open' : judged.verdict] += 1;
      }
      const views = lists.all().map(({ list, scope }): WatchListView => {
        const { entries, ...head } = list;
        return { ...head, scope, entries: entries.length, expired: isExpired(list, today), hits: hits.get(list.id) ?? { open: 0, match: 0, noMatch: 0, unsure: 0 } };
      });
      return { lists: views, workstation: lists.hasWorkstation, open: views.reduce((sum, view) => sum + view.hits.open, 0) };
    },
    'case.watchHits': ({ state, list, entities, limit, offset }) => {
      const of = entities === undefined ? null : new Set(entities);
      const wanted = keptHits(store.db, lists).filter((hit) => hit.open === (state === 'open') && (list === undefined || hit.list === list) && (of === null || of.has(hit.id)));
      const explained = new Explained(store, lists, wanted, person.actor.service);
      const order = state === 'open' ? bySurest : byLatest;
      const all = [...explained.shown.toSorted(order), ...(of === null ? explained.restricted.toSorted(order) : [])];
      return { hits: explained.views(all.slice(offset, offset + limit)), total: all.length };
    },
    'case.previewWatchList': async ({ file, reading, columns, replaces }) => {
      const before = replaces === null ? null : known(replaces);
      const read = await reads.ask('watchFile', { document: await documentOf(file), reading, columns, whole: false });
      const { head, counts } = read;
      return {
        name: read.name, sha256: read.sha256, reading: head.reading, sheets: [...head.sheets], unsure: [...head.unsure], headings: [...head.headings], columns: [...read.columns],
        first: read.doubts.map((doubts, at) => ({ entry: read.entries[at], doubts: [...doubts] })).flatMap(({ entry, doubts }) => (entry === undefined ? [] : [{ entry, doubts }])),
        counts, none: read.none.map((each) => ({ ...each })), change: before === null ? null : changeOf(before, read.numbers), tooLong: counts.entries > MOST_WATCHED,
      };
    },
    'case.loadWatchList': async ({ file, reading, columns, scope, replaces, name, owner, instruction, expires }) => {
      const before = replaces === null ? null : known(replaces);
      const read = await reads.ask('watchFile', { document: await documentOf(file), reading, columns, whole: true });
      if (read.counts.entries === 0) throw new Failure('watchListEmpty', { name: read.name });
      if (read.counts.entries > MOST_WATCHED) throw new Failure('watchListTooLong', { entries: read.counts.entries, most: MOST_WATCHED });
      const { kept: _kept, added, gone } = before === null ? { kept: 0, added: read.counts.entries, gone: 0 } : changeOf(before, read.numbers);
      const list: WatchList = { id: before?.list.id ?? newId(), name, owner, instruction, expires, file: read.name, sha256: read.sha256, loadedAt: new Date().toISOString(), entries: [...read.entries] };
      await keep(list, before?.scope ?? scope, { entries: list.entries.length, added, gone });
      return { id: list.id, entries: list.entries.length, repeated: read.counts.repeated, none: read.counts.none, added, gone };
    },
    'case.describeWatchList': async ({ id, ...about }) => {
      const { list, scope } = known(id);
      await keep({ ...list, ...about }, scope, { entries: list.entries.length, added: 0, gone: 0 });
      return {};
    },
    'case.removeWatchList': async ({ id }) => {
      const { list, scope } = known(id);
      await imports.quiet(PATIENCE);
      if (scope === 'case') store.execute({ command: 'watchList.remove', args: { id } }, person.actor);
      else {
        lists.remove(id);
        store.note('watchList.dropped', { entries: list.entries.length }, person.actor);
        matcher.give('watch');
      }
      return {};
    },
    'case.judgeHits': async ({ hits, verdict, reason }) => {
      await imports.quiet(PATIENCE);
      const named = hitsNamed(keptHits(store.db, lists), hits);
      const verdicts = [...named.values()].map((hit) => {
        if (hit === null) throw new Failure('subjectNotFound');
        return { id: verdictId(hit), list: hit.list, entry: hit.entry, entity: hit.id, verdict, reason, told: [...hit.told] };
      });
      store.execute({ command: 'watchHit.judge', args: { verdicts } }, person.actor);
      return { judged: verdicts.length };
    },
  };
}
