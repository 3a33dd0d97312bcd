import { homedir, hostname, userInfo } from 'node:os';
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../electron/main/opened/pdfText';
import { namesOfMachine, requireMarkings, requireNothingWithheld, requireOfficeMarkings } from '../../../electron/main/readBack';
import { writeDocx } from '../../../electron/main/writers/docx/write';
import { wholeMarking } from '../../../electron/main/writers/pageMarks';
import { onlyPixels } from '../../../electron/main/writers/png';
import { writePptx } from '../../../electron/main/writers/pptx/write';
import { repack, unpack } from '../../../electron/main/writers/repack';
import { findForbidden } from '../../../shared/briefing/searched';
import { Failure } from '../../../shared/contract';
import type { PageMarking } from '../../../shared/contract/printService';
import { DRAWINGS, paper, pdfOf, PIXEL } from './paper';

const FORBIDDEN = ['Zwarte Zwaan', '+32470550127', '1984-03-14', 'BE68539007547034'];
const AT = new Date('2026-05-03T10:00:00Z');
const DESCRIBED = { title: 'Haven', author: 'K. Peeters', language: 'nl-BE', at: AT };

const search = (file: Uint8Array): Promise<number> => requireNothingWithheld(file, FORBIDDEN);
const found = async (file: Uint8Array, what: string): Promise<void> => {
  const failure = await search(file).catch((error: unknown) => error);
  expect(failure, what).toBeInstanceOf(Failure);
  expect(failure, what).toMatchObject({ code: 'withheldFound' });
};

/** An Office file with one of its parts changed. */
const changed = (file: Buffer, part: RegExp, change: (content: string) => string): Promise<Buffer> => repack(file, DESCRIBED, (name, content) => (part.test(name) ? Buffer.from(change(content.toString('utf8')), 'utf8') : content));

function pngWith(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([PIXEL.subarray(0, 33), head, content, Buffer.alloc(4), PIXEL.subarray(33)]);
}

const marked = (...texts: string[]): PageMarking[] => texts.map((text) => ({ text, labels: [] }));

