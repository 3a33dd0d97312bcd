import type { Block, BriefingDocument } from '../../../shared/briefing/document';
import { markText, strictestMarks, type Mark } from '../../../shared/briefing/marks';
import type { PageMarking } from '../../../shared/contract/printService';
import { outermost, type StructureElement } from './pdf/structure';

/** Colours of the labels of the Traffic Light Protocol 2.0, on black. */
const TLP_COLOURS: Readonly<Record<string, string>> = { 'TLP:RED': '#FF2B2B', 'TLP:AMBER+STRICT': '#FFC000', 'TLP:AMBER': '#FFC000', 'TLP:GREEN': '#33FF00', 'TLP:CLEAR': '#FFFFFF' };

const isLabel = (mark: Mark): boolean => Object.hasOwn(TLP_COLOURS, mark.code);

/** What stands at the top and bottom of a page that carries these marks: the strictest of each scheme. Labels of the Traffic Light Protocol keep their own form, all else is in capitals. */
export function markingOf(marks: readonly Mark[], language: string): PageMarking {
  const strictest = strictestMarks(marks);
  return {
    text: markText(strictest.filter((mark) => !isLabel(mark))).toLocaleUpperCase(language),
    labels: strictest.filter(isLabel).map(({ code }) => ({ text: code, colour: TLP_COLOURS[code] ?? '#FFFFFF' })),
  };
}

/** Marking of a whole document: on its cover, on every page of which is not known what it holds, and on all pages of formats that lay themselves out. */
export function wholeMarking({ marks, marking, language }: Pick<BriefingDocument, 'marks' | 'marking' | 'language'>): PageMarking {
  return marks.length === 0 ? { text: marking.toLocaleUpperCase(language), labels: [] } : markingOf(marks, language);
}

/** All words of a marking, as a reader of the page finds them. */
export const wordsOfMarking = ({ text, labels }: PageMarking): readonly string[] => [...(text === '' ? [] : [text]), ...labels.map((label) => label.text)];

const TYPES: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'Figure', 'Table', 'L']);
const ROWS: ReadonlySet<string> = new Set(['TR']);

/** What an element of the tree must be, and which marks the pages have that it stands on; null: not known. */
interface Expected {
  readonly type: string;
  readonly marks: readonly number[] | null;
  readonly rows?: readonly (readonly number[])[];
}

const hasWords = (block: Extract<Block, { kind: 'paragraph' }>): boolean => block.parts.some((part) => part.text !== '' || part.sources.length > 0);

function expectedOf(block: Block): readonly Expected[] {
  switch (block.kind) {
    case 'pageBreak': return [];
    case 'paragraph': return hasWords(block) ? [{ type: 'P', marks: block.marks ?? null }] : [];
    case 'notes': return block.notes.map(() => ({ type: 'P', marks: block.marks ?? null }));
    case 'table': {
      const marks = block.marks ?? null;
      const rows = block.rowMarks !== undefined && block.rowMarks.length === block.rows.length ? block.rowMarks : undefined;
      return [{ type: 'Table', marks, ...(rows === undefined ? {} : { rows }) }, ...(block.note === '' ? [] : [{ type: 'P', marks: [] }])];
    }
    case 'figure': case 'picture': case 'timeline': return [{ type: 'Figure', marks: block.marks ?? null }];
  }
}

/** Everything of a document that becomes an element of its own, in reading order. `null` of cover and contents: these carry the marking of the whole. */
function expectedIn({ cover, contentsHeading, sections }: BriefingDocument): readonly Expected[] {
  const whole = (type: string): Expected => ({ type, marks: null });
  return [
    ...(cover.kind === '' ? [] : [whole('P')]), ...(cover.title === '' ? [] : [whole('P')]), ...(cover.lines.length === 0 ? [] : [whole('Table')]),
    ...(contentsHeading === '' ? [] : [whole('H1'), ...(sections.every(({ heading }) => heading === '') ? [] : [whole('L')])]),
    ...sections.flatMap((section) => [...(section.heading === '' ? [] : [{ type: `H${section.level}`, marks: [] }]), ...section.blocks.flatMap(expectedOf)]),
  ];
}

/**
 * The marking of each page of a printed document: the strictest of what stands there, found in the structure tree, whose elements come in the order of the
 * document. Where the tree does not match the document element by element, row by row, each page gets the marking of the whole.
 */
export function pageMarkings(document: BriefingDocument, tree: StructureElement | null, pages: number): readonly PageMarking[] {
  const whole = wholeMarking(document);
  const all = Array.from({ length: pages }, () => whole);
  const expected = expectedIn(document);
  const found = tree === null ? [] : outermost(tree, TYPES);
  if (document.marks.length === 0 || found.length !== expected.length) return all;
  const held = Array.from({ length: pages }, () => new Set(document.marks.flatMap((mark, index) => (mark.base === true ? [index] : []))));
  const unknown = new Set([0]);
  const carry = (element: StructureElement, marks: readonly number[] | null): void => {
    for (const page of element.pages) {
      if (marks === null) unknown.add(page);
      else for (const mark of marks) held[page]?.add(mark);
    }
  };
  for (const [index, { type, marks, rows }] of expected.entries()) {
    const element = found[index];
    if (element?.type !== type) return all;
    if (rows === undefined) {
      carry(element, marks);
      continue;
    }
    const trs = outermost(element, ROWS);
    if (trs.length !== rows.length + 1) return all;
    rows.forEach((row, at) => {
      const tr = trs[at + 1];
      if (tr) carry(tr, row);
    });
  }
  return held.map((marks, page) => (unknown.has(page) ? whole : markingOf([...marks].sort((a, b) => a - b).flatMap((index) => document.marks[index] ?? []), document.language)));
}
