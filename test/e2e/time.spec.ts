/** The chart over time: a window that filters and plays, the chart as it was known, and the table as a place to write in. */
import { button, canvas, drag, drawnCounts } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const plot = ({ page }: Knoop) => page.getByTestId('time-plot');
const windowText = (knoop: Knoop): Promise<string | null> => plot(knoop).getAttribute('aria-valuetext');

/** Draws a window over a part of the plot, as shares of its width. */
async function brush(knoop: Knoop, from: number, until: number): Promise<void> {
  const box = (await plot(knoop).boundingBox())!;
  const y = box.y + 25;
  await knoop.page.mouse.move(box.x + box.width * from, y);
  await knoop.page.mouse.down();
  await knoop.page.mouse.move(box.x + box.width * ((from + until) / 2), y, { steps: 4 });
  await knoop.page.mouse.move(box.x + box.width * until, y, { steps: 4 });
  await knoop.page.mouse.up();
}

/** What people type for a moment: "3-5-2026 14:05:11". */
function typed(moment: Date): string {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Brussels' }).format(moment).split(' ');
  return `${day.split('-').toReversed().join('-')} ${time}`;
}

test('time filters and plays, the chart shows what was known, and the table is written in', async ({ startSample }) => {
  test.setTimeout(150_000);
  const knoop = await startSample({ language: 'en' });
  const { page, ask } = knoop;
  const chart = (await ask('case.charts', {}))[0]!.id;
  const first = await ask('case.chart', { id: chart });
  const began = (await ask('case.info', {})).history.undo?.seq;
  const all = await drawnCounts(page);
  const shown = (): Promise<{ entities: number; lines: number }> => drawnCounts(page);

  await test.step('a window of time is one of the filters', async () => {
    await canvas(page).click({ position: { x: 5, y: 300 } });
    await page.keyboard.press('F4');
    await expect(plot(knoop)).toBeVisible();
    await knoop.picture('time-bar');
    await brush(knoop, 0.55, 0.8);
    await expect(page.locator('.filters').getByText(text('time:title'))).toBeVisible();
    await page.locator('.filters').getByText(text('selections:hide'), { exact: true }).click();
    await expect.poll(async () => (await shown()).lines).toBeLessThan(all.lines);
    await knoop.picture('time-window');
    await page.getByLabel(text('time:keepUndated')).uncheck({ force: true });
    await expect.poll(async () => (await shown()).entities).toBeLessThan(all.entities);
    await page.getByLabel(text('time:keepUndated')).check({ force: true });
  });

  await test.step('keys move it, and it plays', async () => {
    await plot(knoop).focus();
    const before = await windowText(knoop);
    await page.keyboard.press('ArrowRight');
    const moved = await windowText(knoop);
    expect(moved).not.toBe(before);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await windowText(knoop)).not.toBe(moved);
    const still = await windowText(knoop);
    await button(page, 'time:play').click();
    await expect.poll(() => windowText(knoop)).not.toBe(still);
    await button(page, 'time:pause').click();
    await button(page, 'time:clear').click();
    await expect.poll(shown).toEqual(all);
  });

  await test.step('a bar selects what was then, and the selection has bars of its own', async () => {
    const box = (await plot(knoop).boundingBox())!;
    const bar = (await page.locator('.time-plot__sure').nth(20).boundingBox())!;
    await page.mouse.click(bar.x + bar.width / 2, box.y + 40);
    await expect(page.locator('[class^=time-plot__own]').first()).toBeAttached();
    await knoop.picture('time-selected');
    await canvas(page).click({ position: { x: 5, y: 300 } });
    await expect(page.locator('[class^=time-plot__own]')).toHaveCount(0);
  });

  const gone = first.entities[0]!;
  await test.step('the chart as known before something was taken out', async () => {
    const before = new Date();
    await page.waitForTimeout(1100);
    await ask('case.execute', { command: 'subject.delete', args: { entities: [gone.id], links: [] } });
    await expect.poll(async () => (await shown()).entities).toBe(all.entities - 1);
    await button(page, 'time:lookBack').click();
    await page.getByLabel(text('time:day'), { exact: true }).fill(typed(before));
    await button(page.locator('.past-form'), 'time:show').click();
    await expect(page.locator('.past-banner')).toBeVisible();
    await expect.poll(shown).toEqual(all);
    await knoop.picture('time-past');
    await page.keyboard.press('Control+0');
    await page.waitForTimeout(500);
    await drag(page, gone.id, { x: 60, y: 30 });
    await expect(page.getByText(text('failures:pastView'))).toBeVisible();
    await button(page.locator('.past-banner'), 'time:backToNow').click();
    await expect.poll(async () => (await shown()).entities).toBe(all.entities - 1);
  });

  await test.step('a cell is edited where it stands', async () => {
    await page.keyboard.press('F10');
    if (!(await page.locator('.chart-table').isVisible())) await page.keyboard.press('F10');
    const table = page.locator('.chart-table');
    await button(table, 'table:columns').click();
    const person = first.entities.find((entity) => entity.type === 'person' && entity.id !== gone.id)!;
    // What the chart has stands first, as soon as the case has said what that is.
    await expect(page.locator('.column-chooser .figures').first()).toBeVisible();
    await page.locator('.column-chooser li').filter({ hasText: /^Date of birth/ }).locator('label').click();
    await page.keyboard.press('Escape');
    await expect(page.locator('.column-chooser')).toHaveCount(0);
    await table.getByPlaceholder(text('table:filter')).fill(person.caption);
    await expect(table.getByRole('row')).toHaveCount(2);
    const cell = table.getByRole('row').filter({ hasText: person.caption }).first().locator('[data-column]').first();
    await cell.dblclick();
    await expect(table.locator('.cell-editor input')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('zaterdagavond');
    await page.keyboard.press('Enter');
    await expect(table.getByRole('alert')).toBeVisible();
    await knoop.picture('table-edit');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3-5-1986');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('3 May 1986');
    await table.getByPlaceholder(text('table:filter')).fill('');
  });

  await test.step('rows of a spreadsheet become new items', async () => {
    const before = (await ask('case.info', {})).counts;
    await knoop.app.evaluate(({ clipboard }) => clipboard.writeText('Name\tFirst name\tDate of birth\nVerhulst\tLotte\t03/05/1990\nMertens\tJan\t14/03/1984\n'));
    await canvas(page).click({ position: { x: 5, y: 200 } });
    await page.keyboard.press('Control+V');
    await expect(page.locator('.import__head h2')).toBeVisible();
    await page.waitForTimeout(600);
    await knoop.picture('table-paste');
    await page.locator('.import__head .bp6-intent-primary').click();
    await expect(page.locator('.import-result')).toBeVisible({ timeout: 30_000 });
    expect((await ask('case.info', {})).counts.entities).toBe(before.entities + 2);
    await page.locator('.import-result__row').getByRole('button').last().click();
  });

  await test.step('all of it is taken back, step by step', async () => {
    for (let step = 0; step < 12 && (await ask('case.info', {})).history.undo?.seq !== began; step += 1) await ask('case.undo', {});
    const last = await ask('case.chart', { id: chart });
    expect({ ...last, seq: 0 }).toEqual({ ...first, seq: 0 });
  });
  expect(knoop.complaints()).toEqual([]);
});
