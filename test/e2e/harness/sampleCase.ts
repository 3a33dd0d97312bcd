/** The sample case, made once per run by the program itself and then copied: most tests need a case with something in it. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { AppSettings } from '../../../shared/contract';
import { button, chooseLock, dialog, drawnCounts, workbench } from './hands';
import { expect, startKnoop, test as base, type Knoop } from './knoop';
import { makePlace, STANDARD_SETTINGS, writeSettings } from './place';
import type { Target } from './program';
import { text } from './words';

interface Made {
  readonly folder: string;
  readonly recent: { readonly id: string; readonly name: string; readonly encrypted: boolean; readonly lastOpened: string };
}

export const SAMPLE_NAME = text('start:sampleName');

/** From the start screen to a chart of the sample that is drawn and idle. */
export async function makeSample(knoop: Knoop, passphrase: string | null): Promise<void> {
  const { page, ask } = knoop;
  await button(page, 'start:sample').click();
  await chooseLock(page, passphrase);
  await button(dialog(page), 'start:createCase').click();
  await expect(workbench(page)).toBeVisible();
  await expect.poll(async () => (await ask('case.charts', {})).length, { timeout: 60_000 }).toBe(1);
  // The chart is there before the last of its files is imported.
  await expect.poll(async () => (await drawnCounts(page)).entities, { timeout: 60_000 }).toBeGreaterThan(10);
  // The first picture is laid out as the last step of making it.
  await expect.poll(async () => (await ask('case.info', {})).history.undo?.command, { timeout: 20_000 }).toBe('chart.moveItems');
  await expect(jobs(page)).toHaveCount(0);
}

/** Work that the status bar shows. */
export const jobs = (page: Page): Locator => page.locator('.status-bar__job');

/** The sample kept in a folder: made there by whoever of those that run beside each other comes first, while the others wait. */
async function madeOnce(kept: string, target: Target): Promise<Made> {
  const done = join(kept, 'made.json');
  mkdirSync(dirname(kept), { recursive: true });
  const first = await mkdir(kept).then(() => true, () => false);
  if (first) await makeInto(kept, done, target).catch((error: unknown) => { writeFileSync(done, 'null'); throw error; });
  await expect.poll(() => existsSync(done), { message: 'the sample is made', timeout: 120_000 }).toBe(true);
  const made = JSON.parse(readFileSync(done, 'utf8')) as Made | null;
  if (made === null) throw new Error('The sample could not be made; the first test that needed it says why.');
  return made;
}

async function makeInto(kept: string, done: string, target: Target): Promise<void> {
  const home = makePlace();
  writeSettings(home);
  const knoop = await startKnoop(target, home);
  await makeSample(knoop, null);
  await knoop.quit();
  const { recent } = JSON.parse(readFileSync(join(home.userData, 'settings.json'), 'utf8')) as { recent: (Made['recent'] & { folder: string })[] };
  const { folder: was, ...entry } = recent[0]!;
  const folder = join(kept, basename(was));
  cpSync(was, folder, { recursive: true });
  home.remove();
  writeFileSync(`${done}.part`, JSON.stringify({ folder, recent: entry } satisfies Made));
  renameSync(`${done}.part`, done);
}

interface SampleFixtures {
  /** Starts the program with the sample case among the recent ones, and opens it. */
  readonly startSample: (settings?: Partial<AppSettings>) => Promise<Knoop>;
}

export const test = base.extend<SampleFixtures, { readonly made: Made; readonly madeWith: Target }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  madeWith: [async ({}, use, info) => use((info.project.use as { target?: Target }).target ?? 'built'), { scope: 'worker' }],
  made: [async ({ madeWith }, use, info) => {
    // Playwright empties this folder when a run begins.
    await use(await madeOnce(join(info.project.outputDir, '.sample'), madeWith));
  }, { scope: 'worker', timeout: 180_000 }],
  startSample: async ({ made, place, start }, use) => {
    await use(async (settings = {}) => {
      const folder = join(place.cases, basename(made.folder));
      mkdirSync(place.cases, { recursive: true });
      cpSync(made.folder, folder, { recursive: true });
      writeFileSync(join(place.userData, 'settings.json'), JSON.stringify({ settings: { ...STANDARD_SETTINGS, ...settings }, recent: [{ ...made.recent, folder }] }));
      const knoop = await start('asLeft');
      await openSample(knoop);
      return knoop;
    });
  },
});

/** Opens the sample from the list of recent cases, until its chart is drawn. */
export async function openSample({ page }: Knoop): Promise<void> {
  await page.getByRole('button', { name: SAMPLE_NAME, exact: true }).click();
  await expect(page.locator('.status-bar')).toBeVisible();
  await expect.poll(async () => (await drawnCounts(page)).entities).toBeGreaterThan(10);
}
