/** What stands at one path of a share at one look. `modified` in milliseconds since 1970. */
export interface Sighting {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  /** Why it could not even be asked about: "fileLocked", "fileUnreadable"; null when it could. */
  readonly problem: string | null;
}

/**
 * arriving: still changing, or too new to be sure. copying: is being copied in. checking: copied in, to be read once more before it counts. kept:
 * copied in, its size, time and hash the same twice. empty: nothing in it yet. unreadable, locked: cannot be read now, tried again. noRoom: the disk
 * of the case is full, tried again. growing: has not stood still for a long time. tooLarge: beyond what is copied in unasked. gone: no longer
 * there (what was kept stays kept).
 */
export const FILE_STATES = ['arriving', 'copying', 'checking', 'kept', 'empty', 'unreadable', 'locked', 'noRoom', 'growing', 'tooLarge', 'gone'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Times in milliseconds since 1970. */
export interface Arrival {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  readonly state: FileState;
  /** Hash of the bytes that are kept. */
  readonly sha256: string | null;
  readonly seenFirst: number;
  readonly seenLast: number;
  /** Since when its size and time have stood still. */
  readonly stillSince: number;
  /** Since when it has been moving without ever standing still for long enough. */
  readonly movingSince: number;
  /** Hash of the copy that is still to be confirmed, and when it was made; else null and 0. */
  readonly copied: string | null;
  readonly triedAt: number;
}

export interface Patience {
  /** A file must stand still for so long before it is copied, and as long again before its hash is taken for the second time; milliseconds. */
  readonly still: number;
  /** One that has not stood still for so long is said to grow without end. */
  readonly endless: number;
  /** What failed is tried again after so long. */
  readonly again: number;
  /** Larger ones are only copied when asked. */
  readonly largest: number;
}

export const PATIENCE: Patience = { still: 4000, endless: 15 * 60_000, again: 20_000, largest: 8 * 1024 ** 3 };

export type CopyOutcome = { readonly sha256: string } | { readonly problem: string };

const PROBLEMS: Readonly<Record<string, FileState>> = { fileLocked: 'locked', diskFull: 'noRoom', fileNotFound: 'gone', fileChanged: 'arriving', fileEmpty: 'empty' };
const problemState = (problem: string): FileState => PROBLEMS[problem] ?? 'unreadable';
const FAILED: readonly FileState[] = ['unreadable', 'locked', 'noRoom'];

/** Decides, look by look, which files of a share have fully arrived. Knows no disk and no clock: it is told what was seen, and when. */
export class Arrivals {
  private readonly files = new Map<string, Arrival>();
  private readonly wanted = new Set<string>();

  constructor(known: readonly Arrival[] = [], private readonly patience: Patience = PATIENCE) {
    for (const file of known) this.files.set(file.path, file.state === 'copying' || file.state === 'checking' ? { ...file, state: 'arriving', copied: null } : file);
  }

  all(): readonly Arrival[] {
    return [...this.files.values()];
  }

  get(path: string): Arrival | undefined {
    return this.files.get(path);
  }

  /** Someone asks for this file, however large it is and whether or not its share is watched: it is copied in anew as soon as it stands still. */
  want(path: string): void {
    this.wanted.add(path);
    const file = this.files.get(path);
    if (file !== undefined && (file.state === 'kept' || file.state === 'tooLarge' || FAILED.includes(file.state))) this.files.set(path, { ...file, state: 'arriving', sha256: null, copied: null });
  }

  /**
   * Takes in what one look at the whole share saw; returns the files whose state or size changed. `unseen` tells paths that this look could not
   * reach: they stay as they were.
   */
  look(sightings: readonly Sighting[], now: number, unseen: (path: string) => boolean = () => false): Arrival[] {
    const changed: Arrival[] = [];
    const put = (next: Arrival): void => {
      const old = this.files.get(next.path);
      this.files.set(next.path, next);
      if (old === undefined || old.state !== next.state || old.bytes !== next.bytes || old.sha256 !== next.sha256) changed.push(next);
    };
    const seen = new Set<string>();
    for (const sighting of sightings) {
      seen.add(sighting.path);
      put(this.judged(this.files.get(sighting.path), sighting, now));
    }
    for (const file of this.files.values()) if (!seen.has(file.path) && file.state !== 'gone' && !unseen(file.path)) put({ ...file, state: 'gone', copied: null });
    return changed;
  }

  private judged(old: Arrival | undefined, { path, bytes, modified, problem }: Sighting, now: number): Arrival {
    const { still, endless, largest } = this.patience;
    if (problem !== null) {
      const { bytes: had, modified: at, sha256 } = old ?? { bytes, modified, sha256: null };
      return { path, bytes: had, modified: at, state: problemState(problem), sha256, seenFirst: old?.seenFirst ?? now, seenLast: now, stillSince: now, movingSince: old?.movingSince ?? now, copied: null, triedAt: now };
    }
    // A clock that was put back proves nothing about standing still.
    const same = old !== undefined && old.bytes === bytes && old.modified === modified && old.seenLast <= now;
    // Nobody saw what stood there while it was gone.
    const stillSince = same && old.state !== 'gone' ? old.stillSince : now;
    const settled = old === undefined || (old.state !== 'gone' && old.seenLast - old.stillSince >= still);
    const base = { path, bytes, modified, seenFirst: old?.seenFirst ?? now, seenLast: now, stillSince, movingSince: same ? old.movingSince : settled ? now : old.movingSince, copied: null, triedAt: same ? old.triedAt : 0, sha256: null };
    if (same && (old.state === 'kept' || old.state === 'copying' || old.state === 'checking')) return { ...base, state: old.state, sha256: old.sha256, copied: old.copied };
    // Back again as it was: what is kept of it still is it.
    if (same && old.sha256 !== null && (old.state === 'gone' || FAILED.includes(old.state))) return { ...base, state: 'kept', sha256: old.sha256 };
    if (same && FAILED.includes(old.state)) return { ...base, state: old.state };
    if (bytes > largest && !this.wanted.has(path)) return { ...base, state: 'tooLarge' };
    const restless = now - stillSince < still;
    if (bytes === 0 && !restless) return { ...base, state: 'empty' };
    return { ...base, state: restless && now - base.movingSince > endless ? 'growing' : 'arriving' };
  }

  /**
   * Files that have stood still long enough to be copied, the smallest first; they count as being copied from now on. `now` is that of the last look.
   * With `onlyWanted`, just those that were asked for.
   */
  ready(now: number, most: number, onlyWanted = false): Arrival[] {
    const { still, again } = this.patience;
    const found = [...this.files.values()].filter((file) => (file.state === 'arriving' || (FAILED.includes(file.state) && now - file.triedAt >= again)) && file.seenLast === now && file.bytes > 0 && now - file.stillSince >= still && (!onlyWanted || this.wanted.has(file.path)));
    return found.toSorted((a, b) => a.bytes - b.bytes).slice(0, most).map((file) => this.put({ ...file, state: 'copying' }));
  }

  /** A copy ended at `now`: with the hash of what was read, or with why it failed. Null when the file has moved on since. */
  copied(path: string, outcome: CopyOutcome, now: number): Arrival | null {
    const file = this.files.get(path);
    if (file === undefined || file.state !== 'copying') return null;
    return this.put('sha256' in outcome ? { ...file, state: 'checking', copied: outcome.sha256, triedAt: now } : this.failed(file, outcome.problem, now));
  }

  /** Copies that are to be confirmed: the file has stood still for as long again. `now` is that of the last look. */
  unconfirmed(now: number, most: number): Arrival[] {
    return [...this.files.values()].filter((file) => file.state === 'checking' && file.seenLast === now && now - file.triedAt >= this.patience.still).slice(0, most);
  }

  /** The second reading ended: only the same hash makes the copy kept. Null when the file has moved on since. */
  confirmed(path: string, outcome: CopyOutcome, now: number): Arrival | null {
    const file = this.files.get(path);
    if (file === undefined || file.state !== 'checking') return null;
    if (!('sha256' in outcome)) return this.put(this.failed(file, outcome.problem, now));
    if (outcome.sha256 !== file.copied) return this.put(this.failed(file, 'fileChanged', now));
    this.wanted.delete(path);
    return this.put({ ...file, state: 'kept', sha256: outcome.sha256, copied: null });
  }

  private put(file: Arrival): Arrival {
    this.files.set(file.path, file);
    return file;
  }

  private failed(file: Arrival, problem: string, now: number): Arrival {
    const state = problemState(problem);
    return { ...file, state, sha256: null, copied: null, triedAt: now, stillSince: state === 'arriving' ? file.seenLast : file.stillSince };
  }
}
