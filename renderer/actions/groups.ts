import { mdiArrowCollapseVertical, mdiArrowExpandVertical, mdiCheckboxMultipleBlankOutline, mdiGroup, mdiPencilOutline, mdiPlusBoxMultipleOutline, mdiMinusBoxMultipleOutline, mdiSelectGroup, mdiUngroup, mdiViewGridOutline } from '@mdi/js';
import i18next from 'i18next';
import { v7 as newId } from 'uuid';
import { blockOf, FreeRoom, type Spot } from '../../shared/analysis/drawing/freeRoom';
import { middleOf, roomForOpened } from '../../shared/analysis/drawing/openRoom';
import { dissolved, holdings, selectedThings, takenOut, takenTogether, type Regrouping } from '../../shared/analysis/drawing/regroup';
import { ITEM_HEIGHT, ITEM_WIDTH } from '../../shared/analysis/layout/graph';
import type { ChartView } from '../../shared/contract';
import type { ChartGroupRecord } from '../../shared/model/drawing';
import { askText } from '../ui/confirm';
import { notify } from '../ui/notices';
import { chartIsOpen, type Action, type ActionContext } from './action';
import { drawnView } from './chartFilter';
import { execute } from './execute';
import { select } from './selected';
import { changeSession } from './session';

type Move = { readonly subject: string; readonly x: number; readonly y: number };

/** What of the chart in front groups are made of: places of what stands on it and is not filtered out, and under which id. */
interface Ground {
  readonly chart: string;
  readonly groups: readonly ChartGroupRecord[];
  readonly places: ReadonlyMap<string, Spot>;
  readonly shownAs: (member: string) => string | undefined;
}

/** The ground of a chart that is drawn. */
export function groundOf(view: ChartView): Ground {
  const places = new Map(view.items.flatMap((item) => (item.kind === 'entity' && !item.hidden ? [[item.subject, { x: item.x, y: item.y }] as const] : [])));
  const shown = new Map(view.entities.flatMap((entity) => (places.has(entity.id) ? (entity.members ?? [entity.id]).map((id) => [id, entity.id] as const) : [])));
  return { chart: view.chart.id, groups: view.groups, places, shownAs: (member) => shown.get(member) };
}

const ground = (): Ground | null => {
  const view = drawnView();
  return view === null ? null : groundOf(view);
};

interface Things {
  readonly groups: readonly ChartGroupRecord[];
  readonly entities: readonly string[];
}

const things = ({ groups, shownAs }: Ground, selected: readonly string[]): Things => {
  const found = selectedThings(groups, shownAs, selected);
  return { groups: groups.filter(({ id }) => found.groups.includes(id)), entities: found.entities };
};

/** Groups of which all that stands on the chart is selected, the outermost, and what else is selected. */
function chosen({ selection, session }: ActionContext): (Ground & { readonly things: Things }) | null {
  const here = session.chart === null || selection.entities.length === 0 ? null : ground();
  return here === null ? null : { ...here, things: things(here, selection.entities) };
}

/** Moves that make room for what comes out of groups by a change of them. */
function room({ groups, places, shownAs }: Ground, { put, gone }: Regrouping<ChartGroupRecord>): Move[] {
  const changed = new Map(put.map((group) => [group.id, group]));
  const after = [...groups.filter(({ id }) => !changed.has(id) && !gone.includes(id)), ...changed.values()];
  return roomForOpened(groups, after, places, shownAs);
}

/** Writes a change of groups as one step, with the moves that it needs so that nothing comes to lie on anything else. */
const write = async (here: Ground, change: Regrouping<ChartGroupRecord>, items: readonly Move[] = room(here, change)): Promise<boolean> => execute('group.putMany', { chart: here.chart, groups: [...change.put], gone: [...change.gone], items: [...items] });

/** The group that the whole selection is, with what it holds on the chart; null where it is none or more than one. */
export function groupSelected(view: ChartView, selected: readonly string[]): ChartGroupRecord | null {
  if (selected.length === 0 || view.groups.length === 0) return null;
  const { groups, entities } = things(groundOf(view), selected);
  return groups.length === 1 && entities.length === 0 ? (groups[0] ?? null) : null;
}

/** A name for a group that nobody has named yet. */
const nextName = (groups: readonly ChartGroupRecord[]): string => {
  const names = new Set(groups.map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = i18next.t('groups:numbered', { number });
    if (!names.has(name)) return name;
  }
};

