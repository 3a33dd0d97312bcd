import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { verifyJournal } from '../../../electron/case/journal';
import type { FailureCode } from '../../../shared/contract/failure';
import { bringWhole, rowsNotShown } from '../importers/wholePath';
import { ACTOR, newCase, PASSPHRASE } from '../place';

const DATA = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const here = existsSync(DATA);
if (!here) console.warn('Skipped: the files of services are not beside the checkout (../shared/data).');

/** Every eighth file of each folder; all of them with KNOOP_EVERY_FILE=1, which takes about two minutes longer. */
const EVERY = process.env['KNOOP_EVERY_FILE'] === '1' ? 1 : 8;
const MB = 1024 * 1024;
/** Bound on the memory of this process while all of them come in one after another, bytes. */
const MOST_MEMORY = 900 * MB;

/** What is refused as Knoop proposes it, and why: tables in which nothing names a thing, files without content, locked ones, and what is of no kind that Knoop reads. */
const REFUSALS: ReadonlySet<FailureCode> = new Set<FailureCode>(['mappingInvalid', 'fileEmpty', 'noRows', 'fileEncrypted', 'fileNotThisFormat', 'fileHoldsMany', 'alreadyImported']);
/** Formats of which no file may be refused, whatever else is. */
const SPOTLESS: ReadonlySet<string> = new Set(['anx', 'coda', 'dl', 'dot', 'gml', 'graphml', 'mt940', 'mtgx', 'mtz', 'misp', 'pajek', 'stix', 'text', 'vcard', 'geojson']);

test.skipIf(!here)('every file comes in or is refused with a reason, and the case is sound afterwards', async () => {
  const files = readdirSync(DATA, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  const { store } = await newCase(PASSPHRASE);
  const refused = new Map<string, number>();
  const times: (readonly [milliseconds: number, name: string])[] = [];
  let imported = 0;
  let peak = 0;
  for (const path of files.filter((_, at) => at % EVERY === 0)) {
    const name = relative(DATA, path);
    const brought = await bringWhole(store, { path, name: basename(path) }, name);
    times.push([Math.round(brought.took), name]);
    peak = Math.max(peak, process.memoryUsage().rss);
    if (brought.refused !== null) {
      expect([...REFUSALS], name).toContain(brought.refused);
      if (brought.refused !== 'alreadyImported') expect(SPOTLESS.has(brought.as ?? ''), `${name}: ${brought.refused}`).toBe(false);
      refused.set(brought.refused, (refused.get(brought.refused) ?? 0) + 1);
      continue;
    }
    imported += 1;
    expect(await rowsNotShown(store, brought.report?.source ?? ''), name).toEqual([]);
  }
  const slowest = times.toSorted(([one], [other]) => other - one).slice(0, 10).map(([milliseconds, name]) => `${milliseconds} ms ${name}`);
  console.info(`${times.length} files: ${imported} imported; refused: ${[...refused].map(([code, count]) => `${count} ${code}`).join(', ')}; most memory ${Math.round(peak / MB)} MB; slowest:\n${slowest.join('\n')}`);
  expect(imported).toBeGreaterThan(times.length / 2);
  expect(peak).toBeLessThan(MOST_MEMORY);

  const counts = (): unknown[] => ['entity', 'link', 'statement', 'source'].map((table) => store.db.prepare(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get());
  const before = counts();
  for (let step = 0; step < 50; step += 1) store.undo(ACTOR);
  expect(counts()).not.toEqual(before);
  for (let step = 0; step < 50; step += 1) store.redo(ACTOR);
  expect(counts()).toEqual(before);
  expect(verifyJournal(store.db)).toMatchObject({ ok: true });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.db.pragma('foreign_key_check')).toEqual([]);
}, 600_000);
