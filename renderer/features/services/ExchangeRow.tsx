import { Button, Tag } from '@blueprintjs/core';
import { mdiClose, mdiFileLockOpenOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeRecord } from '../../../shared/model/exchange';
import { chooseExchanged, endComparison, useServices } from '../../actions/services';
import { useTypes } from '../../case/types';
import { confirm } from '../../ui/confirm';
import { Glyph } from '../../ui/Glyph';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import { Facts } from './FileFacts';
import { HitList } from './HitList';
import { kindName, lastDay, learnsText, stepOfExchange } from './words';

const INTENT = { awaitingAnswer: 'warning', awaitingLast: 'warning', done: 'success', refused: 'none', cancelled: 'none', expired: 'none', erased: 'none' } as const;

/** One comparison: with whom, how it stands and what comes next; opened, all that was agreed, each file, and what was found. */
export function ExchangeRow({ exchange }: { exchange: ExchangeRecord }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const shown = useServices((state) => state.shown === exchange.id);
  const { partner, status, outcome } = exchange;
  const awaits = status === 'awaitingAnswer' || status === 'awaitingLast';
  return (
    <li>
      <button type="button" className="services__row" aria-expanded={shown} onClick={() => useServices.setState({ shown: shown ? null : exchange.id })}>
        <span className="services__line"><strong className="clip" dir="auto">{partner.service}</strong><Tag minimal intent={outcome !== null && outcome.count === 0 ? 'none' : INTENT[status]}>{t(outcome !== null && outcome.count > 0 ? 'tag.hits' : outcome !== null ? 'tag.noHit' : `tag.${status}`, { count: outcome?.count ?? 0 })}</Tag></span>
        <span className="services__step" dir="auto">{stepOfExchange(t, exchange)}</span>
        <span className="quiet figures">{formatMoment(exchange.begunAt, language)}{awaits ? ` · ${t('waitsUntil', { day: lastDay(exchange.expires, language) })}` : ''}</span>
      </button>
      {shown ? <ExchangeDetails exchange={exchange} awaits={awaits} /> : null}
    </li>
  );
}

function ExchangeDetails({ exchange, awaits }: { exchange: ExchangeRecord; awaits: boolean }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const types = useTypes();
  const { partner, outcome, grounds, files, entries } = exchange;
  const end = async (): Promise<void> => {
    if (await confirm({ title: 'services:endTitle', body: 'services:endBody', action: 'services:end', values: { service: partner.service }, danger: true })) await endComparison(exchange.id);
  };
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('subjectShort'), exchange.subject],
    [t('learns'), learnsText(t, { ...exchange, service: partner.service })],
    [t('kinds'), exchange.kinds.map((kind) => kindName(t, types, kind, language)).join(', ')],
    [t('ourEntries'), entries === null ? '' : formatCount(entries, language)],
    [t('theirSize'), outcome === null ? '' : t('atMost', { entries: formatCount(outcome.othersAtMost, language) })],
    [t('release:reason'), grounds.reason],
    [t('release:basis'), grounds.basis],
    [t('until'), lastDay(exchange.expires, language)],
    ...files.map((file): readonly [string, string, string] => [t(file.sent ? 'fileSent' : 'fileGot', { round: file.round }), file.sha256, 'mono']),
  ];
  return (
    <div className="services__details">
      {outcome !== null && outcome.hits !== null && outcome.count > 0 ? <HitList exchange={exchange} /> : null}
      {awaits ? (
        <div className="services__tools">
          <Button size="small" intent="primary" icon={<Glyph path={mdiFileLockOpenOutline} size={14} />} text={t('openNext')} onClick={() => void chooseExchanged()} />
          <Button size="small" icon={<Glyph path={mdiClose} size={14} />} text={t('endIt')} onClick={() => void end()} />
        </div>
      ) : null}
      <Facts facts={facts} />
    </div>
  );
}
