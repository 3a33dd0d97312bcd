import { Button } from '@blueprintjs/core';
import { mdiChartBubble, mdiCursorDefaultClickOutline, mdiPlusCircleOutline } from '@mdi/js';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrafficTold } from '../../../shared/contract/traffic';
import { addToChart } from '../../actions/addToChart';
import { onNewChart, selectThose } from '../../actions/toChart';
import type { Asked, TrafficAnswer, TrafficQuestion } from '../../actions/traffic';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { Changed, Common, Replaced } from './ContactResults';
import { Fans, Flows, Totals, Under } from './MoneyResults';
import { WithNames } from './Named';
import { Relays, Silences, Twice } from './PatternResults';
import { Rhythm } from './Rhythm';

interface Shown<Q extends TrafficQuestion> {
  readonly show: (props: { found: TrafficAnswer<Q>; asked: Asked }) => ReactElement;
  /** Entities that it is about, those that matter first. */
  readonly entities: (found: TrafficAnswer<Q>) => readonly string[];
}

const SHOWN: { readonly [Q in TrafficQuestion]: Shown<Q> } = {
  'case.commonContacts': { show: Common, entities: ({ parties, rows }) => [...parties, ...rows.map(({ entity }) => entity)] },
  'case.changedContacts': { show: Changed, entities: ({ parties, appeared, dropped, kept }) => [...parties, ...[...appeared, ...dropped, ...kept].map(({ entity }) => entity)] },
  'case.replacements': { show: Replaced, entities: ({ rows }) => rows.flatMap(({ old, next, shared }) => [old, next, ...shared]) },
  'case.silences': { show: Silences, entities: ({ rows }) => rows.map(({ entity }) => entity) },
  'case.relays': { show: Relays, entities: ({ rows }) => rows.flatMap(({ parties }) => parties) },
  'case.doubles': { show: Twice, entities: ({ rows }) => rows.flatMap(({ dealings }) => dealings.flatMap(({ from, to }) => [from, to])) },
  'case.rhythm': { show: Rhythm, entities: ({ entities }) => entities },
  'case.moneyTotals': { show: Totals, entities: ({ rows }) => rows.map(({ entity }) => entity) },
  'case.flows': { show: Flows, entities: ({ rows }) => rows.flatMap(({ accounts }) => accounts) },
  'case.structuring': { show: Under, entities: ({ rows }) => rows.flatMap(({ entity, others }) => [entity, ...others]) },
  'case.fans': { show: Fans, entities: ({ rows }) => rows.flatMap(({ entity, others }) => [entity, ...others]) },
};
/** So many go onto a chart at once. */
const MOST = 500;

/** What a question found, what can be done with it, and how it came about. */
export function Results({ asked }: { asked: Asked }): ReactElement {
  const { t } = useTranslation('traffic');
  const { show: Show, entities } = SHOWN[asked.question] as unknown as Shown<'case.silences'>;
  const found = asked.answer as TrafficAnswer<'case.silences'>;
  const ids = useMemo(() => [...new Set(entities(found))], [entities, found]);
  const some = ids.slice(0, MOST);
  return (
    <WithNames ids={ids}>
      <Left told={found.told} />
      {asked.question !== 'case.rhythm' && found.told.found === 0 ? <p>{t('nothing')}</p> : <Show found={found} asked={asked} />}
      <div className="traffic__tools">
        <Button size="small" disabled={some.length === 0} icon={<Glyph path={mdiCursorDefaultClickOutline} size={14} />} text={t('select')} onClick={() => void selectThose(some)} />
        <Button size="small" disabled={some.length === 0} icon={<Glyph path={mdiPlusCircleOutline} size={14} />} text={t('add')} onClick={() => void addToChart(some)} />
        <Button size="small" disabled={some.length === 0} icon={<Glyph path={mdiChartBubble} size={14} />} text={t('newChart')} onClick={() => void onNewChart(some, t(`asked.${asked.form}`))} />
      </div>
      <Method asked={asked} told={found.told} />
    </WithNames>
  );
}

/** Of how many it was made, and what was left out. */
function Left({ told }: { told: TrafficTold }): ReactElement {
  const { t } = useTranslation('traffic');
  const language = useLanguage();
  const parts = (['undated', 'vague', 'dateOnly', 'withoutAmount', 'reversed'] as const).filter((part) => told[part] > 0).map((part) => t(`left.${part}`, { count: told[part] }));
  return (
    <div className="traffic__left">
      <p>{t('counted', { count: told.counted, shown: formatCount(told.counted, language) })}{told.currencies.length > 1 ? ` · ${told.currencies.map(({ currency, count }) => `${currency} ${formatCount(count, language)}`).join(', ')}` : ''}</p>
      {parts.length === 0 ? null : <p className="traffic__out">{parts.join(' · ')}</p>}
      {told.complete ? null : <p className="traffic__out">{t('incomplete')}</p>}
    </div>
  );
}

/** How a result came about, so that somebody else can repeat it. */
function Method({ asked, told }: { asked: Asked; told: TrafficTold }): ReactElement {
  const { t } = useTranslation('traffic');
  const { data } = useCase('case.info', {});
  const question = asked.question.slice('case.'.length);
  const given = Object.entries(asked.args).filter(([id, value]) => !['scope', 'ids', 'id', 'round', 'cell'].includes(id) && value !== undefined)
    .map(([id, value]) => `${t([`field.${question}.${id}`, `field.${id}`, id])}: ${id === 'share' || id === 'floor' ? `${Math.round(100 * Number(value))} %` : t([`choice.${String(value)}`, String(value)], { defaultValue: String(value) })}`);
  const { scope } = asked.args as { readonly scope: { readonly kind: 'case' | 'chart' | 'entities' } };
  return (
    <details className="traffic__method">
      <summary>{t('methodHead')}</summary>
      <p>{t(`method.${asked.form}`)}</p>
      <p>{[t(`scopes.${scope.kind === 'entities' ? 'selection' : scope.kind}`), ...given].join(' · ')}</p>
      {told.byDay ? <p>{t('byDay')}</p> : null}
      <p className="figures">{t('asOf', { seq: told.seq })}{data !== undefined && data.seq > told.seq ? ` · ${t('stale')}` : ''}</p>
    </details>
  );
}
