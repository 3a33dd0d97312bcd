import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/values/kind';
import { translate } from './words';

interface Entry {
  readonly action: string;
  readonly accelerator?: string;
  /** Only when a case is open. */
  readonly inCase?: boolean;
}

type Group = readonly (Entry | 'separator' | 'quit')[];

/** The menu bar: action ids of the page, in groups. Keys are shown here and handled by the page, so that both cannot disagree. */
const MENUS: Readonly<Record<string, Group>> = {
  file: [{ action: 'case.new', accelerator: 'CmdOrCtrl+N' }, { action: 'case.open', accelerator: 'CmdOrCtrl+O' }, { action: 'case.close', accelerator: 'CmdOrCtrl+W', inCase: true }, 'separator', { action: 'import.files', accelerator: 'CmdOrCtrl+I', inCase: true }, { action: 'export.data', accelerator: 'CmdOrCtrl+Shift+E', inCase: true }, { action: 'bundle.open' }, { action: 'bundle.make', inCase: true }, { action: 'briefing.open', accelerator: 'CmdOrCtrl+P', inCase: true }, { action: 'briefing.export', accelerator: 'CmdOrCtrl+Shift+P', inCase: true }, 'separator', { action: 'settings.open' }, 'quit'],
  edit: [{ action: 'edit.undo', accelerator: 'CmdOrCtrl+Z', inCase: true }, { action: 'edit.redo', accelerator: 'CmdOrCtrl+Shift+Z', inCase: true }, 'separator', { action: 'select.all', accelerator: 'CmdOrCtrl+A', inCase: true }, { action: 'select.invert', inCase: true }, 'separator', { action: 'chart.remove', accelerator: 'Delete', inCase: true }, { action: 'case.delete', accelerator: 'Shift+Delete', inCase: true }],
  view: [{ action: 'view.fit', accelerator: 'CmdOrCtrl+0', inCase: true }, { action: 'view.zoomIn', inCase: true }, { action: 'view.zoomOut', inCase: true }, 'separator', { action: 'palette.open', accelerator: 'CmdOrCtrl+K', inCase: true }, { action: 'panels.reset', inCase: true }],
  chart: [{ action: 'chart.new', inCase: true }, { action: 'chart.rename', accelerator: 'F2', inCase: true }, 'separator', { action: 'chart.expand', accelerator: 'CmdOrCtrl+E', inCase: true }, { action: 'chart.pin', inCase: true }, { action: 'layout.standard', accelerator: 'CmdOrCtrl+L', inCase: true }],
  help: [{ action: 'help.keys', accelerator: 'F1' }],
};

/** Builds the menu bar in the user's language. Entries only name an action; the page runs it. */
export function buildMenu(language: Language, caseOpen: boolean, run: (window: BrowserWindow, action: string) => void): void {
  const item = (entry: Entry | 'separator' | 'quit'): MenuItemConstructorOptions => {
    if (entry === 'separator') return { type: 'separator' };
    if (entry === 'quit') return { label: translate(language, 'menu.quit'), accelerator: 'CmdOrCtrl+Q', click: () => app.quit() };
    return {
      label: translate(language, `menu.${entry.action}`),
      enabled: !entry.inCase || caseOpen,
      // Text fields keep Ctrl+Z and Delete for themselves: the page decides by where the focus is.
      ...(entry.accelerator ? { accelerator: entry.accelerator, registerAccelerator: false } : {}),
      click: (_item, window) => {
        if (window) run(window as BrowserWindow, entry.action);
      },
    };
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(Object.entries(MENUS).map(([name, group]) => ({ label: translate(language, `menu.${name}`), submenu: group.map(item) }))));
}
