import { mdiDeleteOutline, mdiMinusCircleOutline, mdiPencilOutline, mdiPinOffOutline, mdiPinOutline, mdiPlusBoxOutline, mdiPlusNetworkOutline, mdiShapePlusOutline, mdiVectorLine } from '@mdi/js';
import { askText, confirm } from '../ui/confirm';
import { caseIsOpen, chartIsOpen, hasEntities, hasSelection, type Action, type ActionContext } from './action';
import { newChart } from './addToChart';
import { arrangeActions } from './arrangeActions';
import { chartView } from './chartView';
import { execute, openCaseClient, attempt } from './execute';
import { startExpand } from './expand';
import { withMembers } from './identity';
import { changeSession } from './session';

async function renameChart({ session: now }: ActionContext): Promise<void> {
  const name = chartView()?.chart.name ?? '';
  const text = await askText({ title: 'actions:renameChart', action: 'app:save', input: { label: 'actions:chartName', value: name } });
  if (text !== null && now.chart !== null) await execute('chart.rename', { id: now.chart, name: text });
}

/** Takes the chart in front away; another chart of the case comes to the front. */
async function deleteChart({ session: now }: ActionContext): Promise<void> {
  const id = now.chart;
  if (id === null || !(await confirm({ title: 'actions:deleteChartTitle', body: 'actions:deleteChartBody', action: 'actions:deleteChart', values: { name: chartView()?.chart.name ?? '' }, danger: true }))) return;
  const charts = (await attempt(() => openCaseClient()['case.charts']({}))) ?? [];
  if (await execute('chart.delete', { id })) changeSession({ chart: charts.find((each) => each.id !== id)?.id ?? null });
}

async function removeFromChart({ session: now, selection }: ActionContext): Promise<void> {
  if (now.chart !== null) await execute('chart.removeItems', { chart: now.chart, entities: withMembers(selection.entities), links: [...selection.lines] });
}

/** Links behind the selected lines: a line of several links stands for all of them. */
async function linksOf(lines: readonly string[]): Promise<string[]> {
  const client = openCaseClient();
  const folds = await Promise.all(lines.filter((id) => id.includes('|')).map((fold) => client['case.links']({ fold, limit: 5000 })));
  return [...lines.filter((id) => !id.includes('|')), ...folds.flatMap((each) => each.links.map((link) => link.id))];
}

async function deleteFromCase({ selection }: ActionContext): Promise<void> {
  const links = await attempt(() => linksOf(selection.lines));
  if (!links) return;
  const entities = withMembers(selection.entities);
  const values = { entities: entities.length, links: links.length };
  if (await confirm({ title: 'actions:deleteTitle', body: 'actions:deleteBody', action: 'actions:deleteFromCase', values, danger: true })) await execute('subject.delete', { entities, links });
}

const pinnedAll = ({ selection }: ActionContext): boolean => {
  if (selection.entities.length === 0) return false;
  const pinned = new Set((chartView()?.items ?? []).flatMap((item) => (item.pinned ? [item.subject] : [])));
  return pinned.size >= selection.entities.length && selection.entities.every((id) => pinned.has(id));
};

async function togglePin(context: ActionContext): Promise<void> {
  if (context.session.chart !== null) await execute('chart.pinItems', { chart: context.session.chart, subjects: [...context.selection.entities], pinned: !pinnedAll(context) });
}

export const chartActions: readonly Action[] = [
  { id: 'chart.new', labelKey: 'newChart', icon: mdiPlusBoxOutline, shortcuts: ['Ctrl+T'], enabled: caseIsOpen, run: async () => { await newChart(); } },
  { id: 'chart.rename', labelKey: 'renameChart', icon: mdiPencilOutline, shortcuts: ['F2'], enabled: chartIsOpen, run: renameChart },
  { id: 'chart.delete', labelKey: 'deleteChart', icon: mdiDeleteOutline, enabled: chartIsOpen, run: deleteChart },
  { id: 'draw.entity', labelKey: 'drawEntity', icon: mdiShapePlusOutline, shortcuts: ['N'], enabled: chartIsOpen, checked: ({ session: now }) => now.tool === 'drawEntity', run: drawInTheMiddle },
  { id: 'draw.link', labelKey: 'drawLink', icon: mdiVectorLine, shortcuts: ['L'], enabled: chartIsOpen, checked: ({ session: now }) => now.tool === 'drawLink', run: startLink },
  { id: 'chart.pin', labelKey: 'pin', icon: mdiPinOutline, shortcuts: ['P'], enabled: hasEntities, checked: pinnedAll, run: togglePin },
  { id: 'chart.unpinAll', labelKey: 'unpinAll', icon: mdiPinOffOutline, enabled: chartIsOpen, run: unpinAll },
  { id: 'chart.expand', labelKey: 'expand', icon: mdiPlusNetworkOutline, shortcuts: ['Ctrl+E', 'X'], enabled: hasEntities, run: ({ selection }) => startExpand(selection.entities) },
  { id: 'chart.remove', labelKey: 'remove', icon: mdiMinusCircleOutline, shortcuts: ['Delete'], enabled: hasSelection, run: removeFromChart },
  { id: 'case.delete', labelKey: 'deleteFromCase', icon: mdiDeleteOutline, shortcuts: ['Shift+Delete'], enabled: hasSelection, run: deleteFromCase },
  ...arrangeActions,
];

/** Asks what to draw; it comes on free ground near the middle of what is visible. */
async function drawInTheMiddle({ session: now }: ActionContext): Promise<void> {
  changeSession({ dialog: 'drawEntity', draft: now.canvas ? { at: await now.canvas.freePlace() } : {} });
}

/** With two things selected the link runs between them; otherwise the canvas waits for it to be drawn. */
function startLink({ selection, session: now }: ActionContext): void {
  const [from, to] = selection.entities;
  if (from && to && selection.entities.length === 2) changeSession({ dialog: 'drawLink', draft: { from, to } });
  else changeSession({ tool: now.tool === 'drawLink' ? 'select' : 'drawLink' });
}

async function unpinAll({ session: now }: ActionContext): Promise<void> {
  const subjects = (chartView()?.items ?? []).filter((item) => item.pinned).map((item) => item.subject);
  if (now.chart !== null && subjects.length > 0) await execute('chart.pinItems', { chart: now.chart, subjects, pinned: false });
}
