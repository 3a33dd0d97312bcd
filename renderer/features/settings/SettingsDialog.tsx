import { Button, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSettings } from '../../actions/settings';
import { changeSession, useDock, useSession } from '../../actions/session';
import { LANGUAGES, type Language } from '../../../shared/values/kind';
import { Picker } from '../../ui/Picker';
import { TextField } from '../../ui/TextField';
import { CaseSettings } from './CaseSettings';

const WHEELS = ['auto', 'zoom', 'pan'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Language, colours, and the name under which this person's work is journalled. Language and colours take effect at once. */
export function SettingsDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'settings');
  return shown ? <SettingsForm /> : null;
}

function SettingsForm(): ReactElement {
  const { t } = useTranslation('settings');
  const settings = useSession((state) => state.settings);
  const dock = useDock((state) => state.controls);
  const [actor, setActor] = useState(settings?.actor ?? '');
  const [service, setService] = useState(settings?.service ?? '');
  const close = (): void => {
    void saveSettings({ actor: actor.trim(), service: service.trim() });
    changeSession({ dialog: null });
  };
  return (
    <Dialog isOpen title={t('title')} onClose={close}>
      <DialogBody>
        <Picker label={t('language')} value={settings?.language ?? 'nl'} options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))} onChange={(language) => void saveSettings({ language: language as Language })} />
        <Picker label={t('theme')} value={settings?.theme ?? 'system'} options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))} onChange={(theme) => void saveSettings({ theme: theme as (typeof THEMES)[number] })} />
        <Picker label={t('wheel')} value={settings?.wheel ?? 'auto'} options={WHEELS.map((value) => ({ value, label: t(`wheels.${value}`) }))} onChange={(wheel) => void saveSettings({ wheel: wheel === 'auto' ? undefined : (wheel as 'zoom' | 'pan') })} />
        <TextField label={t('actor')} hint={t('actorHint')} value={actor} onChange={setActor} />
        <TextField label={t('service')} value={service} onChange={setService} />
        <CaseSettings />
        {dock ? <Button text={t('resetDock')} onClick={() => dock.reset()} /> : null}
      </DialogBody>
      <DialogFooter actions={<Button intent="primary" text={t('app:done')} onClick={close} />} />
    </Dialog>
  );
}
