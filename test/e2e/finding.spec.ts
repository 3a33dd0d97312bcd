/**
 * Finding in the network of the sample: a pattern that is taken from the selection and drawn on with the keyboard, found and put on a chart; a way round what is left out; what connects
 * three; and who matters, as a badge, in the table, with the range of each rank.
 */
import { button, canvas, pick } from './harness/hands';
import { expect } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const tab = (name: string): string => text(`network:tab.${name}`);

test('patterns, ways and measures of the sample are asked for, shown and kept', async ({ startSample }) => {
  test.setTimeout(180_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const [chart] = await ask('case.charts', {});
  const view = await ask('case.chart', { id: chart!.id });
  const degree = (id: string): number => view.lines.filter((line) => line.from === id || line.to === id).length;
  const line = view.lines.filter((each) => each.from !== each.to).toSorted((a, b) => degree(a.from) + degree(a.to) - degree(b.from) - degree(b.to))[0]!;
  const panel = page.locator('.network');
  const drawing = panel.getByRole('group', { name: text('pattern:drawing') });
  const charts = async (): Promise<number> => (await ask('case.charts', {})).length;
  // Panels that lie over the canvas would take its clicks.
  await page.keyboard.press('F12');
  await expect(panel).toBeVisible();

  await test.step('what is selected becomes the pattern', async () => {
    await pick(page, [line.from, line.to]);
    await page.keyboard.press('Control+Alt+P');
    await expect(drawing.getByRole('button')).toHaveCount(2 + view.lines.filter((each) => [line.from, line.to].includes(each.from) && [line.from, line.to].includes(each.to)).length);
    await button(panel, 'pattern:seek').click();
    await expect(panel.getByRole('status').filter({ hasText: /\d/ })).toBeVisible();
    await knoop.picture('finding-pattern');
    expect(await panel.locator('.pattern .network__path').count()).toBeGreaterThan(0);
  });

  await test.step('it is drawn on by mouse and keyboard, kept, and one place put on a chart of its own', async () => {
    const before = await drawing.getByRole('button').count();
    await button(panel, 'pattern:add').click();
    const third = drawing.getByRole('button', { name: /^C: / });
    await third.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByRole('combobox', { name: text('pattern:addLine') }).selectOption({ index: 1 });
    await expect(drawing.getByRole('button')).toHaveCount(before + 2);
    await panel.getByText(text('pattern:either')).click();
    await knoop.picture('finding-pattern-drawn');
    await button(panel, 'pattern:seek').click();
    await expect(panel.locator('.pattern .network__path').first()).toBeVisible();
    await expect(panel.locator('.pattern__place').first().locator('.network__name')).toHaveCount(3);
    await button(panel, 'pattern:keep').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Driehoek');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ask('case.patterns', {})).map(({ name }) => name)).toEqual(['Driehoek']);
    const known = await charts();
    await button(panel, 'pattern:ownChart').click();
    await expect.poll(charts).toBe(known + 1);
    await expect.poll(async () => (await ask('case.charts', {})).find(({ id }) => id !== chart!.id)?.items).toBe(3);
    expect(await charts()).toBe(known + 1);
    await page.getByRole('tab', { name: chart!.name }).first().click();
    await expect(canvas(page)).toBeVisible();
  });

  const ends = view.entities.toSorted((a, b) => degree(b.id) - degree(a.id)).map(({ id }) => id);
  await test.step('a way between two goes round what is left out', async () => {
    await panel.getByText(tab('paths'), { exact: true }).click();
    // Two that are not joined directly, with somebody between them.
    const joined = (a: string, b: string): boolean => view.lines.some((each) => (each.from === a && each.to === b) || (each.from === b && each.to === a));
    const [from, to] = ends.flatMap((a) => ends.filter((b) => a < b && !joined(a, b) && ends.some((c) => joined(a, c) && joined(c, b))).map((b) => [a, b]))[0]!;
    await pick(page, [from!, to!]);
    await button(panel, 'network:ask').click();
    await expect(panel.locator('.network__paths > li').first()).toBeVisible();
    const first = await panel.locator('.network__paths > li').first().textContent();
    const { paths: [path] } = await ask('case.paths', { job: 'e2e', from: from!, to: to!, scope: { kind: 'chart', chart: chart!.id }, options: {} });
    await pick(page, [path!.entities[1]!]);
    await button(panel, 'network:options').click();
    await button(panel, 'network:barSelected', { count: 1 }).click();
    await button(panel, 'network:ask').click();
    await expect.poll(async () => (await panel.locator('.network__paths > li').count()) === 0 || (await panel.locator('.network__paths > li').first().textContent()) !== first).toBe(true);
    await knoop.picture('finding-paths');
    await button(panel, 'network:barred', { count: 1 }).click();
  });

  await test.step('what connects three is listed and selected', async () => {
    await panel.getByText(tab('connect'), { exact: true }).click();
    await pick(page, ends.slice(0, 3));
    await button(panel, 'network:ask').click();
    await button(panel, 'network:select').click();
    await expect.poll(async () => (await panel.locator('.network__tools').count()) > 0).toBe(true);
    await knoop.picture('finding-connect');
  });

  await test.step('who matters stands on badges and in the table, and ranks have a range', async () => {
    await panel.getByText(tab('measures'), { exact: true }).click();
    await button(panel, 'network:ask').click();
    await expect(panel.locator('.network__table tbody tr').first()).toBeVisible();
    await panel.getByText(text('network:showBadge')).click();
    await panel.getByText(text('network:inTable')).click();
    await button(panel, 'network:askRanges').click();
    await expect(panel.getByRole('columnheader', { name: text('network:range') })).toBeVisible();
    const table = page.getByRole('grid', { name: text('table:title') });
    if (!(await table.isVisible())) await page.keyboard.press('F10');
    const rank = table.getByRole('columnheader', { name: text('network:rankOf', { name: text('network:named.betweenness') }) });
    await rank.scrollIntoViewIfNeeded();
    await rank.click();
    await expect(rank).toHaveAttribute('aria-sort', /ascending|descending/);
    await knoop.picture('finding-measures');
    const asked = (await ask('case.journal', { limit: 200 })).filter(({ command }) => command === 'case.networkAsked').map(({ label }) => label['question']);
    expect(asked).toEqual(expect.arrayContaining(['pattern', 'paths', 'connect', 'measure', 'rankRanges']));
  });
  expect(knoop.complaints()).toEqual([]);
});
