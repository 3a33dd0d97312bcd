import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openPage, openSourceRow } from '../../actions/openSource';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import type { SubjectView } from '../../../shared/contract';

/** The sources of a subject by their numbers, with the places where they speak of it. */
export function SubjectSources({ subject }: { subject: SubjectView }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  return (
    <ol className="subject-sources">
      {subject.sources.map((source) => {
        const places = subject.statements.filter((each) => each.source === source.id && each.locator.row !== undefined).map((each) => each.locator.row ?? 1);
        const pages = subject.statements.flatMap((each) => (each.source === source.id && each.locator.page !== undefined ? [each.locator.page] : []));
        const unit = subject.statements.find((each) => each.source === source.id && each.locator.row !== undefined)?.locator.unit ?? 'row';
        return (
          <li key={source.id}>
            <strong>[{source.number}] {source.title}</strong>
            <div className="quiet">{[source.supplier, source.bundle ? t('bundles:fromBundle', { service: source.bundle.service, date: formatMoment(source.bundle.at, language, 'day') }) : '', t('statementCount', { count: source.statements })].filter(Boolean).join(' · ')}</div>
            <div className="subject-sources__rows">
              {[...new Set(places)].slice(0, 40).map((row) => <button key={row} type="button" className="link-button figures" onClick={() => openSourceRow(source.id, row)}>{t(unit, { row: formatCount(row, language) })}</button>)}
              {[...new Set(pages)].slice(0, 40).map((page) => <button key={`page ${page}`} type="button" className="link-button figures" onClick={() => openPage(source.id, page)}>{t('page', { page: formatCount(page, language) })}</button>)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
