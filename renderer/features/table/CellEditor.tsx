import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PropertyType } from '../../../shared/schema/types';
import { cellValues, changeValues } from '../../actions/editValues';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';

/** Where an editor goes on when its value is taken over. */
export type Onward = 'down' | 'next' | 'back' | 'stay';

interface EditorProps {
  readonly entity: string;
  readonly property: PropertyType;
  readonly text: string;
  /** Called when the edit ended: taken over, with where to go on, or given up (null). */
  readonly onEnd: (onward: Onward | null) => void;
}

/** Values that are picked, not typed; null for others. */
const choicesOf = (property: PropertyType): readonly string[] | null => (property.choices !== undefined ? Object.keys(property.choices) : property.kind === 'gender' ? ['m', 'f', 'x'] : property.kind === 'flag' ? ['true', 'false'] : null);

/** One cell while it is edited. Enter and Tab take the value over and go on, Escape gives up; what is no value of its kind is said at the cell. */
export function CellEditor({ entity, property, text, onEnd }: EditorProps): ReactElement {
  const { t } = useTranslation('table');
  const language = useLanguage();
  const choices = choicesOf(property);
  const before = choices === null ? text : (choices.find((each) => shownValue(property, each, language) === text) ?? '');
  const [typed, setTyped] = useState(before);
  const [problem, setProblem] = useState('');
  const busy = useRef(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select?.();
  }, []);

  const save = async (onward: Onward): Promise<void> => {
    if (busy.current) return;
    if (typed === before) return onEnd(onward);
    const values = choices === null ? cellValues(property, typed) : typed === '' ? [] : [{ v: typed }];
    if ('kind' in values) return setProblem(values.kind === 'doubt' ? t('badValue') : t('several'));
    busy.current = true;
    const done = await changeValues([{ entity, property: property.id, values }]);
    busy.current = false;
    if (done === undefined) return;
    if (done.several > 0) return setProblem(t('several'));
    onEnd(onward);
  };
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const onward: Onward | null = event.key === 'Enter' ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'back' : 'next') : null;
    if (event.key === 'Escape') onEnd(null);
    else if (onward === null) return;
    else void save(onward);
    event.preventDefault();
  };
  const common = { ref: field, value: typed, 'aria-label': property.label[language], 'aria-invalid': problem !== '', onKeyDown: key, onBlur: () => { if (problem === '') void save('stay'); else onEnd(null); }, onPointerDown: (event: { stopPropagation: () => void }) => event.stopPropagation() };
  const change = (value: string): void => {
    setTyped(value);
    setProblem('');
  };
  return (
    <span className="cell-editor">
      {choices === null
        ? <input {...common} dir="auto" spellCheck={false} autoComplete="off" onChange={(event) => change(event.currentTarget.value)} />
        : <select {...common} onChange={(event) => change(event.currentTarget.value)}>{['', ...choices].map((value) => <option key={value} value={value}>{value === '' ? t('kinds:notSaid') : shownValue(property, value, language)}</option>)}</select>}
      {problem === '' ? null : <span className="cell-editor__problem" role="alert">{problem}</span>}
    </span>
  );
}
