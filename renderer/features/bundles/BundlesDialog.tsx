import { Button, Dialog, DialogBody, DialogFooter, Tag } from '@blueprintjs/core';
import { mdiArchiveOutline, mdiCardAccountDetailsOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleConflict } from '../../../shared/contract/bundling';
import { runActionById } from '../../actions/registry';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import './bundles.css';

/** Bundles that were taken in, what they and the case do not agree on, and the card by which others send bundles here. */
export function BundlesDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'bundles');
  return shown ? <Bundles /> : null;
}

const close = (): void => changeSession({ dialog: null });

function Bundles(): ReactElement {
  const { t } = useTranslation('bundles');
  const language = useLanguage();
  const { data: bundles = [], isSuccess } = useCase('case.bundles', {});
  const [chosen, choose] = useState<string | null>(null);
  const { data: conflicts = [] } = useCase('case.bundleConflicts', chosen === null ? {} : { bundle: chosen });
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <Dialog isOpen className="bundle-dialog bundle-dialog--wide" title={t('listTitle')} onClose={close}>
      <DialogBody>
        <OwnCard />
        {isSuccess && bundles.length === 0 ? <EmptyState icon={mdiArchiveOutline} title={t('none')} hint={t('noneHint')} /> : (
          <table className="rows bundle__list">
            <thead><tr><th>{t('from')}</th><th>{t('case')}</th><th>{t('madeOn')}</th><th>{t('takenIn')}</th><th className="number">{t('statements')}</th><th>{t('expires')}</th></tr></thead>
            <tbody>
              {bundles.map((each) => (
                <tr key={each.id} aria-selected={each.id === chosen}>
                  <td dir="auto"><button type="button" className="link-button" onClick={() => choose(each.id === chosen ? null : each.id)}>{each.service || each.person}</button></td>
                  <td dir="auto">{each.caseName}</td>
                  <td className="figures">{formatMoment(each.at, language)}</td>
                  <td className="figures">{formatMoment(each.takenAt, language)}</td>
                  <td className="number">{formatCount(each.counts['statements'] ?? 0, language)}</td>
                  <td>{each.expires === null ? '' : <Tag minimal intent={each.expires < today ? 'danger' : 'none'}>{formatMoment(each.expires, language, 'day')}</Tag>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {conflicts.length > 0 ? <Conflicts conflicts={conflicts} /> : bundles.length > 0 ? <p className="quiet">{t('noConflicts')}</p> : null}
      </DialogBody>
      <DialogFooter actions={<><Button text={t('actions:openBundle')} onClick={() => { close(); runActionById('bundle.open'); }} /><Button intent="primary" text={t('app:done')} onClick={close} /></>} />
    </Dialog>
  );
}

function OwnCard(): ReactElement | null {
  const { t } = useTranslation('bundles');
  const { data: card } = useCase('case.card', {});
  if (card === undefined) return null;
  return (
    <section className="bundle__card">
      <Glyph path={mdiCardAccountDetailsOutline} size={20} />
      <div>
        <div><strong dir="auto">{card.service || card.person || t('nameless')}</strong> <span className="quiet" dir="auto">{card.service === '' ? '' : card.person}</span></div>
        <div className="quiet">{t('fingerprint')} <span className="mono">{card.fingerprint}</span></div>
      </div>
      <Button size="small" text={t('actions:saveCard')} onClick={() => runActionById('bundle.card')} />
    </section>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly BundleConflict[] }): ReactElement {
  const { t } = useTranslation('bundles');
  const language = useLanguage();
  const types = useTypes();
  const property = (id: string | null): string => (id === null ? '' : [...types.catalogue.entityTypes].flatMap((type) => type.properties).find((each) => each.id === id)?.label[language] ?? id);
  const shown = (conflict: BundleConflict, side: 'ours' | 'theirs'): string => (conflict.kind === 'judgement' ? t(`verdict.${conflict[side]}`, { defaultValue: conflict[side] }) : conflict[side] === '' && conflict.kind === 'retracted' ? t('takenBack') : conflict[side]);
  const inspect = (subject: string): void => {
    close();
    changeSession({ inspected: subject });
    showPanel('inspector');
  };
  return (
    <section>
      <h3>{t('conflicts', { count: conflicts.length })}</h3>
      <p className="quiet">{t('conflictsHint')}</p>
      <table className="rows bundle__conflicts">
        <thead><tr><th>{t('about')}</th><th>{t('ours')}</th><th>{t('theirs')}</th></tr></thead>
        <tbody>
          {conflicts.map((each, at) => (
            <tr key={`${each.bundle} ${each.kind} ${each.subject} ${at}`}>
              <td dir="auto"><div className="quiet">{t(`kind.${each.kind}`)} {property(each.property)}</div><button type="button" className="link-button" onClick={() => inspect(each.subject)}>{each.caption || each.subject}</button></td>
              <td dir="auto">{shown(each, 'ours')}</td>
              <td dir="auto">{shown(each, 'theirs')}<div className="quiet">{each.service}</div></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
