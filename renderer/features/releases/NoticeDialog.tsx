import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, InputGroup, TextArea } from '@blueprintjs/core';
import { v7 as newId } from 'uuid';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../shared/contract/releasing';
import { attempt } from '../../actions/execute';
import { useCase } from '../../case/queries';
import { appClient } from '../../ipc/app';
import { notify } from '../../ui/notices';

const SHORTEST = 12;

/** Tells a recipient what does not hold any more, by a file that its own Knoop understands: encrypted to its key, or under a passphrase. */
export function NoticeDialog({ notice, onClose }: { notice: Notice; onClose: () => void }): ReactElement {
  const { t } = useTranslation('releases');
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const key = recipients.find((each) => each.id === notice.recipientId)?.encryptionKey ?? null;
  const ready = !busy && reason.trim() !== '' && (key !== null || passphrase.length >= SHORTEST);
  const write = async (): Promise<void> => {
    setBusy(true);
    const lock = key === null ? { kind: 'passphrase' as const, passphrase } : { kind: 'keys' as const, keys: [key] };
    const saved = await attempt(() => appClient['app.writeNotice']({ job: newId(), release: notice.release, reason: reason.trim(), lock }));
    setBusy(false);
    if (!saved) return;
    notify('releases:noticeSaved', { file: saved.name }, 'success');
    onClose();
  };
  return (
    <Dialog isOpen title={t('noticeTitle', { recipient: notice.recipient })} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void write(); }}>
        <DialogBody>
          <p>{t('noticeBody', { count: notice.statements })}</p>
          <FormGroup label={t('noticeReason')} labelFor="notice-reason"><TextArea id="notice-reason" fill autoFocus rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></FormGroup>
          {key === null ? <FormGroup label={t('noticePassphrase')} helperText={t('noticePassphraseHint')} labelFor="notice-passphrase"><InputGroup id="notice-passphrase" type="password" autoComplete="new-password" value={passphrase} onValueChange={setPassphrase} /></FormGroup> : <Callout>{t('noticeKey')}</Callout>}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button type="submit" intent="primary" disabled={!ready} loading={busy} text={t('noticeSave')} /></>} />
      </form>
    </Dialog>
  );
}
