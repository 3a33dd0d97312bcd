import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { Failure, type AppService, type Handlers } from '../../shared/contract';
import { schemeSchema } from '../../shared/schema/check';
import type { CaseProcess } from './caseProcess';
import { writeDurably } from './durableFile';
import { readJsonFile } from './jsonFile';

/** The longest list of codes stays far below this. */
const LARGEST = 4 * 1024 * 1024;

/** Ending of the files in which schemes travel. */
export const SCHEME_ENDING = '.knoop-scheme.json';

/** What the window's workspace lends to these requests. */
export interface SchemeDesk {
  readonly window: () => BrowserWindow;
  readonly say: (word: string) => string;
  readonly running: () => CaseProcess;
  /** A name without what file systems refuse, and without ending. */
  readonly fileName: (title: string) => string;
}

/** A scheme out of a file. It is data and is only checked, never run. Throws Failure fileNotFound, fileTooLarge, fileUnreadable, schemeInvalid. */
export async function readScheme(file: string): Promise<ReturnType<typeof schemeSchema.parse>> {
  const name = path.basename(file);
  const parsed = schemeSchema.safeParse(await readJsonFile(file, LARGEST, new Failure('schemeInvalid', { where: name })));
  if (!parsed.success) throw new Failure('schemeInvalid', { where: parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || name).join(', ') });
  return parsed.data;
}

/** Main's answers about schemes in files: dialogs, and what the files hold. */
export function schemeRequests({ window, say, running, fileName }: SchemeDesk): Pick<Handlers<AppService>, 'app.saveScheme' | 'app.chooseScheme'> {
  const filters = () => [{ name: say('schemes'), extensions: ['json'] }];
  return {
    'app.saveScheme': async ({ id }) => {
      const scheme = (await running().client['case.catalogue']({})).schemes.find((each) => each.id === id);
      if (!scheme) throw new Failure('schemeInvalid', { where: id });
      const answer = await dialog.showSaveDialog(window(), { title: say('saveScheme'), defaultPath: `${fileName(scheme.label.en)}${SCHEME_ENDING}`, filters: filters() });
      if (answer.canceled || !answer.filePath) return null;
      await writeDurably(answer.filePath, `${JSON.stringify(schemeSchema.parse(scheme), null, 1)}\n`);
      return { name: path.basename(answer.filePath) };
    },
    'app.chooseScheme': async () => {
      const answer = await dialog.showOpenDialog(window(), { title: say('chooseScheme'), properties: ['openFile'], filters: filters() });
      const file = answer.filePaths[0];
      return answer.canceled || file === undefined ? null : readScheme(file);
    },
  };
}
