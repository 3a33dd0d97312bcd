import PptxGenJS from 'pptxgenjs';
import type { Block, BriefingDocument, CitedText, Section, Table } from '../../../../shared/briefing/document';
import type { Drawing } from '../../../../shared/contract/printService';
import { LOCALES } from '../../../../shared/values/locale';
import { columnWidths } from '../docx/blocks';
import { legendOf } from '../legend';
import { wholeMarking } from '../pageMarks';
import { repack } from '../repack';
import { paged, SLIDE, splitText, TEXT_HEIGHT, TEXT_WIDTH, textHeight, wordsOf } from './measure';

const FONT = 'Arial';
const INK = '111418';
const QUIET = '404854';
const RULE = 'C5CBD3';
const BODY_SIZE = 14;
const CELL_SIZE = 11;
const SMALL_SIZE = 9;
const CELL_MARGIN = 0.09;
const INTRODUCTION_SIZE = 12;
const INTRODUCTION_ROOM = 1.1;

type Run = PptxGenJS.TextProps;

const EMPHASIS: Readonly<Record<CitedText['emphasis'], PptxGenJS.TextPropsOptions>> = {
  plain: {}, strong: { bold: true }, quiet: { color: QUIET }, conflict: { bold: true, color: '9B1C25' }, code: { color: QUIET, fontSize: 7 }, withheld: { color: QUIET, highlight: 'E3E6EA' }, original: { italic: true, color: QUIET },
};

/** Makes the slides of one document. */
class Slides {
  private readonly file = new PptxGenJS();
  private readonly document: BriefingDocument;
  private readonly lang: string;
  private count = 0;

  constructor(document: BriefingDocument) {
    this.document = document;
    this.lang = LOCALES[document.language];
    const { file } = this;
    file.layout = 'LAYOUT_WIDE';
    file.title = document.cover.title;
    file.author = document.cover.author;
    file.company = '';
    file.subject = '';
    file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  }

  async write(): Promise<Buffer> {
    return (await this.file.write({ outputType: 'nodebuffer' })) as Buffer;
  }

  /** A slide with its marking above and below, and what stands at the foot of every page. */
  private slide(title: string): PptxGenJS.Slide {
    const { document, lang } = this;
    const slide = this.file.addSlide();
    this.count += 1;
    const { text, labels } = wholeMarking(document);
    for (const y of [0.12, 7.06]) {
      if (text !== '') slide.addText(text, { x: 2.5, y, w: SLIDE.width - 5, h: 0.32, align: 'center', valign: 'middle', margin: 0, fontFace: FONT, fontSize: 12, bold: true, charSpacing: 1, color: INK, lang });
      labels.forEach((label, index) => slide.addText(label.text, { x: SLIDE.width - SLIDE.left - 2.1 * (labels.length - index) + 0.1, y, w: 2, h: 0.32, align: 'center', valign: 'middle', margin: 0, fontFace: FONT, fontSize: 14, bold: true, color: label.colour.slice(1), fill: { color: '000000' }, lang }));
    }
    const small = { h: 0.22, margin: 0, fontFace: FONT, fontSize: SMALL_SIZE, color: QUIET, lang } as const;
    slide.addShape('line', { x: SLIDE.left, y: 6.82, w: TEXT_WIDTH, h: 0, line: { color: RULE, width: 0.75 } });
    slide.addText([document.head.left, document.head.right, document.foot.journal].filter((each) => each !== '').join('  ·  '), { x: SLIDE.left, y: 6.84, w: TEXT_WIDTH - 1, ...small });
    slide.addText(String(this.count), { x: SLIDE.width - SLIDE.left - 1, y: 6.84, w: 1, align: 'right', ...small });
    if (title !== '') slide.addText(title, { x: SLIDE.left, y: 0.55, w: TEXT_WIDTH, h: 0.62, margin: 0, valign: 'middle', fontFace: FONT, fontSize: 24, bold: true, color: INK, fit: 'shrink', lang });
    return slide;
  }

