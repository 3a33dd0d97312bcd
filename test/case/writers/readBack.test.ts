import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withheldFromExport, requireNothingWithheld } from '../../../electron/case/writers/readBack';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { Package } from '../../../electron/case/importers/workbook';
import { writeArchive } from '../../../electron/case/writers/archive';
import { EXPORT_FORMATS } from '../../../shared/contract/exporting';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { audienceOf } from '../../../electron/case/releasable/audience';
import { contentOf, exported, HELD, recipient, richCase } from './roundTrip';

/** A recipient who may see whatever carries no condition. */
const PARTNER = { allowedHandling: {}, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };
const none = (): void => undefined;

async function allText(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8');
  const archive = await Package.open(heldBytes(bytes));
  let text = '';
  for (const name of archive.names()) for await (const piece of archive.pieces(name)) text += piece.toString('utf8');
  return text;
}

describe('what a recipient may not see', () => {
  test.each(EXPORT_FORMATS)('is not in %s, nor anything that hangs on it', async (format) => {
    const { store, chart, withheld } = await richCase();
    const whole = contentOf(store);
    const partner = recipient(store, PARTNER);
    for (const scope of [{ kind: 'case' } as const, { kind: 'chart', chart } as const]) {
      const written = await exported(store, format, scope, partner);
      const text = await allText(written.path);
      for (const secret of ['Verborgen Getuige', 'Goudvink', withheld.person, 'enkel FGP']) expect(text.includes(secret), secret).toBe(false);
      expect(text.includes('Driss Amellal')).toBe(true);
      if (scope.kind === 'case') expect(written).toMatchObject({ entities: whole.entities.length - 1, links: whole.links.length - 1 });
    }
  });

  test('is named: values in every form, ids; not what may go as well, nor a year', async () => {
    const { store, withheld } = await richCase();
    const id = '01930000-0000-7000-8000-00000000abcd';
    store.execute({ command: 'statement.add', args: { id, subject: withheld.person, subjectKind: 'entity', values: { birthDate: [{ v: '1984' }], alias: [{ v: 'De Kleine' }], phone: [{ v: '+32470999999' }] }, grading: null, handling: [HELD], basis: 'fact' } }, ACTOR);
    const texts = withheldFromExport(store.db, store.catalogue, audienceOf(store.db, recipient(store, PARTNER)));
    expect(texts).toEqual(expect.arrayContaining(['Verborgen Getuige', withheld.value, withheld.person, id, '+32470999999']));
    expect(texts).not.toContain('1984');
    expect(texts).not.toContain('De Kleine');
    expect(withheldFromExport(store.db, store.catalogue, audienceOf(store.db, { recipient: null, purpose: 'internal' }))).toEqual([]);
  });

  test.each(['Goudvink Zwart-Wit & Zoon', 'Goudvink Zwart-Wit &amp; Zoon', 'GOUDVINK\\nZWART-WIT \\u0026 ZOON', 'goudvinkzwartwit & zoon', 'Goudvink_x0020_Zwart_x0020_Wit & Zoon'])('stops a file that holds it as %j', async (form) => {
    const path = join(temporaryFolder(), 'x.xml');
    writeFileSync(path, `${'x '.repeat(700_000)}`);
    await expect(requireNothingWithheld(path, ['Goudvink Zwart-Wit & Zoon'], none)).resolves.toBe(1);
    appendFileSync(path, `<a>${form}</a>${' y'.repeat(700_000)}`);
    await expect(requireNothingWithheld(path, ['Goudvink Zwart-Wit & Zoon'], none)).rejects.toMatchObject({ code: 'withheldFound' });
  });

  test('is found across two pieces, and inside an archive', async () => {
    const folder = temporaryFolder();
    const flat = join(folder, 'flat.txt');
    writeFileSync(flat, `${'é'.repeat(524_285)} Verborgen Getuige`);
    await expect(requireNothingWithheld(flat, ['Verborgen Getuige'], none)).rejects.toMatchObject({ code: 'withheldFound' });
    const packed = join(folder, 'packed.zip');
    const pieces: Buffer[] = [];
    await writeArchive([{ name: 'a.csv', text: ['Verborgen ', 'Getuige'] }], '2026-11-22T01:00:00Z', (piece) => pieces.push(Buffer.from(piece as Uint8Array)));
    writeFileSync(packed, Buffer.concat(pieces));
    await expect(requireNothingWithheld(packed, ['Verborgen Getuige'], none)).rejects.toMatchObject({ code: 'withheldFound' });
    await expect(requireNothingWithheld(packed, ['Iemand anders'], none)).resolves.toBe(1);
  });

  test('leaves nothing to write when nothing may go', async () => {
    const { store } = await newCase();
    await expect(exported(store, 'graphml', { kind: 'case' }, recipient(store, PARTNER))).rejects.toMatchObject({ code: 'noRows' });
  });
});
