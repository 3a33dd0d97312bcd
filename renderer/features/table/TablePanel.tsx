import { Button, InputGroup, SegmentedControl } from '@blueprintjs/core';
import { mdiClipboardArrowDownOutline, mdiFormTextbox, mdiMagnify, mdiShieldEditOutline, mdiTable } from '@mdi/js';
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { linesInTime, useChartFilter } from '../../actions/chartFilter';
import { useChartView } from '../../actions/chartView';
import { evaluateSelection } from '../../actions/evaluateSelection';
import { pasteFromClipboard } from '../../actions/paste';
import { select, useSelected } from '../../actions/selected';
import { whenCaseChanges } from '../../actions/session';
import { useTypes } from '../../case/types';
import type { EntityView, LineView } from '../../../shared/contract';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { useLater } from '../../ui/useLater';
import { BulkEditDialog } from './BulkEditDialog';
import { ColumnChooser } from './ColumnChooser';
import { Rows } from './Rows';
import { arrange, entityRows, lineRows, type Order, type TableRow } from './tableRows';
import { useExtraColumns } from './useExtraColumns';
import './table.css';

/** What the table shows and how it is put in order: stays while its panel is closed. */
const FRESH: { readonly properties: readonly string[]; readonly orders: readonly Order[] } = { properties: [], orders: [{ column: 'typeName', descending: false }] };
const useTableLook = create<typeof FRESH>(() => FRESH);

/** Another case has other properties. */
whenCaseChanges(() => useTableLook.setState(FRESH));

const NONE: readonly string[] = [];
const NOTHING: readonly EntityView[] = [];
const NO_LINES: readonly LineView[] = [];

/** The chart as a table: its entities or its lines, sorted and filtered, with the same selection as the canvas; properties of entities can be edited in their cells. */
export function TablePanel(): ReactElement {
  const { t } = useTranslation('table');
  const language = useLanguage();
  const types = useTypes();
  const view = useChartView((state) => state.view);
  const { entities, lines } = useSelected();
  const { properties, orders } = useTableLook();
  const [shown, setShown] = useState<'entities' | 'lines'>('entities');
  const [filter, setFilter] = useState('');
  const [bulk, setBulk] = useState(false);
  const asked = useLater(filter);
  const kept = useChartFilter((state) => state.kept);
  const time = useChartFilter((state) => state.time);
  const extra = useExtraColumns(shown === 'entities' ? (view?.entities ?? NOTHING) : NOTHING, shown === 'entities' ? properties : NONE, types);
  const columns = useMemo(() => (shown === 'entities' ? extra : []), [shown, extra]);
  // Entities and lines stay the same objects while nothing is said of them: who moves an item does not make the table anew.
  const [listed, drawn] = [view?.entities ?? NOTHING, view?.lines ?? NO_LINES];
  const rows = useMemo(() => {
    const basis = { fact: t('fact'), assessment: t('assessment') };
    const all = shown === 'entities' ? entityRows(listed, types, language, basis) : lineRows(linesInTime(drawn, time), listed, types, language, basis);
    return arrange(kept === null ? all : all.filter((row) => kept.has(row.id)), asked, orders, language, columns);
  }, [listed, drawn, shown, types, language, asked, orders, kept, time, columns, t]);
  const selected = useMemo(() => new Set([...entities, ...lines]), [entities, lines]);
  const anchor = useRef<string | null>(null);

  const pick = (row: TableRow, event: MouseEvent | KeyboardEvent): void => {
    const before = shown === 'entities' ? entities : lines;
    let next: string[];
    if (event.shiftKey && anchor.current !== null) {
      const [a, b] = [rows.findIndex((each) => each.id === anchor.current), rows.indexOf(row)];
      next = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((each) => each.id);
    } else {
      next = event.ctrlKey || event.metaKey ? (before.includes(row.id) ? before.filter((id) => id !== row.id) : [...before, row.id]) : [row.id];
      anchor.current = row.id;
    }
    const keepOthers = event.ctrlKey || event.metaKey;
    if (shown === 'entities') select(next, keepOthers ? lines : []);
    else select(keepOthers ? entities : [], next);
  };

  if (view === null || view.entities.length === 0) return <EmptyState icon={mdiTable} title={t('empty')} hint={t('emptyHint')} />;
  return (
    <div className="panel chart-table">
      <div className="chart-table__tools">
        <SegmentedControl size="small" value={shown} onValueChange={(value) => setShown(value === 'lines' ? 'lines' : 'entities')} options={[{ value: 'entities', label: t('entities', { count: view.entities.length }) }, { value: 'lines', label: t('lines', { count: view.lines.length }) }]} />
        <InputGroup size="small" type="search" value={filter} onValueChange={setFilter} placeholder={t('filter')} aria-label={t('filter')} leftElement={<span className="chart-table__glass"><Glyph path={mdiMagnify} size={14} /></span>} />
        {shown === 'entities' ? <ColumnChooser entities={view.entities} chosen={properties} onChoose={(chosen) => useTableLook.setState({ properties: chosen })} /> : null}
        <Button size="small" variant="minimal" icon={<Glyph path={mdiClipboardArrowDownOutline} size={14} />} text={t('paste')} title={t('pasteHint')} onClick={() => void pasteFromClipboard()} />
        {entities.length > 0 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiFormTextbox} size={14} />} text={t('bulk')} onClick={() => setBulk(true)} /> : null}
        {selected.size > 0 ? <Button size="small" icon={<Glyph path={mdiShieldEditOutline} size={14} />} text={t('evaluation:action')} onClick={() => void evaluateSelection()} /> : null}
        <span className="quiet figures">{t('shown', { count: rows.length, rows: formatCount(rows.length, language) })}</span>
      </div>
      <Rows rows={rows} extra={columns} selected={selected} orders={orders} onOrders={(next) => useTableLook.setState({ orders: next })} onPick={pick} />
      {bulk ? <BulkEditDialog entities={view.entities.filter((entity) => selected.has(entity.id))} onClose={() => setBulk(false)} /> : null}
    </div>
  );
}
