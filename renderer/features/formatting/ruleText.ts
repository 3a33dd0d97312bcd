import type { TFunction } from 'i18next';
import type { Condition, ConditionId } from '../../../shared/model/formatting';
import { formatValue } from '../../../shared/values';
import type { Language } from '../../../shared/values/kind';
import type { Types } from '../../case/types';
import { categoryChoices } from './categoryChoices';

type Words = { readonly [K in ConditionId]: (condition: Extract<Condition, { of: K }>, language: Language, types: Types) => Readonly<Record<string, string | number>> };

/** What fills the sentence of each condition. */
const WORDS: Words = {
  type: ({ type }, language, types) => ({ type: types.label(type, language) }),
  category: ({ code }, language, types) => ({ category: categoryChoices(types, language).find((each) => each.code === code)?.name ?? code }),
  grading: ({ text }) => ({ text }),
  handling: ({ code }, language, types) => ({ code: types.codeText(code, language) || code }),
  sources: ({ than }) => ({ than }),
  links: ({ than }) => ({ than }),
  contradicts: () => ({}),
  members: () => ({}),
  assessed: () => ({}),
  date: ({ day }, language) => ({ day: day === '' ? '…' : formatValue('date', day, language) }),
  caption: ({ text }) => ({ text }),
  strength: () => ({}),
};

/** A condition in words: "fewer than 2 sources". */
export function conditionText(t: TFunction, condition: Condition, language: Language, types: Types): string {
  const sense = 'sense' in condition ? `.${condition.sense}` : condition.of === 'strength' ? `.${condition.strength}` : '';
  return t(`formatting:says.${condition.of}${sense}`, (WORDS[condition.of] as (condition: Condition, language: Language, types: Types) => Readonly<Record<string, string | number>>)(condition, language, types));
}
