import { Button, HTMLSelect, Spinner, Switch } from '@blueprintjs/core';
import { mdiRestore } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { markChanges, unmarkChanges, useMarkedSince } from '../../actions/changes';
import { restorePlaces, type SnapshotView } from '../../actions/snapshots';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { ChangeLists } from './ChangeLists';

/** What became of a chart since one of its snapshots, until now or until another; until now it can be marked on the canvas. */
export function Compared({ chart, snapshot, others }: { chart: string; snapshot: SnapshotView; others: readonly SnapshotView[] }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const [chosen, setChosen] = useState('');
  const marked = useMarkedSince()?.id === snapshot.id;
  const other = others.find((each) => each.id === chosen);
  // Whichever was chosen, it is told from the older to the newer.
  const [from, to] = other === undefined ? [snapshot.id, null] : other.seq < snapshot.seq ? [other.id, snapshot.id] : [snapshot.id, other.id];
  const { data } = useCase('case.compareSnapshots', { from, to });
  return (
    <div className="compared">
      <label className="compared__with"><span className="quiet">{t('compareWith')}</span>
        <HTMLSelect fill aria-label={t('compareWith')} value={other === undefined ? '' : chosen} options={[{ value: '', label: t('now') }, ...others.map((each) => ({ value: each.id, label: each.name }))]} onChange={(event) => setChosen(event.currentTarget.value)} />
      </label>
      {to === null ? <Switch className="compared__marks" checked={marked} label={t('marksOn')} onChange={() => (marked ? unmarkChanges() : markChanges({ chart, id: snapshot.id, name: snapshot.name }))} /> : null}
      {data === undefined ? <Spinner size={20} /> : (
        <>
          <ChangeLists comparison={data} />
          <p className="quiet compared__same">{t('same', { count: data.same, shown: formatCount(data.same, language) })}</p>
          {to === null ? <Button size="small" disabled={data.moved.length === 0} icon={<Glyph path={mdiRestore} size={14} />} text={t('restore')} title={t('restoreHint')} onClick={() => void restorePlaces(chart, data)} /> : null}
        </>
      )}
    </div>
  );
}
