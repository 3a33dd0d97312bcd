/** Charts of the size that investigators draw: they lie apart, and pictures of the main screens are kept to look at. */
import { randomUUID } from 'node:crypto';
import { button, canvas, drawnCounts, pick } from './harness/hands';
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
