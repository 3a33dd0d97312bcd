import { Button } from '@blueprintjs/core';
import { mdiArrowRight, mdiCheckCircleOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import type { DryRun } from '../../../shared/contract';
import { CountTable } from './CountTable';
import type { Counting } from './useCount';

const SHOWN = 60;

/** What would come in: new and known by type, what would be refused and doubted and why, and the first entities and links. */
export function Outcome({ run, counting, failure, unit, headings }: { run: DryRun | undefined; counting: Counting; failure: unknown; unit: 'row' | 'record'; headings: readonly string[] }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  if (failure) return <aside className="outcome"><p className="outcome__failure">{failureText(t, failure)}</p></aside>;
  if (!run) return <aside className="outcome"><p className="quiet">{t('dryRunning')}</p></aside>;
  const captions = new Map(run.entities.map((each) => [each.id, each]));
  const { count } = counting;
  const rows = formatCount(count?.rows ?? run.rowsRead, language);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys
    <aside className="outcome" aria-label={t('outcome')} tabIndex={0}>
      <h3>{t('outcome')} {count?.rows === 0 ? null : <span className="quiet">{t(count?.whole ? (unit === 'row' ? 'outcomeWhole' : 'outcomeWholeRecords') : unit === 'row' ? 'outcomeRows' : 'outcomeRecords', { rows })}</span>}</h3>
      {count && !count.whole ? (
        <p className="outcome__count">
          <span className="quiet">{t('countHint')}</span>
          {counting.running ? <Button size="small" text={t('app:cancel')} onClick={counting.stop} /> : <Button size="small" text={t('countWhole')} onClick={counting.countWhole} />}
        </p>
      ) : null}
      {count ? <CountTable count={count} headings={headings} /> : <p className="quiet">{t('counting')}</p>}
      {run.entities.length > 0 ? <h4>{t(unit === 'row' ? 'firstOfRows' : 'firstOfRecords', { rows: formatCount(run.rowsRead, language) })}</h4> : null}
      <ul className="outcome__list">
        {run.entities.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <Disc family={types.family(each.type)} glyph={types.glyph(each.type)} size={20} />
            <span className="clip name" dir="auto">{each.caption}</span>
            {each.known ? <span className="outcome__known" title={t('knownHint')}><Glyph path={mdiCheckCircleOutline} size={12} /> {t('known')}</span> : null}
            <span className="quiet figures">{t(unit === 'row' ? 'rowsOf' : 'recordsOf', { count: each.rows.length })}</span>
          </li>
        ))}
        {run.links.slice(0, SHOWN).map((link, index) => (
          <li key={`${link.row}:${index}`} className="outcome__link">
            <span className="clip name" dir="auto">{captions.get(link.from)?.caption}</span><Glyph path={mdiArrowRight} size={12} /><span className="clip name" dir="auto">{captions.get(link.to)?.caption}</span>
            <span className="quiet clip">{types.label(link.type, language)}</span>
          </li>
        ))}
      </ul>
      {run.entities.length > SHOWN || run.links.length > SHOWN ? <p className="quiet">{t('firstShown', { count: SHOWN })}</p> : null}
    </aside>
  );
}
