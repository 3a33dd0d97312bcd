import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure';
import { failureOfSqlite } from './db/sqliteFailure';

export const LOCK_FILE = 'lock.json';

const ownerSchema = z.object({ pid: z.number().int(), host: z.string(), user: z.string(), at: z.string(), started: z.string() });
type Owner = z.infer<typeof ownerSchema>;

export interface Lock {
  /** True when the last holder stopped without releasing it: the case must be checked. */
  readonly unclean: boolean;
  readonly release: () => void;
}

/** When a process was started, where the system tells (Linux); tells a new process from an old one with the same number. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = startOf(owner.pid);
  return started === '' || owner.started === '' || started === owner.started;
}

/** Who holds the lock; null when nobody does or when its text was cut off by a crash. */
function ownerOf(path: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Makes the lock file; false when there is one already. */
function make(path: string, owner: Owner): boolean {
  let handle: number;
  try {
    handle = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw failureOfSqlite(error, path);
  }
  try {
    writeSync(handle, JSON.stringify(owner));
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw failureOfSqlite(error, path);
  } finally {
    closeSync(handle);
  }
  return true;
}

const isSame = (a: Owner | null, b: Owner | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes this process the only one that has the case open. A lock left by a process of this machine that no longer lives is taken over;
 * one of another machine never is. Throws Failure caseLocked {owner, host}, folderReadOnly, diskFull.
 */
export function acquireLock(folder: string, user: string, at: string): Lock {
  const path = join(folder, LOCK_FILE);
  const mine: Owner = { pid: process.pid, host: hostname(), user, at, started: startOf(process.pid) };
  let unclean = false;
  while (!make(path, mine)) {
    const held = ownerOf(path);
    if (held && (held.host !== mine.host || isAlive(held))) throw new Failure('caseLocked', { owner: held.user, host: held.host });
    // Two processes may find the same stale lock: renaming lets one of them win, and the winner looks again at what it took.
    const aside = `${path}.${process.pid}.stale`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    const taken = ownerOf(aside);
    rmSync(aside, { force: true });
    if (!isSame(taken, held)) throw new Failure('caseLocked', { owner: taken?.user ?? '', host: taken?.host ?? '' });
    unclean = true;
  }
  return {
    unclean,
    release: () => {
      if (isSame(ownerOf(path), mine)) rmSync(path, { force: true });
    },
  };
}
