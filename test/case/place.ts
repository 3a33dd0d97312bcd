import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { closeCase, createCase, openCase, type OpenCase } from '../../electron/case/life';
import { ACTOR } from './who';

export { ACTOR, PASSPHRASE } from './who';

/** The cheapest derivation that the key file allows: what is tested is not its cost. */
export const CHEAP = { memoryKiB: 1024, iterations: 1, parallelism: 1 };

const folders: string[] = [];
const mounted: string[] = [];
const open = new Set<OpenCase>();
afterEach(() => {
  for (const each of open) if (each.store.db.open) closeCase(each);
  open.clear();
  for (const place of mounted.splice(0)) execFileSync('umount', ['-l', place]);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'knoop-case-'));
  folders.push(folder);
  return folder;
}

export async function newCase(passphrase: string | null = null, folder = join(temporaryFolder(), 'Proef.knoop')): Promise<OpenCase> {
  const made = await createCase(folder, { name: 'Proef', reference: 'AN.1', secrets: { passphrase }, cost: CHEAP }, ACTOR);
  open.add(made);
  return made;
}

export async function openAgain(folder: string, passphrase: string | null = null, now?: () => number): Promise<OpenCase> {
  const opened = await openCase(folder, passphrase, ACTOR, now);
  open.add(opened);
  return opened;
}

/** Mounts a small disk in memory, taken down after the test; null where that is not allowed. */
export function smallDisk(size: string): string | null {
  const place = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    return null;
  }
  mounted.push(place);
  return place;
}
