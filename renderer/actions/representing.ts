import { mdiAccountBoxOutline, mdiCalendarRangeOutline, mdiCardTextOutline, mdiCircleOutline, mdiImageOutline, mdiMinusCircleOutline, mdiPlusCircleOutline, mdiRectangleOutline, mdiSineWave } from '@mdi/js';
import { REPRESENTATIONS, type Representation } from '../../shared/model/drawing';
import { chartIsOpen, hasEntities, type Action, type ActionContext } from './action';
import { chartView } from './chartView';
import { execute } from './execute';
import { changeSession } from './session';

const ICONS: Readonly<Record<Representation, string>> = { icon: mdiAccountBoxOutline, picture: mdiImageOutline, box: mdiRectangleOutline, circle: mdiCircleOutline, eventFrame: mdiCalendarRangeOutline, text: mdiCardTextOutline };
const STEP = 1.25;
const [LEAST, MOST] = [0.25, 8];

const styleOf = (id: string) => chartView()?.items.find((item) => item.subject === id)?.style;

async function show({ session: now, selection }: ActionContext, representation: Representation): Promise<void> {
  if (representation === 'picture') return changeSession({ dialog: 'picture' });
  if (now.chart !== null) await execute('chart.styleItems', { chart: now.chart, subjects: [...selection.entities], style: { representation: representation === 'icon' ? null : representation } });
}

/** Makes all that is selected larger or smaller by the same step, from the size of the first. */
async function resize({ session: now, selection }: ActionContext, factor: number): Promise<void> {
  const size = Math.max(LEAST, Math.min(MOST, (styleOf(selection.entities[0] ?? '')?.size ?? 1) * factor));
  if (now.chart !== null) await execute('chart.styleItems', { chart: now.chart, subjects: [...selection.entities], style: { size: Math.abs(size - 1) < 0.01 ? null : size } });
}

const shownAs = (representation: Representation) => ({ selection }: ActionContext): boolean => {
  if (selection.entities.length === 0) return false;
  // Asked for every menu, also with thousands selected: the chart's items are gone through once.
  const chosen = new Map((chartView()?.items ?? []).flatMap(({ subject, style }) => (style?.representation === undefined ? [] : [[subject, style.representation] as const])));
  return selection.entities.every((id) => (chosen.get(id) ?? 'icon') === representation);
};

const hasLines = (context: ActionContext): boolean => chartIsOpen(context) && context.selection.lines.length > 0;

export const representingActions: readonly Action[] = [
  ...REPRESENTATIONS.map((each): Action => ({ id: `as.${each}`, labelKey: `marks:as.${each}`, groupKey: 'marks:showAs', icon: ICONS[each], enabled: hasEntities, checked: shownAs(each), run: (context) => show(context, each) })),
  { id: 'as.larger', labelKey: 'marks:as.larger', icon: mdiPlusCircleOutline, enabled: hasEntities, run: (context) => resize(context, STEP) },
  { id: 'as.smaller', labelKey: 'marks:as.smaller', icon: mdiMinusCircleOutline, enabled: hasEntities, run: (context) => resize(context, 1 / STEP) },
  { id: 'line.strength', labelKey: 'marks:strength.action', icon: mdiSineWave, enabled: hasLines, run: () => changeSession({ dialog: 'strength' }) },
];