async function groupSelection(context: ActionContext): Promise<void> {
  const here = chosen(context);
  if (here === null) return;
  const members = [...here.things.groups.map(({ id }) => id), ...here.things.entities];
  const name = await askText({ title: 'groups:group', action: 'groups:makeGroup', input: { label: 'groups:name', value: nextName(here.groups) } });
  if (name === null) return;
  await write(here, takenTogether(here.groups, here.shownAs, members, { id: newId(), chart: here.chart, name, members: [], collapsed: true, style: { by: 'selection' } }));
}

/** Opens groups: what they hold comes where it stood before, or beside, where something stands there meanwhile. */
export async function openGroups(ids: readonly string[]): Promise<void> {
  const here = ground();
  if (here === null) return;
  const opened = new Set(ids);
  const put = here.groups.filter(({ id, collapsed }) => opened.has(id) && collapsed).map((group) => ({ ...group, collapsed: false }));
  if (put.length === 0) return;
  const items = room(here, { put, gone: [] });
  if ((await write(here, { put, gone: [] }, items)) && items.length > 0) notify('groups:setBeside', { count: items.length });
}

export async function closeGroups(ids: readonly string[]): Promise<void> {
  const here = ground();
  const put = here?.groups.filter(({ id, collapsed }) => ids.includes(id) && !collapsed).map((group) => ({ ...group, collapsed: true })) ?? [];
  if (here !== null && put.length > 0) await write(here, { put, gone: [] });
}

/** Opens a group that is closed, closes one that is open. */
export async function toggleGroup(id: string): Promise<void> {
  const group = ground()?.groups.find((each) => each.id === id);
  if (group) await (group.collapsed ? openGroups([id]) : closeGroups([id]));
}

async function toggleSelected(context: ActionContext): Promise<void> {
  const groups = chosen(context)?.things.groups ?? [];
  const shut = groups.filter(({ collapsed }) => collapsed);
  await (shut.length > 0 ? openGroups(shut.map(({ id }) => id)) : closeGroups(groups.map(({ id }) => id)));
}

async function dissolve(context: ActionContext): Promise<void> {
  const here = chosen(context);
  if (here === null) return;
  const ids = new Set(here.things.groups.map(({ id }) => id));
  await write(here, dissolved(here.groups, ids));
}

async function rename(context: ActionContext): Promise<void> {
  const [group] = chosen(context)?.things.groups ?? [];
  const name = group && (await askText({ title: 'groups:rename', action: 'app:save', input: { label: 'groups:name', value: group.name } }));
  if (group && name) await changeGroup({ ...group, name });
}

/** Writes one group as it is to be. */
export const changeGroup = (group: ChartGroupRecord): Promise<boolean> => execute('group.put', group);

/** Takes what is selected out of the groups that hold it; groups that are selected whole come out of those round them. */
async function takeOut(context: ActionContext): Promise<void> {
  const here = chosen(context);
  if (here) await write(here, takenOut(here.groups, here.shownAs, new Set([...here.things.groups.map(({ id }) => id), ...here.things.entities])));
}

/** Puts what else is selected into the group that is selected whole. */
async function addToSelected(context: ActionContext): Promise<void> {
  const here = chosen(context);
  const [into] = here?.things.groups ?? [];
  if (here && into) await write(here, takenTogether(here.groups, here.shownAs, here.things.entities, into));
}

/** Moves items into a group; what they move by is written with it. Ids are those of entities. Throws nothing; false when it was not done. */
export async function moveIntoGroup(items: readonly Move[], into: string): Promise<boolean> {
  const here = ground();
  const group = here?.groups.find(({ id }) => id === into);
  if (!here || !group) return false;
  const moved = things(here, items.map(({ subject }) => subject));
  const done = await write(here, takenTogether(here.groups, here.shownAs, [...moved.groups.map(({ id }) => id), ...moved.entities], group), items);
  if (done) notify('groups:addedTo', { name: group.name, count: items.length });
  return done;
}

/** Sets what is in the selected groups together in a block, in free room. */
async function tidy(context: ActionContext): Promise<void> {
  const here = chosen(context);
  if (here === null) return;
  const held = holdings(here.groups, here.shownAs);
  const taken = new Map(here.places);
  const items = here.things.groups.flatMap(({ id }): Move[] => {
    const members = [...(held.get(id) ?? [])].filter((member) => here.places.has(member)).toSorted((a, b) => order(here.places, a, b));
    for (const member of members) taken.delete(member);
    const middle = middleOf(members.flatMap((member) => here.places.get(member) ?? []));
    const block = blockOf(members.length, middle, ITEM_WIDTH, ITEM_HEIGHT + 14);
    const way = new FreeRoom(taken.values()).way(block);
    return members.map((subject, at) => {
      const place = { x: (block[at]?.x ?? middle.x) + way.x, y: (block[at]?.y ?? middle.y) + way.y };
      taken.set(subject, place);
      return { subject, ...place };
    });
  });
  if (items.length > 0) await execute('chart.moveItems', { chart: here.chart, items });
}

