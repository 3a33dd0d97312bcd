import { Button, Checkbox, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose, mdiPlus } from '@mdi/js';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CONDITIONS, formattingRuleSchema, type Condition, type FormattingRule } from '../../../shared/model/formatting';
import { Glyph } from '../../ui/Glyph';
import { ConditionFields } from './ConditionFields';
import { freshCondition, useOffered } from './conditions';
import { EffectFields } from './EffectFields';

/** As many as a rule may have. */
const MOST = 6;

interface RuleEditorProps {
  readonly rule: FormattingRule;
  readonly onChange: (rule: FormattingRule) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** The fields of one rule. What is changed shows on the chart at once, and is kept when it is saved. */
export function RuleEditor({ rule, onChange, onSave, onCancel }: RuleEditorProps): ReactElement {
  const { t } = useTranslation('formatting');
  const offered = useOffered();
  const lines = rule.target === 'lines';
  const kinds = CONDITIONS[rule.target];
  const setCondition = (at: number, condition: Condition): void => onChange({ ...rule, conditions: rule.conditions.map((each, index) => (index === at ? condition : each)) });
  const unused = kinds.find((kind) => !rule.conditions.some((each) => each.of === kind)) ?? kinds[0] ?? 'type';
  const ready = formattingRuleSchema.safeParse(rule).success;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onSave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the form wherever in it the focus is
    <form className="rule-editor" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}>
      <label className="rule-editor__field"><span className="quiet">{t('name')}</span><InputGroup fill autoFocus value={rule.name} maxLength={120} onValueChange={(name) => onChange({ ...rule, name })} /></label>
      <div className="rule-editor__when">
        <span className="quiet">{t(lines ? 'whenLines' : 'whenItems')}</span>
        {rule.conditions.map((condition, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- conditions have no other name, and fields follow their kind
          <div key={`${at} ${condition.of}`} className="rule-editor__condition">
            <HTMLSelect fill className="rule-editor__kind" aria-label={t('conditionKind')} value={condition.of} options={kinds.map((value) => ({ value, label: t(`condition.${value}`) }))} onChange={(event) => { const of = kinds.find((each) => each === event.currentTarget.value); if (of) setCondition(at, freshCondition(of, offered, lines)); }} />
            <span className="rule-editor__values"><ConditionFields condition={condition} offered={offered} lines={lines} onChange={(next) => setCondition(at, next)} /></span>
            {rule.conditions.length > 1 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('removeCondition')} title={t('removeCondition')} onClick={() => onChange({ ...rule, conditions: rule.conditions.filter((_, index) => index !== at) })} /> : null}
          </div>
        ))}
        {rule.conditions.length < MOST ? <Button className="rule-editor__add" size="small" variant="minimal" icon={<Glyph path={mdiPlus} size={14} />} text={t('addCondition')} onClick={() => onChange({ ...rule, conditions: [...rule.conditions, freshCondition(unused, offered, lines)] })} /> : null}
      </div>
      <EffectFields target={rule.target} effect={rule.effect} onChange={(effect) => onChange({ ...rule, effect })} />
      <Checkbox className="rule-editor__stop" checked={rule.stop} label={t('stop')} onChange={(event) => onChange({ ...rule, stop: event.currentTarget.checked })} />
      <div className="rule-editor__end"><Button size="small" text={t('app:cancel')} onClick={onCancel} /><Button size="small" type="submit" intent="primary" disabled={!ready} text={t('app:save')} /></div>
    </form>
  );
}
