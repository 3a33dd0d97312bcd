import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type ParagraphChild } from 'docx';
import type { Block, Table as TableBlock } from '../../../../shared/briefing/document';
import type { Drawing } from '../../../../shared/contract/printService';
import { legendOf } from '../legend';
import { citedNumber, citedParagraph, citedRuns, runOf, type Footnotes } from './runs';

/** Width of the text, twips and CSS px. */
export const TEXT_WIDTH = 9638;
const TEXT_PIXELS = 642;
const TALLEST = 800;

const WIDTHS = { narrow: 950, normal: 2000 } as const;
const FIRST = 560;

/** Columns as wide as on the PDF's pages: narrow and normal ones have their width, wide ones share the rest. */
export function columnWidths({ columns }: Pick<TableBlock, 'columns'>, width: number, scale = 1): number[] {
  const fixed = columns.map(({ width: kind }, index) => (kind === 'wide' ? 0 : (index === 0 && kind === 'narrow' ? FIRST : WIDTHS[kind]) * scale));
  const wide = fixed.filter((each) => each === 0).length;
  const taken = fixed.reduce((sum, each) => sum + each, 0);
  if (wide === 0) return fixed.map((each) => Math.floor((each / taken) * width));
  const rest = Math.max((width - taken) / wide, width / columns.length / 2);
  const all = fixed.map((each) => (each === 0 ? rest : each));
  const sum = all.reduce((total, each) => total + each, 0);
  return all.map((each) => Math.floor((each / sum) * width));
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'C5CBD3' } as const;
const DARK = { style: BorderStyle.SINGLE, size: 6, color: '111418' } as const;

const caption = (label: string, text: string, keepNext: boolean): Paragraph => new Paragraph({ style: 'Caption', keepNext, children: [runOf(`${label}. `, { bold: true }), runOf(text)] });

function tableOf(table: TableBlock, footnotes: Footnotes): Table {
  const widths = columnWidths(table, TEXT_WIDTH);
  const cellOf = (children: Paragraph[], column: number, bottom: typeof THIN | typeof DARK): TableCell => new TableCell({
    children, width: { size: widths[column] ?? 0, type: WidthType.DXA }, margins: { top: 50, bottom: 50, left: 0, right: 110 }, verticalAlign: bottom === DARK ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    borders: { top: NONE, left: NONE, right: NONE, bottom },
  });
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: table.columns.map(({ heading, align }, column) => cellOf([new Paragraph({ style: 'Cell', keepNext: true, alignment: align === 'end' ? 'end' : 'start', children: [runOf(heading, { bold: true })] })], column, DARK)) });
  const rows = table.rows.map((row) => new TableRow({
    cantSplit: true,
    children: table.columns.map((_column, column) => {
      const parts = row[column] ?? [];
      if (table.cited && column === 0) return cellOf([citedNumber(parts[0]?.text ?? '')], column, THIN);
      return cellOf(parts.length === 0 ? [new Paragraph({ style: 'Cell' })] : parts.map((part) => citedParagraph([part], footnotes, 'Cell')), column, THIN);
    }),
  }));
  return new Table({ rows: [head, ...rows], width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } });
}

const fitted = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, TEXT_PIXELS / width, TALLEST / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

function drawn({ svg, png, width, height }: Drawing, alternative: string, label: string): Paragraph {
  const data = Buffer.from(png);
  return new Paragraph({ keepNext: true, children: [new ImageRun({ type: 'svg', data: Buffer.from(svg, 'utf8'), fallback: { type: 'png', data }, transformation: fitted(width, height), altText: { name: label, title: label, description: alternative } })] });
}

/** One block of a document as Word has it. `drawings` are those of the block. */
export function blockOf(block: Block, drawings: readonly Drawing[], footnotes: Footnotes): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph': return [citedParagraph(block.parts, footnotes)];
    case 'pageBreak': return [new Paragraph({ pageBreakBefore: true })];
    case 'figure': return [...drawings.map((drawing) => drawn(drawing, block.alternative, block.label)), caption(block.label, block.caption, true), ...legendOf(block.figure).map((line) => new Paragraph({ style: 'Small', children: [runOf(line)] }))];
    case 'timeline': return [...drawings.map((drawing) => drawn(drawing, block.alternative, block.label)), caption(block.label, block.caption, false)];
    case 'picture': return [
      new Paragraph({ keepNext: true, children: [new ImageRun({ type: block.mediaType === 'image/png' ? 'png' : 'jpg', data: Buffer.from(block.data, 'base64'), transformation: fitted(block.width, block.height), altText: { name: block.label, title: block.label, description: block.alternative } })] }),
      caption(block.label, block.caption, false),
    ];
    case 'table': return [caption(block.label, block.caption, true), tableOf(block, footnotes), ...(block.note === '' ? [] : [new Paragraph({ style: 'Small', children: [runOf(block.note)] })]), new Paragraph({ style: 'Small' })];
    // Footnotes stand at the foot of Word's own pages; those that nothing refers to would be lost there.
    case 'notes': return block.notes.filter(({ number }) => !footnotes.used.has(number)).map((note) => new Paragraph({ style: 'Small', children: noteRuns(note, footnotes, `${note.number}  `) }));
  }
}

/** The words of a footnote with its sources. */
export function noteRuns(note: Extract<Block, { kind: 'notes' }>['notes'][number], footnotes: Footnotes, before = ''): ParagraphChild[] {
  return citedRuns({ text: `${before}${note.text}`, sources: note.sources, emphasis: 'plain' }, footnotes);
}
