import { isBlank } from './csvRecords';
import type { TableRow } from './csvRecords';

export interface HeaderGuess {
  /** Row number of the headings as the file counts; 0 when there are none. */
  readonly headerRow: number;
  readonly unsure: boolean;
}

const LOOK = 60;
const NUMERIC = /^[-+(]?[€$£]?\s?\d[\d\s.,'’]*[%)]?(?:\s?(?:€|EUR))?$/;
const DATED = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}[:.h]\d{2}.*)?$/;
const YEAR = /^(?:19|20)\d\d$/;

const filled = (cells: readonly string[]): number => cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
const isFigure = (cell: string): boolean => {
  const text = cell.trim();
  return text !== '' && ((NUMERIC.test(text) && !YEAR.test(text)) || DATED.test(text) || /^null$/i.test(text));
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Share of the columns whose heading is a word where figures stand below it. */
function contrast(heading: readonly string[], below: readonly TableRow[]): number {
  let columns = 0;
  let clear = 0;
  heading.forEach((cell, column) => {
    const values = below.map((row) => row.cells[column] ?? '').filter((value) => value.trim() !== '');
    if (values.length === 0) return;
    columns += 1;
    const figures = values.filter(isFigure).length / values.length;
    if (figures > 0.6 && !isFigure(cell) && cell.trim() !== '') clear += 1;
  });
  return columns === 0 ? 0 : clear / columns;
}

/**
 * Finds the headings below titles and padding: the first row about as wide as the table itself, unless it reads like the rows below.
 * `rows` are the first rows of the table, blank ones included.
 */
export function findHeader(rows: readonly TableRow[]): HeaderGuess {
  const told = rows.filter((row) => row.fault === undefined && !isBlank(row.cells)).slice(0, LOOK);
  const first = told[0];
  if (first === undefined) return { headerRow: 0, unsure: true };
  if (told.length === 1) return { headerRow: first.row, unsure: true };
  const width = median(told.map((row) => filled(row.cells)));
  for (const [index, row] of told.slice(0, 30).entries()) {
    const here = filled(row.cells);
    const below = told.slice(index + 1, index + 21);
    if (here < Math.max(1, width * 0.6) || (width > 1 && here < 2)) continue;
    const figures = row.cells.filter(isFigure).length / here;
    const distinct = new Set(row.cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '')).size / here;
    const repeated = below.some((other) => other.cells.join('\u0000') === row.cells.join('\u0000'));
    if (figures > 0.34 || repeated) return { headerRow: 0, unsure: true };
    const clear = contrast(row.cells, below);
    return { headerRow: row.row, unsure: (clear === 0 && figures > 0) || distinct < 0.75 || here < width * 0.8 };
  }
  return { headerRow: 0, unsure: true };
}
