import type { Table } from './document';
import type { GatheredStatement } from './gathered';
import { momentText } from './moment';
import type { Scene } from './scene';

/** Runs of rows that are written out; more are only counted. */
const MOST_RUNS = 8;

/** "12, 15–18, 40": which rows, lines or records of a source are cited, and how many. */
function citedRows(statements: readonly GatheredStatement[], scene: Scene): string {
  const rows = [...new Set(statements.flatMap((statement) => (statement.row === null ? [] : [statement.row])))].sort((a, b) => a - b);
  if (rows.length === 0) {
    const pages = [...new Set(statements.flatMap((statement) => (statement.page === null ? [] : [statement.page])))].sort((a, b) => a - b);
    return pages.length === 0 ? scene.words('statements', { count: statements.length }) : scene.words('pages', { list: pages.join(', ') });
  }
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const list = runs.slice(0, MOST_RUNS).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  const unit = statements.find((statement) => statement.row !== null)?.unit ?? 'row';
  return scene.words(`${unit}s`, { count: rows.length, list: runs.length > MOST_RUNS ? `${list} …` : list });
}

/** The list of sources under the numbers that the whole document cites: title, supplier, hash, rows cited, received, grading. Null when nothing is cited. */
export function sourceTable(scene: Scene): Omit<Table, 'number' | 'label'> | null {
  const { words, language, numbers } = scene;
  if (numbers.cited.length === 0) return null;
  return {
    kind: 'table',
    caption: words('sourcesCaption', { count: numbers.cited.length }),
    columns: [
      { heading: words('columnNumber'), width: 'narrow', align: 'start' }, { heading: words('columnSource'), width: 'wide', align: 'start' },
      { heading: words('columnReceived'), width: 'normal', align: 'start' }, { heading: words('columnCited'), width: 'normal', align: 'start' },
      { heading: words('columnGrading'), width: 'narrow', align: 'start' },
    ],
    rows: numbers.cited.map(({ number, source, statements }) => [
      [{ text: String(number), sources: [], emphasis: 'strong' }],
      [
        { text: source.title, sources: [], emphasis: 'strong' },
        ...(source.supplier === '' ? [] : [{ text: source.supplier, sources: [], emphasis: 'plain' as const }]),
        ...(source.sha256 === null ? [] : [{ text: `SHA-256 ${source.sha256}`, sources: [], emphasis: 'code' as const }]),
      ],
      [{ text: momentText(source.receivedAt, language), sources: [], emphasis: 'plain' }],
      [{ text: citedRows(statements, scene), sources: [], emphasis: 'plain' }],
      [{ text: source.grading, sources: [], emphasis: 'plain' }],
    ]),
    note: '',
    cited: true,
  };
}
