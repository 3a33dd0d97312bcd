import { Button, Callout, Dialog, DialogBody, DialogFooter, Radio, RadioGroup } from '@blueprintjs/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SIDES, TELLS } from '../../../shared/model/exchange';
import { beginComparison } from '../../actions/services';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { DayField } from '../../ui/DayField';
import { formatCount, useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import { TextField } from '../../ui/TextField';
import { KindFields } from './KindFields';
import { useScope } from './ScopeFields';
import { useKinds } from './useKinds';
import { learnsText, minutesFor, SIZES, sizeFor } from './words';
import './services.css';

/** Days for which a comparison waits, unless somebody says otherwise. */
const USUAL_DAYS = 14;
/** A list smaller than this says more by its size than it saves. */
const USUAL_SIZE = 1000;

/** Begins a comparison of lists: with whom, what, who learns what, until when and why. */
export function CompareDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'compareLists');
  return shown ? <CompareForm /> : null;
}

const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const AGREEMENTS = TELLS.flatMap((tells) => SIDES.map((sides) => ({ tells, sides, id: `${tells} ${sides}` })));
/** The agreement of an id: that both learn which entries, unless another is chosen. */
const agreementOf = (id: string): Pick<(typeof AGREEMENTS)[number], 'tells' | 'sides'> => AGREEMENTS.find((each) => each.id === id) ?? { tells: 'entries', sides: 'both' };

function CompareForm(): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [about, setAbout] = useState(OWN_USE);
  const { scope, fields } = useScope();
  const [agreed, setAgreed] = useState('entries both');
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [subject, setSubject] = useState('');
  const [until, setUntil] = useState(() => dayAfter(USUAL_DAYS));
  const [most, setMost] = useState<number | null>(null);
  const recipient = recipients.find(({ id }) => id === about.recipient);
  const mayCount = recipient !== undefined && recipient.rights !== null;
  const { counted, failure } = useKinds(scope, about, mayCount);
  // The usual kinds, until somebody chooses others.
  useEffect(() => setChosen(null), [about.recipient]);
  const kinds = chosen ?? new Set(counted?.kinds.filter(({ usual }) => usual).map(({ kind }) => kind));
  const own = (counted?.kinds ?? []).reduce((sum, { kind, entries }) => sum + (kinds.has(kind) ? entries : 0), 0);
  const size = most ?? Math.max(USUAL_SIZE, sizeFor(own));
  const { tells, sides } = agreementOf(agreed);
  const minutes = minutesFor(sizeFor(own) + size);
  const service = recipient?.service || recipient?.name || '';
  const ready = recipient !== undefined && releaseProblem(about, recipients) === null && own > 0 && own <= size && subject.trim() !== '' && until >= dayAfter(0);
  const close = (): void => changeSession({ dialog: null });
  const save = (): void => {
    if (!ready) return;
    close();
    void beginComparison({ scope, about, kinds: [...kinds], tells, sides, most: size, subject: subject.trim(), until }, service, t('fileTitle', { service, round: 1 }));
  };
  return (
    <Dialog isOpen className="services-dialog" title={t('compareTitle')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <p className="quiet">{t('compareHint')}</p>
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} needsRecipient plain onRecipients={() => { close(); showPanel('recipients'); }} />
          {recipient !== undefined && recipient.signingKey === null ? <Callout compact intent="warning">{t('noCard', { service })}</Callout> : null}
          {fields}
          {mayCount ? <KindFields counted={counted} failure={failure} chosen={kinds} onChange={setChosen} /> : null}
          <RadioGroup label={t('learns')} selectedValue={agreed} onChange={(event) => setAgreed(event.currentTarget.value)}>
            {AGREEMENTS.map((each) => <Radio key={each.id} value={each.id} label={learnsText(t, { ...each, role: 'initiator', service: service || t('theOther') })} />)}
          </RadioGroup>
          <TextField label={t('subject')} value={subject} onChange={(text) => setSubject(text.slice(0, 300))} hint={t('subjectHint')} placeholder={t('subjectExample')} />
          <div className="services__two">
            <Picker label={t('most')} value={String(size)} options={SIZES.map((each) => ({ value: String(each), label: t('mostEntries', { entries: formatCount(each, language) }) }))} onChange={(value) => setMost(Number(value))} />
            <DayField label={t('until')} value={until} onChange={setUntil} />
          </div>
          <p className="quiet">{own > size ? t('tooMany', { entries: formatCount(own, language) }) : t('mostHint')}{minutes > 0 ? ` ${t('takes', { count: minutes })}` : ''}</p>
          <Callout compact intent="none">{t('limits')}</Callout>
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('begin')} /></>} />
      </form>
    </Dialog>
  );
}
