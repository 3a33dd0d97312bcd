/** Runs without a window, as a script starts them: what is written, and how each way of failing ends. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './harness/knoop';
import { readPdf } from './harness/pdf';
import { writeSettings, type Place } from './harness/place';
import { program, root, type Target } from './harness/program';
import { text } from './harness/words';

const sample = (name: string): string => join(root, 'resources', 'sample', name);

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function run(target: Target, place: Place, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  writeSettings(place);
  const { executable, args: before, env: around } = program(target, place);
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...before, '--headless', ...args], { env: { ...around, ...env }, cwd: place.scratch, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (data: Buffer) => { output += data.toString(); });
    child.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

test('imports files and writes a briefing', { tag: '@packaged' }, async ({ target, place }) => {
  const out = join(place.scratch, 'pack.pdf');
  const ended = await run(target, place, ['--import', sample('douane_containerbewegingen.csv'), '--import', sample('politie_personenlijst.xlsx'), '--out', out, '--title', 'Headless pack', '--author', 'J. Tester', '--recipient', 'Prosecutor']);
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.output).toContain('douane_containerbewegingen.csv');
  expect(ended.output).toContain('pack.pdf');
  const pdf = await readPdf(out);
  expect(pdf.tagged).toBe(true);
  expect(pdf.pages.length).toBeGreaterThan(2);
  expect(pdf.pages[0]).toContain('Headless pack');
  expect(pdf.rasters).toEqual([]);
  expect(pdf.pages.join('\n')).toMatch(/(MVRU|LDQU|HQDU) \d{6} \d/);
  expect(readdirSync(place.scratch), 'nothing is left beside the file').toEqual(['pack.pdf']);
});

test('imports files and writes them for another tool', { tag: '@packaged' }, async ({ target, place }) => {
  const out = join(place.scratch, 'network.graphml');
  const ended = await run(target, place, ['--import', sample('politie_personenlijst.xlsx'), '--format', 'graphml', '--out', out, '--recipient', 'Partner']);
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.output).toContain('network.graphml');
  const written = readFileSync(out, 'utf8');
  expect(written.match(/<node /g)?.length ?? 0).toBeGreaterThan(50);
  expect(written.trimEnd()).toMatch(/<\/graphml>$/);
  expect(readdirSync(place.scratch), 'nothing is left beside the file').toEqual(['network.graphml']);
});

test('a recipe says how a file is read', { tag: '@packaged' }, async ({ target, place }) => {
  const file = join(place.scratch, 'people.csv');
  writeFileSync(file, 'A;B\nAerts;Lien\nBoons;Tim\n');
  const reading = { format: 'csv', encoding: 'utf8', delimiter: ';', quote: '"', headerRow: 1, firstRow: 2, sheet: null };
  const recipe = join(place.scratch, 'broken.json');
  writeFileSync(recipe, JSON.stringify({ id: 'x', name: 'broken', mapping: { reading } }));
  const ended = await run(target, place, ['--import', file, '--recipe', recipe, '--out', join(place.scratch, 'x.pdf')]);
  expect(ended.code).toBe(3);
  expect(ended.errors).toContain(text('failures:recipeInvalid', { file: 'broken.json' }));
  expect(existsSync(join(place.scratch, 'x.pdf'))).toBe(false);
});

for (const [name, args, key, values] of [
  ['no file to import', ['--out', 'x.pdf'], 'headless.fault.noImport', {}],
  ['no file to write', ['--import', 'x.csv'], 'headless.fault.noOut', {}],
  ['an unknown option', ['--import', 'x.csv', '--out', 'x.pdf', '--colour', 'red'], 'headless.fault.unknown', { name: '--colour' }],
  ['an unknown format', ['--import', 'x.csv', '--out', 'x.doc', '--format', 'doc'], 'headless.fault.format', { name: 'doc' }],
  ['an unknown language', ['--import', 'x.csv', '--out', 'x.pdf', '--language', 'it'], 'headless.fault.language', { name: 'it' }],
] as const) {
  test(`a wrong command line is explained: ${name}`, async ({ target, place }) => {
    const ended = await run(target, place, args);
    expect(ended.code).toBe(2);
    expect(ended.errors).toContain(mainText(key, values));
    expect(ended.errors).toContain(mainText('headless.usage', {}));
  });
}

for (const [name, make, code] of [
  ['a file that is not there', () => undefined, 'fileNotFound'],
  ['an empty file', (file: string) => writeFileSync(file, ''), 'fileEmpty'],
  ['a PDF renamed to .xlsx', (file: string) => writeFileSync(file, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'fileNotThisFormat'],
] as const) {
  test(`bad input is refused: ${name}`, async ({ target, place }) => {
    const file = join(place.scratch, code === 'fileNotThisFormat' ? 'input.xlsx' : 'input.csv');
    make(file);
    const out = join(place.scratch, 'pack.pdf');
    writeFileSync(out, 'an older pack');
    const ended = await run(target, place, ['--import', file, '--out', out]);
    expect(ended.code).toBe(3);
    expect(ended.errors).toContain(text(`failures:${code}`, { file: code === 'fileNotThisFormat' ? 'input.xlsx' : 'input.csv' }));
    expect(readFileSync(out, 'utf8'), 'the older file is untouched').toBe('an older pack');
  });
}

test('a folder that cannot be written ends with 4', async ({ target, place }) => {
  const folder = join(place.scratch, 'closed');
  mkdirSync(folder);
  // Root may write anywhere but into what is not a folder; others are stopped by the folder's rights.
  if (process.getuid?.() !== 0) chmodSync(folder, 0o555);
  const out = process.getuid?.() === 0 ? join('/proc', 'pack.pdf') : join(folder, 'pack.pdf');
  const small = join(place.scratch, 'small.csv');
  writeFileSync(small, 'name,phone\nLien Aerts,+32470001122\nTim Boons,+32470003344\n');
  const ended = await run(target, place, ['--import', small, '--out', out]);
  expect(ended.code).toBe(4);
  expect(ended.errors).not.toContain('at ');
  expect(existsSync(out)).toBe(false);
});

/** Main's texts are flat: their keys hold dots, which i18next would read as levels. */
function mainText(key: string, values: Readonly<Record<string, string>>): string {
  const words = JSON.parse(readFileSync(join(root, 'resources', 'translations', 'en', 'main.json'), 'utf8')) as Record<string, string>;
  return (words[key] ?? '').replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => values[name] ?? '');
}
