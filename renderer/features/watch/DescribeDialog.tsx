import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchListView } from '../../../shared/contract/watching';
import { attempt, openCaseClient } from '../../actions/execute';
import { AboutFields, type About } from './AboutFields';

/** Changes what is said of a list; its entries stay. */
export function DescribeDialog({ list, onClose }: { list: WatchListView; onClose: () => void }): ReactElement {
  const { t } = useTranslation('watch');
  const [about, setAbout] = useState<About>({ name: list.name, owner: list.owner, instruction: list.instruction, expires: list.expires ?? '' });
  const [busy, setBusy] = useState(false);
  const ready = !busy && about.name.trim() !== '';
  const save = async (): Promise<void> => {
    setBusy(true);
    const done = await attempt(() => openCaseClient()['case.describeWatchList']({ id: list.id, ...about, name: about.name.trim(), expires: about.expires === '' ? null : about.expires }));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog isOpen title={t('describeTitle', { name: list.name })} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void save(); }}>
        <DialogBody>
          <AboutFields about={about} onChange={setAbout} />
          <p className="quiet">{t('fromFile', { file: list.file })}</p>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={onClose} /><Button type="submit" intent="primary" disabled={!ready} loading={busy} text={t('save')} /></>} />
      </form>
    </Dialog>
  );
}
