/** Reports in running text: brought in, found by a word, read, and taken from by choice. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { docxOf, PAGE_END, paragraph, pdfOf, table } from '../case/importers/formats/documentFiles';
import { expect, test } from './harness/knoop';
import { button, importFiles, makeCase, workbench } from './harness/hands';
import { text } from './harness/words';

const PDF = pdfOf([
  ['Proces-verbaal van observatie', '', 'Op 14 maart 2026 omstreeks 22.40 uur zag verbalisant een bestelwagen van het merk Ford', 'met nummerplaat 1-ABC-234 aan kaai 869. De bestuurder belde met 0470/55.01.27 en laadde', 'twee sporttassen uit container MSCU 111222-0 over.'],
  ['Vervolg', '', 'Het nummer +32 470 55 01 27 werd eerder gezien in dossier 0470123456.', 'De betaling liep over rekening BE68 5390 0754 7034. Contact: driss@example.be.'],
]);
const DOCX = docxOf([paragraph('Nota van de douane'), paragraph('De trekker met plaat 1-XYZ-987 verliet de terminal. Chauffeur bereikbaar op +31 6 12345678.'), table([['Container', 'Zegel'], ['CSQU 305438 3', '4455667']]), PAGE_END, paragraph('Rekening BE68 5390 0754 7034 komt terug.')].join(''));

test('a report is imported, found by a word, and taken from by choice', { tag: '@packaged' }, async ({ start, place }) => {
  test.setTimeout(120_000);
  const knoop = await start();
  const { page, ask } = knoop;
  await page.setViewportSize({ width: 1440, height: 900 });
  const files = [['verslag.pdf', PDF], ['nota douane.docx', DOCX]].map(([name, content]) => {
    const file = join(place.scratch, String(name));
    writeFileSync(file, content as Buffer);
    return file;
  });
  await makeCase(page, 'Papier', null);
  await importFiles(knoop, files);
  const sources = await ask('case.sources', {});
  expect(sources.filter((each) => each.pages > 0).map((each) => `${each.title} ${each.pages}`).toSorted()).toEqual(['nota douane.docx 2', 'verslag.pdf 2']);
  expect((await ask('case.info', {})).counts.entities).toBe(0);

  await test.step('found by a word', async () => {
    await page.keyboard.press('Control+f');
    await page.locator('[data-search-field]').fill('sporttas');
    await expect(page.getByRole('button', { name: text('search:openPage', { title: 'verslag.pdf', page: '1' }) })).toBeVisible();
    await knoop.picture('documents-search');
    await page.getByRole('button', { name: text('search:openPage', { title: 'verslag.pdf', page: '1' }) }).click();
    await expect(page.locator('.reader__text').first()).toContainText('twee sporttassen');
    await expect(page.locator('.reader__sought').first()).toHaveText('sporttas');
  });

  // Legacy mode: the normal one opens a second page to gather results, and the window opens none.
  const faults = async (): Promise<string[]> => (await new AxeBuilder({ page }).include('.reader').setLegacyMode(true).analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map((node) => node.target.join(' ')).join(', ')}`);
  const row = (value: string) => page.locator('.reader__row').filter({ has: page.locator('.reader__value').filter({ hasText: value }) });
  await test.step('proposed, and not taken in unasked', async () => {
    for (const value of ['+32 470 55 01 27', '1-ABC-234', 'BE68 5390 0754 7034', 'driss@example.be', 'MSCU']) await expect(row(value)).toBeVisible();
    await expect(row('0470123456')).toHaveCount(0);
    await expect(page.locator('.reader__row')).toHaveCount(5);
    await knoop.picture('documents-proposals');
    expect((await ask('case.info', {})).counts.entities).toBe(0);
  });

  await test.step('two taken in, in one step', async () => {
    for (const value of ['+32 470 55 01 27', '1-ABC-234']) await row(value).getByRole('checkbox').dispatchEvent('click');
    await button(page, 'reading:take', { count: 2 }).click();
    await expect(page.locator('.reader__row')).toHaveCount(3);
    const { entities } = await ask('case.browse', { order: 'recent' });
    expect(entities.map(({ type, caption, sources: count }) => `${type} ${caption} ${count}`).toSorted()).toEqual(['phone +32 470 55 01 27 1', 'vehicle 1-ABC-234 1']);
    const phone = await ask('case.subject', { id: entities.find(({ type }) => type === 'phone')!.id });
    expect(phone.statements.map(({ locator, sourceTitle }) => `${sourceTitle} ${locator.page}`).toSorted()).toEqual(['verslag.pdf 1', 'verslag.pdf 2']);
    await page.locator('.reader__state').nth(1).click();
    await expect(page.locator('.reader__row')).toHaveCount(2);
    await knoop.picture('documents-taken');
  });

  await test.step('and taken back by one undo', async () => {
    await workbench(page).click();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await ask('case.info', {})).counts.entities).toBe(0);
    await expect(page.locator('.reader__row')).toHaveCount(0);
    await page.locator('.reader__state').nth(0).click();
    await expect(page.locator('.reader__row')).toHaveCount(5);
  });

  await test.step('the other document knows what was taken from the first', async () => {
    await row('BE68 5390 0754 7034').getByRole('checkbox').dispatchEvent('click');
    await button(page, 'reading:take', { count: 1 }).click();
    await expect(page.locator('.reader__row')).toHaveCount(4);
    await page.locator('.reader__row').filter({ hasText: 'driss@example.be' }).getByRole('button', { name: new RegExp(`^${text('reading:dismiss')}`) }).click();
    await expect(page.locator('.reader__row')).toHaveCount(3);
    await page.locator('[data-search-field]').fill('chauffeur');
    await page.getByRole('button', { name: text('search:openPage', { title: 'nota douane.docx', page: '1' }) }).click();
    await expect(row('BE68 5390 0754 7034')).toContainText(text('reading:known'));
    await expect(row('CSQU')).toBeVisible();
    await row('CSQU').getByRole('button', { name: new RegExp(`^${text('reading:toText')}`) }).click();
    await expect(page.locator('.reader__mention[data-shown="true"]')).toHaveText('CSQU 305438 3');
    await knoop.picture('documents-known');
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.type(text('actions:theme.dark'));
    await page.keyboard.press('Enter');
    await expect(page.locator('.bp6-dark').first()).toBeVisible();
    await knoop.picture('documents-dark');
    expect(await faults()).toEqual([]);
  });
  expect(knoop.complaints()).toEqual([]);
});
