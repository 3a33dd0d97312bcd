import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Actor } from '../../electron/case/actor';
import { closeCase, createCase, openCase, type OpenCase } from '../../electron/case/life';

export const ACTOR: Actor = { name: 'K. Peeters', service: 'FGP Antwerpen', workstation: 'WS-1', version: '0.0.0' };
/** The cheapest derivation that the key file allows: what is tested is not its cost. */
export const CHEAP = { memoryKiB: 1024, iterations: 1, parallelism: 1 };
export const PASSPHRASE = 'kaaien en dokken';

const folders: string[] = [];
const open = new Set<OpenCase>();
afterEach(() => {
  for (const each of open) if (each.store.db.open) closeCase(each);
  open.clear();
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
