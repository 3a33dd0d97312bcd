import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { headOf } from '../../../../electron/case/importers/records/formats';
import { format } from '../../../../electron/case/importers/formats/text';
import { walk } from './walk';

const sure = (text: string, name: string): number => format.recognise(headOf(heldBytes(Buffer.from(text)), name));
const PROSE = [
  'Op 14 maart 2026 omstreeks 22.40 uur stelden wij vast dat een bestelwagen, merk Ford, de terminal verliet.',
  'De bestuurder, later geïdentificeerd als Driss Amellal, sprak met twee mannen, en reed daarna weg.',
  'Volgens de getuige ging het om een witte wagen; hij herkende de plaat niet.',
].join('\n');

describe('text', () => {
  it('takes prose for text and tables for tables', () => {
    expect(sure(PROSE, 'nota')).toBeGreaterThanOrEqual(0.5);
    expect(sure(PROSE, 'nota.txt')).toBeLessThanOrEqual(0.55);
    expect(sure('Le suspect, né à Anvers, a été vu au port. Il portait une veste bleue et un sac.\nIl est parti vers 22 heures, seul, en direction de Gand.\n', 'pv.txt')).toBeGreaterThanOrEqual(0.5);
    const tables: readonly (readonly [string, string])[] = [
      ['naam;nummer\nJan;1\nPiet;2\n', 'lijst.txt'],
      ['naam\tnummer\nJan Peeters\t0470550127\nPiet Janssens\t0470550128\n', 'lijst.txt'],
      ['a,b,c\n1,2,3\n4,5,6\n', 'x.txt'],
      ['2026-03-01 12:00:01|LOGIN|user one logged in from home.\n2026-03-01 12:00:05|LOGOUT|user one went away again.\n', 'sys.log'],
      ['datum,opmerking\n2026-03-01,"De man reed weg, naar huis. Daarna kwam hij terug."\n2026-03-02,"Niets gezien, niemand thuis. Wij zijn vertrokken."\n', 'obs.txt'],
      ['0470550127\n0470550128\n0470550129\n', 'nummers.txt'],
      ['Jan Peeters\nPiet Janssens\nMarie Dubois\n', 'namen.txt'],
      ['{"a": "Een zin. Nog een zin met woorden erin. En een derde zin daarbij."}', 'x.txt'],
      ['<p>Een zin. Nog een zin met woorden erin. En een derde zin daarbij hoort ook.</p>', 'x.txt'],
      [PROSE, 'nota.csv'],
      ['', 'leeg.txt'],
    ];
    for (const [text, name] of tables) expect(sure(text, name), `${name}: ${text.slice(0, 30)}`).toBeLessThan(0.5);
    expect(format.recognise(headOf(heldBytes(Buffer.from([0, 1, 2, 3, 0, 0, 7])), 'x.txt'))).toBe(0);
  });

  it('makes pages at paragraph ends, and at form feeds', async () => {
    const paragraph = `${'Een zin met woorden. '.repeat(50).trim()}\n`;
    const { pages } = await walk('text', Array.from({ length: 9 }, () => paragraph).join('\n'));
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(page.endsWith('woorden.')).toBe(true);
    expect((await walk('text', 'een\ftwee\r\n\r\ndrie')).pages).toEqual(['een', 'twee\n\ndrie']);
  });

  it('loses no word of a text without paragraphs, of one line, or of scripts without blanks', async () => {
    for (const text of [Array.from({ length: 3000 }, (_, at) => `woord${at}`).join(' '), Array.from({ length: 3000 }, (_, at) => `woord${at}`).join('\n'), '港口'.repeat(9000)]) {
      const { pages } = await walk('text', text);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(6100);
      expect(pages.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  it('reads every encoding', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'windows-1252']) {
      const bytes = iconv.encode('Het café was gesloten. De verdachte, née Dupré, liep naar de Schelde.', encoding, { addBOM: encoding === 'utf-16le' });
      expect((await walk('text', bytes)).pages[0]).toContain('café was gesloten. De verdachte, née Dupré');
    }
  });

  it('says that there is nothing in a blank file', async () => {
    await expect(walk('text', ' \n\n \r\n')).rejects.toMatchObject({ code: 'noRows' });
  });

  it('keeps every letter of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\f', 'é', '.', '😀', '\u0000'), maxLength: 4000 }), fc.nat(8), async (text, times) => {
        const whole = `x${text.repeat(times + 1)}`;
        const { pages } = await walk('text', whole, 'x.txt', { encoding: 'utf-8' });
        expect(pages.join('').replace(/\s/g, '')).toBe(whole.replace(/[\s\u0000]/g, ''));
      }),
      { numRuns: 100 },
    );
  });
});
