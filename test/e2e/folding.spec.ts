/** Links between the same two things, folded and opened: two accounts that pay each other the same money round and round, and two phones. */
import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { button, canvas, pick } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { test } from './harness/sampleCase';
import { text } from './harness/words';

interface Edge { readonly id: string; readonly x: number; readonly y: number; readonly pill: string | null; readonly type: string; readonly source: string; readonly target: string }
interface Drawn { readonly _cyreg?: { readonly cy: { edges: () => { map: (read: (edge: { id: () => string; data: (name: string) => string | undefined; renderedMidpoint: () => { x: number; y: number } }) => Edge) => Edge[] } } } }

/** Lines as they are drawn now, with their middles in the window. */
const edges = (page: Page): Promise<Edge[]> => canvas(page).evaluate((element) => {
  const box = element.getBoundingClientRect();
  return (element as Drawn)._cyreg?.cy.edges().map((edge) => {
    const { x, y } = edge.renderedMidpoint();
    return { id: edge.id(), x: box.left + x, y: box.top + y, pill: edge.data('pill') ?? null, type: edge.data('type') ?? '', source: edge.data('source') ?? '', target: edge.data('target') ?? '' };
  }) ?? [];
});
const between = async (page: Page, one: string, other: string): Promise<Edge[]> => (await edges(page)).filter((edge) => [one, other].includes(edge.source) && [one, other].includes(edge.target));

async function findOne({ ask }: Knoop, wanted: string): Promise<string> {
  const hit = (await ask('case.search', { text: wanted })).hits[0];
  if (!hit) throw new Error(`${wanted} is not in the sample`);
  return hit.entity.id;
}

const members = (page: Page) => page.getByTestId('line-members');
const option = (page: Page, key: string) => page.locator('.lines-menu').getByText(text(key), { exact: true });

test('links are folded by pair, type and chart, and a line lists what it stands for', async ({ startSample }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  const [payer, payee, third, caller, called, other] = await Promise.all(['BE20 9662 7715 5356', 'BE96 9551 8802 2905', 'BE70 9322 5428 5825', '0488 00 11 90', '0468 00 44 17', '0468 00 45 14'].map((each) => findOne(knoop, each))) as [string, string, string, string, string, string];
  const chart = newId();
  await ask('case.execute', { command: 'chart.create', args: { id: chart, name: 'Fold', items: [] } });
  await ask('case.execute', { command: 'chart.addItems', args: { chart, items: [[payer, 0, 0], [payee, 420, 0], [third, 210, 150], [caller, 0, 300], [called, 420, 300], [other, 210, 450]].map(([subject, x, y]) => ({ subject, x, y })) } });
  await page.getByRole('tab', { name: 'Fold' }).click();
  await expect.poll(async () => (await edges(page)).length).toBeGreaterThan(4);
  const usual = await between(page, payer, payee);
  expect(new Set(usual.map((edge) => edge.pill))).toEqual(new Set(['€412,715', '€419,000']));
  const pay = async (): Promise<Edge> => (await between(page, payer, payee))[0]!;
  const options = async () => (await ask('case.chart', { id: chart })).chart.options;

  await test.step('a pair by the keyboard: one line, the net of it, and back in one step', async () => {
    await pick(page, [payer, payee]);
    await page.keyboard.press('Alt+2');
    await expect.poll(async () => (await between(page, payer, payee)).length).toBe(1);
    expect((await pay()).pill).toBe('€831,715');
    await page.keyboard.press('Alt+5');
    await expect.poll(async () => (await pay()).pill).toBe('net €6,285');
    expect(await pay()).toMatchObject({ source: payee, target: payer });
    await knoop.picture('fold-flow');
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await pay()).pill).toBe('€831,715');
  });

  await test.step('a click on the line lists its payments, with what goes each way', async () => {
    const { x, y } = await pay();
    await page.mouse.click(x, y);
    await expect(members(page).getByRole('table', { name: text('folding:list') }).getByRole('row')).toHaveCount(37);
    const sums = members(page).getByRole('table', { name: text('folding:ways') });
    await expect(sums.getByRole('row')).toHaveCount(4);
    await expect(sums).toContainText('€419,000.00');
    await expect(sums.getByRole('row').last()).toContainText('€6,285.00');
    await members(page).getByRole('button', { name: text('folding:newest') }).click();
    await expect(members(page).getByRole('table', { name: text('folding:list') }).getByRole('row').nth(1)).toContainText('3 Dec 2025');
    await knoop.picture('fold-members');
  });

  await test.step('all links of a type from the menu of a line: each its own', async () => {
    const [first] = await between(page, caller, called);
    await page.mouse.click(first!.x, first!.y, { button: 'right' });
    const row = page.getByRole('group', { name: new RegExp(`^${text('folding:of.types')}`) });
    await row.getByRole('menuitem', { name: text('folding:as.apart') }).click();
    await expect.poll(async () => (await between(page, caller, called)).length).toBeGreaterThan(30);
    expect((await options())?.typeFolding).toEqual({ called: 'apart' });
    await page.keyboard.press('Escape');
    await knoop.picture('fold-apart');
  });

  await test.step('the whole chart, and what stands on lines', async () => {
    await button(page, 'folding:menu').click();
    await option(page, 'folding:as.flow').click();
    await expect(page.locator('.lines-menu')).toContainText(text('folding:own', { count: 2 }));
    await page.locator('.lines-menu').getByRole('button', { name: text('folding:alike') }).click();
    await expect.poll(async () => (await pay()).pill).toBe('net €6,285');
    await option(page, 'folding:text.chosen').click();
    await option(page, 'folding:text.dates').click();
    await expect.poll(async () => (await pay()).pill).toContain('36 · net €6,285 · 3 Dec 2025 – 18 Mar 2026');
    await knoop.picture('fold-chart');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await options())?.lineTexts ?? null).toBeNull();
  });
});
