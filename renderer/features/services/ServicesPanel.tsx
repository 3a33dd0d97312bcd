import { Button } from '@blueprintjs/core';
import { mdiFileLockOpenOutline, mdiHandshakeOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { runActionById } from '../../actions/registry';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { AskRow } from './AskRow';
import { ExchangeRow } from './ExchangeRow';
import './services.css';

/** Comparisons with other services and the requests that came of them: how each stands, and what comes next. */
export function ServicesPanel(): ReactElement {
  const { t } = useTranslation('services');
  const viewing = useSession((state) => state.viewingAs !== null);
  const { data, isSuccess } = useCase('case.blindExchanges', {}, !viewing);
  const { exchanges = [], asks = [] } = data ?? {};
  const received = asks.filter(({ direction }) => direction === 'received');
  const sent = asks.filter(({ direction }) => direction === 'sent');
  const tools = (
    <div className="services__tools">
      <Button size="small" intent="primary" disabled={viewing} icon={<Glyph path={mdiHandshakeOutline} size={14} />} text={t('compare')} onClick={() => runActionById('services.compare')} />
      <Button size="small" disabled={viewing} icon={<Glyph path={mdiFileLockOpenOutline} size={14} />} text={t('openFile')} onClick={() => runActionById('services.open')} />
    </div>
  );
  if (viewing) return <EmptyState icon={mdiHandshakeOutline} title={t('notWhileViewing')} hint={t('notWhileViewingHint')} />;
  if (isSuccess && exchanges.length + asks.length === 0) return <EmptyState icon={mdiHandshakeOutline} title={t('empty')} hint={t('emptyHint')}>{tools}</EmptyState>;
  return (
    <div className="panel services">
      <div className="panel__head">{tools}</div>
      <div className="panel__body">
        {received.length === 0 ? null : <section aria-label={t('received')}><h3 className="services__part quiet">{t('received')}</h3><ul className="services__list">{received.map((ask) => <AskRow key={ask.id} ask={ask} />)}</ul></section>}
        {exchanges.length === 0 ? null : <section aria-label={t('comparisons')}><h3 className="services__part quiet">{t('comparisons')}</h3><ul className="services__list">{exchanges.map((exchange) => <ExchangeRow key={exchange.id} exchange={exchange} />)}</ul></section>}
        {sent.length === 0 ? null : <section aria-label={t('sent')}><h3 className="services__part quiet">{t('sent')}</h3><ul className="services__list">{sent.map((ask) => <AskRow key={ask.id} ask={ask} />)}</ul></section>}
      </div>
    </div>
  );
}
