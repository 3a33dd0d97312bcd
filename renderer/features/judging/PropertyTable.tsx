import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf, CaseService } from '../../../shared/contract';
import type { PropertyType } from '../../../shared/schema/types';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';

export type PairDetails = ResultOf<CaseService['requests']['case.pair']>;
type Row = PairDetails['properties'][number];

const MARKS = { same: '=', differs: '≠' } as const;

/** What is said of either, property by property, with what is the same and what differs in a sign of its own between them. */
export function PropertyTable({ details }: { details: PairDetails }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const { left, right } = details.pair;
  const property = (id: string): PropertyType | undefined => types.property(left.type, id) ?? types.property(right.type, id);
  if (details.properties.length === 0) return <p className="quiet">{t('nothingSaid')}</p>;
  return (
    <table className="compared">
      <colgroup><col className="compared__names" /><col /><col className="compared__marks" /><col /></colgroup>
      {/* Who stands left and right is said in the head above, which does not scroll away. */}
      <thead className="compared__head"><tr><th scope="col">{t('property')}</th><th scope="col">{left.caption}</th><th scope="col">{t('compared')}</th><th scope="col">{right.caption}</th></tr></thead>
      <tbody>
        {details.properties.map((row) => (
          <tr key={row.property} className={row.finding === null ? '' : `compared__row--${row.finding}`}>
            <th scope="row">{property(row.property)?.label[language] ?? row.property}</th>
            <td><Values values={row.left} property={property(row.property)} /></td>
            <td className="compared__mark">{row.finding === null ? null : <span role="img" aria-label={t(`finding.${row.finding}`)} title={t(`finding.${row.finding}`)}>{MARKS[row.finding]}</span>}</td>
            <td><Values values={row.right} property={property(row.property)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ values, property }: { values: Row['left']; property: PropertyType | undefined }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  if (values.length === 0) return <span className="quiet" title={t('notSaid')}>–</span>;
  return (
    <>
      {values.map(({ value, sources }) => (
        <div key={value.v} className="compared__value">
          <span className="name" dir="auto" title={value.raw ?? undefined}>{shownValue(property, value.v, language)}</span>
          {sources.length > 0 ? <span className="quiet compared__sources" title={sources.join('\n')}>{sources.length > 1 ? t('sourcesMore', { first: sources[0], count: sources.length - 1 }) : sources[0]}</span> : null}
        </div>
      ))}
    </>
  );
}
