import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSession, useSession } from '../../actions/session';
import { appClient } from '../../ipc/app';
import { failureText } from '../../ui/failureText';
import { TextField } from '../../ui/TextField';

/** Asks for the passphrase of a case that is about to be opened. What went wrong is said beside the field, so that it can be typed again. */
export function UnlockDialog(): ReactElement | null {
  const { t } = useTranslation('start');
  const place = useSession((state) => state.unlocking);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => { setPassphrase(''); setFailure(null); }, [place]);
  if (!place) return null;
  const close = (): void => changeSession({ unlocking: null });
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const { recent, folder } = place;
      const opened = await appClient['app.openCase']({ ...(recent ? { recent } : {}), ...(folder ? { folder } : {}), passphrase });
      changeSession({ open: opened, unlocking: null });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Dialog isOpen title={t('unlockTitle', { name: place.name })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); void open(); }}>
        <DialogBody>
          <TextField autoFocus type="password" label={t('passphrase')} value={passphrase} onChange={setPassphrase} problem={failure === null ? undefined : failureText(t, failure)} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" loading={busy} disabled={passphrase === ''} text={t('unlock')} /></>} />
      </form>
    </Dialog>
  );
}
