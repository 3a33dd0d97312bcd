import { Button, Callout, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import { mdiFilePdfBox, mdiReceiptTextOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveReceipt } from '../../actions/receipt';
import { changeSession, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { formatBytes, formatCount, formatMoment, useLanguage } from '../../ui/language';
import type { Receipt } from '../../../shared/briefing/receipt';
import './receipt.css';

const CELLS = 12;

/** The receipt of an import: file, hash, recipe, who and when, and what came of it. */
export function ReceiptDialog(): ReactElement | null {
  const source = useSession((state) => (state.dialog === 'receipt' && state.open !== null ? state.receipt : null));
  return source === null ? null : <ReceiptOf source={source} />;
}

function ReceiptOf({ source }: { source: string }): ReactElement {
  const { t } = useTranslation('receipt');
  const [busy, setBusy] = useState(false);
  const { data, error } = useCase('case.receipt', { source });
  const close = (): void => changeSession({ dialog: null, receipt: null });
  const save = async (): Promise<void> => {
    setBusy(true);
    await saveReceipt(source);
    setBusy(false);
  };
  return (
    <Dialog isOpen className="receipt" title={t('title')} onClose={close}>
      <DialogBody>{error ? <EmptyState icon={mdiReceiptTextOutline} title={t('failed')} hint={failureText(t, error)} /> : data ? <Content receipt={data} /> : <p className="quiet">{t('loading')}</p>}</DialogBody>
      <DialogFooter actions={<><Button icon={<Glyph path={mdiFilePdfBox} />} text={t('save')} loading={busy} disabled={!data} onClick={() => void save()} /><Button intent="primary" text={t('close')} onClick={close} /></>} />
    </Dialog>
  );
}

function Content({ receipt }: { receipt: Receipt }): ReactElement {
  const { t } = useTranslation(['receipt', 'kinds', 'import']);
  const language = useLanguage();
  const types = useTypes();
  const number = (value: number): string => formatCount(value, language);
  const { counts, reading } = receipt;
  const delimiter = reading.delimiter === '' ? '' : t(`import:delimiter.${{ ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' }[reading.delimiter] ?? 'other'}`, { sign: reading.delimiter });
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('receipt:file'), receipt.title],
    [t('receipt:supplier'), receipt.supplier],
    [t('receipt:size'), receipt.bytes < 1000 ? formatBytes(receipt.bytes, language) : `${formatBytes(receipt.bytes, language)} (${number(receipt.bytes)})`],
    ['SHA-256', receipt.sha256 ?? '', 'mono'],
    [t('receipt:reading'), [reading.format.toUpperCase(), reading.encoding ?? '', delimiter, reading.sheet ?? ''].filter(Boolean).join(' · ')],
    [t('receipt:recipe'), receipt.recipe === null ? t('receipt:noRecipe') : t(receipt.recipe.changed ? 'receipt:recipeChanged' : 'receipt:recipeUsed', { name: receipt.recipe.name, version: receipt.recipe.version })],
    [t('receipt:by'), [receipt.actor, receipt.workstation].filter(Boolean).join(' · ')],
    [t('receipt:at'), formatMoment(receipt.at, language, 'second')],
    [t('receipt:journal'), `#${receipt.seq} · ${receipt.hash}`, 'mono'],
  ];
  const totals: readonly (readonly [string, number])[] = [
    [t(reading.unit === 'row' ? 'receipt:rows' : 'receipt:records'), counts.rows], [t('receipt:entitiesAdded'), counts.entitiesAdded], [t('receipt:entitiesMatched'), counts.entitiesMatched],
    [t('receipt:linksAdded'), counts.linksAdded], [t('receipt:linksMatched'), counts.linksMatched], [t('receipt:statements'), counts.statements],
    [t('receipt:pages'), counts.pages], [t('receipt:attachments'), counts.attachments], [t('receipt:revoked'), counts.revoked], [t('receipt:doubts'), counts.doubts], [t('receipt:rejected'), counts.rejected],
  ];
  return (
    <>
      {receipt.takenOut ? <Callout compact intent="warning">{t('receipt:takenOut')}</Callout> : null}
      <table className="receipt__facts"><tbody>{facts.filter(([, value]) => value !== '').map(([label, value, kind]) => <tr key={label}><th scope="row">{label}</th><td dir="auto" className={kind}>{value}</td></tr>)}</tbody></table>
      <div className="receipt__numbers">
        <table><tbody>{totals.filter(([, value], index) => value > 0 || index < 6).map(([label, value]) => <tr key={label}><th scope="row">{label}</th><td className="figures">{number(value)}</td></tr>)}</tbody></table>
        {receipt.types.length === 0 ? null : (
          <table>
            <thead><tr><th scope="col">{t('receipt:type')}</th><th scope="col" className="figures">{t('receipt:new')}</th><th scope="col" className="figures">{t('receipt:known')}</th></tr></thead>
            <tbody>{receipt.types.map((each) => <tr key={`${each.use}:${each.type}`}><th scope="row">{types.label(each.type, language, each.added + each.known)}</th><td className="figures">{number(each.added)}</td><td className="figures">{number(each.known)}</td></tr>)}</tbody>
          </table>
        )}
      </div>
      {receipt.documents.length === 0 ? null : <><h4>{t('receipt:documents')}</h4><ul className="receipt__list">{receipt.documents.map((each, index) => <li key={index}><span className="clip" dir="auto">{each.title}</span> <span className="mono quiet">{each.sha256?.slice(0, 16)}…</span></li>)}</ul></>}
      {counts.rejected === 0 ? null : (
        <>
          <h4>{t('receipt:rejected')}</h4>
          <p>{receipt.reasons.map(({ code, count }) => `${t(`kinds:reject.${code}`)}: ${number(count)}`).join(' · ')}</p>
          <table className="receipt__rejects">
            <thead><tr><th scope="col" className="figures">{t('receipt:row')}</th><th scope="col">{t('receipt:reason')}</th><th scope="col">{t('receipt:cells')}</th></tr></thead>
            <tbody>{receipt.rejects.map((each, index) => <tr key={index}><td className="figures">{number(each.row)}</td><td>{t(`kinds:reject.${each.code}`)}</td><td className="clip" dir="auto">{each.cells.slice(0, CELLS).filter((cell) => cell.trim() !== '').join(' · ') || '–'}</td></tr>)}</tbody>
          </table>
          {counts.rejected > receipt.rejects.length ? <p className="quiet">{t('receipt:firstRejects', { count: receipt.rejects.length, all: number(counts.rejected) })}</p> : null}
        </>
      )}
    </>
  );
}
