import { Button, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { mdiPlus } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import type { Scheme, SchemeAxis } from '../../../shared/schema/types';
import { CodeTable } from './CodeTable';
import { LabelFields } from './LabelFields';
import { emptyAxis, finished, idOf, schemeFault } from './schemeDraft';

const USES = ['grading', 'handling', 'marking'] as const;

/** Writes a scheme: its names, and per list its codes from the least to the most strict (or from the strongest to the weakest grading). */
export function SchemeEditor({ start, isNew, taken, onDone }: { start: Scheme; isNew: boolean; taken: readonly string[]; onDone: () => void }): ReactElement {
  const { t } = useTranslation('schemes');
  const language = useLanguage();
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState(false);
  const scheme = finished(draft, language);
  const fault = schemeFault(scheme, taken);
  const setAxis = (at: number, axis: SchemeAxis | null): void => setDraft({ ...draft, axes: draft.axes.flatMap((each, index) => (index === at ? (axis === null ? [] : [axis]) : [each])) });
  const save = async (): Promise<void> => {
    setTouched(true);
    if (fault === null && await execute('scheme.put', scheme as never)) onDone();
  };
  return (
    <Dialog isOpen className="schemes schemes--writing" title={t(isNew ? 'new' : 'editNamed', { name: start.label[language] })} onClose={onDone} canOutsideClickClose={false}>
      <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <DialogBody>
          <p className="quiet">{t('namesHint')}</p>
          <LabelFields label={t('name')} value={draft.label} onChange={(label) => setDraft({ ...draft, label })} />
          <div className="schemes__what">
            <Picker label={t('kind')} value={draft.use} disabled={!isNew} options={USES.map((use) => ({ value: use, label: t(`use.${use}`) }))} onChange={(use) => setDraft({ ...draft, use: USES.find((each) => each === use) ?? 'handling' })} />
            <TextField label={t('id')} value={draft.id} placeholder={idOf(scheme.label[language])} onChange={(id) => { if (isNew) setDraft({ ...draft, id: idOf(id) === id || id === '' ? id : draft.id }); }} />
            {draft.use === 'handling' ? (
              <div className="schemes__flags">
                <Checkbox checked={draft.several === true} label={t('several')} onChange={() => setDraft({ ...draft, several: draft.several !== true })} />
                <Checkbox checked={draft.onPages === true} label={t('onPages')} onChange={() => setDraft({ ...draft, onPages: draft.onPages !== true })} />
              </div>
            ) : null}
          </div>
          {draft.axes.map((axis, at) => (
            <section key={axis.id} className="schemes__list">
              {draft.axes.length > 1 ? (
                <div className="schemes__listHead">
                  <LabelFields label={t('listName')} value={axis.label} onChange={(label) => setAxis(at, { ...axis, label })} />
                  <Button size="small" text={t('removeList')} onClick={() => setAxis(at, null)} />
                </div>
              ) : null}
              <CodeTable axis={axis} use={draft.use} onChange={(changed) => setAxis(at, changed)} />
            </section>
          ))}
          {draft.use === 'marking' ? null : <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('addList')} onClick={() => setDraft({ ...draft, axes: [...draft.axes, emptyAxis(draft.axes.length)] })} />}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onDone} /><Button type="submit" intent="primary" disabled={touched && fault !== null} text={t('save')} /></>}>
          {fault !== null && touched ? <span className="schemes__fault" role="alert">{t(`fault.${fault}`)}</span> : null}
        </DialogFooter>
      </form>
    </Dialog>
  );
}
