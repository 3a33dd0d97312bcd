import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../../case/queries';
import { formatCount, formatMoment, useLanguage } from '../../../ui/language';

/** What was exported of this briefing before: when, for whom, in which format, and by which hash it can be known again. */
export function Releases({ briefing }: { briefing: string }): ReactElement | null {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const { data: releases = [] } = useCase('case.releases', {});
  const own = releases.filter((release) => release.briefing === briefing);
  if (own.length === 0) return null;
  return (
    <section className="brief-releases">
      <h3>{t('releases')}</h3>
      <ul aria-label={t('releases')}>
        {own.map((each) => (
          <li key={each.id}>
            <span className="figures">{formatMoment(each.at, language)}</span> · <span dir="auto">{each.recipient === '' ? t('ownUse') : each.recipient}</span> · {each.format.toUpperCase()}{each.pages > 0 ? ` · ${t('pages', { count: each.pages })}` : ''}{each.copyNumber === '' ? '' : ` · ${t('copy', { number: each.copyNumber })}`}
            <div className="quiet">{t('checked', { count: each.check.searched, texts: formatCount(each.check.searched, language) })}{each.reason === '' ? '' : <> · <span dir="auto">{each.reason}</span></>}</div>
            <div className="mono quiet clip" title={each.sha256}>SHA-256 {each.sha256}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
