import { Tag } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startCategories } from '../../actions/evaluate';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import type { SubjectView } from '../../../shared/contract';
import { categoryCodes, categoryOf, MINOR } from '../../../shared/schema/category';

const OF_AGE = 18;

/** True when somebody born on this day, or in this year or month, may not be of age yet on `today`. */
export function isUnderAge(born: string, today: Date): boolean {
  const [year, month = '12', day = '31'] = born.replace(/^~/, '').split('-');
  const adult = new Date(Number(year) + OF_AGE, Number(month) - 1, Number(day));
  // Where month or day is unknown the youngest age counts: it is only a hint, and never written down.
  return /^~?\d{4}(-\d{2}){0,2}$/.test(born) && adult.getTime() > today.getTime();
}

/** What a person is in this case, each in the shape that charts mark it with, and whether a minor; where nobody has said it, the way to say it. */
export function Categories({ subject }: { subject: SubjectView }): ReactElement | null {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const { entity } = subject;
  const type = entity === null ? undefined : types.entity(entity.type);
  const property = type && categoryOf(type);
  if (!property || entity === null) return null;
  const codes = categoryCodes(entity.category);
  const values = (id: string): string[] => subject.statements.flatMap((each) => each.values[id] ?? []).map((value) => value.v);
  const minor = values(MINOR);
  const birth = type?.properties.find((each) => each.match === 'birthDate');
  const young = birth !== undefined && minor.length === 0 && values(birth.id).some((born) => isUnderAge(born, new Date()));
  return (
    <>
      {codes.map((code) => <span key={code} className={`category category--${property.marks?.[code]?.form ?? 'frame'}`}>{property.choices?.[code]?.[language] ?? code}</span>)}
      {minor.includes('true') ? <Tag minimal intent="warning">{t('minor')}</Tag> : young ? <Tag minimal title={t('minorByBirthHint')}>{t('minorByBirth')}</Tag> : null}
      <button type="button" className="link-button" onClick={() => startCategories([entity.id])}>{t(codes.length === 0 ? 'categories' : 'changeCategory')}</button>
    </>
  );
}
