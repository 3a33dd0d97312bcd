import { Button, Dialog, DialogBody, DialogFooter, FormGroup, Radio, RadioGroup, TextArea } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { strengthSchema, type Strength } from '../../../shared/model/strength';
import { chartView } from '../../actions/chartView';
import { execute } from '../../actions/execute';
import { selection } from '../../actions/selected';
import { changeSession, session, useSession } from '../../actions/session';
import { lineStyles, strengthSaid } from '../../case/drawn/strengthened';

/** Says how strong the selected lines are taken to be on this chart in place of what their gradings say, and why. */
export function StrengthDialog(): ReactElement | null {
  const open = useSession((state) => state.dialog === 'strength');
  return open ? <StrengthForm lines={selection().lines} /> : null;
}

function StrengthForm({ lines: ids }: { lines: readonly string[] }): ReactElement {
  const { t } = useTranslation('marks');
  const view = chartView();
  const lines = view?.lines.filter((line) => ids.includes(line.id)) ?? [];
  const styles = lineStyles(view?.items ?? []);
  const said = lines.map((line) => strengthSaid(styles, line)).find((each) => each !== undefined);
  const [as, setAs] = useState<Strength | 'graded'>(said?.as ?? 'graded');
  const [reason, setReason] = useState(said?.reason ?? '');
  const graded = new Set(lines.map((line) => line.strength));
  const [only] = graded;
  const close = (): void => changeSession({ dialog: null });
  const ready = as === 'graded' || reason.trim() !== '';
  const save = async (): Promise<void> => {
    const { chart } = session();
    if (chart !== null && ready && await execute('chart.styleItems', { chart, subjects: lines.map((line) => line.id), style: { strength: as === 'graded' ? null : { as, reason: reason.trim() } } })) close();
  };
  return (
    <Dialog isOpen title={t('strength.title')} onClose={close} className="strength-dialog">
      <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <DialogBody>
          <p>{t('strength.body')}</p>
          <RadioGroup selectedValue={as} onChange={(event) => setAs(event.currentTarget.value as Strength | 'graded')}>
            <Radio value="graded" label={graded.size === 1 && only !== undefined ? t('strength.gradedIs', { strength: t(`canvas:strength.${only}`) }) : t('strength.graded')} />
            {strengthSchema.options.map((each) => <Radio key={each} value={each} labelElement={<span className="strength-dialog__choice"><i className={`mark-style__stroke mark-style__stroke--${each === 'confirmed' ? 'solid' : each === 'unconfirmed' ? 'dashed' : 'dotted'}`} />{t(`canvas:strength.${each}`)}</span>} />)}
          </RadioGroup>
          <FormGroup label={t('strength.reason')} labelFor="strength-reason">
            <TextArea id="strength-reason" fill rows={3} maxLength={1000} disabled={as === 'graded'} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </FormGroup>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('strength.set')} /></>} />
      </form>
    </Dialog>
  );
}
