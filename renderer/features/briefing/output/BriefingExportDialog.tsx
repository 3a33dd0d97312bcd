import { Button, Checkbox, Dialog, DialogBody, DialogFooter, ProgressBar, SegmentedControl } from '@blueprintjs/core';
import { mdiCertificateOutline } from '@mdi/js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { Failure } from '../../../../shared/contract';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../../../shared/contract/appService';
import type { BriefingFinding } from '../../../../shared/contract/briefings';
import type { ReleaseAbout } from '../../../../shared/contract/releasing';
import type { BriefingRecord } from '../../../../shared/model/briefing';
import type { RecipientRecord } from '../../../../shared/model/recipient';
import { chooseCertificate, exportBriefing, stopPrinting, type BriefingExported } from '../../../actions/briefing';
import { runActionById } from '../../../actions/registry';
import { failureText } from '../../../ui/failureText';
import { Glyph } from '../../../ui/Glyph';
import { aboutFor, OWN_USE, releaseProblem } from '../../../ui/release';
import { ReleaseFields } from '../../../ui/ReleaseFields';
import { TextField } from '../../../ui/TextField';
import { Findings } from '../Findings';
import { isGrave } from '../findings';
import { Exported } from './Exported';

interface ExportProps {
  readonly briefing: BriefingRecord;
  readonly recipients: readonly RecipientRecord[];
  /** Null while they are being looked for. */
  readonly findings: readonly BriefingFinding[] | null;
  readonly checkFailure: unknown;
  /** Saves what is still being typed. */
  readonly prepare: () => Promise<BriefingRecord>;
  readonly onJump: (finding: BriefingFinding) => void;
  readonly onClose: () => void;
}

interface Certificate {
  readonly token: string;
  readonly name: string;
}

/** Lets a briefing leave: in which format, for whom and why, signed or not; what stands in its way before, and what came of it after. */
export function BriefingExportDialog({ briefing, recipients, findings, checkFailure, prepare, onJump, onClose }: ExportProps): ReactElement {
  const { t } = useTranslation('briefing');
  const recipient = recipients.find((each) => each.id === briefing.recipient);
  const [format, setFormat] = useState<DocumentFormat>('pdf');
  const [about, setAbout] = useState<ReleaseAbout>(() => ({ ...(recipient ? aboutFor(recipient) : { ...OWN_USE, recipient: briefing.recipient }), copyNumber: briefing.copyNumber }));
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [anyway, setAnyway] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState<BriefingExported | null>(null);
  const job = useRef<string | null>(null);
  // The usual purpose of a recipient comes in when the recipients do.
  useEffect(() => { if (recipient) setAbout((before) => (before.recipient === recipient.id && before.purpose !== 'internal' ? before : aboutFor(recipient, before))); }, [recipient]);

  const doubts = (findings ?? []).length > 0;
  const ready = releaseProblem(about, recipients) === null && findings !== null && (!doubts || anyway) && progress === null;

  const write = async (): Promise<void> => {
    if (!ready) return;
    const id = newId();
    job.current = id;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    try {
      const stored = await prepare();
      const signed = format === 'pdf' && certificate !== null ? { file: certificate.token, passphrase } : null;
      setDone(await exportBriefing(id, { briefing: stored, format, about, certificate: signed }, (at, total) => setProgress({ done: at, total })));
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'cancelled')) setFailure(error);
    } finally {
      job.current = null;
      setProgress(null);
    }
  };
  const choose = async (): Promise<void> => {
    const chosen = await chooseCertificate();
    if (chosen) setCertificate(chosen);
  };
  // While it is being written the dialog stays: what came of it is told here.
  const close = (): void => { if (progress === null) onClose(); };
  const toRecipients = (): void => {
    onClose();
    runActionById('recipients.open');
  };

  if (done) return <Dialog isOpen className="brief-export" title={t('exportedTitle')} onClose={onClose}><Exported done={done} onClose={onClose} /></Dialog>;
  return (
    <Dialog isOpen className="brief-export" title={t('exportTitle', { title: briefing.title })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); void write(); }}>
        <DialogBody>
          <fieldset disabled={progress !== null}>
            <SegmentedControl aria-label={t('format')} value={format} onValueChange={(value) => setFormat(DOCUMENT_FORMATS.find((each) => each === value) ?? 'pdf')} options={DOCUMENT_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))} />
            <p className="quiet brief-export__hint">{t(`formatHint.${format}`)}</p>
            <ReleaseFields value={about} onChange={setAbout} recipients={recipients} fixedRecipient onRecipients={toRecipients} />
            {format === 'pdf' ? (
              <div className="brief-export__sign">
                <p className="chosen"><Button size="small" icon={<Glyph path={mdiCertificateOutline} size={14} />} text={t(certificate === null ? 'sign' : 'signOther')} onClick={() => void choose()} />{certificate === null ? <span className="quiet">{t('signHint')}</span> : <><span className="clip" dir="auto">{certificate.name}</span><button type="button" className="link-button" onClick={() => { setCertificate(null); setPassphrase(''); }}>{t('signNot')}</button></>}</p>
                {certificate === null ? null : <TextField type="password" label={t('signPassphrase')} value={passphrase} onChange={setPassphrase} />}
              </div>
            ) : null}
            <h3>{t('findings')}</h3>
            {findings === null ? <p className="quiet">{checkFailure === null ? t('checking') : failureText(t, checkFailure)}</p> : <Findings findings={findings} onJump={(finding) => { onClose(); onJump(finding); }} />}
            {findings?.some(isGrave) ? <p className="brief-export__trouble">{t('grave')}</p> : null}
            {doubts ? <Checkbox label={t('anyway')} checked={anyway} onChange={(event) => setAnyway(event.currentTarget.checked)} /> : null}
          </fieldset>
          {failure === null ? null : <p className="brief-export__trouble" role="alert">{failureText(t, failure)}</p>}
          {progress === null ? null : <ProgressBar className="brief-export__bar" {...(progress.total > 0 ? { value: progress.done / progress.total } : {})} />}
        </DialogBody>
        <DialogFooter
          actions={
            <>
              <Button text={t('app:cancel')} onClick={() => (job.current === null ? onClose() : stopPrinting(job.current))} />
              <Button type="submit" intent="primary" loading={progress !== null} disabled={!ready} text={t('exportNow', { format: format.toUpperCase() })} />
            </>
          }
        />
      </form>
    </Dialog>
  );
}
