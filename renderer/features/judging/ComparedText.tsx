import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, useLanguage } from '../../ui/language';
import type { Matching } from './useMatching';

/** How far matching is: "12,340 of 100,000 compared", or that all is. */
export function ComparedText({ matching: { done, behind } }: { matching: Matching }): ReactElement {
  const { t } = useTranslation('matching');
  const language = useLanguage();
  if (behind === 0 && done === 0) return <>{t('everything')}</>;
  return <>{behind === 0 ? t('allCompared', { count: done, shown: formatCount(done, language) }) : t('compared', { done: formatCount(done, language), total: formatCount(done + behind, language) })}</>;
}
