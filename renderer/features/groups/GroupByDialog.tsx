import { Button, Checkbox, Dialog, DialogBody, DialogFooter, FormGroup, HTMLSelect, NumericInput, SegmentedControl, Spinner } from '@blueprintjs/core';
import { useEffect, useId, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartView } from '../../../shared/contract';
import { useBarNames } from '../../actions/barNames';
import { drawnView } from '../../actions/chartFilter';
import { useDimensions, usePropertyValues } from '../../actions/dimensions';
import { makeGroups } from '../../actions/groups';
import { dimensionKey, type Dimension } from '../../actions/histogram';
import { askNetwork } from '../../actions/network';
import { changeSession, useSession } from '../../actions/session';
import { useTypes } from '../../case/types';
import { formatCount, useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { byCommunity, byNeighbours, byValue, ungrouped, type Proposal } from './proposals';
import './groups.css';

const WAYS = ['value', 'neighbours', 'community'] as const;
type Way = (typeof WAYS)[number];
const FIRST: Dimension = { of: 'entities', attribute: 'type' };

/** Takes what is on the chart together by what it has in common. What would come of it is listed first. */
export function GroupByDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'groupBy' && state.chart !== null);
  return shown ? <GroupByForm /> : null;
}

/** Communities of the chart by entity, asked for once; null until they are there. */
function useCommunities(wanted: boolean): ReadonlyMap<string, number> | null {
  const chart = useSession((state) => state.chart);
  const [numbers, setNumbers] = useState<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    if (!wanted || numbers !== null || chart === null) return undefined;
    let gone = false;
    void askNetwork('case.measure', { scope: { kind: 'chart', chart }, options: { following: 'both', weight: 'none' }, measures: ['community'], resolution: 1, most: 50_000 }).then((found) => {
      if (!gone) setNumbers(new Map(found?.rows.flatMap(({ entity, values }) => (values.community === undefined ? [] : [[entity, values.community] as const]))));
    });
    return () => { gone = true; };
  }, [wanted, chart, numbers]);
  return numbers;
}

/** What would become of the chart that is drawn; null while it is worked out. */
function useProposals(view: ChartView | null, way: Way, dimension: Dimension, least: number): readonly Proposal[] | null {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const types = useTypes();
  const names = useBarNames();
  const values = usePropertyValues(dimension);
  const communities = useCommunities(way === 'community');
  return useMemo(() => {
    if (view === null) return [];
    const { free } = ungrouped(view);
    if (way === 'value') return values === null ? null : byValue(view, dimension, values, free, least, names);
    if (way === 'community') return communities === null ? null : byCommunity(view, communities, free, least, (middle) => t('around', { name: middle }));
    return byNeighbours(view, free, least, (type, neighbours, more) => t(more > 0 ? 'joinedWithMore' : 'joinedWith', { type: types.label(type, language, 2), names: neighbours.join(', '), count: more }));
  }, [view, way, dimension, least, names, values, communities, t, types, language]);
}

function GroupByForm(): ReactElement {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const [view] = useState(drawnView);
  const [way, setWay] = useState<Way>('value');
  const [dimension, setDimension] = useState(FIRST);
  const [least, setLeast] = useState(2);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [shut, setShut] = useState(true);
  const offered = useDimensions('entities');
  const proposals = useProposals(view, way, dimension, least);
  const grouped = useMemo(() => (view === null ? 0 : ungrouped(view).grouped), [view]);
  const [by, number] = [useId(), useId()];
  const chosen = (proposals ?? []).filter(({ key }) => !left.has(key));
  const close = (): void => changeSession({ dialog: null });
  const another = (change: () => void): void => { change(); setLeft(new Set()); };
  const run = async (): Promise<void> => {
    close();
    if (await makeGroups(chosen, way, shut)) notify('groups:made', { count: chosen.length });
  };
  return (
    <Dialog isOpen title={t('by')} onClose={close} className="group-by">
      <form onSubmit={(event) => { event.preventDefault(); if (chosen.length > 0) void run(); }}>
        <DialogBody>
          <SegmentedControl fill aria-label={t('way')} value={way} onValueChange={(value) => another(() => setWay(WAYS.find((each) => each === value) ?? 'value'))} options={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))} />
          <p className="quiet">{t(`wayHint.${way}`)}</p>
          <div className="group-by__fields">
            {way === 'value' ? (
              <FormGroup label={t('valueOf')} labelFor={by}>
                <HTMLSelect id={by} fill value={dimensionKey(dimension)} onChange={(event) => { const next = offered.flatMap((group) => group.offered).find((each) => each.key === event.currentTarget.value); if (next) another(() => setDimension(next.dimension)); }}>
                  {offered.map((group) => (group.offered.length === 0 ? null : <optgroup key={group.label} label={group.label}>{group.offered.map((each) => <option key={each.key} value={each.key}>{each.label}</option>)}</optgroup>))}
                </HTMLSelect>
              </FormGroup>
            ) : null}
            <FormGroup label={t('least')} labelFor={number}>
              <NumericInput id={number} min={2} max={100_000} value={least} onValueChange={(value) => { if (Number.isFinite(value) && value >= 2) setLeast(Math.floor(value)); }} />
            </FormGroup>
          </div>
          {proposals === null ? <Spinner size={24} /> : proposals.length === 0 ? <p>{t('nothingAlike')}</p> : (
            <ul className="group-by__list" aria-label={t('proposals')}>
              {proposals.map(({ key, name, ids }) => (
                <li key={key}>
                  <Checkbox checked={!left.has(key)} labelElement={<span className="clip" dir="auto">{name}</span>} onChange={() => setLeft((before) => { const next = new Set(before); if (!next.delete(key)) next.add(key); return next; })} />
                  <span className="figures quiet">{formatCount(ids.length, language)}</span>
                </li>
              ))}
            </ul>
          )}
          {grouped > 0 ? <p className="quiet">{t('groupedAlready', { count: grouped })}</p> : null}
          <Checkbox checked={shut} label={t('closedAtOnce')} onChange={() => setShut(!shut)} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={chosen.length === 0} text={t('make', { count: chosen.length })} /></>} />
      </form>
    </Dialog>
  );
}
