import { create } from 'zustand';
import type { LayoutId } from '../canvas/layouts/offered';
import type { AdjustmentId } from '../../shared/analysis/layout/adjust';
import type { AnnotationKind } from '../../shared/model/drawing';
import type { IdentityMode } from '../../shared/model/identity';
import type { Purpose } from '../../shared/model/recipient';
import type { AppSettings, ChosenFile, History, RecentCase } from '../../shared/contract';

/** Panels of the workbench that can be shown and hidden. */
export const PANELS = ['search', 'sources', 'charts', 'briefings', 'journal', 'inspector', 'table', 'sourceRows', 'reading', 'shares', 'recipients', 'withheld', 'releases', 'judging', 'watch', 'services', 'quality', 'network', 'traffic', 'histogram', 'formatting', 'snapshots', 'presentations'] as const;
export type PanelId = (typeof PANELS)[number];

export type DialogId = 'selectBy' | 'arrangeBy' | 'groupBy' | 'evaluate' | 'categories' | 'schemes' | 'reviews' | 'newCase' | 'sample' | 'settings' | 'shortcuts' | 'expand' | 'drawEntity' | 'drawLink' | 'briefing' | 'recipes' | 'receipt' | 'exportData' | 'exportImage' | 'copy' | 'makeBundle' | 'openBundle' | 'bundles' | 'compareLists' | 'openExchanged' | 'askPartner' | 'picture' | 'strength' | 'newSince';

/** What a press on the canvas does: selects, or draws something. */
export type Tool = 'select' | 'drawEntity' | 'drawLink' | AnnotationKind;

/** What the canvas lets the rest of the window do with it. */
export interface CanvasControls {
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly centre: (ids: readonly string[]) => void;
  /** Resolves when the items lie where the layout put them: those of the selection, or all that are not pinned. */
  readonly layout: (name: LayoutId, scope?: 'all' | 'selection') => Promise<void>;
  /** Aligns, distributes, mirrors, spreads or tightens the selection where it has two items or more, else the whole chart. */
  readonly adjust: (name: AdjustmentId) => Promise<void>;
  /** Lays out the selection where it has two items or more, else the whole chart, and shows the result until it is kept or cancelled. `values`: what "byProperty" puts together. */
  readonly arrange: (name: LayoutId, values?: ReadonlyMap<string, string>) => Promise<void>;
  readonly keepLayout: () => void;
  readonly cancelLayout: () => void;
  /** Opens a new annotation: tied to an item, or in the middle of what is visible. */
  readonly beginMark: (kind: AnnotationKind, anchor: string | null) => void;
  readonly editMark: (id: string) => void;
  readonly loosenMark: (id: string) => void;
  /** Point of the chart, in chart units, in the middle of what is visible. */
  readonly middle: () => { readonly x: number; readonly y: number };
  /** Place under the pointer, or the middle of what is visible while it is elsewhere; and the place under a point of the window. Chart units. */
  readonly pointer: () => { readonly x: number; readonly y: number };
  readonly toChart: (clientX: number, clientY: number) => { readonly x: number; readonly y: number };
  /** The part of the chart that is visible. */
  readonly inView: () => { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Free place nearest to the middle of what is visible. */
  readonly freePlace: () => Promise<{ readonly x: number; readonly y: number }>;
}

/** Where a case is: in the list of recent ones, or a chosen folder. */
export interface CasePlace {
  readonly recent?: string;
  readonly folder?: string;
  readonly name: string;
}

export interface OpenCase {
  readonly name: string;
  readonly encrypted: boolean;
}

/** Where a new thing is being drawn: a place on the chart, or two ends. */
export interface Draft {
  readonly at?: { readonly x: number; readonly y: number };
  readonly from?: string;
  readonly to?: string;
}

/** A file that waits to be imported; `versionOf`: the source that it is to be compared with; `onto`: the place of a chart where it was dropped. */
export type QueuedFile = ChosenFile & { readonly versionOf?: string; readonly onto?: { readonly chart: string; readonly x: number; readonly y: number } };

/** What this window shows now. View state only: what the case holds is asked from the case. */
export interface Session {
  readonly settings: AppSettings | null;
  readonly version: string;
  readonly defaultFolder: string;
  readonly recent: readonly RecentCase[];
  readonly systemDark: boolean;
  readonly open: OpenCase | null;
  readonly chart: string | null;
  readonly tool: Tool;
  /** The chart is shown as on paper, whatever the colours of the window. */
  readonly printLook: boolean;
  readonly zoom: number;
  readonly dialog: DialogId | null;
  readonly palette: boolean;
  readonly draft: Draft;
  readonly history: History;
  readonly importing: readonly QueuedFile[];
  /** Ids of the panels that are on show. */
  readonly panels: readonly string[];
  readonly canvas: CanvasControls | null;
  /** Row of a source to show in its panel. */
  readonly sourceRow: { readonly source: string; readonly row: number } | null;
  /** Page of a document to show in its panel; `sought` marks words in it. */
  readonly reading: { readonly source: string; readonly page: number; readonly sought?: string } | null;
  /** A subject to inspect that is not selected on the chart; null when the selection is inspected. */
  readonly inspected: string | null;
  /** Source whose receipt is shown. */
  readonly receipt: string | null;
  /** Entities whose neighbours are about to be added. */
  readonly expanding: readonly string[];
  /** The recipient as whom the case is seen, with what it gets; null: the whole case. */
  readonly viewingAs: { readonly id: string; readonly name: string; readonly purpose: Purpose; readonly entities: number; readonly links: number; readonly withheld: number } | null;
  /** Which entities the window takes for one. */
  readonly identity: IdentityMode;
  /** What the panel of judgements was asked to show: a pair, or the pairs of one entity; null: its queues. */
  readonly judging: { readonly pair: readonly [string, string] | null; readonly entity: string | null } | null;
  /** A case that waits for its passphrase. */
  readonly unlocking: CasePlace | null;
}

export const INITIAL_SESSION: Session = {
  settings: null, version: '', defaultFolder: '', recent: [], systemDark: false, open: null, chart: null, tool: 'select', printLook: false, zoom: 1, dialog: null, palette: false,
  draft: {}, history: { undo: null, redo: null }, importing: [], panels: [], canvas: null, sourceRow: null, reading: null, inspected: null, receipt: null, expanding: [], viewingAs: null, identity: 'judged', judging: null, unlocking: null,
};

export const useSession = create<Session>(() => INITIAL_SESSION);

/** What the window shows now, outside of components. */
export const session = (): Session => useSession.getState();

export const changeSession = (change: Partial<Session>): void => useSession.setState(change);

/** Lets go of what the window holds of a case when that one is closed or another is opened: one case must not show in the next. */
export function whenCaseChanges(forget: () => void): void {
  useSession.subscribe((now, before) => {
    if (now.open !== before.open) forget();
  });
}

/** Commands to the docking area, which only the window's frame can carry out. */
export interface DockControls {
  readonly toggle: (panel: PanelId) => void;
  readonly show: (panel: PanelId) => void;
  readonly reset: () => void;
  /** Gives a panel most of the window's width; one that has it already gets its first width back. */
  readonly widen: (panel: PanelId) => void;
}

export const useDock = create<{ readonly controls: DockControls | null }>(() => ({ controls: null }));

/** Brings a panel to the front, opening it where needed. */
export const showPanel = (panel: PanelId): void => useDock.getState().controls?.show(panel);
