import { TABLES_MARK } from '../../../../shared/mapping/ownTables';
import { neutralCell } from '../../../../shared/values/formulaCell';
import { writeArchive } from '../archive';
import { survey } from '../columns';
import type { Outgoing, Sink, Writer } from '../outgoing';
import { TABLES, sameAsHeading, TableRows, tableWord } from '../tables';

/** Characters of a cell, well below what any reader of tables takes. */
const LONGEST = 500_000;

/** Always in quotes; a cell that a spreadsheet would run as a formula gets a quote in front, which Knoop takes away again. */
const cell = (text: string): string => (text === '' ? '' : `"${neutralCell(text).replaceAll('"', '""')}"`);

function* lines(rows: Iterable<readonly string[]>): Generator<string> {
  yield '\uFEFF';
  for (const row of rows) yield `${row.map(cell).join(';')}\r\n`;
}

/**
 * An archive of three tables as Belgian spreadsheets open them (UTF-8 with mark, semicolons): entities.csv and links.csv for people, one row each;
 * statements.csv with every value of every statement, from which Knoop reads the archive back. A spreadsheet shows the quote in front of "+32 …", and takes long
 * numbers for figures: the workbook is the better choice for one. Not in the file: pins, notes and groups of the chart, judgements, and the source documents.
 */
export const writer: Writer = {
  id: 'csv',
  mediaType: 'application/zip',
  ending: '.csv.zip',
  passes: 3,
  async write(outgoing: Outgoing, sink: Sink, step: () => void): Promise<void> {
    const rows = new TableRows(outgoing, survey(outgoing, { entities: ['id', sameAsHeading(outgoing.language), ...['type', 'name'].map((word) => tableWord(outgoing.language, word))], links: ['id'] }, step), LONGEST, step);
    const about = [TABLES_MARK, outgoing.title, outgoing.marking, outgoing.at].filter((line) => line !== '').map((line) => `${line}\r\n`);
    await writeArchive([{ name: 'knoop.txt', plain: true, text: about }, ...TABLES.map((table) => ({ name: `${table}.csv`, text: lines(rows.rows(table)) }))], outgoing.at, sink);
  },
};
