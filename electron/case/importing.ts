import { join, parse } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract/failure';
import type { ImportReport } from '../../shared/contract/importing';
import type { AsVersion } from '../../shared/contract/sharing';
import type { Mapping } from '../../shared/mapping/mapping';
import type { RecipeUse } from '../../shared/mapping/recipe';
import { isRecordPlan } from '../../shared/mapping/recordPlan';
import type { ImportPlan, RecordPlan } from '../../shared/mapping/recordPlan';
import { loweredCodes } from '../../shared/commands/lowering';
import type { ChartRecord } from '../../shared/model/drawing';
import type { Handling } from '../../shared/model/evaluation';
import type { Image } from '../../shared/model/patch';
import { serviceKey } from '../../shared/model/service';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { Actor } from './actor';
import { loadCatalogue } from './catalogue';
import { Contents, hashBytes } from './db/contents';
import { openDatabase } from './db/database';
import { STRICT } from './db/identity';
import { ImagedRows } from './db/imaged';
import { materialise, materialiseAdded } from './db/materialise';
import { failureOfSqlite } from './db/sqliteFailure';
import { CASE_FILE, SOURCES_FILE } from './folder';
import { mappedApart, paysApart } from './importers/apart';
import { BroughtTypes } from './importers/broughtTypes';
import { heldBytes } from './importers/bytes';
import type { Bytes } from './importers/bytes';
import { ImportRows } from './importers/importRows';
import type { ToCompute } from './importers/importRows';
import { openIncoming } from './importers/incoming';
import type { Incoming } from './importers/incoming';
import { beating, openDocument } from './importers/document';
import type { CasePlace, Document } from './importers/document';
import { revokeSaid } from './importers/revoke';
import { Pace } from './importers/watch';
import type { Watch } from './importers/watch';
import { appendJournal, EMPTY_STORED_PATCH, nextSeq } from './journal';
import type { StoredPatch } from './journal';
import { entities as entityViews } from './queries/entities';
import { storedHandling } from './queries/stored';
import { VersionStep } from './versions/versionStep';

export { dryRun } from './dryRun';
export { previewImport, previewTableImport } from './importers/preview';

export interface ImportRequest {
  readonly document: Document;
  readonly mapping: ImportPlan;
  readonly title?: string | undefined;
  readonly recipe: RecipeUse | null;
  /** Also when the same bytes are in the case already. */
  readonly again: boolean;
  /** As a later version of a table of the case. */
  readonly version?: AsVersion | undefined;
  readonly actor: Actor;
}

/** Rows go in side by side, so that few pages are touched twice; what counts is room for the indexes of a big case. */
const CACHE_MIB = 64;
const REPORTED = 2000;

/** The most linked of the live entities among those that an import speaks of. */
function reported(db: Database, catalogue: Catalogue, { added, entities }: ToCompute): ImportReport['entities'] {
  const spoken = JSON.stringify([...entities, ...added.map(({ n }) => n)]);
  const ids = db.prepare<[string, number], string>('SELECT entity.id FROM json_each(?) spoken CROSS JOIN entity ON entity.n = spoken.value WHERE seq_retracted IS NULL ORDER BY links DESC, n LIMIT ?').pluck().all(spoken, REPORTED);
  return entityViews(db, catalogue, STRICT, { ids });
}

/** Computes captions, spans, counts and search rows of all that the import touched; can be stopped after each. */
function index(db: Database, catalogue: Catalogue, { added, entities, links }: ToCompute, pace: Pace): void {
  const total = added.length + entities.length + links.length;
  let done = 0;
  const onEach = (): void => pace.step('indexing', (done += 1), total);
  materialise(db, catalogue, { entities, links }, onEach);
  materialiseAdded(db, catalogue, added, onEach);
}

/** Rows that the patch of an import changes in place: types that the file brought, and the chart that it draws. */
function imagesOf(rows: ImagedRows, types: readonly Image[], drawing: ImportRows['drawn'] | null, title: string): { readonly images: readonly Image[]; readonly chart: string | null } {
  if (drawing === null || !drawing.any) return { images: types, chart: null };
  const position = Math.max(0, ...(rows.list('chart') as ChartRecord[]).map((chart) => chart.position)) + 1;
  const chart: ChartRecord = { id: newId(), name: (parse(title).name || title).slice(0, 200), position };
  return { images: [...types, ...drawing.images(chart)], chart: chart.id };
}

