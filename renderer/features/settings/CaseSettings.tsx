import { Button, Checkbox, FormGroup, NumericInput } from '@blueprintjs/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Picker } from '../../ui/Picker';
import { useLanguage } from '../../ui/language';
import type { CaseSettings as Settings } from '../../../shared/model/drawing';
import { REVIEW_MONTHS } from '../../../shared/model/reviewTerm';

/** What holds for the open case alone; nothing while none is open. Each takes effect at once, as a step that can be undone. */
export function CaseSettings(): ReactElement | null {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const types = useTypes();
  const isOpen = useSession((state) => state.open !== null);
  const { data } = useCase('case.info', {}, isOpen);
  const months = useId();
  if (!isOpen || !data) return null;
  const { settings } = data;
  const change = (part: Partial<Settings>): void => void execute('settings.put', { ...settings, ...part });
  const schemes = (use: 'grading' | 'handling') => types.schemes(use).map((scheme) => ({ value: scheme.id, label: scheme.label[language] }));
  return (
    <fieldset className="case-settings" disabled={data.readOnly}>
      <legend>{t('thisCase')}</legend>
      <Picker label={t('gradingScheme')} value={settings.gradingScheme} options={schemes('grading')} onChange={(gradingScheme) => change({ gradingScheme })} />
      <Picker label={t('handlingScheme')} value={settings.handlingScheme} options={schemes('handling')} onChange={(handlingScheme) => change({ handlingScheme })} />
      <FormGroup label={t('reviewMonths')} labelFor={months} helperText={t('reviewMonthsHint')}>
        <NumericInput id={months} min={1} max={600} clampValueOnBlur defaultValue={settings.reviewMonths ?? REVIEW_MONTHS} onBlur={(event) => { const value = Number(event.currentTarget.value); if (Number.isInteger(value) && value >= 1 && value <= 600 && value !== (settings.reviewMonths ?? REVIEW_MONTHS)) change({ reviewMonths: value }); }} />
      </FormGroup>
      <Checkbox checked={settings.asksReason === true} label={t('asksReason')} onChange={() => change({ asksReason: settings.asksReason !== true })} />
      <Checkbox checked={settings.knownAcross === true} onChange={() => change({ knownAcross: settings.knownAcross !== true })}>{t('across:setting')}<span className="quiet case-settings__hint">{t('across:settingHint')}</span></Checkbox>
      <Button text={t('schemes')} onClick={() => changeSession({ dialog: 'schemes' })} />
    </fieldset>
  );
}
