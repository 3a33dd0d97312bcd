import { Button } from '@blueprintjs/core';
import { mdiHistory } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatValue } from '../../../shared/values';
import { useChartView } from '../../actions/chartView';
import { backToNow, usePast } from '../../actions/past';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import './time.css';

/** Says over the chart that it is shown as it was, so that nobody takes it for what is known now. */
export function PastBanner(): ReactElement | null {
  const { t } = useTranslation('time');
  const language = useLanguage();
  const past = usePast((state) => state.past);
  const view = useChartView((state) => state.view);
  const loading = useChartView((state) => state.loading);
  if (past === null) return null;
  const text = past.kind === 'known' ? t('asKnownOn', { moment: formatMoment(past.at, language) }) : past.kind === 'snapshot' ? t('snapshots:shownSnapshot', { name: past.name }) : t('asWasOn', { moment: formatValue('date', past.on, language) });
  const empty = !loading && view !== null && view.entities.length === 0;
  return (
    <div className="past-banner" role="status">
      <Glyph path={mdiHistory} size={16} />
      <strong>{text}</strong>
      <span className="clip">{t(empty ? 'nothingThen' : past.kind === 'known' ? 'knownNote' : past.kind === 'snapshot' ? 'snapshots:onlyShown' : 'wasNote')}</span>
      <Button size="small" text={t('backToNow')} onClick={backToNow} />
    </div>
  );
}
