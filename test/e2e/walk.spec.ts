/** The main job, once through: from the services' files to a printed briefing, as an investigator does it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './harness/knoop';
import { contentOf } from './harness/content';
import { button, canvas, dialog, drag, drawnCounts, importFiles, makeCase, pick, placeOf, workbench } from './harness/hands';
import { popplerIsHere, readPdf } from './harness/pdf';
import { root } from './harness/program';
import { text } from './harness/words';

const PASSPHRASE = 'correct horse battery staple';
const FILES = ['politie_personenlijst.xlsx', 'retro_telefonie.csv', 'douane_containerbewegingen.csv', 'bank_verrichtingen.csv'].map((name) => join(root, 'resources', 'sample', name));

async function firstThat<T>(among: readonly T[], fits: (each: T) => Promise<boolean>): Promise<T> {
  for (const each of among) if (await fits(each)) return each;
  throw new Error('there is none');
}

test('an investigator brings files together, works the network and takes it all back and forth', { tag: '@packaged' }, async ({ start, place }) => {
  test.setTimeout(180_000);
  const knoop = await start();
  const { page, ask } = knoop;

  await test.step('an encrypted case', async () => {
    await makeCase(page, 'Loodslicht', PASSPHRASE);
    expect(existsSync(join(place.cases, 'Loodslicht.knoop', 'case.db'))).toBe(true);
    expect((await ask('case.info', {})).encrypted).toBe(true);
  });

  await test.step('four services’ files', async () => {
    await importFiles(knoop, FILES, (name) => name.startsWith('politie'));
    const sources = await ask('case.sources', {});
    expect(sources.filter((each) => each.kind === 'file')).toHaveLength(4);
    for (const source of sources.filter((each) => each.kind === 'file')) expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  const chart = (await ask('case.charts', {}))[0]!.id;
  const view = () => ask('case.chart', { id: chart });
  const item = async (id: string) => (await view()).items.find((each) => each.subject === id);
  const people = async () => (await view()).entities.filter((each) => each.type === 'person');
  await expect.poll(async () => (await drawnCounts(page)).entities).toBe((await view()).entities.length);
  expect((await view()).entities.length).toBeGreaterThan(30);

  await test.step('laid out', async () => {
    const before = JSON.stringify((await view()).items.map(({ x, y }) => [x, y]));
    await canvas(page).focus();
    await page.keyboard.press('Control+l');
    await button(page, 'arranging:keep').click();
    await expect.poll(async () => JSON.stringify((await view()).items.map(({ x, y }) => [x, y])), { timeout: 30_000 }).not.toBe(before);
    await page.keyboard.press('Control+0');
  });

  const [first, second] = (await people()).toSorted((a, b) => b.links - a.links);
  await test.step('dragged and pinned', async () => {
    const before = (await item(first!.id))!;
    await pick(page, [first!.id]);
    // A short way, so that it does not come to lie on another item.
    await drag(page, first!.id, { x: 14, y: 10 });
    await expect.poll(async () => (await item(first!.id))!.x).not.toBe(before.x);
    await page.keyboard.press('p');
    await expect.poll(async () => (await item(first!.id))!.pinned).toBe(true);
  });

  await test.step('expanded, with counts before anything comes', async () => {
    const before = (await view()).entities;
    const growing = await firstThat(before, async ({ id }) => {
      const left = (await ask('case.neighbours', { ids: [id], chart })).map((each) => each.entities - each.onChart);
      return left.some((each) => each > 0) && left.every((each) => each <= 50);
    });
    await page.keyboard.press('Control+0');
    await pick(page, [growing.id]);
    await page.keyboard.press('Control+e');
    const counted = await ask('case.neighbours', { ids: [growing.id], chart });
    const wanted = counted.reduce((sum, each) => sum + each.entities - each.onChart, 0);
    await expect(dialog(page).locator('tbody tr')).toHaveCount(counted.length);
    await expect(dialog(page).locator('button[type=submit]')).toHaveText(text('expand:add', { count: Math.min(50, wanted) }));
    await dialog(page).locator('button[type=submit]').click();
    await expect(dialog(page)).toHaveCount(0);
    await expect.poll(async () => (await view()).entities.length).toBeGreaterThan(before.length);
  });

  let drawn = '';
  await test.step('an entity and a link drawn by hand', async () => {
    await canvas(page).focus();
    await page.keyboard.press('n');
    await dialog(page).getByRole('textbox').first().fill('Onbekende chauffeur');
    await dialog(page).locator('button[type=submit]').click();
    await expect.poll(async () => (await view()).entities.find((each) => each.caption === 'Onbekende chauffeur')?.id ?? '').not.toBe('');
    drawn = (await view()).entities.find((each) => each.caption === 'Onbekende chauffeur')!.id;
    await page.keyboard.press('Control+0');
    const lines = (await view()).lines.length;
    await pick(page, [drawn, second!.id]);
    await page.keyboard.press('l');
    // What the link says is never guessed.
    await expect(dialog(page).locator('button[type=submit]')).toBeDisabled();
    await dialog(page).getByRole('combobox').first().selectOption({ index: 1 });
    await dialog(page).locator('button[type=submit]').click();
    await expect.poll(async () => (await view()).lines.length).toBe(lines + 1);
  });

  await test.step('a statement corrected: the old one is retracted, not changed', async () => {
    await pick(page, [drawn]);
    await expect(page.locator('.inspector h2')).toHaveText('Onbekende chauffeur');
    const before = (await ask('case.subject', { id: drawn })).statements;
    await page.locator('.inspector').getByRole('button', { name: text('inspector:statementMenu') }).first().click();
    await page.getByRole('menuitem', { name: text('inspector:correct') }).click();
    await dialog(page).getByRole('textbox').first().fill('Onbekende bestuurder');
    await dialog(page).locator('button[type=submit]').click();
    await expect(page.locator('.inspector h2')).toHaveText('Onbekende bestuurder');
    const after = (await ask('case.subject', { id: drawn })).statements;
    expect(after.map((each) => each.id)).not.toContain(before[0]!.id);
    await expect.poll(async () => (await view()).entities.find((each) => each.id === drawn)?.caption).toBe('Onbekende bestuurder');
  });

  await test.step('taken off the chart, kept in the case', async () => {
    const gone = (await people()).find((each) => each.id !== first!.id && each.id !== second!.id && each.id !== drawn)!;
    await pick(page, [gone.id]);
    await canvas(page).focus();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await view()).entities.some((each) => each.id === gone.id)).toBe(false);
    expect(await ask('case.entities', { ids: [gone.id] })).toHaveLength(1);
  });

  const worked = await contentOf(knoop);
  await knoop.picture('walk');

  await test.step('undone to the start', async () => {
    const steps = async () => (await ask('case.info', {})).history;
    for (let undo = (await steps()).undo; undo !== null; undo = (await steps()).undo) {
      const { seq } = undo;
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await steps()).undo?.seq ?? 0, { timeout: 30_000 }).toBeLessThan(seq);
    }
    expect((await contentOf(knoop)).counts).toMatchObject({ entities: 0, links: 0, statements: 0 });
    await expect(button(page, 'actions:undo')).toBeDisabled();
  });

  await test.step('and redone', async () => {
    const steps = async () => (await ask('case.info', {})).history;
    for (let redo = (await steps()).redo; redo !== null; redo = (await steps()).redo) {
      const { seq } = redo;
      await page.keyboard.press('Control+y');
      await expect.poll(async () => (await steps()).redo?.seq ?? 0, { timeout: 30_000 }).not.toBe(seq);
    }
    expect(await contentOf(knoop)).toEqual(worked);
  });

  await test.step('closed and opened again: everything is where it was', async () => {
    await page.keyboard.press('Control+w');
    await expect(button(page, 'start:newCase')).toBeVisible();
    await page.getByRole('button', { name: 'Loodslicht', exact: true }).click();
    await dialog(page).getByLabel(text('start:passphrase')).fill('not the passphrase');
    await button(dialog(page), 'start:unlock').click();
    await expect(dialog(page)).toContainText(text('failures:wrongPassphrase'));
    await dialog(page).getByLabel(text('start:passphrase')).fill(PASSPHRASE);
    await button(dialog(page), 'start:unlock').click();
    await expect(workbench(page)).toBeVisible();
    expect(await contentOf(knoop)).toEqual(worked);
    await expect.poll(async () => (await drawnCounts(page)).entities).toBe((await view()).entities.length);
    expect(await placeOf(page, first!.id)).toBeTruthy();
    expect(await ask('case.verifyJournal', {})).toMatchObject({ ok: true, brokenAt: null });
  });

  const out = join(place.scratch, 'Loodslicht.pdf');
  await test.step('a briefing for the prosecutor', async () => {
    // A prosecutor who may see all that there is: what somebody may not see has tests of its own.
    const { schemes } = await ask('case.catalogue', {});
    const highest = (id: string): string => schemes.find((each) => each.id === id)!.axes.flatMap((axis) => axis.codes).toSorted((a, b) => b.rank - a.rank)[0]!.code;
    const prosecutor = {
      id: '01930000-0000-7000-8000-0000000000aa', name: 'Parket Scheldoord', service: 'Parket Scheldoord', purpose: 'judicial' as const,
      rights: {
        allowedHandling: Object.fromEntries(schemes.filter((each) => each.use === 'handling').map((each) => [each.id, each.axes.flatMap((axis) => axis.codes.map((code) => code.code))])),
        maximumMarkings: schemes.filter((each) => each.use === 'marking').map(({ id }) => ({ scheme: id, code: highest(id) })),
      },
    };
    await ask('case.execute', { command: 'recipient.put', args: prosecutor });

    await button(page, 'actions:briefing').click();
    await button(page, 'briefing:create').click();
    await page.getByText(text('briefing:templates.dossier'), { exact: true }).click();
    await page.getByLabel(text('briefing:title'), { exact: true }).fill('Het netwerk rond de kade');
    await page.getByLabel(text('briefing:recipient'), { exact: true }).selectOption(prosecutor.id);
    const sentence = page.getByRole('textbox', { name: text('briefing:sentence', { number: 1 }), exact: true });
    await sentence.fill('Drie containers verlieten de terminal voor zonsopgang.');
    await sentence.press('Alt+c');
    const picker = page.getByRole('group', { name: text('briefing:citePick') });
    await picker.getByText(text('briefing:citeSearch'), { exact: true }).click();
    await picker.getByRole('searchbox').fill('Onbekende bestuurder');
    await picker.getByRole('button', { name: /Onbekende bestuurder/ }).first().click();
    await picker.locator('.cite__statement').first().click();
    await button(picker, 'briefing:cite').click();
    await expect.poll(async () => (await ask('case.briefings', {}))[0]).toMatchObject({ title: 'Het netwerk rond de kade', recipient: prosecutor.id, author: 'J. Tester', template: 'dossier' });
    await expect.poll(async () => (await ask('case.briefings', {}))[0]!.blocks.flatMap((block) => (block.kind === 'text' ? block.sentences : []))).toMatchObject([{ text: { texts: { en: 'Drie containers verlieten de terminal voor zonsopgang.' } }, cites: [expect.any(String)] }]);
    await button(page, 'briefing:preview').click();
    await expect(page.locator('.preview__page').first()).toBeVisible({ timeout: 60_000 });
    await knoop.picture('briefing');
    await knoop.answerSave(out);
    await button(page.locator('.brief'), 'briefing:export').click();
    await dialog(page).getByLabel(text('release:reasonNeeded')).fill('Verzoek van het parket');
    await dialog(page).getByLabel(text('release:basisNeeded')).fill('art. 56 Sv.');
    await dialog(page).getByText(text('briefing:anyway')).click();
    await button(dialog(page), 'briefing:exportNow', { format: 'PDF' }).click();
    await expect.poll(async () => (await ask('case.releases', {})).length, { timeout: 60_000 }).toBe(1);
    expect((await ask('case.releases', {}))[0]).toMatchObject({ recipient: prosecutor.name, recipientId: prosecutor.id, purpose: 'judicial', reason: 'Verzoek van het parket', format: 'pdf' });
    await button(dialog(page), 'briefing:close').click();
    expect(existsSync(out)).toBe(true);
  });

  await test.step('read back by another program', async () => {
    test.skip(!popplerIsHere(), 'poppler-utils are not installed');
    const pdf = await readPdf(out);
    const [release] = await ask('case.releases', {});
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(release!.sha256);
    expect(pdf.pages).toHaveLength(release!.pages);
    expect(pdf).toMatchObject({ tagged: true, hasOutline: true, title: 'Het netwerk rond de kade' });
    const { settings } = await ask('case.info', {});
    const marking = (await ask('case.catalogue', {})).schemes.flatMap((scheme) => (scheme.id === settings.marking.scheme ? scheme.axes.flatMap((axis) => axis.codes) : [])).find((code) => code.code === settings.marking.code)!.label.en.toUpperCase();
    for (const [index, page] of pdf.pages.entries()) {
      const lines = page.split('\n').map((line) => line.trim()).filter(Boolean);
      expect(lines[0], `head of page ${index + 1}`).toContain(marking);
      expect(lines.at(-1), `foot of page ${index + 1}`).toContain(marking);
      expect(page, `number of page ${index + 1}`).toContain(`${index + 1} of ${pdf.pages.length}`);
    }
    const all = pdf.pages.join('\n');
    for (const said of ['Parket Scheldoord', 'J. Tester', 'Drie containers verlieten de terminal', first!.caption, 'Onbekende bestuurder', 'politie_personenlijst.xlsx', 'retro_telefonie.csv']) expect(all.replace(/\s+/g, ' '), said).toContain(said);
    for (const source of (await ask('case.sources', {})).filter((each) => each.title.startsWith('politie'))) expect(all.replace(/\s+/g, ''), 'hash of the source').toContain(source.sha256!);
    // The figure is drawn, not photographed.
    expect(pdf.rasters).toEqual([]);
  });

  expect(knoop.complaints(), 'the page broke no rule of its policy and lost no error').toEqual([]);
});
