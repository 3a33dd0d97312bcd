import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { replyOf } from '../../../shared/contract/failure';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { openDatabase } from '../db/database';
import { dryRun } from '../dryRun';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { previewImport } from '../importers/preview';
import { CaseNames } from '../matching/caseNames';
import { matchingSettings, matchVocabulary } from '../matching/vocabulary';
import { foundOnPages } from '../queries/mentions';
import { nearNames } from '../queries/nearNames';
import { sourceRows } from '../queries/sourceRows';
import type { ReadAsk, ReadOrder } from '../readThread';
import { readWatchFile } from '../watching/readList';

/** Pages that are answered before the names of the case are ready. */
const FEW = 4;

/** Answers what is asked of files, one after another, over a connection that cannot write. Ended from outside. */
function work(): void {
  const { folder, key, flags } = workerData as ReadOrder;
  const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const state = new Int32Array(flags);
  const place: CasePlace = { folder, key: held, beat: () => void Atomics.add(state, 1, 1) };
  const db = openDatabase(join(folder, CASE_FILE), { key: held, readOnly: true, cacheMiB: 16 });
  let { catalogue } = loadCatalogue(db);
  const versionNow = (): unknown => db.pragma('data_version', { simple: true });
  let version = versionNow();
  // Kept while the thread is: reading every name of a case takes as long as reading many pages.
  const names = new CaseNames(db, place.beat);

  async function answer({ kind, asks }: ReadAsk): Promise<unknown> {
    const now = versionNow();
    if (now !== version) ({ catalogue } = loadCatalogue(db));
    version = now;
    if (kind === 'preview') return previewImport(db, catalogue, asks.document, asks.reading, asks.records, place, asks.recipes);
    if (kind === 'dryRun') return dryRun(db, catalogue, asks.document, asks.mapping, asks.rows, asks.language, place);
    if (kind === 'nearNames') return nearNames(db, catalogue, names, matchVocabulary(matchingSettings(db)), asks, place.beat);
    if (kind === 'mentions') {
      // Whoever opens a document is not kept waiting until every name of the case was read: of a few pages, those that they could name are read.
      if (!names.ready && asks.limit <= FEW) return foundOnPages(db, catalogue, asks, null, place.beat);
      names.bringUp(catalogue);
      return foundOnPages(db, catalogue, asks, names, place.beat);
    }
    if (kind === 'watchFile') return readWatchFile(db, catalogue, asks, place);
    const contents = Contents.open(folder, held, true);
    try {
      return await sourceRows(db, catalogue, contents, asks, place.beat);
    } finally {
      contents.close();
    }
  }

  parentPort?.on('message', (ask: ReadAsk) => {
    answer(ask).then(
      (value) => parentPort?.postMessage({ ok: true, value }),
      (error: unknown) => parentPort?.postMessage(replyOf(error)),
    );
  });
}

work();