  cover(): void {
    const { document: { cover }, lang } = this;
    const slide = this.slide('');
    if (cover.kind !== '') slide.addText(cover.kind, { x: SLIDE.left, y: 1, w: TEXT_WIDTH, h: 0.4, margin: 0, fontFace: FONT, fontSize: 16, color: QUIET, lang });
    slide.addText(cover.title, { x: SLIDE.left, y: 1.4, w: TEXT_WIDTH, h: 1.3, margin: 0, valign: 'middle', fontFace: FONT, fontSize: 34, bold: true, color: INK, fit: 'shrink', lang });
    if (cover.lines.length === 0) return;
    const border: PptxGenJS.BorderProps = { type: 'solid', pt: 0.5, color: RULE };
    const none: PptxGenJS.BorderProps = { type: 'none' };
    const size = cover.lines.length > 9 ? 10 : 12;
    slide.addTable(cover.lines.map(({ label, value }) => [label, value].map((text, column) => ({ text, options: { color: column === 0 ? QUIET : INK, fontSize: /[0-9a-f]{64}/.test(text) ? 9 : size, border: [none, none, border, none] as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] } }))), { x: SLIDE.left, y: 2.9, w: TEXT_WIDTH, colW: [3.4, TEXT_WIDTH - 3.4], fontFace: FONT, margin: [0.03, 0.08, 0.03, 0] });
  }

  private runs(part: CitedText, size: number, last: boolean): Run[] {
    const options = { fontFace: FONT, fontSize: size, color: INK, lang: part.language === undefined ? this.lang : LOCALES[part.language], ...EMPHASIS[part.emphasis] };
    const raised = { fontFace: FONT, fontSize: size, color: QUIET, superscript: true, lang: this.lang };
    const runs: Run[] = part.text === '' && part.sources.length > 0 ? [{ text: part.sources.join(', '), options }] : [
      { text: part.text, options },
      ...(part.notes !== undefined && part.notes.length > 0 ? [{ text: part.notes.join(', '), options: raised }] : []),
      ...(part.sources.length > 0 ? [{ text: `[${part.sources.join(', ')}]`, options: raised }] : []),
    ];
    const end = runs.at(-1);
    if (end && last) end.options = { ...end.options, breakLine: true };
    return runs;
  }

  /** Paragraphs, on as many slides as they need. */
  text(title: string, paragraphs: readonly (readonly CitedText[])[], size: number): void {
    const most = Math.floor((TEXT_HEIGHT / ((size * 1.25) / 72)) * ((TEXT_WIDTH * 72) / (size * 0.52)) * 0.85);
    const short = paragraphs.flatMap((parts): (readonly CitedText[])[] => (parts.reduce((sum, part) => sum + wordsOf(part).length, 0) <= most ? [parts] : parts.flatMap((part) => splitText(part, most).map((each) => [each]))));
    const pages = paged(short, (parts) => textHeight(parts.map(wordsOf).join(' '), TEXT_WIDTH, size) + size / 144, TEXT_HEIGHT);
    pages.forEach((page, index) => {
      const slide = this.slide(numbered(title, index, pages.length));
      this.paragraphs(slide, page, size, TEXT_HEIGHT);
    });
  }

  private paragraphs(slide: PptxGenJS.Slide, paragraphs: readonly (readonly CitedText[])[], size: number, height: number): void {
    const runs = paragraphs.flatMap((parts) => parts.flatMap((part, at) => [...(at > 0 ? [{ text: ' ', options: { fontFace: FONT, fontSize: size } }] : []), ...this.runs(part, size, at === parts.length - 1)]));
    slide.addText(runs, { x: SLIDE.left, y: SLIDE.top, w: TEXT_WIDTH, h: height, margin: 0, valign: 'top', paraSpaceAfter: size / 2, fontFace: FONT, fontSize: size, lang: this.lang });
  }

  /** A picture as large as the slide has room for, with its caption and what belongs to it. */
  picture(title: string, label: string, caption: string, lines: readonly string[], alternative: string, image: { readonly data: string; readonly width: number; readonly height: number }): void {
    const slide = this.slide(title);
    const below = [`${label}. ${caption}`, ...lines];
    const said = below.reduce((sum, line) => sum + textHeight(line, TEXT_WIDTH, SMALL_SIZE + 1), 0.08);
    const room = { width: TEXT_WIDTH, height: TEXT_HEIGHT - said };
    const scale = Math.min(room.width / image.width, room.height / image.height);
    const [w, h] = [image.width * scale, image.height * scale];
    slide.addImage({ data: image.data, x: SLIDE.left + (TEXT_WIDTH - w) / 2, y: SLIDE.top, w, h, altText: alternative, objectName: label });
    slide.addText(below.map((text, index) => ({ text, options: { breakLine: true, color: index === 0 ? INK : QUIET } })), { x: SLIDE.left, y: SLIDE.bottom - said, w: TEXT_WIDTH, h: said, margin: 0, valign: 'bottom', fontFace: FONT, fontSize: SMALL_SIZE + 1, lang: this.lang });
  }

  /** A table, its heads repeated on each slide; what introduces it stands above it on the first. */
  table(title: string, table: Table, before: readonly (readonly CitedText[])[]): void {
    const widths = columnWidths(table, TEXT_WIDTH * 1440, 1.5).map((each) => each / 1440);
    const most = (column: number): number => Math.floor((TEXT_HEIGHT * 0.7 * 72 / (CELL_SIZE * 1.25)) * (((widths[column] ?? 1) - CELL_MARGIN) * 72) / (CELL_SIZE * 0.52));
    // A row higher than a slide goes on in rows under it.
    const rows = table.rows.flatMap((row): CitedText[][][] => {
      const cells = table.columns.map((_column, column) => (row[column] ?? []).flatMap((part) => splitText(part, Math.max(20, most(column)))));
      const heights = cells.map((cell, column) => paged(cell, (part) => textHeight(wordsOf(part), (widths[column] ?? 1) - CELL_MARGIN, CELL_SIZE), TEXT_HEIGHT * 0.75));
      const times = Math.max(1, ...heights.map((pages) => pages.length));
      return Array.from({ length: times }, (_, at) => heights.map((pages) => [...(pages[at] ?? [])]));
    });
    const introduction = before.length === 0 ? 0 : introductionHeight(before);
    const headHeight = 0.36;
    const noteHeight = table.note === '' ? 0 : 0.3;
    const heightOf = (row: CitedText[][]): number => Math.max(0.24, ...row.map((cell, column) => cell.reduce((sum, part) => sum + textHeight(wordsOf(part), (widths[column] ?? 1) - CELL_MARGIN, CELL_SIZE), 0))) + 0.09;
    const pages = rows.length === 0 ? [[]] : paged(rows, heightOf, TEXT_HEIGHT - headHeight - 0.32 - noteHeight, introduction);
    const none: PptxGenJS.BorderProps = { type: 'none' };
    const border = (color: string, pt: number): [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] => [none, none, { type: 'solid', pt, color }, none];
    pages.forEach((page, index) => {
      const slide = this.slide(numbered(title, index, pages.length));
      const top = SLIDE.top + (index === 0 ? introduction : 0);
      if (index === 0 && before.length > 0) this.paragraphs(slide, before, INTRODUCTION_SIZE, introduction);
      slide.addText(`${table.label}. ${table.caption}`, { x: SLIDE.left, y: top - 0.08, w: TEXT_WIDTH, h: 0.28, margin: 0, fontFace: FONT, fontSize: 10, color: QUIET, lang: this.lang });
      const head = table.columns.map(({ heading, align }) => ({ text: heading, options: { bold: true, align: align === 'end' ? 'right' as const : 'left' as const, valign: 'bottom' as const, border: border(INK, 1) } }));
      const body = page.map((row) => row.map((cell, column) => ({
        text: cell.flatMap((part, at) => this.runs(part, CELL_SIZE, at < cell.length - 1)),
        options: { align: table.columns[column]?.align === 'end' ? 'right' as const : 'left' as const, valign: 'top' as const, border: border(RULE, 0.5) },
      })));
      slide.addTable([head, ...body], { x: SLIDE.left, y: top + 0.24, w: TEXT_WIDTH, colW: [...widths], fontFace: FONT, fontSize: CELL_SIZE, color: INK, margin: [0.05, CELL_MARGIN, 0.04, 0], lang: this.lang, objectName: table.label });
      if (table.note !== '' && index === pages.length - 1) slide.addText(table.note, { x: SLIDE.left, y: SLIDE.bottom - 0.26, w: TEXT_WIDTH, h: 0.26, margin: 0, fontFace: FONT, fontSize: SMALL_SIZE, color: QUIET, lang: this.lang });
    });
  }

  heading(title: string): void {
    this.slide('').addText(title, { x: SLIDE.left, y: 2.8, w: TEXT_WIDTH, h: 1.4, margin: 0, valign: 'middle', fontFace: FONT, fontSize: 32, bold: true, color: INK, fit: 'shrink', lang: this.lang });
  }
}

