import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, useLanguage } from '../../ui/language';
import type { DryRun, TablePreview } from '../../../shared/contract';
import type { Mapping } from '../../../shared/mapping/mapping';
import { ColumnHead } from './ColumnHead';
import { rolesByColumn } from './mappingChange';

const ROW_HEIGHT = 24;
const NO_ROLES = [] as const;

/** The file as a table: each column under what it becomes, doubtful cells amber, refused rows struck through. */
export function FileGrid({ preview, mapping, dryRun, onMapping }: { preview: TablePreview; mapping: Mapping; dryRun: DryRun | undefined; onMapping: (mapping: Mapping) => void }): ReactElement {
  const { t } = useTranslation(['import', 'kinds']);
  const language = useLanguage();
  const scroll = useRef<HTMLDivElement>(null);
  const roles = useMemo(() => rolesByColumn(mapping), [mapping]);
  const doubts = useMemo(() => new Map((dryRun?.doubts ?? []).map((doubt) => [`${doubt.row}:${doubt.column}`, doubt])), [dryRun]);
  const rejects = useMemo(() => new Map((dryRun?.rejects ?? []).map((reject) => [reject.row, reject])), [dryRun]);
  const virtual = useVirtualizer({ count: preview.rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 12, initialRect: { width: 1200, height: 320 } });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="file-grid" ref={scroll}>
      <table>
        <thead>
          <tr>
            <th className="file-grid__number" aria-label={t('import:rowNumber')} />
            {preview.headings.map((heading, column) => <ColumnHead key={column} heading={heading} column={column} roles={roles.get(column) ?? NO_ROLES} mapping={mapping} onMapping={onMapping} />)}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <tr style={{ height: before }} aria-hidden /> : null}
          {items.map((item) => {
            const row = preview.rows[item.index];
            if (!row) return null;
            const reject = rejects.get(row.row);
            return (
              <tr key={row.row} className={reject ? 'file-grid__rejected' : ''} title={reject ? t(`kinds:reject.${reject.code}`) : undefined}>
                <th scope="row" className="file-grid__number figures">{formatCount(row.row, language)}</th>
                {preview.headings.map((_heading, column) => {
                  const doubt = doubts.get(`${row.row}:${column}`);
                  return <td key={column} dir="auto" className={doubt ? 'file-grid__doubt' : roles.has(column) ? '' : 'file-grid__unused'} title={doubt ? t(`kinds:doubt.${doubt.code}`) : row.cells[column]}>{row.cells[column] ?? ''}</td>;
                })}
              </tr>
            );
          })}
          {after > 0 ? <tr style={{ height: after }} aria-hidden /> : null}
        </tbody>
      </table>
    </div>
  );
}
