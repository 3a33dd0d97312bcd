import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeOf, type ScopeId } from '../../actions/network';
import { useSelected } from '../../actions/selected';
import { askTraffic, useTraffic } from '../../actions/traffic';
import { DayField } from '../../ui/DayField';
import { FORMS, valueOf, type Field, type Form } from './forms';
import { Results } from './Results';
import './traffic.css';

const SCOPES: readonly ScopeId[] = ['case', 'chart', 'selection'];
const CHOICES: Readonly<Partial<Record<Field['kind'], readonly string[]>>> = { zone: ['brussels', 'utc'], of: ['calls', 'payments'] };
const keyOf = (form: Form, field: Field): string => `${form.id}.${field.id}`;

function AskedField({ form, field }: { form: Form; field: Field }): ReactElement {
  const { t } = useTranslation('traffic');
  const value = useTraffic((state) => state.fields[keyOf(form, field)] ?? field.standard);
  const label = t([`field.${form.question.slice('case.'.length)}.${field.id}`, `field.${field.id}`]);
  const set = (typed: string): void => useTraffic.setState(({ fields }) => ({ fields: { ...fields, [keyOf(form, field)]: typed } }));
  if (field.kind === 'day') return <DayField label={label} value={value} onChange={set} />;
  const choices = CHOICES[field.kind];
  return (
    <label className="traffic__field">
      <span>{label}</span>
      {choices ? <HTMLSelect value={value} options={choices.map((each) => ({ value: each, label: t(`choice.${each}`) }))} onChange={(event) => set(event.currentTarget.value)} />
        : <InputGroup value={value} placeholder={field.kind === 'currency' ? t('everyCurrency') : ''} intent={valueOf(field, value) === null ? 'danger' : 'none'} inputMode={field.kind === 'currency' ? 'text' : 'decimal'} autoComplete="off" spellCheck={false} onValueChange={set} />}
    </label>
  );
}

/** Questions about calls, messages and payments, in plain words. */
export function TrafficPanel(): ReactElement {
  const { t } = useTranslation('traffic');
  const { form: chosen, scope: choice, from, until, fields, asked } = useTraffic();
  const { entities: selected } = useSelected();
  const [busy, setBusy] = useState(false);
  const form = FORMS.find(({ id }) => id === chosen) ?? FORMS[0]!;
  const values = form.fields.map((field) => [field.id, valueOf(field, fields[keyOf(form, field)] ?? field.standard)] as const);
  const wrong = values.some(([, value]) => value === null);
  const picked = form.selected === undefined || (selected.length >= form.selected.least && selected.length <= form.selected.most);
  // A question about some is asked of all that is known of them. A selection may be a single phone here.
  const scope = form.selected !== undefined ? ({ kind: 'case' } as const) : choice === 'selection' ? (selected.length === 0 ? null : ({ kind: 'entities', ids: [...selected] } as const)) : scopeOf(choice);
  const ask = async (): Promise<void> => {
    if (scope === null) return;
    const about = form.selected === undefined ? {} : form.selected.most === 1 ? { id: selected[0] } : { ids: [...selected] };
    const args = { scope, ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }), ...about, ...form.fixed, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
    setBusy(true);
    const answer = await askTraffic(form.question, args as never);
    setBusy(false);
    if (answer) useTraffic.setState({ asked: { form: form.id, question: form.question, args, answer } });
  };
  return (
    <div className="panel traffic">
      <div className="traffic__head">
        <div className="traffic__ask">
          <HTMLSelect fill aria-label={t('question')} value={form.id} onChange={(event) => useTraffic.setState({ form: event.currentTarget.value })}>
            {(['calls', 'money'] as const).map((about) => <optgroup key={about} label={t(`about.${about}`)}>{FORMS.filter((each) => each.about === about).map(({ id }) => <option key={id} value={id}>{t(`asked.${id}`)}</option>)}</optgroup>)}
          </HTMLSelect>
          <Button intent="primary" loading={busy} disabled={!picked || wrong || scope === null} text={t('ask')} onClick={() => void ask()} />
        </div>
        <p className="traffic__caveat quiet">{!picked ? t(form.selected?.most === 1 ? 'pickOne' : 'pickSome') : scope === null ? t(`noScope.${choice}`) : t(`caveat.${form.id}`)}</p>
        <div className="traffic__fields">
          {form.selected === undefined ? (
            <label className="traffic__field">
              <span>{t('scope')}</span>
              <HTMLSelect value={choice} options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))} onChange={(event) => useTraffic.setState({ scope: SCOPES.find((each) => each === event.currentTarget.value) ?? 'case' })} />
            </label>
          ) : null}
          {form.fields.map((field) => <AskedField key={keyOf(form, field)} form={form} field={field} />)}
          <DayField label={t('from')} value={from} onChange={(day) => useTraffic.setState({ from: day })} />
          <DayField label={t('until')} value={until} onChange={(day) => useTraffic.setState({ until: day })} />
        </div>
      </div>
      <div className="panel__body traffic__body">{asked !== null && asked.form === form.id ? <Results asked={asked} /> : null}</div>
    </div>
  );
}
