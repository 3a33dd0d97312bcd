import { categoryOf } from '../../../shared/schema/category';
import type { ChoiceMark } from '../../../shared/schema/types';
import type { Language } from '../../../shared/values/kind';
import type { Types } from '../../case/types';

export interface CategoryChoice {
  readonly code: string;
  readonly name: string;
  /** Shape of its mark on charts, where it has one. */
  readonly form?: ChoiceMark['form'];
}

/** All categories that entities of the case may have, by whichever types have them, each once. */
export function categoryChoices(types: Types, language: Language): readonly CategoryChoice[] {
  const found = new Map<string, CategoryChoice>();
  for (const type of types.catalogue.entityTypes) {
    const property = categoryOf(type);
    for (const [code, name] of Object.entries(property?.choices ?? {})) {
      const form = property?.marks?.[code]?.form;
      if (!found.has(code)) found.set(code, { code, name: name[language], ...(form === undefined ? {} : { form }) });
    }
  }
  return [...found.values()];
}
