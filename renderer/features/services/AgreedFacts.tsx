import { Callout } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlindFileView } from '../../../shared/contract/blinding';
import { Failure } from '../../../shared/contract';
import { useTypes } from '../../case/types';
import { failureText } from '../../ui/failureText';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import { Facts, SignerNote } from './FileFacts';
import { kindName, lastDay, learnsText } from './words';

/** Of whom a file of a comparison is, what is agreed in it, and why it cannot be taken in where it cannot. */
export function AgreedFacts({ seen, name }: { seen: BlindFileView; name: string }): ReactElement {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const types = useTypes();
  const { from, to, signer } = seen;
  const role = seen.round === 2 ? 'initiator' : 'responder';
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('from'), [from.person, from.service].filter((each) => each !== '').join(' · ')],
    [t('for'), [to.person, to.service].filter((each) => each !== '').join(' · ')],
    [t('subjectShort'), seen.subject],
    [t('kinds'), seen.kinds.map((kind) => kindName(t, types, kind, language)).join(', ')],
    [t('learns'), learnsText(t, { ...seen, role, service: from.service })],
    [t('theirSize'), seen.atMost === 0 ? '' : t('atMost', { entries: formatCount(seen.atMost, language) })],
    [t('mostShort'), t('atMost', { entries: formatCount(seen.most, language) })],
    [t('until'), lastDay(seen.expires, language)],
    [t('madeOn'), formatMoment(seen.at, language)],
    [t('fingerprint'), signer.fingerprint, 'mono'],
    ['SHA-256', seen.sha256, 'mono'],
  ];
  return (
    <>
      {signer.state === 'own' ? null : <SignerNote signer={signer} service={from.service} />}
      {seen.problem === null ? null : <Callout compact intent="danger" role="alert">{failureText(t, new Failure(seen.problem), { file: name })}</Callout>}
      <Facts facts={facts} />
    </>
  );
}
