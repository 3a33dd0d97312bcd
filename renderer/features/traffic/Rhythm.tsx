import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '../../../shared/values/locale';
import { selectThose } from '../../actions/toChart';
import { askTraffic, type Asked, type TrafficAnswer } from '../../actions/traffic';
import { useLanguage } from '../../ui/language';
import { Dealings } from './cells';
import { WithNames } from './Named';

const WIDTH = 26;
const HEIGHT = 26;
const LEFT = 34;
const TOP = 18;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Hour by weekday as a heat matrix; a click on a cell selects who had a part in it and lists what it counts. */
export function Rhythm({ found, asked }: { found: TrafficAnswer<'case.rhythm'>; asked: Asked }): ReactElement {
  const { t } = useTranslation('traffic');
  const language = useLanguage();
  const [cell, setCell] = useState<{ readonly weekday: number; readonly hour: number; readonly of: TrafficAnswer<'case.rhythm'>; readonly in: Asked } | null>(null);
  const most = Math.max(1, ...found.counts.flat());
  const day = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' });
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
        <svg className="traffic__heat" viewBox={`0 0 ${LEFT + 24 * WIDTH} ${TOP + 7 * HEIGHT}`} role="grid" aria-label={t('asked.rhythm')}>
          {HOURS.map((hour) => <text key={hour} x={LEFT + (hour + 0.5) * WIDTH} y={TOP - 6} textAnchor="middle">{hour}</text>)}
          {found.counts.map((hours, weekday) => (
            // Rows are the seven days of the week.
            <g key={day.format(MONDAY + weekday * 86_400_000)}>
              <text x={LEFT - 6} y={TOP + (weekday + 0.5) * HEIGHT + 4} textAnchor="end">{day.format(MONDAY + weekday * 86_400_000)}</text>
              {hours.map((count, hour) => (
                <g key={HOURS[hour]} className={`traffic__cell${shown?.weekday === weekday && shown.hour === hour ? ' traffic__cell--on' : ''}`} role="gridcell" tabIndex={count === 0 ? -1 : 0} aria-label={t('cell', { day: day.format(MONDAY + weekday * 86_400_000), hour, count })}
                  onClick={() => { if (count > 0) void open(weekday, hour); }} onKeyDown={(event) => { if (count > 0 && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); void open(weekday, hour); } }}>
                  <rect x={LEFT + hour * WIDTH + 0.5} y={TOP + weekday * HEIGHT + 0.5} width={WIDTH - 1} height={HEIGHT - 1} style={{ fillOpacity: count === 0 ? 0 : 0.1 + 0.5 * (count / most) }} />
                  {count === 0 ? null : <text x={LEFT + (hour + 0.5) * WIDTH} y={TOP + (weekday + 0.5) * HEIGHT + 4} textAnchor="middle" textLength={count > 999 ? WIDTH - 4 : undefined} lengthAdjust="spacingAndGlyphs">{count}</text>}
                </g>
              ))}
            </g>
          ))}
        </svg>
      </div>
      {shown === null ? null : <WithNames ids={shown.of.entities}><Dealings list={shown.of.dealings} total={shown.of.told.found} /></WithNames>}
    </>
  );
}
