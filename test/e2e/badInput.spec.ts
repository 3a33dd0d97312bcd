/** What goes wrong gets one clear sentence, and harms nothing. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FailureCode } from '../../shared/contract';
import { button, chooseLock, dialog, importFiles, makeCase, workbench } from './harness/hands';
import { expect, test, type Knoop } from './harness/knoop';
import { root } from './harness/program';
import { text } from './harness/words';

const asRoot = process.getuid?.() === 0;
const sentence = (code: FailureCode, file = ''): string => text(`failures:${code}`, { file });
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

for (const [name, file, content, code] of [
  ['an empty file', 'empty.csv', '', 'fileEmpty'],
  ['a PDF renamed to .xlsx', 'list.xlsx', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n', 'fileNotThisFormat'],
  ['half a workbook', 'half.xlsx', null, 'fileNotThisFormat'],
] as const) {
  test(`not imported: ${name}`, async ({ start, place }) => {
    const path = join(place.scratch, file);
    writeFileSync(path, content ?? readFileSync(join(root, 'resources', 'sample', 'politie_personenlijst.xlsx')).subarray(0, 9000));
    const knoop = await start();
    await makeCase(knoop.page, 'Refused', null);
    const before = await knoop.ask('case.info', {});
    await knoop.answerOpen([path]);
    await button(knoop.page, 'actions:import').click();
    await expect(knoop.page.locator('.import')).toContainText(sentence(code, file));
    await button(knoop.page.locator('.import'), 'import:back').click();
    await expect(knoop.page.locator('.import')).toHaveCount(0);
    const after = await knoop.ask('case.info', {});
    expect({ counts: after.counts, seq: after.seq, head: after.head }).toEqual({ counts: before.counts, seq: before.seq, head: before.head });
    // The case goes on working after it.
    await importFiles(knoop, [join(root, 'resources', 'sample', 'politie_personenlijst.xlsx')]);
    expect((await knoop.ask('case.info', {})).counts.entities).toBeGreaterThan(100);
  });
}

test('a heading without rows offers nothing to import', async ({ start, place }) => {
  const path = join(place.scratch, 'heading.csv');
  writeFileSync(path, 'name,phone\n');
  const knoop = await start();
  await makeCase(knoop.page, 'Heading', null);
  await knoop.answerOpen([path]);
  await button(knoop.page, 'actions:import').click();
  await expect(knoop.page.locator('.import__head .bp6-intent-primary')).toBeDisabled();
  await expect(knoop.page.locator('.import__head .bp6-intent-primary')).toHaveText(text('import:importNothing'));
});

/** A closed, unencrypted case with the police list in it; answers its folder. */
async function closedCase(knoop: Knoop, name: string): Promise<string> {
  await makeCase(knoop.page, name, null);
  await importFiles(knoop, [join(root, 'resources', 'sample', 'politie_personenlijst.xlsx')]);
  await knoop.page.keyboard.press('Control+w');
  await expect(button(knoop.page, 'start:newCase')).toBeVisible();
  return join(knoop.place.cases, `${name}.knoop`);
}

async function openBroken({ page }: Knoop, name: string, code: FailureCode): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText(sentence(code))).toBeVisible();
  await expect(workbench(page)).toHaveCount(0);
}

test('a damaged case is explained and left as it is; the others still open', async ({ start }) => {
  const knoop = await start();
  const whole = await closedCase(knoop, 'Whole');
  const halved = join(knoop.place.cases, 'Halved.knoop');
  cpSync(whole, halved, { recursive: true });
  const file = join(halved, 'case.db');
  truncateSync(file, Math.floor(statSync(file).size / 2));
  const before = hash(file);
  await knoop.answerOpen([halved]);
  await button(knoop.page, 'start:openCase').click();
  await expect(knoop.page.getByText(sentence('caseDamaged'))).toBeVisible();
  await expect(workbench(knoop.page)).toHaveCount(0);
  expect(hash(file)).toBe(before);
  await knoop.page.getByRole('button', { name: 'Whole', exact: true }).click();
  await expect(workbench(knoop.page)).toBeVisible();
  expect((await knoop.ask('case.info', {})).counts.entities).toBeGreaterThan(100);
});

test('a case of a newer program is refused and not touched', async ({ start }) => {
  const knoop = await start();
  const file = join(await closedCase(knoop, 'Newer'), 'case.db');
  // The version of the form stands at byte 60 of an SQLite file.
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([0, 0, 0x03, 0xe7]), 0, 4, 60);
  closeSync(handle);
  const before = hash(file);
  await openBroken(knoop, 'Newer', 'caseNewer');
  expect(hash(file)).toBe(before);
});

test('a folder that is no case is said to be none', async ({ start, place }) => {
  const knoop = await start();
  const plain = join(place.scratch, 'plain');
  mkdirSync(plain);
  await knoop.answerOpen([plain]);
  await button(knoop.page, 'start:openCase').click();
  await expect(knoop.page.getByText(sentence('notACase'))).toBeVisible();
  expect(readdirSync(plain)).toEqual([]);
});

test('no case is made where nothing may be written', async ({ start, place }) => {
  const knoop = await start();
  // Root may write anywhere but into the kernel's own folders; others are stopped by the folder's rights.
  const closed = asRoot ? '/sys' : join(place.scratch, 'closed');
  if (!asRoot) {
    mkdirSync(closed);
    chmodSync(closed, 0o555);
  }
  const { page } = knoop;
  await button(page, 'start:newCase').click();
  await dialog(page).getByLabel(text('start:caseName')).fill('Nowhere');
  await knoop.answerOpen([closed]);
  await button(dialog(page), 'start:chooseFolder').click();
  await chooseLock(page, null);
  await button(dialog(page), 'start:createCase').click();
  await expect(page.getByText(sentence('folderReadOnly'))).toBeVisible();
  await expect(dialog(page).getByLabel(text('start:caseName'))).toHaveValue('Nowhere');
  expect(existsSync(join(closed, 'Nowhere.knoop'))).toBe(false);
});

test('a full disk stops an import, and what was there is kept', async ({ start, place }) => {
  const disk = join(place.scratch, 'disk');
  mkdirSync(disk);
  const mounted = asRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status === 0;
  test.skip(!mounted, 'a small disk can be made by root only');
  try {
    const knoop = await start();
    const { page } = knoop;
    await button(page, 'start:newCase').click();
    await dialog(page).getByLabel(text('start:caseName')).fill('Small');
    await knoop.answerOpen([disk]);
    await button(dialog(page), 'start:chooseFolder').click();
    await chooseLock(page, null);
    await button(dialog(page), 'start:createCase').click();
    await expect(workbench(page)).toBeVisible();
    const before = (await knoop.ask('case.info', {})).counts;
    await knoop.answerOpen([join(root, 'resources', 'sample', 'retro_telefonie.csv')]);
    await button(page, 'actions:import').click();
    await page.locator('.import__head .bp6-intent-primary').click();
    await expect(page.getByText(sentence('diskFull'))).toBeVisible({ timeout: 30_000 });
    expect((await knoop.ask('case.info', {})).counts).toEqual(before);
    expect(await knoop.ask('case.verifyJournal', {})).toMatchObject({ ok: true });
    await knoop.quit();
  } finally {
    spawnSync('umount', [disk]);
  }
});
