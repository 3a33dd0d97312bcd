import type { TFunction } from 'i18next';
import { v7 as newId } from 'uuid';
import { PALETTE, type Condition, type Effect, type FormattingRule } from '../../../shared/model/formatting';
import type { Language } from '../../../shared/values/kind';
import type { Types } from '../../case/types';
import { categoryChoices } from './categoryChoices';

export const RULE_SETS = ['category', 'reliability', 'since'] as const;
export type RuleSetId = (typeof RULE_SETS)[number];

interface Making {
  readonly t: TFunction;
  readonly language: Language;
  readonly types: Types;
  /** "2026-05-03". */
  readonly today: string;
}

const rule = (name: string, target: FormattingRule['target'], condition: Condition, effect: Effect): FormattingRule => ({ id: newId(), name, on: true, target, conditions: [condition], effect, stop: false });

/** Farthest apart first; what is left over is grey. */
const CATEGORY_COLOURS = [PALETTE.vermilion, PALETTE.orange, PALETTE.blue, PALETTE.sky, PALETTE.purple, PALETTE.green];

/** A colour for each category. Those of suspicion come last, so that nobody who is a victim or witness as well is drawn as a suspect. */
function byCategory({ types, language }: Making): FormattingRule[] {
  const rules = categoryChoices(types, language).map(({ code, name, form }, at) => ({ last: form === 'block', rule: rule(name, 'entities', { of: 'category', code }, { colour: CATEGORY_COLOURS[at] ?? PALETTE.grey }) }));
  return rules.toSorted((a, b) => Number(a.last) - Number(b.last)).map((each) => each.rule);
}

/** How far things can be relied on: lines by the strength of what is said, told by stroke as well as colour; items by what they rest on. What is usual in a case stays quiet. */
function byReliability({ t }: Making): FormattingRule[] {
  return [
    rule(t('formatting:set.contradicts'), 'entities', { of: 'contradicts' }, { colour: PALETTE.vermilion, size: 1.35 }),
    rule(t('formatting:set.assessed'), 'entities', { of: 'assessed' }, { colour: PALETTE.purple }),
    rule(t('formatting:set.oneSource'), 'entities', { of: 'sources', sense: 'fewer', than: 2 }, { size: 0.75 }),
    rule(t('formatting:set.confirmed'), 'lines', { of: 'strength', strength: 'confirmed' }, { colour: PALETTE.blue, width: 2.5, line: 'solid' }),
    rule(t('formatting:set.unconfirmed'), 'lines', { of: 'strength', strength: 'unconfirmed' }, { line: 'dashed' }),
    rule(t('formatting:set.tentative'), 'lines', { of: 'strength', strength: 'tentative' }, { colour: PALETTE.vermilion, line: 'dotted' }),
  ];
}

const MONTH_MS = 30 * 86_400_000;

/** What is of the last month; the day is meant to be changed. */
function sinceDay({ t, today }: Making): FormattingRule[] {
  const day = new Date(Date.parse(today) - MONTH_MS).toISOString().slice(0, 10);
  return [
    rule(t('formatting:set.sinceItems'), 'entities', { of: 'date', sense: 'after', day }, { colour: PALETTE.orange, size: 1.35 }),
    rule(t('formatting:set.sinceLines'), 'lines', { of: 'date', sense: 'after', day }, { colour: PALETTE.orange, width: 4, line: 'solid' }),
    rule(t('formatting:set.beforeLines'), 'lines', { of: 'date', sense: 'before', day }, { colour: PALETTE.grey, line: 'dotted' }),
  ];
}

const MAKE: Readonly<Record<RuleSetId, (making: Making) => FormattingRule[]>> = { category: byCategory, reliability: byReliability, since: sinceDay };

/** The rules of a set that Knoop brings, as new rules of the case: named in the reader's language, to be changed at will. */
export const rulesOfSet = (id: RuleSetId, making: Making): FormattingRule[] => MAKE[id](making);
