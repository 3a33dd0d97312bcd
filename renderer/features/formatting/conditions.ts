import { useMemo } from 'react';
import type { Condition, ConditionId } from '../../../shared/model/formatting';
import type { Scheme } from '../../../shared/schema/types';
import { useCase } from '../../case/queries';
import { useTypes, type Types } from '../../case/types';

/** What fields of conditions offer: types and schemes, those of the case first. */
export interface Offered {
  readonly types: Types;
  readonly gradings: readonly Scheme[];
  readonly handlings: readonly Scheme[];
}

const first = (schemes: readonly Scheme[], id: string | undefined): readonly Scheme[] => schemes.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));

export function useOffered(): Offered {
  const types = useTypes();
  const settings = useCase('case.info', {}).data?.settings;
  return useMemo(() => ({ types, gradings: first(types.schemes('grading'), settings?.gradingScheme), handlings: first(types.conditions(), settings?.handlingScheme) }), [types, settings]);
}

const MOST = 300;

/** Every grading of a scheme as it is written, the best first. */
export const gradingsOf = (scheme: Scheme | undefined): string[] => (scheme?.axes ?? []).reduce<string[]>((texts, axis) => texts.flatMap((text) => axis.codes.map(({ code }) => text + code)), ['']).filter((text) => text !== '').slice(0, MOST);

/** A condition of a kind as it is first offered: what is chosen is something that the case knows. */
const FRESH: { readonly [K in ConditionId]: (offered: Offered, lines: boolean) => Extract<Condition, { of: K }> } = {
  type: ({ types }, lines) => ({ of: 'type', type: (lines ? types.catalogue.linkTypes : types.catalogue.entityTypes)[0]?.id ?? '' }),
  category: () => ({ of: 'category', code: '' }),
  grading: ({ gradings }) => ({ of: 'grading', sense: 'worse', scheme: gradings[0]?.id ?? '', text: gradingsOf(gradings[0])[0] ?? '' }),
  handling: ({ handlings }) => ({ of: 'handling', scheme: handlings[0]?.id ?? '', code: handlings[0]?.axes[0]?.codes[0]?.code ?? '' }),
  sources: () => ({ of: 'sources', sense: 'fewer', than: 2 }),
  links: () => ({ of: 'links', sense: 'more', than: 10 }),
  contradicts: () => ({ of: 'contradicts' }),
  members: () => ({ of: 'members' }),
  assessed: () => ({ of: 'assessed' }),
  date: () => ({ of: 'date', sense: 'after', day: '' }),
  caption: () => ({ of: 'caption', text: '' }),
  strength: () => ({ of: 'strength', strength: 'tentative' }),
};

export const freshCondition = (of: ConditionId, offered: Offered, lines: boolean): Condition => FRESH[of](offered, lines);
