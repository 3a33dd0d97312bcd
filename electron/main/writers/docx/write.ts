import { BorderStyle, Document, Footer, Header, HeadingLevel, LineRuleType, Packer, PageBreak, PageNumber, Paragraph, ShadingType, Table, TableCell, TableOfContents, TableRow, TabStopType, WidthType, type ParagraphChild } from 'docx';
import type { BriefingDocument } from '../../../../shared/briefing/document';
import type { Drawing } from '../../../../shared/contract/printService';
import { LOCALES } from '../../../../shared/values/locale';
import { wholeMarking } from '../pageMarks';
import { repack } from '../repack';
import { blockOf, noteRuns, TEXT_WIDTH } from './blocks';
import { runOf, type Footnotes } from './runs';

const FONT = 'Arial';
const QUIET = '404854';
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '8F99A8', space: 4 } as const;

/** The marking of the whole: words in the middle, labels of the Traffic Light Protocol at the right in their colours on black. */
function markingLine(document: BriefingDocument): Paragraph[] {
  const { text, labels } = wholeMarking(document);
  if (text === '' && labels.length === 0) return [];
  const label = labels.flatMap((each): ParagraphChild[] => [runOf(' ', { size: 24 }), runOf(` ${each.text} `, { bold: true, size: 24, color: each.colour.slice(1), shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' } })]);
  return [new Paragraph({
    style: 'Furniture', tabStops: [{ type: TabStopType.CENTER, position: TEXT_WIDTH / 2 }, { type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [runOf('\t'), runOf(text, { bold: true, size: 20, color: '111418' }), runOf('\t'), ...label],
  })];
}

const twoSides = (left: ParagraphChild[], right: ParagraphChild[], border: 'top' | 'bottom'): Paragraph => new Paragraph({ style: 'Furniture', tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }], border: { [border]: RULE }, children: [...left, runOf('\t'), ...right] });

/** "Page {{page}} of {{pages}}" with fields that Word counts. */
function pageNumber(pageText: string): ParagraphChild[] {
  return pageText.split(/(\{\{pages?\}\})/).filter((piece) => piece !== '').map((piece) => (piece === '{{page}}' ? runOf('', { children: [PageNumber.CURRENT] }) : piece === '{{pages}}' ? runOf('', { children: [PageNumber.TOTAL_PAGES] }) : runOf(piece)));
}

function coverOf({ cover, contentsHeading }: BriefingDocument): (Paragraph | Table)[] {
  const short = contentsHeading === '';
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const cell = (text: string, quiet: boolean, width: number): TableCell => new TableCell({
    width: { size: width, type: WidthType.DXA }, margins: { top: 90, bottom: 90, left: 0, right: 150 }, borders: { top: none, left: none, right: none, bottom: { style: BorderStyle.SINGLE, size: 4, color: 'C5CBD3' } },
    children: [new Paragraph({ style: 'Cell', children: [runOf(text, { size: /[0-9a-f]{64}/.test(text) ? 14 : 20, ...(quiet ? { color: QUIET } : {}) })] })],
  });
  const widths = [Math.round(TEXT_WIDTH * 0.34), Math.round(TEXT_WIDTH * 0.66)] as const;
  const lines = cover.lines.length === 0 ? [] : [new Table({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: [...widths], rows: cover.lines.map(({ label, value }) => new TableRow({ cantSplit: true, children: [cell(label, true, widths[0]), cell(value, false, widths[1])] })) })];
  return [
    ...(cover.kind === '' ? [] : [new Paragraph({ spacing: { before: short ? 0 : 2800, after: 120 }, children: [runOf(cover.kind, { size: 24, color: QUIET })] })]),
    new Paragraph({ style: 'Title', children: [runOf(cover.title)] }), ...lines,
    new Paragraph({ children: short ? [] : [new PageBreak()] }),
  ];
}

/** Writes a document for Word, editable: real headings, tables with repeated heads, footnotes, a table of contents, drawings as SVG with a picture beside. Every page carries the marking of the whole. */
export async function writeDocx(document: BriefingDocument, drawings: readonly Drawing[], at: Date): Promise<Buffer> {
  const notes = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'notes' ? block.notes : [])));
  const footnotes: Footnotes = { known: new Set(notes.map(({ number }) => number)), used: new Set() };
  const inside: Footnotes = { known: new Set(), used: new Set() };
  const body = document.sections.flatMap((section, at1) => [
    ...(section.heading === '' ? [] : [new Paragraph({ heading: section.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: [runOf(section.number === '' ? section.heading : `${section.number}  ${section.heading}`)] })]),
    ...section.blocks.flatMap((block, index) => blockOf(block, drawings.filter(({ place }) => place === `${at1}.${index}`), footnotes)),
  ]);
  const contents = document.contentsHeading === '' ? [] : [
    new Paragraph({ style: 'ContentsHeading', children: [runOf(document.contentsHeading)] }),
    new TableOfContents(document.contentsHeading, { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
  const described = { title: document.cover.title, author: document.cover.author, language: LOCALES[document.language], at };
  const file = new Document({
    title: described.title, creator: described.author, lastModifiedBy: described.author,
    footnotes: Object.fromEntries(notes.map((note) => [String(note.number), { children: [new Paragraph({ style: 'Small', children: noteRuns(note, inside) })] }])),
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, color: '111418', language: { value: described.language, eastAsia: 'en-GB', bidirectional: 'ar-SA' } }, paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } } },
        title: { run: { font: FONT, size: 52, bold: true, color: '111418' }, paragraph: { spacing: { after: 600 } } },
        heading1: { run: { font: FONT, size: 30, bold: true, color: '111418' }, paragraph: { keepNext: true, spacing: { before: 360, after: 160 } } },
        heading2: { run: { font: FONT, size: 24, bold: true, color: '111418' }, paragraph: { keepNext: true, spacing: { before: 260, after: 100 } } },
        caption: { run: { font: FONT, size: 18, color: QUIET, bold: false, italics: false }, paragraph: { spacing: { before: 80, after: 80 } } },
      },
      paragraphStyles: [
        { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } } },
        { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16, color: QUIET }, paragraph: { spacing: { after: 60, line: 252, lineRule: LineRuleType.AUTO } } },
        { id: 'Furniture', name: 'Furniture', basedOn: 'Normal', run: { size: 16, color: QUIET }, paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } } },
        { id: 'ContentsHeading', name: 'Contents Heading', basedOn: 'Normal', run: { size: 30, bold: true }, paragraph: { spacing: { after: 200 } } },
      ],
    },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1500, bottom: 1350, left: 1134, right: 1134, header: 420, footer: 380 } } },
      headers: { default: new Header({ children: [...markingLine(document), twoSides([runOf(document.head.left)], [runOf(document.head.right)], 'bottom')] }) },
      footers: { default: new Footer({ children: [twoSides([runOf(document.foot.journal)], pageNumber(document.pageText), 'top'), ...markingLine(document)] }) },
      children: [...coverOf(document), ...contents, ...body],
    }],
  });
  return repack(Buffer.from(await Packer.toBuffer(file)), described, renumbered);
}

/** Numbers of drawings and of places counted from one: the library counts on from the document before. */
function renumbered(name: string, content: Buffer): Buffer {
  if (!/^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(name)) return content;
  const counted = (pattern: RegExp) => {
    const numbers = new Map<string, number>();
    return (text: string): string => text.replace(pattern, (_whole, before: string, old: string, after: string) => {
      const own = numbers.get(old) ?? numbers.size + 1;
      numbers.set(old, own);
      return `${before}${own}${after}`;
    });
  };
  const text = content.toString('utf8');
  return Buffer.from(counted(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")/g)(counted(/(<wp:docPr\b[^>]*?\bid=")(\d+)(")/g)(counted(/(\b_Toc)(\d+)(\b)/g)(text))), 'utf8');
}
