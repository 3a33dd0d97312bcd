import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { build } from 'vite';
import { importPlanSchema } from '../../../shared/mapping/recordPlan';
import { previewImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { Matcher, type Matched, type MatchRhythm } from '../../../electron/case/matching/matcher';
import { Proposals } from '../../../electron/case/matching/proposals';
import { queueOf } from '../../../electron/case/matching/queue';
import type { MatchSink } from '../../../electron/case/matching/steps';
import type { CaseStore } from '../../../electron/case/store';
import type { PairView, QueueId } from '../../../shared/contract/judging';
import { ACTOR } from '../who';

const root = join(import.meta.dirname, '..', '..', '..');
const QUICK: MatchRhythm = { first: 0, together: 10, again: 20 };
let built = '';
const running: Matcher[] = [];

/** Builds the thread once for a file of tests, below the checkout so that it finds better-sqlite3; gives its folder. */
export function buildThread(): () => string {
  beforeAll(async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    built = mkdtempSync(join(root, '.cache', 'matching-'));
    await build({ configFile: join(root, 'electron', 'vite.config.ts'), mode: 'case', logLevel: 'error', build: { outDir: built, emptyOutDir: true, sourcemap: false, rolldownOptions: { input: { 'workers/match': join(root, 'electron', 'case', 'workers', 'match.ts') } } } });
  }, 120_000);
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  afterEach(async () => { for (const each of running.splice(0)) await each.stop(); });
  return () => built;
}

export interface Running {
  readonly matcher: Matcher;
  readonly told: Matched[];
  readonly faults: unknown[];
}

export function matcherOf(store: CaseStore, { rhythm = QUICK, worker = join(built, 'workers', 'match.cjs'), sinks = [new Proposals(store.db)] }: { rhythm?: MatchRhythm; worker?: string; sinks?: readonly MatchSink[] } = {}): Running {
  const [told, faults]: [Matched[], unknown[]] = [[], []];
  const matcher = new Matcher(store, sinks, (matched) => told.push(matched), (error) => faults.push(error), { ...QUICK, ...rhythm }, worker);
  matcher.start();
  running.push(matcher);
  return { matcher, told, faults };
}

export const until = (holds: () => unknown): Promise<unknown> => vi.waitUntil(holds, { timeout: 60_000, interval: 15 });

/** Waits until the matcher has nothing to do any more. */
export async function settled({ matcher }: Running): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, 40));
  await until(() => !matcher.status().working);
}

export const queue = (store: CaseStore, which: QueueId = 'open', more: { readonly entity?: string; readonly types?: string[] } = {}): PairView[] => queueOf(store.db, store.catalogue, { queue: which, limit: 1000, offset: 0, ...more }).pairs;

/** Captions of the pairs of a queue, each pair in order. */
export const captions = (pairs: readonly PairView[]): string[] => pairs.map(({ left, right }) => [left.caption, right.caption].sort().join(' = ')).sort();

/** Imports a file as it is proposed. */
export async function take(store: CaseStore, path: string): Promise<string> {
  const document = { path, name: path.slice(path.lastIndexOf('/') + 1) };
  const { proposal } = await previewImport(store.db, store.catalogue, document, {}, {}, store);
  store.importing = true;
  const { source } = await runImport(store, { document, mapping: importPlanSchema.parse(proposal), recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.importing = false;
  store.reload();
  return source;
}
