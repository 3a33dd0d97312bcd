import path from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { hardenContents, hardenSession, refusedSwitch, silenceChromium } from './hardening';
import { runHeadless } from './headless';
import { Identity } from './identity';
import { headlessArguments } from './headlessArguments';
import { logProblem } from './log';
import { buildMenu } from './menu';
import { printHandlers } from './printWindow';
import { serveRequests } from './requests';
import { declareScheme, serveScheme } from './scheme';
import { Seals } from './seals';
import { SettingsStore } from './settings';
import { openWindow } from './window';
import { Workspace } from './workspace';

const refused = refusedSwitch();
if (refused !== null) {
  process.stderr.write(`Knoop does not start with --${refused}.\n`);
  app.exit(2);
}

// Chromium refuses its sandbox to root, so tests as root say --no-sandbox; the packaged app has refused that above.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareScheme();
silenceChromium();
process.on('uncaughtException', (error) => logProblem(error, 'main'));
process.on('unhandledRejection', (error) => logProblem(error, 'main'));
app.on('web-contents-created', (_event, contents) => hardenContents(contents));

const headless = headlessArguments(process.argv);
const workspaces = new Map<number, Workspace>();

if (headless !== null) void app.whenReady().then(async () => {
  serve(null);
  // The print window comes and goes; without a listener its going would end the program before the file is written.
  app.on('window-all-closed', () => undefined);
  const { settings } = await SettingsStore.load(app.getPath('userData'), app.getLocale());
  app.exit(await runHeadless(headless, settings.language));
});
// A second start opens a second window of the same program: one process must own the settings and the list of open cases.
else if (!app.requestSingleInstanceLock()) app.exit(0);
else void app.whenReady().then(start);

function serve(open: Map<number, Workspace> | null): void {
  hardenSession(session.defaultSession);
  serveScheme(session.defaultSession, path.join(app.getAppPath(), 'out', 'renderer'));
  serveRequests({
    app: (id) => open?.get(id)?.handlers,
    print: printHandlers,
    grantFile: async (id, file) => open?.get(id)?.grantFile(file),
  });
}

async function start(): Promise<void> {
  const settings = await SettingsStore.load(app.getPath('userData'), app.getLocale());
  const identity = new Identity(app.getPath('userData'));
  const seals = new Seals(app.getPath('userData'), () => identity.keys());
  nativeTheme.themeSource = settings.settings.theme;
  serve(workspaces);

  const refreshMenu = (): void => {
    const focused = BrowserWindow.getFocusedWindow();
    const caseOpen = (focused && workspaces.get(focused.webContents.id)?.hasCase) ?? [...workspaces.values()].some((each) => each.hasCase);
    buildMenu(settings.settings.language, caseOpen, (window, id) => workspaces.get(window.webContents.id)?.announce('app.action', { id }));
  };

  const add = (): void => {
    const window = openWindow();
    const id = window.webContents.id;
    const workspace = new Workspace(window, { settings, identity, seals, sampleFolder: sampleFolder(), refreshMenu });
    workspaces.set(id, workspace);
    window.on('focus', refreshMenu);
    keepAlive(window, workspace);
    let closing = false;
    window.on('close', (event) => {
      if (closing || !workspace.hasCase) return;
      // The case is brought to disk first; the window goes when that is done.
      event.preventDefault();
      closing = true;
      void workspace.closeCase().catch((error: unknown) => logProblem(error, 'close')).finally(() => window.destroy());
    });
    window.on('closed', () => workspaces.delete(id));
    refreshMenu();
  };

  nativeTheme.on('updated', () => {
    for (const workspace of workspaces.values()) workspace.announce('app.themeChanged', { systemDark: nativeTheme.shouldUseDarkColors });
  });
  app.on('second-instance', add);
  app.on('activate', () => {
    if (workspaces.size === 0) add();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    const open = [...workspaces.values()].filter((each) => each.hasCase);
    if (open.length === 0) return;
    event.preventDefault();
    void Promise.allSettled(open.map((each) => each.closeCase())).then(() => app.quit());
  });
  add();
}

/** A page whose process died is loaded again and gets its case back; three times in five minutes is no accident, then the user decides. */
function keepAlive(window: BrowserWindow, workspace: Workspace): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes.push(now);
    logProblem(new Error(details.reason), 'page');
    if (crashes.filter((at) => now - at < 300_000).length <= 3) window.webContents.reload();
    else void workspace.closeCase().finally(() => window.destroy());
  });
}

function sampleFolder(): string {
  return app.isPackaged ? path.join(process.resourcesPath, 'sample') : path.join(app.getAppPath(), 'resources', 'sample');
}
