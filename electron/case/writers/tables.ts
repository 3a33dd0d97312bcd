import { STATEMENT_COLUMNS } from '../../../shared/mapping/ownTables';
import type { StatementColumn } from '../../../shared/mapping/ownTables';
import type { OwnSubject } from '../../../shared/mapping/ownRecord';
import type { Values } from '../../../shared/model/records';
import type { Language } from '../../../shared/values/kind';
import type { Column, Survey } from './columns';
import { OwnWriting } from './own';
import type { Outgoing, OutgoingEntity, OutgoingLink, OutgoingStatement } from './outgoing';

const texts = import.meta.glob<Readonly<Record<string, string>>>('../../../resources/translations/*/exporting.json', { eager: true, import: 'default' });

/** Columns that one property gets at most; further values stand together in the last of them. */
const MOST = 20;
const BETWEEN = '; ';

export const TABLES = ['entities', 'links', 'statements'] as const;
export type TableName = (typeof TABLES)[number];

/** A word of the tables in the export's language. */
export const tableWord = (language: Language, word: string): string => texts[`../../../resources/translations/${language}/exporting.json`]?.[`table.${word}`] ?? word;

/** Heading of the column that says which entity another was judged to be the same as; only there when anything was. */
export const sameAsHeading = (language: Language): string => `${tableWord(language, 'sameAs')} (id)`;

const widthOf = ({ most }: Column): number => Math.min(MOST, most);

const headingsOf = (columns: readonly Column[]): string[] => columns.flatMap((column) => Array.from({ length: widthOf(column) }, (_, at) => (at === 0 ? column.name : `${column.name} ${at + 1}`)));

function cellsOf(columns: readonly Column[], values: Values): string[] {
  return columns.flatMap((column) => {
    const said = (values[column.property] ?? []).map(({ v }) => v);
    const width = widthOf(column);
    return Array.from({ length: width }, (_, at) => (at === width - 1 ? said.slice(at).join(BETWEEN) : (said[at] ?? '')));
  });
}

const markingOf = ({ handling }: OutgoingStatement): string => (handling.length === 0 ? '' : JSON.stringify(handling));

/** The rows of all three tables, headings first; each row once, in the order in which things leave. */
export class TableRows {
  private readonly captions = new Map<string, string>();
  private readonly own: OwnWriting;

  /** `longest`: characters that a cell may have; the statements' cells go on in further rows, others are cut. `step` is called after each entity and link. */
  constructor(private readonly outgoing: Outgoing, private readonly found: Survey, private readonly longest: number, private readonly step: () => void) {
    this.own = new OwnWriting(outgoing);
  }

  rows(table: TableName): Iterable<readonly string[]> {
    return table === 'entities' ? this.entities() : table === 'links' ? this.links() : this.statements();
  }

  private word(word: string): string {
    return tableWord(this.outgoing.language, word);
  }

  private *entities(): Generator<readonly string[]> {
    const { catalogue, language } = this.outgoing;
    yield ['id', this.word('type'), this.word('name'), ...(this.outgoing.joined ? [sameAsHeading(language)] : []), ...headingsOf(this.found.entities)];
    for (const { id, type, caption, sameAs, values } of this.outgoing.entities()) {
      this.captions.set(id, caption);
      yield this.cut([id, catalogue.entityType(type)?.label[language] ?? type, caption, ...(this.outgoing.joined ? [sameAs] : []), ...cellsOf(this.found.entities, values)]);
      this.step();
    }
  }

  private *links(): Generator<readonly string[]> {
    const { catalogue, language } = this.outgoing;
    yield ['id', this.word('type'), this.word('from'), this.word('to'), this.word('start'), this.word('end'), this.word('strength'), `${this.word('from')} (id)`, `${this.word('to')} (id)`, ...headingsOf(this.found.links)];
    for (const link of this.outgoing.links()) {
      const head = [link.id, catalogue.linkType(link.type)?.label[language] ?? link.type, this.captions.get(link.from) ?? '', this.captions.get(link.to) ?? '', link.start ?? '', link.end ?? '', this.word(link.strength), link.from, link.to];
      yield this.cut([...head, ...cellsOf(this.found.links, link.values)]);
      this.step();
    }
  }

  private *statements(): Generator<readonly string[]> {
    yield STATEMENT_COLUMNS;
    for (const entity of this.outgoing.entities()) {
      yield* this.said('entity', entity, this.own.entity(entity), { name: entity.caption });
      this.step();
    }
    for (const link of this.outgoing.links()) {
      yield* this.said('link', link, this.own.link(link), { from: link.from, to: link.to });
      this.step();
    }
  }

  private *said(subject: 'entity' | 'link', { id, type, statements }: OutgoingEntity | OutgoingLink, { at, style, entityTypes, linkTypes }: OwnSubject, about: Partial<Record<StatementColumn, string>>): Generator<readonly string[]> {
    const { catalogue, language } = this.outgoing;
    const beside = [at, style, entityTypes, linkTypes].some((each) => each !== undefined) ? JSON.stringify({ at, style, entityTypes, linkTypes }) : '';
    let first = true;
    const row = (cells: Partial<Record<StatementColumn, string>>): Iterable<readonly string[]> => {
      const whole = { subject, id, type, ...about, ...cells, ...(first ? { knoop: beside } : {}) };
      first = false;
      return this.parted(whole);
    };
    if (statements.length === 0) yield* row({});
    for (const [index, said] of statements.entries()) {
      const head = {
        statement: String(index + 1), grading: said.grading === null ? '' : JSON.stringify(said.grading), handling: markingOf(said), basis: said.basis === 'fact' ? '' : said.basis,
        source: said.source, supplier: said.supplier, place: said.place,
      };
      const values = Object.entries(said.values);
      if (values.length === 0) yield* row(head);
      for (const [property, each] of values) {
        const label = catalogue.property(type, property)?.label[language] ?? property;
        for (const { v, raw, doubt } of each) yield* row({ ...head, property, label, value: v, ...(raw === undefined ? {} : { written: raw }), ...(doubt === undefined ? {} : { doubt }) });
      }
    }
  }

  /** One row, or several where a cell is longer than a row can hold: these only name the subject and go on with what is left. */
  private *parted(cells: Partial<Record<StatementColumn, string>>): Generator<readonly string[]> {
    let rest = cells;
    for (let part = 1; ; part += 1) {
      const left: Partial<Record<StatementColumn, string>> = {};
      const now: Partial<Record<StatementColumn, string>> = {};
      for (const [column, text] of Object.entries(rest) as [StatementColumn, string][]) {
        const end = this.endOf(text);
        now[column] = text.slice(0, end);
        if (end < text.length) left[column] = text.slice(end);
      }
      const more = Object.keys(left).length > 0;
      if (more || part > 1) now.part = String(part);
      yield STATEMENT_COLUMNS.map((column) => now[column] ?? '');
      if (!more) return;
      const { subject = '', id = '', type = '', statement = '', property = '' } = cells;
      rest = { subject, id, type, statement, property, ...left };
    }
  }

  private endOf(text: string): number {
    if (text.length <= this.longest) return text.length;
    const last = text.charCodeAt(this.longest - 1);
    return last >= 0xd800 && last < 0xdc00 ? this.longest - 1 : this.longest;
  }

  private cut(cells: readonly string[]): readonly string[] {
    return cells.map((cell) => (cell.length <= this.longest ? cell : `${cell.slice(0, this.endOf(cell) - 1)}…`));
  }
}
