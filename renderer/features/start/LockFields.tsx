import { Callout, Radio, RadioGroup } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/TextField';
import { lockProblem, SHORTEST_PASSPHRASE, type LockChoice } from './passphrase';

/** Asks in so many words whether a new case is encrypted; a passphrase is asked for twice. */
export function LockFields({ choice, onChange }: { choice: LockChoice; onChange: (choice: LockChoice) => void }): ReactElement {
  const { t } = useTranslation('start');
  const problem = lockProblem(choice);
  return (
    <>
      <RadioGroup label={t('lockQuestion')} selectedValue={choice.encrypt ?? ''} onChange={(event) => onChange({ ...choice, encrypt: event.currentTarget.value === 'yes' ? 'yes' : 'no' })}>
        <Radio value="yes" label={t('lockYes')} />
        <Radio value="no" label={t('lockNo')} />
      </RadioGroup>
      {choice.encrypt === 'yes' ? (
        <>
          <TextField type="password" label={t('passphrase')} value={choice.passphrase} onChange={(passphrase) => onChange({ ...choice, passphrase })} hint={t('passphraseHint', { count: SHORTEST_PASSPHRASE })} problem={choice.passphrase !== '' && problem === 'passphraseTooShort' ? t('passphraseTooShort', { count: SHORTEST_PASSPHRASE }) : undefined} />
          <TextField type="password" label={t('passphraseAgain')} value={choice.repeat} onChange={(repeat) => onChange({ ...choice, repeat })} problem={choice.repeat !== '' && problem === 'passphraseDiffers' ? t('passphraseDiffers') : undefined} />
          <Callout intent="warning" compact>{t('passphraseWarning')}</Callout>
        </>
      ) : null}
      {choice.encrypt === 'no' ? <Callout intent="warning" compact>{t('openWarning')}</Callout> : null}
    </>
  );
}
