import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { Failure } from '../../../../shared/contract/failure';
import { pdfOf, placedPdf } from './documentFiles';
import { walk } from './walk';

describe('pdf', () => {
  it('is known by its first bytes, whatever its name', () => {
    expect(recogniseRecords(heldBytes(pdfOf([['x']])), 'verslag.csv')?.id).toBe('pdf');
    expect(recogniseRecords(heldBytes(Buffer.from('a;b;c\n1;2;3\n')), 'verslag.pdf')?.id).not.toBe('pdf');
  });

  it('gives each page its text, with line ends and paragraphs', async () => {
    const { outcomes } = await walk('pdf', pdfOf([['Proces-verbaal AN.11.L5.000123', 'De verdachte belde +32 470 55 01 27.', '', '', 'Tweede alinea.'], ['Page deux, café.']]));
    expect(outcomes).toEqual([
      { kind: 'page', page: 1, text: 'Proces-verbaal AN.11.L5.000123\nDe verdachte belde +32 470 55 01 27.\n\nTweede alinea.' },
      { kind: 'page', page: 2, text: 'Page deux, café.' },
    ]);
  });

  it('says of a page without text that it has none', async () => {
    const { outcomes, rejects } = await walk('pdf', pdfOf([['Een'], [], ['Drie']]));
    expect(outcomes.filter(({ kind }) => kind === 'page')).toHaveLength(3);
    expect(rejects).toEqual([{ row: 2, code: 'badRecord', detail: 'page without text', cells: [] }]);
  });

  it('sorts text that is drawn out of order, column by column', async () => {
    const left = ['links een', 'links twee', 'links drie'].map((text, at) => ({ text, x: 60, y: 700 - at * 14 }));
    const right = ['rechts een', 'rechts twee', 'rechts drie'].map((text, at) => ({ text, x: 320, y: 700 - at * 14 }));
    const { pages } = await walk('pdf', placedPdf([[{ text: 'onderaan', x: 60, y: 80 }, ...left, ...right, { text: 'Opschrift over de hele breedte van de bladzijde in letters die zo ver reiken', x: 60, y: 780 }]]));
    expect(pages[0]?.split(/\s*\n+\s*/)).toEqual(['Opschrift over de hele breedte van de bladzijde in letters die zo ver reiken', 'links een', 'links twee', 'links drie', 'rechts een', 'rechts twee', 'rechts drie', 'onderaan']);
  });

  it('joins no words that are drawn one far left of the other on the same line', async () => {
    const { pages } = await walk('pdf', placedPdf([[{ text: '0470 55 01 27', x: 300, y: 700 }, { text: '12', x: 60, y: 700 }]]));
    expect(pages[0]).toBe('0470 55 01 27\n12');
  });

  it('keeps the cells of a row on one line', async () => {
    const { pages } = await walk('pdf', placedPdf([[{ text: 'Naam', x: 60, y: 700 }, { text: 'Jan Peeters', x: 200, y: 700 }, { text: 'Tel', x: 60, y: 684 }, { text: '0470 55 01 27', x: 200, y: 684 }]]));
    expect(pages[0]).toBe('Naam\tJan Peeters\nTel\t0470 55 01 27');
  });

  it('asks for the password of an encrypted file', async () => {
    const encrypted = placedPdf([[{ text: 'geheim', x: 60, y: 700 }]], `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'29'.repeat(32)}> /P -44 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`);
    await expect(walk('pdf', encrypted)).rejects.toMatchObject({ code: 'fileEncrypted' });
  });

  it('refuses what only begins like a PDF', async () => {
    await expect(walk('pdf', '%PDF-1.7\nthis is not one')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });

  it('ends in pages, rejects or a failure, whatever is done to its bytes', async () => {
    const whole = pdfOf([['Een bladzijde met tekst.'], ['Nog een.']]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), async (length, changes) => {
        const bytes = Buffer.from(whole.subarray(0, length % 3 === 0 ? length : whole.length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        try {
          await walk('pdf', bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 60 },
    );
  });
});
