import { Button, Spinner } from '@blueprintjs/core';
import { mdiAccountCancelOutline, mdiBriefcaseOffOutline, mdiBriefcaseSearchOutline, mdiPlus } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { Failure, type CaseService, type ResultOf } from '../../../shared/contract';
import type { KnownCase, KnownEntity } from '../../../shared/contract/across';
import { addToChart } from '../../actions/addToChart';
import { attempt, execute, openCaseClient } from '../../actions/execute';
import { selectAndCentre } from '../../actions/selectionActions';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { useCaseConnection } from '../../ipc/caseConnection';
import { confirm } from '../../ui/confirm';
import { Disc } from '../../ui/Disc';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { KnownCases } from '../../ui/KnownCases';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';

type State = ResultOf<CaseService['requests']['case.acrossState']>;

/** Entities that are listed at first, and more each time somebody asks. */
const PAGE = 100;
/** How often it is asked whether the index has caught up, ms. */
const EVERY = 1000;

/** How the index across cases stands; asked again while it is being brought up to date. */
function useAcrossState(): { readonly state: State | undefined; readonly error: Error | null; readonly refresh: () => void } {
  const connection = useCaseConnection();
  const { data, error, refetch } = useQuery<State, Error>({
    queryKey: ['case', 'case.acrossState', {}],
    queryFn: async () => {
      if (!connection) throw new Failure('caseNotOpen');
      return await connection.client['case.acrossState']({});
    },
    enabled: connection !== null,
    refetchInterval: ({ state }) => (state.data?.working === true ? EVERY : false),
  });
  return { state: data, error, refresh: () => void refetch() };
}

/** Who of this case other cases of the workstation know, and by what. */
export function KnownList(): ReactElement {
  const { t } = useTranslation('across');
  const { state, error, refresh } = useAcrossState();
  const { data: info } = useCase('case.info', {});
  if (error !== null) return <EmptyState icon={mdiBriefcaseOffOutline} title={t('failed')} hint={failureText(t, error)}><Button text={t('askAnew')} onClick={refresh} /></EmptyState>;
  if (state === undefined || info === undefined) return <div className="quality__page" />;
  if (!state.available) return <EmptyState icon={mdiBriefcaseOffOutline} title={t('notAvailable')} hint={t('notAvailableHint')} />;
  if (!state.on) {
    const takePart = async (): Promise<void> => {
      if (await confirm({ title: 'across:takePartTitle', body: 'across:takePartBody', action: 'across:takePart' })) await execute('settings.put', { ...info.settings, knownAcross: true });
    };
    return <EmptyState icon={mdiBriefcaseSearchOutline} title={t('off')} hint={t('offHint')}><Button intent="primary" text={t('takePart')} onClick={() => void takePart()} /></EmptyState>;
  }
  return (
    <div className="quality__page quality__known">
      <Standing state={state} />
      <Missing cases={state.missing} onForgot={refresh} />
      {state.cases === 0 ? <EmptyState icon={mdiBriefcaseSearchOutline} title={t('alone')} hint={t('aloneHint')} /> : <Hits version={state.working ? 'working' : 'done'} />}
    </div>
  );
}

function Standing({ state }: { state: State }): ReactElement {
  const { t } = useTranslation('across');
  const language = useLanguage();
  return <p className="quality__standing quiet">{t('standing', { count: state.cases })} {t('rows', { count: state.rows, shown: formatCount(state.rows, language) })}{state.working ? <> {t('working')} <Spinner size={12} className="quality__spinner" /></> : null}</p>;
}

/** Cases whose place is not there: they may be forgotten before their time is over. */
function Missing({ cases, onForgot }: { cases: readonly KnownCase[]; onForgot: () => void }): ReactElement | null {
  const { t } = useTranslation('across');
  const language = useLanguage();
  if (cases.length === 0) return null;
  const forget = async (known: KnownCase): Promise<void> => {
    if (!(await confirm({ title: 'across:forgetTitle', body: 'across:forgetBody', action: 'across:forget', values: { name: known.name }, danger: true }))) return;
    await attempt(() => openCaseClient()['case.forgetAcross']({ case: known.id }));
    onForgot();
  };
  return (
    <ul className="quality__missing">
      {cases.map((known) => <li key={known.id}><span><strong dir="auto">{known.name}</strong> <span className="quiet">{t('missingSince', { at: formatMoment(known.missingSince, language, 'day') })}</span></span><Button size="small" variant="minimal" text={t('forget')} onClick={() => void forget(known)} /></li>)}
    </ul>
  );
}

function Hits({ version }: { version: string }): ReactElement {
  const { t } = useTranslation('across');
  const language = useLanguage();
  const connection = useCaseConnection();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQuery<ResultOf<CaseService['requests']['case.knownElsewhere']>, Error>({
    queryKey: ['case', 'case.knownElsewhere', { limit, version }],
    queryFn: async () => {
      if (!connection) throw new Failure('caseNotOpen');
      return await connection.client['case.knownElsewhere']({ job: 'known elsewhere', limit });
    },
    enabled: connection !== null,
    placeholderData: (before) => before,
  });
  if (error) return <EmptyState icon={mdiBriefcaseOffOutline} title={t('failed')} hint={failureText(t, error)} />;
  if (data === undefined) return <EmptyState icon={mdiBriefcaseSearchOutline} title={t('asking')}><Spinner size={20} /></EmptyState>;
  if (data.entities.length === 0) return <EmptyState icon={mdiAccountCancelOutline} title={t('nobody')} hint={t('nobodyHint')} />;
  return (
    <ul className="quality__hits" aria-label={t('title')}>
      {data.entities.map((known) => <Hit key={known.entity.id} known={known} />)}
      {data.total > data.entities.length ? <li className="quality__more"><span className="quiet">{t('shown', { shown: formatCount(data.entities.length, language), total: formatCount(data.total, language) })}</span> {limit < 1000 ? <Button size="small" text={t('more')} onClick={() => setLimit(Math.min(1000, limit + 3 * PAGE))} /> : null}</li> : null}
    </ul>
  );
}

function Hit({ known: { entity, cases } }: { known: KnownEntity }): ReactElement {
  const { t } = useTranslation('across');
  const language = useLanguage();
  const types = useTypes();
  const key = types.keyText(entity, language);
  return (
    <li className="finding__body">
      <div className="finding__who">
        <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} label={types.label(entity.type, language)} />
        <span className="finding__names">
          <button type="button" className="link-button clip" title={t('quality:inspect')} onClick={() => selectAndCentre(entity.id)}><span className="name" dir="auto">{entity.caption}</span></button>
          <span className="quiet clip figures">{[types.label(entity.type, language), key].filter((part) => part !== '').join(' · ')}</span>
        </span>
        <Button className="quality__onchart" size="small" variant="minimal" icon={<Glyph path={mdiPlus} size={16} />} title={t('quality:onChart')} aria-label={t('quality:onChart')} onClick={() => void addToChart([entity.id])} />
      </div>
      <KnownCases cases={cases} type={types.entity(entity.type)} />
    </li>
  );
}
