import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { watchListSchema, type WatchList } from '../../../shared/model/identity';
import type { Id } from '../../../shared/model/ids';
import { failureOfSqlite } from '../db/sqliteFailure';
import { ACROSS_FILE, isBroken, openStore } from './file';
import { acrossKey } from './keys';

/** Bytes of a hash that are kept: far beyond what could meet by chance. */
const HASH_BYTES = 16;
/** One block of AES. */
const MARK_BYTES = 16;
const NUMBER_AT = 8;

/** Where the store is and what opens it: plain data, so that it can go to a thread. */
export interface AcrossPlace {
  readonly folder: string;
  readonly fileKey: Uint8Array;
  readonly hashKey: Uint8Array;
}

/**
 * What this workstation keeps beside its cases, in one encrypted file that all its case processes have open at once: the index of who is known where, and its own
 * watch lists. Where the file turns out damaged while it is used it is put aside and made anew, and what was asked fails with workstationStoreDamaged.
 */
export class Across {
  private database: Database;
  private aside: string | null;
  /** Tells the file that is open from one that another process put in its place. */
  private inode: number;

  private readonly markKey: Buffer;

  constructor(private readonly folder: string, private readonly fileKey: Buffer, private readonly hashKey: Buffer) {
    this.markKey = createHmac('sha256', hashKey).update('marks').digest().subarray(0, MARK_BYTES);
    const { db, aside } = openStore(folder, fileKey);
    this.database = db;
    this.aside = aside;
    this.inode = this.inodeNow() ?? 0;
  }

  private inodeNow(): number | null {
    return statSync(join(this.folder, ACROSS_FILE), { throwIfNoEntry: false })?.ino ?? null;
  }

  /** Opens the store anew; the name under which that put a damaged one aside. */
  private reopen(): string | null {
    this.database.close();
    const { db, aside } = openStore(this.folder, this.fileKey);
    this.database = db;
    this.inode = this.inodeNow() ?? 0;
    return aside;
  }

  /** Name under which this process put a damaged store aside; told once. */
  takeAside(): string | null {
    const { aside } = this;
    this.aside = null;
    return aside;
  }

  /** A number that changes whenever another process changed the store. */
  get version(): number {
    return this.run((db) => db.pragma('data_version', { simple: true }) as number);
  }

  /** What stands for `kind` and `value` in the index: nothing can be read from it without this workstation's keys. */
  hash(kind: string, value: string): Buffer {
    return createHmac('sha256', this.hashKey).update(kind).update('\u0000').update(value).digest().subarray(0, HASH_BYTES);
  }

  /** What stands for one entity among the rows of its case: a single block, so that the same one is written alike and can be read again. */
  mark(caseId: Id, entity: number): Buffer {
    const cipher = createCipheriv('aes-128-ecb', this.markKey, null).setAutoPadding(false);
    const block = createHmac('sha256', this.hashKey).update(caseId).digest().subarray(0, MARK_BYTES);
    block.writeBigUInt64BE(BigInt(entity), NUMBER_AT);
    return Buffer.concat([cipher.update(block), cipher.final()]);
  }

  /** The short key of the entity that a mark stands for. */
  entityOf(mark: Uint8Array): number {
    const decipher = createDecipheriv('aes-128-ecb', this.markKey, null).setAutoPadding(false);
    return Number(Buffer.concat([decipher.update(mark), decipher.final()]).readBigUInt64BE(NUMBER_AT));
  }

  /** For a thread to open the same store. */
  get place(): AcrossPlace {
    return { folder: this.folder, fileKey: Uint8Array.from(this.fileKey), hashKey: Uint8Array.from(this.hashKey) };
  }

  /** Reads or writes the store. Throws Failure workstationStoreDamaged (it is new and empty then), diskFull, caseLocked. */
  run<T>(work: (db: Database) => T): T {
    if (this.inodeNow() !== this.inode) this.aside = this.reopen() ?? this.aside;
    try {
      return work(this.database);
    } catch (error) {
      const failure = failureOfSqlite(error, join(this.folder, ACROSS_FILE));
      if (!isBroken(failure)) throw failure;
      throw new Failure('workstationStoreDamaged', { file: this.reopen() ?? ACROSS_FILE }, { cause: error });
    }
  }

  /** The same in one transaction. */
  change<T>(work: (db: Database) => T): T {
    return this.run((db) => db.transaction(work).immediate(db));
  }

  /** The workstation's own lists, by name. A list that this version cannot read is left out. */
  watchLists(): readonly WatchList[] {
    const lists = this.run((db) => db.prepare<[], string>('SELECT content FROM watch_list').pluck().all());
    return lists.flatMap((content) => {
      const read = watchListSchema.safeParse(JSON.parse(content));
      return read.success ? [read.data] : [];
    }).toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** Keeps a list, in the place of the one with the same id. */
  putWatchList(list: WatchList): void {
    this.run((db) => db.prepare('INSERT INTO watch_list (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content').run(list.id, JSON.stringify(list)));
  }

  /** False when there is none of that id. */
  removeWatchList(id: Id): boolean {
    return this.run((db) => db.prepare('DELETE FROM watch_list WHERE id = ?').run(id)).changes > 0;
  }

  /** Closes the file and wipes the keys. */
  close(): void {
    if (this.database.open) this.database.close();
    this.fileKey.fill(0);
    this.hashKey.fill(0);
    this.markKey.fill(0);
  }
}

/**
 * Opens what this workstation keeps across its cases, or makes it. A file that cannot be read (damaged, or written with other keys) is put aside and made anew:
 * `takeAside` names it. Throws Failure diskFull, folderReadOnly, caseLocked.
 */
export function openAcross(folder: string, keys: WorkstationKeys): Across {
  return new Across(folder, acrossKey(keys, 'file'), acrossKey(keys, 'hashes'));
}

/** The same store, opened in a thread. Throws what openAcross does. */
export const openAcrossPlace = ({ folder, fileKey, hashKey }: AcrossPlace): Across => new Across(folder, Buffer.from(fileKey), Buffer.from(hashKey));
