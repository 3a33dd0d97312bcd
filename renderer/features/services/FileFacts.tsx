import { Callout } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlindFileView } from '../../../shared/contract/blinding';

const INTENT = { known: 'success', own: 'none', new: 'warning', changed: 'danger' } as const;

/** Lines of name and value; empty values are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, string, string?])[] }): ReactElement {
  return <dl className="services__facts">{facts.filter(([, value]) => value !== '').map(([name, value, look]) => <div key={name}><dt className="quiet">{name}</dt><dd className={look ?? ''} dir="auto">{value}</dd></div>)}</dl>;
}

/** Who signed a file, and how sure that is. */
export function SignerNote({ signer, service }: { signer: BlindFileView['signer']; service: string }): ReactElement {
  const { t } = useTranslation('services');
  return <Callout compact intent={INTENT[signer.state]}>{t(`signer.${signer.state}`, { service })}</Callout>;
}
