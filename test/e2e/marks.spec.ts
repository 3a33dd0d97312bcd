/** What is written and drawn on a chart beside its items: by mouse and keys, undone step by step, printed. And what stands for an item. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { canvas, dialog, drag, drawnCounts, makeCase, pick, placeOf } from './harness/hands';
import { expect, test, type Knoop } from './harness/knoop';
import { root } from './harness/program';
import { text } from './harness/words';

type Hand = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Takes a tool by its keys and draws with it, window pixels. */
async function drawWith({ page }: Knoop, keys: string, [x, y, toX, toY]: Hand): Promise<void> {
  await page.keyboard.press(keys);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 3 });
  await page.mouse.move(toX, toY, { steps: 3 });
  await page.mouse.up();
}

const SAID = { grading: null, handling: [], basis: 'fact' as const };
const THINGS = [['person', { name: 'Yassir El Haddaoui', birthDate: '1986-10-09' }], ['person', { name: 'Ferdinand Lommaert' }], ['company', { name: 'Goederenbehandelingsmaatschappij Scheldoord' }], ['vehicle', { plate: '1ABC234' }], ['phone', { number: '+32470999888' }], ['meeting', { name: 'Overleg in de loods', start: '2026-05-03' }]] as const;

/** A chart of six things in two rows, and a tie between the first and each other. */
async function fill({ page, ask }: Knoop, chart: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [type, said] of THINGS) {
    const id = newId();
    ids.push(id);
    await ask('case.execute', { command: 'entity.create', args: { id, type, values: Object.fromEntries(Object.entries(said).map(([property, v]) => [property, [{ v }]])), ...SAID } });
  }
  await ask('case.execute', { command: 'chart.addItems', args: { chart, items: ids.map((subject, at) => ({ subject, x: (at % 3) * 220, y: Math.floor(at / 3) * 200 })) } });
  for (const to of [ids[1]!, ids[2]!]) await ask('case.execute', { command: 'link.create', args: { id: newId(), type: to === ids[1] ? 'knows' : 'worksFor', from: ids[0]!, to, values: {}, ...SAID } });
  await expect.poll(async () => (await drawnCounts(page)).entities).toBe(ids.length);
  return ids;
}

async function write({ page }: Knoop, words: string): Promise<void> {
  await page.keyboard.insertText(words);
  await page.keyboard.press('Control+Enter');
}

