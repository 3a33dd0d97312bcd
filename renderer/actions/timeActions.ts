import { mdiChartTimelineVariant, mdiClockRemoveOutline, mdiHistory } from '@mdi/js';
import { chartIsOpen, type Action } from './action';
import { backToNow, usePast } from './past';
import { changeTime, showTimeBar, useTimeWindow } from './timeWindow';

export const timeActions: readonly Action[] = [
  { id: 'time.bar', labelKey: 'timeBar', icon: mdiChartTimelineVariant, shortcuts: ['F4'], enabled: chartIsOpen, run: () => showTimeBar(!useTimeWindow.getState().shown) },
  { id: 'time.clear', labelKey: 'timeClear', icon: mdiClockRemoveOutline, enabled: (context) => chartIsOpen(context) && useTimeWindow.getState().window !== null, run: () => changeTime({ window: null }) },
  { id: 'time.now', labelKey: 'timeNow', icon: mdiHistory, enabled: (context) => chartIsOpen(context) && usePast.getState().past !== null, run: backToNow },
];
