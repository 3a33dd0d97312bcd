import { mdiArrowRight, mdiCheckCircleOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import type { DryRun } from '../../../shared/contract';

const SHOWN = 60;

/** What would come in: counts by type, the first entities and links, and what would be refused. */
export function Outcome({ run, failure }: { run: DryRun | undefined; failure: unknown }): ReactElement {
  const { t } = useTranslation(['import', 'kinds']);
  const language = useLanguage();
  const types = useTypes();
  if (failure) return <aside className="outcome"><p className="outcome__failure">{failureText(t, failure)}</p></aside>;
  if (!run) return <aside className="outcome"><p className="quiet">{t('import:dryRunning')}</p></aside>;
  const captions = new Map(run.entities.map((each) => [each.id, each]));
  const counted = [...Object.entries(run.counts.entities), ...Object.entries(run.counts.links)].filter(([, count]) => count > 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys
    <aside className="outcome" aria-label={t('import:outcome')} tabIndex={0}>
      <h3>{t('import:outcome')} <span className="quiet">{t('import:outcomeRows', { rows: formatCount(run.rowsRead, language) })}</span></h3>
      <div className="outcome__counts">{counted.map(([type, count]) => <span key={type} className="chip" data-family={types.entity(type) ? types.family(type) : undefined}><b className="figures">{formatCount(count, language)}</b> {types.label(type, language, count)}</span>)}</div>
      {run.rejects.length > 0 || run.doubts.length > 0 ? <p className="outcome__warn">{[run.rejects.length > 0 ? t('import:rejectsAhead', { count: run.rejects.length }) : '', run.doubts.length > 0 ? t('import:doubtsAhead', { count: run.doubts.length }) : ''].filter(Boolean).join(' · ')}</p> : null}
      <ul className="outcome__list">
        {run.entities.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <Disc family={types.family(each.type)} glyph={types.glyph(each.type)} size={20} />
            <span className="clip name" dir="auto">{each.caption}</span>
            {each.known ? <span className="outcome__known" title={t('import:knownHint')}><Glyph path={mdiCheckCircleOutline} size={12} /> {t('import:known')}</span> : null}
            <span className="quiet figures">{t('import:rowsOf', { count: each.rows.length })}</span>
          </li>
        ))}
        {run.links.slice(0, SHOWN).map((link, index) => (
          <li key={`${link.row}:${index}`} className="outcome__link">
            <span className="clip name" dir="auto">{captions.get(link.from)?.caption}</span><Glyph path={mdiArrowRight} size={12} /><span className="clip name" dir="auto">{captions.get(link.to)?.caption}</span>
            <span className="quiet clip">{types.label(link.type, language)}</span>
          </li>
        ))}
      </ul>
      {run.entities.length > SHOWN || run.links.length > SHOWN ? <p className="quiet">{t('import:firstShown', { count: SHOWN })}</p> : null}
    </aside>
  );
}
