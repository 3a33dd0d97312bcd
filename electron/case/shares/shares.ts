import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { v7 as newId } from 'uuid';
import type { CaseService } from '../../../shared/contract/caseService';
import type { EventPayload } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { ShareView } from '../../../shared/contract/sharing';
import { Contents } from '../db/contents';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE, SOURCES_FILE } from '../folder';
import type { Document } from '../importers/document';
import { shareCounts } from '../queries/shareFiles';
import type { CaseStore } from '../store';
import type { Arrival, Patience } from './arrivals';
import { shownName } from './fileNames';
import type { LookWord } from './looker';
import { ShareStore } from './shareStore';
import type { ShareRecord } from './shareStore';
import { Watcher } from './watcher';

export type ShareChanged = EventPayload<CaseService, 'case.shareChanged'>;

export interface Rhythm {
  /** Milliseconds between two looks, and after which a thread counts as hanging. */
  readonly every?: number;
  readonly silence?: number;
  readonly patience?: Patience;
}

type Reach = Pick<ShareView, 'reach' | 'lookedAt' | 'more' | 'passed' | 'closed' | 'copying'>;

interface Running {
  record: ShareRecord;
  readonly watcher: Watcher;
  reach: Reach;
  silent: boolean;
  readonly pending: Map<string, Arrival>;
}

const FIRST: Reach = { reach: 'waiting', lookedAt: null, more: false, passed: 0, closed: 0, copying: null };
const EVERY = 3000;
/** Changes are noted together, so that a thousand small files do not make a thousand writes, ms. */
const TOGETHER = 250;
/** Tidying holds the case up for so long at a time, ms. */
const BRIEFLY = 40;
/** How long a thread may take to end before the case goes on closing without it, ms. */
const ENDING = 1500;
/** Parts of a share's place that the page gets to see. */
const SHOWN_PARTS = 3;
/** Names in one announcement. */
const NAMED = 3;

/** The bundle beside the case process (out/case/workers/share.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'share.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'share.cjs');
}

const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && way !== inner);
};

/** The shares of one open case: a thread looks into each; what they see is noted here, on the case's own thread. */
export class Shares {
  private readonly running = new Map<string, Running>();
  private readonly records: ShareStore;
  private readonly tokens = new Map<string, { readonly sha256: string; readonly size: number; readonly name: string }>();
  private readonly loose = new Set<string>();
  private flushing: NodeJS.Timeout | null = null;
  private noRoom = false;
  private ended = false;

  constructor(private readonly store: CaseStore, private readonly announce: (change: ShareChanged) => void, private readonly rhythm: Rhythm = {}, private readonly worker: string = workerFile()) {
    this.records = new ShareStore(store.db);
  }

  /** Begins to look into the shares that the case knows. */
  start(): void {
    const shares = this.records.list();
    for (const record of shares) this.watch(record);
    // Without shares as well: a pasted table may never have been imported.
    if (shares.length > 0 || existsSync(join(this.store.folder, SOURCES_FILE))) this.sweep();
  }

  /** Ends all threads; false when one hangs on its share: the process must then be ended hard, or it would wait with it. */
  async stop(): Promise<boolean> {
    this.flush();
    this.ended = true;
    if (this.flushing !== null) clearTimeout(this.flushing);
    const ends = await Promise.all([...this.running.values()].map(({ watcher }) => watcher.end(ENDING)));
    return ends.every(Boolean);
  }

  list(): ShareView[] {
    const counts = shareCounts(this.store.db);
    return [...this.running.values()].map(({ record, reach, silent }) => ({
      id: record.id, name: record.name, place: shownName(record.path.split(/[\\/]/).slice(-SHOWN_PARTS).join(' / ')), watched: record.watched, ...reach, reach: silent ? 'silent' : reach.reach,
      files: counts.get(record.id)?.files ?? 0, fresh: counts.get(record.id)?.fresh ?? 0, noRoom: this.noRoom,
    }));
  }

