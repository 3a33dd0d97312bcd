import { Button, HTMLSelect } from '@blueprintjs/core';
import { mdiFormatPaint, mdiPlus } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { formattingRuleSchema, PALETTE, type FormattingRule, type RuleTarget } from '../../../shared/model/formatting';
import { useChartView } from '../../actions/chartView';
import { saveRules, useFormatted, useRuleDraft, useRules } from '../../actions/formatting';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { freshCondition, useOffered } from './conditions';
import { RuleEditor } from './RuleEditor';
import { RuleRow, type RuleEdits } from './RuleRow';
import { RULE_SETS, rulesOfSet } from './ruleSets';
import './formatting.css';

type Rules = readonly FormattingRule[];

const replaced = (rules: Rules, rule: FormattingRule): Rules => (rules.some((each) => each.id === rule.id) ? rules.map((each) => (each.id === rule.id ? rule : each)) : [rule, ...rules]);

/** The list with one rule taken from where it was and put beside another. */
function placed(rules: Rules, id: string, beside: string, side: 'before' | 'after'): Rules {
  const moved = rules.find((each) => each.id === id);
  if (moved === undefined || id === beside) return rules;
  const rest = rules.filter((each) => each.id !== id);
  const at = rest.findIndex((each) => each.id === beside) + (side === 'after' ? 1 : 0);
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

/** The rules by which the charts of the case are drawn: added, ordered, switched and changed; a change shows on the chart while it is made. */
export function FormattingPanel(): ReactElement {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const types = useTypes();
  const offered = useOffered();
  const rules = useRules();
  const { hits } = useFormatted();
  const hasChart = useChartView((state) => state.view !== null);
  const [editing, setEditing] = useState<FormattingRule | null>(null);
  const shown = editing === null ? rules : replaced(rules, editing);

  useEffect(() => {
    // What cannot be kept yet is not shown either: the last that could be stays.
    if (editing === null) useRuleDraft.setState({ rules: null });
    else if (formattingRuleSchema.safeParse(editing).success) useRuleDraft.setState({ rules: replaced(rules, editing) });
  }, [editing, rules]);
  useEffect(() => () => useRuleDraft.setState({ rules: null }), []);

  const close = (): void => setEditing(null);
  const save = async (): Promise<void> => { if (editing && (await saveRules(replaced(rules, editing)))) close(); };
  const start = (target: RuleTarget): void => setEditing({ id: newId(), name: t('newRule'), on: true, target, conditions: [freshCondition('type', offered, target === 'lines')], effect: { colour: PALETTE.orange }, stop: false });
  // On top: what was asked for last is what shows.
  const addSet = (id: string): void => {
    const set = RULE_SETS.find((each) => each === id);
    if (set) void saveRules([...rulesOfSet(set, { t, language, types, today: new Date().toISOString().slice(0, 10) }), ...rules]);
  };
  const edits: RuleEdits = {
    open: (id) => setEditing(editing?.id === id ? null : (rules.find((each) => each.id === id) ?? null)),
    toggle: (id) => {
      if (editing?.id === id) setEditing({ ...editing, on: !editing.on });
      else void saveRules(rules.map((each) => (each.id === id ? { ...each, on: !each.on } : each)));
    },
    move: (id, by) => {
      const beside = rules[rules.findIndex((each) => each.id === id) + by];
      if (beside) void saveRules(placed(rules, id, beside.id, by === 1 ? 'after' : 'before'));
    },
    place: (id, beside, side) => void saveRules(placed(rules, id, beside, side)),
    copy: (id) => {
      const rule = shown.find((each) => each.id === id);
      const copy = rule && { ...rule, id: newId(), name: t('copyOf', { name: rule.name }).slice(0, 120) };
      if (copy) void saveRules(rules.flatMap((each) => (each.id === id ? [each, copy] : [each])));
    },
    remove: (id) => {
      if (editing?.id === id) close();
      if (rules.some((each) => each.id === id)) void saveRules(rules.filter((each) => each.id !== id));
    },
  };
  return (
    <div className="panel formatting">
      <div className="formatting__head">
        <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('addItems')} onClick={() => start('entities')} />
        <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('addLines')} onClick={() => start('lines')} />
        <HTMLSelect className="formatting__sets" aria-label={t('sets')} value="" options={[{ value: '', label: t('sets') }, ...RULE_SETS.map((value) => ({ value, label: t(`sets.${value}`) }))]} onChange={(event) => addSet(event.currentTarget.value)} />
      </div>
      <div className="panel__body">
        {shown.length === 0 ? <EmptyState icon={mdiFormatPaint} title={t('empty')} hint={t('emptyHint')} /> : (
          <>
            <ol className="formatting__rules">
              {shown.map((rule, at) => (
                <RuleRow key={rule.id} rule={rule} first={at === 0} last={at === shown.length - 1} hits={hasChart && rule.on ? (hits.get(rule.id) ?? 0) : null} edits={edits}>
                  {editing?.id === rule.id ? <RuleEditor rule={editing} onChange={setEditing} onSave={() => void save()} onCancel={close} /> : undefined}
                </RuleRow>
              ))}
            </ol>
            <p className="formatting__hint quiet">{t('hint')}</p>
          </>
        )}
      </div>
    </div>
  );
}
