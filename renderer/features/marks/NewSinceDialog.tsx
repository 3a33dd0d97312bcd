import { Button, Dialog, DialogBody, DialogFooter, Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSince } from '../../actions/news';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { DayField } from '../../ui/DayField';
import { formatMoment, useLanguage } from '../../ui/language';

/** Asks since when what is new on charts is to be marked. */
export function NewSinceDialog(): ReactElement | null {
  const open = useSession((state) => state.dialog === 'newSince');
  const chart = useSession((state) => state.chart);
  return open && chart !== null ? <NewSinceForm chart={chart} /> : null;
}

function NewSinceForm({ chart }: { chart: string }): ReactElement {
  const { t } = useTranslation('marks');
  const language = useLanguage();
  const { since } = useSince();
  const [of, setOf] = useState<'off' | 'snapshot' | 'day'>(since?.of ?? 'snapshot');
  const [day, setDay] = useState(since?.of === 'day' ? since.day : '');
  const { data } = useCase('case.newSince', { chart, since: null });
  const close = (): void => changeSession({ dialog: null });
  const show = (): void => {
    useSince.setState({ since: of === 'off' ? null : of === 'day' ? { of, day } : { of } });
    close();
  };
  const snapshot = data?.at ? `${t('new.snapshot')} (${formatMoment(data.at, language)})` : `${t('new.snapshot')}${data === undefined ? '' : ` (${t('new.none')})`}`;
  return (
    <Dialog isOpen title={t('new.title')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); if (of !== 'day' || day !== '') show(); }}>
        <DialogBody>
          <p>{t('new.body')}</p>
          <RadioGroup label={t('new.action')} selectedValue={of} onChange={(event) => setOf(event.currentTarget.value as 'off' | 'snapshot' | 'day')}>
            <Radio value="snapshot" label={snapshot} />
            <Radio value="day" label={t('new.day')} />
            <Radio value="off" label={t('new.off')} />
          </RadioGroup>
          {of === 'day' ? <DayField label={t('new.day')} value={day} onChange={setDay} /> : null}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={of === 'day' && day === ''} text={of === 'off' ? t('new.off') : t('new.show')} /></>} />
      </form>
    </Dialog>
  );
}
