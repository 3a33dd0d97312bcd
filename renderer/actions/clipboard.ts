import { mdiContentCut, mdiContentDuplicate, mdiContentPaste } from '@mdi/js';
import { create } from 'zustand';
import type { ItemStyle } from '../../shared/model/drawing';
import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { chartIsOpen, hasEntities, type Action } from './action';
import { newChart } from './addToChart';
import { chartView, shownAs, shownOnChart } from './chartView';
import { showBundle } from './bundles';
import { attempt, execute, openCaseClient } from './execute';
import { withMembers } from './identity';
import { pasteTable } from './paste';
import { select, selection } from './selected';
import { session, useSession } from './session';

/** A part of a chart that is taken elsewhere within the case: who stands where, as seen from its middle. Chart units. */
export interface ChartPart {
  readonly from: string;
  readonly items: readonly { readonly subject: string; readonly x: number; readonly y: number; readonly style?: ItemStyle }[];
}

/** What was copied or cut on a chart of this case. It never leaves the window: what goes to other programs and cases passes the release rules. */
export const useHeldPart = create<{ readonly part: ChartPart | null; /** What of another case was on the clipboard before. */ readonly before: string | null; /** Table text that was on it before. */ readonly tableBefore: string | null }>(() => ({ part: null, before: null, tableBefore: null }));

/** Entities of the chart in front as a part of it; null where none of them stands there. */
export function partOf(entities: readonly string[], middle?: { readonly x: number; readonly y: number }): ChartPart | null {
  const view = chartView();
  const wanted = new Set(entities);
  const items = (view?.items ?? []).filter((item) => item.kind === 'entity' && !item.hidden && wanted.has(item.subject));
  if (view === null || items.length === 0) return null;
  const mean = (of: 'x' | 'y'): number => (Math.min(...items.map((item) => item[of])) + Math.max(...items.map((item) => item[of]))) / 2;
  const centre = middle ?? { x: mean('x'), y: mean('y') };
  return { from: view.chart.id, items: items.map(({ subject, x, y, style }) => ({ subject, x: x - centre.x, y: y - centre.y, ...(style === undefined ? {} : { style }) })) };
}

/** Puts a part on a chart with its middle at a place, with its look where wished; what stands there already stays where it is. How many came. */
export async function putPart(part: ChartPart, chart: string, at: { readonly x: number; readonly y: number }, withStyle: boolean): Promise<number> {
  // Asked of the case: what was cut a moment ago may be drawn still.
  const view = await attempt(() => openCaseClient()['case.chart']({ id: chart }));
  if (view === undefined) return 0;
  const there = new Set(view.entities.flatMap((each) => each.members ?? [each.id]));
  const standing = part.items.filter((item) => there.has(item.subject)).length;
  const items = part.items.map(({ subject, x, y, style }) => ({ subject, x: x + at.x, y: y + at.y, ...(withStyle && style !== undefined ? { style } : {}) }));
  if (standing < items.length && !(await execute('chart.addItems', { chart, items }))) return 0;
  if (session().chart !== chart) return items.length;
  const ids = part.items.map((item) => item.subject);
  if (await shownOnChart(ids)) select([...new Set(ids.flatMap((id) => shownAs(id) ?? []))], []);
  if (standing > 0) notify('hands:alreadyThere', { count: standing });
  return items.length - standing;
}

async function hold(): Promise<ChartPart | null> {
  const part = partOf(selection().entities);
  if (part === null) return null;
  useHeldPart.setState({ part });
  const clipboard = await attempt(() => appClient['app.pasted']({ take: false }));
  useHeldPart.setState({ before: clipboard?.mark ?? null, tableBefore: clipboard?.table?.text ?? null });
  return part;
}

async function copyPart(): Promise<void> {
  const part = await hold();
  if (part !== null) notify('hands:copied', { count: part.items.length });
}

async function cutPart(): Promise<void> {
  const { chart } = session();
  const part = await hold();
  if (part === null || chart === null) return;
  if (await execute('chart.removeItems', { chart, entities: withMembers(part.items.map((item) => item.subject)), links: [] })) notify('hands:cut', { count: part.items.length });
}

/** Puts what is held on the chart in front, under the pointer. */
export async function pastePart(part: ChartPart): Promise<void> {
  const { canvas } = session();
  const chart = session().chart ?? (await newChart());
  if (chart === null) return;
  await putPart(part, chart, canvas?.pointer() ?? { x: 0, y: 0 }, true);
}

/** The newer of both goes: what was copied on a chart of this case, or what of another case came on the clipboard; the latter is shown first, like every bundle. */
async function paste(): Promise<void> {
  const { part, before, tableBefore } = useHeldPart.getState();
  const clipboard = await attempt(() => appClient['app.pasted']({ take: false }));
  const mark = clipboard?.mark ?? null;
  const table = clipboard?.table ?? null;
  if (mark === null && table !== null && (part === null || table.text !== tableBefore) && (await pasteTable(table.text, table.html))) return;
  if (part !== null && (mark === null || mark === before)) return pastePart(part);
  if (mark === null) return notify('hands:nothingHeld', {}, 'warning');
  const { chart, canvas } = session();
  const taken = await attempt(() => appClient['app.pasted']({ take: true }));
  if (taken?.file) showBundle(taken.file, chart === null || canvas === null ? null : { chart, ...canvas.pointer() });
}

/** Another case knows nothing of what was held in this one. */
useSession.subscribe((now, before) => { if (now.open !== before.open) useHeldPart.setState({ part: null, before: null, tableBefore: null }); });

const nothingMarked = (): boolean => globalThis.getSelection?.()?.isCollapsed ?? true;

export const clipboardActions: readonly Action[] = [
  { id: 'edit.copyPart', labelKey: 'copyPart', icon: mdiContentDuplicate, shortcuts: ['Ctrl+C'], enabled: (context) => hasEntities(context) && nothingMarked(), run: copyPart },
  { id: 'edit.cut', labelKey: 'cut', icon: mdiContentCut, shortcuts: ['Ctrl+X'], enabled: (context) => hasEntities(context) && nothingMarked(), run: cutPart },
  { id: 'edit.paste', labelKey: 'paste', icon: mdiContentPaste, shortcuts: ['Ctrl+V'], enabled: chartIsOpen, run: paste },
];
