import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrafficAnswer } from '../../actions/traffic';
import { Contact, Day, Figure, Share } from './cells';
import { Named, NameList } from './Named';

/** Whom several know: one column for each of them. */
export function Common({ found }: { found: TrafficAnswer<'case.commonContacts'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <div className="traffic__wide">
      <table className="traffic__table traffic__table--matrix">
        <thead><tr><th>{t('contact')}</th>{found.parties.map((id) => <th key={id}><Named id={id} /></th>)}</tr></thead>
        <tbody>{found.rows.map((row) => <tr key={row.entity}><td><Named id={row.entity} /></td>{row.by.map((each, at) => <td key={found.parties[at]}><Contact of={each} /></td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** Who came, who went, who stayed. */
export function Changed({ found }: { found: TrafficAnswer<'case.changedContacts'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <>
      {(['appeared', 'dropped'] as const).map((part) => (
        <section key={part}>
          <h4>{t(`changed.${part}`, { count: found[part].length })}</h4>
          <table className="traffic__table"><tbody>{found[part].map((row) => <tr key={row.entity}><td><Named id={row.entity} /></td><td><Contact of={row} /></td></tr>)}</tbody></table>
        </section>
      ))}
      <h4>{t('changed.kept', { count: found.kept.length })}</h4>
      <table className="traffic__table">
        {found.kept.length === 0 ? null : <thead><tr><th>{t('contact')}</th><th>{t('before')}</th><th>{t('after')}</th></tr></thead>}
        <tbody>{found.kept.map((row) => <tr key={row.entity}><td><Named id={row.entity} /></td><td><Contact of={row.before} /></td><td><Contact of={row.after} /></td></tr>)}</tbody>
      </table>
    </>
  );
}

/** Which phone seems to have taken which one's place, and why. */
export function Replaced({ found }: { found: TrafficAnswer<'case.replacements'> }): ReactElement {
  const { t } = useTranslation('traffic');
  return (
    <>
      {found.rows.map((row) => (
        <article key={`${row.old} ${row.next}`} className="traffic__item">
          <div className="traffic__pair"><Named id={row.old} /><span aria-hidden>→</span><Named id={row.next} /><b><Share of={row.score} /></b></div>
          <p className="quiet">{t('lastOld')} <Day at={row.lastOld} /> · {t('firstNext')} <Day at={row.firstNext} /> · {t(row.gap >= 0 ? 'gapOf' : 'overlapOf')} <Figure value={Math.abs(row.gap)} /> {t('days')}</p>
          <p className="quiet">{t('sharedOf', { count: row.shared.length, old: row.contacts[0], next: row.contacts[1] })}</p>
          <NameList ids={row.shared.slice(0, 12)} />
        </article>
      ))}
    </>
  );
}
