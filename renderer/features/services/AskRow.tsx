import { Button, Callout, Tag } from '@blueprintjs/core';
import { mdiArchiveLockOutline, mdiCancel, mdiCheck, mdiPlus } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskRecord } from '../../../shared/model/exchange';
import { addToChart } from '../../actions/addToChart';
import { selectAndCentre } from '../../actions/selectionActions';
import { answerWithBundle, endAsk, useServices } from '../../actions/services';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { askText } from '../../ui/confirm';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { Facts } from './FileFacts';
import { kindName, stepOfAsk } from './words';

const URGENCY = { normal: 'none', urgent: 'warning', immediate: 'danger' } as const;

/** One request of ours or of a partner: who asks what, by when; opened, what it is about and how to answer it. */
export function AskRow({ ask }: { ask: AskRecord }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const shown = useServices((state) => state.shown === ask.id);
  return (
    <li>
      <button type="button" className="services__row" aria-expanded={shown} onClick={() => useServices.setState({ shown: shown ? null : ask.id })}>
        <span className="services__line"><strong className="clip" dir="auto">{ask.partner.service}</strong><span className="services__tags">{ask.urgency === 'normal' || ask.status !== 'open' ? null : <Tag minimal intent={URGENCY[ask.urgency]}>{t(`urgencies.${ask.urgency}`)}</Tag>}<Tag minimal intent={ask.status === 'open' ? 'warning' : ask.status === 'answered' ? 'success' : 'none'}>{t(`askStatus.${ask.status}`)}</Tag></span></span>
        <span className="services__step clip" dir="auto">{ask.question}</span>
        <span className="quiet figures">{formatMoment(ask.at, language)} · {stepOfAsk(t, ask)}{ask.wantedBy === null || ask.status !== 'open' ? '' : ` · ${t('wantedByDay', { day: formatMoment(ask.wantedBy, language, 'day') })}`}</span>
      </button>
      {shown ? <AskDetails ask={ask} /> : null}
    </li>
  );
}

function AskDetails({ ask }: { ask: AskRecord }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const types = useTypes();
  const { data: subjects = [], isSuccess } = useCase('case.askedEntities', { id: ask.id });
  const { partner, grounds } = ask;
  const received = ask.direction === 'received';
  const service = partner.service;
  const refuse = async (): Promise<void> => {
    const reason = await askText({ title: 'services:refuseAskTitle', body: 'services:refuseAskBody', action: 'services:refuse', values: { service }, input: { label: 'services:refuseReason', value: '' } });
    if (reason !== null) await endAsk(ask.id, 'refused', reason);
  };
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('from'), received ? [partner.person, service].filter((each) => each !== '').join(' · ') : ''],
    [t('release:purpose'), t(`release:purposes.${grounds.purpose}`)],
    [t('release:reason'), grounds.reason],
    [t('release:basis'), grounds.basis],
    [t('urgency'), t(`urgencies.${ask.urgency}`)],
    [t('wantedBy'), formatMoment(ask.wantedBy, language, 'day')],
    [t('whyRefused'), ask.status === 'refused' ? ask.answer : ''],
    ['SHA-256', ask.sha256, 'mono'],
  ];
  const found = subjects.flatMap(({ entities }) => entities);
  return (
    <div className="services__details">
      <p className="services__question" dir="auto">{ask.question}</p>
      <h3>{t(received ? 'askedAboutHere' : 'askedAbout')}</h3>
      {subjects.map(({ entities, kinds }, at) => (
        <div key={at} className="services__subject">
          {entities.length === 0 ? <span className="quiet">{t('noneHere')}</span> : null}
          {entities.map((entity) => (
            <div key={entity.id} className="services__hit">
              <button type="button" className="services__entity" onClick={() => selectAndCentre(entity.id)}>
                <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={24} />
                <span className="services__names"><span className="clip" dir="auto">{entity.caption}</span><span className="quiet clip" dir="auto">{types.keyText(entity, language)}</span></span>
              </button>
              <Button size="small" variant="minimal" icon={<Glyph path={mdiPlus} size={14} />} title={t('onChart')} aria-label={t('onChart')} onClick={() => void addToChart([entity.id])} />
            </div>
          ))}
          <span className="services__tags">{kinds.map((kind) => <Tag key={kind} minimal>{kindName(t, types, kind, language)}</Tag>)}</span>
        </div>
      ))}
      {received && isSuccess && found.length === 0 ? <Callout compact intent="warning">{t('nothingMeant')}</Callout> : null}
      {ask.status !== 'open' ? null : received ? (
        <div className="services__tools">
          <Button size="small" intent="primary" disabled={found.length === 0} icon={<Glyph path={mdiArchiveLockOutline} size={14} />} text={t('answerBundle')} onClick={() => void answerWithBundle(ask)} />
          <Button size="small" icon={<Glyph path={mdiCancel} size={14} />} text={t('refuseAsk')} onClick={() => void refuse()} />
        </div>
      ) : (
        <div className="services__tools"><Button size="small" icon={<Glyph path={mdiCheck} size={14} />} text={t('gotAnswer')} onClick={() => void endAsk(ask.id, 'answered', '')} /></div>
      )}
      <Facts facts={facts} />
    </div>
  );
}
