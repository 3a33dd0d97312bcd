/** What is written and drawn on a chart beside its items: by mouse and keys, undone step by step, printed. And what stands for an item. */
import { v7 as newId } from 'uuid';
import { canvas, drag, drawnCounts, makeCase, pick, placeOf } from './harness/hands';
import { expect, test, type Knoop } from './harness/knoop';
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

test('notes, shapes, photographs and strengths are drawn on a chart, undone and printed', async ({ start }) => {
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
  expect(knoop.complaints()).toEqual([]);
});
