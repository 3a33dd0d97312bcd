import { changeSession, showPanel } from './session';

/** Shows the original table of a source around a row. */
export function openSourceRow(source: string, row: number): void {
  changeSession({ sourceRow: { source, row } });
  showPanel('sourceRows');
}
