import { Button } from '@blueprintjs/core';
import { mdiAccountMultipleOutline, mdiCheckCircleOutline, mdiEyeOffOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WithheldView } from '../../../shared/contract/releasing';
import { showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import './viewAs.css';

const MOST = 500;
type Group = Pick<WithheldView, 'reason' | 'cause' | 'originator'>;

const same = (a: Group, b: Group): boolean => a.reason === b.reason && a.originator === b.originator && a.cause?.scheme === b.cause?.scheme && a.cause?.code === b.cause?.code;

/** What the recipient as whom the case is seen does not get, why, and whose permission would free it. */
export function WithheldPanel(): ReactElement {
  const { t } = useTranslation('viewAs');
  const language = useLanguage();
  const types = useTypes();
  const seen = useSession((state) => state.viewingAs);
  const [only, setOnly] = useState<number | null>(null);
  const { data } = useCase('case.withheld', { recipient: seen?.id ?? '', purpose: seen?.purpose ?? 'operational', limit: MOST }, seen !== null);
  if (seen === null) {
    return <EmptyState icon={mdiEyeOffOutline} title={t('nobody')} hint={t('nobodyHint')}><Button icon={<Glyph path={mdiAccountMultipleOutline} />} text={t('release:toRecipients')} onClick={() => showPanel('recipients')} /></EmptyState>;
  }
  if (data === undefined) return <div className="panel" />;
  if (data.total === 0) return <EmptyState icon={mdiCheckCircleOutline} title={t('nothing', { name: seen.name })} hint={t('nothingHint')} />;
  const codeText = (cause: Group['cause']): string => {
    if (cause === null) return '';
    const scheme = types.scheme(cause.scheme);
    return `${cause.code}${scheme === undefined ? '' : ` (${scheme.label[language]})`}`;
  };
  const group = only === null ? undefined : data.groups[only];
  const listed = group === undefined ? data.withheld : data.withheld.filter((each) => same(each, group));
  return (
    <div className="panel">
      <div className="panel__body">
        <h3 className="withheld__heading">{t('why', { count: data.total })}</h3>
        <ul className="withheld__groups">
          {data.groups.map((each, index) => (
            <li key={`${each.reason} ${codeText(each.cause)} ${each.originator ?? ''}`} aria-current={only === index}>
              <button type="button" className="link-button" onClick={() => setOnly(only === index ? null : index)}>{t(`reason.${each.reason}`, { code: codeText(each.cause) })}<span className="figures withheld__count">{formatCount(each.count, language)}</span></button>
              <div className="quiet">{each.originator === null ? t('nobodyFrees') : t('freedBy', { service: each.originator })}</div>
            </li>
          ))}
        </ul>
        <h3 className="withheld__heading">{t('what')}</h3>
        <ul className="withheld__list">
          {listed.map((each) => (
            <li key={each.statement}>
              <div><span dir="auto">{each.caption}</span> <span className="quiet">· {types.label(each.type, language)}</span></div>
              <div className="quiet">{each.sourceTitle}{each.cause === null ? '' : ` · ${each.cause.code}`}</div>
            </li>
          ))}
        </ul>
        {data.total > data.withheld.length ? <p className="quiet shares__more">{t('more', { count: data.total - data.withheld.length })}</p> : null}
      </div>
    </div>
  );
}
