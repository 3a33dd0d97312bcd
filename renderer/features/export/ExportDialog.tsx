import { Button, Dialog, DialogBody, DialogFooter, Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat, type ExportScope } from '../../../shared/contract/exporting';
import { exportData } from '../../actions/exportData';
import { withMembers } from '../../actions/identity';
import { useSelected } from '../../actions/selected';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { formatCount, useLanguage } from '../../ui/language';
import { Picker } from '../../ui/Picker';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import { EarlierExports } from './EarlierExports';
import './export.css';

/** Lets data leave the case in another tool's format: what of it, in which format, for whom. */
export function ExportDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'exportData');
  return shown ? <ExportForm /> : null;
}

interface Offer {
  readonly scope: ExportScope;
  readonly label: string;
  /** Name of what leaves. */
  readonly title: string;
}

function ExportForm(): ReactElement {
  const { t } = useTranslation('exporting');
  const language = useLanguage();
  const chart = useSession((state) => state.chart);
  const identity = useSession((state) => state.identity);
  const { entities: selected } = useSelected();
  const { data: charts = [] } = useCase('case.charts', {});
  const { data: info } = useCase('case.info', {});
  const [kind, setKind] = useState<ExportScope['kind']>(selected.length > 0 ? 'entities' : chart === null ? 'case' : 'chart');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [about, setAbout] = useState(OWN_USE);
  const name = info?.settings.name ?? '';
  const drawn = charts.find((each) => each.id === chart)?.name ?? '';
  const offers: readonly Offer[] = [
    ...(chart === null ? [] : [{ scope: { kind: 'chart' as const, chart, identity }, label: t('scope.chart', { name: drawn }), title: drawn }]),
    ...(selected.length === 0 ? [] : [{ scope: { kind: 'entities' as const, ids: withMembers(selected) }, label: t('scope.entities', { count: selected.length }), title: name }]),
    { scope: { kind: 'case' }, label: t('scope.case', { entities: formatCount(info?.counts.entities ?? 0, language), links: formatCount(info?.counts.links ?? 0, language) }), title: name },
  ];
  const offer = offers.find(({ scope }) => scope.kind === kind) ?? offers.at(-1);
  const ready = offer !== undefined && releaseProblem(about, recipients) === null;
  const close = (): void => changeSession({ dialog: null });
  const save = (): void => {
    if (!ready) return;
    close();
    void exportData({ format, scope: offer.scope, title: offer.title, about });
  };
  return (
    <Dialog isOpen className="export-dialog" title={t('title')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <RadioGroup label={t('what')} selectedValue={kind} onChange={(event) => setKind(event.currentTarget.value as ExportScope['kind'])}>
            {offers.map(({ scope, label }) => <Radio key={scope.kind} value={scope.kind} label={label} />)}
          </RadioGroup>
          <Picker label={t('format')} value={format} options={EXPORT_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))} onChange={(value) => setFormat(value as ExportFormat)} />
          <p className="quiet export-dialog__about">{t(`about.${format}`)}</p>
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} onRecipients={() => { close(); showPanel('recipients'); }} />
          <EarlierExports />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('save')} /></>} />
      </form>
    </Dialog>
  );
}
