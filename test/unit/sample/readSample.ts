import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/node';

/** One row of a file by heading; blanks at the ends are kept. `line` is the line or row in the file, counted from 1. */
export interface SampleRow {
  readonly line: number;
  readonly [heading: string]: string | number;
}

const FOLDER = new URL('../../../resources/sample/', import.meta.url);

/** Path of a committed sample file. */
export const samplePath = (name: string): string => fileURLToPath(new URL(name, FOLDER));

/** Rows of a CSV file of the sample case. Throws when a row has another number of cells than the headings. */
export function readCsv(name: string, encoding: 'utf8' | 'win1252', delimiter: string): SampleRow[] {
  const text = iconv.decode(readFileSync(samplePath(name)), encoding);
  const records: Record<string, string>[] = parse(text, { columns: true, delimiter, bom: true });
  return records.map((record, index) => ({ ...record, line: index + 2 }));
}

/** Rows of the police list below its headings; dates as ISO text, empty cells as ''. */
export async function readPoliceList(): Promise<SampleRow[]> {
  const sheet = await readSheet(samplePath('politie_personenlijst.xlsx'));
  const top = sheet.findIndex((row) => row[0] === 'Nr');
  const headings = (sheet[top] ?? []).map(String);
  return sheet.slice(top + 1).map((cells, index) => {
    const named = headings.map((heading, column) => [heading, cellText(cells[column])] as const);
    return { ...Object.fromEntries(named), line: top + index + 2 };
  });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell as string | number | boolean);
}

/** A cell as text. */
export const at = (row: SampleRow, heading: string): string => {
  const value = row[heading];
  if (value === undefined) throw new Error(`No column ${heading}`);
  return String(value);
};

export const customsRows = (): SampleRow[] => readCsv('douane_containerbewegingen.csv', 'win1252', ';');
export const callRows = (): SampleRow[] => readCsv('retro_telefonie.csv', 'utf8', ',');
export const bankRows = (): SampleRow[] => readCsv('bank_verrichtingen.csv', 'utf8', ';');

/** E.164 of a number in any of the forms that the files use; short and damaged numbers stay as they are. */
export function e164(text: string): string {
  const digits = text.replace(/[\s/.]/g, '');
  if (/^\+\d{8,}$/.test(digits)) return digits;
  if (/^00\d{8,}$/.test(digits)) return `+${digits.slice(2)}`;
  if (/^04\d{8}$/.test(digits)) return `+32${digits.slice(1)}`;
  if (/^32\d{9}$/.test(digits)) return `+${digits}`;
  return text.trim();
}

/** Cents of an amount such as "1.234,50". */
export const cents = (text: string): number => Math.round(Number(text.replaceAll('.', '').replace(',', '.')) * 100);

/** Milliseconds of a customs or bank date "08/01/2026" and a clock "04:52", counted as if the port's clocks were UTC. */
export function slashTime(date: string, clock = '00:00'): number {
  const [day, month, year] = date.split('/');
  return Date.parse(`${year}-${month}-${day}T${clock}:00Z`);
}

/** The same count for the operator's "2026-01-08T04:31:00+01:00". */
export const callTime = (text: string): number => Date.parse(`${text.slice(0, 19)}Z`);