describe('reading a written file back', () => {
  it('passes what holds nothing withheld, and says how much it looked for', async () => {
    expect(await search(await pdfOf([['BEPERKT', 'Koen Verstraeten belde 5 keer'], ['Bronnen: 12']], (file) => file.setTitle('Haven')))).toBe(FORBIDDEN.length);
    expect(await search(await writeDocx(paper(), DRAWINGS, AT))).toBe(FORBIDDEN.length);
    expect(await search(await writePptx(paper(), DRAWINGS, AT))).toBe(FORBIDDEN.length);
    expect(await search(PIXEL)).toBe(FORBIDDEN.length);
    expect(await requireNothingWithheld(PIXEL, [])).toBe(0);
  });

  it('takes no part of a word for a withheld value because its string is in UTF-16', async () => {
    const pdf = await pdfOf([['niets']], (file) => { file.context.register(file.context.obj({ Alt: PDFHexString.fromText('met 16 items en 43 lijnen') })); });
    expect(await requireNothingWithheld(pdf, ['Temse'])).toBe(1);
    const planted = await pdfOf([['niets']], (file) => { file.context.register(file.context.obj({ Alt: PDFHexString.fromText('woont in Temse') })); });
    await expect(requireNothingWithheld(planted, ['Temse'])).rejects.toMatchObject({ code: 'withheldFound' });
  });

  it('finds what is set on a page of a PDF, however it is set, and names the page', async () => {
    for (const planted of ['gezien met Zwarte Zwaan', 'ZWARTE  ZWAAN', 'Zwarte-', '+32 470 55 01 27', 'BE68 5390 0754 7034', 'op 1984-03-14 geboren', Buffer.from('Zwarte Zwaan').toString('base64'), Buffer.from('x Zwarte Zwaan').toString('base64'), Buffer.from('xy Zwarte Zwaan').toString('base64'), Buffer.from('Zwarte Zwaan').toString('hex'), 'Zwarte%20Zwaan']) {
      const pdf = await pdfOf([['niets'], [planted, ...(planted === 'Zwarte-' ? ['Zwaan'] : [])]]);
      const failure = await search(pdf).catch((error: unknown) => error);
      expect(failure, planted).toMatchObject({ code: 'withheldFound', details: { page: 2, count: 1 } });
    }
  });

  it('finds what no page of a PDF shows', async () => {
    const plants: Readonly<Record<string, Parameters<typeof pdfOf>[1]>> = {
      title: (file) => file.setTitle('Zwarte Zwaan'),
      xmp: (file) => { file.catalog.set(PDFName.of('Metadata'), file.context.register(file.context.flateStream('<x:xmpmeta><dc:title>Zwarte Zwaan</dc:title></x:xmpmeta>'))); },
      'alternative text': (file) => { file.context.register(file.context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFString.of('Zwarte Zwaan') })); },
      attachment: (file) => file.attach(Buffer.from('met de Zwarte Zwaan'), 'bijlage.txt', { mimeType: 'text/plain' }),
      'attached archive': async (file) => file.attach(await changed(await writeDocx(paper(), DRAWINGS, AT), /word\/document\.xml/, (content) => content.replace('Samenvatting', 'Zwarte Zwaan')), 'bijlage.docx'),
      'address of a link': (file) => { file.context.register(file.context.obj({ Type: 'Annot', Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://example.org/Zwarte%20Zwaan') } })); },
      'name of a place': (file) => { file.context.register(file.context.obj({ ZwarteZwaan: 1 })); },
      'replaced text': (file) => { file.getPage(0).node.addContentStream(file.context.register(file.context.flateStream('/Span <</ActualText <feff005a00770061007200740065005a007700610061006e>>> BDC EMC'))); },
    };
    for (const [what, plant] of Object.entries(plants)) await found(await pdfOf([['niets']], plant), what);
    await found(Buffer.concat([await pdfOf([['niets']]), Buffer.from('\n% Zwarte Zwaan\n')]), 'behind the end');
  });

  it('finds what is in any part of a Word file', async () => {
    const file = await writeDocx(paper(), DRAWINGS, AT);
    const plant = 'Zwarte</w:t></w:r><w:r><w:t xml:space="preserve"> Zwaan';
    const plants: Readonly<Record<string, readonly [RegExp, (content: string) => string]>> = {
      body: [/word\/document\.xml/, (content) => content.replace('Samenvatting', plant)],
      header: [/word\/header1\.xml/, (content) => content.replace('Voor: Parket', plant)],
      footnote: [/word\/footnotes\.xml/, (content) => content.replace('Rij 2 van de lijst.', plant)],
      'alternative text': [/word\/document\.xml/, (content) => content.replace('Netwerkfiguur met 2 items.', 'Zwarte Zwaan')],
      'custom property': [/docProps\/custom\.xml/, (content) => content.replace(/\/>$/, '><property name="x"><vt:lpwstr>Zwarte Zwaan</vt:lpwstr></property></Properties>')],
      comment: [/word\/settings\.xml/, (content) => `${content}<!-- Zwarte Zwaan -->`],
      drawing: [/word\/media\/.*\.svg/, (content) => content.replace('Koen Verstraeten', 'Zwarte Zwaan')],
    };
    for (const [what, [part, change]] of Object.entries(plants)) await found(await changed(file, part, change), what);
    const picture = await repack(file, DESCRIBED, (name, content) => (name.endsWith('.png') ? pngWith('tEXt', Buffer.from('Comment\0Zwarte Zwaan')) : content));
    await found(picture, 'picture');
    await found(await repack(file, { ...DESCRIBED, author: 'Zwarte Zwaan' }), 'author');
  });

  it('finds what is in slides and their notes', async () => {
    const file = await writePptx(paper(), DRAWINGS, AT);
    await found(await changed(file, /ppt\/slides\/slide2\.xml/, (content) => content.replace('Samenvatting', 'Zwarte Zwaan')), 'slide');
    await found(await changed(file, /ppt\/notesSlides\/notesSlide1\.xml/, (content) => content.replace('</p:notes>', '<a:t>Zwarte Zwaan</a:t></p:notes>')), 'notes');
  });

  it('finds what is in pictures beside their pixels', async () => {
    await found(pngWith('tEXt', Buffer.from('Comment\0Zwarte Zwaan')), 'text');
    await found(pngWith('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from('Zwarte Zwaan'))])), 'packed text');
    await found(pngWith('eXIf', Buffer.from('Zwarte Zwaan', 'utf16le')), 'exif');
    await found(Buffer.concat([PIXEL, Buffer.from('Zwarte Zwaan')]), 'behind the end');
    await found(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g id="Zwarte Zwaan"/></svg>'), 'svg id');
    await found(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>Zwarte</text><text>Zwaan</text></svg>'), 'svg text');
    expect(await search(onlyPixels(pngWith('tEXt', Buffer.from('Comment\0Zwarte Zwaan'))))).toBe(FORBIDDEN.length);
  });

  it('finds names of this machine, but not what the document says itself', async () => {
    const names = namesOfMachine('{}');
    expect(names.every((name) => [userInfo().username, hostname(), homedir()].includes(name))).toBe(true);
    expect(namesOfMachine(JSON.stringify({ author: hostname() }))).not.toContain(hostname());
  });

  it('misses nothing for a line break or hyphen, and takes no part of a longer number or word for the whole', () => {
    expect(findForbidden('Zwarte\nZwaan', FORBIDDEN)).toEqual(['Zwarte Zwaan']);
    expect(findForbidden('BE6853900-\n7547034', FORBIDDEN)).toEqual(['BE68539007547034']);
    expect(findForbidden('17 feb 2026', ['7 feb 2026'])).toEqual([]);
    expect(findForbidden('Hannah', ['anna'])).toEqual([]);
    expect(findForbidden('Érîc', ['eric'])).toEqual(['eric']);
  });
});

describe('requiring markings', () => {
  it('wants them at the top and at the bottom of each page of a PDF, each its own', async () => {
    const blank = Array.from({ length: 17 }, () => '');
    const page = (top: string, bottom: string): string[] => [top, ...blank, '', bottom];
    const good = await readPdf(await pdfOf([page('BEPERKT / RESTREINT', 'BEPERKT / RESTREINT'), page('GEHEIM', 'GEHEIM')]));
    expect(() => requireMarkings(good, marked('Beperkt / Restreint', 'GEHEIM'))).not.toThrow();
    expect(() => requireMarkings(good, marked('GEHEIM', 'GEHEIM'))).toThrow(Failure);
    expect(() => requireMarkings(good, marked('BEPERKT'))).toThrow(Failure);
    for (const bare of [page('GEHEIM', 'x'), page('x', 'GEHEIM'), ['x', 'x', 'GEHEIM', 'GEHEIM']]) {
      const pdf = await readPdf(await pdfOf([bare]));
      expect(() => requireMarkings(pdf, marked('GEHEIM'))).toThrow(Failure);
      expect(() => requireMarkings(pdf, marked(''))).not.toThrow();
    }
  });

  it('wants them in headers and footers of Word files, and twice on each slide', async () => {
    const marking = wholeMarking(paper());
    const word = await writeDocx(paper(), DRAWINGS, AT);
    expect(await requireOfficeMarkings(word, marking)).toBe(0);
    await expect(requireOfficeMarkings(await changed(word, /footer1/, (content) => content.replaceAll('VERTROUWELIJK', '')), marking)).rejects.toMatchObject({ code: 'exportFailed' });
    const slides = await writePptx(paper(), DRAWINGS, AT);
    expect(await requireOfficeMarkings(slides, marking)).toBe([...(await unpack(slides)).keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name)).length);
    await expect(requireOfficeMarkings(await changed(slides, /slides\/slide3\.xml/, (content) => content.replace('VERTROUWELIJK', '')), marking)).rejects.toMatchObject({ code: 'exportFailed' });
  });
});
