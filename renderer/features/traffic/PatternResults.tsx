import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrafficAnswer } from '../../actions/traffic';
import { Day, Dealings, Figure, Share } from './cells';
import { Named } from './Named';

/** Who fell silent, from when to when. */
export function Silences({ found }: { found: TrafficAnswer<'case.silences'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <table className="traffic__table">
      <thead><tr><th>{t('who')}</th><th>{t('from')}</th><th>{t('untilHead')}</th><th className="number" title={t('timesHint')}>{t('timesHead')}</th></tr></thead>
      <tbody>{found.rows.map((row) => <tr key={`${row.entity} ${row.from}`}><td><Named id={row.entity} /></td><td><Day at={row.from} /></td><td>{row.until === null ? <b>{t('neverBack')}</b> : <Day at={row.until} />}</td><td className="number"><Figure value={row.times} /></td></tr>)}</tbody>
    </table>
  );
}

/** Word that is passed on, with its calls. */
export function Relays({ found }: { found: TrafficAnswer<'case.relays'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <>
      {found.rows.map((row) => (
        <article key={row.parties.join(' ')} className="traffic__item">
          <div className="traffic__pair"><Named id={row.parties[0]} /><span aria-hidden>→</span><Named id={row.parties[1]} /><span aria-hidden>→</span><Named id={row.parties[2]} /><b className="figures">{row.count} ×</b></div>
          <p className="quiet">{t('relayShare')} <Share of={row.share} /></p>
          <Dealings list={row.examples.flat()} />
        </article>
      ))}
    </>
  );
}

/** Calls that stand twice. */
export function Twice({ found }: { found: TrafficAnswer<'case.doubles'> }): ReactElement {
  return (
    <>
      {found.rows.map(({ dealings }) => (
        <article key={dealings[0]?.link} className="traffic__item">
          <div className="traffic__pair"><Named id={dealings[0]?.from ?? ''} /><span aria-hidden>→</span><Named id={dealings[0]?.to ?? ''} /></div>
          <Dealings list={dealings} />
        </article>
      ))}
    </>
  );
}
