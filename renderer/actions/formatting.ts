import { useMemo } from 'react';
import { create } from 'zustand';
import { formatted, type Formatted } from '../../shared/analysis/formatting';
import type { ChartView } from '../../shared/contract';
import type { FormattingRule } from '../../shared/model/formatting';
import type { Catalogue } from '../../shared/schema/catalogue';
import { useCase } from '../case/queries';
import { useTypes } from '../case/types';
import { execute } from './execute';
import { useChartView } from './chartView';
import { useSession } from './session';

const NONE: readonly FormattingRule[] = [];
const UNTOUCHED: Formatted = { styles: new Map(), hits: new Map(), drawn: new Map() };

/** Rules as they are being edited, shown on the chart before they are kept; null while none is. View state. */
export const useRuleDraft = create<{ readonly rules: readonly FormattingRule[] | null }>(() => ({ rules: null }));

/** A draft is of one case. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) useRuleDraft.setState({ rules: null });
});

/** The rules of the open case, in their order. */
export function useRules(): readonly FormattingRule[] {
  // What is seen as somebody else would get it carries no rules: those stay with the case.
  const own = useSession((state) => state.viewingAs === null);
  const { data } = useCase('case.formatting', {}, own);
  return own ? (data?.rules ?? NONE) : NONE;
}

/** Keeps these rules in place of those of the case. True when it was done. */
export const saveRules = (rules: readonly FormattingRule[]): Promise<boolean> => execute('formatting.set', { rules: rules.map((rule) => ({ ...rule })) });

/** What was last made of a chart by which rules: the canvas, the legend and the panel ask for the same. */
const made = new WeakMap<ChartView, { readonly rules: readonly FormattingRule[]; readonly types: Catalogue; readonly result: Formatted }>();

function formattedOnce(view: ChartView, rules: readonly FormattingRule[], types: Catalogue): Formatted {
  const known = made.get(view);
  if (known?.rules === rules && known.types === types) return known.result;
  const result = formatted(rules, view, types);
  made.set(view, { rules, types, result });
  return result;
}

/** What the rules, or those that are being edited, make of the chart in front. */
export function useFormatted(): Formatted {
  const kept = useRules();
  const draft = useRuleDraft((state) => state.rules);
  const view = useChartView((state) => state.view);
  const { catalogue } = useTypes();
  const rules = draft ?? kept;
  return useMemo(() => (view === null || rules.length === 0 ? UNTOUCHED : formattedOnce(view, rules, catalogue)), [view, rules, catalogue]);
}
