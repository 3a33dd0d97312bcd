import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { grouped } from '../../ui/grouped';
import { formatMoment, useLanguage } from '../../ui/language';
import type { SubjectView } from '../../../shared/contract';

/** When and by whom what is said of a subject came into the case, newest first. */
export function SubjectHistory({ subject }: { subject: SubjectView }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const steps = [...grouped(subject.statements, (each) => each.seq)].toSorted(([a], [b]) => b - a);
  return (
    <ol className="subject-sources">
      {steps.map(([seq, statements]) => (
        <li key={seq}>
          <div><span className="figures quiet">#{seq}</span> {t('statementsAdded', { count: statements.length })}</div>
          <div className="quiet">{formatMoment(statements[0]?.at ?? null, language)} · {statements[0]?.actor}</div>
          <div className="quiet">{[...new Set(statements.flatMap((each) => Object.keys(each.values)))].map((id) => types.property(subject.type, id)?.label[language] ?? id).join(', ')}</div>
        </li>
      ))}
    </ol>
  );
}