const introductionHeight = (paragraphs: readonly (readonly CitedText[])[]): number => paragraphs.reduce((sum, parts) => sum + textHeight(parts.map(wordsOf).join(' '), TEXT_WIDTH, INTRODUCTION_SIZE) + INTRODUCTION_SIZE / 144, 0.12);
const numbered = (title: string, index: number, of: number): string => (of > 1 ? `${title} (${index + 1}/${of})` : title);
const plain = (text: string): CitedText => ({ text, sources: [], emphasis: 'plain' });

function sectionSlides(slides: Slides, section: Section, drawingsOf: (block: number) => readonly Drawing[]): void {
  const title = section.number === '' ? section.heading : `${section.number}  ${section.heading}`;
  let waiting: (readonly CitedText[])[] = [];
  const flush = (): void => {
    if (waiting.length > 0) slides.text(title, waiting, BODY_SIZE);
    waiting = [];
  };
  section.blocks.forEach((block: Block, index) => {
    if (block.kind === 'paragraph') {
      waiting.push(block.parts);
      return;
    }
    // A line or two go above their table; more get slides of their own.
    const before = block.kind === 'table' && introductionHeight(waiting) < INTRODUCTION_ROOM ? waiting : [];
    if (before.length > 0) waiting = [];
    flush();
    if (block.kind === 'table') slides.table(title, block, before);
    if (block.kind === 'notes' && block.notes.length > 0) slides.text(title, block.notes.map((note) => [{ ...plain(`${note.number}  ${note.text}`), sources: note.sources }]), SMALL_SIZE + 1);
    if (block.kind === 'picture') slides.picture(title, block.label, block.caption, [], block.alternative, { data: `${block.mediaType};base64,${block.data}`, width: block.width, height: block.height });
    if (block.kind === 'figure' || block.kind === 'timeline') {
      const lines = block.kind === 'figure' ? legendOf(block.figure) : [];
      drawingsOf(index).forEach((drawing, at, all) => slides.picture(numbered(title, at, all.length), block.label, block.caption, lines, block.alternative, { data: `image/png;base64,${Buffer.from(drawing.png).toString('base64')}`, width: drawing.width, height: drawing.height }));
    }
  });
  flush();
  if (section.blocks.length === 0) slides.heading(title);
}

/** Writes a document as slides, editable: text, tables over as many slides as they need, drawings as pictures. Every slide carries the marking of the whole. */
export async function writePptx(document: BriefingDocument, drawings: readonly Drawing[], at: Date): Promise<Buffer> {
  const slides = new Slides(document);
  slides.cover();
  document.sections.forEach((section, place) => sectionSlides(slides, section, (block) => drawings.filter((drawing) => drawing.place === `${place}.${block}`)));
  return repack(await slides.write(), { title: document.cover.title, author: document.cover.author, language: LOCALES[document.language], at });
}
