import { Button, Dialog, DialogBody, DialogFooter, Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { exportImage } from '../../actions/pictures';
import { changeSession, showPanel, useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { OWN_USE, releaseProblem } from '../../ui/release';
import { ReleaseFields } from '../../ui/ReleaseFields';
import './export.css';

/** Saves the chart in front as a picture: in which format, with which places, for whom. */
export function ImageDialog(): ReactElement | null {
  const chart = useSession((state) => (state.dialog === 'exportImage' ? state.chart : null));
  return chart === null ? null : <ImageForm chart={chart} />;
}

function ImageForm({ chart }: { chart: string }): ReactElement {
  const { t } = useTranslation('exporting');
  const { data: charts = [] } = useCase('case.charts', {});
  const { data: recipients = [] } = useCase('case.recipients', {});
  const [format, setFormat] = useState<'png' | 'svg'>('png');
  const [chosen, setPlaces] = useState<'drawn' | 'anew' | null>(null);
  const [about, setAbout] = useState(OWN_USE);
  // A gap in a drawing tells that something was there: for others it is laid out from what they see, unless the author wants it otherwise.
  const places = chosen ?? (about.recipient === null ? 'drawn' : 'anew');
  const title = charts.find((each) => each.id === chart)?.name ?? '';
  const ready = releaseProblem(about, recipients) === null;
  const close = (): void => changeSession({ dialog: null });
  const save = (): void => {
    if (!ready) return;
    close();
    void exportImage(chart, title, format, places, about);
  };
  return (
    <Dialog isOpen className="export-dialog" title={t('imageTitle')} onClose={close}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <DialogBody>
          <RadioGroup inline label={t('format')} selectedValue={format} onChange={(event) => setFormat(event.currentTarget.value as 'png' | 'svg')}>
            <Radio value="png" label="PNG" /><Radio value="svg" label="SVG" />
          </RadioGroup>
          <RadioGroup label={t('places')} selectedValue={places} onChange={(event) => setPlaces(event.currentTarget.value as 'drawn' | 'anew')}>
            <Radio value="drawn" label={t('placesDrawn')} /><Radio value="anew" label={t('placesAnew')} />
          </RadioGroup>
          <ReleaseFields value={about} onChange={setAbout} recipients={recipients} onRecipients={() => { close(); showPanel('recipients'); }} />
        </DialogBody>
        <DialogFooter actions={<><Button text={t('app:cancel')} onClick={close} /><Button type="submit" intent="primary" disabled={!ready} text={t('save')} /></>} />
      </form>
    </Dialog>
  );
}
