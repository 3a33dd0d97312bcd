import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatted, useRuleDraft, useRules } from '../../actions/formatting';
import { formatCount, useLanguage } from '../../ui/language';
import { RuleSwatch } from './RuleSwatch';

/** More than this would cover the picture; the panel lists all. */
const LISTED = 10;

/** Rules that show on the chart, with on how many things each does. */
export function RuleLegend(): ReactElement | null {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const kept = useRules();
  const draft = useRuleDraft((state) => state.rules);
  const { drawn } = useFormatted();
  const shown = (draft ?? kept).filter((rule) => drawn.has(rule.id));
  if (shown.length === 0) return null;
  return (
    <div className="rule-legend">
      {shown.slice(0, LISTED).map((rule) => (
        <span key={rule.id} className="rule-legend__rule">
          <RuleSwatch rule={rule} /><span className="clip" title={rule.name}>{rule.name}</span> <span className="quiet figures">{formatCount(drawn.get(rule.id) ?? 0, language)}</span>
        </span>
      ))}
      {shown.length > LISTED ? <span className="quiet">{t('moreRules', { count: shown.length - LISTED })}</span> : null}
    </div>
  );
}
