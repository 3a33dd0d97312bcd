import { Button, InputGroup, SegmentedControl } from '@blueprintjs/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { mdiArrowDown, mdiArrowUp, mdiMagnify, mdiShieldEditOutline, mdiTable } from '@mdi/js';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartFilter } from '../../actions/chartFilter';
import { useChartView } from '../../actions/chartView';
import { evaluateSelection } from '../../actions/evaluateSelection';
import { select, useSelected } from '../../actions/selected';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';
import { useLater } from '../../ui/useLater';
import { formatValue } from '../../../shared/values';
import { arrange, COLUMNS, entityRows, lineRows, type Column, type Order, type TableRow } from './tableRows';
import './table.css';

const ROW_HEIGHT = 26;
const NUMBERS: readonly Column[] = ['count', 'sources'];

/** The chart as a table: its entities or its lines, sorted and filtered, with the same selection as the canvas. */
export function TablePanel(): ReactElement {
  const { t } = useTranslation('table');
  const language = useLanguage();
  const types = useTypes();
  const view = useChartView((state) => state.view);
  const { entities, lines } = useSelected();
  const [shown, setShown] = useState<'entities' | 'lines'>('entities');
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<Order>({ column: 'typeName', descending: false });
  const asked = useLater(filter);
  const kept = useChartFilter((state) => state.kept);
  const rows = useMemo(() => {
    const basis = { fact: t('fact'), assessment: t('assessment') };
    const all = view === null ? [] : shown === 'entities' ? entityRows(view.entities, types, language, basis) : lineRows(view.lines, view.entities, types, language, basis);
    return arrange(kept === null ? all : all.filter((row) => kept.has(row.id)), asked, order, language);
  }, [view, shown, types, language, asked, order, kept, t]);
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
        {selected.size > 0 ? <Button size="small" icon={<Glyph path={mdiShieldEditOutline} size={14} />} text={t('evaluation:action')} onClick={() => void evaluateSelection()} /> : null}
        <span className="quiet figures">{t('shown', { count: rows.length, rows: formatCount(rows.length, language) })}</span>
      </div>
      <Rows rows={rows} selected={selected} order={order} onOrder={setOrder} onPick={pick} />
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly TableRow[];
  readonly selected: ReadonlySet<string>;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onPick: (row: TableRow, event: MouseEvent | KeyboardEvent) => void;
}

function Rows({ rows, selected, order, onOrder, onPick }: RowsProps): ReactElement {
  const { t } = useTranslation('table');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 10, scrollMargin: ROW_HEIGHT, scrollPaddingStart: ROW_HEIGHT, initialRect: { width: 1000, height: 240 } });
  const first = rows.findIndex((row) => selected.has(row.id));
  useEffect(() => { if (first >= 0) virtual.scrollToIndex(first, { align: 'auto' }); }, [first, virtual]);
  const step = (event: KeyboardEvent, by: number): void => {
    const at = rows.findIndex((row) => selected.has(row.id));
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (row) onPick(row, event);
    event.preventDefault();
  };
  return (
    <div
      className="chart-table__scroll" ref={scroll} role="grid" aria-label={t('title')} aria-rowcount={rows.length} tabIndex={0}
      onKeyDown={(event) => { if (event.key === 'ArrowDown') step(event, 1); else if (event.key === 'ArrowUp') step(event, -1); else if (event.key === 'Enter' && rows[first]) selectAndCentre(rows[first].id); }}
    >
      <div className="chart-table__row chart-table__head" role="row">
        {COLUMNS.map((column) => (
          <button key={column} type="button" role="columnheader" aria-sort={order.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'} className={NUMBERS.includes(column) ? 'number' : ''} onClick={() => onOrder({ column, descending: order.column === column ? !order.descending : NUMBERS.includes(column) })}>
            {t(`column.${column}`)}{order.column === column ? <Glyph path={order.descending ? mdiArrowDown : mdiArrowUp} size={12} /> : null}
          </button>
        ))}
      </div>
      <div className="chart-table__body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? <Row key={row.id} row={row} top={item.start - ROW_HEIGHT} selected={selected.has(row.id)} onPick={onPick} /> : null;
        })}
      </div>
    </div>
  );
}

function Row({ row, top, selected, onPick }: { row: TableRow; top: number; selected: boolean; onPick: RowsProps['onPick'] }): ReactElement {
  const language = useLanguage();
  const types = useTypes();
  return (
    <div role="row" tabIndex={-1} aria-selected={selected} onKeyDown={(event) => { if (event.key === ' ') { event.preventDefault(); onPick(row, event); } }} className={`chart-table__row ${selected ? 'chart-table__row--selected' : ''}`} style={{ transform: `translateY(${top}px)` }} onClick={(event) => onPick(row, event)} onDoubleClick={() => { if (row.isEntity) selectAndCentre(row.id); }}>
      <span role="gridcell" className="chart-table__type clip" data-family={row.isEntity ? types.family(row.type) : undefined}>{row.isEntity ? <Glyph path={types.glyph(row.type)} size={14} /> : null}<span className="clip">{row.typeName}</span></span>
      <span role="gridcell" className="clip"><span className="name" dir="auto">{row.caption}</span></span>
      <span role="gridcell" className="clip figures">{row.isEntity || row.key === '' ? row.key : formatValue('money', row.key, language)}</span>
      <span role="gridcell" className="clip">{row.category}</span>
      <span role="gridcell" className="clip figures">{row.start === '' ? '' : formatValue('date', row.start, language)}</span>
      <span role="gridcell" className="number">{formatCount(row.count, language)}</span>
      <span role="gridcell" className="number">{row.isEntity ? formatCount(row.sources, language) : ''}</span>
      <span role="gridcell"><Grade text={row.grading} /></span>
      <span role="gridcell" className="clip"><Grade text={row.handling} kind="handling" /></span>
      <span role="gridcell" className="clip quiet">{row.basis}</span>
    </div>
  );
}
