import { Button, Checkbox, Dialog, DialogBody, DialogFooter, FormGroup, HTMLSelect, InputGroup, SegmentedControl } from '@blueprintjs/core';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityView } from '../../../shared/contract';
import type { PropertyType } from '../../../shared/schema/types';
import type { StoredValue } from '../../../shared/values/kind';
import { BETWEEN_VALUES, cellValues, changeValues, type ValueChange } from '../../actions/editValues';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { notify } from '../../ui/notices';
import { PropertyField } from '../../ui/PropertyField';
import { shownValue } from '../../ui/propertyValue';
import { replaced, searchFor } from './replacing';
import { usePropertyValues } from './usePropertyValues';

/** Rows of the preview that are drawn; all of them are done. */
const LISTED = 200;

interface Planned {
  readonly entity: EntityView;
  readonly before: string;
  readonly after: string;
  /** The change, or why this one is left as it is. */
  readonly change: ValueChange | string;
}

const isPicked = (property: PropertyType): boolean => property.choices !== undefined || property.kind === 'gender' || property.kind === 'flag';

/** Sets a property of all that is selected, or finds and replaces in it; every change is shown before, and all of them are one step. */
export function BulkEditDialog({ entities, onClose }: { entities: readonly EntityView[]; onClose: () => void }): ReactElement {
  const { t } = useTranslation('table');
  const language = useLanguage();
  const types = useTypes();
  const id = useId();
  const kinds = useMemo(() => [...new Set(entities.map((entity) => entity.type))], [entities]);
  const properties = useMemo(() => [...new Map(kinds.flatMap((type) => types.properties(type)).map((property) => [property.id, property])).values()], [kinds, types]);
  const [chosen, setChosen] = useState(() => (properties.find((property) => property.featured) ?? properties[0])?.id ?? '');
  const [mode, setMode] = useState<'set' | 'replace'>('set');
  const [text, setText] = useState('');
  const [find, setFind] = useState('');
  const [put, setPut] = useState('');
  const [pattern, setPattern] = useState(false);
  const [busy, setBusy] = useState(false);
  const asked = useMemo(() => (chosen === '' ? [] : [chosen]), [chosen]);
  const values = usePropertyValues(asked);
  const property = properties.find((each) => each.id === chosen);
  const search = searchFor(find, pattern);

  const planned = useMemo((): readonly Planned[] => entities.flatMap((entity): Planned[] => {
    const own = types.property(entity.type, chosen);
    if (own === undefined) return [];
    const has = values.get(chosen)?.get(entity.id) ?? [];
    const before = has.map((value) => shownValue(own, value, language)).join(BETWEEN_VALUES);
    if (mode === 'replace' && (search === null || before === '' || isPicked(own))) return [];
    const after = mode === 'set' ? text : replaced(before, search as RegExp, put, pattern);
    const read = isPicked(own) ? (after === '' ? [] : [{ v: after }]) : cellValues(own, after);
    if ('kind' in read) return after === before ? [] : [{ entity, before, after, change: read.kind === 'doubt' ? t('badValueShort') : t('several') }];
    const same = read.length === has.length && read.every((value: StoredValue, at) => value.v === has[at]);
    return same ? [] : [{ entity, before, after: read.map((value) => shownValue(own, value.v, language)).join(BETWEEN_VALUES), change: { entity: entity.id, property: chosen, values: read } }];
  }), [entities, types, chosen, values, mode, text, search, put, pattern, language, t]);
  const changes = planned.flatMap(({ change }) => (typeof change === 'string' ? [] : [change]));

  const save = async (): Promise<void> => {
    setBusy(true);
    const done = await changeValues(changes);
    setBusy(false);
    if (done === undefined) return;
    if (done.several > 0) notify('table:bulkSeveral', { count: done.several }, 'warning');
    onClose();
  };
  return (
    <Dialog isOpen className="bulk-edit" title={t('bulkTitle', { count: entities.length })} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (changes.length > 0 && !busy) void save(); }}>
        <DialogBody>
          <SegmentedControl size="small" value={mode} onValueChange={(value) => setMode(value === 'replace' ? 'replace' : 'set')} options={[{ value: 'set', label: t('setForAll') }, { value: 'replace', label: t('findReplace') }]} />
          <FormGroup label={t('property')} labelFor={id}>
            <HTMLSelect id={id} fill value={chosen} onChange={(event) => { setChosen(event.currentTarget.value); setText(''); }} options={properties.map((each) => ({ value: each.id, label: each.label[language] }))} />
          </FormGroup>
          {mode === 'set' && property !== undefined ? <PropertyField property={property} text={text} onChange={setText} autoFocus /> : null}
          {mode === 'replace' ? (
            <div className="bulk-edit__find">
              <FormGroup label={t('find')} labelFor={`${id}find`} intent={find !== '' && search === null ? 'danger' : 'none'} helperText={find !== '' && search === null ? t('badPattern') : undefined}><InputGroup id={`${id}find`} autoFocus value={find} onValueChange={setFind} spellCheck={false} autoComplete="off" /></FormGroup>
              <FormGroup label={t('replaceBy')} labelFor={`${id}put`}><InputGroup id={`${id}put`} value={put} onValueChange={setPut} spellCheck={false} autoComplete="off" /></FormGroup>
              <Checkbox checked={pattern} onChange={() => setPattern(!pattern)} label={t('pattern')} />
            </div>
          ) : null}
          <div className="bulk-edit__preview" role="region" aria-label={t('preview')}>
            {planned.length === 0 ? <p className="quiet">{t('noChanges')}</p> : (
              <table>
                <thead><tr><th scope="col">{t('column.caption')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
                <tbody>{planned.slice(0, LISTED).map(({ entity, before, after, change }) => <tr key={entity.id}><td dir="auto">{entity.caption}</td><td dir="auto">{before}</td><td dir="auto">{typeof change === 'string' ? <span className="bulk-edit__problem">{after} · {change}</span> : after === '' ? <span className="quiet">{t('emptied')}</span> : after}</td></tr>)}</tbody>
              </table>
            )}
            {planned.length > LISTED ? <p className="quiet">{t('moreChanges', { count: planned.length - LISTED })}</p> : null}
          </div>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button type="submit" intent="primary" loading={busy} disabled={changes.length === 0} text={t('change', { count: changes.length })} /></>} />
      </form>
    </Dialog>
  );
}
