import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { takenBundleSchema } from '../../../shared/model/bundle';
import type { TakenBundle } from '../../../shared/model/bundle';
import type { Marking } from '../../../shared/model/evaluation';
import { APPENDED_TABLES } from '../../../shared/model/patch';
import type { AppendedTable, Image } from '../../../shared/model/patch';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { keyText } from '../../../shared/commands/image';
import type { Actor } from '../actor';
import { movedBy } from '../apply';
import { loadCatalogue } from '../catalogue';
import { RowWriter } from '../db/bulk';
import { recomputeCanonical } from '../db/canonical';
import type { Contents } from '../db/contents';
import { ImagedRows } from '../db/imaged';
import { materialise } from '../db/materialise';
import { rangesOf } from '../db/ranges';
import { touchedBy } from '../db/touched';
import { heldBytes } from '../importers/bytes';
import { appendJournal, nextSeq } from '../journal';
import type { RetractedRows, StoredPatch } from '../journal';
import { bareAfter } from './bare';
import { chartImages } from './charts';
import { UnderMarking } from './marked';
import type { OpenedBundle } from './opened';
import { Planner } from './plan';
import type { UnitePlan } from './plan';
import { readSettings } from '../settings';
import { BundleRows } from './rows';
import type { SaidRows } from './rows';
import { UNITE } from './standing';
import { broughtKinds } from './types';

export interface Uniting {
  readonly bundle: OpenedBundle;
  /** Name of the file, for failures. */
  readonly file: string;
  readonly applyRecalls: boolean;
  readonly actor: Actor;
  readonly at: string;
}

const NO_ROWS: SaidRows = { sources: () => [], entities: () => [], links: () => [], statements: () => [], judgements: () => [] };

/** Ids that the bundle asks to take back. */
export const recalledBy = ({ manifest }: OpenedBundle): Set<string> => new Set(manifest.recalls.flatMap(({ statements }) => statements));

/** What taking the bundle in would do. Throws Failure bundleDamaged, and whatever `step` throws. */
export function planUnite(db: Database, { bundle, file, applyRecalls }: Pick<Uniting, 'bundle' | 'file' | 'applyRecalls'>, step: () => void): UnitePlan {
  const recalled = applyRecalls ? recalledBy(bundle) : new Set<string>();
  // A notice says nothing new: it only takes back.
  const rows = bundle.db === null ? NO_ROWS : new BundleRows(bundle.db, file);
  const marking = new UnderMarking(bundle.db === null ? null : theirMarking(bundle.db), loadCatalogue(db).catalogue);
  return new Planner(db, rows, bundle.manifest, recalled, marking, step).run(new Set(bundle.documents));
}

/** Marking of the case that a bundle was made from; null where its settings cannot be read. */
export function theirMarking(db: Database): Marking | null {
  try {
    return readSettings(db).marking;
  } catch {
    return null;
  }
}

const isIdle = ({ add, revive, retract }: UnitePlan): boolean => [add, revive, retract].every((part) => APPENDED_TABLES.every((table) => part[table].length === 0));

/** Keeps the documents that a source of the case cites. Done before the transaction; what is kept of a bundle that fails is swept as uncited. */
export async function keepDocuments(contents: Contents, bundle: OpenedBundle, step: () => void): Promise<void> {
  for (const sha256 of bundle.documents) {
    if (contents.has(sha256)) continue;
    const bytes = await bundle.document(sha256);
    if (bytes.length > 0) contents.store(sha256, heldBytes(bytes), step);
  }
}

const storedBundle = (db: Database, id: string): TakenBundle | null => {
  const held = new ImagedRows(db).read('taken_bundle', keyText(id));
  return held === null ? null : takenBundleSchema.parse(held);
};

/**
 * Takes a bundle in: one transaction, one journal entry, undone like an import. Rows are known by their ids, so that taking it in again changes nothing and leaves no
 * trace; what is here already stays as it is. Throws Failure bundleDamaged, and whatever `step` throws; the case is then as it was.
 */
