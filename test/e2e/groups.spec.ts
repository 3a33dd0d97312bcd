/** What stands on a chart is taken together: by value, in one another, closed, moved, opened and undone, by mouse and keys. */
import type { ChartView } from '../../shared/contract';
import { canvas, dialog, drag, drawnCounts, pick, placeOf } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const apart = (view: ChartView): Pick<ChartView, 'items' | 'groups'> => ({ items: view.items.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)), groups: view.groups });

async function runByName({ page }: Knoop, key: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.locator('.bp6-omnibar input')).toBeFocused();
  await page.keyboard.type(text(key));
  await page.keyboard.press('Enter');
}

test('items are grouped by value and in one another, closed, moved, opened and undone to the start', async ({ startSample }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const chart = (await ask('case.charts', {}))[0]!.id;
  const view = () => ask('case.chart', { id: chart });
  const start = await view();
  const before = await drawnCounts(page);
  let steps = 0;
  await canvas(page).focus();

  await test.step('what is of one type comes into one group, as was listed first', async () => {
    await page.keyboard.press('Control+Alt+g');
    const proposed = dialog(page).getByRole('list', { name: text('groups:proposals') }).getByRole('listitem');
    await expect.poll(() => proposed.count()).toBeGreaterThan(1);
    const count = await proposed.count();
    await knoop.picture('groups-by');
    await dialog(page).locator('button[type=submit]').click();
    steps += 1;
    await expect.poll(async () => (await view()).groups.length).toBe(count);
    const { groups } = await view();
    const held = groups.reduce((sum, { members }) => sum + members.length, 0);
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(before.entities - held + count);
    await knoop.picture('groups-closed');
  });

  const [one, two] = (await view()).groups.toSorted((a, b) => a.members.length - b.members.length);
  await test.step('two groups come into another, which is dragged with all that is in it', async () => {
    await page.keyboard.press('Escape');
    await pick(page, [one!.id, two!.id]);
    await page.keyboard.press('Control+g');
    await dialog(page).getByRole('textbox').fill('Rond de kade');
    await page.keyboard.press('Enter');
    steps += 1;
    await expect.poll(async () => (await view()).groups.find(({ name }) => name === 'Rond de kade')?.members.toSorted()).toEqual([one!.id, two!.id].toSorted());
    const outer = (await view()).groups.find(({ name }) => name === 'Rond de kade')!;
    await expect.poll(() => placeOf(page, outer.id).then(() => true, () => false)).toBe(true);
    await expect(page.locator('.inspector h2')).toHaveText('Rond de kade');
    await knoop.picture('groups-inspector');
    const places = new Map((await view()).items.map((item) => [item.subject, item]));
    await drag(page, outer.id, { x: -60, y: 40 });
    steps += 1;
    const member = one!.members[0]!;
    await expect.poll(async () => (await view()).items.find(({ subject }) => subject === member)?.x).not.toBe(places.get(member)!.x);
    const moved = new Map((await view()).items.map((item) => [item.subject, item]));
    const way = (id: string): number => Math.round((moved.get(id)!.x - places.get(id)!.x) * 10);
    for (const id of [...one!.members, ...two!.members]) expect(way(id)).toBe(way(member));
  });

  await test.step('a double click opens it, and all of them open at once', async () => {
    const outer = (await view()).groups.find(({ name }) => name === 'Rond de kade')!;
    const at = await placeOf(page, outer.id);
    await page.mouse.dblclick(at.x, at.y);
    steps += 1;
    await expect.poll(async () => (await view()).groups.find(({ id }) => id === outer.id)?.collapsed).toBe(false);
    await expect.poll(() => placeOf(page, one!.id).then(() => true, () => false)).toBe(true);
    await knoop.picture('groups-nested');
    await page.keyboard.press('Escape');
    await runByName(knoop, 'groups:openAll');
    steps += 1;
    await expect.poll(async () => (await view()).groups.every(({ collapsed }) => !collapsed)).toBe(true);
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(before.entities);
    await canvas(page).focus();
    await runByName(knoop, 'actions:fit');
    await knoop.picture('groups-open');
    await runByName(knoop, 'actions:theme.dark');
    await knoop.picture('groups-dark');
  });

  await test.step('a group is closed by its key, with its name on it', async () => {
    await canvas(page).focus();
    await pick(page, one!.members.slice(0, 12));
    await page.keyboard.press('g');
    steps += 1;
    await expect.poll(async () => (await view()).groups.find(({ id }) => id === one!.id)?.collapsed).toBe(true);
  });

  await test.step('each was one step, and all can be taken back', async () => {
    for (let step = 0; step < steps; step += 1) {
      await canvas(page).focus();
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(120);
    }
    await expect.poll(async () => apart(await view())).toEqual(apart(start));
    await expect.poll(() => drawnCounts(page)).toEqual(before);
  });
  expect(knoop.complaints()).toEqual([]);
});
