import { Fragment, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatValue } from '../../../shared/values';
import type { TrafficAnswer } from '../../actions/traffic';
import { useLanguage } from '../../ui/language';
import { Day, Dealings, Figure, Money, Share } from './cells';
import { Named } from './Named';

/** In, out and net of each account, with its months. */
export function Totals({ found }: { found: TrafficAnswer<'case.moneyTotals'> }): ReactElement {
  const { t } = useTranslation('traffic');
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <table className="traffic__table">
        <thead><tr><th className="number">{t('in')}</th><th className="number">{t('out')}</th><th className="number">{t('net')}</th></tr></thead>
        <tbody>
          {found.rows.map((row) => ({ row, key: `${row.entity} ${row.currency}` })).map(({ row, key }) => (
            <Fragment key={key}>
              <tr><td colSpan={3} className="traffic__account"><Named id={row.entity} /><button type="button" className="traffic__when quiet" aria-expanded={open === key} onClick={() => setOpen(open === key ? null : key)}>{t('monthsOf', { count: row.months.length, payments: row.countIn + row.countOut })}</button></td></tr>
              <tr className="traffic__total"><td className="number"><Money amount={row.in} /></td><td className="number"><Money amount={row.out} /></td><td className="number"><b><Money amount={row.net} /></b></td></tr>
              {(open === key ? row.months : []).map((each) => (
                <Fragment key={each.month}>
                  <tr className="traffic__month"><td colSpan={3}>{each.month === '' ? t('noTime') : formatValue('date', each.month, language)}</td></tr>
                  <tr className="traffic__month"><td className="number"><Money amount={each.in} /></td><td className="number"><Money amount={each.out} /></td><td className="number"><Money amount={each.net} /></td></tr>
                </Fragment>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <More shown={found.rows.length} count={found.told.found} />
    </>
  );
}

/** That there is more than is shown. */
function More({ shown, count }: { shown: number; count: number }): ReactElement | null {
  const { t } = useTranslation('traffic');
  return count > shown ? <p className="quiet">{t('firstOf', { shown, count })}</p> : null;
}

/** Money that may have gone on, account by account. */
export function Flows({ found }: { found: TrafficAnswer<'case.flows'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <>
      {found.rows.map((row) => (
        <article key={row.dealings.map(({ link }) => link).join(' ')} className="traffic__item">
          <ol className="traffic__chain">{row.accounts.map((id, at) => <li key={`${id} ${row.dealings[at]?.link ?? ''}`}><Named id={id} />{row.dealings[at]?.amount ? <span className="traffic__step">↓ <Money amount={row.dealings[at].amount} /></span> : null}</li>)}</ol>
          <p className="quiet">{t('carried')} <Money amount={row.carried} /> (<Share of={row.share} />) · <Figure value={row.days} /> {t('days')}</p>
          <Dealings list={row.dealings} />
        </article>
      ))}
      <More shown={found.rows.length} count={found.told.found} />
    </>
  );
}

type Gathered = TrafficAnswer<'case.structuring'>['rows'][number];

function Account({ row, children }: { row: Gathered; children?: ReactElement }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <article className="traffic__item">
      <div className="traffic__pair"><Named id={row.entity} /><b><Money amount={row.sum} /></b></div>
      <p className="quiet">{t(`side.${row.side}`, { count: row.others.length, payments: row.count })} · <Day at={row.first} /> – <Day at={row.last} /></p>
      {children}
      <Dealings list={row.dealings} total={row.count} />
    </article>
  );
}

/** Sums that stay under a limit. */
export function Under({ found }: { found: TrafficAnswer<'case.structuring'> }): ReactElement {
  return <>{found.rows.map((row) => <Account key={`${row.entity} ${row.side} ${row.dealings[0]?.link}`} row={row} />)}<More shown={found.rows.length} count={found.told.found} /></>;
}

/** Accounts in which much comes together, or out of which much spreads. */
export function Fans({ found }: { found: TrafficAnswer<'case.fans'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return <>{found.rows.map((row) => <Account key={`${row.entity} ${row.side}`} row={row}><p className="quiet">{t(`passed.${row.side}`)} <Share of={row.passed} /></p></Account>)}<More shown={found.rows.length} count={found.told.found} /></>;
}
