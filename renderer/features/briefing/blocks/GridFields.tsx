import { Button } from '@blueprintjs/core';
import { mdiClose, mdiFormatQuoteClose, mdiPlus, mdiTableColumnPlusAfter } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { AuthoredText } from '../../../../shared/model/briefing';
import { changeBriefingPlace } from '../../../actions/briefingPlace';
import { Glyph } from '../../../ui/Glyph';
import { AuthoredField } from '../AuthoredField';
import { noText } from '../authored';
import { useEditing } from '../editing';
import { Citations } from '../sentences/Citations';
import { CitePicker } from '../sentences/CitePicker';
import { emptyRow, type BlockOf } from './blockList';

const MOST_COLUMNS = 8;
const MOST_ROWS = 500;

type Row = BlockOf<'grid'>['rows'][number];

const changed = <T,>(list: readonly T[], at: number, value: T): T[] => list.map((each, index) => (index === at ? value : each));

/** A table that the author fills in. Each row can cite. */
export function GridFields({ block }: { block: BlockOf<'grid'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { writing, edits } = useEditing();
  const [citing, setCiting] = useState<string | null>(null);
  const width = block.columns.length;
  const withRow = (row: Row): BlockOf<'grid'> => ({ ...block, rows: block.rows.map((each) => (each.id === row.id ? row : each)) });
  const cell = (row: Row, column: number): AuthoredText => row.cells[column] ?? noText(writing);
  const withCell = (row: Row, column: number, text: AuthoredText): Row => ({ ...row, cells: Array.from({ length: width }, (_, at) => (at === column ? text : cell(row, at))) });
  const addColumn = (): void => edits.set({ ...block, columns: [...block.columns, noText(writing)], rows: block.rows.map((row) => ({ ...row, cells: [...Array.from({ length: width }, (_, at) => cell(row, at)), noText(writing)] })) });
  const removeColumn = (at: number): void => edits.set({ ...block, columns: block.columns.toSpliced(at, 1), rows: block.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })) });
  return (
    <>
      <AuthoredField label={t('caption')} text={block.caption ?? noText(writing)} onType={(caption) => edits.type({ ...block, caption })} />
      <div className="grid-fields">
        <table>
          <thead>
            <tr>
              {block.columns.map((column, at) => (
                <th key={at} scope="col">
                  <AuthoredField hideLabel label={t('columnHead', { number: at + 1 })} placeholder={t('columnHead', { number: at + 1 })} text={column} onType={(text) => edits.type({ ...block, columns: changed(block.columns, at, text) })} />
                  {width > 1 ? <button type="button" className="grid-fields__remove" aria-label={t('removeColumn', { number: at + 1 })} title={t('removeColumn', { number: at + 1 })} onClick={() => removeColumn(at)}><Glyph path={mdiClose} size={12} /></button> : null}
                </th>
              ))}
              <th className="grid-fields__tools">{width < MOST_COLUMNS ? <Button size="small" variant="minimal" icon={<Glyph path={mdiTableColumnPlusAfter} size={14} />} aria-label={t('addColumn')} title={t('addColumn')} onClick={addColumn} /> : null}</th>
            </tr>
          </thead>
          {block.rows.map((row, number) => (
            <tbody key={row.id}>
              <tr>
                {block.columns.map((_, at) => <td key={at}><AuthoredField hideLabel label={t('cell', { row: number + 1, column: at + 1 })} text={cell(row, at)} onFocus={() => changeBriefingPlace({ sentence: row.id })} onType={(text) => edits.type(withRow(withCell(row, at, text)))} /></td>)}
                <td className="grid-fields__tools">
                  <Button size="small" variant="minimal" icon={<Glyph path={mdiFormatQuoteClose} size={14} />} aria-expanded={citing === row.id} aria-label={t('citeRow', { row: number + 1 })} title={t('citeRow', { row: number + 1 })} onClick={() => setCiting(citing === row.id ? null : row.id)} />
                  <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeRow', { row: number + 1 })} title={t('removeRow', { row: number + 1 })} onClick={() => edits.set({ ...block, rows: block.rows.filter((each) => each.id !== row.id) })} />
                </td>
              </tr>
              {row.cites.length > 0 || citing === row.id ? (
                <tr>
                  <td colSpan={width + 1}>
                    <div className="sentence__said"><Citations cites={row.cites} onRemove={(id) => edits.set(withRow({ ...row, cites: row.cites.filter((each) => each !== id) }))} /></div>
                    {citing === row.id ? <CitePicker cited={row.cites} onCite={(statements) => edits.set(withRow({ ...row, cites: [...new Set([...row.cites, ...statements])].slice(0, 500) }))} onClose={() => setCiting(null)} /> : null}
                  </td>
                </tr>
              ) : null}
            </tbody>
          ))}
        </table>
      </div>
      <Button size="small" variant="minimal" disabled={block.rows.length >= MOST_ROWS} icon={<Glyph path={mdiPlus} size={14} />} text={t('addRow')} onClick={() => edits.set({ ...block, rows: [...block.rows, emptyRow(newId(), width, writing)] })} />
    </>
  );
}
