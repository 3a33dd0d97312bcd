/** A supplier's messy table: mapped with steps, kept as a recipe, given to a colleague's case, and accounted for on paper. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from './harness/pdf';
import { expect, test } from './harness/knoop';
import { button, dialog, makeCase, workbench } from './harness/hands';
import { text } from './harness/words';

const LIST = [
  'Dossier;Betrokkene;Toestel;Status;Dag;Uur;Opmerking',
  'AN-1/2026;AMELLAL, Driss;tel: 0470 55 01 27 (prive);V;14/03/2026;22.40;zag er moe uit',
  'AN-2/2026;PEETERS, An;tel: 0470 55 01 28 (werk);G;15/03/2026;08.15;',
  'AN-3/2026;DE SMET, Koen;tel: 0470 55 01 29;X;16/03/2026;23.59;belde twee keer',
  '"AN-4/2026;nooit gesloten',
].join('\r\n');
const SECOND = LIST.replaceAll('0470 55 01 2', '0470 66 01 2').replaceAll('AN-', 'BR-').replace('"BR-4/2026;nooit gesloten', 'BR-4/2026;CLAES, Piet;tel: 0470 66 01 20;V;17/03/2026;10.00;');

test('a recipe with steps goes from one case to another, and each import has its receipt', async ({ start, place }) => {
  test.setTimeout(180_000);
  const knoop = await start();
  const { page, ask } = knoop;
  await page.setViewportSize({ width: 1440, height: 900 });
  mkdirSync(place.scratch, { recursive: true });
  const [first, second] = [['lijst januari.csv', LIST], ['lijst februari.csv', SECOND]].map(([name, content]) => {
    const file = join(place.scratch, String(name));
    writeFileSync(file, String(content));
    return file;
  }) as [string, string];
  const recipeFile = join(place.scratch, 'lijst.knoop-recipe.json');
  const open = async (files: readonly string[]): Promise<void> => {
    await knoop.answerOpen(files);
    await button(page, 'actions:import').click();
  };
  await makeCase(page, 'Recepten', null);

  await test.step('columns that nothing takes are kept under their own names', async () => {
    await open([first]);
    await expect(page.locator('.import__head h2')).toHaveText('lijst januari.csv');
    await expect(page.locator('.count')).toBeVisible({ timeout: 20_000 });
    await knoop.picture('recipes-proposed');
    await expect(page.locator('.file-grid thead')).toContainText('Dossier');
    await expect(page.locator('.property-rows__row').filter({ hasText: 'Opmerking' }).first()).toBeVisible();
  });

  await test.step('what is done to a text is tried out at once', async () => {
    await page.getByLabel(text('import:addEntity')).selectOption('phone');
    const card = page.getByRole('region', { name: /^(Telefoon|Phone)/ }).last();
    await card.getByLabel(text('import:addProperty')).selectOption('number');
    await card.locator('.property-rows__row').first().locator('select').first().selectOption({ label: 'Toestel' });
    await card.locator('.property-rows__row').first().getByRole('button').first().click();
    await dialog(page).getByLabel(text('import:stepAdd')).selectOption('extract');
    const pattern = dialog(page).getByLabel(text('import:pattern'));
    await pattern.fill('([0-9 ]{9,');
    await expect(dialog(page).getByRole('alert')).toHaveText(text('import:patternBad'));
    await pattern.fill('0[0-9 ]{8,}');
    await expect(dialog(page).getByRole('alert')).toHaveCount(0);
    await expect(dialog(page).locator('.steps__try tbody tr').first()).toContainText('0470 55 01 27');
    await expect(dialog(page).locator('.steps__value').first()).toHaveText('+32 470 55 01 27');
    await knoop.picture('recipes-steps');
    await button(dialog(page), 'import:stepsKeep').click();
    await expect(dialog(page)).toHaveCount(0);
  });

  await test.step('the mapping is saved, and a change of it makes the next version', async () => {
    await button(page, 'import:saveAsRecipe').click();
    await page.locator('.recipe-bar__save input').fill('Parket: dossierlijst');
    await page.locator('.recipe-bar__save button[type=submit]').click();
    await expect(page.locator('.recipe-bar select')).toContainText(text('import:recipeVersion', { name: 'Parket: dossierlijst', version: 1 }));
    await page.locator('.map-card--source input').first().fill('Parket Antwerpen');
    await expect(page.locator('.recipe-bar__changed')).toBeVisible();
    await button(page, 'import:recipeSaveChanges').click();
    await page.locator('.recipe-bar__save button[type=submit]').click();
    await expect(page.locator('.recipe-bar select')).toContainText(text('import:recipeVersion', { name: 'Parket: dossierlijst', version: 2 }));
    const [own] = await ask('case.recipes', {});
    expect(own).toMatchObject({ name: 'Parket: dossierlijst', version: 2, shipped: false, earlier: [{ version: 1 }] });
  });

  await test.step('the numbers stand there before, and are those of the receipt after', async () => {
    await expect(page.locator('.outcome h3')).toContainText(text('import:outcomeWhole', { rows: '3' }), { timeout: 20_000 });
    await knoop.picture('recipes-counted');
    await page.locator('.import__head .bp6-intent-primary').click();
    await expect(page.locator('.import-result')).toBeVisible({ timeout: 60_000 });
    await knoop.picture('recipes-result');
    await button(page, 'import:receipt').click();
    await expect(dialog(page)).toContainText('SHA-256');
    await expect(dialog(page)).toContainText('Parket: dossierlijst');
    await knoop.picture('recipes-receipt');
    const [source] = await ask('case.sources', {});
    const receipt = await ask('case.receipt', { source: source!.id });
    expect(receipt).toMatchObject({ title: 'lijst januari.csv', supplier: 'Parket Antwerpen', recipe: { name: 'Parket: dossierlijst', version: 2 }, counts: { rows: 3, rejected: 1 } });
    expect(receipt.types.find(({ type }) => type === 'phone')).toEqual({ use: 'entity', type: 'phone', added: 3, known: 0 });
    const pdf = join(place.scratch, 'bewijs.pdf');
    await knoop.answerSave(pdf);
    await button(dialog(page), 'receipt:save').click();
    await expect.poll(() => { try { return readFileSync(pdf).length; } catch { return 0; } }, { timeout: 60_000 }).toBeGreaterThan(1000);
    const { pages } = await readPdf(pdf);
    expect(pages.length).toBeLessThanOrEqual(3);
    const whole = pages.join('\n').replace(/\s+/g, ' ');
    expect(whole).toContain('lijst januari.csv');
    expect(whole.replaceAll(' ', '')).toContain(receipt.sha256!);
    expect(whole).toContain('Parket: dossierlijst');
    await button(dialog(page), 'receipt:close').click();
    await page.locator('.import-result__row').getByRole('button').last().click();
    await expect(page.locator('.import')).toHaveCount(0);
    const [release, entry] = await ask('case.journal', { limit: 2 });
    expect(release).toMatchObject({ command: 'release.record', label: { format: 'pdf' } });
    expect(entry).toMatchObject({ command: 'import.run', label: { recipe: 'Parket: dossierlijst', version: 2 } });
  });

  await test.step('it is given to a colleague as a file', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.type(text('actions:recipes'));
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toContainText('Parket: dossierlijst');
    await knoop.picture('recipes-list');
    await knoop.answerSave(recipeFile);
    await dialog(page).locator('.recipes__row').filter({ hasText: 'Parket: dossierlijst' }).getByRole('button', { name: text('recipes:give') }).click();
    await expect.poll(() => { try { return JSON.parse(readFileSync(recipeFile, 'utf8')).version as number; } catch { return 0; } }).toBe(2);
    expect(JSON.parse(readFileSync(recipeFile, 'utf8'))).not.toHaveProperty('earlier');
    await button(dialog(page), 'recipes:close').click();
  });

  await test.step('another case takes it, refuses what is no recipe, and knows the next file by it', async () => {
    await workbench(page).click();
    await page.keyboard.press('Control+w');
    await makeCase(page, 'Collega', null);
    await page.keyboard.press('Control+k');
    await expect(page.locator('.bp6-omnibar input')).toBeFocused();
    await page.keyboard.type(text('actions:recipes'));
    await page.keyboard.press('Enter');
    const wrong = join(place.scratch, 'geen recept.json');
    writeFileSync(wrong, '{"id":"x","name":"x","version":1,"fingerprint":"","mapping":{"entities":"all"}}');
    await knoop.answerOpen([wrong], [recipeFile]);
    await button(dialog(page), 'recipes:take').click();
    await expect(page.getByText('geen recept.json').first()).toBeVisible();
    expect((await ask('case.recipes', {})).every((each) => each.shipped)).toBe(true);
    await button(dialog(page), 'recipes:take').click();
    await expect(dialog(page)).toContainText('Parket: dossierlijst');
    await button(dialog(page), 'recipes:close').click();
    await open([first, second]);
    await expect(page.locator('.import-queue__body tbody tr')).toHaveCount(2);
    await expect(button(page, 'import:queueImport', { count: 2 })).toBeEnabled({ timeout: 20_000 });
    await knoop.picture('recipes-queue');
    await button(page, 'import:queueImport', { count: 2 }).click();
    await expect(button(page, 'import:finish')).toBeVisible({ timeout: 60_000 });
    await knoop.picture('recipes-queue-done');
    await button(page, 'import:finish').click();
    const { byType } = await ask('case.browse', { types: ['phone'] });
    expect(byType['phone']).toBe(7);
    expect((await ask('case.sources', {})).map(({ title, recipe }) => [title, recipe?.version]).toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([['lijst februari.csv', 2], ['lijst januari.csv', 2]]);
  });
  expect(knoop.complaints()).toEqual([]);
});
