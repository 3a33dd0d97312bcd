import { Button, Checkbox, HTMLSelect, InputGroup, TextArea } from '@blueprintjs/core';
import { mdiArrowDown, mdiArrowUp, mdiClose } from '@mdi/js';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/Glyph';
import { compileActions, isPattern, type ColumnAction } from '../../../shared/mapping/actions';
import { tableText, textTable } from './lookUpText';

export type StepKind = ColumnAction['do'];

/** Steps in the order in which they are offered. */
export const STEPS: readonly StepKind[] = ['piece', 'extract', 'replace', 'lookUp', 'default', 'case'];

/** A step as it stands when it is added: it changes nothing yet, or what most people want of it. */
export const FIRST_STEP: { readonly [Kind in StepKind]: Extract<ColumnAction, { do: Kind }> } = {
  piece: { do: 'piece', by: ' ', at: 1 },
  extract: { do: 'extract', pattern: '.+', group: 0 },
  replace: { do: 'replace', pattern: '\\s+', by: ' ' },
  lookUp: { do: 'lookUp', table: {}, others: 'keep' },
  default: { do: 'default', text: '' },
  case: { do: 'case', to: 'upper' },
};

interface StepRowProps {
  readonly action: ColumnAction;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (action: ColumnAction) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** One step with its fields; a pattern that cannot be used says so at once. */
export function StepRow({ action, first, last, onChange, onRemove, onMove }: StepRowProps): ReactElement {
  const { t } = useTranslation('import');
  const name = t(`step.${action.do}`);
  return (
    <li className="steps__step">
      <header>
        <strong>{name}</strong>
        <Button size="small" variant="minimal" disabled={first} icon={<Glyph path={mdiArrowUp} size={14} />} aria-label={t('stepUp', { step: name })} onClick={() => onMove(-1)} />
        <Button size="small" variant="minimal" disabled={last} icon={<Glyph path={mdiArrowDown} size={14} />} aria-label={t('stepDown', { step: name })} onClick={() => onMove(1)} />
        <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('stepRemove', { step: name })} onClick={onRemove} />
      </header>
      <Fields action={action} onChange={onChange} />
    </li>
  );
}

function Fields({ action, onChange }: Pick<StepRowProps, 'action' | 'onChange'>): ReactElement {
  const { t } = useTranslation('import');
  switch (action.do) {
    case 'piece':
      return (
        <div className="steps__fields">
          <Field label={t('pieceBy')} value={action.by} onChange={(by) => { if (by !== '') onChange({ ...action, by: by.slice(0, 10) }); }} />
          <label>{t('pieceAt')}<HTMLSelect aria-label={t('pieceAt')} value={String(action.at)} onChange={(event) => onChange({ ...action, at: Number(event.currentTarget.value) })} options={[1, 2, 3, 4, 5, 6, -1, -2].map((at) => ({ value: String(at), label: at > 0 ? t('pieceNumber', { number: at }) : t(at === -1 ? 'pieceLast' : 'pieceLastButOne') }))} /></label>
        </div>
      );
    case 'extract':
      return (
        <div className="steps__fields">
          <Field mono label={t('pattern')} value={action.pattern} problem={isPattern(action.pattern) ? compileActions([action]) === null ? t('patternGroup', { group: action.group }) : '' : t('patternBad')} onChange={(pattern) => { if (pattern !== '') onChange({ ...action, pattern: pattern.slice(0, 500) }); }} />
          <label>{t('patternTake')}<HTMLSelect aria-label={t('patternTake')} value={String(action.group)} onChange={(event) => onChange({ ...action, group: Number(event.currentTarget.value) })} options={[{ value: '0', label: t('patternWhole') }, ...[1, 2, 3, 4].map((group) => ({ value: String(group), label: t('patternGroupNumber', { group }) }))]} /></label>
        </div>
      );
    case 'replace':
      return (
        <div className="steps__fields">
          <Field mono label={t('pattern')} value={action.pattern} problem={isPattern(action.pattern) ? '' : t('patternBad')} onChange={(pattern) => { if (pattern !== '') onChange({ ...action, pattern: pattern.slice(0, 500) }); }} />
          <Field label={t('replaceBy')} value={action.by} onChange={(by) => onChange({ ...action, by: by.slice(0, 500) })} />
        </div>
      );
    case 'lookUp':
      return <LookUp action={action} onChange={onChange} />;
    case 'default':
      return <div className="steps__fields"><Field label={t('defaultText')} value={action.text} onChange={(text) => onChange({ ...action, text: text.slice(0, 2000) })} /></div>;
    case 'case':
      return <div className="steps__fields"><HTMLSelect aria-label={t('step.case')} value={action.to} options={[{ value: 'upper', label: t('caseUpper') }, { value: 'lower', label: t('caseLower') }]} onChange={(event) => onChange({ ...action, to: event.currentTarget.value === 'lower' ? 'lower' : 'upper' })} /></div>;
  }
}

function Field({ label, value, onChange, problem = '', mono = false }: { label: string; value: string; onChange: (value: string) => void; problem?: string; mono?: boolean }): ReactElement {
  // An emptied field stays empty while that cannot be taken, so that it can be typed over.
  const [blank, setBlank] = useState(false);
  return (
    <label className="steps__field">{label}
      <InputGroup size="small" aria-label={label} className={mono ? 'mono' : ''} intent={problem === '' ? 'none' : 'danger'} value={blank ? '' : value} spellCheck={false} onValueChange={(text) => { setBlank(text === ''); onChange(text); }} />
      {problem === '' ? null : <span className="steps__problem" role="alert">{problem}</span>}
    </label>
  );
}

/** A list pasted from a spreadsheet: what stands in the file, and what it means. */
function LookUp({ action, onChange }: { action: Extract<ColumnAction, { do: 'lookUp' }>; onChange: (action: ColumnAction) => void }): ReactElement {
  const { t } = useTranslation('import');
  const [text, setText] = useState(() => tableText(action.table));
  const { table, faulty } = textTable(text);
  const held = tableText(action.table);
  useEffect(() => {
    // Another step took this one's place.
    setText((old) => (tableText(textTable(old).table) === held ? old : held));
  }, [held]);
  return (
    <div className="steps__look-up">
      <TextArea fill aria-label={t('lookUpList')} placeholder={t('lookUpHint')} value={text} spellCheck={false} rows={4} onChange={(event) => { const next = event.currentTarget.value; setText(next); onChange({ ...action, table: textTable(next).table }); }} />
      <span className="quiet">{t('lookUpCount', { count: Object.keys(table).length })}</span>
      {faulty > 0 ? <span className="steps__problem" role="alert">{t('lookUpFaulty', { count: faulty })}</span> : null}
      <Checkbox checked={action.others === 'drop'} label={t('lookUpDrop')} onChange={(event) => onChange({ ...action, others: event.currentTarget.checked ? 'drop' : 'keep' })} />
    </div>
  );
}
