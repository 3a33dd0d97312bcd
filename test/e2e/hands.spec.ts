/** The chart by mouse wheel, touchpad and keys; pieces of it copied, cut, pasted and dragged to other charts and to another case; a file dropped where its results are to come. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { button, canvas, dialog, drag, drawnCounts, makeCase, pick, placeOf } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { recipientOf } from './harness/recipients';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

interface Camera { readonly zoom: number; readonly x: number; readonly y: number }
const camera = ({ page }: Knoop): Promise<Camera> => canvas(page).evaluate((element) => {
  const { cy } = (element as unknown as { _cyreg: { cy: { zoom: () => number; pan: () => { x: number; y: number } } } })._cyreg;
  return { zoom: cy.zoom(), ...cy.pan() };
});

/** Turns the wheel, or slides two fingers, as the browser gets it from the system: by Ctrl it is a pinch. */
const turn = (cdp: CDPSession, at: { x: number; y: number }, by: { x?: number; y?: number; pinch?: boolean }) =>
  cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: at.x, y: at.y, deltaX: by.x ?? 0, deltaY: by.y ?? 0, modifiers: by.pinch === true ? 2 : 0 });

const SAID = { grading: null, basis: 'fact' as const };

test('wheel, touchpad, keys, copies, drags and drops', async ({ startSample, place }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const [first] = await ask('case.charts', {});
  const chart = first!.id;
  const view = () => ask('case.chart', { id: chart });
  const cdp = await page.context().newCDPSession(page);
  const box = (await canvas(page).boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);

  await test.step('a wheel zooms at the pointer, two fingers move, a pinch zooms; none of it can be undone', async () => {
    const seen = await camera(knoop);
    await turn(cdp, middle, { y: -120 });
    await expect.poll(async () => (await camera(knoop)).zoom).toBeGreaterThan(seen.zoom * 1.1);
    const near = await camera(knoop);
    const under = (of: Camera) => ({ x: (box.width / 2 - of.x) / of.zoom, y: (box.height / 2 - of.y) / of.zoom });
    // To half a unit of the chart, however that is rounded.
    expect(Math.abs(under(near).x - under(seen).x)).toBeLessThan(0.5);
    expect(Math.abs(under(near).y - under(seen).y)).toBeLessThan(0.5);
    await page.waitForTimeout(300);
    await turn(cdp, middle, { x: 31, y: 17 });
    await expect.poll(async () => { const now = await camera(knoop); return [Math.round(now.x - near.x), Math.round(now.y - near.y), now.zoom === near.zoom]; }).toEqual([-31, -17, true]);
    const slid = await camera(knoop);
    await turn(cdp, middle, { y: -10, pinch: true });
    await expect.poll(async () => Math.round(((await camera(knoop)).zoom / slid.zoom) * 100)).toBe(111);
    expect((await ask('case.info', {})).history.undo?.command).toBe('chart.moveItems');
  });

  const ids = (await view()).items.filter((item) => item.kind === 'entity').map((item) => item.subject);
  await test.step('undo and redo leave the camera alone', async () => {
    await page.keyboard.press('Control+0');
    const [id] = ids;
    const before = (await view()).items.find((item) => item.subject === id)!;
    await drag(page, id!, { x: 40, y: 30 });
    await expect.poll(async () => (await view()).items.find((item) => item.subject === id)!.x).not.toBe(before.x);
    await page.waitForTimeout(300);
    await turn(cdp, middle, { y: -120 });
    await page.waitForTimeout(100);
    const seen = await camera(knoop);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await view()).items.find((item) => item.subject === id)!.x).toBe(before.x);
    expect(await camera(knoop)).toEqual(seen);
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await view()).items.find((item) => item.subject === id)!.x).not.toBe(before.x);
    expect(await camera(knoop)).toEqual(seen);
    await page.keyboard.press('Control+0');
  });

  const line = (await view()).lines[0]!;
  const pair = [line.from, line.to];
  const away = (places: readonly { subject: string; x: number; y: number }[]) => {
    const [a, b] = pair.map((id) => places.find((item) => item.subject === id)!);
    return { x: Math.round(b!.x - a!.x), y: Math.round(b!.y - a!.y) };
  };
  await test.step('keys go through lines, and add a neighbour to what is selected', async () => {
    await page.keyboard.press('Escape');
    await pick(page, [pair[0]!]);
    await page.keyboard.press('PageDown');
    await expect(page.locator('.inspector')).toContainText(' ');
    const lines = await canvas(page).evaluate((element) => (element as unknown as { _cyreg: { cy: { edges: (selector: string) => { length: number } } } })._cyreg.cy.edges('.chosen').length);
    expect(lines).toBe(1);
    await page.keyboard.press('Home');
    await page.keyboard.press('Escape');
  });

  await test.step('what is copied keeps its places on another chart, under the pointer', async () => {
    await pick(page, pair);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+t');
    await expect.poll(async () => (await ask('case.charts', {})).length).toBe(2);
    const at = { x: middle.x + 60, y: middle.y + 40 };
    await page.mouse.move(at.x, at.y);
    await page.keyboard.press('Control+v');
    const other = (await ask('case.charts', {}))[1]!.id;
    await expect.poll(async () => (await ask('case.chart', { id: other })).items.length).toBe(2);
    expect(away((await ask('case.chart', { id: other })).items)).toEqual(away((await view()).items));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await expect.poll(async () => (await ask('case.chart', { id: other })).items.length).toBe(0);
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await ask('case.chart', { id: other })).items.length).toBe(2);
    // A first picture is fitted into the window; this one is no first.
    await expect.poll(() => placeOf(page, pair[1]!).then(() => true, () => false)).toBe(true);
    const [a, b] = [await placeOf(page, pair[0]!), await placeOf(page, pair[1]!)];
    expect([Math.round((a.x + b.x - 2 * at.x) / 20), Math.round((a.y + b.y - 2 * at.y) / 20)].map(Math.abs)).toEqual([0, 0]);
  });

  await test.step('what is dragged rests on a tab, and is let go on that chart', async () => {
    await page.getByRole('tab', { name: first!.name }).click();
    const third = newId();
    await ask('case.execute', { command: 'chart.create', args: { id: third, name: 'Zijspoor' } });
    await expect(page.getByRole('tab', { name: 'Zijspoor' })).toBeVisible();
    await pick(page, [ids[3]!]);
    const before = (await view()).items.find((item) => item.subject === ids[3])!;
    const from = await placeOf(page, ids[3]!);
    const tab = (await page.getByRole('tab', { name: 'Zijspoor' }).boundingBox())!;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 30, { steps: 4 });
    await page.mouse.move(tab.x + tab.width / 2, tab.y + tab.height / 2, { steps: 12 });
    await expect(page.locator('.carried')).toBeVisible();
    await knoop.picture('hands-carried');
    await expect(page.getByRole('tab', { name: 'Zijspoor' })).toHaveAttribute('aria-selected', 'true', { timeout: 3000 });
    await page.mouse.move(middle.x, middle.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await ask('case.chart', { id: third })).items.map((item) => item.subject)).toEqual([ids[3]]);
    expect((await view()).items.find((item) => item.subject === ids[3])).toEqual(before);
  });

  await test.step('a file that is dropped on the chart is offered there', async () => {
    const file = join(place.scratch, 'tipgevers.csv');
    writeFileSync(file, 'name,birth date\nWannes Verstuyft,1971-02-03\nPeter Zwartelé,1969-11-30\n');
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: middle.x, y: middle.y, data });
    await expect(page.locator('.import__head h2')).toHaveText('tipgevers.csv', { timeout: 10_000 });
    await page.locator('.import__head .bp6-intent-primary').click();
    await expect(page.locator('.import-result')).toBeVisible({ timeout: 20_000 });
    await page.locator('.import-result__row').getByRole('button').first().click();
    const on = (await ask('case.charts', {})).find((each) => each.name === 'Zijspoor')!.id;
    await expect.poll(async () => (await ask('case.chart', { id: on })).entities.map((each) => each.caption)).toEqual(expect.arrayContaining(['Wannes Verstuyft', 'Peter Zwartelé']));
  });

  await test.step('in another case comes only what the recipient may have, sealed, shown first, and where the pointer is', async () => {
    const { encryptionKey } = await ask('case.card', {});
    const [open, held] = [newId(), newId()];
    const { schemes } = await ask('case.catalogue', {});
    await ask('case.execute', { command: 'entity.create', args: { id: open, type: 'person', values: { name: [{ v: 'Lieven Openbaar' }] }, handling: [{ scheme: 'tlp', code: 'TLP:GREEN' }], ...SAID } });
    await ask('case.execute', { command: 'entity.create', args: { id: held, type: 'person', values: { name: [{ v: 'Zuster Verborgenhuys' }] }, handling: [{ scheme: 'tlp', code: 'TLP:AMBER' }], ...SAID } });
    await ask('case.execute', { command: 'recipient.put', args: { ...recipientOf('Zusterzaak', 'Zusterdienst', 'operational', { allowedHandling: { tlp: ['TLP:CLEAR', 'TLP:GREEN'] }, maximumMarkings: schemes.filter(({ use }) => use === 'marking').map((scheme) => ({ scheme: scheme.id, code: scheme.axes.flatMap((axis) => axis.codes).toSorted((a, b) => b.rank - a.rank)[0]!.code })) }), encryptionKey } });
    const on = (await ask('case.charts', {})).find((each) => each.name === 'Zijspoor')!.id;
    await ask('case.execute', { command: 'chart.addItems', args: { chart: on, items: [{ subject: open, x: 0, y: 300 }, { subject: held, x: 120, y: 300 }] } });
    await expect.poll(() => placeOf(page, held).then(() => true, () => false)).toBe(true);
    await canvas(page).focus();
    await page.keyboard.press('Control+0');
    await pick(page, [open, held]);
    await page.keyboard.press('Control+Shift+c');
    await dialog(page).getByText(text('exporting:copyAcross')).click();
    await dialog(page).getByLabel(text('release:recipient'), { exact: true }).selectOption({ label: 'Zusterzaak · Zusterdienst' });
    await dialog(page).getByLabel(text('release:reasonNeeded')).fill('zusteronderzoek');
    await dialog(page).getByLabel(text('release:basisNeeded')).fill('art. 44/11/9 WPA');
    await knoop.picture('hands-copy');
    await dialog(page).locator('button[type=submit]').click();
    await expect(page.getByText(text('exporting:copied', { count: 2 }))).toBeVisible({ timeout: 20_000 });
    expect((await ask('case.releases', {})).map(({ kind, recipient }) => [kind, recipient])).toEqual([['clipboard', 'Zusterzaak'], ['bundle', 'Zusterzaak']]);
    const clipboard = await knoop.app.evaluate(async ({ clipboard }) => await (clipboard.readText() as Promise<string> | string));
    expect(clipboard).toContain('Lieven Openbaar');
    expect(clipboard).not.toContain('Verborgenhuys');
    await button(page, 'actions:closeCase').click();
    await makeCase(page, 'Zusterzaak', null);
    await page.keyboard.press('Control+t');
    await expect(canvas(page)).toBeVisible();
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.press('Control+v');
    await expect(dialog(page)).toContainText('Operatie Loodslicht', { timeout: 10_000 });
    await knoop.picture('hands-paste');
    await dialog(page).locator('button[type=submit]').click();
    // On the chart in front, and on no other.
    await expect.poll(async () => (await Promise.all((await ask('case.charts', {})).map(({ id }) => ask('case.chart', { id })))).flatMap(({ entities }) => entities.map((each) => each.caption)), { timeout: 20_000 }).toEqual(['Lieven Openbaar']);
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe(1);
    expect((await ask('case.search', { text: 'Verborgenhuys' })).hits).toEqual([]);
    expect((await ask('case.bundles', {})).map(({ service, caseName }) => [service, caseName])).toEqual([['Test service', 'Operatie Loodslicht']]);
    expect((await ask('case.subject', { id: open })).sources[0]?.bundle?.service).toBe('Test service');
  });
  expect(knoop.complaints()).toEqual([]);
});
