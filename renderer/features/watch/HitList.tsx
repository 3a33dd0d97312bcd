import { mdiLockOutline } from '@mdi/js';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchHitView } from '../../../shared/contract/watching';
import { scoreText, scoreWord } from '../../actions/evidenceText';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';

const ROW_HEIGHT = 46;

/** Hits, of which only those in sight are drawn. */
export function HitList({ hits, current, onPick }: { hits: readonly WatchHitView[]; current: number; onPick: (index: number) => void }): ReactElement {
  const { t } = useTranslation('watch');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: hits.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 12, initialRect: { width: 400, height: 400 } });
  useEffect(() => { if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' }); }, [current, virtual]);
  return (
    <div className="hit-list" ref={scroll} role="listbox" aria-label={t('hits')} tabIndex={0} data-hit-list aria-activedescendant={current >= 0 ? `hit-${current}` : undefined}>
      <div className="hit-list__body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const hit = hits[item.index];
          return hit === undefined ? null : <Row key={hit.id} index={item.index} total={hits.length} hit={hit} top={item.start} current={item.index === current} onPick={onPick} />;
        })}
      </div>
    </div>
  );
}

function Row({ index, total, hit, top, current, onPick }: { index: number; total: number; hit: WatchHitView; top: number; current: boolean; onPick: (index: number) => void }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const types = useTypes();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and its keys; it names this row by aria-activedescendant
    <div id={`hit-${index}`} role="option" aria-selected={current} aria-setsize={total} aria-posinset={index + 1} className={`hit-list__row ${current ? 'hit-list__row--current' : ''}`} style={{ transform: `translateY(${top}px)` }} onClick={() => onPick(index)}>
      {hit.restricted ? <span className="hit-list__lock"><Glyph path={mdiLockOutline} size={16} /></span> : <Disc family={types.family(hit.entity.type)} glyph={types.glyph(hit.entity.type)} size={22} label={types.label(hit.entity.type, language)} />}
      <span className="hit-list__names">
        <span className="clip"><span className={hit.restricted ? '' : 'name'} dir="auto">{hit.restricted ? t('restricted') : hit.entity.caption}</span></span>
        <span className="quiet clip hit-list__of">{hit.list.name}</span>
      </span>
      <span className="hit-list__tells">
        {hit.again ? <span className="hit-list__again">{t('again')}</span> : null}
        {hit.judged !== null && !hit.again ? <span className={`hit-list__verdict hit-list__verdict--${hit.judged.verdict}`}>{t(`verdict.${hit.judged.verdict}`)}</span> : hit.restricted ? null : <span className="hit-list__score figures" title={scoreWord(t, hit.score)}>{scoreText(hit.score, language)}</span>}
      </span>
    </div>
  );
}
