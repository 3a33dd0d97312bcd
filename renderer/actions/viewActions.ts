import { mdiAccountMultipleOutline, mdiAccountQuestionOutline, mdiChartBar, mdiBellRingOutline, mdiCameraOutline, mdiClipboardCheckOutline, mdiHandshakeOutline, mdiCogOutline, mdiDockWindow, mdiExportVariant, mdiEyeOffOutline, mdiFileDocumentOutline, mdiFileTableOutline, mdiFolderEyeOutline, mdiFitToPageOutline, mdiFormatPaint, mdiGraphOutline, mdiHistory, mdiHubOutline, mdiInformationOutline, mdiKeyboardOutline, mdiPresentation, mdiMagnify, mdiMagnifyMinusOutline, mdiMagnifyPlusOutline, mdiPrinterOutline, mdiSwapHorizontal, mdiTable, mdiTableRow, mdiTextBoxSearchOutline, mdiThemeLightDark, mdiTranslate } from '@mdi/js';
import { LANGUAGES } from '../../shared/values/kind';
import { always, caseIsOpen, chartIsOpen, type Action } from './action';
import { changeSession, session, showPanel, useDock, type PanelId } from './session';
import { saveSettings } from './settings';

const STEP = 1.25;

/** Panels with the key that shows and hides each. */
const PANEL_KEYS: readonly { readonly panel: PanelId; readonly icon: string; readonly key?: string }[] = [
  { panel: 'search', icon: mdiMagnify, key: 'Ctrl+F' },
  { panel: 'sources', icon: mdiFileTableOutline, key: 'F6' },
  { panel: 'charts', icon: mdiGraphOutline, key: 'F7' },
  { panel: 'briefings', icon: mdiFileDocumentOutline },
  { panel: 'journal', icon: mdiHistory, key: 'F8' },
  { panel: 'inspector', icon: mdiInformationOutline, key: 'F9' },
  { panel: 'table', icon: mdiTable, key: 'F10' },
  { panel: 'sourceRows', icon: mdiTableRow },
  { panel: 'reading', icon: mdiTextBoxSearchOutline },
  { panel: 'shares', icon: mdiFolderEyeOutline },
  { panel: 'recipients', icon: mdiAccountMultipleOutline },
  { panel: 'withheld', icon: mdiEyeOffOutline },
  { panel: 'releases', icon: mdiExportVariant },
  { panel: 'judging', icon: mdiAccountQuestionOutline, key: 'F11' },
  { panel: 'watch', icon: mdiBellRingOutline },
  { panel: 'services', icon: mdiHandshakeOutline },
  { panel: 'quality', icon: mdiClipboardCheckOutline },
  { panel: 'network', icon: mdiHubOutline, key: 'F12' },
  { panel: 'traffic', icon: mdiSwapHorizontal },
  { panel: 'formatting', icon: mdiFormatPaint },
  { panel: 'snapshots', icon: mdiCameraOutline },
  { panel: 'presentations', icon: mdiPresentation },
  { panel: 'histogram', icon: mdiChartBar, key: 'Ctrl+H' },
];

/** Goes to the search field, opening its panel where needed; from the field itself, hides the panel. */
function toSearch(): void {
  const field = (): HTMLElement | null => document.querySelector('[data-search-field]');
  if (field() !== null && field() === document.activeElement) return useDock.getState().controls?.toggle('search');
  showPanel('search');
  requestAnimationFrame(() => field()?.focus());
}

export const panelIcon = (panel: PanelId): string => PANEL_KEYS.find((each) => each.panel === panel)?.icon ?? mdiDockWindow;

export const viewActions: readonly Action[] = [
  { id: 'palette.open', labelKey: 'palette', icon: mdiMagnify, shortcuts: ['Ctrl+K'], whileTyping: true, quiet: true, enabled: always, run: () => changeSession({ palette: true }) },
  { id: 'view.fit', labelKey: 'fit', icon: mdiFitToPageOutline, shortcuts: ['Ctrl+0'], enabled: chartIsOpen, run: () => session().canvas?.fit() },
  { id: 'view.zoomIn', labelKey: 'zoomIn', icon: mdiMagnifyPlusOutline, shortcuts: ['Ctrl++', 'Ctrl+=', '+'], enabled: chartIsOpen, run: () => session().canvas?.zoomBy(STEP) },
  { id: 'view.zoomOut', labelKey: 'zoomOut', icon: mdiMagnifyMinusOutline, shortcuts: ['Ctrl+-', '-'], enabled: chartIsOpen, run: () => session().canvas?.zoomBy(1 / STEP) },
  ...PANEL_KEYS.map(({ panel, icon, key }): Action => ({
    id: `panel.${panel}`, labelKey: `panel.${panel}`, icon, ...(key ? { shortcuts: [key] } : {}), whileTyping: true, enabled: caseIsOpen,
    checked: ({ session: now }) => now.panels.includes(panel), run: panel === 'search' ? toSearch : () => useDock.getState().controls?.toggle(panel),
  })),
  { id: 'panels.reset', labelKey: 'resetPanels', icon: mdiDockWindow, enabled: caseIsOpen, run: () => useDock.getState().controls?.reset() },
  ...LANGUAGES.map((language): Action => ({ id: `language.${language}`, labelKey: `language.${language}`, icon: mdiTranslate, enabled: always, checked: ({ session: now }) => now.settings?.language === language, run: () => saveSettings({ language }) })),
  ...(['system', 'light', 'dark'] as const).map((theme): Action => ({ id: `theme.${theme}`, labelKey: `theme.${theme}`, icon: mdiThemeLightDark, enabled: always, checked: ({ session: now }) => now.settings?.theme === theme, run: () => saveSettings({ theme }) })),
  { id: 'view.printLook', labelKey: 'marks:printLook', icon: mdiPrinterOutline, shortcuts: ['Ctrl+Alt+W'], enabled: chartIsOpen, checked: ({ session: now }) => now.printLook, run: ({ session: now }) => changeSession({ printLook: !now.printLook }) },
  { id: 'settings.open', labelKey: 'settings', icon: mdiCogOutline, shortcuts: ['Ctrl+,'], enabled: always, run: () => changeSession({ dialog: 'settings' }) },
  { id: 'help.keys', labelKey: 'shortcuts', icon: mdiKeyboardOutline, shortcuts: ['F1'], whileTyping: true, enabled: always, run: () => changeSession({ dialog: 'shortcuts' }) },
];
