/** What a user does in the window, in a user's terms. */
import type { Locator, Page } from '@playwright/test';
import { expect, type Knoop } from './knoop';
import { text } from './words';

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A button by the start of its name: some buttons carry a hint after it. */
export const button = (within: Page | Locator, key: string, values: Readonly<Record<string, string | number>> = {}): Locator => within.getByRole('button', { name: new RegExp(`^${escaped(text(key, values))}`) }).first();

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Makes a case by the dialog; `passphrase` null leaves it open. */
export async function makeCase(page: Page, name: string, passphrase: string | null): Promise<void> {
  await button(page, 'start:newCase').click();
  await dialog(page).getByLabel(text('start:caseName')).fill(name);
  await chooseLock(page, passphrase);
  await button(dialog(page), 'start:createCase').click();
  await expect(workbench(page)).toBeVisible();
}

/** Answers the question whether a case is encrypted. */
export async function chooseLock(page: Page, passphrase: string | null): Promise<void> {
  await dialog(page).getByText(text(passphrase === null ? 'start:lockNo' : 'start:lockYes')).click();
  if (passphrase === null) return;
  await dialog(page).getByLabel(text('start:passphrase'), { exact: true }).fill(passphrase);
  await dialog(page).getByLabel(text('start:passphraseAgain'), { exact: true }).fill(passphrase);
}

export const workbench = (page: Page): Locator => page.getByRole('contentinfo', { name: text('app:statusBar') });

/** Sends files through the import screen as they are proposed. The first `charted` results of each go on the chart where `onto` says so. */
export async function importFiles(knoop: Knoop, files: readonly string[], onto: (name: string) => boolean = () => false): Promise<void> {
  const { page } = knoop;
  await knoop.answerOpen(files);
  await button(page, 'actions:import').click();
  if (files.length > 1) await button(page, 'import:oneByOne').click();
  for (const [index, file] of files.entries()) {
    const name = file.split(/[\\/]/).at(-1) ?? file;
    await expect(page.locator('.import__head h2')).toHaveText(name);
    await page.locator('.import__head .bp6-intent-primary').click();
    await expect(page.locator('.import-result')).toBeVisible({ timeout: 60_000 });
    if (onto(name)) await page.locator('.import-result__row').getByRole('button').first().click();
    else await page.locator('.import-result__row').getByRole('button').last().click();
    if (index === files.length - 1) await expect(page.locator('.import')).toHaveCount(0);
  }
}

export const canvas = (page: Page): Locator => page.getByTestId('canvas');

interface Drawn {
  readonly _cyreg?: { readonly cy: { getElementById: (id: string) => { nonempty: () => boolean; renderedPosition: () => { x: number; y: number } }; nodes: () => { length: number }; edges: () => { length: number } } };
}

/** Where an item is drawn, in the window. Asked of the drawing itself, since a canvas has no elements to find. */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const at = await canvas(page).evaluate((element, subject) => {
    const drawn = (element as Drawn)._cyreg?.cy.getElementById(subject);
    const box = element.getBoundingClientRect();
    return drawn?.nonempty() ? { x: box.left + drawn.renderedPosition().x, y: box.top + drawn.renderedPosition().y } : null;
  }, id);
  if (!at) throw new Error(`${id} is not drawn`);
  return at;
}

export const drawnCounts = (page: Page): Promise<{ entities: number; lines: number }> => canvas(page).evaluate((element) => ({ entities: (element as Drawn)._cyreg?.cy.nodes().length ?? 0, lines: (element as Drawn)._cyreg?.cy.edges().length ?? 0 }));

/** Clicks items, the first alone and the others added. */
export async function pick(page: Page, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const at = await placeOf(page, id);
    if (index > 0) await page.keyboard.down('Control');
    await page.mouse.click(at.x, at.y);
    if (index > 0) await page.keyboard.up('Control');
  }
}

/** Drags an item by a distance in the window. */
export async function drag(page: Page, id: string, by: { readonly x: number; readonly y: number }): Promise<void> {
  const at = await placeOf(page, id);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + by.x / 2, at.y + by.y / 2, { steps: 4 });
  await page.mouse.move(at.x + by.x, at.y + by.y, { steps: 4 });
  await page.mouse.up();
}
