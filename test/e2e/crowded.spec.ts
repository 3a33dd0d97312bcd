/** Charts of the size that investigators draw: they lie apart, and pictures of the main screens are kept to look at. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { button, canvas, drag, drawnCounts, importFiles, pick, placeOf } from './harness/hands';
import { expect } from './harness/knoop';
import { jobs, test } from './harness/sampleCase';
import { text } from './harness/words';

/** Diameter of an item (chart units). */
const DISC = 36;

test('four hundred items are laid out side by side, and the screens around them show the same', async ({ startSample }) => {
  const knoop = await startSample();
  const { page, ask } = knoop;
  await knoop.picture('chart-40');

  const { entities } = await ask('case.browse', { order: 'links', limit: 400 });
  const id = randomUUID().replace(/^(.{14})./, '$17');
  await ask('case.execute', { command: 'chart.create', args: { id, name: 'Four hundred', items: entities.map(({ id: subject }, index) => ({ subject, x: (index % 20) * 120, y: Math.floor(index / 20) * 120 })) } });
  await page.getByRole('tab', { name: 'Four hundred' }).click();
  await expect.poll(async () => (await drawnCounts(page)).entities).toBe(400);
  await canvas(page).focus();
  await page.keyboard.press('Control+l');
  await button(page, 'arranging:keep').click();
  await expect.poll(async () => (await ask('case.info', {})).history.undo?.command, { timeout: 30_000 }).toBe('chart.moveItems');
  await expect(jobs(page)).toHaveCount(0);
  const { items } = await ask('case.chart', { id });
  const places = items.map(({ x, y }) => ({ x, y }));
  const touching = places.flatMap((a, index) => places.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < DISC));
  expect(touching).toEqual([]);
  await knoop.picture('chart-400');

  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: text('app:closePanel', { name: text('app:panel.journal') }) })).toBeVisible();
  await pick(page, [entities.find((each) => each.type === 'person')?.id ?? entities[0]!.id]);
  await expect(page.locator('.inspector h2')).toBeVisible();
  await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(1);
  await page.getByRole('tab', { name: new RegExp(`^${text('inspector:links')}`) }).click();
  await knoop.picture('journal-inspector');
  await button(page, 'actions:undo').click();
  await expect.poll(async () => (await ask('case.chart', { id })).items.find((item) => item.subject === entities[0]!.id)?.x).toBe(0);
});

const PHONES = 6_000;
const CALLS = 14_000;

/** Calls among phones that stand beside each other, the same in every run. */
function writeCalls(file: string): void {
  const number = (i: number): string => `+3247${1_000_000 + (i % PHONES)}`;
  const rows = Array.from({ length: CALLS }, (_, i) => `${number(i)},${number(i + 1 + Math.floor(i / PHONES) * 2 + (i % 2))},2026-03-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00,${60 + (i % 300)}`);
  writeFileSync(file, `A_NUMBER,B_NUMBER,START,DURATION_S\n${rows.join('\n')}\n`);
}

interface Drawn {
  readonly _cyreg?: { readonly cy: { nodes(): { toArray(): { id(): string; renderedPosition(): { x: number; y: number } }[] }; zoom(): number; viewport(view: { zoom: number; pan: { x: number; y: number } }): void; width(): number; height(): number } };
}

/** Ids of items in the middle of the window, from left to right. */
const inTheMiddle = (page: Page): Promise<string[]> => canvas(page).evaluate((element) => {
  const cy = (element as Drawn)._cyreg!.cy;
  const near = ({ x, y }: { x: number; y: number }): boolean => Math.abs(x - cy.width() / 2) < 260 && Math.abs(y - cy.height() / 2) < 140;
  return cy.nodes().toArray().filter((node) => near(node.renderedPosition())).toSorted((a, b) => a.renderedPosition().x - b.renderedPosition().x).map((node) => node.id());
});

test('twenty thousand items are drawn by the graphics card, and answer to every gesture as few do', async ({ startSample, place }) => {
  test.setTimeout(150_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const file = join(place.scratch, 'calls.csv');
  writeCalls(file);
  await importFiles(knoop, [file]);
  const { entities } = await ask('case.browse', { types: ['phone'], order: 'links', limit: PHONES });
  const id = randomUUID().replace(/^(.{14})./, '$17');
  await ask('case.execute', { command: 'chart.create', args: { id, name: 'Twenty thousand', items: entities.toSorted((a, b) => (a.caption < b.caption ? -1 : 1)).map(({ id: subject }, index) => ({ subject, x: (index % 80) * 110, y: Math.floor(index / 80) * 100 })) } });
  await page.getByRole('tab', { name: 'Twenty thousand' }).click();
  await expect.poll(async () => (await drawnCounts(page)).entities, { timeout: 20_000 }).toBe(entities.length);
  const counts = await drawnCounts(page);
  expect(counts.entities + counts.lines).toBeGreaterThan(19_000);
  const layer = canvas(page).locator('canvas[data-layer=gl]');
  await expect(layer).toHaveCount(1);
  await knoop.picture('chart-20000');
  const status = (count: number) => page.getByRole('contentinfo').getByText(text('app:selected', { count }), { exact: true });

  // Near enough to work with single items.
  await canvas(page).evaluate((element) => {
    const { cy } = (element as Drawn)._cyreg!;
    cy.viewport({ zoom: 1, pan: { x: -4000, y: -3000 } });
  });
  await page.waitForTimeout(400);
  const [first, second] = await inTheMiddle(page);
  await pick(page, [first!]);
  await expect(status(1)).toBeVisible();
  await expect(page.locator('.inspector h2')).toBeVisible();
  await knoop.picture('chart-20000-selected');

  // A card rests on what the pointer rests on.
  const at = await placeOf(page, second!);
  await page.mouse.move(at.x + 2, at.y + 2);
  await expect(page.locator('.hover-card')).toBeVisible();

  // A box over empty space takes what is in it.
  const from = await placeOf(page, first!);
  await page.mouse.move(from.x - 40, from.y - 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 100, from.y + 60, { steps: 4 });
  await page.mouse.move(from.x + 290, from.y + 260, { steps: 4 });
  await page.mouse.up();
  await expect(status(9)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(status(9)).toHaveCount(0);

  // What is dragged goes along with the pointer, and is moved in the case.
  await drag(page, first!, { x: 30, y: 24 });
  await expect.poll(async () => (await ask('case.info', {})).history.undo?.command).toBe('chart.moveItems');
  const moved = await placeOf(page, first!);
  expect(Math.hypot(moved.x - from.x - 30, moved.y - from.y - 24)).toBeLessThan(2);
  // The keys go on from there.
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.locator('.inspector h2')).toBeVisible();
  await page.keyboard.press('Escape');

  // A graphics card that loses everything is given everything again.
  await page.mouse.move(5, 5);
  await page.waitForTimeout(800);
  const before = await canvas(page).screenshot();
  await layer.evaluate((element) => {
    element.dataset.lost = 'yes';
    (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(canvas(page).locator('canvas[data-layer=gl]:not([data-lost])')).toHaveCount(1);
  await page.waitForTimeout(800);
  const after = await canvas(page).screenshot();
  // Without its items the picture would be a fraction of it.
  expect(Math.abs(after.length - before.length) / before.length).toBeLessThan(0.02);
  expect(knoop.complaints()).toEqual([]);
});
