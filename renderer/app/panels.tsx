import { Spinner } from '@blueprintjs/core';
import { lazy, Suspense, type ComponentType, type FunctionComponent, type ReactElement } from 'react';
import type { PanelId } from '../actions/session';
import { InspectorPanel } from '../features/inspector/InspectorPanel';
import { JournalPanel } from '../features/journal/JournalPanel';
import { RecipientsPanel } from '../features/recipients/RecipientsPanel';
import { ReleasesPanel } from '../features/releases/ReleasesPanel';
import { SearchPanel } from '../features/search/SearchPanel';
import { SharesPanel } from '../features/shares/SharesPanel';
import { SourceRowsPanel } from '../features/sources/SourceRowsPanel';
import { SourcesPanel } from '../features/sources/SourcesPanel';
import { TablePanel } from '../features/table/TablePanel';
import { WithheldPanel } from '../features/viewAs/WithheldPanel';
import { PanelBoundary } from '../ui/PanelBoundary';
import { ChartPanel } from './ChartPanel';
import { ChartsPanel } from './ChartsPanel';

/** The briefing editor is large and not needed at the start: its code is read when its panel is first shown. */
const briefing = import.meta.glob<{ BriefingPanel: ComponentType }>('../features/briefing/BriefingPanel.tsx');
const BriefingPanel = lazy(async () => ({ default: (await Object.values(briefing)[0]?.())?.BriefingPanel ?? (() => null) }));

/** The reading of documents likewise: it brings the value kinds' formatting of everything that a text may name. */
const reading = import.meta.glob<{ ReadingPanel: ComponentType }>('../features/reading/ReadingPanel.tsx');
const ReadingPanel = lazy(async () => ({ default: (await Object.values(reading)[0]?.())?.ReadingPanel ?? (() => null) }));

/** Panels of one piece of work each, read when first shown. */
const parts = import.meta.glob<Readonly<Record<string, ComponentType>>>(['../features/judging/JudgingPanel.tsx', '../features/watch/WatchPanel.tsx', '../features/services/ServicesPanel.tsx', '../features/quality/QualityPanel.tsx', '../features/network/NetworkPanel.tsx', '../features/traffic/TrafficPanel.tsx', '../features/formatting/FormattingPanel.tsx', '../features/snapshots/SnapshotsPanel.tsx', '../features/presenting/PresentationsPanel.tsx', '../features/histogram/HistogramPanel.tsx']);
const part = (name: string): ComponentType => lazy(async () => {
  const found = Object.entries(parts).find(([file]) => file.endsWith(`/${name}.tsx`));
  return { default: (await found?.[1]())?.[name] ?? (() => null) };
});

const panel = (Content: ComponentType): FunctionComponent => function Panel(): ReactElement {
  return <PanelBoundary><Suspense fallback={<Spinner size={24} />}><Content /></Suspense></PanelBoundary>;
};

/** Content of every panel by its id. */
export const PANEL_COMPONENTS: Readonly<Record<PanelId | 'chart', FunctionComponent>> = {
  chart: panel(ChartPanel),
  search: panel(SearchPanel),
  sources: panel(SourcesPanel),
  shares: panel(SharesPanel),
  charts: panel(ChartsPanel),
  briefings: panel(BriefingPanel),
  journal: panel(JournalPanel),
  inspector: panel(InspectorPanel),
  table: panel(TablePanel),
  sourceRows: panel(SourceRowsPanel),
  reading: panel(ReadingPanel),
  recipients: panel(RecipientsPanel),
  withheld: panel(WithheldPanel),
  releases: panel(ReleasesPanel),
  judging: panel(part('JudgingPanel')),
  watch: panel(part('WatchPanel')),
  services: panel(part('ServicesPanel')),
  quality: panel(part('QualityPanel')),
  network: panel(part('NetworkPanel')),
  traffic: panel(part('TrafficPanel')),
  formatting: panel(part('FormattingPanel')),
  snapshots: panel(part('SnapshotsPanel')),
  presentations: panel(part('PresentationsPanel')),
  histogram: panel(part('HistogramPanel')),
};
