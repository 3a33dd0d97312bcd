import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Leave } from '../../shared/model/evaluationChange';
import { DayField } from './DayField';
import { TextField } from './TextField';

export const NO_LEAVE: Leave = { givenBy: '', givenOn: '', reference: '' };

/** The leave as commands take it; undefined while something of it is missing. */
export const wholeLeave = (leave: Leave): Leave | undefined => (leave.givenBy.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(leave.givenOn) && leave.reference.trim() !== '' ? leave : undefined);

/** Who of the originator allowed that its codes are lowered, when, under which reference. */
export function LeaveFields({ services, value, onChange }: { services: readonly string[]; value: Leave; onChange: (leave: Leave) => void }): ReactElement {
  const { t } = useTranslation('evaluation');
  return (
    <fieldset className="leave">
      <legend>{t('leave', { services: services.join(', ') })}</legend>
      <p className="quiet">{t('leaveHint')}</p>
      <div className="leave__fields">
        <TextField label={t('givenBy')} value={value.givenBy} onChange={(givenBy) => onChange({ ...value, givenBy })} />
        <DayField label={t('givenOn')} value={value.givenOn} onChange={(givenOn) => onChange({ ...value, givenOn })} />
        <TextField label={t('reference')} value={value.reference} onChange={(reference) => onChange({ ...value, reference })} />
      </div>
    </fieldset>
  );
}