  /** Throws Failure fileNotFound, shareInsideCase, shareTwice, importRunning, diskFull. */
  async add(folder: string, name: string, watched: boolean): Promise<string> {
    const place = await realpath(folder).catch((error: unknown) => {
      throw new Failure('fileNotFound', { file: name }, { cause: error });
    });
    if (!(await stat(place)).isDirectory()) throw new Failure('fileUnreadable', { file: name });
    const own = await realpath(this.store.folder);
    if (isWithin(place, own) || isWithin(own, place)) throw new Failure('shareInsideCase');
    if ([...this.running.values()].some(({ record }) => record.path === place)) throw new Failure('shareTwice');
    const record: ShareRecord = { id: newId(), name, path: place, watched };
    this.write(() => this.records.add(record));
    this.watch(record);
    this.changed(record.id);
    return record.id;
  }

  /** Throws Failure shareNotFound, importRunning, diskFull. */
  remove(id: string): void {
    const { watcher } = this.of(id);
    this.write(() => this.records.remove(id)).forEach((hash) => this.loose.add(hash));
    this.running.delete(id);
    void watcher.end(ENDING);
    this.later();
    this.changed(id);
  }

  /** Throws Failure shareNotFound, importRunning, diskFull. */
  change(id: string, { name, watched }: { readonly name?: string | undefined; readonly watched?: boolean | undefined }): void {
    const share = this.of(id);
    const record = { ...share.record, name: name ?? share.record.name, watched: watched ?? share.record.watched };
    this.write(() => this.records.change(id, record.name, record.watched));
    share.record = record;
    share.watcher.tell({ kind: 'watched', watched: record.watched });
    this.changed(id);
  }

  look(id: string): void {
    this.of(id).watcher.tell({ kind: 'look' });
  }

  /** Throws Failure shareNotFound, fileNotFound. */
  fetch(id: string, path: string): void {
    const share = this.of(id);
    if (this.write(() => this.records.dismiss(id, path, false)) === undefined) throw new Failure('fileNotFound', { file: shownName(path) });
    share.watcher.tell({ kind: 'want', path });
    this.changed(id);
  }

  /** Passes a file over until its bytes change; what was kept of it goes unless a source rests on it. Throws Failure shareNotFound, fileNotFound. */
  dismiss(id: string, path: string): void {
    this.of(id);
    const hash = this.write(() => this.records.dismiss(id, path, true));
    if (hash === undefined) throw new Failure('fileNotFound', { file: shownName(path) });
    if (hash !== null) this.loose.add(hash);
    this.later();
    this.changed(id);
  }

  /** A token for the kept bytes of a file. Throws Failure fileNotFound, fileNotKept. */
  take(id: string, path: string): { readonly token: string; readonly name: string; readonly bytes: number } {
    const file = this.records.file(id, path);
    const name = shownName(path.slice(path.lastIndexOf('/') + 1));
    if (file === undefined) throw new Failure('fileNotFound', { file: name });
    const kept = file.sha256 !== null && this.withContents((contents) => contents.has(file.sha256 ?? ''));
    if (file.sha256 === null || !kept) {
      // It may have been tidied away: it is fetched again if it is still there.
      this.running.get(id)?.watcher.tell({ kind: 'want', path });
      throw new Failure('fileNotKept', { file: name });
    }
    const token = `kept-${newId()}`;
    this.tokens.set(token, { sha256: file.sha256, size: file.bytes, name });
    return { token, name, bytes: file.bytes };
  }

  /** The kept document that a token of `take` stands for. */
  document(token: string): Document | null {
    const held = this.tokens.get(token);
    return held === undefined ? null : { name: held.name, kept: { sha256: held.sha256, size: held.size } };
  }

  private of(id: string): Running {
    const share = this.running.get(id);
    if (share === undefined) throw new Failure('shareNotFound');
    return share;
  }

  private write<T>(change: () => T): T {
    if (this.store.importing) throw new Failure('importRunning');
    try {
      return change();
    } catch (error) {
      throw failureOfSqlite(error, join(this.store.folder, CASE_FILE));
    }
  }

  private withContents<T>(work: (contents: Contents) => T): T {
    const contents = Contents.open(this.store.folder, this.store.key);
    try {
      return work(contents);
    } finally {
      contents.close();
    }
  }