/** A drawn face as PNG, base64: nobody's photograph. */
function portrait(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 300;
  canvas.height = 400;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#7a9cc6';
  context.fillRect(0, 0, 300, 400);
  context.fillStyle = '#3b4a63';
  context.fillRect(40, 300, 220, 100);
  context.fillStyle = '#e2b48c';
  context.beginPath();
  context.ellipse(150, 190, 80, 110, 0, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#2d1d12';
  context.beginPath();
  context.ellipse(150, 110, 84, 50, 0, Math.PI, 2 * Math.PI);
  context.fill();
  for (const x of [120, 180]) context.fillRect(x - 8, 175, 16, 8);
  context.fillRect(125, 245, 50, 7);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** The colour that the sheet over the chart has in the middle of an item: empty where only Cytoscape draws. */
async function pixelAt(page: Page, id: string): Promise<string> {
  const at = await placeOf(page, id);
  return page.evaluate(({ x, y }) => {
    const sheet = [...document.querySelectorAll<HTMLCanvasElement>('[data-testid="canvas"] > canvas')].at(-1)!;
    const box = sheet.getBoundingClientRect();
    return [...sheet.getContext('2d')!.getImageData((x - box.left) * devicePixelRatio, (y - box.top) * devicePixelRatio, 1, 1).data].join();
  }, at);
}

test('notes, shapes, photographs and strengths are drawn on a chart, undone and printed', async ({ start, place }) => {
  test.setTimeout(120_000);
  const knoop = await start();
  const { page, ask } = knoop;
  await makeCase(page, 'Merken', null);
  const chart = (await ask('case.charts', {}))[0]!;
  const ids = await fill(knoop, chart.id);
  const view = () => ask('case.chart', { id: chart.id });
  const kinds = async (): Promise<string[]> => (await view()).annotations.map(({ kind }) => kind).toSorted();
  const box = (await canvas(page).boundingBox())!;
  const at = (x: number, y: number): readonly [number, number] => [box.x + box.width * x, box.y + box.height * y];

  await test.step('each kind is drawn with its tool, and words are written in their place', async () => {
    await canvas(page).focus();
    await drawWith(knoop, 'Shift+B', [...at(0.08, 0.55), ...at(0.3, 0.9)]);
    await expect.poll(kinds).toEqual(['box']);
    await drawWith(knoop, 'Shift+C', [...at(0.45, 0.28), ...at(0.6, 0.5)]);
    await drawWith(knoop, 'Shift+A', [...at(0.32, 0.62), ...at(0.44, 0.4)]);
    await drawWith(knoop, 'Shift+H', [...at(0.3, 0.12), ...at(0.62, 0.18)]);
    await write(knoop, 'Overslag Scheldoord');
    await drawWith(knoop, 'Shift+T', [...at(0.1, 0.92), ...at(0.3, 0.97)]);
    await write(knoop, 'Stand van 3 mei');
    await drawWith(knoop, 'Shift+N', [...at(0.74, 0.12), ...at(0.97, 0.24)]);
    await write(knoop, 'Wie betaalde de huur van de loods? Nog te vragen aan de eigenaar.');
    await expect.poll(kinds).toEqual(['arrow', 'box', 'circle', 'heading', 'note', 'text']);
    await knoop.picture('marks-drawn');
  });

  await test.step('a note is moved, made larger, coloured and edited; each is one step back', async () => {
    const note = async () => (await view()).annotations.find(({ kind }) => kind === 'note')!;
    const before = await note();
    const [x, y] = at(0.84, 0.2);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 40, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await note()).x).toBeLessThan(before.x);
    await page.locator('.mark-bar').getByRole('button', { name: text('marks:look'), exact: true }).click();
    await page.getByRole('button', { name: text('formatting:colour.green'), exact: true }).click();
    await expect.poll(async () => (await note()).style?.colour).toBe('#009e73');
    await knoop.picture('marks-bar');
    await page.keyboard.press('Escape');
    await page.mouse.dblclick(x - 60, y + 40);
    await page.keyboard.press('End');
    await write(knoop, 'Huur betaald in geld.');
    await expect.poll(async () => (await note()).text).toContain('in geld');
    for (let step = 0; step < 3; step += 1) await ask('case.undo', {});
    expect(await note()).toEqual(before);
  });

  const [person = ''] = ids;
  await test.step('a note on an item moves with it, and goes off the chart and back by keys', async () => {
    await pick(page, [person]);
    await page.keyboard.press('Control+m');
    await write(knoop, 'Gezien in de haven');
    await expect.poll(async () => (await view()).annotations.some(({ style }) => style?.anchor === person)).toBe(true);
    await drag(page, person, { x: 30, y: -40 });
    const tied = (await view()).annotations.find(({ style }) => style?.anchor === person)!;
    expect(tied.text).toBe('Gezien in de haven');
    await knoop.picture('marks-tied');
    const shown = await placeOf(page, person);
    expect(shown.x).toBeGreaterThan(0);
  });

  await test.step('items stand as a box, a circle, an event frame and words; a photograph is chosen and cut', async () => {
    const show = async (id: string, as: string): Promise<void> => {
      await ask('case.execute', { command: 'chart.styleItems', args: { chart: chart.id, subjects: [id], style: { representation: as } } });
    };
    await show(ids[2]!, 'box');
    await show(ids[3]!, 'circle');
    await show(ids[4]!, 'text');
    await show(ids[5]!, 'eventFrame');
    const file = join(place.scratch, 'pasfoto_haddaoui.png');
    writeFileSync(file, Buffer.from(await page.evaluate(portrait), 'base64'));
    await pick(page, [person]);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.insertText(text('marks:as.picture').replace(' …', ''));
    await page.keyboard.press('Enter');
    await knoop.answerOpen([file]);
    await dialog(page).getByRole('button', { name: text('marks:picture.import'), exact: true }).click();
    const crop = dialog(page).locator('.crop-field');
    await expect(crop).toBeVisible({ timeout: 60_000 });
    await crop.focus();
    for (const key of ['+', '+', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await knoop.picture('marks-crop');
    await dialog(page).getByRole('button', { name: text('marks:picture.use'), exact: true }).click();
    await expect.poll(async () => (await view()).items.find((item) => item.subject === person)?.style?.picture?.side).toBeLessThan(0.9);
    await page.keyboard.press('Control+0');
    await page.mouse.click(...at(0.5, 0.98));
    await expect.poll(() => pixelAt(page, person)).not.toBe(await pixelAt(page, ids[1]!));
    await knoop.picture('marks-represented');
  });

  await test.step('a line is taken to be confirmed with a reason, which the inspector tells', async () => {
    const [line] = (await view()).lines;
    const [from, to] = [await placeOf(page, line!.from), await placeOf(page, line!.to)];
    await page.mouse.click(from.x * 0.6 + to.x * 0.4, from.y * 0.6 + to.y * 0.4, { button: 'right' });
    await page.getByRole('menuitem', { name: text('marks:strength.action'), exact: true }).click();
    await dialog(page).getByText(text('canvas:strength.confirmed'), { exact: true }).click();
    await dialog(page).getByLabel(text('marks:strength.reason')).fill('twee getuigen');
    await dialog(page).getByRole('button', { name: text('marks:strength.set'), exact: true }).click();
    await expect(page.locator('.inspector__strength')).toContainText('twee getuigen');
  });

  await test.step('what came after the last snapshot is marked, and the paper look shows', async () => {
    await ask('case.execute', { command: 'chart.snapshot', args: { id: newId(), chart: chart.id, name: 'Voor' } });
    await ask('case.execute', { command: 'entity.create', args: { id: newId(), type: 'person', values: { name: [{ v: 'Later Bekend' }] }, ...SAID, place: { chart: chart.id, x: 440, y: 90 } } });
    await canvas(page).focus();
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.insertText(text('marks:new.action').replace(' …', ''));
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: text('marks:new.show'), exact: true }).click();
    await page.locator('.legend__head').click();
    await expect(page.locator('.legend')).toContainText(text('marks:legend.note'));
    await expect(page.locator('.legend')).toContainText(text('marks:strength.legend', { count: 1 }));
    await canvas(page).focus();
    await page.keyboard.press('Control+Alt+w');
    await knoop.picture('marks-paper');
    await page.keyboard.press('Control+Alt+w');
  });

  await test.step('the chart goes out as a picture with all of it but what stays here', async () => {
    await ask('case.execute', { command: 'annotation.put', args: { id: newId(), chart: chart.id, kind: 'text', x: 0, y: 330, width: 200, height: 20, text: 'Alleen voor ons', style: { ownOnly: true } } });
    const file = join(place.scratch, 'kaart.svg');
    await knoop.answerSave(file);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.insertText(text('actions:exportImage'));
    await page.keyboard.press('Enter');
    await dialog(page).getByText('SVG', { exact: false }).first().click();
    await dialog(page).locator('.bp6-intent-primary').click();
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
    const drawing = readFileSync(file, 'utf8');
    for (const words of ['Overslag', 'Gezien in de haven', 'Stand van 3 mei', 'twee getuigen', 'data:image/png;base64']) expect(drawing).toContain(words);
    expect(drawing).not.toContain('Alleen voor ons');
    mkdirSync(join(root, 'test', 'results', 'screenshots'), { recursive: true });
    copyFileSync(file, join(root, 'test', 'results', 'screenshots', 'marks-figure.svg'));
  });
  expect(knoop.complaints()).toEqual([]);
});
