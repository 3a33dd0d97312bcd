import { Button, Callout, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract';
import type { BlindFileView } from '../../../shared/contract/blinding';
import { concludeComparison } from '../../actions/services';
import { changeSession } from '../../actions/session';
import { AgreedFacts } from './AgreedFacts';
import { minutesFor } from './words';

const close = (): void => changeSession({ dialog: null });

/** A partner's answer: taken in, it shows what both have; and where both learn, a last file goes back. */
export function ConcludeForm({ file, seen }: { file: ChosenFile; seen: BlindFileView }): ReactElement {
  const { t } = useTranslation('services');
  const [compared, setCompared] = useState(false);
  const service = seen.from.service;
  const writes = seen.round === 2 && seen.sides === 'both';
  const minutes = seen.round === 2 ? minutesFor(seen.atMost) : 0;
  const ready = seen.problem === null && (seen.signer.state !== 'new' || compared);
  const take = (): void => {
    if (!ready) return;
    close();
    void concludeComparison(file, seen, t('fileTitle', { service, round: 3 }));
  };
  return (
    <Dialog isOpen className="services-dialog" title={t('concludeTitle', { service })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); take(); }}>
        <DialogBody>
          <AgreedFacts seen={seen} name={file.name} />
          {seen.problem !== null ? null : (
            <>
              {seen.signer.state === 'new' ? <Checkbox checked={compared} label={t('compared', { service })} onChange={(event) => setCompared(event.currentTarget.checked)} /> : null}
              <p>{t(writes ? 'concludeWrites' : 'concludeReads', { service })}{minutes > 0 ? ` ${t('takes', { count: minutes })}` : ''}</p>
              <Callout compact intent="none">{t('limitsOfHit')}</Callout>
            </>
          )}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} />{seen.problem === null ? <Button type="submit" intent="primary" disabled={!ready} text={t(writes ? 'concludeAndWrite' : 'conclude')} /> : null}</>} />
      </form>
    </Dialog>
  );
}
