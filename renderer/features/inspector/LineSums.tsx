import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { formatCount, useLanguage } from '../../ui/language';
import { difference } from '../../../shared/analysis/drawing/totals';
import { spanText } from '../../../shared/analysis/drawing/lineText';
import { formatValue } from '../../../shared/values';
import type { CaseService, ResultOf } from '../../../shared/contract';

type Sum = ResultOf<CaseService['requests']['case.lineMembers']>['sums'][number];

/** Sums of several pairs by type alone: how many, and no total, since what goes round would count several times. */
function byType(sums: readonly Sum[]): Sum[] {
  const found = new Map<string, Sum>();
  for (const sum of sums) {
    const known = found.get(sum.type);
    found.set(sum.type, known === undefined ? { ...sum, from: '', to: '', totals: [], start: null, end: null } : { ...known, count: known.count + sum.count });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

interface Net { readonly from: string; readonly to: string; readonly amount: string }

const currencyOf = (amount: string): string => amount.split(' ')[1] ?? '';

/** What is left of the amounts of one type and currency that go both ways. */
function netsOf(sums: readonly Sum[]): readonly Net[] {
  return sums.flatMap((sum) => sums.flatMap((back): Net[] => {
    if (back.type !== sum.type || back.from !== sum.to || back.to !== sum.from || sum.from >= sum.to) return [];
    return sum.totals.flatMap((total): Net[] => {
      const other = back.totals.find((each) => currencyOf(each) === currencyOf(total));
      if (other === undefined) return [];
      const net = difference(total, other);
      return net.startsWith('-') ? [{ from: sum.to, to: sum.from, amount: net.slice(1) }] : [{ from: sum.from, to: sum.to, amount: net }];
    });
  }));
}

/** What links add up to by type and direction, with the net where amounts go both ways. `names` of the two ends of a pair; null for several pairs. */
export function LineSums({ sums, names }: { sums: readonly Sum[]; names: ReadonlyMap<string, string> | null }): ReactElement | null {
  const { t } = useTranslation('folding');
  const language = useLanguage();
  const types = useTypes();
  const rows = names === null ? byType(sums) : sums;
  if (rows.length === 0) return null;
  const way = ({ type, from, to }: Sum): string => (names === null ? '' : `${names.get(from) ?? ''} ${types.link(type)?.directed === false ? '–' : '→'} ${names.get(to) ?? ''}`);
  const money = (amount: string): string => formatValue('money', amount, language);
  return (
    <table className="rows line-sums" aria-label={t('ways')}>
      <thead><tr><th scope="col">{t('way')}</th><th scope="col" className="number">{t('number')}</th>{names === null ? null : <th scope="col" className="number">{t('total')}</th>}</tr></thead>
      <tbody>
        {rows.map((sum) => (
          <tr key={`${sum.type}|${sum.from}|${sum.to}`}>
            <td><span className="line-sums__type">{types.label(sum.type, language)}</span>{names === null ? null : <span className="name quiet" dir="auto">{way(sum)}</span>}{names === null || sum.start === null ? null : <span className="quiet figures">{spanText(sum.start, sum.end, language)}</span>}</td>
            <td className="number">{formatCount(sum.count, language)}</td>
            {names === null ? null : <td className="number">{sum.totals.map((total) => <div key={total}>{money(total)}</div>)}</td>}
          </tr>
        ))}
        {names === null ? null : netsOf(sums).map((net) => (
          <tr key={`${net.from}${net.amount}`} className="line-sums__net"><td><span className="line-sums__type">{t('netRow')}</span><span className="name quiet" dir="auto">{`${names.get(net.from) ?? ''} → ${names.get(net.to) ?? ''}`}</span></td><td className="number" colSpan={2}>{money(net.amount)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