  private changed(share: string, files = true, arrived: readonly Arrival[] = []): void {
    this.announce({ share, files, arrived: arrived.slice(0, NAMED).map(({ path }) => shownName(path.slice(path.lastIndexOf('/') + 1))), count: arrived.length });
  }

  private watch(record: ShareRecord): void {
    const { folder, key } = this.store;
    const { every = EVERY, silence, patience } = this.rhythm;
    const order = () => ({ folder, key: key === null ? null : Uint8Array.from(key), root: record.path, watched: this.running.get(record.id)?.record.watched ?? record.watched, known: this.records.known(record.id), every, ...(patience === undefined ? {} : { patience }) });
    const watcher = new Watcher(this.worker, order, { word: (word) => this.hear(record.id, word), silent: (silent) => this.setSilent(record.id, silent) }, silence);
    this.running.set(record.id, { record, watcher, reach: FIRST, silent: false, pending: new Map() });
  }

  private setSilent(id: string, silent: boolean): void {
    const share = this.running.get(id);
    if (share === undefined || this.ended) return;
    share.silent = silent;
    this.changed(id, false);
  }

  private hear(id: string, word: LookWord): void {
    const share = this.running.get(id);
    if (share === undefined || this.ended || word.kind === 'beat') return;
    if (word.kind === 'files') {
      for (const file of word.files) share.pending.set(file.path, file);
      for (const hash of word.loose) this.loose.add(hash);
      return this.later();
    }
    const before = share.reach;
    if (word.kind === 'copying') share.reach = { ...before, copying: word.path === null ? null : { path: shownName(word.path), done: word.done, total: word.total } };
    else if (word.reached) share.reach = { ...before, reach: 'reached', lookedAt: new Date(word.at).toISOString(), more: word.more, passed: word.passed, closed: word.closed };
    else share.reach = { ...before, reach: 'away', copying: null };
    // That it was looked at once more is no news.
    if (JSON.stringify({ ...before, lookedAt: '' }) !== JSON.stringify({ ...share.reach, lookedAt: '' })) this.changed(id, false);
  }

  private later(): void {
    if (this.flushing === null && !this.ended) this.flushing = setTimeout(() => this.flush(), TOGETHER);
  }

  /** Notes what the threads saw, unless an import is writing: then a little later. */
  private flush(): void {
    if (this.flushing !== null) clearTimeout(this.flushing);
    this.flushing = null;
    if (this.ended || !this.store.db.open) return;
    if (this.store.importing) return this.later();
    for (const [id, { pending }] of this.running) {
      if (pending.size === 0) continue;
      const files = [...pending.values()];
      try {
        const arrived = this.records.save(id, files, new Date().toISOString());
        pending.clear();
        this.noRoom = false;
        this.changed(id, true, arrived);
      } catch {
        // Most likely the disk is full: it is said, and tried again.
        if (!this.noRoom) {
          this.noRoom = true;
          this.changed(id);
        }
        this.flushing = setTimeout(() => this.flush(), EVERY);
        return;
      }
    }
    this.tidy();
  }

  /** Lets go in small steps what nothing rests on: neither a source, nor a file of a share, nor an import that is about to begin. */
  private tidy(): void {
    if (this.loose.size === 0) return;
    const held = new Set([...this.tokens.values()].map(({ sha256 }) => sha256));
    const awaited = new Set([...this.running.values()].flatMap(({ pending }) => [...pending.values()].map(({ sha256 }) => sha256)));
    try {
      this.withContents((contents) => {
        const until = Date.now() + BRIEFLY;
        for (const hash of this.loose) {
          const kept = this.records.isCited(hash) || held.has(hash) || awaited.has(hash);
          while (!kept && Date.now() < until && contents.removeSome(hash));
          if (Date.now() >= until) return;
          this.loose.delete(hash);
        }
      });
    } catch {
      // The store is busy or the disk full: what is left takes room and does no harm; the next start tidies it.
      this.loose.clear();
    }
    if (this.loose.size > 0) this.later();
  }

  /** Finds copies that a stop of the program left behind. */
  private sweep(): void {
    try {
      for (const hash of this.withContents((contents) => contents.hashes())) if (!this.records.isCited(hash)) this.loose.add(hash);
    } catch {
      return;
    }
    this.later();
  }
}
