import i18next from 'i18next';
import type { CaseService, ResultOf } from '../../shared/contract';
import type { MeasureId } from '../../shared/contract/network';
import { useNetwork, type Shown } from './network';
import { dropTableColumns, putTableColumn } from './tableColumns';

type Measures = ResultOf<CaseService['requests']['case.measure']>;

const NO_BADGES: ReadonlyMap<string, string> = new Map();
const VALUE = 'measure.value.';
const RANK = 'measure.rank.';
/** How measures can be seen on the chart. */
export type Showing = 'off' | Shown['as'];

/** A measure as the chart shows it: values as shares of the greatest, communities by their number; ranks and groups as the text of badges. */
export function shownAsLook(rows: Measures['rows'], measure: MeasureId, as: Shown['as']): Shown {
  const values = rows.map((row) => row.values[measure] ?? 0);
  const most = measure === 'community' ? 1 : Math.max(...values, Number.MIN_VALUE);
  const text = (row: Measures['rows'][number]): string => (measure === 'community' ? i18next.t('network:groupBadge', { number: (row.values.community ?? 0) + 1 }) : i18next.t('network:rankBadge', { rank: row.ranks[measure] ?? 0 }));
  return { measure, as, values: new Map(rows.map((row, at) => [row.entity, (values[at] ?? 0) / most])), texts: new Map(rows.map((row) => [row.entity, text(row)])) };
}

/** What badges on the chart in front say of its entities. */
export const useRankBadges = (): ReadonlyMap<string, string> => useNetwork(({ shown }) => (shown?.as === 'badge' ? shown.texts : NO_BADGES));

/** Puts a measure into the table of the chart: its values and ranks, each a column that sorts. */
export function putMeasureColumns(rows: Measures['rows'], measure: MeasureId): void {
  const byId = new Map(rows.map((row) => [row.entity, row]));
  const find = (entity: { readonly id: string; readonly members?: readonly string[] | undefined }): Measures['rows'][number] | undefined => byId.get(entity.id) ?? entity.members?.map((id) => byId.get(id)).find((row) => row !== undefined);
  const group = measure === 'community';
  putTableColumn({ id: `${VALUE}${measure}`, label: i18next.t(`network:named.${measure}`), sortable: true, value: (entity) => { const value = find(entity)?.values[measure]; return value === undefined ? null : group ? value + 1 : value; } });
  if (!group) putTableColumn({ id: `${RANK}${measure}`, label: i18next.t('network:rankOf', { name: i18next.t(`network:named.${measure}`) }), sortable: true, value: (entity) => find(entity)?.ranks[measure] ?? null });
}

/** Takes a measure out of the table again. */
export const dropMeasureColumns = (measure: MeasureId): void => dropTableColumns([`${VALUE}${measure}`, `${RANK}${measure}`]);

export const isMeasureColumn = (measure: MeasureId) => ({ id }: { readonly id: string }): boolean => id === `${VALUE}${measure}`;
