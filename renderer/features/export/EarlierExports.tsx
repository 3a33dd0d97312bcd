import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { formatMoment, useLanguage } from '../../ui/language';

/** The latest; all stand in the journal. */
const SHOWN = 4;

/** Data that left the case before: when, for whom, in which format, and by which hash it can be known again. */
export function EarlierExports(): ReactElement | null {
  const { t } = useTranslation('exporting');
  const language = useLanguage();
  const { data: releases = [] } = useCase('case.releases', {});
  const own = releases.filter((release) => release.kind === 'data').slice(0, SHOWN);
  if (own.length === 0) return null;
  return (
    <section className="earlier-exports">
      <h3>{t('earlier')}</h3>
      <ul>
        {own.map(({ id, at, recipient, format, sha256 }) => (
          <li key={id}>
            <span className="figures">{formatMoment(at, language)}</span> · <span dir="auto">{recipient === '' ? t('release:ownUse') : recipient}</span> · {t(`format.${format}`, { defaultValue: format })}
            <div className="mono quiet clip" title={sha256}>SHA-256 {sha256}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
