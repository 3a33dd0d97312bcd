import { column, plain, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import type { GatheredStatement } from './gathered';
import { momentText } from './moment';
import type { SourceNumbers } from './sourceNumbers';
import type { Words } from './words';

/** Runs of rows that are written out; more are only counted. */
const MOST_RUNS = 8;

/** "12, 15–18, 40": which rows, lines, records or pages of a source are cited, and how many. */
export function placesOf(statements: readonly Pick<GatheredStatement, 'row' | 'unit' | 'page'>[], words: Words): string {
  const rows = [...new Set(statements.flatMap((statement) => (statement.row === null ? [] : [statement.row])))].sort((a, b) => a - b);
  if (rows.length === 0) {
    const pages = [...new Set(statements.flatMap((statement) => (statement.page === null ? [] : [statement.page])))].sort((a, b) => a - b);
    return pages.length === 0 ? words('statements', { count: statements.length }) : words('pages', { list: pages.join(', ') });
  }
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const list = runs.slice(0, MOST_RUNS).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  const unit = statements.find((statement) => statement.row !== null)?.unit ?? 'row';
  return words(`${unit}s`, { count: rows.length, list: runs.length > MOST_RUNS ? `${list} …` : list });
}

/** The list of sources under the numbers that the whole document cites: title, supplier, hash, what is cited, received, grading. Null when nothing is cited. `numbers`: the final ones. */
export function sourceTable(numbers: SourceNumbers, context: ComposeContext): UnnumberedTable | null {
  const { scene: { words, language }, ledger, material } = context;
  const said = new Map<string, GatheredStatement[]>();
  for (const statement of ledger.statements) {
    const list = said.get(statement.source);
    if (list) list.push(statement);
    else said.set(statement.source, [statement]);
  }
  const cited = material.sources.map((source) => ({ source, number: numbers.of(source.id), statements: said.get(source.id) ?? [] })).filter(({ number }) => number > 0).sort((a, b) => a.number - b.number);
  if (cited.length === 0) return null;
  return {
    ...tableOf(
      words('sourcesCaption', { count: cited.length }),
      [column(words('columnNumber'), 'narrow'), column(words('columnSource'), 'wide'), column(words('columnReceived')), column(words('columnCited')), column(words('columnGrading'), 'narrow')],
      cited.map(({ number, source, statements }) => ({
        cells: [
          [strong(String(number))],
          [strong(source.title), ...(source.supplier === '' ? [] : [plain(source.supplier)]), ...(source.sha256 === null ? [] : [{ text: `SHA-256 ${source.sha256}`, sources: [], emphasis: 'code' as const }])],
          [plain(momentText(source.receivedAt, language))],
          [plain(statements.length === 0 ? words('shownWhole') : placesOf(statements, words))],
          [plain(source.grading)],
        ],
        statements,
      })),
      context,
    ),
    cited: true,
  };
}
