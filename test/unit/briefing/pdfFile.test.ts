import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../electron/main/opened/pdfText';
import { describeLinks } from '../../../electron/main/writers/pdf/links';
import { linkedPages } from '../../../electron/main/writers/pdf/outline';
import { savePdf } from '../../../electron/main/writers/pdf/save';
import { outermost, structureOf, wrapItems } from '../../../electron/main/writers/pdf/structure';
import { paper, pdfOf, taggedPdf, text } from './paper';

const name = (said: string): PDFName => PDFName.of(said);

describe('the bytes of a PDF', () => {
  it('give back what was in it, in the same bytes each time', async () => {
    const given = await pdfOf([['Haven'], ['Kaai 1742', 'Container']]);
    const save = async (): Promise<Buffer> => savePdf(await PDFDocument.load(given, { updateMetadata: false }));
    const saved = await save();
    expect((await readPdf(saved)).pages.map((page) => page.text.split('\n').slice(0, -1))).toEqual([['Haven'], ['Kaai 1742', 'Container']]);
    expect((await save()).equals(saved)).toBe(true);
    const again = await PDFDocument.load(saved, { updateMetadata: false });
    expect(again.getPages().map((page) => page.getSize())).toEqual([{ width: 400, height: 400 }, { width: 400, height: 400 }]);
  });

  it('hold more objects than go into one stream, and strings of any sign', async () => {
    const file = await PDFDocument.create();
    file.addPage([200, 200]);
    const said = Array.from({ length: 900 }, (_, index) => `Rij ${index} \u{1f600} été (\\`);
    file.catalog.set(name('Kept'), file.context.obj(said.map((each) => file.context.register(PDFHexString.fromText(each)))));
    file.catalog.set(name('Bytes'), PDFString.of('\u00e9\u00ff'));
    const { catalog, context } = await PDFDocument.load(await savePdf(file), { updateMetadata: false });
    const kept = catalog.lookup(name('Kept')) as unknown as { asArray: () => Parameters<typeof context.lookup>[0][] };
    expect(kept.asArray().map((each) => (context.lookup(each) as PDFHexString).decodeText())).toEqual(said);
    expect([...(catalog.lookup(name('Bytes')) as PDFString).asBytes()]).toEqual([0xe9, 0xff]);
  });

  it('hold nothing that the document no longer uses', async () => {
    const file = await PDFDocument.create();
    file.addPage([200, 200]);
    file.context.register(PDFString.of('Koen Verstraeten'));
    const saved = await PDFDocument.load(await savePdf(file), { updateMetadata: false });
    expect(saved.context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFString && object.asString().includes('Koen'))).toBe(false);
  });
});

describe('what a print leaves open', () => {
  it('puts what an item of a list holds into a body', async () => {
    const file = await taggedPdf(1, [['L', [['LI', [['Link', 0]]], ['LI', [['LBody', [['P', 0]]]]], ['LI', 0]]]]);
    wrapItems(file, structureOf(file)!);
    const [list] = outermost(structureOf(file)!, new Set(['L']));
    expect(list?.children.map(({ children }) => children.map(({ type }) => type))).toEqual([['LBody'], ['LBody'], []]);
    const link = list?.children[0]?.children[0]?.children[0];
    expect(link?.type).toBe('Link');
    expect(link?.dict.lookup(name('P'))).toBe(list?.children[0]?.children[0]?.dict);
  });

  it('finds the pages of sections by the links that lead to them, and says so beside each link', async () => {
    const file = await PDFDocument.create();
    const pages = [0, 1, 2].map(() => file.addPage([200, 200]));
    const { context } = file;
    file.catalog.set(name('Dests'), context.obj({ 'section-a': [pages[1]!.ref, name('XYZ'), 0, 0, 0], 'section-b': [pages[2]!.ref, name('XYZ'), 0, 0, 0] }));
    const links = ['section-b', 'source-4', 'note-2', 'elsewhere'].map((place) => context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: place })));
    pages[0]!.node.set(name('Annots'), context.obj(links));
    const cited = { kind: 'table' as const, number: 2, label: 'Tabel 2', caption: 'Bronnen', columns: [{ heading: '#', width: 'narrow' as const, align: 'start' as const }], rows: [[[text('4')]]], marks: [], note: '', cited: true };
    const document = paper({ sections: [...paper().sections, { id: 'c', level: 1, number: '2', heading: 'Bronnen', blocks: [cited] }] });
    expect(linkedPages(file, document.sections)).toEqual({ a: 2, b: 3 });
    describeLinks(file, document);
    expect(links.map((ref) => (context.lookup(ref, PDFDict).get(name('Contents')) as PDFHexString | undefined)?.decodeText())).toEqual(['1.1 Personen', 'Tabel 2, 4', '2', undefined]);
  });
});
