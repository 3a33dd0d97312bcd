import { Button, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt, openCaseClient } from '../../actions/execute';
import { runActionById } from '../../actions/registry';
import { useCase } from '../../case/queries';
import { Picker } from '../../ui/Picker';

/** Why somebody opens a case; "other" needs words. */
const CODES = ['investigation', 'judicialOrder', 'informationRequest', 'review', 'audit', 'training', 'other'] as const;

/** Where the case wants to know why it is used, asks before anything of it is shown. The reason stands with all that is looked at and let out in this session. */
export function ReasonDialog(): ReactElement | null {
  const { data } = useCase('case.reason', {});
  return data?.asked === true && data.code === '' ? <ReasonForm /> : null;
}

function ReasonForm(): ReactElement {
  const { t } = useTranslation('reason');
  const queries = useQueryClient();
  const [code, setCode] = useState<string>(CODES[0]);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = !busy && (code !== 'other' || text.trim().length > 2);
  const give = async (): Promise<void> => {
    setBusy(true);
    await attempt(() => openCaseClient()['case.giveReason']({ code, text: text.trim() }));
    setBusy(false);
    // What was refused for want of a reason is asked again.
    await queries.invalidateQueries({ queryKey: ['case'] });
  };
  return (
    <Dialog isOpen title={t('title')} isCloseButtonShown={false} canEscapeKeyClose={false} canOutsideClickClose={false}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void give(); }}>
        <DialogBody>
          <p>{t('hint')}</p>
          <Picker label={t('code')} value={code} options={CODES.map((value) => ({ value, label: t(`codes.${value}`) }))} onChange={setCode} />
          <FormGroup label={t(code === 'other' ? 'textNeeded' : 'text')} labelFor="reason-text"><TextArea id="reason-text" fill rows={2} maxLength={1000} value={text} placeholder={t('example')} onChange={(event) => setText(event.currentTarget.value)} /></FormGroup>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('close')} disabled={busy} onClick={() => runActionById('case.close')} /><Button type="submit" intent="primary" disabled={!ready} loading={busy} text={t('give')} /></>} />
      </form>
    </Dialog>
  );
}
