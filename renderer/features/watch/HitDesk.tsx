import { Button } from '@blueprintjs/core';
import { mdiBellCheckOutline, mdiChartBubble, mdiInformationOutline } from '@mdi/js';
import { useCallback, useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addToChart } from '../../actions/addToChart';
import { selectAndCentre } from '../../actions/selectionActions';
import { useWatchDesk } from '../../actions/watch';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { HitList } from './HitList';
import { HitPane } from './HitPane';
import { useHitKeys } from './useHitKeys';
import { useVerdict } from './useVerdict';

/** So many hits are asked for at once. */
const MOST = 500;

/** The hits that wait, or those that were judged: a list, and the one in front with what speaks for it. */
export function HitDesk({ state, list, lists }: { state: 'open' | 'judged'; list: string | null; lists: number }): ReactElement {
  const { t } = useTranslation('watch');
  const language = useLanguage();
  const panel = useRef<HTMLDivElement>(null);
  const chosen = useWatchDesk((desk) => desk.hit);
  const { data, error } = useCase('case.watchHits', { state, limit: MOST, ...(list === null ? {} : { list }) });
  const hits = data?.hits ?? [];
  const found = hits.findIndex(({ id }) => id === chosen);
  const at = found >= 0 ? found : 0;
  const hit = hits[at];
  const show = (index: number): void => useWatchDesk.setState({ hit: hits[Math.max(0, Math.min(hits.length - 1, index))]?.id ?? null });
  const focusKeys = useCallback(() => panel.current?.querySelector<HTMLElement>('[data-hit-list]')?.focus({ preventScroll: true }), []);
  useEffect(focusKeys, [focusKeys, hits.length === 0]);
  const next = (): void => {
    if (state === 'open') useWatchDesk.setState({ hit: hits[at + 1]?.id ?? hits[at - 1]?.id ?? null });
    focusKeys();
  };
  const verdict = useVerdict(hit, next);
  const onChart = (): void => { if (hit?.restricted === false) void addToChart([hit.entity.id]); };
  const press = useHitKeys({ move: (by) => show(at + by), decide: verdict.decide, onChart, toReason: () => panel.current?.querySelector<HTMLInputElement>('[data-reason-field]')?.select() });
  if (error) return <EmptyState icon={mdiBellCheckOutline} title={t('notRead')} hint={failureText(t, error)} />;
  if (data === undefined) return <div className="watch__desk" />;
  const { done } = verdict;
  if (hit === undefined && done === null) return <EmptyState icon={mdiBellCheckOutline} title={t(`none.${state}`)} hint={t(`noneHint.${state}`, { count: lists, shown: formatCount(lists, language) })} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys work wherever the focus is in the panel; each has a button as well
    <div className="watch__desk" ref={panel} onKeyDown={press}>
      {hits.length === 0 ? null : <HitList hits={hits} current={done === null ? at : -1} onPick={(index) => { verdict.goOn(); show(index); }} />}
      {data.total > hits.length ? <p className="watch__more quiet">{t('more', { shown: formatCount(hits.length, language), total: formatCount(data.total, language) })}</p> : null}
      {done !== null ? (
        <div className="hit hit--done" role="status">
          <p><strong>{t('matched', { list: done.list.name })}</strong></p>
          {done.restricted ? null : <p className="name" dir="auto">{done.entity.caption}</p>}
          <p className="hit__instruction">{done.list.instruction === '' ? t('noInstruction') : done.list.instruction}</p>
          <div className="hit__tools">
            <Button size="small" intent="primary" autoFocus text={t('goOn')} onClick={() => { verdict.goOn(); focusKeys(); }} />
            {done.restricted ? null : <Button size="small" icon={<Glyph path={mdiChartBubble} size={14} />} text={t('onChartShort')} onClick={() => void addToChart([done.entity.id])} />}
            {done.restricted ? null : <Button size="small" icon={<Glyph path={mdiInformationOutline} size={14} />} text={t('inspectShort')} onClick={() => selectAndCentre(done.entity.id)} />}
          </div>
        </div>
      ) : null}
      {hit === undefined || done !== null ? null : <HitPane key={hit.id} hit={hit} verdict={verdict} onChart={onChart} onKeys={focusKeys} />}
    </div>
  );
}
