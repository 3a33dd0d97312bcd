import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { journalText } from '../../../electron/main/releaseLog';
import { Seals } from '../../../electron/main/seals';
// @ts-expect-error The verifier is plain JavaScript, because it must run where nothing of Knoop is.
import { checkJournal, EXIT } from '../../../electron/verifier/knoop-verify.mjs';
import type { JournalRow } from '../../../shared/contract/erasing';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { canonicalJson } from '../../../shared/model/canonicalJson';

const CASE = '01a20000-0000-7000-8000-000000000001';
const folder = mkdtempSync(join(tmpdir(), 'knoop-seals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const makeKeys = (): WorkstationKeys => ({ signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' });
const keys = makeKeys();

function chain(length: number, actor = 'K. Peeters'): JournalRow[] {
  const rows: JournalRow[] = [];
  let previous = '0'.repeat(64);
  for (let seq = 1; seq <= length; seq += 1) {
    const row = { seq, at: `2026-05-03T10:00:${String(seq).padStart(2, '0')}.000Z`, actor, workstation: 'WS-1', app_version: '1.0.0', kind: 'note', command: 'case.opened', label: '{}', refers: null, patch_hash: '' };
    const hash = createHash('sha256').update(Buffer.of(0)).update(Buffer.from(previous, 'hex')).update(canonicalJson(row), 'utf8').digest('hex');
    rows.push({ ...row, previous, hash });
    previous = hash;
  }
  return rows;
}
const headOf = (rows: readonly JournalRow[]): { entries: number; head: string } => ({ entries: rows.length, head: rows.at(-1)?.hash ?? '' });
const saved = (rows: readonly JournalRow[]): unknown => JSON.parse(journalText(rows, { keys, service: 'FGP', person: 'K. Peeters', caseId: CASE, head: { seq: rows.length, hash: rows.at(-1)?.hash ?? '' }, at: '2026-05-03T11:00:00.000Z' }));

describe('seals of journals', () => {
  it('are kept over a restart, one per case, and tell when they were altered', async () => {
    const seals = new Seals(folder, () => Promise.resolve(keys));
    expect(await seals.of(CASE)).toBeNull();
    const rows = chain(9);
    await Promise.all([seals.put(CASE, headOf(rows.slice(0, 5))), seals.put('other', headOf(rows.slice(0, 2)))]);
    await seals.put(CASE, headOf(rows));
    expect(await new Seals(folder, () => Promise.resolve(keys)).of(CASE)).toMatchObject({ ...headOf(rows), forged: false });
    const file = join(folder, 'seals.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"entries": 9', '"entries": 4'));
    expect(await new Seals(folder, () => Promise.resolve(keys)).of(CASE)).toMatchObject({ entries: 4, forged: true });
    expect(await new Seals(folder, () => Promise.resolve(makeKeys())).of('other')).toMatchObject({ forged: true });
    writeFileSync(file, 'no seals');
    expect(await new Seals(folder, () => Promise.resolve(keys)).of(CASE)).toBeNull();
  });

  it('let the verifier find a journal that was cut, written anew or put back, which its chain alone does not show', async () => {
    const place = mkdtempSync(join(folder, 'own-'));
    const seals = new Seals(place, () => Promise.resolve(keys));
    const rows = chain(9);
    await seals.put(CASE, headOf(rows));
    const file: unknown = JSON.parse(readFileSync(join(place, 'seals.json'), 'utf8'));
    expect(checkJournal(saved(rows), file).code).toBe(EXIT.ok);
    expect(checkJournal(saved(chain(12)), file).code).toBe(EXIT.ok);
    for (const bad of [rows.slice(0, 6), chain(9, 'Iemand anders'), chain(3)]) {
      expect(checkJournal(saved(bad)).code).toBe(EXIT.ok);
      expect(checkJournal(saved(bad), file).code).toBe(EXIT.altered);
    }
    const cut = saved(rows) as { rows: JournalRow[] };
    expect(checkJournal({ ...cut, rows: cut.rows.slice(1) }).code).toBe(EXIT.altered);
    expect(checkJournal(saved(rows.toSpliced(3, 1))).lines).toEqual([['broken', { seq: 5 }]]);
    expect(checkJournal(saved(rows), { seals: [] }).code).toBe(EXIT.altered);
  });
});
