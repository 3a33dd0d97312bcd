import type { Locator } from '../../shared/model/records';
import { changeSession, showPanel } from './session';

/** Shows the original table of a source around a row. */
export function openSourceRow(source: string, row: number): void {
  changeSession({ sourceRow: { source, row } });
  showPanel('sourceRows');
}

/** Shows a page of a document, with the words of `sought` marked. */
export function openPage(source: string, page: number, sought = ''): void {
  changeSession({ reading: { source, page, ...(sought === '' ? {} : { sought }) } });
  showPanel('reading');
}

/** Shows the place in its source where a statement stands: a page of a document, or a row of a table. */
export function openPlace(source: string, { row, page }: Locator): void {
  if (page !== undefined) openPage(source, page);
  else openSourceRow(source, row ?? 1);
}
