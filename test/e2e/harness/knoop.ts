/** The program under test: started, its dialogs answered, its case asked. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, errors, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { AppSettings, ArgumentsOf, CaseService, Reply, ResultOf } from '../../../shared/contract';
import { makePlace, writeSettings, type Place } from './place';
import { program, root, type Target } from './program';
import { openScreen } from './screen';

type Requests = CaseService['requests'];

export interface Knoop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly place: Place;
  /** Asks the open case over its own contract, beside the page. Rejects with the failure's code. */
  readonly ask: <N extends keyof Requests & string>(name: N, args: ArgumentsOf<Requests[N]>) => Promise<ResultOf<Requests[N]>>;
  /** What the next folder or file dialogs answer, in order; an empty list stands for Cancel. */
  readonly answerOpen: (...answers: readonly (readonly string[])[]) => Promise<void>;
  readonly answerSave: (file: string) => Promise<void>;
  /** Writes what the window shows to test/results/screenshots. */
  readonly picture: (name: string) => Promise<void>;
  /** What the page complained of so far: errors that nothing caught, and what its policy stopped. */
  readonly complaints: () => readonly string[];
  /** Closes the window as a user does, and waits until the program has ended. */
  readonly quit: () => Promise<void>;
}

interface CasePortWindow extends Window {
  casePort?: MessagePort;
  nextQuestion?: number;
}

/** Starts the program and waits until its page is there. `around`: an executable that runs the program with the same arguments. */
export async function startKnoop(target: Target, place: Place, around?: string): Promise<Knoop> {
  const { executable, args, env } = program(target, place);
  const app = await launched({ executablePath: around ?? executable, args: [...args], env, cwd: place.scratch, timeout: 20_000 });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) complaints.push(message.text());
  });
  await page.waitForLoadState('load');
  await expect(page.locator('#root > *').first()).toBeAttached();
  await app.evaluate(({ dialog }) => {
    const queue = globalThis as unknown as { openAnswers: string[][]; saveAnswers: string[] };
    queue.openAnswers = [];
    queue.saveAnswers = [];
    // A dialog that no test expected is cancelled: a native one would wait for ever.
    dialog.showOpenDialog = async () => {
      const filePaths = queue.openAnswers.shift() ?? [];
      return { canceled: filePaths.length === 0, filePaths };
    };
    dialog.showSaveDialog = async () => {
      const filePath = queue.saveAnswers.shift();
      return { canceled: filePath === undefined, filePath: filePath ?? '' };
    };
  });
  await keepCasePort(page);
  return {
    app, page, place,
    ask: async (name, question) => {
      await expect.poll(() => page.evaluate(() => (window as CasePortWindow).casePort !== undefined), { message: 'the page has a port to its case' }).toBe(true);
      return answerOf(await page.evaluate(askCase, { name, args: question as unknown })) as never;
    },
    answerOpen: (...answers) => app.evaluate((_electronModule, given) => {
      (globalThis as unknown as { openAnswers: string[][] }).openAnswers.push(...given.map((each) => [...each]));
    }, answers),
    answerSave: (file) => app.evaluate((_electronModule, given) => {
      (globalThis as unknown as { saveAnswers: string[] }).saveAnswers.push(given);
    }, file),
    picture: async (name) => {
      const folder = join(root, 'test', 'results', 'screenshots');
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    },
    complaints: () => complaints,
    quit: async () => {
      const ended = app.waitForEvent('close');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close())).catch(() => undefined);
      await ended;
    },
  };
}

/** Some one start in a hundred the driver and Electron miss each other's first message and both wait; nothing of Knoop has run then, so it is started once more. */
async function launched(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return _electron.launch(options);
  }
}

/** Main hands the page a port for each case it opens; the test keeps the same one and asks beside the page, under numbers of its own. */
function keepCasePort(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.addEventListener('message', (event) => {
      if (event.data === 'case.port') (window as CasePortWindow).casePort = event.ports[0]!;
    });
  });
}

function askCase({ name, args }: { name: string; args: unknown }): Promise<unknown> {
  const here = window as CasePortWindow;
  const port = here.casePort!;
  const id = (here.nextQuestion = (here.nextQuestion ?? 1_000_000) + 1);
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<{ kind?: string; id?: number; reply?: unknown }>): void => {
      if (event.data.kind !== 'reply' || event.data.id !== id) return;
      port.removeEventListener('message', receive);
      resolve(event.data.reply);
    };
    port.addEventListener('message', receive);
    port.postMessage({ kind: 'request', id, name, args });
  });
}

function answerOf(reply: unknown): unknown {
  const answer = reply as Reply<unknown>;
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.details)} ${answer.message}`);
  return answer.value;
}

export interface KnoopOptions {
  /** Set by the project: the program that is tested. */
  readonly target: Target;
}

interface Fixtures {
  readonly place: Place;
  /** Starts the program in this test's home. What still runs at the end is closed. */
  readonly start: (settings?: Partial<AppSettings> | 'asLeft' | 'fresh') => Promise<Knoop>;
}

export const test = base.extend<Fixtures & KnoopOptions, { readonly ownScreen: undefined }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  ownScreen: [async ({}, use) => {
    const leave = process.env['KNOOP_OWN_SCREENS'] === '1' ? await openScreen() : null;
    await use(undefined);
    leave?.();
  }, { scope: 'worker', auto: true }],
  target: ['built', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  place: async ({}, use) => {
    const place = makePlace();
    await use(place);
    place.remove();
  },
  start: async ({ target, place }, use) => {
    const started: Knoop[] = [];
    await use(async (settings = {}) => {
      if (typeof settings === 'object') writeSettings(place, settings);
      const knoop = await startKnoop(target, place);
      started.push(knoop);
      return knoop;
    });
    for (const knoop of started) await knoop.app.close().catch(() => undefined);
  },
});

export { expect };
