import path from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { AppService, ChosenFile, Handlers } from '../../shared/contract';
import type { CaseProcess } from './caseProcess';

const BLIND_ENDING = '.knoopblind';
const ASK_ENDING = '.knoopask';

/** What the window's workspace lends to these requests. */
export interface BlindDesk {
  readonly window: () => BrowserWindow;
  readonly say: (word: string) => string;
  readonly running: () => CaseProcess;
  /** Remembers a file under a token, and lets the open case read it. */
  readonly choose: (file: string) => Promise<ChosenFile>;
  /** Lets the open case write to a path that the user chose. */
  readonly grant: (file: string) => string;
  /** A name without what file systems refuse, and without ending. */
  readonly fileName: (title: string) => string;
}

type Answers = 'app.beginBlind' | 'app.answerBlind' | 'app.concludeBlind' | 'app.sendAsk' | 'app.chooseExchanged';

/** Main's answers about files that services exchange to compare lists: where they are written, and which one is opened. */
export function blindRequests({ window, say, running, choose, grant, fileName }: BlindDesk): Pick<Handlers<AppService>, Answers> {
  const kinds = (): { readonly blind: FileFilter; readonly ask: FileFilter } => ({ blind: { name: say('blindFiles'), extensions: [BLIND_ENDING.slice(1)] }, ask: { name: say('askFiles'), extensions: [ASK_ENDING.slice(1)] } });
  const target = async (title: string, suggested: string, ending: string, filter: FileFilter): Promise<{ readonly token: string; readonly name: string } | null> => {
    const answer = await dialog.showSaveDialog(window(), { title, defaultPath: `${fileName(suggested)}${ending}`, filters: [filter] });
    return answer.canceled || !answer.filePath ? null : { token: grant(answer.filePath), name: path.basename(answer.filePath) };
  };
  const list = (title: string): ReturnType<typeof target> => target(say('saveBlind'), title, BLIND_ENDING, kinds().blind);
  return {
    'app.beginBlind': async ({ title, ...wish }) => {
      const { client } = running();
      const out = await list(title);
      return out === null ? null : { exchange: await client['case.beginBlind']({ ...wish, out: out.token }), name: out.name };
    },
    'app.answerBlind': async ({ title, ...answer }) => {
      const { client } = running();
      const out = await list(title);
      return out === null ? null : { exchange: await client['case.answerBlind']({ ...answer, out: out.token }), name: out.name };
    },
    'app.concludeBlind': async ({ title, job, file, writes }) => {
      const { client } = running();
      const out = writes ? await list(title) : null;
      if (writes && out === null) return null;
      return { exchange: await client['case.concludeBlind']({ job, file, out: out?.token ?? null }), name: out?.name ?? '' };
    },
    'app.sendAsk': async ({ title, ...wish }) => {
      const { client } = running();
      const out = await target(say('saveAsk'), title, ASK_ENDING, kinds().ask);
      return out === null ? null : { ask: await client['case.sendAsk']({ ...wish, out: out.token }), name: out.name };
    },
    'app.chooseExchanged': async () => {
      const { blind, ask } = kinds();
      const answer = await dialog.showOpenDialog(window(), { title: say('chooseExchanged'), properties: ['openFile'], filters: [{ name: say('exchangedFiles'), extensions: [...blind.extensions, ...ask.extensions, 'knoopx'] }, { name: say('allFiles'), extensions: ['*'] }] });
      const file = answer.filePaths[0];
      return answer.canceled || file === undefined ? null : choose(file);
    },
  };
}
