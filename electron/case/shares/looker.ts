import { Failure } from '../../../shared/contract/failure';
import type { Contents } from '../db/contents';
import { Arrivals, PATIENCE } from './arrivals';
import type { Arrival, CopyOutcome, Patience } from './arrivals';
import { copyIn, hashOf } from './copyIn';
import { lookInto, placeIn } from './scan';

/** What a thread that looks into one share is started with. */
export interface LookOrder {
  /** The case, and its data key; null when it is not encrypted. */
  readonly folder: string;
  readonly key: Uint8Array | null;
  /** Where the share lies. */
  readonly root: string;
  readonly watched: boolean;
  readonly known: readonly Arrival[];
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly patience?: Patience;
  /** One Int32: not 0 when the thread shall end. */
  readonly flag: SharedArrayBuffer;
}

/** What it says. `loose`: hashes of copies that nothing of this share stands for any more. */
export type LookWord =
  | { readonly kind: 'beat' }
  | { readonly kind: 'looked'; readonly reached: boolean; readonly at: number; readonly more: boolean; readonly passed: number; readonly closed: number }
  | { readonly kind: 'files'; readonly files: readonly Arrival[]; readonly loose: readonly string[] }
  | { readonly kind: 'copying'; readonly path: string | null; readonly done: number; readonly total: number };

/** What it is told. */
export type LookRequest = { readonly kind: 'watched'; readonly watched: boolean } | { readonly kind: 'look' } | { readonly kind: 'want'; readonly path: string };

/** Copies of so many files are taken on between two looks at the clock. */
const BATCH = 16;
/** Sign of life at most so often, ms. */
const BEAT = 400;
/** Copies of larger files are told of while they go on, bytes. */
const TOLD = 4 * 1024 * 1024;
/** A look that takes long is repeated less often. */
const REST = 4;

/**
 * Looks into one share, copies in what has fully arrived, and reads it once more before it counts as kept. Everything is synchronous: it runs in a
 * thread of its own.
 */
export class Looker {
  private readonly arrivals: Arrivals;
  private readonly patience: Patience;
  private watched: boolean;
  private asked = true;
  private readonly wanted = new Set<string>();
  private beaten = 0;
  private closed: readonly string[] = [];
  private more = false;

  constructor(private readonly order: Omit<LookOrder, 'key' | 'flag'>, private readonly contents: Contents, private readonly say: (word: LookWord) => void, private readonly stopped: () => boolean, private readonly now: () => number = Date.now) {
    this.patience = order.patience ?? PATIENCE;
    this.arrivals = new Arrivals(order.known, this.patience);
    this.watched = order.watched;
  }

  take(request: LookRequest): void {
    if (request.kind === 'watched') this.watched = request.watched;
    else if (request.kind === 'want') {
      this.wanted.add(request.path);
      this.arrivals.want(request.path);
    }
    this.asked = true;
  }

  /** Looks once and copies for a while. Returns after how many milliseconds to come back; Infinity when there is nothing to do until asked. */
  round(): number {
    if (!this.watched && !this.asked && this.wanted.size === 0) return Infinity;
    this.asked = false;
    const started = this.now();
    if (!this.look(started)) return this.watched || this.wanted.size > 0 ? this.order.every : Infinity;
    const took = this.now() - started;
    const left = this.copy(started);
    if (left) return 1;
    if (!this.watched && this.wanted.size === 0) return Infinity;
    return Math.max(this.order.every, took * REST);
  }

  private beat = (): void => {
    if (this.stopped()) throw new Failure('cancelled');
    const now = this.now();
    if (now - this.beaten < BEAT) return;
    this.beaten = now;
    this.say({ kind: 'beat' });
  };

  /** False when the share cannot be reached: of its files nothing is known then. */
  private look(now: number): boolean {
    try {
      const { sightings, more, passed, closed } = lookInto(this.order.root, this.beat);
      this.more = more;
      this.closed = closed;
      const before = this.hashes();
      const files = this.arrivals.look(sightings, now, (path) => this.more || this.closed.some((folder) => path.startsWith(`${folder}/`)));
      for (const path of this.wanted) if (this.arrivals.get(path)?.state === 'gone') this.wanted.delete(path);
      this.say({ kind: 'looked', reached: true, at: now, more, passed, closed: closed.length });
      this.tell(files, before);
      return true;
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'cancelled') throw error;
      this.say({ kind: 'looked', reached: false, at: now, more: false, passed: 0, closed: 0 });
      return false;
    }
  }

  private hashes(): ReadonlySet<string> {
    return new Set(this.arrivals.all().flatMap((file) => [file.sha256, file.copied].filter((hash) => hash !== null)));
  }

  private tell(files: readonly Arrival[], before: ReadonlySet<string>): void {
    const after = this.hashes();
    const loose = [...before].filter((hash) => !after.has(hash));
    if (files.length > 0 || loose.length > 0) this.say({ kind: 'files', files, loose });
  }

  /** Copies and confirms until the next look is due; true when there is more to do at once. */
  private copy(looked: number): boolean {
    const until = this.now() + this.order.every;
    const changed = new Map<string, Arrival>();
    const before = this.hashes();
    let left = false;
    for (;;) {
      const checks = this.arrivals.unconfirmed(looked, BATCH);
      const copies = this.arrivals.ready(looked, BATCH, !this.watched);
      if (checks.length + copies.length === 0) break;
      for (const file of [...checks, ...copies]) {
        const large = file.bytes > TOLD;
        if (large && file.state === 'copying') this.tell([file], before);
        const outcome = this.read(file, large);
        const next = file.state === 'checking' ? this.arrivals.confirmed(file.path, outcome, this.now()) : this.arrivals.copied(file.path, outcome, this.now());
        if (large) this.say({ kind: 'copying', path: null, done: 0, total: 0 });
        if (next === null) continue;
        changed.set(next.path, next);
        if (next.state === 'kept') this.wanted.delete(next.path);
        this.beat();
      }
      if (this.now() >= until) {
        left = true;
        break;
      }
    }
    this.tell([...changed.values()], before);
    return left;
  }

  private read({ path, bytes, modified, state, copied }: Arrival, large: boolean): CopyOutcome {
    const place = placeIn(this.order.root, path);
    const onBytes = (done: number): void => {
      const told = this.beaten;
      this.beat();
      if (large && this.beaten !== told) this.say({ kind: 'copying', path, done, total: bytes });
    };
    try {
      if (state !== 'checking') return { sha256: copyIn(place, { bytes, modified }, this.order.folder, this.contents, onBytes) };
      const sha256 = hashOf(place, { bytes, modified }, onBytes);
      // What was tidied away meanwhile is copied again.
      return copied !== null && !this.contents.has(copied) ? { problem: 'fileChanged' } : { sha256 };
    } catch (error) {
      if (!(error instanceof Failure)) return { problem: 'fileUnreadable' };
      if (error.code === 'cancelled') throw error;
      // Somebody else is writing to the case's store: no fault of the file's.
      return { problem: error.code === 'caseLocked' ? 'fileChanged' : error.code };
    }
  }
}
