import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '../../../shared/values/locale';
import { selectThose } from '../../actions/toChart';
import { askTraffic, type Asked, type TrafficAnswer } from '../../actions/traffic';
import { useLanguage } from '../../ui/language';
import { Dealings } from './cells';
import { WithNames } from './Named';

const WIDTH = 36;
const HEIGHT = 18;
const LEFT = 26;
const TOP = 18;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEK = [0, 1, 2, 3, 4, 5, 6];
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Hour by weekday as a heat matrix; a click on a cell selects who had a part in it and lists what it counts. */
export function Rhythm({ found, asked }: { found: TrafficAnswer<'case.rhythm'>; asked: Asked }): ReactElement {
  const { t } = useTranslation('traffic');
  const language = useLanguage();
  const [cell, setCell] = useState<{ readonly weekday: number; readonly hour: number; readonly of: TrafficAnswer<'case.rhythm'>; readonly in: Asked } | null>(null);
  const most = Math.max(1, ...found.counts.flat());
  const day = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (weekday: number): string => day.format(MONDAY + weekday * 86_400_000);
  const open = async (weekday: number, hour: number): Promise<void> => {
    const of = await askTraffic('case.rhythm', { ...asked.args, cell: { weekday, hour } } as never) as TrafficAnswer<'case.rhythm'> | undefined;
    if (of === undefined) return;
    setCell({ weekday, hour, of, in: asked });
    selectThose(of.entities);
  };
  const shown = cell?.in === asked ? cell : null;
  return (
    <>
      <div className="traffic__wide">
        <svg className="traffic__heat" viewBox={`0 0 ${LEFT + 7 * WIDTH} ${TOP + 24 * HEIGHT}`} role="grid" aria-label={t('asked.rhythm')}>
          {WEEK.map((weekday) => <text key={weekday} x={LEFT + (weekday + 0.5) * WIDTH} y={TOP - 6} textAnchor="middle">{nameOf(weekday)}</text>)}
          {HOURS.map((hour) => (
            <g key={hour} role="row">
              <text x={LEFT - 6} y={TOP + (hour + 0.5) * HEIGHT + 4} textAnchor="end">{hour}</text>
              {WEEK.map((weekday) => {
                const count = found.counts[weekday]?.[hour] ?? 0;
                return (
                  <g key={weekday} className={`traffic__cell${shown?.weekday === weekday && shown.hour === hour ? ' traffic__cell--on' : ''}`} role="gridcell" tabIndex={count === 0 ? -1 : 0} aria-label={t('cell', { day: nameOf(weekday), hour, count })}
                    onClick={() => { if (count > 0) void open(weekday, hour); }} onKeyDown={(event) => { if (count > 0 && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); void open(weekday, hour); } }}>
                    <rect x={LEFT + weekday * WIDTH + 0.5} y={TOP + hour * HEIGHT + 0.5} width={WIDTH - 1} height={HEIGHT - 1} style={{ fillOpacity: count === 0 ? 0 : 0.1 + 0.5 * (count / most) }} />
                    {count === 0 ? null : <text x={LEFT + (weekday + 0.5) * WIDTH} y={TOP + (hour + 0.5) * HEIGHT + 4} textAnchor="middle" {...(count > 9999 ? { textLength: WIDTH - 4, lengthAdjust: 'spacingAndGlyphs' } : {})}>{count}</text>}
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      </div>
      {shown === null ? null : <WithNames ids={shown.of.entities}><Dealings list={shown.of.dealings} total={shown.of.told.found} /></WithNames>}
    </>
  );
}
