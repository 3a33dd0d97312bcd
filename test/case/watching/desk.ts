import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { watchingHandlers } from '../../../electron/case/answers/watching';
import type { Across } from '../../../electron/case/across/store';
import type { Served } from '../../../electron/case/handlers';
import { Proposals } from '../../../electron/case/matching/proposals';
import type { CaseStore } from '../../../electron/case/store';
import { WatchSink } from '../../../electron/case/watching/hits';
import { HeldLists } from '../../../electron/case/watching/lists';
import { readWatchFile, type WatchFileAsk } from '../../../electron/case/watching/readList';
import type { WatchPreview } from '../../../shared/contract/watching';
import type { Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import { matcherOf, settled, type Running } from '../matching/running';
import { temporaryFolder } from '../place';
import { ACTOR } from '../who';

/** A case whose watch lists are asked for as over a port, with the matcher running behind it. */
export interface Desk {
  readonly store: CaseStore;
  readonly lists: HeldLists;
  readonly running: Running;
  readonly ask: ReturnType<typeof watchingHandlers>;
  /** Waits until all is compared. */
  readonly settled: () => Promise<void>;
}

export function deskOf(store: CaseStore, across: Across | null = null): Desk {
  const lists = new HeldLists(store, across);
  const running = matcherOf(store, { sinks: [new Proposals(store.db), new WatchSink(store, lists)] });
  return { store, lists, running, ask: asked(store, lists, running.matcher), settled: () => settled(running) };
}

function asked(store: CaseStore, lists: HeldLists, matcher: Pick<Served['matcher'], 'give'>): Desk['ask'] {
  const served = {
    open: { store }, person: { actor: ACTOR, language: 'nl' }, tokens: { path: (token: string) => Promise.resolve(token) }, imports: { quiet: () => Promise.resolve() },
    reads: { ask: (_kind: string, asks: WatchFileAsk) => readWatchFile(store.db, store.catalogue, asks, null) }, lists, matcher,
  };
  return watchingHandlers(served as unknown as Served);
}

/** The same with nothing compared behind it. */
export function quietDesk(store: CaseStore): Pick<Desk, 'store' | 'ask'> {
  return { store, ask: asked(store, new HeldLists(store, null), { give: () => undefined }) };
}

/** A file with this content; gives its path, which stands for its token. */
export function fileOf(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

export const preview = (desk: Pick<Desk, 'ask'>, file: string, more: Partial<{ columns: WatchPreview['columns']; replaces: string }> = {}): Promise<WatchPreview> =>
  Promise.resolve(desk.ask['case.previewWatchList']({ file, reading: {}, columns: more.columns ?? null, replaces: more.replaces ?? null }));

export interface Loading { readonly name?: string; readonly scope?: 'case' | 'workstation'; readonly replaces?: string; readonly expires?: string | null }

/** Loads a file as it is proposed. */
export async function load(desk: Pick<Desk, 'ask'>, file: string, { name = 'Te volgen', scope = 'case', replaces, expires = null }: Loading = {}): Promise<{ readonly id: string; readonly entries: number; readonly added: number; readonly gone: number; readonly none: number; readonly repeated: number }> {
  const { reading, columns } = await preview(desk, file, replaces === undefined ? {} : { replaces });
  return desk.ask['case.loadWatchList']({ file, reading, columns, scope, replaces: replaces ?? null, name, owner: 'Douane', instruction: 'Bel de wachtdienst.', expires });
}

/** Makes an entity; gives its id. */
export function make(store: CaseStore, type: string, values: Values, handling: Handling[] = [], actor = ACTOR): string {
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type, values, grading: null, handling, basis: 'fact' } }, actor);
  return id;
}

export const link = (store: CaseStore, type: string, from: string, to: string, handling: Handling[] = [], actor = ACTOR): string => {
  const id = newId();
  store.execute({ command: 'link.create', args: { id, type, from, to, values: {}, grading: null, handling, basis: 'fact' } }, actor);
  return id;
};
