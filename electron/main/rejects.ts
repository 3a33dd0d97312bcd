import type { Reject } from '../../shared/mapping/mapping';
import { neutralCell } from '../../shared/values/formulaCell';
import type { Language } from '../../shared/values/kind';
import { translate } from './words';

const cell = (text: string): string => `"${neutralCell(text).replaceAll('"', '""')}"`;

/** The rows that did not come in, as CSV with row number and reason in front: UTF-8 with BOM and semicolons, as Belgian Excel reads it. */
export function rejectsAsCsv(headings: readonly string[], rejects: readonly Reject[], language: Language): string {
  const lines = [[translate(language, 'row'), translate(language, 'reason'), ...headings], ...rejects.map((each) => [String(each.row), translate(language, `reject.${each.code}`), ...each.cells])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
