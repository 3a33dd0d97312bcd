import { useVirtualizer } from '@tanstack/react-virtual';
import { mdiCheckAll, mdiFolderOpenOutline } from '@mdi/js';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import type { ShareFileView, ShareView } from '../../../shared/contract/sharing';
import { ShareFileRow } from './ShareFileRow';

/** Height of a row until it is measured, px. */
const ROW = 92;

/** A row that is not laid out (its panel is hidden) keeps its likely height: with none, all files would be drawn at once. */
const heightOf = (element: HTMLElement): number => element.offsetHeight || ROW;

/** The files of the shares, what changed last on top. Arrow keys go from file to file, Enter does what a file's first button does. */
export function ShareFileList({ files, shares, show }: { files: readonly ShareFileView[]; shares: readonly ShareView[]; show: 'new' | 'all' | 'dismissed' }): ReactElement {
  const { t } = useTranslation('shares');
  const scroll = useRef<HTMLDivElement>(null);
  const keyOf = (file: ShareFileView | undefined): string => (file === undefined ? '' : `${file.share}/${file.path}`);
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({ count: files.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, measureElement: heightOf, getItemKey: (index) => keyOf(files[index]), overscan: 6, initialRect: { width: 380, height: 600 } });
  const names = new Map(shares.map((share) => [share.id, share.name]));
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (row === null) return;
    if (event.key === 'Enter' && event.target === row) row.querySelector<HTMLButtonElement>('button')?.click();
    if (by === 0) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(files.length - 1, Number(row.dataset['index']) + by));
    virtual.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
  };
  if (files.length === 0) return <EmptyState icon={show === 'new' ? mdiCheckAll : mdiFolderOpenOutline} title={t(`none.${show}`)} hint={t(`noneHint.${show}`)} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys go from file to file; each file is reached by Tab
    <div className="shares__files" ref={scroll} onKeyDown={step}>
      <ul style={{ height: virtual.getTotalSize() }} aria-label={t('fileList')}>
        {virtual.getVirtualItems().map((item) => {
          const file = files[item.index];
          return file ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a file of the list is where its keys work
            <li key={item.key} ref={virtual.measureElement} data-index={item.index} tabIndex={0} className="shares__file" style={{ transform: `translateY(${item.start}px)` }} aria-label={file.name}>
              <ShareFileRow file={file} share={shares.length > 1 ? (names.get(file.share) ?? '') : ''} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
