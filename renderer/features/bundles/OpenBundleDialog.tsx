import { Button, Callout, Checkbox, Dialog, DialogBody, DialogFooter, Spinner } from '@blueprintjs/core';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, type ChosenFile } from '../../../shared/contract';
import type { BundlePreview } from '../../../shared/contract/bundling';
import { previewBundle, uniteBundle, useOpeningBundle } from '../../actions/bundles';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { appClient } from '../../ipc/app';
import { failureText } from '../../ui/failureText';
import { TextField } from '../../ui/TextField';
import { BundleContents } from './BundleContents';
import { SHORTEST } from './passphrase';
import './bundles.css';

/** Shows who sent a bundle and what is in it; then it is united with the open case, or opened as a case to read. */
export function OpenBundleDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'openBundle');
  const file = useOpeningBundle((state) => state.file);
  const open = useSession((state) => state.open !== null);
  if (!shown || file === null) return null;
  return open ? <OpenBundleForm key={file.token} file={file} /> : <ReadForm key={file.token} file={file} known={null} />;
}

const close = (): void => changeSession({ dialog: null });

function OpenBundleForm({ file }: { file: ChosenFile }): ReactElement {
  const { t } = useTranslation('bundles');
  const { data: info } = useCase('case.info', {});
  const [passphrase, setPassphrase] = useState('');
  const [asks, setAsks] = useState(false);
  const [preview, setPreview] = useState<BundlePreview | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [compared, setCompared] = useState(false);
  const [recalls, setRecalls] = useState(true);
  const [reading, setReading] = useState(false);
  const used = asks ? passphrase : null;
  const look = useCallback(async (by: string | null): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setPreview(await previewBundle(file, by));
    } catch (error) {
      // A bundle under a passphrase says so only when it is tried without.
      if (error instanceof Failure && error.code === 'wrongPassphrase' && by === null) setAsks(true);
      else setFailure(error);
    }
    setBusy(false);
  }, [file]);
  useEffect(() => void look(null), [look]);
  const unite = async (): Promise<void> => {
    setBusy(true);
    close();
    await uniteBundle(file, used, recalls);
  };
  if (reading) return <ReadForm file={file} known={used} />;
  const unsure = preview !== null && (preview.signer === 'new' || preview.signer === 'changed');
  const service = preview?.manifest.issuer.service || preview?.manifest.issuer.person || '';
  return (
    <Dialog isOpen className="bundle-dialog" title={t('openTitle', { name: file.name })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); if (preview === null) void look(passphrase); else void unite(); }}>
        <DialogBody>
          {busy && preview === null ? <Spinner size={24} /> : null}
          {failure === null ? null : <Callout compact intent="danger" role="alert">{failureText(t, failure)}</Callout>}
          {preview === null && asks ? <TextField autoFocus type="password" label={t('passphraseOf')} hint={t('passphraseOfHint')} value={passphrase} onChange={setPassphrase} /> : null}
          {preview === null ? null : (
            <>
              <BundleContents preview={preview} />
              {unsure ? <Checkbox checked={compared} label={t('compared', { service })} onChange={(event) => setCompared(event.currentTarget.checked)} /> : null}
              {preview.counts.recalls > 0 ? <Checkbox checked={recalls} label={t('applyRecalls', { count: preview.counts.recalls })} onChange={(event) => setRecalls(event.currentTarget.checked)} /> : null}
              {info?.readOnly === true ? <Callout compact intent="warning">{t('readOnlyHere')}</Callout> : null}
            </>
          )}
        </DialogBody>
        <DialogFooter
          actions={
            <>
              <Button text={t('app:cancel')} onClick={close} />
              {preview === null ? null : <Button text={t('read')} disabled={preview.manifest.kind === 'notice' || (unsure && !compared)} onClick={() => setReading(true)} />}
              {preview === null ? <Button type="submit" intent="primary" loading={busy} disabled={!asks || passphrase === ''} text={t('look')} /> : <Button type="submit" intent="primary" disabled={busy || info?.readOnly === true || (unsure && !compared)} text={t(preview.manifest.kind === 'notice' ? 'applyNotice' : 'unite')} />}
            </>
          }
        />
      </form>
    </Dialog>
  );
}

/** Makes a case of a bundle, to be read. `known`: the passphrase that the bundle was opened with; it then locks the new case as well. */
function ReadForm({ file, known }: { file: ChosenFile; known: string | null }): ReactElement {
  const { t } = useTranslation('bundles');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const chosen = known ?? passphrase;
  const read = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const open = await appClient['app.openBundle']({ file: file.token, passphrase: chosen });
      if (open) changeSession({ open, dialog: null });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Dialog isOpen className="bundle-dialog" title={t('readTitle', { name: file.name })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); void read(); }}>
        <DialogBody>
          <p>{t('readHint')}</p>
          {known === null ? <TextField autoFocus type="password" label={t('passphrase')} hint={t('readPassphraseHint', { count: SHORTEST })} value={passphrase} onChange={setPassphrase} /> : <p className="quiet">{t('readSame')}</p>}
          {failure === null ? null : <Callout compact intent="danger" role="alert">{failureText(t, failure)}</Callout>}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" loading={busy} disabled={[...chosen].length < SHORTEST} text={t('read')} /></>} />
      </form>
    </Dialog>
  );
}
