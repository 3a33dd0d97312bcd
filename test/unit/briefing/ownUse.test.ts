import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyForOwnUse, saveForOwnUse } from '../../../electron/main/ownUse';
import { Failure, type CaseService, type Client } from '../../../shared/contract';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'own-use-')); });
afterEach(() => rm(folder, { recursive: true }));

const CONTENT = Buffer.from('rij;reden\n3;geen naam\n');
const WHAT = { kind: 'data', format: 'csv', title: 'Geweigerd', language: 'nl', pages: 0 } as const;

/** A case that records what it is told, or cannot. */
function caseClient(failure: Failure | null = null): { readonly client: Client<CaseService>; readonly recorded: { readonly about: unknown; readonly written: unknown }[] } {
  const recorded: { about: unknown; written: unknown }[] = [];
  const answers = {
    'case.info': async () => ({ seq: 7 }),
    'case.recordRelease': async (args: { about: unknown; written: unknown }) => {
      if (failure !== null) throw failure;
      recorded.push(args);
    },
  };
  return { client: answers as unknown as Client<CaseService>, recorded };
}

describe('what leaves for own use', () => {
  it('is on record with its hash before the file has its name', async () => {
    const { client, recorded } = caseClient();
    const file = join(folder, 'geweigerd.csv');
    expect(await saveForOwnUse(client, file, CONTENT, WHAT, async (written) => {
      expect(written).toEqual(CONTENT);
      expect(await readdir(folder)).not.toContain('geweigerd.csv');
    })).toBe('geweigerd.csv');
    expect(await readFile(file)).toEqual(CONTENT);
    expect(recorded).toMatchObject([{ about: { recipient: null, purpose: 'internal' }, written: { ...WHAT, bytes: CONTENT.length, seq: 7, sha256: createHash('sha256').update(CONTENT).digest('hex') } }]);
  });

  it('does not leave where it cannot be recorded or is found wanting', async () => {
    const file = join(folder, 'geweigerd.csv');
    await expect(saveForOwnUse(caseClient(new Failure('diskFull')).client, file, CONTENT, WHAT)).rejects.toMatchObject({ code: 'diskFull' });
    const { client, recorded } = caseClient();
    await expect(saveForOwnUse(client, file, CONTENT, WHAT, () => Promise.reject(new Failure('withheldFound')))).rejects.toMatchObject({ code: 'withheldFound' });
    expect(await readdir(folder)).toEqual([]);
    expect(recorded).toEqual([]);
    const put: string[] = [];
    const take = async (text: string): Promise<void> => void put.push(text);
    await expect(copyForOwnUse(caseClient(new Failure('diskFull')).client, 'Jan Maes', { title: 'Kopie', language: 'nl' }, take)).rejects.toMatchObject({ code: 'diskFull' });
    expect(put).toEqual([]);
    await copyForOwnUse(client, 'Jan Maes', { title: 'Kopie', language: 'nl' }, take);
    expect(put).toEqual(['Jan Maes']);
    expect(recorded).toMatchObject([{ written: { kind: 'clipboard', format: 'text', bytes: 8 } }]);
  });
});
