/** The sample case, made once per run by the program itself and then copied: most tests need a case with something in it. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { AppSettings } from '../../../shared/contract';
import { button, chooseLock, dialog, drawnCounts, workbench } from './hands';
import { expect, startKnoop, test as base, type Knoop } from './knoop';
import { makePlace, STANDARD_SETTINGS, writeSettings, type Place } from './place';
import type { Target } from './program';
import { text } from './words';

interface Made {
  readonly home: Place;
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
  await expect.poll(async () => (await drawnCounts(page)).entities).toBeGreaterThan(10);
  // The first picture is laid out as the last step of making it.
  await expect.poll(async () => (await ask('case.info', {})).history.undo?.command, { timeout: 20_000 }).toBe('chart.moveItems');
  await expect(jobs(page)).toHaveCount(0);
}

/** Work that the status bar shows. */
export const jobs = (page: Page): Locator => page.locator('.status-bar__job');

interface SampleFixtures {
  /** Starts the program with the sample case among the recent ones, and opens it. */
  readonly startSample: (settings?: Partial<AppSettings>) => Promise<Knoop>;
}

export const test = base.extend<SampleFixtures, { readonly made: Made; readonly madeWith: Target }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  madeWith: [async ({}, use, info) => use((info.project.use as { target?: Target }).target ?? 'built'), { scope: 'worker' }],
  made: [async ({ madeWith }, use) => {
    const home = makePlace();
    writeSettings(home);
    const knoop = await startKnoop(madeWith, home);
    await makeSample(knoop, null);
    await knoop.quit();
    const { recent } = JSON.parse(readFileSync(join(home.userData, 'settings.json'), 'utf8')) as { recent: (Made['recent'] & { folder: string })[] };
    await use({ home, folder: recent[0]!.folder, recent: recent[0]! });
    home.remove();
  }, { scope: 'worker', timeout: 90_000 }],
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
