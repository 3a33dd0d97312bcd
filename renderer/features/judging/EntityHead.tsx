import { Tag } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { selectAndCentre } from '../../actions/selectionActions';
import type { EntityView } from '../../../shared/contract';
import { categoryCodes, categoryOf } from '../../../shared/schema/category';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Grade } from '../../ui/Grade';
import { useLanguage } from '../../ui/language';

/** Who one side of a pair is: mark, name, key line, gradings and handling; its name leads to the inspector. */
export function EntityHead({ entity }: { entity: EntityView }): ReactElement {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  const types = useTypes();
  const type = types.entity(entity.type);
  const property = type && categoryOf(type);
  const handling = entity.handling === '' ? '' : types.codeText(entity.handling, language);
  return (
    <section className="pair-head__side">
      <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={36} label={types.label(entity.type, language)} />
      <div className="pair-head__names">
        <button type="button" className="link-button pair-head__caption" title={t('inspect')} onClick={() => selectAndCentre(entity.id)}><span className="name" dir="auto">{entity.caption}</span></button>
        <div className="quiet clip figures">{[types.keyText(entity, language), types.label(entity.type, language)].filter((part) => part !== '').join(' · ')}</div>
        <div className="pair-head__tags">
          <Grade text={entity.grading} />
          {handling === '' ? null : <Grade text={handling} title={types.codeMeaning(entity.handling, language)} kind="handling" />}
          {categoryCodes(entity.category).map((code) => <span key={code} className={`category category--${property?.marks?.[code]?.form ?? 'frame'}`}>{property?.choices?.[code]?.[language] ?? code}</span>)}
          {entity.contradicts ? <Tag minimal intent="danger">{t('inspector:contradicts')}</Tag> : null}
          <span className="quiet figures pair-head__counts">{t('inspector:sourceCount', { count: entity.sources })} · {t('inspector:linkCount', { count: entity.links })}</span>
          {entity.assessed ? <Tag minimal>{t('evaluation:onlyAssessment')}</Tag> : null}
        </div>
      </div>
    </section>
  );
}
