import type { Reject } from '../../shared/mapping/mapping';
import type { Language } from '../../shared/values/kind';
import { translate } from './words';

/** A spreadsheet runs a cell that starts like this as a formula. */
const FORMULA_START = /^[\s\u00A0]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function cell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The rows that did not come in, as CSV with row number and reason in front: UTF-8 with BOM and semicolons, as Belgian Excel reads it. */
export function rejectsAsCsv(headings: readonly string[], rejects: readonly Reject[], language: Language): string {
  const lines = [[translate(language, 'row'), translate(language, 'reason'), ...headings], ...rejects.map((each) => [String(each.row), translate(language, `reject.${each.code}`), ...each.cells])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