/** Keeps the documents that records carried, each as a source of its own that names the one it came in. */
function keepAttachments(rows: ImportRows, contents: Contents, stored: string[], pace: Pace): void {
  for (const { name, mediaType, bytes } of rows.attachments) {
    if (bytes.length === 0) continue;
    const held = heldBytes(bytes);
    const sha256 = hashBytes(held, () => undefined);
    if (!contents.has(sha256)) {
      contents.store(sha256, held, () => pace.step('writing', 0, 0));
      stored.push(sha256);
    }
    rows.addDocument({ name, mediaType, sha256, bytes: bytes.length });
  }
}

/** The same bytes once more, under less than their supplier asked of them, would lower its codes without its leave. Throws Failure needsPermission. */
function requireNotLowered(db: Database, catalogue: Catalogue, sha256: string, handling: readonly Handling[], actor: Actor): void {
  const before = db.prepare<[string], { supplier: string; handling: string }>("SELECT supplier, handling FROM source WHERE sha256 = ? AND seq_retracted IS NULL AND handling <> '' AND supplier <> ''").all(sha256);
  const lowered = before.filter((source) => serviceKey(source.supplier) !== serviceKey(actor.service) && loweredCodes(storedHandling(source.handling), handling, catalogue).length > 0);
  if (lowered.length > 0) throw new Failure('needsPermission', { count: lowered.length });
}

