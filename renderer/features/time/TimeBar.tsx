import { Spinner } from '@blueprintjs/core';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { extentOf } from '../../../shared/analysis/time/times';
import type { TimeRange } from '../../../shared/analysis/time/range';
import { useChartView } from '../../actions/chartView';
import { select, selection } from '../../actions/selected';
import { seenThrough, useTimeWindow } from '../../actions/timeWindow';
import { TimePlot } from './TimePlot';
import { stretchOf, TimeTools, type Snap } from './TimeTools';
import { useBins } from './useBins';
import { usePlayer } from './usePlayer';
import './time.css';

/** From a second to some thousand years. */
const SHORTEST = 10_000;
const LONGEST = 3000 * 365 * 86_400_000;

const DAY = 86_400_000;

/** All that is dated, with a little air on both sides. */
function aired({ from, until }: TimeRange): TimeRange {
  const air = Math.max((until - from) * 0.02, DAY / 24);
  return { from: from - air, until: until + air };
}

/** Time under the chart: how much of it was when, of all and of the selection, and the window through which it is seen. */
export function TimeBar(): ReactElement | null {
  const { t } = useTranslation('time');
  const { shown, times, entities } = useTimeWindow();
  const view = useChartView((state) => state.view);
  const [width, setWidth] = useState(0);
  const [chosen, setChosen] = useState<TimeRange | null>(null);
  const [snap, setSnap] = useState<Snap>('day');
  const place = useRef<HTMLDivElement>(null);
  const extent = useMemo(() => (times === null ? null : extentOf([times.times, entities])), [times, entities]);
  const range = useMemo(() => chosen ?? (extent === null ? null : aired(extent)), [chosen, extent]);
  const bars = useBins(shown ? range : null, width);
  const stretch = useMemo(() => stretchOf(snap), [snap]);
  const step = useMemo(() => stretch ?? bars?.stretch ?? { unit: 'day' as const, count: 1 }, [stretch, bars?.stretch]);
  const player = usePlayer(step);
  const chart = view?.chart.id;
  useEffect(() => setChosen(null), [chart]);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [shown]);
  const zoom = useCallback((wanted: TimeRange) => {
    const length = wanted.until - wanted.from;
    if (length >= SHORTEST && length <= LONGEST) setChosen(wanted);
  }, []);
  const pick = (moments: TimeRange, adding: boolean): void => {
    if (view === null || times === null) return;
    // What has no date of its own is picked by nobody's bar.
    const { kept } = seenThrough(view, times, moments, false);
    const dated = new Set(view.entities.filter((entity) => entity.start !== null || entity.end !== null).map((entity) => entity.id));
    const [own, lines] = [view.entities.filter((entity) => kept.has(entity.id) && dated.has(entity.id)).map((entity) => entity.id), view.lines.filter((line) => kept.has(line.id)).map((line) => line.id)];
    const before = adding ? selection() : { entities: [], lines: [] };
    select([...new Set([...before.entities, ...own])], [...new Set([...before.lines, ...lines])]);
  };
  if (!shown || view === null) return null;
  return (
    <section className="time-bar" aria-label={t('title')}>
      <TimeTools player={player} snap={snap} onSnap={setSnap} onAll={() => setChosen(null)} range={range} />
      <div ref={place} className="time-bar__plot">
        {times === null ? <Spinner size={20} /> : range === null ? <p className="quiet">{t('nothing')}</p> : bars === null ? null : <TimePlot range={range} width={width} bars={bars} snap={stretch} onRange={zoom} onPick={pick} onPlay={player.toggle} />}
      </div>
    </section>
  );
}
