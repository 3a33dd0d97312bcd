import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, nativeTheme, type BrowserWindow } from 'electron';
import { Failure, type AppService, type ChosenFile, type EventPayload, type Handlers } from '../../shared/contract';
import { EXPORT_ENDINGS } from '../../shared/contract/exporting';
import type { RecentCase } from '../../shared/contract/appService';
import type { Language } from '../../shared/values/kind';
import { blindRequests } from './blindRequests';
import { bundleRequests } from './bundleRequests';
import { CaseProcess, type OpenRequest } from './caseProcess';
import { inspectFolder } from './caseFolder';
import { logProblem } from './log';
import { Pasteboard } from './pasteboard';
import { paperRequests } from './paperRequests';
import { readRecipe, RECIPE_ENDING, recipeText } from './recipes';
import { rejectsAsCsv } from './rejects';
import { schemeRequests } from './schemeRequests';
import { translate } from './words';
import { dutyRequests } from './dutyRequests';
import type { Identity } from './identity';
import type { Head, Seals } from './seals';
import type { SettingsStore } from './settings';
import { describeFile, TokenStore } from './tokens';
import { writeDurably } from './durableFile';
import { saveForOwnUse } from './ownUse';

/** What a workspace needs of the program around it. */
export interface Surroundings {
  readonly settings: SettingsStore;
  readonly identity: Identity;
  readonly seals: Seals;
  readonly sampleFolder: string;
  /** The menu follows language and what is open. */
  readonly refreshMenu: () => void;
}

/** After a change the end of the journal is noted so much later, ms: many changes make one note. */
const SEALED_AFTER = 15_000;

/** One window with at most one open case: answers the page's requests to main. */
export class Workspace {
  readonly window: BrowserWindow;
  private readonly around: Surroundings;
  private readonly tokens = new TokenStore();
  private readonly pasteboard = new Pasteboard();
  private open: CaseProcess | null = null;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(window: BrowserWindow, around: Surroundings) {
    this.window = window;
    this.around = around;
    // A page that starts again (after a crash, after a reload) gets a new port to the same case.
    window.webContents.on('did-finish-load', () => this.handPort());
  }

  get hasCase(): boolean {
    return this.open !== null;
  }

  get caseFolder(): string | null {
    return this.open?.folder ?? null;
  }

  announce<E extends keyof AppService['events'] & string>(event: E, payload: EventPayload<AppService, E>): void {
    if (!this.window.isDestroyed()) this.window.webContents.send('app.event', event, payload);
  }

  /** Closes the case, if any. Resolves when everything is on disk. */
  async closeCase(): Promise<void> {
    const closing = this.open;
    this.open = null;
    if (!closing) return;
    await this.pasteboard.clear();
    const end = await closing.close();
    if (end !== null) await this.seal(closing, end);
    this.window.isDestroyed() || this.window.setTitle('Knoop');
    this.announce('app.caseClosed', { reason: 'closed' });
    this.around.refreshMenu();
  }

  /** A file that the user dropped on the window. */
  async grantFile(file: string): Promise<ChosenFile> {
    if (!path.isAbsolute(file)) throw new Failure('fileUnreadable', { file: path.basename(file) });
    return this.choose(file);
  }

