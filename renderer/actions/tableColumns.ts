import { create } from 'zustand';
import type { EntityView } from '../../shared/contract';
import { useSession } from './session';

/** A column of the table that something else than the case's properties fills: a measure of the network, for one. */
export interface TableColumn {
  readonly id: string;
  /** Its heading, in the reader's words. */
  readonly label: string;
  /** What stands in it for an entity of the chart in front; null where there is nothing. Numbers are set right and sorted as such. */
  readonly value: (entity: EntityView) => number | string | null;
  /** A number as it is written; absent: as the reader's language writes it. */
  readonly text?: (value: number | string) => string;
  readonly sortable: boolean;
}

interface ColumnState {
  readonly columns: readonly TableColumn[];
}

/** Columns that the table shows beside its own, in the order in which they were put. */
export const useTableColumns = create<ColumnState>(() => ({ columns: [] }));

/** What fills them is of one case, as one pair of eyes sees it. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open || now.viewingAs !== before.viewingAs) useTableColumns.setState({ columns: [] });
});

/** Puts a column into the table, in place of one with the same id. */
export function putTableColumn(column: TableColumn): void {
  const { columns } = useTableColumns.getState();
  useTableColumns.setState({ columns: columns.some((each) => each.id === column.id) ? columns.map((each) => (each.id === column.id ? column : each)) : [...columns, column] });
}

/** Takes columns out of the table. */
export function dropTableColumns(ids: readonly string[]): void {
  const gone = new Set(ids);
  const { columns } = useTableColumns.getState();
  if (columns.some((each) => gone.has(each.id))) useTableColumns.setState({ columns: columns.filter((each) => !gone.has(each.id)) });
}
