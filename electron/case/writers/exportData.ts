import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ExportFormat, ExportScope } from '../../../shared/contract/exporting';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { Language } from '../../../shared/values/kind';
import { loadCatalogue } from '../catalogue';
import { hashBytes } from '../db/contents';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import { openFileBytes } from '../importers/bytes';
import type { CasePlace } from '../importers/document';
import { Pace } from '../importers/watch';
import type { Watch } from '../importers/watch';
import type { Left } from '../releasable/record';
import { audienceOf } from '../releasable/audience';
import { readSettings } from '../settings';
import { gatherOutgoing } from './gatherOutgoing';
import { requireNothingWithheld, withheldFromExport } from './readBack';
import { writerOf } from './writers';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly language: Language;
  readonly title: string;
  /** For whom it leaves and what for. */
  readonly about: Pick<ReleaseAbout, 'recipient' | 'purpose'>;
  /** Where it is written: beside the file that it will become. */
  readonly beside: string;
  /** When it is written, as it says itself: ISO, UTC. Absent: now. */
  readonly at?: string;
}

export interface Exported extends Left {
  readonly entities: number;
  readonly links: number;
}

const FLUSH = 256 * 1024;

/** Gathers text in pieces of some size, so that a million small ones are not a million writes. */
class FileSink {
  private waiting: (Uint8Array | string)[] = [];
  private size = 0;

  constructor(private readonly handle: number) {}

  take(piece: Uint8Array | string): void {
    this.waiting.push(piece);
    this.size += piece.length;
    if (this.size >= FLUSH) this.flush();
  }

  flush(): void {
    const whole = Buffer.concat(this.waiting.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)));
    for (let at = 0; at < whole.length; ) at += writeSync(this.handle, whole, at);
    this.waiting = [];
    this.size = 0;
  }
}

/**
 * Writes what may leave of a case into a new file, over a connection of its own that cannot write, and makes it durable; then opens it again
 * and searches it for all that whoever gets it may not see. The caller gives it its name. On a failure, or when `watch` cancels, the file is gone again.
 * Throws Failure recipientNotFound, recipientWithoutRights, cancelled, noRows, chartNotFound, tooManyRows, withheldFound, diskFull, folderReadOnly, exportFailed.
 */
export async function exportData({ folder, key }: CasePlace, request: ExportRequest, watch: Watch): Promise<Exported> {
  const pace = new Pace(watch);
  let db: Database | null = null;
  let handle: number | null = null;
  try {
    db = openDatabase(join(folder, CASE_FILE), { key, readOnly: true });
    // One moment of the case, however long the writing takes.
    db.exec('BEGIN');
    const { catalogue } = loadCatalogue(db);
    const settings = readSettings(db);
    const seq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0;
    const audience = audienceOf(db, request.about);
    const about = { title: request.title, language: request.language, at: request.at ?? new Date().toISOString(), marking: settings.marking };
    const { outgoing, released } = gatherOutgoing(db, catalogue, request.scope, audience, about, () => pace.step('reading', 0, 0));
    const { entities, links } = outgoing.counts;
    handle = openSync(request.beside, 'wx', 0o600);
    const sink = new FileSink(handle);
    let done = 0;
    const writer = writerOf(request.format);
    const total = (entities + links) * (writer.passes ?? 1);
    await writer.write(outgoing, (piece) => sink.take(piece), () => pace.step('writing', (done += 1), total));
    sink.flush();
    fsyncSync(handle);
    closeSync(handle);
    handle = null;
    const searched = await requireNothingWithheld(request.beside, withheldFromExport(db, catalogue, audience), () => pace.step('checking', total, total));
    const bytes = openFileBytes(request.beside);
    try {
      return { sha256: hashBytes(bytes, () => pace.step('hashing', total, total)), bytes: bytes.size, entities, links, seq, marking: outgoing.marking, check: { searched, withheld: released.withheld }, permissions: released.permissions, said: released.said };
    } finally {
      bytes.close();
    }
  } catch (error) {
    if (handle !== null) closeSync(handle);
    rmSync(request.beside, { force: true });
    throw failureOfSqlite(error, request.beside);
  } finally {
    db?.close();
  }
}