  readonly handlers: Handlers<AppService> = {
    'app.state': async () => ({
      settings: this.settings,
      version: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      recent: await this.recent(),
      open: this.open ? { name: this.open.opened.name, encrypted: this.open.opened.encrypted } : null,
      systemDark: nativeTheme.shouldUseDarkColors,
      defaultFolder: path.basename(defaultFolder()),
    }),
    'app.saveSettings': async (part) => {
      const settings = await this.around.settings.change(part);
      if (part.theme) nativeTheme.themeSource = part.theme;
      this.open?.setPerson(settings);
      this.around.refreshMenu();
      return settings;
    },
    'app.chooseFolder': async ({ purpose }) => {
      const answer = await dialog.showOpenDialog(this.window, {
        title: this.say(purpose === 'newCase' ? 'chooseNewFolder' : purpose === 'share' ? 'chooseShare' : 'chooseCase'),
        properties: purpose === 'newCase' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
      });
      const folder = answer.filePaths[0];
      if (answer.canceled || folder === undefined) return null;
      const token = this.tokens.add(folder);
      if (purpose === 'share') this.open?.grant(token, folder);
      return { token, name: path.basename(folder) };
    },
    'app.chooseFiles': async () => {
      const answer = await dialog.showOpenDialog(this.window, {
        title: this.say('chooseImport'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: this.say('tables'), extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'fods', 'html', 'htm', 'json', 'jsonl', 'ndjson', 'xml', 'zip', 'graphml', 'gexf', 'net', 'gml', 'dl', 'dot', 'gv', 'anx', 'mtgx', 'mtz', 'ftm', 'sta', 'mt940', '940', 'coda', 'cod', 'vcf', 'kml', 'kmz', 'gpx', 'geojson', 'eml', 'mbox', 'msg', 'pdf', 'docx', 'png', 'jpg', 'jpeg', 'knoopx', 'knoopblind', 'knoopask'] }, { name: this.say('allFiles'), extensions: ['*'] }],
      });
      return answer.canceled ? [] : Promise.all(answer.filePaths.map((file) => this.choose(file)));
    },
    'app.sampleFiles': async () => {
      const folder = this.around.sampleFolder;
      const names = (await readdir(folder)).filter((name) => /\.(csv|xlsx)$/.test(name)).sort();
      return Promise.all(names.map((name) => this.choose(path.join(folder, name))));
    },
    'app.createCase': async ({ name, reference, folder, passphrase }) => {
      const parent = folder === null ? defaultFolder() : this.tokens.path(folder);
      return this.start({ folder: path.join(parent, folderName(name)), create: { name, reference }, passphrase });
    },
    'app.openCase': async ({ recent, folder, passphrase }) => this.start({ folder: this.folderOf(recent, folder), create: null, passphrase }),
    'app.inspectCase': async ({ recent, folder }) => inspectFolder(this.folderOf(recent, folder)),
    'app.setFullScreen': ({ on }) => {
      this.window.setFullScreen(on);
      return {};
    },
    'app.closeCase': async () => {
      await this.closeCase();
      return {};
    },
    'app.forgetCase': async ({ recent }) => {
      await this.around.settings.forget(recent);
      return {};
    },
    'app.exportData': async ({ job, format, scope, title, about }) => {
      const running = this.running();
      const ending = EXPORT_ENDINGS[format];
      const answer = await dialog.showSaveDialog(this.window, { title: this.say('saveData'), defaultPath: `${folderName(title).replace(/\.knoop$/, '')}${ending}`, filters: [{ name: this.say(`format.${format}`), extensions: [ending.slice(ending.lastIndexOf('.') + 1)] }] });
      if (answer.canceled || !answer.filePath) return null;
      const file = this.tokens.add(answer.filePath);
      running.grant(file, answer.filePath);
      return running.client['case.exportData']({ job, file, format, scope, title, about });
    },
    'app.saveRecipe': async ({ id }) => {
      const recipe = (await this.running().client['case.recipes']({})).find((each) => each.id === id);
      if (!recipe) throw new Failure('recipeNotFound');
      const answer = await dialog.showSaveDialog(this.window, { title: this.say('saveRecipe'), defaultPath: `${folderName(recipe.name).replace(/\.knoop$/, '')}${RECIPE_ENDING}`, filters: [{ name: this.say('recipes'), extensions: ['json'] }] });
      if (answer.canceled || !answer.filePath) return null;
      await writeDurably(answer.filePath, recipeText(recipe));
      return { name: path.basename(answer.filePath) };
    },
    'app.chooseRecipe': async () => {
      const answer = await dialog.showOpenDialog(this.window, { title: this.say('chooseRecipe'), properties: ['openFile'], filters: [{ name: this.say('recipes'), extensions: ['json'] }] });
      const file = answer.filePaths[0];
      return answer.canceled || file === undefined ? null : readRecipe(file);
    },
    'app.saveRejects': async ({ source }) => {
      const { client } = this.running();
      const { rejects, headings } = await client['case.sourceRejects']({ id: source, limit: 100_000 });
      const answer = await dialog.showSaveDialog(this.window, { title: this.say('saveRejects'), defaultPath: `${this.say('rejectsName')}.csv`, filters: [{ name: 'CSV', extensions: ['csv'] }] });
      if (answer.canceled || !answer.filePath) return null;
      // Rows of a source: they hold what the case may say of nobody.
      const content = Buffer.from(rejectsAsCsv(headings, rejects, this.settings.language), 'utf8');
      return { name: await saveForOwnUse(client, answer.filePath, content, { kind: 'data', format: 'csv', title: this.say('rejectsName'), language: this.settings.language, pages: 0 }) };
    },
    ...paperRequests({
      window: () => this.window,
      say: (word) => this.say(word),
      language: () => this.settings.language,
      running: () => this.running(),
      choose: (file) => this.choose(file),
      pathOf: (token) => this.tokens.path(token),
      grant: (file) => this.grantNew(file),
      pasteboard: this.pasteboard,
      fileName: (title) => folderName(title).replace(/\.knoop$/, ''),
      progress: (payload) => this.announce('app.progress', payload),
    }),
    ...dutyRequests({
      window: () => this.window,
      say: (word) => this.say(word),
      running: () => this.running(),
      person: () => this.settings,
      identity: () => this.around.identity,
      seals: () => this.around.seals,
      fileName: (title) => folderName(title).replace(/\.knoop$/, ''),
    }),
    ...bundleRequests({
      window: () => this.window,
      say: (word) => this.say(word),
      running: () => this.running(),
      choose: (file) => this.choose(file),
      grant: (file) => this.grantNew(file),
      pathOf: (token) => this.tokens.path(token),
      start: (request) => this.start(request),
      folder: defaultFolder,
      fileName: (title) => folderName(title).replace(/\.knoop$/, ''),
    }),
    ...blindRequests({
      window: () => this.window,
      say: (word) => this.say(word),
      running: () => this.running(),
      choose: (file) => this.choose(file),
      grant: (file) => this.grantNew(file),
      fileName: (title) => folderName(title).replace(/\.knoop$/, ''),
    }),
    ...schemeRequests({ window: () => this.window, say: (word) => this.say(word), running: () => this.running(), fileName: (title) => folderName(title).replace(/\.knoop$/, '') }),
    'app.pathOfToken': async ({ token }) => ({ shown: path.basename(this.tokens.path(token)) }),
  };

  private get settings() {
    return this.around.settings.settings;
  }

  private say(word: string): string {
    return translate(this.settings.language satisfies Language, word);
  }

  private running(): CaseProcess {
    if (!this.open) throw new Failure('caseNotOpen');
    return this.open;
  }

  private async choose(file: string): Promise<ChosenFile> {
    const described = await describeFile(file);
    const token = this.tokens.add(file);
    this.open?.grant(token, file);
    return { token, ...described };
  }

  /** A token for a file that the open case may write. */
  private grantNew(file: string): string {
    const token = this.tokens.add(file);
    this.running().grant(token, file);
    return token;
  }

  private folderOf(recent: string | undefined, token: string | undefined): string {
    if (token !== undefined) return this.tokens.path(token);
    const entry = this.around.settings.recent.find((each) => each.id === recent);
    if (!entry) throw new Failure('caseNotFound');
    return entry.folder;
  }

  /** Opens one case after another, however quickly the user clicks. */
  private start(request: OpenRequest): Promise<{ name: string; encrypted: boolean }> {
    const next = this.busy.catch(() => undefined).then(async () => {
      await this.closeCase();
      const started: CaseProcess = await CaseProcess.start(request, this.settings, (crashed) => this.ended(started, crashed), await this.around.identity.keys().catch(() => null));
      this.open = started;
      for (const [token, file] of this.tokens.entries()) started.grant(token, file);
      const { id, name, encrypted } = started.opened;
      await this.around.settings.remember({ id, name, encrypted, folder: request.folder, lastOpened: new Date().toISOString() });
      this.window.setTitle(`${name} - Knoop`);
      this.followSeal(started);
      this.handPort();
      this.announce('app.caseOpened', { name, encrypted });
      this.around.refreshMenu();
      return { name, encrypted };
    });
    this.busy = next;
    return next;
  }

  /** Notes outside of the case where its journal ends. That it cannot be noted must not keep anybody from closing a case. */
  private async seal({ opened }: CaseProcess, head: Head): Promise<void> {
    if (!opened.readOnly) await this.around.seals.put(opened.id, head).catch((error: unknown) => logProblem(error, 'seal'));
  }

  /** While a case is open its seal follows, a little later: a program that is killed leaves one too. */
  private followSeal(running: CaseProcess): void {
    let waiting: NodeJS.Timeout | null = null;
    running.listen('case.changed', () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        if (this.open === running) void running.client['case.info']({}).then(({ seq, head }) => this.seal(running, { entries: seq, head }), () => undefined);
      }, SEALED_AFTER);
    });
  }

  private ended(which: CaseProcess, crashed: boolean): void {
    if (this.open !== which) return;
    this.open = null;
    this.announce('app.caseClosed', { reason: crashed ? 'crashed' : 'closed' });
    this.around.refreshMenu();
  }

  private handPort(): void {
    if (this.open && !this.window.isDestroyed()) this.window.webContents.postMessage('case.port', null, [this.open.makePort()]);
  }

  private async recent(): Promise<RecentCase[]> {
    return Promise.all(this.around.settings.recent.map(async (entry) => {
      const file = await stat(path.join(entry.folder, 'case.db')).catch(() => null);
      return {
        id: entry.id, name: entry.name, folder: entry.folder, encrypted: entry.encrypted, lastOpened: entry.lastOpened,
        bytes: file?.size ?? null, lastChanged: file?.mtime.toISOString() ?? null,
        state: file === null ? 'missing' as const : this.open?.folder === entry.folder ? 'inUse' as const : 'ready' as const,
      };
    }));
  }
}

/** Where cases go unless the user says otherwise: a local folder of the user's own. */
export function defaultFolder(): string {
  return path.join(app.getPath('documents'), 'Knoop');
}

/** A folder name for a case: what file systems refuse is replaced, and Windows' reserved names are avoided. */
export function folderName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/[. ]+$/, '').slice(0, 80).trim() || 'Case';
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned) ? `${cleaned} case` : cleaned}.knoop`;
}

