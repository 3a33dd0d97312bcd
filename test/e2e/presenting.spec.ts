/** Snapshots of a chart with notes, set beside now on the chart itself and made charts of; and a presentation made of them, shown full screen by keys and mouse. */
import { v7 as newId } from 'uuid';
import { button, canvas, dialog, drawnCounts } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

const panel = ({ page }: Knoop, name: string) => page.locator('.rail').getByRole('button', { name: text(`app:panel.${name}`), exact: true }).click();
const SHOT = 'Before the search';

test('a chart is frozen with a note, compared on the canvas, brought back, and shown slide by slide', async ({ startSample }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const [chart] = await ask('case.charts', {});
  const view = await ask('case.chart', { id: chart!.id });
  const [one, two] = view.entities;

  await test.step('a snapshot gets a note where it is read', async () => {
    await panel(knoop, 'snapshots');
    await button(page, 'snapshots:take').click();
    await dialog(page).getByRole('textbox').fill(SHOT);
    await button(dialog(page), 'snapshots:take').click();
    await page.getByRole('button', { name: SHOT }).first().click();
    await page.locator('.snapshot__note').click();
    await page.keyboard.type('After the observation on the quay');
    await page.locator('.snapshots__head').click();
    await expect.poll(async () => (await ask('case.snapshotsOf', { chart: chart!.id }))[0]?.note).toBe('After the observation on the quay');
  });

  await test.step('what came, went, moved and changed is listed, and marked on the canvas with a way to switch it off', async () => {
    const added = newId();
    await ask('case.execute', { command: 'entity.create', args: { id: added, type: 'person', values: { name: [{ v: 'Wannes Verstuyft' }] }, grading: null, handling: [], basis: 'fact' } });
    await ask('case.execute', { command: 'chart.addItems', args: { chart: chart!.id, items: [{ subject: added, x: view.items[0]!.x + 90, y: view.items[0]!.y - 90 }] } });
    await ask('case.execute', { command: 'chart.removeItems', args: { chart: chart!.id, entities: [one!.id], links: [] } });
    const place = view.items.find((item) => item.subject === two!.id)!;
    await ask('case.execute', { command: 'chart.moveItems', args: { chart: chart!.id, items: [{ subject: two!.id, x: place.x + 120, y: place.y + 60 }] } });
    await expect(page.locator('.compared').getByText('Wannes Verstuyft')).toBeVisible();
    await page.getByText(text('snapshots:marksOn')).click();
    await expect(page.locator('.changes-strip__sign')).toHaveText(['+', '−', '→', '≠']);
    await knoop.picture('presenting-changes');
    await button(page, 'snapshots:marksOff').click();
    await expect(page.locator('.changes-strip')).toHaveCount(0);
  });

  await test.step('the chart as it was is shown without changing it, and made a chart again', async () => {
    const before = (await drawnCounts(page)).entities;
    await page.locator('.snapshot__tools').getByRole('button', { name: text('snapshots:showIt') }).click();
    await expect(page.locator('.past-banner')).toContainText(SHOT);
    await expect.poll(async () => page.evaluate((id) => ((document.querySelector('[data-testid="canvas"]') as unknown as { _cyreg: { cy: { getElementById: (id: string) => { nonempty: () => boolean } } } })._cyreg.cy.getElementById(id).nonempty()), one!.id)).toBe(true);
    await knoop.picture('presenting-as-it-was');
    await page.locator('.past-banner').getByRole('button').click();
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(before);
    await page.locator('.snapshot__tools').getByRole('button', { name: text('snapshots:makeChart') }).click();
    await expect(page.getByRole('tab', { name: SHOT })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('tab', { name: chart!.name }).click();
  });

  await test.step('slides are made of snapshots, ordered by keys and given headings', async () => {
    await button(page, 'snapshots:take').click();
    await dialog(page).getByRole('textbox').fill('After the search');
    await button(dialog(page), 'snapshots:take').click();
    await button(page, 'snapshots:present').click();
    await dialog(page).getByRole('textbox').fill('Briefing of the team');
    await button(dialog(page), 'presenting:make').click();
    await expect(page.locator('.slide')).toHaveCount(1);
    await page.getByLabel(text('presenting:addSlide')).selectOption({ label: `After the search · ${chart!.name}` });
    await expect(page.locator('.slide')).toHaveCount(2);
    await page.getByLabel(text('presenting:headingOf', { number: 1 })).fill('Who stands round the quay');
    await page.getByLabel(text('presenting:noteOf', { number: 1 })).fill('Ask who saw the van');
    await page.getByLabel(text('presenting:headingOf', { number: 2 })).click();
    await expect.poll(async () => (await ask('case.presentations', {}))[0]?.slides[0]).toMatchObject({ heading: 'Who stands round the quay', note: 'Ask who saw the van' });
    await page.locator('.slide__grip').first().press('ArrowDown');
    await expect.poll(async () => (await ask('case.presentations', {}))[0]?.slides.map((slide) => slide.heading)).toEqual(['', 'Who stands round the quay']);
    await expect(page.getByLabel(text('presenting:headingOf', { number: 2 }))).toHaveValue('Who stands round the quay');
    await page.locator('.slide__grip').last().press('ArrowUp');
    await expect.poll(async () => (await ask('case.presentations', {}))[0]?.slides.map((slide) => slide.heading)).toEqual(['Who stands round the quay', '']);
    await knoop.picture('presenting-panel');
  });

  await test.step('it is shown under its marking, and walked through by keys, remote and mouse', async () => {
    await page.keyboard.press('Escape');
    await canvas(page).focus();
    await page.keyboard.press('F5');
    const stage = page.getByTestId('show');
    await expect(stage).toBeVisible();
    await expect(page.locator('.marking-bar')).toBeInViewport();
    await expect(stage.locator('h1')).toHaveText('Who stands round the quay');
    await expect(stage.locator('.show__foot')).toContainText('1 of 2');
    await expect(stage.locator('.show__layer--in canvas').first()).toBeVisible();
    await expect.poll(async () => page.locator('[data-testid="slide"]').evaluate((element) => (element as unknown as { _cyreg?: { cy: { nodes: () => { length: number } } } })._cyreg?.cy.nodes().length ?? 0)).toBeGreaterThan(10);
    await page.keyboard.press('l');
    await page.keyboard.press('s');
    await expect(stage.locator('.show__notes')).toContainText('Ask who saw the van');
    await knoop.picture('presenting-show');
    await page.keyboard.press('s');
    await page.keyboard.press('PageDown');
    await expect(stage.locator('.show__foot')).toContainText('2 of 2');
    await expect(stage.locator('.show__layer')).toHaveCount(1);
    await page.keyboard.press('b');
    await expect(page.getByTestId('blank')).toBeVisible();
    await page.keyboard.press('b');
    await page.keyboard.press('ArrowLeft');
    await expect(stage.locator('.show__foot')).toContainText('1 of 2');
    await stage.locator('.show__stage').click({ position: { x: 300, y: 300 } });
    await expect(stage.locator('.show__foot')).toContainText('2 of 2');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await expect(stage).toHaveCount(0);
    expect((await drawnCounts(page)).entities).toBeGreaterThan(10);
    const shown = (await ask('case.journal', { duty: 'consultation' })).filter((entry) => entry.command === 'case.presented');
    expect(shown.map((entry) => entry.label)).toMatchObject([{ slides: 2 }]);
  });

  await test.step('it leaves the case only as a briefing, and what it shows cannot be deleted under it', async () => {
    await button(page, 'presenting:asBriefing').click();
    await expect.poll(async () => (await ask('case.briefings', {})).at(-1)?.blocks.map((block) => block.kind)).toEqual(['heading', 'figure', 'pageBreak', 'heading', 'figure', 'generated']);
    const snapshots = await ask('case.snapshotsOf', { chart: chart!.id });
    expect(snapshots.map(({ used }) => used)).toEqual([2, 2]);
    await expect(ask('case.execute', { command: 'chart.deleteSnapshot', args: { id: snapshots[0]!.id } })).rejects.toThrow('snapshotInUse');
  });

  await test.step('dark as well', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.insertText(text('actions:theme.dark'));
    await page.getByRole('menuitem', { name: text('actions:theme.dark') }).or(page.getByRole('option', { name: text('actions:theme.dark') })).first().click();
    await page.keyboard.press('F5');
    await expect(page.getByTestId('show')).toBeVisible();
    await page.waitForTimeout(400);
    await knoop.picture('presenting-show-dark');
    await page.keyboard.press('Escape');
  });
  expect(knoop.complaints()).toEqual([]);
});
