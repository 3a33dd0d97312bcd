import { useVirtualizer } from '@tanstack/react-virtual';
import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePast } from '../../actions/past';
import { selectAndCentre } from '../../actions/selectionActions';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';
import { formatValue } from '../../../shared/values';
import { CellEditor, type Onward } from './CellEditor';
import { COLUMNS, NUMBERS, pressedOrder, type ExtraColumn, type Order, type TableRow } from './tableRows';

const ROW_HEIGHT = 26;
/** Widths of the table's own columns up to the extra ones, and after them; and of each extra one. */
const FIRST = 'minmax(140px, 1.2fr) minmax(180px, 3fr)';
const REST = 'minmax(100px, 1.4fr) minmax(90px, 1fr) minmax(92px, 1fr) 70px 76px 92px minmax(84px, 0.8fr) minmax(80px, 0.8fr)';
const EXTRA_WIDTH = 132;
const OWN_WIDTH = 940;

interface RowsProps {
  readonly rows: readonly TableRow[];
  readonly extra: readonly ExtraColumn[];
  readonly selected: ReadonlySet<string>;
  readonly orders: readonly Order[];
  readonly onOrders: (orders: readonly Order[]) => void;
  readonly onPick: (row: TableRow, event: MouseEvent | KeyboardEvent) => void;
}

interface Place { readonly row: string; readonly column: string }

/** The rows with their headings: only those that can be seen are drawn. */
export function Rows({ rows, extra, selected, orders, onOrders, onPick }: RowsProps): ReactElement {
  const { t } = useTranslation('table');
  const types = useTypes();
  const past = usePast((state) => state.past !== null);
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place | null>(null);
  const [editing, setEditing] = useState(false);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 10, scrollMargin: ROW_HEIGHT, scrollPaddingStart: ROW_HEIGHT, initialRect: { width: 1000, height: 240 } });
  const first = rows.findIndex((row) => selected.has(row.id));
  useEffect(() => { if (first >= 0) virtual.scrollToIndex(first, { align: 'auto' }); }, [first, virtual]);
  const editable = (row: TableRow | undefined, column: string): boolean => {
    const property = extra.find((each) => each.id === column)?.property;
    return !past && row !== undefined && row.isEntity && property !== undefined && types.property(row.type, property) !== undefined;
  };
  const edit = (row: TableRow | undefined, column: string): boolean => {
    if (row === undefined || !editable(row, column)) return false;
    setActive({ row: row.id, column });
    setEditing(true);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    return true;
  };
  const step = (event: KeyboardEvent, by: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, first + by))];
    if (row) {
      onPick(row, event);
      setActive((before) => (before === null ? null : { row: row.id, column: before.column }));
    }
    event.preventDefault();
  };
  const aside = (event: KeyboardEvent, by: number): void => {
    const row = rows[first];
    if (row === undefined || extra.length === 0) return;
    const at = extra.findIndex((each) => each.id === active?.column);
    const column = extra[at < 0 ? (by > 0 ? 0 : extra.length - 1) : Math.max(0, Math.min(extra.length - 1, at + by))];
    if (column) setActive({ row: row.id, column: column.id });
    event.preventDefault();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') step(event, 1);
    else if (event.key === 'ArrowUp') step(event, -1);
    else if (event.key === 'ArrowRight') aside(event, 1);
    else if (event.key === 'ArrowLeft') aside(event, -1);
    else if (event.key === 'F2') {
      const row = rows.find((each) => each.id === active?.row) ?? rows[first];
      const column = active?.column ?? extra.find((each) => editable(row, each.id))?.id ?? '';
      if (edit(row, column)) event.preventDefault();
    } else if (event.key === 'Enter' && rows[first]) selectAndCentre(rows[first].id);
  };
  /** The edit is over: on to the cell below, or the next one that can be edited, and back to the keys of the table where there is none. */
  const end = (onward: Onward | null): void => {
    const at = rows.findIndex((row) => row.id === active?.row);
    const column = extra.findIndex((each) => each.id === active?.column);
    const order = rows.flatMap((row, y) => (Math.abs(y - at) > 1 ? [] : extra.flatMap((each, x) => (editable(row, each.id) ? [{ row, id: each.id, place: (y - at) * extra.length + x - column }] : []))));
    const next = onward === 'down' ? order.find((each) => each.place === extra.length) : onward === 'next' ? order.find((each) => each.place > 0) : onward === 'back' ? order.findLast((each) => each.place < 0) : undefined;
    if (next !== undefined) return void edit(next.row, next.id);
    setEditing(false);
    if (onward !== 'stay') scroll.current?.focus();
  };
  const columns = [...COLUMNS.slice(0, 2).map((id) => ({ id: id as string, label: t(`column.${id}`), numeric: false, sortable: true })), ...extra, ...COLUMNS.slice(2).map((id) => ({ id: id as string, label: t(`column.${id}`), numeric: NUMBERS.includes(id), sortable: true }))];
  const width = OWN_WIDTH + extra.length * EXTRA_WIDTH;
  const grid = { gridTemplateColumns: `${FIRST} ${extra.map(() => `minmax(${EXTRA_WIDTH}px, 1.2fr)`).join(' ')} ${REST}`, minWidth: width };
  return (
    <div className="chart-table__scroll" ref={scroll} role="grid" aria-label={t('title')} aria-rowcount={rows.length} tabIndex={0} onKeyDown={press}>
      <div className="chart-table__row chart-table__head" role="row" style={grid}>
        {columns.map(({ id, label, numeric, sortable }) => {
          const at = orders.findIndex((each) => each.column === id);
          const order = orders[at];
          return (
            <button key={id} type="button" role="columnheader" disabled={!sortable} title={t('sortHint')} aria-sort={order === undefined ? 'none' : order.descending ? 'descending' : 'ascending'} className={numeric ? 'number' : ''} onClick={(event) => onOrders(pressedOrder(orders, id, numeric, event.shiftKey))}>
              <span className="clip">{label}</span>{order === undefined ? null : <Glyph path={order.descending ? mdiArrowDown : mdiArrowUp} size={12} />}{order !== undefined && orders.length > 1 ? <sub>{at + 1}</sub> : null}
            </button>
          );
        })}
      </div>
      <div className="chart-table__body" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? <Row key={row.id} row={row} extra={extra} top={item.start - ROW_HEIGHT} grid={grid} selected={selected.has(row.id)} active={active?.row === row.id ? active.column : null} editing={editing && active?.row === row.id} onPick={onPick} onActive={(column) => setActive({ row: row.id, column })} onEdit={(column) => edit(row, column)} onEnd={end} /> : null;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly extra: readonly ExtraColumn[];
  readonly top: number;
  readonly grid: { readonly gridTemplateColumns: string; readonly minWidth: number };
  readonly selected: boolean;
  /** The extra column that the keys are at. */
  readonly active: string | null;
  readonly editing: boolean;
  readonly onPick: RowsProps['onPick'];
  readonly onActive: (column: string) => void;
  readonly onEdit: (column: string) => boolean;
  readonly onEnd: (onward: Onward | null) => void;
}

