import type { BriefingBlock, Sentence } from '../model/briefing';
import type { Id } from '../model/ids';
import { printed, printedLines } from './authored';
import { column, tableOf, type ComposeContext, type Row, type UnnumberedTable } from './context';
import type { Block, CitedText } from './document';
import type { CitedSaying } from './material';
import { placesOf } from './sourceList';
import { gradeText } from './support';

type Note = Extract<Block, { kind: 'notes' }>['notes'][number];

/** Footnotes of a document: numbered throughout, set at the end of the section in which they are met; what rests on the same place is one note within it. */
export class Footnotes {
  private readonly context: ComposeContext;
  private last = 0;
  private section = new Map<string, Note>();
  private statements: CitedSaying[] = [];

  constructor(context: ComposeContext) {
    this.context = context;
  }

  /** Numbers of the notes for what a sentence or row rests on: one per source. */
  of(cited: readonly CitedSaying[]): number[] {
    const bySource = new Map<Id, CitedSaying[]>();
    for (const statement of cited) {
      const list = bySource.get(statement.source);
      if (list) list.push(statement);
      else bySource.set(statement.source, [statement]);
    }
    const { scene } = this.context;
    return [...bySource].map(([source, statements]) => ({ number: scene.numbers.of(source), source, statements })).sort((a, b) => a.number - b.number).map(({ number: cites, source, statements }) => {
      const text = this.text(source, statements);
      const key = `${cites} ${text}`;
      let note = this.section.get(key);
      if (note === undefined) this.section.set(key, (note = { number: (this.last += 1), text, sources: [cites] }));
      this.statements.push(...statements);
      return note.number;
    });
  }

  /** Place, grading, date and basis of what one source says. */
  private text(source: Id, statements: readonly CitedSaying[]): string {
    const { scene, receivedOn } = this.context;
    const grades = [...new Set([...statements].sort((a, b) => a.gradingWeight - b.gradingWeight).map((statement) => gradeText(statement, this.context)))];
    const bases = [...new Set(statements.map(({ basis }) => basis))].sort().reverse().map((basis) => scene.words(`basis.${basis}`));
    const gone = statements.some((statement) => statement.retracted) ? [scene.words('sinceRetracted')] : [];
    return [placesOf(statements, scene.words), grades.join(', '), receivedOn(source), bases.join(', '), ...gone].filter((part) => part !== '').join(' · ');
  }

  /** Notes since the last section ended, and begins the next; null when there are none. */
  end(): Block | null {
    if (this.section.size === 0) return null;
    const block: Block = { kind: 'notes', notes: [...this.section.values()], marks: this.context.ledger.enter(this.statements) };
    this.section = new Map();
    this.statements = [];
    return block;
  }
}

/** What a sentence or row rests on; null when something of it may not be known here. Inside the service, what is gone is only left out. */
export function restsOn(cites: readonly Id[], { cited }: ComposeContext, internal: boolean): readonly CitedSaying[] | null {
  const found: CitedSaying[] = [];
  for (const id of new Set(cites)) {
    const statement = cited.get(id);
    if (statement !== undefined) found.push(statement);
    else if (!internal) return null;
  }
  return found;
}

/** What stands where a sentence was held back: always the same, whatever it was. */
export const withheldToken = ({ scene }: ComposeContext): CitedText => ({ text: scene.words('withheldToken'), sources: [], emphasis: 'withheld' });

/** What a part of a briefing became, with the statements by which it is about somebody. */
export interface Written<B> {
  readonly blocks: readonly B[];
  readonly cited: readonly CitedSaying[];
}

/** How what is held back is dealt with. */
export interface Manner {
  readonly internal: boolean;
  /** A token stands in its place, or nothing. */
  readonly stub: boolean;
  readonly beside: boolean;
}

/** A paragraph of sentences with their notes, and after it the author's own words where these are wanted too. */
export function paragraphs(sentences: readonly Sentence[], notes: Footnotes, manner: Manner, context: ComposeContext): Written<Block> {
  const { scene, ledger } = context;
  const parts: CitedText[] = [];
  const originals: CitedText[] = [];
  const cited: CitedSaying[] = [];
  for (const sentence of sentences) {
    const { text, language, original } = printed(sentence.text, scene.language);
    if (text === '') continue;
    const support = restsOn(sentence.cites, context, manner.internal);
    if (support === null) {
      if (manner.stub) parts.push(withheldToken(context));
      continue;
    }
    cited.push(...support);
    const numbers = notes.of(support);
    parts.push({ text, sources: [], emphasis: 'plain', ...(numbers.length === 0 ? {} : { notes: numbers }), ...(language === undefined ? {} : { language }) });
    if (sentence.assessment) parts.push({ text: scene.words('authorsView'), sources: [], emphasis: 'quiet' });
    if (manner.beside && original !== null) originals.push({ text: original.text, sources: [], emphasis: 'original', language: original.language });
  }
  const marks = ledger.enter(cited);
  return { cited, blocks: [parts, originals].filter((each) => each.length > 0).map((each) => ({ kind: 'paragraph', parts: each, marks })) };
}

/** A table that the author filled in, row by row through the gate. Null when nothing of it is left. */
export function gridTable(grid: Extract<BriefingBlock, { kind: 'grid' }>, notes: Footnotes, manner: Manner, context: ComposeContext): Written<UnnumberedTable> {
  const { scene } = context;
  const cited: CitedSaying[] = [];
  const empty: CitedText[] = [];
  const rows = grid.rows.flatMap((row): Row[] => {
    const support = restsOn(row.cites, context, manner.internal);
    if (support === null) return manner.stub ? [{ cells: grid.columns.map((_, index) => (index === 0 ? [withheldToken(context)] : empty)), statements: [] }] : [];
    cited.push(...support);
    const numbers = notes.of(support);
    const cells = grid.columns.map((_, index) => (row.cells[index] === undefined ? [] : printedLines(row.cells[index], scene.language, manner.beside)));
    // The number stands behind the last of what the row says.
    const at = cells.reduce((last, cell, index) => (cell.length > 0 ? index : last), 0);
    const [first, ...more] = cells[at] ?? [];
    if (first !== undefined && numbers.length > 0) cells[at] = [{ ...first, notes: numbers }, ...more];
    return cells.every((cell) => cell.length === 0) ? [] : [{ cells, statements: support }];
  });
  if (rows.length === 0) return { blocks: [], cited: [] };
  const columns = grid.columns.map((text) => column(printed(text, scene.language).text));
  return { cited, blocks: [tableOf(grid.caption === null ? '' : printed(grid.caption, scene.language).text, columns, rows, context)] };
}
