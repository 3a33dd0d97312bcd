import { Button, Callout, Radio, RadioGroup } from '@blueprintjs/core';
import { mdiDiceMultipleOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleLock } from '../../actions/bundles';
import { Glyph } from '../../ui/Glyph';
import { TextField } from '../../ui/TextField';
import { passphraseProblem, SHORTEST, suggestedPassphrase } from './passphrase';

/** How a bundle is to be closed, as far as it was said. */
export interface LockChoice {
  readonly kind: 'key' | 'passphrase';
  readonly passphrase: string;
}

export const NO_LOCK: LockChoice = { kind: 'key', passphrase: '' };

/** The lock that was chosen; null while something is missing. */
export function lockOf({ kind, passphrase }: LockChoice, key: string | null): BundleLock | null {
  if (kind === 'key' && key !== null) return { kind: 'keys', keys: [key] };
  return passphraseProblem(passphrase) === null ? { kind: 'passphrase', passphrase } : null;
}

/** With the recipient's key, where its card is known, or under a passphrase that is told by another way. `name`: of the recipient; `key`: null without a card. */
export function LockFields({ choice, onChange, name, recipientKey }: { choice: LockChoice; onChange: (choice: LockChoice) => void; name: string; recipientKey: string | null }): ReactElement {
  const { t } = useTranslation('bundles');
  const kind = recipientKey === null ? 'passphrase' : choice.kind;
  const problem = passphraseProblem(choice.passphrase);
  return (
    <>
      <RadioGroup label={t('lock')} selectedValue={kind} onChange={(event) => onChange({ ...choice, kind: event.currentTarget.value === 'key' ? 'key' : 'passphrase' })}>
        <Radio value="key" disabled={recipientKey === null} label={t(recipientKey === null ? 'lockNoKey' : 'lockKey', { name })} />
        <Radio value="passphrase" label={t('lockPassphrase')} />
      </RadioGroup>
      {kind === 'key' ? null : (
        <div className="bundle__passphrase">
          <TextField label={t('passphrase')} value={choice.passphrase} onChange={(passphrase) => onChange({ ...choice, kind: 'passphrase', passphrase })} hint={t('passphraseHint', { count: SHORTEST })} problem={choice.passphrase !== '' && problem !== null ? t(`passphrase.${problem}`, { count: SHORTEST }) : undefined} />
          <Button icon={<Glyph path={mdiDiceMultipleOutline} size={14} />} text={t('suggest')} onClick={() => onChange({ kind: 'passphrase', passphrase: suggestedPassphrase() })} />
          <Callout compact intent="warning" className="bundle__wide">{t('passphraseWarning')}</Callout>
        </div>
      )}
    </>
  );
}
