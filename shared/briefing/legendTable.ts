import { FAMILIES } from '../schema/types';
import { column, plain, strong, tableOf, type ComposeContext, type Row, type UnnumberedTable } from './context';
import type { Figure } from './document';

/** What the signs in the figures mean, in words: forms of items, styles of lines, corners of marks. Null when nothing is drawn. */
export function legendTable(figures: readonly Figure[], context: ComposeContext): UnnumberedTable | null {
  const { words } = context.scene;
  const row = (sign: string, meaning: string): Row => ({ cells: [[strong(sign)], [plain(meaning)]], statements: [] });
  const types = figures.flatMap((figure) => figure.legend.types);
  const rows = FAMILIES.flatMap((family) => {
    const labels = [...new Set(types.filter((type) => type.family === family).map((type) => type.label))];
    return labels.length === 0 ? [] : [row(words(`form.${family}`), labels.join(', '))];
  });
  const strengths = new Map(figures.flatMap((figure) => figure.legend.strengths).map(({ strength, label }) => [strength, label]));
  for (const strength of ['confirmed', 'unconfirmed', 'tentative'] as const) {
    const label = strengths.get(strength);
    if (label !== undefined) rows.push(row(words(`line.${strength}`), label));
  }
  for (const text of new Set(figures.flatMap((figure) => [...figure.legend.notes, ...figure.legend.badges]))) {
    const [sign = '', ...meaning] = text.split(/\s*:\s*/);
    rows.push(meaning.length === 0 ? row('', text) : row(sign, meaning.join(': ').replace(/\.$/, '')));
  }
  return rows.length === 0 ? null : tableOf(words('legendCaption'), [column(words('columnSign')), column(words('columnMeaning'), 'wide')], rows, context);
}
