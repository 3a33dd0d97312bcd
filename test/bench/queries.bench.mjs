/**
 * Search as you type, neighbours, expansion and charts in a case of 200,000 entities and a million links, each beside the plain way to do the same.
 *
 *   node test/bench/queries.bench.mjs [entities] [links]
 *
 * Times are milliseconds of processor time (a shared machine's wall clock says little), median and 95th percentile; ratios are of medians of the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartOf, entityId, fill, nameOf, seeded } from './bigCase.mjs';
import { product, shippedTypes } from './product.mjs';

export const name = 'queries';

/** Runs `work` on each input once after a warm-up. */
function measure(inputs, work) {
  inputs.slice(0, 5).forEach(work);
  const times = inputs.map((input) => {
    const start = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

const shown = (milliseconds) => milliseconds.toFixed(milliseconds < 10 ? 3 : 1).padStart(9);

function report(work, ours, plain, plainName) {
  const ratio = plain ? ours.p50 / plain.p50 : null;
  console.log(`${work.padEnd(44)} p50 ${shown(ours.p50)} ms  p95 ${shown(ours.p95)} ms${plain ? `   ${plainName}: p50 ${shown(plain.p50)}  p95 ${shown(plain.p95)}   ratio ${ratio.toFixed(3)}` : ''}`);
  return { work, ...ours, plain: plain ?? null, ratio };
}

const folded = (text) => text.toLowerCase();
const surname = (text) => text.slice(text.indexOf(' ') + 1);

/** What people type: each list is a kind of search. */
function searches(random, count) {
  const names = Array.from({ length: count }, () => nameOf(random));
  return {
    'search, 1 letter': names.map((text) => folded(surname(text)).slice(0, 1)),
    'search, 2 letters': names.map((text) => folded(surname(text)).slice(0, 2)),
    'search, 3 letters': names.map((text) => folded(surname(text)).slice(0, 3)),
    'search, surname': names.map(surname),
    'search, given name': names.map((text) => text.slice(0, text.indexOf(' '))),
    'search, given name and 3 letters': names.map((text) => `${text.slice(0, text.indexOf(' '))} ${surname(text).slice(0, 3)}`),
    'search, phone': Array.from({ length: count }, () => `0470 ${String(Math.floor(random() * 200)).padStart(2, '0')}`),
    'search, all of these': [],
  };
}

const NAIVE = `SELECT e.id, e.caption, e.type FROM fulltext JOIN entity e ON e.n = fulltext.rowid WHERE fulltext MATCH ? AND e.seq_retracted IS NULL ORDER BY bm25(fulltext) LIMIT 50`;
const naiveMatch = (text) => text.split(' ').map((word) => `"${word}"`).join(' AND ') + '*';

const RECURSIVE = `
  WITH RECURSIVE near(n, depth) AS (
    SELECT n, 0 FROM entity WHERE id = ?
    UNION SELECT l.to_n, depth + 1 FROM near CROSS JOIN link l ON l.from_n = near.n WHERE depth < 1 AND l.seq_retracted IS NULL
    UNION SELECT l.from_n, depth + 1 FROM near CROSS JOIN link l ON l.to_n = near.n WHERE depth < 1 AND l.seq_retracted IS NULL)
  SELECT e.* FROM near CROSS JOIN entity e ON e.n = near.n WHERE depth = 1 AND e.seq_retracted IS NULL LIMIT 500`;

/** A query per entity on the chart. */
const PER_ITEM = 'SELECT l.*, e.id AS other FROM link l JOIN entity e ON e.n = l.to_n WHERE l.from_n = (SELECT n FROM entity WHERE id = ?) AND l.seq_retracted IS NULL';

/** Measures all and returns the rows that were printed. */
export async function run({ entities = 200_000, links = 1_000_000 } = {}) {
  const { queries, catalogues, database, identity: { STRICT }, migrations } = await product({
    queries: 'electron/case/queries/index.ts', catalogues: 'shared/schema/catalogue.ts', database: 'electron/case/db/database.ts', identity: 'electron/case/db/identity.ts', migrations: 'electron/case/migrations/index.ts',
  });
  const catalogue = catalogues.buildCatalogue(shippedTypes());
  const folder = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  const results = [];
  const db = database.openDatabase(join(folder, 'case.db'), { key: null });
  try {
    const start = performance.now();
    for (const migration of migrations.MIGRATIONS) migration.up(db);
    fill(db, { entities, links });
    const charts = [200, 2000, 20_000].filter((size) => size < entities).map((size, at) => [size, chartOf(db, at + 1, size)]);
    db.exec('ANALYZE');
    console.log(`${entities} entities, ${links} links, made in ${((performance.now() - start) / 1000).toFixed(1)} s`);

    const naive = db.prepare(NAIVE);
    const kinds = searches(seeded(11), 200);
    kinds['search, all of these'] = Object.values(kinds).flat();
    for (const [work, texts] of Object.entries(kinds)) {
      const ours = measure(texts, (text) => queries.search(db, catalogue, STRICT, { text, limit: 50 }));
      results.push(report(work, ours, measure(texts.slice(0, 40), (text) => naive.all(naiveMatch(text))), 'prefix and bm25'));
    }

    const random = seeded(13);
    const ids = Array.from({ length: 200 }, () => entityId(1 + Math.floor(random() * entities)));
    const hubs = db.prepare('SELECT id FROM entity ORDER BY links DESC LIMIT 20').pluck().all();
    const recursive = db.prepare(RECURSIVE);
    for (const [who, list] of [['any', ids], ['the 20 biggest hubs', hubs]]) {
      const plain = measure(list, (id) => recursive.all(id));
      results.push(report(`expand, ${who}`, measure(list, (id) => queries.expand(db, catalogue, STRICT, { ids: [id], limit: 500 })), plain, 'recursive CTE'));
      results.push(report(`neighbours, ${who}`, measure(list, (id) => queries.neighbours(db, catalogue, STRICT, { ids: [id] })), plain, 'recursive CTE'));
      results.push(report(`subject, ${who}`, measure(list, (id) => queries.subjectView(db, catalogue, STRICT, { id }))));
    }
    const perItem = db.prepare(PER_ITEM);
    for (const [size, id] of charts) {
      const subjects = db.prepare('SELECT subject FROM chart_item WHERE chart = ?').pluck().all(id);
      const plain = measure([1, 2, 3], () => subjects.forEach((subject) => perItem.all(subject)));
      results.push(report(`chart of ${size}`, measure(Array(7).fill(id), () => queries.chartView(db, catalogue, STRICT, { id })), plain, 'query per item'));
    }
    results.push(report('case info', measure([1, 2, 3, 4, 5], () => queries.caseInfo(db))));
    results.push(report('sources', measure([1, 2, 3, 4, 5], () => queries.sources(db, catalogue))));
    results.push(report('browse by links', measure([1, 2, 3, 4, 5], () => queries.browse(db, catalogue, STRICT, { order: 'links', limit: 200, offset: 0 }))));
    return results;
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run({ entities: Number(process.argv[2] ?? 200_000), links: Number(process.argv[3] ?? 1_000_000) });
