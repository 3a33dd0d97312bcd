import { PDFDocument, PDFName, PDFString, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import type { Block, BriefingDocument, CitedText } from '../../../shared/briefing/document';
import type { Drawing } from '../../../shared/contract/printService';

export const text = (said: string, more: Partial<CitedText> = {}): CitedText => ({ text: said, sources: [], emphasis: 'plain', ...more });

/** A PNG of one pixel. */
export const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const FIGURE: Block = {
  kind: 'figure', number: 1, label: 'Figuur 1', caption: 'Netwerk.', alternative: 'Netwerkfiguur met 2 items.', marks: [1],
  figure: {
    nodes: ['Koen Verstraeten', 'Françoise Lœuvre'].map((caption, index) => ({ id: `n${index}`, x: index * 200, y: 0, caption, key: '', family: 'people', icon: 'account', grading: 'A1', sources: 1, handling: '', category: index === 0 ? 'Verdachte' : 'Slachtoffer', contradicts: false })),
    lines: [{ from: 'n0', to: 'n1', label: 'Kent', count: 1, total: '', directed: false, strength: 'confirmed' }],
    legend: { types: [{ family: 'people', icon: 'account', label: 'Personen', count: 2 }], strengths: [{ strength: 'confirmed', label: 'bevestigd' }], notes: [], badges: [], unlabelled: '', unnumbered: '' },
  },
};

/** A small document with one block of each kind; five rows, the last of which is stricter than the others. */
export function paper(change: Partial<BriefingDocument> = {}): BriefingDocument {
  return {
    language: 'nl', cover: { kind: 'Dossier', title: 'Haven: été à Liège', author: 'K. Peeters', marking: 'Vertrouwelijk', lines: [{ label: 'Zaak', value: 'Haven' }] }, marking: 'Vertrouwelijk',
    marks: [
      { scheme: 'belgianClassification', code: 'LIMITED', rank: 0, text: 'Beperkte verspreiding', base: true },
      { scheme: 'belgianClassification', code: 'CONFIDENTIAL', rank: 2, text: 'Vertrouwelijk' },
      { scheme: 'tlp', code: 'TLP:AMBER', rank: 2, text: 'Eigen organisatie en haar klanten' },
    ],
    head: { left: 'Haven', right: 'Voor: Parket' }, foot: { journal: 'Journaal #12 · 0123abcd' }, contentsHeading: 'Inhoud', pageText: 'Pagina {{page}} van {{pages}}', seq: 12, withheld: [], released: { statements: [], permissions: [] },
    sections: [
      { id: 'a', level: 1, number: '1', heading: 'Samenvatting', blocks: [
        { kind: 'paragraph', parts: [text('Koen Verstraeten', { sources: [1], notes: [1] }), text('██████', { emphasis: 'withheld' }), text('il le connaît', { emphasis: 'original', language: 'fr' })], marks: [] },
        FIGURE,
        { kind: 'notes', notes: [{ number: 1, text: 'Rij 2 van de lijst.', sources: [1] }], marks: [] },
      ] },
      { id: 'b', level: 2, number: '1.1', heading: 'Personen', blocks: [
        { kind: 'table', number: 1, label: 'Tabel 1', caption: 'Personen', columns: [{ heading: '#', width: 'narrow', align: 'start' }, { heading: 'Naam', width: 'wide', align: 'start' }], rows: [1, 2, 3, 4, 5].map((n) => [[text(String(n))], [text(`Persoon ${n}`)]]), rowMarks: [[], [], [], [], [2]], marks: [2], note: 'Niet alles.', cited: false },
        { kind: 'picture', number: 2, label: 'Figuur 2', caption: 'Foto.', alternative: 'Een foto.', mediaType: 'image/png', data: PIXEL.toString('base64'), width: 1, height: 1, marks: [] },
        { kind: 'pageBreak' },
      ] },
    ],
    ...change,
  };
}

/** The drawing of the figure, as the hidden page gives it. */
export const DRAWINGS: readonly Drawing[] = [{ place: '0.1', svg: '<svg xmlns="http://www.w3.org/2000/svg" width="628" height="200"><text>Koen Verstraeten</text></svg>', png: new Uint8Array(PIXEL), width: 628, height: 200 }];

/** An element of a tagged PDF: its kind, and the page (from 0) that it stands on, or what is in it. */
export type Tagged = readonly [kind: string, inside: number | readonly Tagged[]];

/** A tagged PDF of empty pages with just this structure. */
export async function taggedPdf(pages: number, elements: readonly Tagged[]): Promise<PDFDocument> {
  const file = await PDFDocument.create();
  const { context } = file;
  const made = Array.from({ length: pages }, () => file.addPage([595, 842]));
  const build = ([kind, inside]: Tagged) => {
    const element = context.obj({ Type: 'StructElem', S: kind });
    element.set(PDFName.of('ID'), PDFString.of(`node${Math.random()}`));
    if (typeof inside === 'number') element.set(PDFName.of('K'), context.obj([{ Type: 'MCR', MCID: 0, Pg: (made[inside] as PDFPage).ref }]));
    else element.set(PDFName.of('K'), context.obj(inside.map((each) => build(each))));
    return context.register(element);
  };
  const root = context.obj({ Type: 'StructTreeRoot' });
  root.set(PDFName.of('K'), build(['Document', elements]));
  file.catalog.set(PDFName.of('StructTreeRoot'), context.register(root));
  return file;
}

/** The structure that Chromium gives the document of `paper`: rows by the page that they stand on. */
export const structureOfPaper = (rows: readonly number[]): readonly Tagged[] => [
  ['NonStruct', [['P', 0], ['P', 0], ['Table', [['TR', 0]]]]],
  ['NonStruct', [['H1', 1], ['L', [['LI', 1], ['LI', 1]]]]],
  ['NonStruct', [['H1', 2], ['P', 2], ['Figure', [['Figure', 2], ['NonStruct', 2]]], ['P', 2]]],
  ['NonStruct', [['H2', 3], ['Table', [['NonStruct', 3], ['NonStruct', [['TR', 3]]], ...rows.map((page): Tagged => ['TR', page])]], ['P', rows.at(-1) ?? 3], ['Figure', [['Figure', rows.at(-1) ?? 3]]]]],
];

/** A PDF of one page per list of lines, top down. */
export async function pdfOf(pages: readonly (readonly string[])[], change: (file: PDFDocument, font: PDFFont) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = file.addPage([400, 400]);
    lines.forEach((line, index) => page.drawText(line, { x: 20, y: 385 - index * 20, size: 12, font }));
  }
  await change(file, font);
  return file.save();
}
