import { Button, HTMLSelect, Spinner } from '@blueprintjs/core';
import { mdiArrowAll, mdiMinus, mdiPencilOutline, mdiPlus, mdiRestore, mdiSelectAll } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { restorePlaces, type Comparison, type SnapshotView } from '../../actions/snapshots';
import { look, selectThose } from '../../actions/toChart';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';

/** Each told by a sign of its own, not by colour. */
const PARTS = [['added', mdiPlus], ['gone', mdiMinus], ['moved', mdiArrowAll], ['changed', mdiPencilOutline]] as const;
type PartId = (typeof PARTS)[number][0];
/** Longer lists say how many are left out; all of them can be selected. */
const LISTED = 100;

function Part({ id, icon, entities }: { id: PartId; icon: string; entities: Comparison['added'] }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const types = useTypes();
  return (
    <section className="compared__part">
      <h4><Glyph path={icon} size={14} /> {t(id)} <span className="quiet figures">{formatCount(entities.length, language)}</span>
        {id === 'gone' || entities.length === 0 ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiSelectAll} size={14} />} aria-label={t('selectAll', { part: t(id) })} title={t('selectAll', { part: t(id) })} onClick={() => selectThose(entities.map((each) => each.id))} />}
      </h4>
      {entities.length === 0 ? null : (
        <ul>
          {entities.slice(0, LISTED).map((each) => (
            <li key={each.id}>
              <button type="button" className="compared__entity" onClick={() => look(each.id)}>
                <Disc family={types.family(each.type)} glyph={types.glyph(each.type)} size={20} label={types.label(each.type, language)} />
                <span className="clip" dir="auto">{each.caption}</span>
              </button>
            </li>
          ))}
          {entities.length > LISTED ? <li className="quiet">{t('more', { count: entities.length - LISTED })}</li> : null}
        </ul>
      )}
    </section>
  );
}

/** What became of a chart since one of its snapshots, until now or until another: as lists that lead to the chart. */
export function Compared({ chart, snapshot, others }: { chart: string; snapshot: SnapshotView; others: readonly SnapshotView[] }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const [chosen, setChosen] = useState('');
  const other = others.find((each) => each.id === chosen);
  // Whichever was chosen, it is told from the older to the newer.
  const [from, to] = other === undefined ? [snapshot.id, null] : other.seq < snapshot.seq ? [other.id, snapshot.id] : [snapshot.id, other.id];
  const { data } = useCase('case.compareSnapshots', { from, to });
  return (
    <div className="compared">
      <label className="compared__with"><span className="quiet">{t('compareWith')}</span>
        <HTMLSelect fill aria-label={t('compareWith')} value={other === undefined ? '' : chosen} options={[{ value: '', label: t('now') }, ...others.map((each) => ({ value: each.id, label: each.name }))]} onChange={(event) => setChosen(event.currentTarget.value)} />
      </label>
      {data === undefined ? <Spinner size={20} /> : (
        <>
          {PARTS.map(([id, icon]) => <Part key={id} id={id} icon={icon} entities={data[id]} />)}
          <p className="quiet compared__same">{t('same', { count: data.same, shown: formatCount(data.same, language) })}</p>
          {to === null ? <Button size="small" disabled={data.moved.length === 0} icon={<Glyph path={mdiRestore} size={14} />} text={t('restore')} title={t('restoreHint')} onClick={() => void restorePlaces(chart, data)} /> : null}
        </>
      )}
    </div>
  );
}
