import { performance } from 'node:perf_hooks';
import { Contents } from '../../../electron/case/db/contents';
import { dryRun, previewImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { sourceRows } from '../../../electron/case/queries/sourceRows';
import type { CaseStore } from '../../../electron/case/store';
import { Failure } from '../../../shared/contract/failure';
import type { FailureCode } from '../../../shared/contract/failure';
import type { ImportReport } from '../../../shared/contract/importing';
import { ACTOR } from '../who';

/** What became of a file that was shown, tried and imported as Knoop proposes. */
export interface Brought {
  /** Its importer: a format of records, or the kind of table. */
  readonly as: string | null;
  /** Null when it came in. */
  readonly refused: FailureCode | null;
  readonly report: ImportReport | null;
  /** Milliseconds from first look to commit. */
  readonly took: number;
}

/** Takes a file the whole way into a case. Whatever is thrown that is no Failure goes on to the caller: that is a fault of Knoop's. */
export async function bringWhole(store: CaseStore, document: { readonly path: string; readonly name: string }, title = document.name, again = false): Promise<Brought> {
  const started = performance.now();
  const took = (): number => performance.now() - started;
  let as: string | null = null;
  try {
    const preview = await previewImport(store.db, store.catalogue, document, {}, {}, store);
    const { proposal } = preview;
    as = 'format' in proposal ? proposal.format : proposal.reading.format;
    await dryRun(store.db, store.catalogue, document, proposal, 200, 'nl', store);
    const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, title, recipe: null, again, actor: ACTOR }, UNWATCHED);
    store.reload();
    return { as, refused: null, report, took: took() };
  } catch (error) {
    if (!(error instanceof Failure)) throw new Error(`${title} (${as ?? 'not recognised'}): ${error instanceof Error ? error.stack : String(error)}`, { cause: error });
    return { as, refused: error.code, report: null, took: took() };
  }
}

/** Rows of a source of which the original cannot be shown again, among the first and the last that it speaks of. */
export async function rowsNotShown(store: CaseStore, source: string): Promise<number[]> {
  const { first, last } = store.db.prepare<[string], { first: number | null; last: number | null }>('SELECT min(statement.row) first, max(statement.row) last FROM statement JOIN source ON source.n = statement.source WHERE source.id = ?').get(source) ?? { first: null, last: null };
  const contents = Contents.open(store.folder, store.key, true);
  try {
    const missing: number[] = [];
    for (const row of new Set([first, last])) {
      if (row === null) continue;
      const shown = await sourceRows(store.db, store.catalogue, contents, { id: source, row, before: 0, after: 0 });
      if (!shown.rows.some((each) => each.row === row)) missing.push(row);
    }
    return missing;
  } finally {
    contents.close();
  }
}
