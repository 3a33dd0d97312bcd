import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { pdfTexts } from '../../../electron/main/pdfText';
import { requireMarking, requireNothingWithheld } from '../../../electron/main/readBack';
import { findForbidden } from '../../../shared/briefing/searched';
import { Failure } from '../../../shared/contract';

const FORBIDDEN = ['Zwarte Zwaan', '+32470550127', '1984-03-14', 'BE68539007547034'];

/** A PDF of one page per list of lines. */
async function pdfOf(pages: readonly (readonly string[])[], title = ''): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  file.setTitle(title);
  for (const lines of pages) {
    const page = file.addPage([400, 400]);
    lines.forEach((line, index) => page.drawText(line, { x: 20, y: 360 - index * 20, size: 12, font }));
  }
  return file.save();
}

async function check(pdf: Uint8Array): Promise<void> {
  requireNothingWithheld(pdf, await pdfTexts(pdf), FORBIDDEN);
}

describe('reading a written briefing back', () => {
  it('passes what holds nothing withheld', async () => {
    await expect(check(await pdfOf([['BEPERKT', 'Koen Verstraeten belde 5 keer'], ['Bronnen: 12']], 'Haven'))).resolves.toBeUndefined();
  });

  it('finds a planted leak, however it is set, and names its page', async () => {
    for (const planted of ['gezien met Zwarte Zwaan', 'ZWARTE  ZWAAN', 'Zwarte-', '+32 470 55 01 27', 'BE68 5390 0754 7034', 'op 1984-03-14 geboren']) {
      const pdf = await pdfOf([['niets'], [planted, ...(planted === 'Zwarte-' ? ['Zwaan'] : [])]]);
      const failure = await check(pdf).catch((error: unknown) => error);
      expect(failure, planted).toBeInstanceOf(Failure);
      expect(failure).toMatchObject({ code: 'withheldFound', details: { page: 2, count: 1 } });
    }
  });

  it('finds a leak that no page shows: in the title', async () => {
    await expect(check(await pdfOf([['niets']], 'Zwarte Zwaan'))).rejects.toMatchObject({ code: 'withheldFound' });
  });

  it('misses nothing for a line break or hyphen, and takes no part of a longer number or word for the whole', () => {
    expect(findForbidden('Zwarte\nZwaan', FORBIDDEN)).toEqual(['Zwarte Zwaan']);
    expect(findForbidden('BE6853900-\n7547034', FORBIDDEN)).toEqual(['BE68539007547034']);
    expect(findForbidden('17 feb 2026', ['7 feb 2026'])).toEqual([]);
    expect(findForbidden('Hannah', ['anna'])).toEqual([]);
    expect(findForbidden('Érîc', ['eric'])).toEqual(['eric']);
  });

  it('requires the marking on each page', async () => {
    requireMarking(await pdfTexts(await pdfOf([['BEPERKT / RESTREINT'], ['x', 'BEPERKT / RESTREINT']])), 'Beperkt / Restreint');
    const bare = await pdfTexts(await pdfOf([['BEPERKT'], ['x']]));
    expect(() => requireMarking(bare, 'BEPERKT')).toThrow(Failure);
    expect(() => requireMarking(bare, '')).not.toThrow();
  });
});
