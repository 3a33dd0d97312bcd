import { Button, Callout, Checkbox, Dialog, DialogBody, DialogFooter, FormGroup, InputGroup, TextArea } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureCount, ErasureTarget } from '../../../shared/contract/erasing';
import { eraseForGood, stopErasing, useErasing } from '../../actions/erasing';
import { useCase } from '../../case/queries';
import { failureText } from '../../ui/failureText';
import './erasing.css';

const SHORTEST_REASON = 3;

/** Asks before something is erased for good: what goes, what cannot be reached, why it must, and a word that nobody types by chance. */
export function EraseDialog(): ReactElement | null {
  const { target, name } = useErasing();
  return target === null ? null : <EraseForm key={JSON.stringify(target)} target={target} name={name} />;
}

function EraseForm({ target, name }: { target: ErasureTarget; name: string }): ReactElement {
  const { t } = useTranslation('erasing');
  const { data: count, error } = useCase('case.countErasure', { target });
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const [documents, setDocuments] = useState(true);
  const [backups, setBackups] = useState(true);
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const wanted = t('word');
  const ready = count !== undefined && !error && reason.trim().length >= SHORTEST_REASON && basis.trim() !== '' && word.trim().toLocaleUpperCase() === wanted.toLocaleUpperCase() && !busy;
  const erase = async (): Promise<void> => {
    setBusy(true);
    const done = await eraseForGood({ target, reason: reason.trim(), basis: basis.trim(), backups, documents });
    if (done) stopErasing();
    else setBusy(false);
  };
  return (
    <Dialog isOpen className="erase" title={t('title', { name })} onClose={busy ? () => undefined : stopErasing}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) void erase(); }}>
        <DialogBody>
          <Callout intent="danger">{t('warning')}</Callout>
          {error ? <p>{failureText(t, error)}</p> : count === undefined ? <p className="quiet">{t('counting')}</p> : <Reach count={count} />}
          {count !== undefined && count.originals > 0 ? <Checkbox checked={documents} label={t('documents', { count: count.originals })} onChange={(event) => setDocuments(event.currentTarget.checked)} /> : null}
          {count !== undefined && count.backups > 0 ? <Checkbox checked={backups} label={t('backups', { count: count.backups })} onChange={(event) => setBackups(event.currentTarget.checked)} /> : null}
          <FormGroup label={t('reason')} labelFor="erase-reason"><TextArea id="erase-reason" fill autoFocus rows={2} maxLength={2000} value={reason} placeholder={t('reasonExample')} onChange={(event) => setReason(event.currentTarget.value)} /></FormGroup>
          <FormGroup label={t('basis')} labelFor="erase-basis"><InputGroup id="erase-basis" fill maxLength={1000} value={basis} placeholder={t('basisExample')} onValueChange={setBasis} /></FormGroup>
          <FormGroup label={t('type', { word: wanted })} labelFor="erase-word"><InputGroup id="erase-word" value={word} autoComplete="off" onValueChange={setWord} /></FormGroup>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} disabled={busy} onClick={stopErasing} /><Button type="submit" intent="danger" loading={busy} disabled={!ready} text={t('action')} /></>} />
      </form>
    </Dialog>
  );
}

/** What goes, and what goes on naming it. */
function Reach({ count }: { count: ErasureCount }): ReactElement {
  const { t } = useTranslation('erasing');
  const named = count.named.entities + count.named.pages + count.named.texts;
  const goes = (['statements', 'entities', 'links', 'sources'] as const).filter((part) => count[part] > 0);
  return (
    <>
      <ul className="erase__goes figures">
        {goes.map((part) => <li key={part}>{t(part, { count: count[part] })}</li>)}
        {count.documents > 0 ? <li>{t('files', { count: count.documents })}</li> : null}
      </ul>
      {count.releases > 0 ? <Callout intent="warning" className="erase__beyond">{t('releases', { count: count.releases })}</Callout> : null}
      {named > 0 ? <p className="erase__named">{t('named', { entities: count.named.entities, pages: count.named.pages, texts: count.named.texts })}</p> : null}
    </>
  );
}
