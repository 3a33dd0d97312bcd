import type { AddPanelOptions, DockviewApi, IDockviewPanel, SerializedDockview } from 'dockview-react';
import { PANELS, type PanelId } from '../actions/session';

export const CHART_PANEL = 'chart';

/** Where each panel belongs until the user moves it, and its first size in px. */
const HOMES: Readonly<Record<PanelId, { readonly side: 'left' | 'right' | 'below'; readonly size: number }>> = {
  search: { side: 'left', size: 300 },
  sources: { side: 'left', size: 300 },
  shares: { side: 'left', size: 380 },
  charts: { side: 'left', size: 300 },
  briefings: { side: 'left', size: 380 },
  journal: { side: 'left', size: 320 },
  inspector: { side: 'right', size: 320 },
  table: { side: 'below', size: 220 },
  sourceRows: { side: 'below', size: 220 },
  reading: { side: 'below', size: 360 },
  recipients: { side: 'left', size: 400 },
  withheld: { side: 'right', size: 360 },
  releases: { side: 'left', size: 400 },
  judging: { side: 'below', size: 420 },
  watch: { side: 'left', size: 400 },
  services: { side: 'left', size: 420 },
  quality: { side: 'left', size: 380 },
  network: { side: 'right', size: 380 },
  traffic: { side: 'right', size: 440 },
  formatting: { side: 'right', size: 360 },
  snapshots: { side: 'right', size: 340 },
  presentations: { side: 'left', size: 380 },
  histogram: { side: 'below', size: 300 },
};

/** Less than this and a panel cannot be read any more; px. */
const NARROWEST = 230;
const LOWEST = 100;

/** Adds a panel at its home: beside others of the same side, else at that edge of the chart. */
function addPanel(api: DockviewApi, panel: PanelId): IDockviewPanel {
  const { side, size } = HOMES[panel];
  const neighbour = PANELS.map((id) => (HOMES[id].side === side ? api.getPanel(id) : undefined)).find((each) => each !== undefined);
  const position: AddPanelOptions['position'] = neighbour ? { referencePanel: neighbour.id, direction: 'within' } : side === 'below' ? { referencePanel: CHART_PANEL, direction: 'below' } : { direction: side };
  const bounds = side === 'below' ? { minimumHeight: LOWEST } : { minimumWidth: NARROWEST };
  // Beside others it takes the room that they have: the chart and the other side keep theirs.
  const first = neighbour ? {} : side === 'below' ? { initialHeight: size } : { initialWidth: size };
  return api.addPanel({ id: panel, component: panel, position, ...bounds, ...first });
}

function addChart(api: DockviewApi): void {
  // The chart stays drawn while another panel covers it: making it anew would lose its zoom.
  api.addPanel({ id: CHART_PANEL, component: CHART_PANEL, renderer: 'always', minimumWidth: 320, minimumHeight: 160 });
  bareChart(api);
}

/** The chart's own tabs are those of the charts: its group has no head, and nothing can be stacked onto it. */
function bareChart(api: DockviewApi): void {
  const group = api.getPanel(CHART_PANEL)?.group;
  if (!group) return;
  group.header.hidden = true;
  group.locked = 'no-drop-target';
}

/** The standard layout. */
export function layOutFresh(api: DockviewApi): void {
  api.clear();
  addChart(api);
  for (const panel of ['table', 'inspector', 'search'] as const) addPanel(api, panel);
  // Each addition shares the room out anew, so the sizes are set at the end.
  for (const panel of ['table', 'inspector', 'search'] as const) {
    const { side, size } = HOMES[panel];
    api.getPanel(panel)?.group.api.setSize(side === 'below' ? { height: size } : { width: size });
  }
}

/** Puts a stored layout back; false when there is none or it does not fit this version, and then nothing is shown. */
export function restoreLayout(api: DockviewApi, stored: string | null): boolean {
  if (stored === null) return false;
  try {
    const layout = JSON.parse(stored) as SerializedDockview;
    const known = new Set<string>([CHART_PANEL, ...PANELS]);
    if (!(CHART_PANEL in layout.panels) || !Object.keys(layout.panels).every((id) => known.has(id))) return false;
    api.fromJSON(layout);
    bareChart(api);
    return api.getPanel(CHART_PANEL) !== undefined;
  } catch {
    return false;
  }
}

/** Makes a change after which the groups beside the chart are as wide and high as before: the chart alone gains and loses room. */
function keepingSizes(api: DockviewApi, change: () => void): void {
  const chart = api.getPanel(CHART_PANEL)?.group;
  const before = api.groups.filter((group) => group !== chart).map((group) => ({ group, width: group.width, height: group.height, beside: group.height > (chart?.height ?? 0) || group.element.getBoundingClientRect().top === chart?.element.getBoundingClientRect().top }));
  change();
  for (const { group, width, height, beside } of before) if (api.groups.includes(group)) group.api.setSize(beside ? { width } : { height });
}

/** Brings a panel to the front. */
export function showPanelIn(api: DockviewApi, panel: PanelId): void {
  const there = api.getPanel(panel);
  if (there) there.api.setActive();
  else {
    keepingSizes(api, () => addPanel(api, panel));
    // Beside others it takes the room that they have, which may be too low for what it shows.
    const { side, size } = HOMES[panel];
    const group = api.getPanel(panel)?.group;
    if (side === 'below' && group !== undefined && group.height < size) group.api.setSize({ height: size });
  }
}

export function closePanelIn(api: DockviewApi, panel: PanelId): void {
  keepingSizes(api, () => api.getPanel(panel)?.api.close());
}

/** Hides a panel that can be seen; shows one that cannot. */
export function togglePanelIn(api: DockviewApi, panel: PanelId): void {
  const there = api.getPanel(panel);
  if (there?.api.isVisible) closePanelIn(api, panel);
  else showPanelIn(api, panel);
}

/** Share of the window that a widened panel takes: the chart stays in sight beside it. */
const WIDENED = 0.66;

/** Gives a panel most of the width; one that has it gets its first width back. */
export function widenPanelIn(api: DockviewApi, panel: PanelId): void {
  showPanelIn(api, panel);
  const group = api.getPanel(panel)?.group;
  const width = Math.round(api.width * WIDENED);
  group?.api.setSize({ width: group.width > width * 0.9 ? HOMES[panel].size : width });
}