/** Row by row, so that neighbours stay near one another. */
const order = (places: ReadonlyMap<string, Spot>, a: string, b: string): number => {
  const [one, two] = [places.get(a), places.get(b)];
  return Math.round((one?.y ?? 0) / ITEM_HEIGHT) - Math.round((two?.y ?? 0) / ITEM_HEIGHT) || (one?.x ?? 0) - (two?.x ?? 0) || (a < b ? -1 : 1);
};

/** Makes groups of sets of entities, closed or open, in one step. */
export async function makeGroups(sets: readonly { readonly name: string; readonly ids: readonly string[] }[], by: NonNullable<NonNullable<ChartGroupRecord['style']>['by']>, collapsed: boolean): Promise<boolean> {
  const here = ground();
  if (here === null || sets.length === 0) return false;
  const put = sets.map(({ name, ids }): ChartGroupRecord => ({ id: newId(), chart: here.chart, name: name.slice(0, 500), members: [...ids], collapsed, style: { by } }));
  const done = await write(here, { put, gone: [] });
  if (done) select(sets.flatMap(({ ids }) => ids), []);
  return done;
}

const onSome = (test: (things: Things, here: Ground) => boolean) => (context: ActionContext): boolean => {
  const here = chartIsOpen(context) ? chosen(context) : null;
  return here !== null && test(here.things, here);
};
const hasGroups = (collapsed: boolean) => (context: ActionContext): boolean => chartIsOpen(context) && (drawnView()?.groups.some((group) => group.collapsed === collapsed) ?? false);
const allOf = (collapsed: boolean): string[] => (ground()?.groups ?? []).filter((group) => group.collapsed === collapsed).map(({ id }) => id);
const isWithin = ({ entities, groups }: Things, here: Ground): boolean => here.groups.some((group) => group.members.some((member) => groups.some(({ id }) => id === member) || entities.includes(here.shownAs(member) ?? member)));

/** Taking things of a chart together in groups. */
export const groupActions: readonly Action[] = [
  { id: 'group.selection', labelKey: 'groups:group', icon: mdiGroup, shortcuts: ['Ctrl+G'], enabled: onSome(({ groups, entities }) => groups.length + entities.length > 1), run: groupSelection },
  { id: 'group.by', labelKey: 'groups:by', icon: mdiSelectGroup, shortcuts: ['Ctrl+Alt+G'], enabled: chartIsOpen, run: () => changeSession({ dialog: 'groupBy' }) },
  { id: 'group.toggle', labelKey: 'groups:toggle', icon: mdiCheckboxMultipleBlankOutline, shortcuts: ['G'], enabled: onSome(({ groups }) => groups.length > 0), run: toggleSelected },
  { id: 'group.rename', labelKey: 'groups:rename', icon: mdiPencilOutline, shortcuts: ['Shift+F2'], enabled: onSome(({ groups, entities }) => groups.length === 1 && entities.length === 0), run: rename },
  { id: 'group.add', labelKey: 'groups:add', icon: mdiPlusBoxMultipleOutline, enabled: onSome(({ groups, entities }) => groups.length === 1 && entities.length > 0), run: addToSelected },
  { id: 'group.takeOut', labelKey: 'groups:takeOut', icon: mdiMinusBoxMultipleOutline, enabled: onSome(isWithin), run: takeOut },
  { id: 'group.tidy', labelKey: 'groups:tidy', icon: mdiViewGridOutline, enabled: onSome(({ groups }) => groups.length > 0), run: tidy },
  { id: 'group.dissolve', labelKey: 'groups:dissolve', icon: mdiUngroup, shortcuts: ['Ctrl+U'], enabled: onSome(({ groups }) => groups.length > 0), run: dissolve },
  { id: 'group.closeAll', labelKey: 'groups:closeAll', icon: mdiArrowCollapseVertical, enabled: hasGroups(false), run: () => closeGroups(allOf(false)) },
  { id: 'group.openAll', labelKey: 'groups:openAll', icon: mdiArrowExpandVertical, enabled: hasGroups(true), run: () => openGroups(allOf(true)) },
];
