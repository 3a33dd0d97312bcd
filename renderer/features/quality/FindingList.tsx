import { Button, SegmentedControl } from '@blueprintjs/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { mdiArrowLeft, mdiCheckAll, mdiPencilOutline } from '@mdi/js';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startCategories } from '../../actions/evaluate';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { FindingRow } from './FindingRow';
import { useFindings } from './useFindings';
import type { Looked } from './useLooking';

/** Height of a row until it is measured, px. */
const ROW = 96;
const heightOf = (element: HTMLElement): number => element.offsetHeight || ROW;

/** What one check found: why it matters, and each finding with what can be done about it. Only rows in sight are drawn. */
export function FindingList({ group: { check, total, listed, dismissed }, version, onBack }: { group: Looked['groups'][number]; version: string; onBack: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const [show, setShow] = useState<'open' | 'dismissed'>('open');
  const [range, setRange] = useState({ first: 0, last: 0 });
  const scroll = useRef<HTMLDivElement>(null);
  const findings = useFindings(check, show, version, range.first, range.last);
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: findings.total, getScrollElement: () => scroll.current, estimateSize: () => ROW, measureElement: heightOf, overscan: 6, initialRect: { width: 380, height: 600 },
    getItemKey: (index) => findings.at(index)?.key ?? index,
    onChange: (instance) => {
      const [first = 0, last = 0] = [instance.range?.startIndex, instance.range?.endIndex];
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    },
  });
  return (
    <div className="quality__findings">
      <header className="quality__head">
        <div className="quality__title">
          <Button size="small" variant="minimal" icon={<Glyph path={mdiArrowLeft} size={16} />} aria-label={t('back')} title={t('back')} onClick={onBack} />
          <h3>{t(`check.${check}`)}</h3>
        </div>
        <p className="quiet">{t(`why.${check}`)}</p>
        {dismissed > 0 || show === 'dismissed' ? <SegmentedControl size="small" value={show} onValueChange={(value) => setShow(value === 'dismissed' ? 'dismissed' : 'open')} options={[{ value: 'open', label: t('openCount', { shown: formatCount(total - dismissed, language) }) }, { value: 'dismissed', label: t('dismissedCount', { shown: formatCount(dismissed, language) }) }]} /> : null}
        {check === 'noCategory' && show === 'open' && total > 1 ? <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('setCategoryAll')} onClick={() => startCategories(null)} /> : null}
        {total > listed ? <p className="quality__more">{t('listed', { shown: formatCount(listed, language), total: formatCount(total, language) })}</p> : null}
      </header>
      {findings.ready && findings.total === 0 ? <EmptyState icon={mdiCheckAll} title={t(`none.${show}`)} hint={t(`noneHint.${show}`)} /> : (
        <div className="quality__scroll" ref={scroll}>
          <ul style={{ height: virtual.getTotalSize() }} aria-label={t(`check.${check}`)}>
            {virtual.getVirtualItems().map((item) => {
              const finding = findings.at(item.index);
              return (
                <li key={item.key} ref={virtual.measureElement} data-index={item.index} className="finding" style={{ transform: `translateY(${item.start}px)` }}>
                  {finding === undefined ? <span className="quiet finding__waiting">…</span> : <FindingRow finding={finding} />}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
