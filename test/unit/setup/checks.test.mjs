import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import eupl from 'spdx-license-list/licenses/EUPL-1.2.json';
import { writeAsar } from '../../../electron/setup/archive.mjs';
import { fingerprintOf, packageOf } from '../../../electron/setup/build.mjs';
import { fuseTable } from '../../../electron/setup/fuses.mjs';
import { satisfies, unfit } from '../../../electron/setup/licences.mjs';
import { playwrightTotals, selection, sum, vitestTotals } from '../../../electron/setup/totals.mjs';

const root = join(import.meta.dirname, '..', '..', '..');

describe('licences', () => {
  it("Knoop's own is the text of the EUPL 1.2", () => {
    expect(readFileSync(join(root, 'LICENSE'), 'utf8').trim()).toBe(eupl.licenseText.trim());
  });

  it.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND GPL-3.0-only)', false],
    ['MIT AND (GPL-3.0-only OR ISC)', true],
    ['GPL-3.0-only OR MIT AND ISC', true],
    ['MIT ISC', false],
    ['', false],
    ['UNKNOWN', false],
  ])('%s is allowed: %s', (expression, allowed) => expect(satisfies(expression, ['MIT', 'ISC'])).toBe(allowed));

  it('are judged by use: what builds may have one that what is shipped may not', () => {
    const item = (name, licence, shipped) => ({ name, version: '1.0.0', licence, licenceFile: null, shipped });
    const wrong = unfit([item('a', 'MIT', true), item('b', 'CC-BY-3.0', false), item('c', 'CC-BY-3.0', true), item('d', 'AGPL-3.0-only', false)]);
    expect(wrong.map(({ name }) => name)).toEqual(['c', 'd']);
  });
});

describe('totals', () => {
  it('add up, and a program that ends badly without a failed test has failed', () => {
    const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
    expect(vitestTotals(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    expect(vitestTotals(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
    expect(vitestTotals(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightTotals({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 0 } }, 1)).toEqual({ passed: 2, failed: 2, skipped: 0 });
    expect(sum([{ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 1, skipped: 0 }])).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });
});

describe('the choice of parts', () => {
  const known = ['types', 'unit', 'e2e'];

  it('is all, or those named, in their own order, with the rest passed on', () => {
    expect(selection([], known)).toEqual({ names: known, rest: [] });
    expect(selection(['--only', 'e2e,types'], known)).toEqual({ names: ['types', 'e2e'], rest: [] });
    expect(selection(['--only', 'unit', '--', 'phone'], known)).toEqual({ names: ['unit'], rest: ['phone'] });
  });

  it.each([[['--only', 'speed']], [['--only']], [['--fast']]])('%j is refused', (args) => {
    expect(() => selection(args, known)).toThrow(/There is no part of the tests named/);
  });
});

describe('the build', () => {
  it.each([
    ['/x/node_modules/zod/index.js', 'zod'],
    ['/x/node_modules/@a/b/lib/c.js?v=1', '@a/b'],
    ['C:\\x\\node_modules\\a\\node_modules\\b\\c.js', 'b'],
    ['/x/shared/values/phone.ts', null],
  ])('sees that %s belongs to %s', (path, name) => expect(packageOf(path)).toBe(name));

  it('notices every change of a source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'knoop-build-'));
    mkdirSync(join(folder, 'a'));
    const seen = [];
    const look = () => seen.push(fingerprintOf(['a', 'absent'], folder));
    look();
    writeFileSync(join(folder, 'a', 'x'), '1');
    look();
    writeFileSync(join(folder, 'a', 'x'), '2');
    look();
    writeFileSync(join(folder, 'a', 'y'), '');
    look();
    expect(new Set(seen).size).toBe(4);
    look();
    expect(seen[4]).toBe(seen[3]);
    rmSync(folder, { recursive: true });
  });
});

describe('fuses', () => {
  it('are all decided; a test build differs in one', () => {
    const released = fuseTable({ test: false });
    const tested = fuseTable({ test: true });
    const names = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(names.filter((name) => typeof released[name] !== 'boolean')).toEqual([]);
    expect(names.filter((name) => released[name] !== tested[name])).toEqual([FuseV1Options.EnableNodeCliInspectArguments]);
    expect(released[FuseV1Options.RunAsNode]).toBe(false);
    expect(released[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true);
  });
});

describe('an asar archive', () => {
  it('has its files where its header says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'knoop-asar-'));
    const file = join(folder, 'app.asar');
    writeAsar(file, { 'package.json': '{}', 'main.cjs': "'é'" });
    const bytes = readFileSync(file);
    const length = bytes.readUInt32LE(12);
    const { files } = JSON.parse(bytes.subarray(16, 16 + length).toString('utf8'));
    const start = 8 + bytes.readUInt32LE(4);
    const text = ({ offset, size }) => bytes.subarray(start + Number(offset), start + Number(offset) + size).toString('utf8');
    expect([text(files['package.json']), text(files['main.cjs'])]).toEqual(['{}', "'é'"]);
    rmSync(folder, { recursive: true });
  });
});
