import { Button } from '@blueprintjs/core';
import { mdiChevronLeft, mdiChevronRight, mdiSortCalendarAscending, mdiSortCalendarDescending } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { pairKey } from '../../../shared/analysis/drawing/folding';
import { LineRow } from './LineRow';
import { LineSums } from './LineSums';
import { ShownStrength } from './ShownStrength';

const PAGE = 100;

/** Lines beyond these are counted, not listed. */
export const MOST_LINES = 5000;

/** Lines that stand for links, or several lines: all their links in one list, by date, with what they add up to by type and direction. */
export function LineMembers({ lines }: { lines: readonly string[] }): ReactElement {
  const { t } = useTranslation('folding');
  const language = useLanguage();
  const types = useTypes();
  const chart = useSession((state) => state.chart);
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest');
  const [offset, setOffset] = useState(0);
  const { data } = useCase('case.lineMembers', { lines: [...lines], order, limit: PAGE, offset, ...(chart === null ? {} : { chart }) });
  const sums = data?.sums ?? [];
  const total = data?.total ?? 0;
  const pairs = new Set(sums.map((sum) => pairKey(sum.from, sum.to)));
  const ends = pairs.size === 1 ? [...new Set(sums.flatMap((sum) => [sum.from, sum.to]))] : [];
  const { data: shown = [] } = useCase('case.entities', { ids: ends }, ends.length > 0);
  const names = new Map(shown.map((entity) => [entity.id, entity.caption]));
  const found = [...new Set(sums.map((sum) => sum.type))];
  const title = pairs.size === 1 ? ends.map((id) => names.get(id) ?? '').join(' – ') : t('linkCount', { count: total });
  const about = [...(found.length <= 3 ? found.map((type) => types.label(type, language)) : []), ...(pairs.size === 1 ? [t('linkCount', { count: total })] : [t('pairs', { count: pairs.size })])].join(' · ');
  const last = Math.min(offset + PAGE, total);
  const newest = order === 'newest';
  const graded = (data?.links ?? []).some((link) => link.grading !== '');
  return (
    <div className="panel inspector" data-testid="line-members">
      <header className="inspector__head"><div className="inspector__names"><h2 className="name" dir="auto">{title}</h2><p className="quiet">{about}</p></div></header>
      <ShownStrength lines={lines} />
      <div className="panel__body">
        <LineSums sums={sums} names={pairs.size === 1 ? names : null} />
        <div className="line-members__bar">
          <span className="figures quiet" aria-live="polite">{total > PAGE ? t('page', { from: formatCount(offset + 1, language), to: formatCount(last, language), total: formatCount(total, language) }) : t('linkCount', { count: total })}</span>
          <span>
            {total > PAGE ? <Button size="small" variant="minimal" icon={<Glyph path={mdiChevronLeft} />} title={t('previous')} aria-label={t('previous')} disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))} /> : null}
            {total > PAGE ? <Button size="small" variant="minimal" icon={<Glyph path={mdiChevronRight} />} title={t('next')} aria-label={t('next')} disabled={last >= total} onClick={() => setOffset(offset + PAGE)} /> : null}
            <Button size="small" variant="minimal" icon={<Glyph path={newest ? mdiSortCalendarDescending : mdiSortCalendarAscending} />} text={t(order)} onClick={() => { setOrder(newest ? 'oldest' : 'newest'); setOffset(0); }} />
          </span>
        </div>
        <table className="rows link-list" aria-label={t('list')}>
          <thead><tr><th scope="col">{t('date')}</th><th scope="col">{t(ends.length > 0 && found.length === 1 ? 'direction' : 'way')}</th><th scope="col" className="number">{t('amount')}</th>{graded ? <th scope="col">{t('grading')}</th> : null}</tr></thead>
          <tbody>{(data?.links ?? []).map((link) => <LineRow key={link.id} link={link} named={found.length > 1} graded={graded} pair={ends} />)}</tbody>
        </table>
      </div>
    </div>
  );
}
