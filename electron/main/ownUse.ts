import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import type { CaseService, Client } from '../../shared/contract';
import type { WrittenRelease } from '../../shared/contract/recording';
import { writeDurably } from './durableFile';
import { momentNow } from './released';

/** What leaves the program without going to anybody: nothing is held back from whoever works on the case, but it is on record that it left. */
type OwnUse = Pick<WrittenRelease, 'kind' | 'format' | 'title' | 'language' | 'pages'> & { readonly marking?: string };

const OWN_USE = { recipient: null, purpose: 'internal', reason: '', basis: '', copyNumber: '', expires: null } as const;

/** Records in the case that `content` leaves it for its service's own use. Rejects as case.recordRelease. */
async function recordOwnUse(client: Client<CaseService>, content: Uint8Array, what: OwnUse): Promise<void> {
  const { seq } = await client['case.info']({});
  await client['case.recordRelease']({
    about: OWN_USE,
    written: { ...what, id: uuid(), briefing: null, at: momentNow().toISOString(), sha256: createHash('sha256').update(content).digest('hex'), bytes: content.byteLength, seq, check: { searched: 0, withheld: 0 }, permissions: [] },
    statements: [],
  });
}

/**
 * Writes beside, has `check` look at what was written, records it and renames: a file without its record must not be. Resolves to the file's name. Rejects as writeDurably,
 * `check` and case.recordRelease do; an older file of that name is then untouched.
 */
export async function saveForOwnUse(client: Client<CaseService>, file: string, content: Uint8Array, what: OwnUse, check: (written: Buffer) => Promise<void> = async () => undefined): Promise<string> {
  await writeDurably(file, content, async (beside) => {
    const written = await readFile(beside);
    await check(written);
    await recordOwnUse(client, written, what);
  });
  return path.basename(file);
}

/** Records text that somebody marked in the window, and then has `put` take it. Rejects as case.recordRelease. */
export async function copyForOwnUse(client: Client<CaseService>, text: string, what: Pick<OwnUse, 'title' | 'language'>, put: (text: string, png: null) => Promise<void>): Promise<void> {
  await recordOwnUse(client, Buffer.from(text, 'utf8'), { ...what, kind: 'clipboard', format: 'text', pages: 0 });
  await put(text, null);
}
