import { mdiArrowRight } from '@mdi/js';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';
import type { PropertyMapping, Reading } from '../../../shared/mapping/mapping';
import { tryOut } from '../../../shared/mapping/tryOut';
import type { PropertyType } from '../../../shared/schema/types';

export interface SampleRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const SHOWN = 12;

/** The first differing cells on their way: as they stand, after the steps, and as they are read. Doubts are amber. */
export function TryOut({ property, mapped, reading, rows }: { property: PropertyType | undefined; mapped: PropertyMapping; reading: Reading; rows: readonly SampleRow[] }): ReactElement {
  const { t } = useTranslation(['import', 'kinds']);
  const language = useLanguage();
  const tried = useMemo(() => (property === undefined ? [] : tryOut(property, mapped, reading, rows, SHOWN)), [property, mapped, reading, rows]);
  return (
    <section className="steps__try" aria-label={t('import:tryTitle')} aria-live="polite">
      <h4>{t('import:tryTitle')}</h4>
      {tried === null ? <p className="steps__problem">{t('import:patternBad')}</p> : tried.length === 0 ? <p className="quiet">{t('import:tryEmpty')}</p> : (
        <table>
          <thead><tr><th scope="col">{t('import:tryBefore')}</th><th aria-hidden /><th scope="col">{t('import:tryAfter')}</th><th scope="col">{t('import:tryRead')}</th></tr></thead>
          <tbody>
            {tried.map(({ row, before, after, read }) => (
              <tr key={row}>
                <td dir="auto" title={before}>{before === '' ? <span className="quiet">{t('import:tryBlank')}</span> : before}</td>
                <td aria-hidden><Glyph path={mdiArrowRight} size={12} /></td>
                <td dir="auto" title={after} className={after === before ? 'quiet' : ''}>{after}</td>
                <td dir="auto">
                  {read.length === 0 ? <span className="quiet">{t('import:tryNothing')}</span> : read.map((value, index) => (
                    <span key={index} className={`steps__value ${value.doubt === undefined ? '' : 'steps__value--doubt'}`} title={value.doubt === undefined ? undefined : t(`kinds:doubt.${value.doubt}`)}>{value.doubt === undefined ? shownValue(property, value.v, language) : value.v}</span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
