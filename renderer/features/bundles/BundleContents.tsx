import { Callout } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundlePreview } from '../../../shared/contract/bundling';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';

const INTENT = { known: 'success', own: 'none', new: 'warning', changed: 'danger' } as const;

/** From whom a bundle is and how sure that is, what it may be used for and until when, and what it would bring. */
export function BundleContents({ preview }: { preview: BundlePreview }): ReactElement {
  const { t } = useTranslation('bundles');
  const language = useLanguage();
  const { manifest, counts, signer } = preview;
  const { issuer } = manifest;
  const service = issuer.service || issuer.person;
  const count = (value: number): string => formatCount(value, language);
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('from'), [issuer.person, issuer.service].filter((each) => each !== '').join(' · ')],
    [t('case'), [manifest.case.name, manifest.case.reference].filter((each) => each !== '').join(' · ')],
    [t('for'), [manifest.recipient.name, manifest.recipient.service].filter((each, at, all) => each !== '' && all.indexOf(each) === at).join(' · ')],
    [t('at'), formatMoment(manifest.at, language)],
    [t('release:purpose'), t(`release:purposes.${manifest.purpose}`)],
    [t('marking'), manifest.marking],
    [t('expires'), manifest.expires === null ? '' : formatMoment(manifest.expires, language, 'day')],
    [t('fingerprint'), preview.fingerprint, 'mono'],
    ['SHA-256', preview.sha256, 'mono'],
  ];
  const brings: readonly (readonly [string, number, number | null])[] = [
    [t('entities'), counts.entitiesNew, counts.entitiesKnown],
    [t('links'), counts.linksNew, counts.linksKnown],
    [t('statements'), counts.statementsNew, counts.statementsKnown],
    [t('sources'), counts.sourcesNew, null],
    [t('judgements'), counts.judgementsNew, null],
    [t('kept'), manifest.counts.documents, null],
  ];
  return (
    <>
      <Callout compact intent={INTENT[signer]}>{t(`signer.${signer}`, { service })}</Callout>
      {preview.expired ? <Callout compact intent="danger">{t('expired')}</Callout> : null}
      {preview.taken ? <Callout compact intent="none">{t('takenBefore')}</Callout> : null}
      <dl className="bundle__facts">{facts.filter(([, value]) => value !== '').map(([name, value, look]) => <div key={name}><dt className="quiet">{name}</dt><dd className={look ?? ''} dir="auto">{value}</dd></div>)}</dl>
      {manifest.kind === 'notice' ? manifest.recalls.map(({ release, reason, statements }) => <p key={release} dir="auto">{t('recalled', { count: statements.length, reason })}</p>) : (
        <table className="rows bundle__counts">
          <thead><tr><th>{t('brings')}</th><th className="number">{t('new')}</th><th className="number">{t('knownHere')}</th></tr></thead>
          <tbody>{brings.map(([name, fresh, known]) => <tr key={name}><td>{name}</td><td className="number">{count(fresh)}</td><td className="number">{known === null ? '' : count(known)}</td></tr>)}</tbody>
        </table>
      )}
      {counts.conflicts > 0 ? <Callout compact intent="warning">{t('conflictsAhead', { count: counts.conflicts })}</Callout> : null}
    </>
  );
}
