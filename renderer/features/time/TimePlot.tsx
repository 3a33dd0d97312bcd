import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeRange } from '../../../shared/analysis/time/range';
import { aboveOf, edgesOf, movedBy, nearestBegin, type Stretch } from '../../../shared/analysis/time/scale';
import { changeTime, useTimeWindow } from '../../actions/timeWindow';
import { formatCount, useLanguage } from '../../ui/language';
import { beginText, endText, tickText } from '../../actions/timeText';
import type { BarData } from './useBins';

/** Height of the bars and of the two rows of dates, px. */
const BARS = 56;
const DATES = 34;
/** How near to an edge of the window a press takes hold of it, and how far it must be drawn to count as drawing, px. */
const GRIP = 6;
const DRAWN = 4;
/** Room that a date under the bars needs, px. */
const DATE_WIDTH = 46;
const ZOOM = 1.25;

interface PlotProps {
  readonly range: TimeRange;
  readonly width: number;
  readonly bars: BarData;
  /** The window and its keys go by this stretch; null: freely. */
  readonly snap: Stretch | null;
  readonly onRange: (range: TimeRange) => void;
  /** A bar was pressed: the moments that it stands for. */
  readonly onPick: (range: TimeRange, adding: boolean) => void;
  readonly onPlay: () => void;
}

interface Drag { readonly kind: 'new' | 'move' | 'from' | 'until'; readonly x: number; readonly at: number; readonly window: TimeRange | null; drawn: boolean }

