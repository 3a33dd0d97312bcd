import { Button, HTMLSelect, PopoverNext } from '@blueprintjs/core';
import { mdiChevronDown, mdiClose } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chartView, shownAs } from '../../actions/chartView';
import { putBack, showMoved, useMoved, type MovedItem, type MovedSince } from '../../actions/moved';
import { useSelected } from '../../actions/selected';
import { useSession } from '../../actions/session';
import { selectThose } from '../../actions/toChart';
import { useCase } from '../../case/queries';
import { Glyph } from '../../ui/Glyph';
import './arranging.css';

/** Names that are listed; more are counted. */
const LISTED = 200;

const keyOf = (since: MovedSince): string => (since.kind === 'snapshot' ? since.id : since.kind);

/** What moved by name; a click brings it to the middle. */
function MovedList({ items }: { items: readonly MovedItem[] }): ReactElement {
  const { t } = useTranslation('arranging');
  const captions = new Map(chartView()?.entities.map(({ id, caption }) => [id, caption]));
  const named = items.map(({ id }) => ({ id, caption: captions.get(shownAs(id) ?? id) ?? '' })).toSorted((a, b) => a.caption.localeCompare(b.caption));
  return (
    <ul className="moved-list">
      {named.slice(0, LISTED).map(({ id, caption }) => <li key={id}><button type="button" className="moved-list__item clip bp6-popover-dismiss" dir="auto" onClick={() => selectThose([id])}>{caption}</button></li>)}
      {named.length > LISTED ? <li className="quiet">{t('more', { count: named.length - LISTED })}</li> : null}
    </ul>
  );
}

/** Over the canvas: since when it shows what moved, how much did, and the way back for all of it or what is selected. Nothing while it is off. */
export function MovedStrip(): ReactElement | null {
  const { t } = useTranslation('arranging');
  const moved = useMoved();
  const chart = useSession((state) => state.chart);
  const selected = useSelected();
  const { data: snapshots } = useCase('case.snapshotsOf', { chart: chart ?? '' }, moved !== null && chart !== null);
  if (moved === null || chart === null) return null;
  const { items, since, waiting } = moved;
  const chosen = new Set(selected.entities);
  const own = items.filter(({ id }) => chosen.has(shownAs(id) ?? id));
  const choose = (key: string): void => showMoved(key === 'arrangement' || key === 'opened' ? { kind: key } : { kind: 'snapshot', id: key });
  return (
    <section className="moved-strip" aria-label={t('moved')}>
      <HTMLSelect value={keyOf(since)} aria-label={t('sinceWhen')} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="arrangement">{t('sinceArrangement')}</option>
        <option value="opened">{t('sinceOpened')}</option>
        {(snapshots ?? []).map(({ id, name }) => <option key={id} value={id}>{t('sinceSnapshot', { name })}</option>)}
      </HTMLSelect>
      {waiting || items.length === 0 ? <span className="moved-strip__count quiet" role="status">{waiting ? '' : t('noneMoved')}</span> : (
        <PopoverNext placement="bottom-start" content={<MovedList items={items} />}>
          <Button size="small" variant="minimal" text={t('count', { count: items.length })} endIcon={<Glyph path={mdiChevronDown} size={12} />} />
        </PopoverNext>
      )}
      <span className="moved-strip__space" />
      {own.length > 0 && own.length < items.length ? <Button size="small" variant="outlined" text={t('putBackSelected', { count: own.length })} onClick={() => void putBack(chart, own)} /> : null}
      <Button size="small" variant="outlined" text={t('putBackAll')} disabled={items.length === 0} onClick={() => void putBack(chart, items)} />
      <Button size="small" variant="minimal" icon={<Glyph path={mdiClose} size={14} />} aria-label={t('movedOff')} title={t('movedOff')} onClick={() => showMoved(null)} />
    </section>
  );
}
