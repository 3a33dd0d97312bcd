import { mdiArrowDownThin, mdiArrowUpThin, mdiMinus } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PathView } from '../../../shared/contract/network';
import { formatValue } from '../../../shared/values';
import { selectLink } from '../../actions/selectionActions';
import { selectThose } from '../../actions/toChart';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { useLanguage } from '../../ui/language';
import { EntityName } from './EntityName';
import type { useEntities } from './useEntities';

/** One way, step by step, with the weakest evidence on it. */
export function PathRow({ path, entities }: { path: PathView; entities: ReturnType<typeof useEntities> }): ReactElement {
  const { t } = useTranslation('network');
  const types = useTypes();
  const language = useLanguage();
  return (
    <li className="network__path">
      <div className="network__pathHead">
        <button type="button" className="network__select" onClick={() => void selectThose(path.entities, path.steps.map((step) => step.link))}>{t('steps', { count: path.steps.length })}</button>
        <span className={`network__strength network__strength--${path.weakest}`} title={t('weakestHint')}>{t(`weakest.${path.weakest}`)}</span>
        {path.weakestGrading === '' ? null : <Grade text={path.weakestGrading} />}
      </div>
      {path.entities.map((id, at) => {
        const step = path.steps[at];
        const type = step ? types.link(step.type) : undefined;
        return (
          <div key={id}>
            <EntityName id={id} entity={entities.get(id)} />
            {step ? (
              <button type="button" className={`network__step network__step--${step.strength}`} onClick={() => selectLink(step.link)}>
                <Glyph path={type?.directed === false ? mdiMinus : step.along ? mdiArrowDownThin : mdiArrowUpThin} size={14} />
                <span>{step.along ? type?.label[language] : type?.reverse[language]}{step.count > 1 ? ` (${t('ofMany', { count: step.count })})` : ''}</span>
                {step.start ? <span className="quiet figures">{formatValue('date', step.start, language)}</span> : null}
                {step.grading === '' ? null : <Grade text={step.grading} />}
              </button>
            ) : null}
          </div>
        );
      })}
    </li>
  );
}
