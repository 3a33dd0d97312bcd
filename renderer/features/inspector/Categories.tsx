import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startCategories } from '../../actions/evaluate';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import type { EntityView } from '../../../shared/contract';
import { categoryCodes, categoryOf } from '../../../shared/schema/category';

/** What a person is in this case, each in the shape that charts mark it with; where nobody has said it, the way to say it. */
export function Categories({ entity }: { entity: EntityView }): ReactElement | null {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const type = types.entity(entity.type);
  const property = type && categoryOf(type);
  if (!property) return null;
  const codes = categoryCodes(entity.category);
  return (
    <>
      {codes.map((code) => <span key={code} className={`category category--${property.marks?.[code]?.form ?? 'frame'}`}>{property.choices?.[code]?.[language] ?? code}</span>)}
      <button type="button" className="link-button" onClick={() => startCategories([entity.id])}>{t(codes.length === 0 ? 'categories' : 'changeCategory')}</button>
    </>
  );
}
