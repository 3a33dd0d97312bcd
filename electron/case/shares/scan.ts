import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/contract/failure';
import type { Sighting } from './arrivals';
import { bytesOfName, textOfName } from './fileNames';

/** What one look takes in at most: a share may hold the whole of a service's archive. */
export const MOST_FILES = 20_000;
const DEEPEST = 12;
/** Files that programs leave lying about, and halves of downloads. */
const PASSED_OVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:tmp|part|partial|crdownload|lnk)$/iu;

export interface Look {
  readonly sightings: readonly Sighting[];
  /** True when there is more than one look takes in. */
  readonly more: boolean;
  /** Links and devices that stand there; they are not followed. */
  readonly passed: number;
  /** Folders that could not be looked into now: of what is in them nothing is known. */
  readonly closed: readonly string[];
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Where a path of a share, "/" between its parts, lies on this disk. Bytes on Linux, where names need be no text. */
export function placeIn(root: string, path: string): string | Buffer {
  if (process.platform === 'win32') return join(root, path);
  return path === '' ? Buffer.from(root) : Buffer.concat([Buffer.from(`${root}/`), bytesOfName(path)]);
}

const namesIn = (place: string | Buffer): string[] => (process.platform === 'win32' ? readdirSync(place, 'utf8').map((name) => name.replace(/\p{Cs}/gu, '\uFFFD')) : readdirSync(place, 'buffer').map(textOfName));

/**
 * Everything that stands in a folder and below. Links are not followed, so that none leads out of the share; file systems may name things in any script.
 * Throws Failure fileNotFound when the folder itself is gone or cannot be reached. Synchronous: it runs in a thread of its own, where a share
 * that hangs holds up nothing else; `onStep` is called for each thing seen.
 */
export function lookInto(root: string, onStep: () => void = () => undefined): Look {
  const sightings: Sighting[] = [];
  const closed: string[] = [];
  let passed = 0;
  const waiting: { readonly folder: string; readonly depth: number }[] = [{ folder: '', depth: 0 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { folder, depth } = next;
    let names: string[];
    try {
      names = namesIn(placeIn(root, folder));
    } catch (error) {
      if (folder === '') throw new Failure('fileNotFound', {}, { cause: error });
      if (codeOf(error) !== 'ENOENT') closed.push(folder);
      continue;
    }
    for (const name of names.toSorted()) {
      if (PASSED_OVER.test(name)) continue;
      onStep();
      const path = folder === '' ? name : `${folder}/${name}`;
      try {
        const status = lstatSync(placeIn(root, path));
        if (status.isDirectory()) {
          if (depth + 1 < DEEPEST) waiting.push({ folder: path, depth: depth + 1 });
        } else if (status.isFile()) sightings.push({ path, bytes: status.size, modified: Math.round(status.mtimeMs), problem: null });
        else passed += 1;
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') sightings.push({ path, bytes: 0, modified: 0, problem: codeOf(error) === 'EBUSY' ? 'fileLocked' : 'fileUnreadable' });
      }
      if (sightings.length >= MOST_FILES) return { sightings, more: true, passed, closed };
    }
  }
  return { sightings, more: false, passed, closed };
}
