import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/contract/failure';
import type { Sighting } from './arrivals';

/** What one look takes in at most: a share may hold the whole of a service's archive. */
const MOST_FILES = 20_000;
const DEEPEST = 12;
/** Files that programs leave lying about, and halves of downloads. */
const PASSED_OVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:tmp|part|partial|crdownload|lnk)$/iu;

export interface Look {
  readonly sightings: readonly Sighting[];
  /** True when there is more than one look takes in. */
  readonly more: boolean;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Everything that stands in a folder and below. Links are not followed, so that none leads out of the share; file systems may name things in any script.
 * Throws Failure fileNotFound when the folder itself is gone or cannot be reached. Synchronous: it runs in a thread of its own, where a share
 * that hangs holds up nothing else.
 */
export function lookInto(root: string): Look {
  const sightings: Sighting[] = [];
  const waiting: { readonly folder: string; readonly depth: number }[] = [{ folder: '', depth: 0 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { folder, depth } = next;
    let names: string[];
    try {
      names = readdirSync(join(root, folder));
    } catch (error) {
      if (folder === '') throw new Failure('fileNotFound', {}, { cause: error });
      continue;
    }
    for (const name of names.toSorted()) {
      if (PASSED_OVER.test(name)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      try {
        const status = lstatSync(join(root, path));
        if (status.isDirectory()) {
          if (depth + 1 < DEEPEST) waiting.push({ folder: path, depth: depth + 1 });
        } else if (status.isFile()) sightings.push({ path, bytes: status.size, modified: Math.round(status.mtimeMs), problem: null });
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') sightings.push({ path, bytes: 0, modified: 0, problem: codeOf(error) === 'EBUSY' ? 'fileLocked' : 'fileUnreadable' });
      }
      if (sightings.length >= MOST_FILES) return { sightings, more: true };
    }
  }
  return { sightings, more: false };
}
