import { Button, Checkbox, Dialog, DialogBody, DialogFooter, RadioGroup, Radio } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useEvaluateTask, type EvaluateTask } from '../../actions/evaluate';
import { execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { GradingFields, HandlingFields, withoutNote } from '../../ui/EvaluationFields';
import { formatCount, useLanguage } from '../../ui/language';
import { LeaveFields, NO_LEAVE, wholeLeave } from '../../ui/LeaveFields';
import { notify } from '../../ui/notices';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import type { Basis, Grading, Handling } from '../../../shared/model/evaluation';
import { serviceKey } from '../../../shared/model/service';
import { Standing } from './Standing';
import './evaluate.css';

type GradingChange = 'keep' | 'set' | 'none';
type HandlingChange = 'keep' | 'add' | 'remove' | 'set';

const GRADING_CHANGES: readonly GradingChange[] = ['keep', 'set', 'none'];
const HANDLING_CHANGES: readonly HandlingChange[] = ['keep', 'add', 'remove', 'set'];

/** Grades and handles many statements in one step, with what stands there now on top. */
export function EvaluateDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'evaluate' && state.open !== null);
  const task = useEvaluateTask((state) => state.task);
  return shown ? <EvaluateForm task={task} /> : null;
}

const targetsOf = ({ statements, subjects, source }: EvaluateTask) => ({ ...(statements ? { statements: [...statements] } : {}), ...(subjects ? { subjects: [...subjects] } : {}), ...(source ? { source: source.id } : {}) });

function EvaluateForm({ task }: { task: EvaluateTask }): ReactElement {
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const service = useSession((state) => state.settings?.service ?? '');
  const { data: now } = useCase('case.evaluations', targetsOf(task));
  const [gradingChange, setGradingChange] = useState<GradingChange>('keep');
  const [grading, setGrading] = useState<Grading | null>(null);
  const [handlingChange, setHandlingChange] = useState<HandlingChange>('keep');
  const [handling, setHandling] = useState<Handling[]>([]);
  const [basis, setBasis] = useState<Basis | ''>('');
  const [own, setOwn] = useState(false);
  const [reason, setReason] = useState('');
  const [leave, setLeave] = useState(NO_LEAVE);
  const [busy, setBusy] = useState(false);
  const close = (): void => changeSession({ dialog: null });

  const others = (now?.originators ?? []).filter((each) => serviceKey(each) !== serviceKey(service));
  // Adding never asks less, except of a scheme that holds one code at a time.
  const lowers = handlingChange === 'remove' || handlingChange === 'set' || (handlingChange === 'add' && handling.some((each) => types.scheme(each.scheme)?.several !== true));
  const asksLeave = lowers && others.length > 0;
  const chosen = gradingChange === 'set' ? grading !== null : true;
  const changes = gradingChange !== 'keep' || handlingChange !== 'keep' || basis !== '';
  const codesThere = handlingChange === 'keep' || handlingChange === 'set' || handling.length > 0;
  const ready = changes && chosen && codesThere && (handlingChange === 'remove' || withoutNote(handling, types.conditions()).length === 0) && reason.trim() !== '' && !busy;
  const save = async (): Promise<void> => {
    setBusy(true);
    const permission = asksLeave ? wholeLeave(leave) : undefined;
    const done = await execute('statements.evaluate', {
      id: newId(), targets: targetsOf(task), own, reason: reason.trim(),
      ...(gradingChange === 'keep' ? {} : { grading: gradingChange === 'none' ? null : grading }),
      ...(handlingChange === 'keep' ? {} : { handling: handlingChange === 'set' ? { set: handling } : { [handlingChange]: handling } }),
      ...(basis === '' ? {} : { basis }),
      ...(permission ? { permission } : {}),
    });
    setBusy(false);
    if (!done) return;
    notify('evaluation:done', {}, 'success');
    close();
  };
  return (
    <Dialog isOpen title={task.source ? t('titleSource', { title: task.source.title }) : t('title', { count: now?.statements ?? 0 })} onClose={close} className="evaluate">
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void save(); }}>
        <DialogBody>
          {now ? <Standing now={now} /> : null}
          {task.source ? <p className="quiet">{t('sourceHint')}</p> : null}
          {task.source && (now?.own ?? 0) > 0 ? <Checkbox checked={own} label={t('alsoOwn', { count: now?.own ?? 0 })} onChange={() => setOwn(!own)} /> : null}
          <section className="evaluate__part">
            <RadioGroup inline label={t('grading')} selectedValue={gradingChange} onChange={(event) => setGradingChange(event.currentTarget.value as GradingChange)}>
              {GRADING_CHANGES.map((each) => <Radio key={each} value={each} label={t(`gradingChange.${each}`)} />)}
            </RadioGroup>
            {gradingChange === 'set' ? <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={grading} onChange={setGrading} /> : null}
          </section>
          <section className="evaluate__part">
            <RadioGroup inline label={t('handling')} selectedValue={handlingChange} onChange={(event) => setHandlingChange(event.currentTarget.value as HandlingChange)}>
              {HANDLING_CHANGES.map((each) => <Radio key={each} value={each} label={t(`handlingChange.${each}`)} />)}
            </RadioGroup>
            {handlingChange === 'keep' ? null : <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={handling} onChange={setHandling} />}
          </section>
          <Picker label={t('basis')} value={basis} options={[{ value: '', label: t('gradingChange.keep') }, { value: 'fact', label: t('fact') }, { value: 'assessment', label: t('assessment') }]} onChange={(value) => setBasis(value as Basis | '')} />
          {asksLeave ? <LeaveFields services={others} value={leave} onChange={setLeave} /> : null}
          <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} loading={busy} text={task.source ? t('applySource') : t('apply', { count: now?.statements ?? 0, statements: formatCount(now?.statements ?? 0, language) })} /></>} />
      </form>
    </Dialog>
  );
}