/** The extra column that an event happened in. */
const columnOf = ({ target }: MouseEvent): string | null => (target instanceof Element ? (target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null) : null);

function Row({ row, extra, top, grid, selected, active, editing, onPick, onActive, onEdit, onEnd }: RowProps): ReactElement {
  const language = useLanguage();
  const types = useTypes();
  return (
    <div role="row" tabIndex={-1} aria-selected={selected} onKeyDown={(event) => { if (event.key === ' ') { event.preventDefault(); onPick(row, event); } }} className={`chart-table__row ${selected ? 'chart-table__row--selected' : ''}`} style={{ ...grid, transform: `translateY(${top}px)` }} onClick={(event) => { const column = columnOf(event); if (column !== null) onActive(column); onPick(row, event); }} onDoubleClick={(event) => { const column = columnOf(event); if ((column === null || !onEdit(column)) && row.isEntity) selectAndCentre(row.id); }}>
      <span role="gridcell" className="chart-table__type clip" data-family={row.isEntity ? types.family(row.type) : undefined}>{row.isEntity ? <Glyph path={types.glyph(row.type)} size={14} /> : null}<span className="clip">{row.typeName}</span></span>
      <span role="gridcell" className="clip"><span className="name" dir="auto">{row.caption}</span></span>
      {extra.map((column) => {
        const text = column.text(row);
        const property = column.property === undefined ? undefined : types.property(row.type, column.property);
        if (editing && active === column.id && property !== undefined) return <span key={column.id} role="gridcell" className="chart-table__editing"><CellEditor entity={row.id} property={property} text={text} onEnd={onEnd} /></span>;
        return <span key={column.id} role="gridcell" data-column={column.id} title={text} className={`clip figures ${column.numeric ? 'number' : ''} ${column.property !== undefined && property === undefined ? 'chart-table__none' : ''} ${active === column.id ? 'chart-table__active' : ''}`}>{text}</span>;
      })}
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
