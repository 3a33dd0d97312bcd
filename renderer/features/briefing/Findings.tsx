import { mdiAlertOctagonOutline, mdiAlertOutline, mdiCheckCircleOutline, mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingFinding } from '../../../shared/contract/briefings';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { byKind, isGrave, type FindingKind } from './findings';

/** Places that are listed of one kind; the rest is counted. */
const SHOWN = 100;

/** What the author should know before the briefing leaves, by kind; each leads to its place. */
export function Findings({ findings, onJump }: { findings: readonly BriefingFinding[]; onJump?: (finding: BriefingFinding) => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const [open, setOpen] = useState<FindingKind | null>(null);
  const groups = byKind(findings);
  if (groups.length === 0) return <p className="findings findings--none quiet"><Glyph path={mdiCheckCircleOutline} size={14} />{t('noFindings')}</p>;
  return (
    <ul className="findings" aria-label={t('findings')}>
      {groups.map(([kind, found]) => {
        const grave = found.some(isGrave);
        return (
          <li key={kind} data-grave={grave || undefined}>
            <button type="button" className="findings__kind" aria-expanded={open === kind} onClick={() => setOpen(open === kind ? null : kind)}>
              <Glyph path={open === kind ? mdiChevronDown : mdiChevronRight} size={14} />
              <Glyph path={grave ? mdiAlertOctagonOutline : mdiAlertOutline} size={14} />
              <span>{t(`finding.${kind}`)}</span><span className="figures findings__count">{formatCount(found.length, language)}</span>
            </button>
            {open === kind ? (
              <ul className="findings__places">
                {found.slice(0, SHOWN).map((each, index) => (
                  <li key={`${each.block}:${each.sentence ?? ''}:${index}`}>
                    {onJump ? <button type="button" className="link-button clip" dir="auto" onClick={() => onJump(each)}>{each.excerpt || t('emptyExcerpt')}</button> : <span className="clip" dir="auto">{each.excerpt || t('emptyExcerpt')}</span>}
                  </li>
                ))}
                {found.length > SHOWN ? <li className="quiet">{t('moreFound', { count: found.length - SHOWN })}</li> : null}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
