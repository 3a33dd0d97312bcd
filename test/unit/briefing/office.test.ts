import { describe, expect, it } from 'vitest';
import { markedUp } from '../../../electron/main/opened/parts';
import { writeDocx } from '../../../electron/main/writers/docx/write';
import { columnWidths } from '../../../electron/main/writers/docx/blocks';
import { paged, splitText } from '../../../electron/main/writers/pptx/measure';
import { writePptx } from '../../../electron/main/writers/pptx/write';
import { unpack } from '../../../electron/main/writers/repack';
import type { Block } from '../../../shared/briefing/document';
import { DRAWINGS, paper, text } from './paper';

const AT = new Date('2026-05-03T10:00:00Z');
const textOf = (xml: Buffer | undefined): string => markedUp(xml?.toString('utf8') ?? '')[1] ?? '';

describe('a briefing as a Word file', () => {
  it('keeps headings, tables with heads that repeat, footnotes, contents, marking, drawings with words for them, and languages', async () => {
    const files = await unpack(await writeDocx(paper(), DRAWINGS, AT));
    const body = files.get('word/document.xml')?.toString('utf8') ?? '';
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>[\s\S]*Samenvatting/);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>/);
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toMatch(/<w:footnoteReference w:id="\d+"\/>/);
    expect(body).toMatch(/TOC [^<]*\\o/);
    expect(body).toContain('descr="Netwerkfiguur met 2 items."');
    expect(body).toContain('<w:lang w:val="fr-BE"/>');
    expect(body).not.toContain('Rij 2 van de lijst.');
    expect(textOf(files.get('word/footnotes.xml'))).toContain('Rij 2 van de lijst.');
    for (const part of ['word/header1.xml', 'word/footer1.xml']) for (const marking of ['VERTROUWELIJK', 'TLP:AMBER']) expect(textOf(files.get(part))).toContain(marking);
    expect(files.get('word/styles.xml')?.toString('utf8')).toContain('w:val="nl-BE"');
    const media = [...files.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => name.slice(-3)).sort()).toEqual(['png', 'svg']);
  });

  it('says of itself what is meant and nothing else', async () => {
    for (const file of [await writeDocx(paper(), DRAWINGS, AT), await writePptx(paper(), DRAWINGS, AT)]) {
      const files = await unpack(file);
      expect(textOf(files.get('docProps/core.xml')).split('\n').filter((line) => line !== '')).toEqual(['Haven: été à Liège', 'K. Peeters', 'K. Peeters', 'nl-BE', '2026-05-03T10:00:00Z', '2026-05-03T10:00:00Z']);
      expect(textOf(files.get('docProps/app.xml')).trim()).toBe('Knoop');
      for (const [name, content] of files) expect(content.toString('latin1'), name).not.toMatch(/PptxGenJS|docx\.js|Macintosh/i);
    }
  });

  it('is the same, byte for byte, of equal trees at the same moment', async () => {
    expect((await writeDocx(paper(), DRAWINGS, AT)).equals(await writeDocx(paper(), DRAWINGS, AT))).toBe(true);
    expect((await writePptx(paper(), DRAWINGS, AT)).equals(await writePptx(paper(), DRAWINGS, AT))).toBe(true);
  });
});

describe('a briefing as slides', () => {
  const slidesOf = async (blocks: readonly Block[]): Promise<string[]> => {
    const [section] = paper().sections;
    const files = await unpack(await writePptx(paper({ sections: [{ ...section!, blocks: [...blocks] }] }), [], AT));
    return [...files].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(([, content]) => textOf(content));
  };
  const table = (rows: number, words: string): Block => ({ kind: 'table', number: 1, label: 'Tabel 1', caption: 'Lang', columns: [{ heading: 'Nr', width: 'narrow', align: 'start' }, { heading: 'Naam', width: 'wide', align: 'start' }], rows: Array.from({ length: rows }, (_, n) => [[text(`r${n}`)], [text(words)]]), note: 'Niet alles.', cited: false });

  it('splits tables, repeats their heads and loses no row', async () => {
    const slides = (await slidesOf([table(200, 'Naam van iemand')])).slice(1);
    expect(slides.length).toBeGreaterThan(5);
    expect(slides.every((slide) => slide.includes('Nr') && slide.includes('Lang'))).toBe(true);
    const all = slides.join('\n').split('\n');
    for (let n = 0; n < 200; n += 1) expect(all.filter((line) => line === `r${n}`)).toHaveLength(1);
    expect(slides.at(-1)).toContain('Niet alles.');
  });

  it('goes on in a row below where one is higher than a slide', async () => {
    const words = Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' ');
    const slides = (await slidesOf([table(1, words)])).slice(1);
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.join(' ').match(/w\d+/g)).toHaveLength(3000);
  });

  it('splits long texts over slides without losing a word', async () => {
    const words = Array.from({ length: 4000 }, (_, n) => `w${n}`).join(' ');
    const slides = (await slidesOf([{ kind: 'paragraph', parts: [text(words)] }])).slice(1);
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.join(' ').match(/w\d+/g)).toHaveLength(4000);
  });

  it('measures', () => {
    expect(paged([1, 1, 1, 5, 1], (height) => height, 3)).toEqual([[1, 1, 1], [5], [1]]);
    expect(paged([1, 1, 1], (height) => height, 3, 2)).toEqual([[1], [1, 1]]);
    expect(splitText(text('een twee drie', { sources: [1] }), 9).map((part) => [part.text, part.sources])).toEqual([['een twee', []], ['drie', [1]]]);
    expect(columnWidths({ columns: [{ heading: '', width: 'narrow', align: 'start' }, { heading: '', width: 'wide', align: 'start' }] }, 9000).reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8990);
  });
});
