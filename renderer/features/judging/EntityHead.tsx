import { Tag } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectAndCentre } from '../../actions/selectionActions';
import type { EntityView } from '../../../shared/contract';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';

/** Who one side of a pair is: mark, name, key line, gradings and handling; its name leads to the inspector. */
export function EntityHead({ entity }: { entity: EntityView }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const handling = entity.handling === '' ? '' : types.codeText(entity.handling, language);
  return (
    <section className="pair-head__side">
      <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={36} label={types.label(entity.type, language)} />
      <div className="pair-head__names">
        <button type="button" className="link-button pair-head__caption" title={t('inspect')} onClick={() => selectAndCentre(entity.id)}><span className="name" dir="auto">{entity.caption}</span></button>
        <div className="quiet clip figures">{[types.label(entity.type, language), types.keyText(entity, language), t('canvas:about', { sources: formatCount(entity.sources, language), links: formatCount(entity.links, language) })].filter((part) => part !== '').join(' · ')}</div>
        <div className="pair-head__tags">
          <Grade text={entity.grading} />
          {handling === '' ? null : <Grade text={handling} title={types.codeMeaning(entity.handling, language)} kind="handling" />}
          {types.categories(entity, language).map((name) => <span key={name} className="category category--frame">{name}</span>)}
          {entity.contradicts ? <Tag minimal intent="danger">{t('inspector:contradicts')}</Tag> : null}
          {entity.assessed ? <Tag minimal>{t('evaluation:onlyAssessment')}</Tag> : null}
        </div>
      </div>
    </section>
  );
}
