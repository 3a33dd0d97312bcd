/** A folder of another service: watched, its files imported, and a later version of one taken in as what changed. */
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from './harness/content';
import { button, makeCase } from './harness/hands';
import { expect, test } from './harness/knoop';
import { text } from './harness/words';

const HEAD = 'Kenteken;Merk;Kleur\n';
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a file that arrives slowly is imported whole, and its next version as the rows that changed, until undo', async ({ start }) => {
  test.setTimeout(180_000);
  const knoop = await start({ sampleOffered: true });
  const { page, ask, place } = knoop;
  await makeCase(page, 'Gedeeld', 'kaaien en dokken');
  const share = join(place.scratch, 'Douane Antwerpen');
  mkdirSync(share);
  const panel = page.locator('.shares');

  await button(page.getByRole('navigation', { name: text('app:rail') }), 'app:panel.shares').click();
  await expect(page.getByText(text('shares:emptyHint'))).toBeVisible();
  await knoop.answerOpen([share]);
  await button(page, 'shares:add').click();
  await expect(panel.getByText('Douane Antwerpen')).toBeVisible();

  // Written in pieces: it is there to be seen, and not offered before it is whole.
  const first = join(share, 'voertuigen 2026-05-01.csv');
  writeFileSync(first, HEAD);
  for (let at = 1; at <= 5; at += 1) {
    await wait(1200);
    appendFileSync(first, `1-ABC-00${at};Volvo;rood\n`);
    expect((await ask('case.shareFiles', {})).files.every((file) => !file.kept)).toBe(true);
  }
  const row = panel.getByRole('listitem', { name: 'voertuigen 2026-05-01.csv' });
  await expect(row.getByText(text('shares:state.new'), { exact: true })).toBeVisible({ timeout: 30_000 });
  await knoop.picture('shares-new');
  await button(row, 'shares:import').click();
  await expect(page.locator('.import__head h2')).toHaveText('voertuigen 2026-05-01.csv');
  await page.locator('.import__head .bp6-intent-primary').click();
  await expect(page.locator('.import-result')).toBeVisible({ timeout: 60_000 });
  await page.locator('.import-result__row').getByRole('button').last().click();
  expect((await ask('case.info', {})).counts).toMatchObject({ entities: 5, sources: 1 });
  const before = await contentOf(knoop);

  // Half of it, then renamed into place, as careful programs do.
  writeFileSync(join(share, 'voertuigen.part'), `${HEAD}1-ABC-001;Volvo;zwart\n1-ABC-002;Volvo;rood\n1-ABC-003;Volvo;rood\n1-ABC-004;Volvo;rood\n1-XYZ-009;Saab;grijs\n`);
  await wait(500);
  renameSync(join(share, 'voertuigen.part'), join(share, 'voertuigen 2026-06-01.csv'));
  const next = panel.getByRole('listitem', { name: 'voertuigen 2026-06-01.csv' });
  await expect(next.getByRole('button', { name: text('shares:compare') })).toBeVisible({ timeout: 30_000 });
  await knoop.picture('shares-version-arrived');
  await next.getByRole('button', { name: text('shares:compare') }).click();

  const difference = page.getByRole('region', { name: text('shares:difference') }).or(page.locator('.version'));
  await expect(difference.first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.version del')).toHaveText('rood');
  await expect(page.locator('.version ins')).toHaveText('zwart');
  await knoop.picture('shares-difference');
  await button(page.locator('.import__head'), 'shares:importVersion', { added: 1, changed: 1 }).click();
  await expect(page.locator('.import-result')).toBeVisible({ timeout: 60_000 });
  await page.locator('.import-result__row').getByRole('button').last().click();
  expect((await ask('case.info', {})).counts).toMatchObject({ entities: 5, sources: 2 });
  expect((await ask('case.search', { text: '1-XYZ-009' })).hits).not.toHaveLength(0);
  expect((await ask('case.search', { text: '1-ABC-005' })).hits).toHaveLength(0);

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await ask('case.info', {})).counts.sources).toBe(1);
  expect(await contentOf(knoop)).toEqual(before);
  await expect(next.getByText(text('shares:state.new'), { exact: true })).toBeVisible();

  // The share goes away and comes back.
  renameSync(share, `${share} weg`);
  await expect(panel.getByText(text('shares:reachHint.away'))).toBeVisible({ timeout: 30_000 });
  await knoop.picture('shares-away');
  renameSync(`${share} weg`, share);
  await expect(panel.getByText(text('shares:reachHint.away'))).toHaveCount(0, { timeout: 30_000 });

  await next.getByRole('button', { name: text('shares:dismiss') }).click();
  await expect(panel.getByText(text('shares:none.new'))).toBeVisible();
  expect(knoop.complaints()).toEqual([]);
  await knoop.quit();
});
