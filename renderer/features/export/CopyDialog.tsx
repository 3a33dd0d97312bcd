import { Button, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { withMembers } from '../../actions/identity';
import { copy } from '../../actions/pictures';
import { useSelected } from '../../actions/selected';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import './export.css';

/** Copies the selection: what is on the clipboard can go anywhere, so it is asked for whom, as for a file. */
export function CopyDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'copy');
  return shown ? <CopyForm /> : null;
}

function CopyForm(): ReactElement {
  const { t } = useTranslation('exporting');
  const chart = useSession((state) => state.chart);
  const { entities } = useSelected();
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [about, setAbout] = useState(OWN_USE);
  const [picture, setPicture] = useState(false);
  const [across, setAcross] = useState(false);
  const recipient = recipients.find((each) => each.id === about.recipient);
  const sealable = about.recipient === null || (recipient?.encryptionKey ?? '') !== '';
  const ready = entities.length > 0 && releaseProblem(about, recipients) === null;
  const close = (): void => changeSession({ dialog: null });
  const save = (): void => {
    if (!ready) return;
    close();
    void copy(withMembers(entities), picture ? chart : null, about, across && sealable);
  };
  return (
    <Dialog isOpen className="export-dialog" title={t('copyTitle', { count: entities.length })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <p>{t('copyAbout')}</p>
          {chart === null ? null : <Checkbox checked={picture} label={t('copyPicture')} onChange={(event) => setPicture(event.currentTarget.checked)} />}
          <Checkbox checked={across && sealable} disabled={!sealable} label={t(sealable ? 'copyAcross' : 'copyAcrossKeyless')} onChange={(event) => setAcross(event.currentTarget.checked)} />
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} onRecipients={() => { close(); showPanel('recipients'); }} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" autoFocus disabled={!ready} text={t('copyNow')} /></>} />
      </form>
    </Dialog>
  );
}