/** Bars over time, with the window to draw, move and resize by mouse and keys. */
export function TimePlot({ range, width, bars, snap, onRange, onPick, onPlay }: PlotProps): ReactElement {
  const { t } = useTranslation('time');
  const language = useLanguage();
  const { window, on } = useTimeWindow();
  const place = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const waiting = useRef<TimeRange | null>(null);
  const toX = (moment: number): number => ((moment - range.from) / (range.until - range.from)) * width;
  const toMoment = (x: number): number => range.from + (x / width) * (range.until - range.from);
  const within = (event: { readonly clientX: number }): number => event.clientX - (place.current?.getBoundingClientRect().left ?? 0);
  const step = snap ?? bars.stretch;
  const snapped = (moment: number): number => (snap === null ? moment : nearestBegin(moment, snap));

  const follow = useRef({ range, toMoment, within, onRange });
  useEffect(() => { follow.current = { range, toMoment, within, onRange }; });
  useEffect(() => {
    const { current } = place;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { range: now, toMoment: momentAt, within: xOf, onRange: put } = follow.current;
      const length = now.until - now.from;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        const by = (Math.sign(event.deltaX || event.deltaY) * length) / 10;
        return put({ from: now.from + by, until: now.until + by });
      }
      const factor = event.deltaY > 0 ? ZOOM : 1 / ZOOM;
      const middle = momentAt(xOf(event));
      return put({ from: middle - (middle - now.from) * factor, until: middle + (now.until - middle) * factor });
    };
    current?.addEventListener('wheel', wheel, { passive: false });
    return () => current?.removeEventListener('wheel', wheel);
  }, []);

  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const x = within(event);
    const near = (moment: number): boolean => Math.abs(toX(moment) - x) <= GRIP;
    const kind = window === null ? 'new' : near(window.from) ? 'from' : near(window.until) ? 'until' : x > toX(window.from) && x < toX(window.until) ? 'move' : 'new';
    drag.current = { kind, x, at: toMoment(x), window, drawn: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  /** Once for each picture at most: a mouse tells of its way oftener than a chart can be drawn. */
  const putSoon = (wanted: TimeRange): void => {
    if (waiting.current === null) requestAnimationFrame(() => {
      const { current } = waiting;
      waiting.current = null;
      if (current !== null) changeTime({ window: current, on: true });
    });
    waiting.current = wanted;
  };
  const move = (event: PointerEvent): void => {
    const { current } = drag;
    if (current === null) return;
    const x = within(event);
    if (!current.drawn && Math.abs(x - current.x) < DRAWN) return;
    current.drawn = true;
    const moment = toMoment(x);
    const { kind, at, window: before } = current;
    const put = (one: number, other: number): void => {
      const [from, until] = one < other ? [one, other] : [other, one];
      putSoon({ from, until: until > from ? until : movedBy(from, step, 1) });
    };
    if (kind === 'new' || before === null) put(snapped(at), snapped(moment));
    else if (kind === 'move') {
      const from = snapped(before.from + moment - at);
      // A window of whole days stays one of whole days where clocks change.
      put(from, snap === null ? from + before.until - before.from : snapped(from + before.until - before.from));
    } else put(kind === 'from' ? snapped(moment) : before.from, kind === 'until' ? snapped(moment) : before.until);
  };
  const release = (event: PointerEvent): void => {
    const { current } = drag;
    drag.current = null;
    if (current === null || current.drawn) return;
    const at = bars.edges.findLastIndex((edge) => edge <= current.at);
    const [from, until] = [bars.edges[at], bars.edges[at + 1]];
    if (from !== undefined && until !== undefined) onPick({ from, until }, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  const key = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0) {
      const now = window ?? { from: movedBy(range.from, step, 1), until: movedBy(range.from, step, 2) };
      const until = movedBy(now.until, step, by);
      if (!event.shiftKey) changeTime({ window: { from: movedBy(now.from, step, by), until }, on: true });
      else if (until > now.from) changeTime({ window: { from: now.from, until }, on: true });
    } else if (event.key === 'Escape' && window !== null) changeTime({ window: null });
    else if (event.key === ' ') onPlay();
    else if (event.key === '+' || event.key === '-') {
      const [middle, half] = [(range.from + range.until) / 2, ((range.until - range.from) / 2) * (event.key === '-' ? ZOOM : 1 / ZOOM)];
      onRange({ from: middle - half, until: middle + half });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const marks = useMemo(() => edgesOf(range, aboveOf(bars.stretch)), [range, bars.stretch]);
  const every = Math.max(1, Math.ceil((DATE_WIDTH * bars.edges.length) / width));
  const height = (count: number): number => (BARS * count) / bars.most;
  const valueText = window === null ? t('noWindow') : t('window', { from: beginText(window, language), until: endText(window, language) });
  return (
    <div
      ref={place} className="time-plot" role="slider" tabIndex={0} aria-label={t('plot')} aria-valuetext={valueText} aria-valuemin={range.from} aria-valuemax={range.until} aria-valuenow={window?.from ?? range.from} data-testid="time-plot"
      onPointerDown={press} onPointerMove={move} onPointerUp={release} onPointerCancel={() => { drag.current = null; }} onKeyDown={key}
    >
      <svg width={width} height={BARS + DATES} aria-hidden="true">
        {Array.from(marks, (mark) => <line key={mark} className="time-plot__mark" x1={toX(mark)} x2={toX(mark)} y1={0} y2={BARS + DATES} />)}
        {Array.from(bars.all.sure, (sure, at) => {
          const [x, next] = [toX(bars.edges[at]!), toX(bars.edges[at + 1]!)];
          const maybe = bars.all.maybe[at]!;
          const [own, ownMaybe] = [bars.chosen?.sure[at] ?? 0, bars.chosen?.maybe[at] ?? 0];
          const wide = Math.max(1, next - x - 1);
          return sure + maybe === 0 ? null : (
            <g key={bars.edges[at]}>
              <title>{t('bar', { from: tickText(bars.edges[at]!, bars.stretch, language, true), count: sure + maybe, shown: formatCount(sure + maybe, language) })}{maybe === 0 ? '' : ` · ${t('barMaybe', { count: maybe, shown: formatCount(maybe, language) })}`}</title>
              <rect className="time-plot__maybe" x={x} y={BARS - height(sure + maybe)} width={wide} height={height(maybe)} />
              <rect className="time-plot__sure" x={x} y={BARS - height(sure)} width={wide} height={height(sure)} />
              {own + ownMaybe > 0 ? <rect className="time-plot__own-maybe" x={x} y={BARS - Math.max(2, height(own + ownMaybe))} width={wide} height={Math.max(2, height(own + ownMaybe))} /> : null}
              {own > 0 ? <rect className="time-plot__own" x={x} y={BARS - Math.max(2, height(own))} width={wide} height={Math.max(2, height(own))} /> : null}
            </g>
          );
        })}
        <line className="time-plot__ground" x1={0} x2={width} y1={BARS + 0.5} y2={BARS + 0.5} />
        {Array.from(bars.edges.subarray(0, -1), (edge, at) => (at % every === 0 ? <text key={edge} className="time-plot__date" x={toX(edge) + 2} y={BARS + 13}>{tickText(edge, bars.stretch, language)}</text> : null))}
        {Array.from(marks.subarray(0, -1), (mark, at) => {
          const [x, next] = [Math.max(0, toX(mark)), toX(marks[at + 1]!)];
          return next - x < DATE_WIDTH * 1.6 ? null : <text key={mark} className="time-plot__above" x={x + 4} y={BARS + 28}>{tickText(mark, aboveOf(bars.stretch), language, true)}</text>;
        })}
        {window === null ? null : (
          <g className={on ? 'time-plot__window' : 'time-plot__window time-plot__window--off'}>
            <rect className="time-plot__out" x={0} y={0} width={Math.max(0, Math.min(width, toX(window.from)))} height={BARS} />
            <rect className="time-plot__out" x={Math.max(0, Math.min(width, toX(window.until)))} y={0} width={Math.max(0, width - Math.max(0, toX(window.until)))} height={BARS} />
            <rect className="time-plot__in" x={toX(window.from)} y={0.5} width={Math.max(1, toX(window.until) - toX(window.from))} height={BARS - 1} />
            {[window.from, window.until].map((moment, at) => <rect key={at === 0 ? 'from' : 'until'} className="time-plot__grip" x={toX(moment) - 2.5} y={BARS / 2 - 11} width={5} height={22} rx={2} />)}
          </g>
        )}
      </svg>
    </div>
  );
}
