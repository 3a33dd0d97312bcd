import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { SOURCES_FILE } from '../folder';
import { CHUNK } from '../importers/bytes';
import type { Bytes } from '../importers/bytes';
import { openDatabase } from './database';
import { failureOfSqlite } from './sqliteFailure';

/** Chunks that one step of a slow copy writes. */
const STEP = 8;

/** Chunks are written and read once each: pages kept in memory would be of no use. */
const CACHE_MIB = 8;

/** Called with the bytes done so far; may throw to give up. */
export type OnBytes = (done: number) => void;

/** SHA-256 of a document, hex. */
export function hashBytes(bytes: Bytes, onBytes: OnBytes): string {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.size; at += CHUNK) {
    hash.update(bytes.read(at, CHUNK));
    onBytes(Math.min(at + CHUNK, bytes.size));
  }
  return hash.digest('hex');
}

/**
 * The documents that a case keeps, beside case.db and under the same key, in deflated chunks of 1 MiB under their SHA-256. Imports parse
 * the stored copy, never the file again: what was hashed, what is kept and what was read are the same bytes, and no plain copy is made.
 */
export class Contents {
  private constructor(private readonly db: Database, private readonly file: string) {}

  /** Opens sources.db of a case; makes it where it is not there yet, unless read-only. Throws as openDatabase. */
  static open(folder: string, key: Buffer | null, readOnly = false): Contents {
    const file = join(folder, SOURCES_FILE);
    const db = openDatabase(file, { key, readOnly, cacheMiB: CACHE_MIB });
    if (!readOnly) db.exec('CREATE TABLE IF NOT EXISTS content (sha256 TEXT NOT NULL, chunk INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, chunk)) STRICT');
    return new Contents(db, file);
  }

  /** Whether the whole of a document is kept: its first chunk is written last. */
  has(sha256: string): boolean {
    const kept = this.db.prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE name = 'content'").pluck().get() ?? 0;
    return kept > 0 && this.db.prepare('SELECT 1 FROM content WHERE sha256 = ? AND chunk = 0').get(sha256) !== undefined;
  }

  /**
   * Keeps a document: all of it or nothing. Throws Failure fileChanged when its bytes are no longer those of `sha256`, diskFull,
   * and whatever `onBytes` throws.
   */
  store(sha256: string, bytes: Bytes, onBytes: OnBytes): void {
    const insert = this.db.prepare('INSERT INTO content (sha256, chunk, bytes) VALUES (?, ?, ?)');
    const keep = this.db.transaction(() => {
      // Another thread may have kept it meanwhile, or the beginning of it before it was stopped.
      if (this.has(sha256)) return;
      this.remove(sha256);
      const hash = createHash('sha256');
      for (let at = 0, chunk = 0; at < bytes.size; at += CHUNK, chunk += 1) {
        const piece = bytes.read(at, CHUNK);
        hash.update(piece);
        insert.run(sha256, chunk, deflateSync(piece, { level: 1 }));
        onBytes(Math.min(at + CHUNK, bytes.size));
      }
      if (hash.digest('hex') !== sha256) throw new Failure('fileChanged');
    });
    try {
      keep.immediate();
    } catch (error) {
      throw failureOfSqlite(error, this.file);
    }
  }

  /**
   * The same for a document that may take long to read: in small steps, so that imports can write in between. A stop half-way leaves
   * chunks without a first one: they count as not kept. Throws as `store`.
   */
  keep(sha256: string, bytes: Bytes, onBytes: OnBytes): void {
    const insert = this.db.prepare('INSERT OR REPLACE INTO content (sha256, chunk, bytes) VALUES (?, ?, ?)');
    const write = this.db.transaction((pieces: readonly (readonly [chunk: number, piece: Buffer])[]) => {
      for (const [chunk, piece] of pieces) insert.run(sha256, chunk, piece);
    });
    try {
      const hash = createHash('sha256');
      const first: [number, Buffer][] = [];
      let waiting: [number, Buffer][] = [];
      for (let at = 0, chunk = 0; at < bytes.size; at += CHUNK, chunk += 1) {
        const piece = bytes.read(at, CHUNK);
        hash.update(piece);
        (chunk === 0 ? first : waiting).push([chunk, deflateSync(piece, { level: 1 })]);
        if (waiting.length >= STEP) {
          write.immediate(waiting);
          waiting = [];
        }
        onBytes(Math.min(at + CHUNK, bytes.size));
      }
      if (hash.digest('hex') !== sha256) throw new Failure('fileChanged');
      const chunks = Math.ceil(bytes.size / CHUNK);
      this.db.transaction(() => {
        write([...waiting, ...first]);
        // Nothing may have been tidied away under our hands.
        if (this.db.prepare('SELECT count(*) FROM content WHERE sha256 = ?').pluck().get(sha256) !== chunks) throw new Failure('fileChanged');
      }).immediate();
    } catch (error) {
      this.removePart(sha256);
      throw failureOfSqlite(error, this.file);
    }
  }

  private removePart(sha256: string): void {
    try {
      this.db.transaction(() => {
        if (!this.has(sha256)) this.remove(sha256);
      }).immediate();
    } catch {
      // The disk that was too full to write on may be too full to delete on: the next sweep does it.
    }
  }

  /** Hashes of all that is kept, whole or begun. */
  hashes(): string[] {
    return this.db.prepare<[], string>('SELECT DISTINCT sha256 FROM content').pluck().all();
  }

  /** The kept document of `size` bytes. Throws Failure sourceNotFound when it is not kept. */
  bytes(sha256: string, size: number): Bytes {
    const select = this.db.prepare<[string, number], Buffer>('SELECT bytes FROM content WHERE sha256 = ? AND chunk = ?').pluck();
    let held: { readonly chunk: number; readonly piece: Buffer } | null = null;
    const piece = (chunk: number): Buffer => {
      if (held?.chunk === chunk) return held.piece;
      const packed = select.get(sha256, chunk);
      if (packed === undefined) throw new Failure('sourceNotFound');
      held = { chunk, piece: inflateSync(packed, { maxOutputLength: CHUNK }) };
      return held.piece;
    };
    return {
      size,
      read(offset, length) {
        const end = Math.min(size, offset + length);
        const parts: Buffer[] = [];
        for (let at = offset; at < end; ) {
          const chunk = Math.floor(at / CHUNK);
          const from = at - chunk * CHUNK;
          const part = piece(chunk).subarray(from, Math.min(CHUNK, from + end - at));
          if (part.length === 0) throw new Failure('sourceNotFound');
          parts.push(part);
          at += part.length;
        }
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
      },
      close: () => undefined,
    };
  }

  /** Lets a document go that nothing cites. */
  remove(sha256: string): void {
    this.db.prepare('DELETE FROM content WHERE sha256 = ?').run(sha256);
  }

  /** Lets it go in small steps: it counts as not kept from the first on. Call again until it answers false. Does nothing to what was kept anew meanwhile. */
  removeSome(sha256: string): boolean {
    const whole = this.has(sha256);
    if (whole) return this.db.prepare('DELETE FROM content WHERE sha256 = ? AND chunk = 0').run(sha256).changes > 0;
    return this.db.prepare('DELETE FROM content WHERE rowid IN (SELECT rowid FROM content WHERE sha256 = ? ORDER BY chunk DESC LIMIT ?)').run(sha256, STEP).changes === STEP;
  }

  close(): void {
    this.db.close();
  }
}
