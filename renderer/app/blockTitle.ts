import type { TFunction } from 'i18next';
import type { BlockTitle } from '../canvas';
import type { Types } from '../case/types';
import { categoryOf } from '../../shared/schema/category';
import { categoryNames } from '../../shared/schema/codeText';
import type { Language } from '../../shared/values/kind';

/** Headings over the blocks of a layout: what they have in common in the user's language, and how many they are. */
export function blockTitles(t: TFunction<'canvas'>, types: Types, language: Language): BlockTitle {
  const names = {
    byType: (key: string, count: number) => types.label(key, language, count),
    circleByType: (key: string, count: number) => types.label(key, language, count),
    byCategory: (key: string) => categoryNames(types.catalogue.entityTypes.find((type) => categoryOf(type) !== undefined), key, language).join(', '),
    byGrading: (key: string) => key,
  };
  return (by, key, group, count) => {
    const name = group < 0 ? t(`canvas:block.none.${by}`) : by === 'byCommunity' || by === 'circleByCommunity' ? t('canvas:block.community', { number: group + 1 }) : (names[by as keyof typeof names]?.(key, count) ?? key);
    return t('canvas:block.title', { name, size: count });
  };
}
