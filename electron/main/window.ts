import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { appService } from '../../shared/contract';
import { hardenContents } from './hardening';
import { ORIGIN } from './scheme';

const preload = (): string => path.join(app.getAppPath(), 'out', 'preload', 'preload.cjs');

/** Preferences of every window: a sandboxed page without Node that may make just these requests. */
export function pagePreferences(requests: readonly string[]): Electron.WebPreferences {
  return {
    preload: preload(),
    additionalArguments: [`--knoop-requests=${requests.join(',')}`],
    sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, webviewTag: false, spellcheck: false, navigateOnDragDrop: false, enableWebSQL: false, safeDialogs: true, v8CacheOptions: 'code',
    devTools: !app.isPackaged,
  };
}

/** The window that people work in. */
export function openWindow(): BrowserWindow {
  const area = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1600, area.width), height: Math.min(1000, area.height), minWidth: 900, minHeight: 600, show: false, title: 'Knoop',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c2127' : '#ffffff',
    webPreferences: pagePreferences(Object.keys(appService.requests)),
  });
  hardenContents(window.webContents);
  window.once('ready-to-show', () => window.show());
  // The title says which case is open; the page's own title would overwrite it.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
