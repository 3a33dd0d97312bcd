import { Button, Callout, Checkbox, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract';
import type { BlindFileView } from '../../../shared/contract/blinding';
import { answerComparison, refuseComparison } from '../../actions/services';
import { changeSession, showPanel } from '../../actions/session';
import { useCase } from '../../case/queries';
import { askText } from '../../ui/confirm';
import { formatCount, useLanguage } from '../../ui/language';
import { aboutFor, OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import { AgreedFacts } from './AgreedFacts';
import { KindFields } from './KindFields';
import { useScope } from './ScopeFields';
import { useKinds } from './useKinds';
import { minutesFor, sizeFor } from './words';

const close = (): void => changeSession({ dialog: null });

/** A partner's list: who asks for what, and our own list as the answer, or a no. */
export function AnswerForm({ file, seen }: { file: ChosenFile; seen: BlindFileView }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const { data: recipients = [] } = useCase('case.recipients', {});
  const sender = recipients.find(({ id }) => id === seen.signer.recipient);
  const [said, setAbout] = useState<typeof OWN_USE | null>(null);
  const about = said ?? (sender === undefined ? OWN_USE : aboutFor(sender));
  const [compared, setCompared] = useState(false);
  const { scope, fields } = useScope();
  const recipient = recipients.find(({ id }) => id === about.recipient);
  const mayCount = seen.problem === null && recipient !== undefined && recipient.rights !== null;
  const { counted, failure } = useKinds(scope, about, mayCount);
  const kinds = new Set(seen.kinds);
  const own = (counted?.kinds ?? []).reduce((sum, { kind, entries }) => sum + (kinds.has(kind) ? entries : 0), 0);
  const minutes = minutesFor(sizeFor(own) + seen.atMost);
  const sure = seen.signer.state === 'known' || compared;
  const otherKey = recipient !== undefined && recipient.signingKey !== null && seen.signer.recipient !== recipient.id;
  const ready = seen.problem === null && sure && !otherKey && recipient !== undefined && releaseProblem(about, recipients) === null && own > 0 && own <= seen.most;
  const service = seen.from.service;
  const save = (): void => {
    if (!ready) return;
    close();
    void answerComparison({ file: file.token, seen: seen.sha256, scope, about }, service, t('fileTitle', { service, round: 2 }));
  };
  const refuse = async (): Promise<void> => {
    const reason = await askText({ title: 'services:refuseTitle', body: 'services:refuseBody', action: 'services:refuse', values: { service }, input: { label: 'services:refuseReason', value: '' } });
    if (reason !== null && (await refuseComparison(file.token, reason))) close();
  };
  return (
    <Dialog isOpen className="services-dialog" title={t('answerTitle', { service })} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <AgreedFacts seen={seen} name={file.name} />
          {seen.problem !== null ? null : (
            <>
              {seen.signer.state === 'new' ? <Checkbox checked={compared} label={t('compared', { service })} onChange={(event) => setCompared(event.currentTarget.checked)} /> : null}
              <h3>{t('ourAnswer')}</h3>
              <p className="quiet">{t('answerHint', { service })}</p>
              <ReleaseFields value={about} onChange={setAbout} recipients={recipients} needsRecipient plain fixedRecipient={sender !== undefined} onRecipients={() => { close(); showPanel('recipients'); }} />
              {otherKey ? <Callout compact intent="danger">{t('otherKey', { service: recipient.name })}</Callout> : null}
              {fields}
              {mayCount ? <KindFields counted={counted} failure={failure} chosen={kinds} /> : null}
              {counted !== null && own === 0 ? <Callout compact intent="warning">{t('noneOfThese')}</Callout> : null}
              {own > seen.most ? <Callout compact intent="warning">{t('tooMany', { entries: formatCount(own, language) })}</Callout> : null}
              {minutes > 0 ? <p className="quiet">{t('takes', { count: minutes })}</p> : null}
              <Callout compact intent="none">{t('limits')}</Callout>
            </>
          )}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} />{seen.problem === null ? <><Button text={t('refuse')} onClick={() => void refuse()} /><Button type="submit" intent="primary" disabled={!ready} text={t('answer')} /></> : null}</>} />
      </form>
    </Dialog>
  );
}
