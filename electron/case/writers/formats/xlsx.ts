import { Failure } from '../../../../shared/contract/failure';
import { TABLES_MARK } from '../../../../shared/mapping/ownTables';
import { writeArchive } from '../archive';
import { survey } from '../columns';
import type { Outgoing, Sink, Writer } from '../outgoing';
import { TABLES, sameAsHeading, TableRows, tableWord } from '../tables';
import { coreProperties, frameParts, sheetPart } from '../workbookParts';

/** What a sheet can hold. */
const MOST_ROWS = 1_048_576;
/** Characters that a cell can hold are 32,767, as they are written: an escape takes seven. */
const LONGEST = 4600;

/**
 * A workbook with the sheets of entities, links and statements, all cells typed as text, so that "+32470550127" and "007" stay what they are and no formula
 * ever runs. The first two are for people; from the third, with every value of every statement, Knoop reads the workbook back, unless a spreadsheet saved
 * it again: then it is a table like any other. Written piece by piece: the libraries for workbooks hold all cells in memory. Not in the file: pins, notes and
 * groups of the chart, judgements, and the source documents.
 */
export const writer: Writer = {
  id: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: '.xlsx',
  passes: 3,
  async write(outgoing: Outgoing, sink: Sink, step: () => void): Promise<void> {
    const tooMany = (): never => {
      throw new Failure('tooManyRows', { limit: MOST_ROWS });
    };
    const found = survey(outgoing, { entities: ['id', sameAsHeading(outgoing.language), ...['type', 'name'].map((word) => tableWord(outgoing.language, word))], links: ['id'] }, step);
    if (Math.max(outgoing.counts.entities, outgoing.counts.links, found.said) >= MOST_ROWS) tooMany();
    const rows = new TableRows(outgoing, found, LONGEST, step);
    const title = [outgoing.title, outgoing.marking].filter((part) => part !== '').join(' · ');
    await writeArchive([
      { name: 'docProps/core.xml', plain: true, text: [coreProperties(title, TABLES_MARK, outgoing.at)] },
      ...frameParts(TABLES.map((table) => tableWord(outgoing.language, table))).map(([name, text]) => ({ name, text: [text] })),
      ...TABLES.map((table, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: sheetPart(rows.rows(table), MOST_ROWS, tooMany) })),
    ], outgoing.at, sink);
  },
};
