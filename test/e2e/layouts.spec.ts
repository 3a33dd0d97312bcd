/** How a chart is arranged: shown before it is kept, taken back over changes of data, with rows that are kept, along time with a ruler, and what moved since. */
import { v7 as newId } from 'uuid';
import { button, canvas, dialog, drag, pick, placeOf } from './harness/hands';
import { expect } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const SAID = { grading: null, handling: [], basis: 'fact' as const };

test('layouts are tried, kept, taken back and held to rows, dates and flow', async ({ startSample }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const chart = (await ask('case.charts', {}))[0]!.id;
  const view = () => ask('case.chart', { id: chart });
  const places = async () => (await view()).items.filter((item) => item.kind === 'entity').map(({ subject, x, y }) => `${subject} ${x} ${y}`).toSorted((a, b) => a.localeCompare(b)).join();
  const bar = page.locator('.arrange-bar');
  const shown = () => expect(button(bar as never, 'arranging:keep')).toBeVisible({ timeout: 20_000 });
  const layout = async (id: string) => {
    await button(page, 'actions:layouts').click();
    await page.getByRole('menuitem', { name: text(`canvas:layout.${id}`), exact: true }).click();
  };
  const before = await places();

  await test.step('a layout is shown, and Escape leaves all where it was', async () => {
    const anyone = (await view()).entities[0]!.id;
    const at = await placeOf(page, anyone);
    await layout('circle');
    await shown();
    await knoop.picture('layout-tried');
    expect(await places()).toBe(before);
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect.poll(async () => { const now = await placeOf(page, anyone); return Math.hypot(now.x - at.x, now.y - at.y); }).toBeLessThan(1);
    expect(await places()).toBe(before);
  });

  await test.step('by keys, kept with Enter; another layout takes the place of the one on show', async () => {
    await canvas(page).focus();
    await page.keyboard.press('Control+l');
    await shown();
    await layout('hubs');
    await expect(bar).toContainText(text('canvas:layout.hubs'));
    await shown();
    await canvas(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(places).not.toBe(before);
    await expect(bar).toHaveCount(0);
  });

  await test.step('taken back after data were added, which stay', async () => {
    const one = (await view()).entities.find((each) => each.type === 'person')!;
    const statement = newId();
    await ask('case.execute', { command: 'statement.add', args: { id: statement, subject: one.id, subjectKind: 'entity', values: { alias: [{ v: 'De Lange' }] }, ...SAID } });
    const kept = await places();
    await canvas(page).focus();
    await page.keyboard.press('Control+Alt+z');
    await expect.poll(places).toBe(before);
    const { statements } = await ask('case.subject', { id: one.id });
    expect(statements.map((each) => each.id)).toContain(statement);
    await page.keyboard.press('Control+Alt+y');
    await expect.poll(places).toBe(kept);
  });

  await test.step('what moved is shown with the place where it was, and put back', async () => {
    await canvas(page).focus();
    await page.keyboard.press('Control+Alt+m');
    const strip = page.locator('.moved-strip');
    await expect(strip).toBeVisible();
    await expect(button(strip as never, 'arranging:putBackAll')).toBeEnabled();
    await knoop.picture('layout-moved');
    await button(strip as never, 'arranging:putBackAll').click();
    await expect.poll(places).toBe(before);
    await button(strip as never, 'arranging:movedOff').click();
    await expect(strip).toHaveCount(0);
  });

  await test.step('a selection is kept in a row, through the fine layout with lines that point right', async () => {
    const linked = (await view()).entities.toSorted((a, b) => b.links - a.links).slice(0, 9).map((each) => each.id);
    await page.keyboard.press('Control+0');
    const row = linked.slice(0, 3);
    await pick(page, row);
    await button(page, 'actions:layouts').click();
    await page.getByRole('menuitem', { name: text('arranging:keepRow'), exact: true }).click();
    await expect.poll(async () => (await view()).chart.options?.rows?.[0]?.members.length).toBe(3);
    await button(page, 'actions:layouts').click();
    await page.getByRole('option', { name: text('arranging:pointRight') }).or(page.getByRole('menuitem', { name: text('arranging:pointRight') })).first().click();
    await expect.poll(async () => (await view()).chart.options?.pointing).toBe('right');
    await page.keyboard.press('Escape');
    const unmoved = new Map((await view()).items.map((item) => [item.subject, `${item.x} ${item.y}`]));
    await pick(page, linked);
    await layout('cola');
    await shown();
    await button(bar as never, 'arranging:keep').click();
    await expect(bar).toHaveCount(0);
    await expect.poll(async () => {
      const items = new Map((await view()).items.map((item) => [item.subject, item]));
      return new Set(row.map((id) => items.get(id)!.y)).size;
    }).toBe(1);
    for (const item of (await view()).items) if (item.kind === 'entity' && !linked.includes(item.subject)) expect(`${item.x} ${item.y}`).toBe(unmoved.get(item.subject));
    await page.keyboard.press('Control+0');
    await knoop.picture('layout-rows');
  });

  await test.step('along time, with a ruler of dates', async () => {
    await page.mouse.click(...(await emptyPlace()));
    await layout('sequence');
    await shown();
    await knoop.picture('layout-sequence');
    await button(bar as never, 'arranging:keep').click();
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.type(text('actions:theme.dark'));
    await page.locator('.bp6-omnibar').getByText(text('actions:theme.dark')).first().click();
    await expect(page.locator('.bp6-dark').first()).toBeVisible();
    await knoop.picture('layout-sequence-dark');
    await layout('circleByType');
    await shown();
    await knoop.picture('layout-circles-dark');
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
  });

  await test.step('in blocks by a property that is asked for', async () => {
    await layout('byProperty');
    await expect(dialog(page)).toBeVisible();
    await button(dialog(page), 'arranging:byRun').click();
    await shown();
    await knoop.picture('layout-property-dark');
    // Whoever takes an item in hand has kept what is on show.
    const anyone = (await view()).entities[0]!.id;
    const at = await places();
    await drag(page, anyone, { x: 6, y: 4 });
    await expect(bar).toHaveCount(0);
    await expect.poll(places).not.toBe(at);
  });

  async function emptyPlace(): Promise<[number, number]> {
    const box = (await canvas(page).boundingBox())!;
    return [box.x + box.width - 12, box.y + box.height / 2];
  }
});
