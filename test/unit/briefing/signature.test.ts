import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../electron/main/opened/pdfText';
import { signPdf } from '../../../electron/main/writers/pdf/signature';
import { pdfOf } from './paper';

/** A certificate of its own, with its key under a passphrase; made here, so that none lies about. */
function certificateUntil(notAfter: Date): Buffer {
  const { pki, pkcs12, asn1 } = forge as unknown as Record<string, Record<string, (...args: readonly unknown[]) => unknown>>;
  const keys = (forge as unknown as { pki: { rsa: { generateKeyPair(bits: number): { publicKey: unknown; privateKey: unknown } } } }).pki.rsa.generateKeyPair(1024);
  const certificate = pki!['createCertificate']!() as { publicKey: unknown; serialNumber: string; validity: { notBefore: Date; notAfter: Date }; setSubject(of: unknown): void; setIssuer(of: unknown): void; sign(key: unknown, digest: unknown): void };
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2020-01-01');
  certificate.validity.notAfter = notAfter;
  const name = [{ name: 'commonName', value: 'Proef' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(keys.privateKey, (forge as unknown as { md: { sha256: { create(): unknown } } }).md.sha256.create());
  const packed = pkcs12!['toPkcs12Asn1']!(keys.privateKey, [certificate], 'geheim', { algorithm: '3des' });
  return Buffer.from((asn1!['toDer']!(packed) as { getBytes(): string }).getBytes(), 'binary');
}

const AT = new Date('2026-05-03T10:00:00Z');
/** Not a dependency: the test is left out where it is missing. */
const POPPLER = 'pdfsig';
const hasPdfsig = (() => {
  try {
    execFileSync(POPPLER, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('signing a PDF', () => {
  const p12 = certificateUntil(new Date('2030-01-01'));

  it('leaves it readable and signed over all of its bytes', async () => {
    const signed = Buffer.from(await signPdf(await pdfOf([['Haven']]), { p12, passphrase: 'geheim' }, AT));
    expect((await readPdf(signed)).pages[0]?.text).toContain('Haven');
    const [, ...range] = /\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)/.exec(signed.toString('latin1')) ?? [];
    const [start = -1, length = 0, from = 0, rest = 0] = range.map(Number);
    expect(start).toBe(0);
    expect(from + rest).toBe(signed.length);
    expect(signed.subarray(length, from).toString('latin1')).toMatch(/^<[0-9a-f]+>$/i);
  });

  it.skipIf(!hasPdfsig)('is found valid by poppler, and broken after a change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knoop-sign-'));
    try {
      const signed = Buffer.from(await signPdf(await pdfOf([['Haven']]), { p12, passphrase: 'geheim' }, AT));
      const look = (content: Buffer): string => {
        writeFileSync(join(folder, 'a.pdf'), content);
        return execFileSync(POPPLER, ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8' });
      };
      expect(look(signed)).toContain('Signature is Valid');
      const changed = Buffer.from(signed);
      const at = changed.indexOf('/Creator');
      changed.write('/Crfator', at, 'latin1');
      expect(look(changed)).not.toContain('Signature is Valid');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses a wrong passphrase, a certificate that has ended, and what is none', async () => {
    const pdf = await pdfOf([['Haven']]);
    await expect(signPdf(pdf, { p12, passphrase: 'anders' }, AT)).rejects.toMatchObject({ code: 'certificateInvalid' });
    await expect(signPdf(pdf, { p12: certificateUntil(new Date('2021-01-01')), passphrase: 'geheim' }, AT)).rejects.toMatchObject({ code: 'certificateInvalid' });
    await expect(signPdf(pdf, { p12: Buffer.from('niets'), passphrase: '' }, AT)).rejects.toMatchObject({ code: 'certificateInvalid' });
  });
});
