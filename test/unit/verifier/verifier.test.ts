import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { releaseLogText, type Signer } from '../../../electron/main/releaseLog';
import { signingKeyOf } from '../../../electron/main/signing';
// @ts-expect-error The verifier is plain JavaScript, because it must run where nothing of Knoop is.
import { canonical, checkLog, EXIT, fingerprint, isKey, releaseOf } from '../../../electron/verifier/knoop-verify.mjs';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { releaseRecordSchema, type ReleaseRecord } from '../../../shared/model/release';

const verifier = join(import.meta.dirname, '..', '..', '..', 'electron', 'verifier', 'knoop-verify.mjs');
const folder = mkdtempSync(join(tmpdir(), 'knoop-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const makeKeys = (): Signer['keys'] => ({ signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' });
const keys = makeKeys();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bundle = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + 13) % 251));
const release = (bytes: Buffer, id: string): ReleaseRecord => releaseRecordSchema.parse({
  id, kind: 'bundle', briefing: null, format: 'knoopx', recipient: 'Zollfahndung Köln', at: '2026-05-03T10:00:00.000Z', by: 'K. Peeters (FGP Antwerpen)', title: 'Dossier', sha256: sha256(bytes), bytes: bytes.length, pages: 0, seq: 7, said: [[1, 3]],
});
const signer: Signer = { keys, service: 'FGP Antwerpen', person: 'K. Peeters', caseId: '01a20000-0000-7000-8000-000000000001', head: { seq: 7, hash: 'ab'.repeat(32) }, at: '2026-05-03T10:01:00.000Z' };
const text = releaseLogText([release(bundle, '01a20000-0000-7000-8000-000000000002'), release(Buffer.from('iets anders'), '01a20000-0000-7000-8000-000000000003')], signer);
const log = JSON.parse(text) as { releases: ReleaseRecord[]; signature: string };
const file = join(folder, 'pack.knoopx');
const slip = join(folder, 'slip.json');
writeFileSync(file, bundle);
writeFileSync(slip, text);
const run = (...words: string[]): { code: number | null; said: string } => {
  const { status, stdout } = spawnSync(process.execPath, [verifier, ...words, '--lang', 'en'], { encoding: 'utf8' });
  return { code: status, said: stdout };
};

describe('the verifier', () => {
  it('finds 1,000 of 1,000 changes of one byte, and the file as it was', () => {
    expect(releaseOf(log, sha256(bundle), bundle.length)).toMatchObject({ recipient: 'Zollfahndung Köln' });
    let found = 0;
    for (let change = 0; change < 1000; change += 1) {
      const changed = Buffer.from(bundle);
      const at = (change * 4099) % changed.length;
      changed[at] = (changed[at] ?? 0) ^ (1 + (change % 255));
      if (releaseOf(log, sha256(changed), changed.length) === undefined) found += 1;
    }
    expect(found).toBe(1000);
    expect(releaseOf(log, sha256(bundle.subarray(1)), bundle.length - 1)).toBeUndefined();
    expect(releaseOf(log, sha256(Buffer.concat([bundle, Buffer.of(0)])), bundle.length + 1)).toBeUndefined();
  });

  it('finds every change of the slip itself', () => {
    expect(checkLog(log)).toBe('ok');
    let found = 0;
    const changes = 300;
    for (let change = 0; change < changes; change += 1) {
      const bytes = Buffer.from(text, 'utf8');
      const at = (change * 977) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      try {
        const read = JSON.parse(bytes.toString('utf8')) as object;
        // A blank that became another one says the same.
        if (checkLog(read) !== 'ok' || canonicalJson(read) === canonicalJson(log)) found += 1;
      } catch {
        found += 1;
      }
    }
    expect(found).toBe(changes);
    expect(checkLog({ ...log, releases: log.releases.slice(1) })).toBe('badSignature');
  });

  it('tells the key by base64, fingerprint and its first and last groups, and no other', () => {
    const key = signingKeyOf(keys);
    const full = fingerprint(key) as string;
    const groups = full.match(/.{4}/g) ?? [];
    for (const expected of [key, full, groups.join(' '), `${groups.slice(0, 4).join(' ')} … ${groups.slice(-4).join(' ')}`]) expect(isKey(key, expected)).toBe(true);
    const other = signingKeyOf(makeKeys());
    for (const expected of [other, fingerprint(other) as string, `${groups.slice(0, 4).join(' ')} … 0000 0000 0000 0000`, groups.slice(0, 4).join(' '), '']) expect(isKey(key, expected)).toBe(false);
    expect(checkLog(log, other)).toBe('otherKey');
  });

  it('writes canonical JSON as the app does', () => {
    for (const value of [log, { b: [1, 'ü\u2028"', null], a: { z: 0.1, é: true } }]) expect(canonical(value)).toBe(canonicalJson(value));
  });

  it('says it by its exit code', () => {
    expect(run(file, '--log', slip)).toMatchObject({ code: EXIT.ok });
    expect(run(file, '--log', slip).said).toContain('Zollfahndung');
    expect(run('--log', slip)).toMatchObject({ code: EXIT.ok });
    const changed = join(folder, 'changed.knoopx');
    writeFileSync(changed, bundle.map((byte, at) => (at === 2000 ? byte ^ 1 : byte)));
    expect(run(changed, '--log', slip)).toMatchObject({ code: EXIT.changed });
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, text.replace('Zollfahndung', 'Zollfahrtung'));
    expect(run(file, '--log', forged)).toMatchObject({ code: EXIT.altered });
    expect(run(file, '--log', slip, '--key', signingKeyOf(makeKeys()))).toMatchObject({ code: EXIT.altered });
    expect(run(join(folder, 'none'), '--log', slip)).toMatchObject({ code: EXIT.unreadable });
    expect(run()).toMatchObject({ code: EXIT.unreadable });
  });

  it('can be done with sha256sum and openssl alone', () => {
    const shell = (command: string): string => execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    const available = spawnSync('sh', ['-c', 'command -v openssl sha256sum jq']).status === 0;
    if (!available) return;
    expect(shell(`grep -c "$(sha256sum pack.knoopx | cut -d' ' -f1)" slip.json`).trim()).toBe('1');
    shell('jq -r .signature slip.json | base64 -d > sig.bin');
    shell('jq -cSj "del(.signature)" slip.json > body.json');
    shell('( printf "302a300506032b6570032100" | xxd -r -p 2>/dev/null || printf "\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000"; jq -r .issuer.signingKey slip.json | base64 -d ) > key.der');
    expect(shell('openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in body.json -sigfile sig.bin')).toContain('Success');
  });
});
