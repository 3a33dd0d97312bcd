import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownEntity } from '../../shared/contract/across';
import type { EntityType } from '../../shared/schema/types';
import { formatMoment, useLanguage } from './language';
import './knownCases.css';

/** The cases that know somebody: their name and reference, by what they know them, and whom to ask. */
export function KnownCases({ cases, type }: { cases: KnownEntity['cases']; type: EntityType | undefined }): ReactElement {
  const { t } = useTranslation('across');
  const language = useLanguage();
  const byText = (kind: string): string => type?.properties.find((property) => property.identifier === kind)?.label[language] ?? t([`by.${kind}`, 'by.other']);
  return (
    <ul className="known-cases">
      {cases.map(({ case: known, by }) => (
        <li key={known.id}>
          <strong dir="auto">{known.name}</strong>{known.reference === '' ? null : <span className="quiet figures"> {known.reference}</span>}
          <div className="quiet">{t('knownBy', { by: by.map(byText).join(', ') })}</div>
          <div>{known.owner === '' ? t('askNobody') : t('ask', { owner: known.owner })}</div>
          {known.missingSince === null ? null : <div className="quiet">{t('missingSince', { at: formatMoment(known.missingSince, language, 'day') })}</div>}
        </li>
      ))}
    </ul>
  );
}
