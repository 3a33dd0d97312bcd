import { Button, Callout, Dialog, DialogBody, DialogFooter, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { mdiClose, mdiPlus, mdiTuneVariant } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { MOST_ACTIONS, type ColumnAction } from '../../../shared/mapping/actions';
import type { CellSource, Mapping, PropertyMapping } from '../../../shared/mapping/mapping';
import { columnsOf, type PartRef } from './mappingChange';
import { propertyName, propertyOf } from './propertyName';
import { FIRST_STEP, STEPS, StepRow, type StepKind } from './StepRow';
import { TryOut, type SampleRow } from './TryOut';

interface StepsProps {
  readonly part: PartRef;
  readonly type: string;
  readonly mapped: PropertyMapping;
  readonly mapping: Mapping;
  readonly rows: readonly SampleRow[];
  readonly onChange: (mapped: PropertyMapping) => void;
}

/** Number of things that are done to the text of a property between the cell and the value. */
const done = ({ actions, split, from }: PropertyMapping): number => (actions?.length ?? 0) + (split ? 1 : 0) + ('columns' in from ? 1 : 0);

/** Button beside a mapped property; opens what is done to its text. It carries the number of steps where there are any. */
export function PropertySteps(props: StepsProps): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const [open, setOpen] = useState(false);
  const name = propertyName(types, props.type, props.mapped.property, language);
  const steps = done(props.mapped);
  return (
    <>
      <Button size="small" variant="minimal" active={steps > 0} icon={<Glyph path={mdiTuneVariant} size={14} />} text={steps > 0 ? String(steps) : undefined} title={t('stepsTitle', { property: name })} aria-label={t('stepsOf', { property: name, count: steps })} onClick={() => setOpen(true)} />
      {open ? <StepsDialog {...props} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function StepsDialog({ type, mapped, mapping, rows, onChange, name, onClose }: StepsProps & { name: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('import');
  const types = useTypes();
  const [draft, setDraft] = useState(mapped);
  const actions = draft.actions ?? [];
  const property = propertyOf(types, type, draft.property);
  const setActions = (next: readonly ColumnAction[]): void => setDraft(({ actions: _old, ...rest }) => (next.length === 0 ? rest : { ...rest, actions: [...next] }));
  const setSplit = (split: string): void => setDraft(({ split: _old, ...rest }) => (split === '' ? rest : { ...rest, split }));
  const setFrom = (from: CellSource): void => setDraft((old) => ({ ...old, from }));
  return (
    <Dialog isOpen className="steps" title={t('stepsTitle', { property: name })} onClose={onClose}>
      <DialogBody>
        <div className="steps__body">
          <div className="steps__what">
            <h4>{t('stepsFrom')}</h4>
            <Columns from={draft.from} mapping={mapping} onFrom={setFrom} />
            <h4>{t('stepsDone')}</h4>
            {actions.length === 0 ? <p className="quiet">{t('stepsNone')}</p> : (
              <ol className="steps__list">
                {actions.map((action, index) => (
                  <StepRow
                    key={`${index}:${action.do}`} action={action} first={index === 0} last={index === actions.length - 1}
                    onChange={(next) => setActions(actions.map((each, at) => (at === index ? next : each)))}
                    onRemove={() => setActions(actions.filter((_each, at) => at !== index))}
                    onMove={(by) => setActions(actions.toSpliced(index, 1).toSpliced(index + by, 0, action))}
                  />
                ))}
              </ol>
            )}
            <HTMLSelect aria-label={t('stepAdd')} value="" disabled={actions.length >= MOST_ACTIONS} options={[{ value: '', label: t('stepAdd') }, ...STEPS.map((kind) => ({ value: kind, label: t(`step.${kind}`) }))]} onChange={(event) => { const kind = event.currentTarget.value as StepKind | ''; if (kind !== '') setActions([...actions, FIRST_STEP[kind]]); }} />
            <label className="steps__split"><span>{t('splitBy')}</span><InputGroup size="small" aria-label={t('splitBy')} placeholder={t('splitNone')} value={draft.split ?? ''} maxLength={10} onValueChange={setSplit} /></label>
            {draft.split !== undefined && property?.many !== true ? <Callout compact intent="warning">{t('splitOne')}</Callout> : null}
          </div>
          <TryOut property={property} mapped={draft} reading={mapping.reading} rows={rows} />
        </div>
      </DialogBody>
      <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button intent="primary" text={t('stepsKeep')} onClick={() => { onChange(draft); onClose(); }} /></>} />
    </Dialog>
  );
}

/** Where the text comes from: one column, several joined, or the same text for each row. */
function Columns({ from, mapping, onFrom }: { from: CellSource; mapping: Mapping; onFrom: (from: CellSource) => void }): ReactElement {
  const { t } = useTranslation('import');
  const options = mapping.headings.map((heading, index) => ({ value: String(index), label: heading === '' ? t('columnNumber', { number: index + 1 }) : heading }));
  if ('constant' in from) return <label className="steps__split"><span>{t('constant')}</span><InputGroup size="small" aria-label={t('constant')} value={from.constant} onValueChange={(constant) => onFrom({ constant })} /></label>;
  const columns = columnsOf(from);
  const join = 'columns' in from ? from.join : ' ';
  const set = (next: readonly number[], by = join): void => onFrom(next.length === 1 ? { column: next[0] ?? 0 } : { columns: [...next], join: by });
  const free = mapping.headings.findIndex((_heading, index) => !columns.includes(index));
  return (
    <div className="steps__columns">
      {columns.map((column, at) => (
        <div key={`${at}:${column}`} className="steps__column">
          <HTMLSelect aria-label={t('joinColumn', { number: at + 1 })} value={String(column)} options={options} onChange={(event) => set(columns.map((each, index) => (index === at ? Number(event.currentTarget.value) : each)))} />
          {columns.length > 1 ? <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('joinRemove', { number: at + 1 })} onClick={() => set(columns.filter((_each, index) => index !== at))} /> : null}
        </div>
      ))}
      <div className="steps__column">
        <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('joinAdd')} disabled={free < 0 || columns.length >= 20} onClick={() => set([...columns, free])} />
        {columns.length > 1 ? <Picker inline label={t('joinBy')} value={join} options={[{ value: ' ', label: t('joinBlank') }, { value: '', label: t('joinNothing') }, { value: ', ', label: ', ' }, { value: '-', label: '-' }, { value: '/', label: '/' }, ...([' ', '', ', ', '-', '/'].includes(join) ? [] : [{ value: join, label: join }])]} onChange={(by) => set(columns, by)} /> : null}
      </div>
    </div>
  );
}
