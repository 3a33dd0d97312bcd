import { Button, HTMLSelect, SegmentedControl } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PATH_ORDERS, type PathView } from '../../../shared/contract/network';
import { askNetwork, scopeOf, useNetwork } from '../../actions/network';
import { useSelected } from '../../actions/selected';
import { EntityName } from './EntityName';
import { Method } from './Method';
import { PathRow } from './PathRow';
import { ResultTools } from './ResultTools';
import { useEntities } from './useEntities';

type Order = (typeof PATH_ORDERS)[number];
type Legs = 'next' | 'pairs';
const MOST_ASKED = 20;
const WAYS = 10;

interface Found {
  readonly paths: readonly PathView[];
  readonly gaps: readonly (readonly [number, number])[];
  readonly order: Order;
  readonly asked: readonly string[];
}

/** How two or more are connected: those that are selected, as they were when the question was asked. */
export function PathsTab(): ReactElement {
  const { t } = useTranslation('network');
  const { entities: selected } = useSelected();
  const asking = useNetwork((state) => state.asking);
  const [order, setOrder] = useState<Order>('fewest');
  const [legs, setLegs] = useState<Legs>('next');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const asked = selected.length >= 2 ? selected.slice(0, MOST_ASKED) : (found?.asked ?? []);
  // What is selected are the ends: a way between them may lead over anything.
  const scope = scopeOf(asking.scope === 'selection' ? 'chart' : asking.scope);
  const ends = useEntities([...new Set([...asked, ...(found?.asked ?? [])])]);
  const entities = useEntities([...new Set(found?.paths.flatMap((path) => path.entities))]);
  const ask = async (): Promise<void> => {
    const [from, to] = [asked[0], asked.at(-1)];
    if (from === undefined || to === undefined || scope === null) return;
    setBusy(true);
    const several = asked.length > 2;
    const answer = await askNetwork('case.paths', { from, to, over: asked.slice(1, -1), legs, scope, options: asking.options, order, count: several ? 2 : WAYS });
    setBusy(false);
    if (answer) setFound({ ...answer, order, asked });
  };
  const name = (at: number): string => ends.get(found?.asked[at] ?? '')?.caption ?? '';
  const all = [...new Set(found?.paths.flatMap((path) => path.entities))];
  return (
    <>
      {asked.length < 2 ? <p className="quiet">{t('pickTwo')}</p> : (
        <div className="network__ends">{asked.map((id, at) => <span key={id} className="network__end">{at > 0 ? <span className="quiet">{t(asked.length > 2 && legs === 'next' ? 'nextEnd' : 'and')}</span> : null}<EntityName id={id} entity={ends.get(id)} /></span>)}</div>
      )}
      {asked.length > 2 ? <SegmentedControl size="small" fill aria-label={t('legs')} value={legs} onValueChange={(value) => setLegs(value === 'pairs' ? 'pairs' : 'next')} options={[{ value: 'next', label: t('legs.next') }, { value: 'pairs', label: t('legs.pairs') }]} /> : null}
      <div className="network__ask">
        <HTMLSelect fill aria-label={t('pathOrder')} value={order} options={PATH_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))} onChange={(event) => setOrder(PATH_ORDERS.find((each) => each === event.currentTarget.value) ?? 'fewest')} />
        <Button intent="primary" loading={busy} disabled={asked.length < 2 || scope === null} text={t('ask')} onClick={() => void ask()} />
      </div>
      {found === null ? null : (
        <>
          {found.paths.length === 0 && found.asked.length === 2 ? <p role="status">{t(`noPath.${found.order}`)}</p> : null}
          {found.gaps.length > 0 && found.asked.length > 2 ? (
            <section className="network__gaps" aria-label={t('gaps')}>
              <h4>{t('gaps')}</h4>
              <ul className="network__list">{found.gaps.map(([a, b]) => <li key={`${a} ${b}`}>{t('gap', { from: name(a), to: name(b) })}</li>)}</ul>
            </section>
          ) : null}
          <ol className="network__paths">{found.paths.map((path) => <PathRow key={`${path.leg.join()} ${path.entities.join()}`} path={path} entities={entities} />)}</ol>
          {found.paths.length === 0 ? null : <ResultTools ids={all} lines={found.paths.flatMap((path) => path.steps.map((step) => step.link))} name={t('pathsBetween', { from: name(0), to: name(found.asked.length - 1) })} method={t(`pathMethod.${found.order}`)} />}
          <Method lines={[t(`pathMethod.${found.order}`)]} options={asking.options} />
        </>
      )}
    </>
  );
}
