import { Button, Dialog, DialogBody, DialogFooter, FormGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../../actions/execute';
import { createSampleCase } from '../../actions/sample';
import { changeSession, useSession } from '../../actions/session';
import { appClient } from '../../ipc/app';
import { TextField } from '../../ui/TextField';
import { LockFields } from './LockFields';
import { lockProblem, type LockChoice } from './passphrase';

const UNCHOSEN: LockChoice = { encrypt: null, passphrase: '', repeat: '' };

/** Asks what is needed to make a case: for a new one its name, reference and folder; for the sample only how it is locked. */
export function NewCaseDialog(): ReactElement | null {
  const dialog = useSession((state) => state.dialog);
  return dialog === 'newCase' || dialog === 'sample' ? <NewCaseForm sample={dialog === 'sample'} /> : null;
}

function NewCaseForm({ sample }: { sample: boolean }): ReactElement {
  const { t } = useTranslation('start');
  const defaultFolder = useSession((state) => state.defaultFolder);
  const [name, setName] = useState('');
  const [reference, setReference] = useState('');
  const [folder, setFolder] = useState<{ token: string; name: string } | null>(null);
  const [lock, setLock] = useState(UNCHOSEN);
  const [busy, setBusy] = useState(false);
  const ready = lockProblem(lock) === null && (sample || name.trim() !== '');
  const close = (): void => changeSession({ dialog: null });
  const create = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    const passphrase = lock.encrypt === 'yes' ? lock.passphrase : null;
    const made = sample
      ? await createSampleCase(passphrase)
      : await attempt(() => appClient['app.createCase']({ name: name.trim(), reference: reference.trim(), folder: folder?.token ?? null, passphrase }));
    setBusy(false);
    if (made) changeSession({ open: made, dialog: null });
  };
  const choose = async (): Promise<void> => {
    const chosen = await attempt(() => appClient['app.chooseFolder']({ purpose: 'newCase' }));
    if (chosen) setFolder(chosen);
  };
  return (
    <Dialog isOpen title={t(sample ? 'sampleTitle' : 'newCaseTitle')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <DialogBody>
          {sample ? <p>{t('sampleExplained')}</p> : (
            <>
              <TextField autoFocus label={t('caseName')} value={name} onChange={setName} placeholder={t('caseNameExample')} />
              <TextField label={t('caseReference')} value={reference} onChange={setReference} hint={t('caseReferenceHint')} />
              <FormGroup label={t('caseFolder')} helperText={t('caseFolderHint')}>
                <div className="start__folder"><span>{folder?.name ?? defaultFolder}</span><Button text={t('chooseFolder')} onClick={() => void choose()} /></div>
              </FormGroup>
            </>
          )}
          <LockFields choice={lock} onChange={setLock} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" loading={busy} disabled={!ready} text={t('createCase')} /></>} />
      </form>
    </Dialog>
  );
}
