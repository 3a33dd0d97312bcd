import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternCondition, PatternEdge, PatternNode } from '../../../../shared/model/pattern';
import { formatValue } from '../../../../shared/values';
import { useTypes } from '../../../case/types';
import { formatCount, useLanguage } from '../../../ui/language';

/** How parts of a pattern are called in a few words. */
export interface Wording {
  /** Who may stand there. `caption`: of the one that it is fixed to. */
  readonly node: (node: PatternNode, caption?: string) => string;
  readonly condition: (condition: PatternCondition) => string;
  readonly edge: (edge: PatternEdge) => string;
  readonly property: (id: string) => string;
}

export function useWording(): Wording {
  const { t } = useTranslation('pattern');
  const types = useTypes();
  const language = useLanguage();
  return useMemo(() => {
    const property = (id: string): string => types.catalogue.entityTypes.flatMap((type) => type.properties).find((each) => each.id === id)?.label[language] ?? id;
    const range = (low: string | null, high: string | null): string => (low !== null && high !== null ? t('between', { low, high }) : low !== null ? t('from', { low }) : t('until', { high: high ?? '' }));
    const day = (text: string | null): string | null => (text === null ? null : formatValue('date', text, language));
    const number = (value: number | null): string | null => (value === null ? null : formatCount(value, language));
    const condition = (asked: PatternCondition): string => {
      if (asked.kind === 'text') return t(`said.${asked.test}`, { property: asked.property === null ? t('name') : property(asked.property), text: asked.text });
      if (asked.kind === 'date') return `${property(asked.property)} ${range(day(asked.from), day(asked.until))}`;
      if (asked.kind === 'number') return `${property(asked.property)} ${range(number(asked.least), number(asked.most))}`;
      if (asked.kind === 'links') return t('said.links', { count: asked.least });
      if (asked.kind === 'grading') return t('said.grading', { text: asked.least });
      return asked.codes.join(', ');
    };
    return {
      property, condition,
      node: ({ types: wanted, families, entity }, caption) => (entity !== null ? (caption ?? '…') : [...wanted.map((type) => types.label(type, language, 1)), ...families.map((family) => t(`family.${family}`))].join(', ') || t('anyone')),
      edge: (edge) => {
        const parts = [edge.types.map((type) => types.label(type, language)).join(', ') || t('anyLink')];
        if (edge.count > 1) parts.push(t('atLeast', { count: edge.count }));
        if (edge.since !== null || edge.until !== null) parts.push(range(day(edge.since), day(edge.until)));
        if (edge.least !== null || edge.most !== null) parts.push(range(number(edge.least), number(edge.most)));
        return edge.absent ? t('not', { what: parts.join(' ') }) : parts.join(' · ');
      },
    };
  }, [t, types, language]);
}
