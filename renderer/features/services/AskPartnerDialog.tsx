import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { URGENCIES, type ExchangeRecord, type Urgency } from '../../../shared/model/exchange';
import { sendAsk, useServices } from '../../actions/services';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { DayField } from '../../ui/DayField';
import { Picker } from '../../ui/Picker';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';

/** Asks a partner about hits of a comparison. */
export function AskPartnerDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'askPartner');
  const asking = useServices((state) => state.asking);
  return shown && asking !== null ? <AskForm exchange={asking.exchange} entities={asking.entities} /> : null;
}

const close = (): void => changeSession({ dialog: null });

function AskForm({ exchange, entities }: { exchange: ExchangeRecord; entities: readonly string[] }): ReactElement {
  const { t } = useTranslation('services');
  const field = useId();
  const { data: recipients = [] } = useCase('case.recipients', {});
  const { data: views = [] } = useCase('case.entities', { ids: [...entities] });
  const [about, setAbout] = useState({ ...OWN_USE, ...exchange.grounds, recipient: exchange.partner.recipient, copyNumber: '' });
  const [question, setQuestion] = useState('');
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const [wantedBy, setWantedBy] = useState('');
  const recipient = recipients.find(({ id }) => id === about.recipient);
  const service = exchange.partner.service;
  const ready = question.trim() !== '' && recipient !== undefined && recipient.encryptionKey !== null && releaseProblem(about, recipients) === null;
  const save = (): void => {
    if (!ready) return;
    close();
    void sendAsk({ exchange: exchange.id, entities: [...entities], question: question.trim(), urgency, wantedBy: wantedBy === '' ? null : wantedBy, about }, service, t('askFileTitle', { service }));
  };
  return (
    <Dialog isOpen className="services-dialog" title={t('askTitle', { service })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <p className="quiet">{t('askHint', { service })}</p>
          <p dir="auto"><strong>{views.map(({ caption }) => caption).join(' · ')}</strong></p>
          <FormGroup label={t('question')} labelFor={field}><TextArea id={field} fill autoResize value={question} onChange={(event) => setQuestion(event.currentTarget.value.slice(0, 4000))} placeholder={t('questionExample')} dir="auto" /></FormGroup>
          <div className="services__two">
            <Picker label={t('urgency')} value={urgency} options={URGENCIES.map((each) => ({ value: each, label: t(`urgencies.${each}`) }))} onChange={(value) => setUrgency(URGENCIES.find((each) => each === value) ?? 'normal')} />
            <DayField label={t('wantedBy')} value={wantedBy} onChange={setWantedBy} />
          </div>
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} needsRecipient plain fixedRecipient onRecipients={() => { close(); showPanel('recipients'); }} />
          {recipient !== undefined && recipient.encryptionKey === null ? <Callout compact intent="warning">{t('noKey', { service: recipient.name })}</Callout> : null}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('makeAsk')} /></>} />
      </form>
    </Dialog>
  );
}