/** Writes everything in one transaction; a throw anywhere leaves the case as it was. `apart` reads tables in another thread; `stored`: hashes of what was kept for it meanwhile. */
async function write(db: Database, contents: Contents, kept: Bytes, sha256: string, apart: ((plan: Mapping, catalogue: Catalogue) => Incoming) | null, { document, mapping: plan, title, recipe, version, actor }: ImportRequest, stored: string[], pace: Pace): Promise<ImportReport> {
  let { catalogue } = loadCatalogue(db);
  const { source } = plan;
  requireNotLowered(db, catalogue, sha256, source.handling, actor);
  // Records say themselves who they are: a later version of theirs is an import like any other.
  const step = version === undefined || isRecordPlan(plan) ? null : await VersionStep.prepare(db, contents, kept, document.name, plan, version, catalogue, pace);
  if (step?.isEmpty) throw new Failure('noRows', { rejected: 0 });
  db.exec('BEGIN IMMEDIATE');
  try {
    const seq = nextSeq(db);
    const at = new Date().toISOString();
    const incoming = apart !== null && step === null && !isRecordPlan(plan) && paysApart(kept.size, plan.reading.format) ? apart(plan, catalogue) : await openIncoming(kept, document.name, plan, catalogue);
    const how = isRecordPlan(plan) ? readingOf(plan, incoming.unit) : { ...plan.reading, headings: plan.headings, mapping: plan, ...(step === null ? {} : { version }) };
    const name = title ?? document.name;
    const rows = new ImportRows(db, catalogue, seq, incoming.unit, incoming.sheet, {
      id: newId(), kind: 'file', title: name, supplier: source.supplier, sha256, bytes: kept.size, mediaType: incoming.mediaType,
      grading: source.grading, handling: source.handling, receivedAt: at, reading: { ...how, ...(recipe === null ? {} : { recipe }) },
    }, source.basis);
    step?.introduce(rows);
    const brought = new BroughtTypes(db);
    for await (const batch of incoming.outcomes()) {
      const wider = brought.take(incoming.types(), catalogue);
      if (wider !== null) rows.widen((catalogue = wider));
      for (const each of batch) {
        const outcome = step === null ? each : step.taken(each);
        if (outcome === null) continue;
        rows.take(outcome);
        pace.rows = rows.counts.rows;
        if ((pace.rows & 15) === 0) pace.step('mapping', incoming.done(), incoming.total);
      }
      pace.step('mapping', incoming.done(), incoming.total);
      rows.foresee(incoming.done() / incoming.total);
    }
    const wider = brought.take(incoming.types(), catalogue);
    if (wider !== null) rows.widen((catalogue = wider));
    const { counts } = rows;
    if (counts.statements === 0 && counts.pages === 0 && counts.revoked === 0 && brought.images.length === 0 && step === null) throw new Failure('noRows', { rejected: counts.rejected });
    pace.step('writing', incoming.total, incoming.total);
    keepAttachments(rows, contents, stored, pace);
    const left = rows.finish(() => pace.step('writing', incoming.total, incoming.total));
    const revoked = step !== null ? await step.retract(seq) : rows.revoked.size === 0 || !isRecordPlan(plan) ? null : revokeSaid(db, [...rows.revoked], plan.format, seq);
    const imaged = new ImagedRows(db);
    const { images, chart } = imagesOf(imaged, brought.images, isRecordPlan(plan) && plan.chart ? rows.drawn : null, name);
    for (const image of images) imaged.write(image.table, image.key, image.after);
    index(db, catalogue, revoked === null ? left : { added: left.added, entities: [...new Set([...left.entities, ...revoked.entities, ...endsOf(db, revoked.links)])], links: [...left.links, ...revoked.links] }, pace);
    const label = { rows: counts.rows, entities: counts.entitiesAdded, links: counts.linksAdded, doubts: counts.doubts, revoked: counts.revoked, ...(recipe === null ? {} : { recipeId: recipe.id, version: recipe.version }), ...(step === null ? {} : { changed: step.counts.changed, gone: step.counts.gone }) };
    const patch: StoredPatch = images.length === 0 && revoked === null ? EMPTY_STORED_PATCH : { retract: revoked?.retract ?? {}, images };
    appendJournal(db, { kind: 'do', command: 'import.run', label, actor, refers: null, patch, at });
    const entities = reported(db, catalogue, left);
    pace.step('writing', incoming.total, incoming.total);
    db.exec('COMMIT');
    return { source: rows.sourceId, seq, ...counts, attachments: rows.attachments.length, chart, entities, counts: rows.byType };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** How a file of records was read, so that its records can be shown again. */
function readingOf({ source: _source, ...plan }: RecordPlan, unit: Incoming['unit']): Record<string, unknown> {
  return { ...plan, unit };
}

const endsOf = (db: Database, links: readonly number[]): number[] => db.prepare<[string, string], number>('SELECT from_n FROM link WHERE n IN (SELECT value FROM json_each(?)) UNION SELECT to_n FROM link WHERE n IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(links), JSON.stringify(links));

/** Moves what was committed from the write-ahead log into the database. What cannot be moved now stays safe in the log until somebody else does. */
function settle(db: Database): void {
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // The import is committed and durable; a full disk, say, will be told by whoever writes next.
  }
}

/**
 * Imports a file into a case over connections of its own: keeps the document, reads its rows or records, writes them as one journalled step that one
 * undo takes out. On a failure, or when `watch` cancels, nothing of it remains. The case's own connection must `reload` afterwards.
 * `done` is called as soon as all is written for good; moving it from the write-ahead log into place then goes on for some seconds.
 * Throws Failure cancelled, alreadyImported, needsPermission, mappingInvalid, noRows, fileChanged, diskFull, caseReadOnly, and those of previewImport.
 */
export async function runImport({ folder, key }: CasePlace, request: ImportRequest, watch: Watch, done: (report: ImportReport) => void = () => undefined): Promise<ImportReport> {
  const pace = new Pace(watch);
  const file = openDocument(request.document, { folder, key });
  let db: Database | null = null;
  let contents: Contents | null = null;
  try {
    const sha256 = hashBytes(file, (done) => pace.step('hashing', done, file.size));
    if ('kept' in request.document && request.document.kept.sha256 !== sha256) throw new Failure('caseDamaged', { file: SOURCES_FILE });
    db = openDatabase(join(folder, CASE_FILE), { key, cacheMiB: CACHE_MIB });
    db.pragma('wal_autocheckpoint = 0');
    const same = db.prepare<[string], string>('SELECT title FROM source WHERE sha256 = ? AND seq_retracted IS NULL ORDER BY n LIMIT 1').pluck().get(sha256);
    if (same !== undefined && !request.again) throw new Failure('alreadyImported', { title: same });
    contents = Contents.open(folder, key);
    const held = contents.has(sha256);
    if (!held) contents.store(sha256, file, (done) => pace.step('reading', done, file.size));
    const stored = held ? [] : [sha256];
    if (!held) watch.kept?.(sha256);
    const document = { sha256, size: file.size, name: request.document.name };
    const apart = watch.apart === undefined ? null : mappedApart.bind(null, { folder, key }, watch.apart, document);
    let report: ImportReport;
    try {
      report = await write(db, contents, beating(contents.bytes(sha256, file.size), watch.beat), sha256, apart, request, stored, pace);
    } catch (error) {
      for (const each of stored) contents.remove(each);
      throw error;
    }
    done(report);
    settle(db);
    return report;
  } catch (error) {
    throw failureOfSqlite(error, join(folder, CASE_FILE));
  } finally {
    file.close();
    contents?.close();
    db?.close();
  }
}
