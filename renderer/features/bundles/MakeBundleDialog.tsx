import { Button, Checkbox, Dialog, DialogBody, DialogFooter, Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportScope } from '../../../shared/contract/exporting';
import { makeBundle, useBundlePreset } from '../../actions/bundles';
import { attempt, openCaseClient } from '../../actions/execute';
import { withMembers } from '../../actions/identity';
import { useSelected } from '../../actions/selected';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { formatCount, useLanguage } from '../../ui/language';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import { LockFields, lockOf, NO_LOCK } from './LockFields';
import './bundles.css';

/** Packs what a recipient may have into one file for another Knoop: what of the case, for whom and why, and how it is closed. */
export function MakeBundleDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'makeBundle');
  return shown ? <MakeBundleForm /> : null;
}

interface Offer {
  readonly scope: ExportScope;
  readonly label: string;
  /** Name of what leaves. */
  readonly title: string;
}

/** The scope with what is directly linked with its entities, where that is wanted. */
async function scopeWith(scope: ExportScope, neighbours: boolean): Promise<ExportScope> {
  if (!neighbours || scope.kind !== 'entities') return scope;
  const found = await attempt(() => openCaseClient()['case.expand']({ ids: scope.ids.slice(0, 5000), limit: 20_000 }));
  return { kind: 'entities', ids: [...new Set([...scope.ids, ...withMembers(found?.entities.flatMap(({ id, members }) => members ?? [id]) ?? [])])] };
}

function MakeBundleForm(): ReactElement {
  const { t } = useTranslation('bundles');
  const language = useLanguage();
  const chart = useSession((state) => state.chart);
  const identity = useSession((state) => state.identity);
  const { preset } = useBundlePreset();
  const { entities: marked } = useSelected();
  const selected = preset?.ids ?? marked;
  const { data: charts = [] } = useCase('case.charts', {});
  const { data: info } = useCase('case.info', {});
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [kind, setKind] = useState<ExportScope['kind']>(selected.length > 0 ? 'entities' : chart === null ? 'case' : 'chart');
  const [about, setAbout] = useState(preset?.about ?? OWN_USE);
  const [lock, setLock] = useState(NO_LOCK);
  const [documents, setDocuments] = useState(false);
  const [neighbours, setNeighbours] = useState(false);
  const name = info?.settings.name ?? '';
  const drawn = charts.find((each) => each.id === chart)?.name ?? '';
  const offers: readonly Offer[] = [
    ...(chart === null ? [] : [{ scope: { kind: 'chart' as const, chart, identity }, label: t('exporting:scope.chart', { name: drawn }), title: drawn }]),
    ...(selected.length === 0 ? [] : [{ scope: { kind: 'entities' as const, ids: withMembers(selected) }, label: t('exporting:scope.entities', { count: selected.length }), title: name }]),
    { scope: { kind: 'case' }, label: t('exporting:scope.case', { entities: formatCount(info?.counts.entities ?? 0, language), links: formatCount(info?.counts.links ?? 0, language) }), title: name },
  ];
  const offer = offers.find(({ scope }) => scope.kind === kind) ?? offers.at(-1);
  const recipient = recipients.find(({ id }) => id === about.recipient);
  const closed = lockOf(lock, recipient?.encryptionKey ?? null);
  const ready = offer !== undefined && recipient !== undefined && closed !== null && releaseProblem(about, recipients) === null;
  const close = (): void => {
    useBundlePreset.setState({ preset: null });
    changeSession({ dialog: null });
  };
  const save = (): void => {
    if (!ready) return;
    close();
    void scopeWith(offer.scope, preset !== null && neighbours).then((scope) => makeBundle({ scope, title: offer.title, about, lock: closed, documents })).then((release) => {
      if (release !== undefined) preset?.made(release);
    });
  };
  return (
    <Dialog isOpen className="bundle-dialog" title={t('makeTitle')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <p className="quiet">{t('makeHint')}</p>
          <RadioGroup label={t('exporting:what')} selectedValue={kind} onChange={(event) => setKind(event.currentTarget.value as ExportScope['kind'])}>
            {offers.map(({ scope, label }) => <Radio key={scope.kind} value={scope.kind} label={label} />)}
          </RadioGroup>
          {preset === null || offer?.scope.kind !== 'entities' ? null : <Checkbox checked={neighbours} label={t('neighbours')} onChange={(event) => setNeighbours(event.currentTarget.checked)} />}
          <Checkbox checked={documents} label={t('documents')} onChange={(event) => setDocuments(event.currentTarget.checked)} />
          <p className="quiet bundle__under">{t('documentsHint')}</p>
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} needsRecipient onRecipients={() => { close(); showPanel('recipients'); }} />
          {recipient === undefined ? null : <LockFields choice={lock} onChange={setLock} name={recipient.name} recipientKey={recipient.encryptionKey} />}
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('make')} /></>} />
      </form>
    </Dialog>
  );
}
