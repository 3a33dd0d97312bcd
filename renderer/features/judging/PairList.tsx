import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairView } from '../../../shared/contract/judging';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { formatMoment, useLanguage } from '../../ui/language';
import { scoreText, scoreWord } from '../../actions/evidenceText';
import type { Queue } from './useQueue';

const ROW_HEIGHT = 46;

interface PairListProps {
  readonly queue: Queue;
  /** Place of the pair that is shown; -1 when it is not of this queue. */
  readonly current: number;
  /** Ids of the pair that is shown: when another comes to the front, the list goes there. */
  readonly front: string;
  readonly onPick: (index: number) => void;
  /** Which places are on show. */
  readonly onRange: (first: number, last: number) => void;
}

/** The pairs of one queue, of which only those in sight are drawn. */
export function PairList({ queue, current, front, onPick, onRange }: PairListProps): ReactElement {
  const { t } = useTranslation('judging');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: queue.total, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 12, initialRect: { width: 340, height: 400 } });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange(first, last), [first, last, onRange]);
  const known = current >= 0;
  useEffect(() => {
    if (known) virtual.scrollToIndex(current, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- pairs that come in while matching goes on move the place of the one in front; the list stays where the reader has it
  }, [front, known, virtual]);
  useEffect(() => {
    const list = scroll.current;
    if (list === null) return;
    // A panel that was covered by another comes back scrolled to its start, without a word of it.
    const back = new ResizeObserver(() => { if (list.clientHeight > 0) list.scrollTop = virtual.scrollOffset ?? 0; });
    back.observe(list);
    return () => back.disconnect();
  }, [virtual]);
  return (
    <div className="pair-list" ref={scroll} role="listbox" aria-label={t('pairs')} tabIndex={0} data-pair-list aria-activedescendant={current >= 0 ? `pair-${current}` : undefined}>
      <div className="pair-list__body" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => <Row key={item.index} index={item.index} total={queue.total} pair={queue.at(item.index)} top={item.start} current={item.index === current} onPick={onPick} />)}
      </div>
    </div>
  );
}

function Row({ index, total, pair, top, current, onPick }: { index: number; total: number; pair: PairView | undefined; top: number; current: boolean; onPick: (index: number) => void }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const { judgement = null } = pair ?? {};
  return (
    <div id={`pair-${index}`} role="option" aria-selected={current} aria-setsize={total} aria-posinset={index + 1} className={`pair-list__row ${current ? 'pair-list__row--current' : ''}`} style={{ transform: `translateY(${top}px)` }} tabIndex={-1} onClick={() => onPick(index)} onKeyDown={(event) => { if (event.key === ' ') { event.preventDefault(); onPick(index); } }}>
      {pair === undefined ? <span className="pair-list__waiting quiet">…</span> : (
        <>
          <span className="pair-list__names">
            {[pair.left, pair.right].map((entity) => (
              <span key={entity.id} className="pair-list__name">
                <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={16} />
                <span className="clip"><span className="name" dir="auto">{entity.caption}</span></span>
                <span className="quiet clip figures pair-list__key">{types.keyText(entity, language)}</span>
              </span>
            ))}
          </span>
          <span className="pair-list__tells">
            <span className="pair-list__score figures" title={scoreWord(t, pair.score)}>{scoreText(pair.score, language)}</span>
            {judgement === null ? <Bar score={pair.score} /> : <span className="quiet figures" title={t(`verdict.${judgement.verdict}`)}>{formatMoment(judgement.at, language, 'day')}</span>}
          </span>
        </>
      )}
    </div>
  );
}

function Bar({ score }: { score: number }): ReactElement {
  return <span className="pair-list__bar" aria-hidden><i style={{ width: `${Math.round(score * 100)}%` }} /></span>;
}