export function unite(db: Database, uniting: Uniting, step: () => void): TakenBundle {
  const { bundle, file } = uniting;
  const { manifest } = bundle;
  db.exec('BEGIN IMMEDIATE');
  try {
    const before = storedBundle(db, manifest.id);
    const plan = planUnite(db, uniting, step);
    if (before !== null && isIdle(plan) && !hasUnheardRecalls(db, uniting)) {
      db.exec('ROLLBACK');
      return before;
    }
    const seq = nextSeq(db);
    const { catalogue: own } = loadCatalogue(db);
    const rows = bundle.db === null ? null : new BundleRows(bundle.db, file);
    const kinds = rows === null ? { images: [], catalogue: own, differing: [] } : broughtKinds(own, rows);
    const imaged = new ImagedRows(db);
    const charts = rows === null || before !== null ? [] : chartImages(imaged, rows.charts(), manifest.id, manifest.issuer.service || manifest.issuer.person);
    const taken: TakenBundle = before ?? {
      id: manifest.id, caseId: manifest.case.id, caseName: manifest.case.name, service: manifest.issuer.service, person: manifest.issuer.person, signingKey: manifest.issuer.signingKey,
      at: manifest.at, takenAt: uniting.at, seq, expires: manifest.expires, marking: manifest.marking, sha256: bundle.sha256, counts: manifest.counts,
    };
    const images: Image[] = [...kinds.images, ...charts, ...(before === null ? [{ table: 'taken_bundle' as const, key: keyText(manifest.id), before: null, after: taken }] : [])];
    for (const image of images) imaged.write(image.table, image.key, image.after);
    db.prepare('INSERT INTO bundle_step (seq, bundle) VALUES (?, ?)').run(seq, manifest.id);
    writeWords(db, uniting, plan);
    writeDiffering(db, manifest.id, [...plan.differing, ...kinds.differing]);
    const moved = writeRows(db, kinds.catalogue, plan, rows, seq, step);
    const patch: StoredPatch = { ...moved, images };
    step();
    appendJournal(db, { kind: 'do', command: UNITE, actor: uniting.actor, refers: null, patch, at: uniting.at, label: labelOf(plan) });
    materialise(db, kinds.catalogue, touchedBy(db, seq, movedBy(patch)), step);
    recomputeCanonical(db);
    step();
    db.exec('COMMIT');
    return taken;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) throw new Failure('bundleDamaged', { file }, { cause: error });
    throw error;
  }
}

/** Whether the bundle takes back what it was not listened to before: what it names may still come, with another bundle. */
function hasUnheardRecalls(db: Database, { bundle, applyRecalls }: Uniting): boolean {
  const heard = db.prepare<[string], number>("SELECT count(*) FROM bundle_word WHERE bundle = ? AND word = 'recalled'").pluck().get(bundle.manifest.id) ?? 0;
  return applyRecalls && heard < recalledBy(bundle).size;
}

const labelOf = ({ add, revive, retract }: UnitePlan): Record<string, number> => ({
  entities: add.entity.length + revive.entity.length, links: add.link.length + revive.link.length, statements: add.statement.length + revive.statement.length,
  judgements: add.judgement.length + revive.judgement.length, revoked: retract.statement.length + retract.judgement.length,
});

function writeWords(db: Database, { bundle, applyRecalls }: Uniting, { said }: UnitePlan): void {
  const put = db.prepare('INSERT OR IGNORE INTO bundle_word (bundle, id, word) VALUES (?, ?, ?)');
  for (const id of said) put.run(bundle.manifest.id, id, 'said');
  if (applyRecalls) for (const id of recalledBy(bundle)) put.run(bundle.manifest.id, id, 'recalled');
}

function writeDiffering(db: Database, bundle: string, differing: UnitePlan['differing']): void {
  const put = db.prepare('INSERT OR REPLACE INTO bundle_conflict (bundle, kind, subject, ours, theirs) VALUES (?, ?, ?, ?, ?)');
  for (const { kind, subject, ours, theirs } of differing) put.run(bundle, kind, subject, ours, theirs);
}

/** Writes the plan's rows, and takes away what nobody says anything of any more. Returns what of the rows that were here was moved. */
function writeRows(db: Database, catalogue: Catalogue, { add, revive, retract }: UnitePlan, rows: BundleRows | null, seq: number, step: () => void): { retract: RetractedRows; revive?: RetractedRows } {
  const writer = new RowWriter(db, seq, catalogue);
  const sources = new Map(add.source.map((record) => [record.id, writer.addSource(record)]));
  for (const record of add.entity) writer.addEntity(record);
  for (const record of add.link) writer.addLink(record);
  for (const record of add.statement) {
    writer.addStatement(record);
    step();
  }
  for (const record of add.judgement) writer.addJudgement(record);
  writer.flush();
  const page = db.prepare('INSERT INTO source_page (source, page, text) VALUES (?, ?, ?)');
  if (sources.size > 0) {
    for (const { source, page: number, text } of rows?.pages() ?? []) {
      const n = sources.get(source);
      if (n !== undefined) page.run(n, number, text);
    }
  }
  const set = (table: AppendedTable, keys: readonly number[], to: number | null): void => void db.prepare(`UPDATE ${table} SET seq_retracted = ? WHERE n IN (SELECT value FROM json_each(?))`).run(to, JSON.stringify(keys));
  for (const table of APPENDED_TABLES) {
    if (revive[table].length > 0) set(table, revive[table], null);
    if (retract[table].length > 0) set(table, retract[table], seq);
  }
  const bare = bareAfter(db, retract.statement);
  for (const table of ['link', 'entity', 'source'] as const) {
    const keys = bare(table);
    if (keys.length === 0) continue;
    set(table, keys, seq);
    retract[table].push(...keys);
  }
  const runs = (part: Record<AppendedTable, number[]>): RetractedRows => Object.fromEntries(APPENDED_TABLES.filter((table) => part[table].length > 0).map((table) => [table, rangesOf(part[table])]));
  const back = runs(revive);
  return { retract: runs(retract), ...(Object.keys(back).length > 0 ? { revive: back } : {}) };
}
