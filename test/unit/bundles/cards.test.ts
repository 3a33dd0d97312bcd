import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, expect, test } from 'vitest';
import { cardText, readCard } from '../../../electron/main/cards';

const folder = mkdtempSync(join(tmpdir(), 'knoop-card-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (text: string): string => {
  const file = join(folder, 'a.knoopcard');
  writeFileSync(file, text);
  return file;
};

test('a card comes back as it was saved, and nothing else of its file', async () => {
  const card = { service: 'FGP Antwerpen', person: 'K. Peeters', encryptionKey: await identityToRecipient(await generateX25519Identity()), signingKey: Buffer.alloc(32, 7).toString('base64') };
  expect(await readCard(written(cardText(card)))).toEqual(card);
  expect(await readCard(written(JSON.stringify({ ...JSON.parse(cardText(card)) as object, more: 'x' })))).toEqual(card);
});

test.each([
  ['no JSON', '{'],
  ['another kind of file', '{"format":"recipe","version":1}'],
  ['a newer version', '{"format":"knoopcard","version":2}'],
  ['a secret key in the place of a public one', JSON.stringify({ format: 'knoopcard', version: 1, service: 'x', person: 'y', encryptionKey: 'AGE-SECRET-KEY-1QQQ', signingKey: Buffer.alloc(32).toString('base64') })],
  ['a signing key of another length', JSON.stringify({ format: 'knoopcard', version: 1, service: 'x', person: 'y', encryptionKey: `age1${'q'.repeat(58)}`, signingKey: Buffer.alloc(31).toString('base64') })],
  ['more than a card', ' '.repeat(20_000)],
])('%s is refused', async (_what, text) => {
  await expect(readCard(written(text))).rejects.toMatchObject({ code: 'cardInvalid', details: { file: 'a.knoopcard' } });
});
