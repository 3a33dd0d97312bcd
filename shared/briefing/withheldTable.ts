import { column, plain, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import type { WithheldReason } from './gate';

/** A plain statement of how much was held back, and why; never of what. Null when nothing was. */
export function withheldTable(withheld: readonly { readonly reason: WithheldReason; readonly count: number }[], context: ComposeContext): UnnumberedTable | null {
  const { words } = context.scene;
  const total = withheld.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return tableOf(
    words('withheldCaption', { count: total }),
    [column(words('columnReason'), 'wide'), column(words('columnCount'), 'narrow', 'end')],
    [...withheld].sort((a, b) => b.count - a.count).map(({ reason, count }) => ({ cells: [[plain(words(`withheld.${reason}`))], [plain(String(count))]], statements: [] })),
    context,
  );
}
