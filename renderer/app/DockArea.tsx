import { DockviewReact, themeLight, type DockviewApi, type DockviewReadyEvent, type IDockviewPanelHeaderProps } from 'dockview-react';
import { mdiClose } from '@mdi/js';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSession, session, useDock, type PanelId } from '../actions/session';
import { saveSettings } from '../actions/settings';
import { Glyph } from '../ui/Glyph';
import { CHART_PANEL, closePanelIn, layOutFresh, restoreLayout, showPanelIn, togglePanelIn, widenPanelIn } from './dockLayout';
import { PANEL_COMPONENTS } from './panels';
import './dock.css';

const SAVE_AFTER = 600;
const THEME = { ...themeLight, name: 'knoop', className: 'dockview-knoop' };

/** The docking area: the chart in the middle, panels around it that can be moved, stacked and closed. Its layout is kept. */
export function DockArea(): ReactElement {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => {
    clearTimeout(timer.current);
    useDock.setState({ controls: null });
  }, []);

  const ready = ({ api }: DockviewReadyEvent): void => {
    if (!restoreLayout(api, session().settings?.dock ?? null)) layOutFresh(api);
    noteVisible(api);
    useDock.setState({ controls: { toggle: (panel) => togglePanelIn(api, panel), show: (panel) => showPanelIn(api, panel), reset: () => startAfresh(api), widen: (panel) => widenPanelIn(api, panel) } });
    api.onDidLayoutChange(() => {
      noteVisible(api);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveSettings({ dock: JSON.stringify(api.toJSON()) }), SAVE_AFTER);
    });
    api.onDidActivePanelChange(() => noteVisible(api));
  };
  return <DockviewReact theme={THEME} components={PANEL_COMPONENTS} defaultTabComponent={PanelTab} onReady={ready} disableFloatingGroups={false} singleTabMode="default" />;
}

/** Back to the standard layout, with the chart fitted into the room that it has then. */
function startAfresh(api: DockviewApi): void {
  layOutFresh(api);
  requestAnimationFrame(() => requestAnimationFrame(() => session().canvas?.fit()));
}

function noteVisible(api: DockviewApi): void {
  const panels = api.panels.filter((panel) => panel.api.isVisible).map((panel) => panel.id);
  if (panels.join() !== session().panels.join()) changeSession({ panels });
}

function PanelTab({ api, containerApi }: IDockviewPanelHeaderProps): ReactElement {
  const { t } = useTranslation('app');
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a narrow group the tabs scroll: the one that is in front can be seen.
    const reveal = (): void => { if (api.isVisible) requestAnimationFrame(() => tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })); };
    reveal();
    const listening = api.onDidVisibilityChange(reveal);
    return () => listening.dispose();
  }, [api]);
  const name = api.id === CHART_PANEL ? t('panel.chart') : t(`panel.${api.id as PanelId}`);
  return (
    <div className="panel-tab" ref={tab}>
      <span>{name}</span>
      {api.id === CHART_PANEL ? null : <button type="button" tabIndex={-1} aria-label={t('closePanel', { name })} title={t('closePanel', { name })} onPointerDown={(event) => event.stopPropagation()} onClick={() => closePanelIn(containerApi, api.id as PanelId)}><Glyph path={mdiClose} size={12} /></button>}
    </div>
  );
}
