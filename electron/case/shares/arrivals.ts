/** What stands at one path of a share at one look. `modified` in milliseconds since 1970. */
export interface Sighting {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  /** Why it could not even be asked about: "fileLocked", "fileUnreadable"; null when it could. */
  readonly problem: string | null;
}

/**
 * arriving: still changing, or too new to be sure. copying: is being copied in. kept: copied in, its hash the same at two looks. unreadable,
 * locked: cannot be read now, tried again. growing: has not stood still for a long time. tooLarge: beyond what is copied in by itself. gone: no
 * longer there (what was kept stays kept).
 */
export const FILE_STATES = ['arriving', 'copying', 'kept', 'unreadable', 'locked', 'growing', 'tooLarge', 'gone'] as const;
export type FileState = (typeof FILE_STATES)[number];

export interface Arrival {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  readonly state: FileState;
  /** Hash of the bytes that are kept. */
  readonly sha256: string | null;
  /** Times in milliseconds since 1970. */
  readonly seenFirst: number;
  readonly seenLast: number;
  /** Since when its size and time have stood still. */
  readonly stillSince: number;
}

export interface Patience {
  /** A file must stand still for so long before it is copied, in milliseconds. */
  readonly still: number;
  /** One that has not stood still for so long is said to grow without end. */
  readonly endless: number;
  /** Larger ones are only copied when asked. */
  readonly largest: number;
}

export const PATIENCE: Patience = { still: 4000, endless: 15 * 60_000, largest: 8 * 1024 ** 3 };

const problemState = (problem: string): FileState => (problem === 'fileLocked' ? 'locked' : 'unreadable');

/** Decides, look by look, which files of a share have fully arrived. Knows no disk and no clock: it is told what was seen, and when. */
export class Arrivals {
  private readonly files = new Map<string, Arrival>();

  constructor(known: readonly Arrival[] = [], private readonly patience: Patience = PATIENCE) {
    for (const file of known) this.files.set(file.path, file.state === 'copying' ? { ...file, state: 'arriving' } : file);
  }

  all(): readonly Arrival[] {
    return [...this.files.values()];
  }

  get(path: string): Arrival | undefined {
    return this.files.get(path);
  }

  /** Takes in what one look at the whole share saw; returns the files whose state or size changed. */
  look(sightings: readonly Sighting[], now: number): Arrival[] {
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
    for (const file of this.files.values()) if (!seen.has(file.path) && file.state !== 'gone') put({ ...file, state: 'gone' });
    return changed;
  }

  private judged(old: Arrival | undefined, { path, bytes, modified, problem }: Sighting, now: number): Arrival {
    const same = old !== undefined && old.bytes === bytes && old.modified === modified;
    const base = { path, bytes, modified, seenFirst: old?.seenFirst ?? now, seenLast: now, stillSince: same ? old.stillSince : now };
    if (problem !== null) return { ...base, bytes: old?.bytes ?? bytes, modified: old?.modified ?? modified, state: problemState(problem), sha256: old?.sha256 ?? null };
    if (same && (old.state === 'kept' || old.state === 'copying')) return { ...base, state: old.state, sha256: old.sha256 };
    // Back again as it was: what is kept of it still is it.
    if (same && old.state === 'gone' && old.sha256 !== null) return { ...base, state: 'kept', sha256: old.sha256 };
    if (bytes > this.patience.largest) return { ...base, state: 'tooLarge', sha256: null };
    const restless = now - base.stillSince < this.patience.still;
    return { ...base, state: restless && now - base.seenFirst > this.patience.endless ? 'growing' : 'arriving', sha256: null };
  }

  /** Files that have stood still long enough to be copied, the smallest first; they count as being copied from now on. */
  ready(now: number, most: number): Arrival[] {
    const found = [...this.files.values()].filter((file) => (file.state === 'arriving' || file.state === 'locked' || file.state === 'unreadable') && file.seenLast === now && now - file.stillSince >= this.patience.still);
    return found.toSorted((a, b) => a.bytes - b.bytes).slice(0, most).map((file) => {
      const next: Arrival = { ...file, state: 'copying' };
      this.files.set(file.path, next);
      return next;
    });
  }

  /** A copy ended: `sha256` when what was read is what still stands there, else why it failed. */
  copied(path: string, outcome: { readonly sha256: string } | { readonly problem: string }): Arrival | null {
    const file = this.files.get(path);
    if (file === undefined || file.state !== 'copying') return null;
    const next: Arrival = 'sha256' in outcome ? { ...file, state: 'kept', sha256: outcome.sha256 } : { ...file, state: outcome.problem === 'fileChanged' || outcome.problem === 'fileEmpty' ? 'arriving' : outcome.problem === 'fileNotFound' ? 'gone' : problemState(outcome.problem), sha256: null, stillSince: outcome.problem === 'fileChanged' || outcome.problem === 'fileEmpty' ? file.seenLast : file.stillSince };
    this.files.set(path, next);
    return next;
  }
}
