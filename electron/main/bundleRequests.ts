import { access } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { Failure, type AppService, type ChosenFile, type Handlers } from '../../shared/contract';
import { CARD_ENDING, cardText, readCard } from './cards';
import type { CaseProcess, OpenRequest } from './caseProcess';
import { writeDurably } from './durableFile';

export const BUNDLE_ENDING = '.knoopx';
/** As long as the passphrase of a case must at least be; told again by the case itself. */
const SHORTEST_PASSPHRASE = 10;

/** What the window's workspace lends to these requests. */
export interface BundleDesk {
  readonly window: () => BrowserWindow;
  readonly say: (word: string) => string;
  readonly running: () => CaseProcess;
  /** Remembers a file under a token, and lets the open case read it. */
  readonly choose: (file: string) => Promise<ChosenFile>;
  /** Lets the open case write to a path that the user chose. */
  readonly grant: (file: string) => string;
  readonly pathOf: (token: string) => string;
  readonly start: (request: OpenRequest) => Promise<{ name: string; encrypted: boolean }>;
  /** Where cases go. */
  readonly folder: () => string;
  /** A name without what file systems refuse, and without ending. */
  readonly fileName: (title: string) => string;
}

type Answers = 'app.writeBundle' | 'app.writeNotice' | 'app.chooseBundle' | 'app.openBundle' | 'app.saveCard' | 'app.chooseCard';

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

/** A folder for a new case that is not there yet: "Name.knoop", "Name 2.knoop" … */
async function freeFolder(parent: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const folder = path.join(parent, `${count === 1 ? name : `${name} ${count}`}.knoop`);
    if (!(await exists(folder))) return folder;
  }
}

/** Main's answers about bundles and cards: dialogs for files, and the case that is made of a bundle. */
export function bundleRequests(desk: BundleDesk): Pick<Handlers<AppService>, Answers> {
  const { window, say } = desk;
  const filters = (): FileFilter[] => [{ name: say('bundles'), extensions: [BUNDLE_ENDING.slice(1)] }];
  const target = async (title: string, suggested: string): Promise<string | null> => {
    const answer = await dialog.showSaveDialog(window(), { title, defaultPath: `${desk.fileName(suggested)}${BUNDLE_ENDING}`, filters: filters() });
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  };
  const chooseBundle = async (): Promise<ChosenFile | null> => {
    const answer = await dialog.showOpenDialog(window(), { title: say('chooseBundle'), properties: ['openFile'], filters: [...filters(), { name: say('allFiles'), extensions: ['*'] }] });
    const file = answer.filePaths[0];
    return answer.canceled || file === undefined ? null : desk.choose(file);
  };
  return {
    'app.writeBundle': async (args) => {
      const { client } = desk.running();
      const file = await target(say('saveBundle'), args.title);
      return file === null ? null : client['case.writeBundle']({ ...args, file: desk.grant(file) });
    },
    'app.writeNotice': async (args) => {
      const { client } = desk.running();
      const file = await target(say('saveNotice'), say('noticeName'));
      return file === null ? null : client['case.writeNotice']({ ...args, file: desk.grant(file) });
    },
    'app.chooseBundle': chooseBundle,
    'app.openBundle': async ({ file, passphrase }) => {
      // A case is never made unprotected of what came protected.
      if (passphrase === null || [...passphrase].length < SHORTEST_PASSPHRASE) throw new Failure('passphraseTooShort', { minimum: SHORTEST_PASSPHRASE });
      const token = file ?? (await chooseBundle())?.token;
      if (token === undefined) return null;
      const bundle = desk.pathOf(token);
      const name = desk.fileName(path.basename(bundle, path.extname(bundle)));
      return desk.start({ folder: await freeFolder(desk.folder(), name), create: { name, reference: '' }, passphrase, bundle: { file: bundle, passphrase } });
    },
    'app.saveCard': async () => {
      const card = await desk.running().client['case.card']({});
      const answer = await dialog.showSaveDialog(window(), { title: say('saveCard'), defaultPath: `${desk.fileName(card.service || card.person || say('cardName'))}${CARD_ENDING}`, filters: [{ name: say('cards'), extensions: [CARD_ENDING.slice(1)] }] });
      if (answer.canceled || !answer.filePath) return null;
      await writeDurably(answer.filePath, cardText(card));
      return { name: path.basename(answer.filePath) };
    },
    'app.chooseCard': async () => {
      const answer = await dialog.showOpenDialog(window(), { title: say('chooseCard'), properties: ['openFile'], filters: [{ name: say('cards'), extensions: [CARD_ENDING.slice(1)] }] });
      const file = answer.filePaths[0];
      return answer.canceled || file === undefined ? null : readCard(file);
    },
  };
}
