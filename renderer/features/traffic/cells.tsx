import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView, DealingView } from '../../../shared/contract/traffic';
import { LOCALES } from '../../../shared/values/locale';
import { formatValue } from '../../../shared/values';
import { selectThose } from '../../actions/toChart';
import { formatMoment, useLanguage } from '../../ui/language';
import { Named } from './Named';

/** A moment by its day: what has no time stands among it. */
export function Day({ at }: { at: number | null }): ReactElement {
  const language = useLanguage();
  return <span className="figures">{at === null ? '' : formatMoment(new Date(at).toISOString(), language, 'day')}</span>;
}

export function Money({ amount }: { amount: string }): ReactElement {
  const language = useLanguage();
  return <span className="figures">{formatValue('money', amount, language)}</span>;
}

export function Share({ of }: { of: number }): ReactElement {
  const language = useLanguage();
  return <span className="figures">{new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(of)}</span>;
}

export function Figure({ value }: { value: number }): ReactElement {
  const language = useLanguage();
  return <span className="figures">{new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value)}</span>;
}

/** How often, and from when to when. */
export function Contact({ of }: { of: ContactView | null }): ReactElement {
  return of === null ? <span className="quiet">–</span> : <span className="traffic__contact"><b className="figures">{of.count}</b> <small><Day at={of.first} />{of.first !== of.last ? <> – <Day at={of.last} /></> : null}</small></span>;
}

/** Single calls or payments, each with its time as the case has it; a click selects its ends. */
export function Dealings({ list, total = list.length }: { list: readonly DealingView[]; total?: number }): ReactElement | null {
  const { t } = useTranslation('traffic');
  const language = useLanguage();
  if (list.length === 0) return null;
  return (
    <details className="traffic__dealings">
      <summary>{t('single', { count: total })}</summary>
      <table className="traffic__table traffic__table--dealings">
        <tbody>
          {list.map((each, at) => (
            <tr key={`${each.link} ${at}`}>
              <td className="figures"><button type="button" className="traffic__when" onClick={() => selectThose([each.from, each.to], [each.link])}>{each.start === null ? t('noTime') : formatValue('date', each.start, language)}</button></td>
              <td><Named id={each.from} /></td><td><Named id={each.to} /></td>
              {each.amount === null ? null : <td className="number"><Money amount={each.amount} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
      {total > list.length ? <p className="quiet">{t('firstOf', { shown: list.length, count: total })}</p> : null}
    </details>
  );
}
