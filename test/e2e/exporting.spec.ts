/** Data leave the case in formats of other tools, on record, and come back as the same entities and links. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { button, dialog, importFiles, makeCase, pick } from './harness/hands';
import { expect, type Knoop } from './harness/knoop';
import { allSeeing } from './harness/recipients';
import { jobs, test } from './harness/sampleCase';
import { text } from './harness/words';

/** Exports by the dialog what it proposes, or the choice `what`, to a file. */
async function exportAs(knoop: Knoop, format: string, file: string, what?: string): Promise<void> {
  const { page } = knoop;
  await knoop.answerSave(file);
  await button(page, 'actions:exportData').click();
  if (what !== undefined) await dialog(page).getByText(what, { exact: false }).click();
  await dialog(page).getByLabel(text('exporting:format'), { exact: true }).selectOption(format);
  await expect(dialog(page)).toContainText(text(`exporting:about.${format}`));
  const save = dialog(page).locator('button[type=submit]');
  await dialog(page).getByLabel(text('release:recipient'), { exact: true }).selectOption({ label: 'Parket Antwerpen · Parket' });
  await expect(save).toBeDisabled();
  await dialog(page).getByLabel(text('release:reasonNeeded')).fill('verzoek van 3 mei');
  await dialog(page).getByLabel(text('release:basisNeeded')).fill('art. 56 Sv.');
  await save.click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(toldOf(file), { exact: false })).toBeVisible({ timeout: 20_000 });
  await expect(jobs(page)).toHaveCount(0);
}

const toldOf = (file: string): RegExp => new RegExp(`${file.split('/').at(-1)?.replaceAll('.', '\\.') ?? ''}.*SHA-256 [0-9a-f]{64}`, 's');

test('a chart leaves as GraphML and as a workbook, and comes back in another case', async ({ startSample, place }) => {
  test.setTimeout(120_000);
  const knoop = await startSample();
  const { page, ask } = knoop;
  await ask('case.execute', { command: 'recipient.put', args: await allSeeing(ask, 'Parket Antwerpen', 'Parket', 'judicial') });
  const chart = (await ask('case.charts', {}))[0]!;
  const view = await ask('case.chart', { id: chart.id });
  const graph = join(place.scratch, 'netwerk.graphml');
  const book = join(place.scratch, 'netwerk.xlsx');

  await test.step('exported by the dialog', async () => {
    await exportAs(knoop, 'graphml', graph);
    await exportAs(knoop, 'xlsx', book);
    expect(readdirSync(place.scratch).toSorted(), 'nothing is left beside the files').toEqual(['netwerk.graphml', 'netwerk.xlsx']);
    const releases = await ask('case.releases', {});
    expect(releases.map(({ format, recipient, briefing }) => ({ format, recipient, briefing }))).toEqual([{ format: 'xlsx', recipient: 'Parket Antwerpen', briefing: null }, { format: 'graphml', recipient: 'Parket Antwerpen', briefing: null }]);
    expect(releases[1]?.sha256).toBe(createHash('sha256').update(readFileSync(graph)).digest('hex'));
    expect((await ask('case.verifyJournal', {})).ok).toBe(true);
  });

  await test.step('the journal tells of it in words', async () => {
    const [last] = await ask('case.journal', { limit: 1 });
    expect(last).toMatchObject({ command: 'release.record', label: { format: 'xlsx' } });
  });

  await test.step('a cancelled file dialog does nothing', async () => {
    await button(page, 'actions:exportData').click();
    await expect(dialog(page)).toContainText(text('exporting:earlier'));
    await dialog(page).locator('button[type=submit]').click();
    await expect(jobs(page)).toHaveCount(0);
    expect(await ask('case.releases', {})).toHaveLength(2);
  });

  const links = Number(readFileSync(graph, 'utf8').match(/<edge /g)?.length ?? 0);
  expect(links).toBeGreaterThan(10);
  await test.step('imported into another case: the same entities and links', async () => {
    await button(page, 'actions:closeCase').click();
    await makeCase(page, 'Elders', null);
    await importFiles(knoop, [graph]);
    const counts = (await ask('case.info', {})).counts;
    expect({ entities: counts.entities, links: counts.links }).toEqual({ entities: view.entities.length, links });
    const drawn = (await ask('case.charts', {})).find(({ name }) => name === 'netwerk');
    const there = await ask('case.chart', { id: drawn!.id });
    const places = (from: typeof view): unknown => from.items.filter((item) => item.kind === 'entity' && from.entities.some(({ id }) => id === item.subject)).map(({ subject, x, y }) => ({ subject, x, y })).toSorted((a, b) => a.subject.localeCompare(b.subject));
    expect(places(there)).toEqual(places(view));
    expect(there.entities.map(({ id, caption }) => `${id} ${caption}`).toSorted()).toEqual(view.entities.map(({ id, caption }) => `${id} ${caption}`).toSorted());
    await importFiles(knoop, [book]);
    const again = (await ask('case.info', {})).counts;
    expect({ entities: again.entities, links: again.links }).toEqual({ entities: view.entities.length, links });
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the dialog in Dutch, ${theme}`, async ({ startSample }) => {
    const knoop = await startSample({ language: 'nl', theme });
    const { page, ask } = knoop;
    const view = await ask('case.chart', { id: (await ask('case.charts', {}))[0]!.id });
    await pick(page, view.entities.filter(({ type }) => type === 'person').slice(0, 2).map(({ id }) => id));
    await page.keyboard.press('Control+Shift+e');
    await expect(dialog(page)).toContainText(text('release:ownUseHint', {}, 'nl'));
    await knoop.picture(`exporting-${theme}`);
    const found = await new AxeBuilder({ page }).include('.export-dialog').setLegacyMode(true).analyze();
    expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  });
}
