/**
 * Who may be who in a case of very many persons: the first pass over all of them, then what a later batch of 1,000 costs, and a single one. Every twentieth person is another
 * one, written differently: how many of those pairs are proposed is printed beside. All runs as in the product: a thread compares, the case's own process writes.
 *
 *   node test/bench/candidates.bench.mjs [--entities=100000] [--batch=1000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { nameOf, seeded } from './bigCase.mjs';
import { built, loaded } from './product.mjs';

export const name = 'candidates';

const ACTOR = { name: 'Bench', service: '', workstation: '', version: '0.0.0' };
const TOWNS = 'Antwerpen Gent Brugge Leuven Mechelen Hasselt Luik Namen Bergen Charleroi Rotterdam Breda Rijsel Keulen Tirana Tanger Nador Izmir Konya Malaga'.split(' ');
const RESPELLED = 20;
const MIB = 1024 * 1024;

/** One letter dropped or doubled, or the words in another order. */
function respelled(text, random) {
  const [given = '', family = ''] = text.split(' ');
  const at = 1 + Math.floor(random() * (family.length - 1));
  const kind = random();
  return kind < 0.4 ? `${family.toUpperCase()} ${given}` : kind < 0.7 ? `${given} ${family.slice(0, at)}${family.slice(at + 1)}` : `${given} ${family.slice(0, at)}${family[at] ?? ''}${family.slice(at)}`;
}

const id = (kind, n) => `0190000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const two = (value) => String(value).padStart(2, '0');

/** Adds persons `first` to `last` under an entry of the journal, as an import does. Gives pairs that are one. */
function add(db, journal, first, last, people, random) {
  const seq = journal.nextSeq(db);
  const entity = db.prepare(`INSERT INTO entity (n, id, type, seq_added, canonical, caption, sources) VALUES (?, ?, 'person', ?, ?, ?, 1)`);
  const statement = db.prepare(`INSERT INTO statement (n, id, subject_kind, subject, source, row, "values", seq_added) VALUES (?, ?, 'entity', ?, 1, ?, ?, ?)`);
  const pairs = [];
  db.transaction(() => {
    if (first === 1) db.prepare(`INSERT INTO source VALUES (1, ?, 'file', 'bench.csv', 'Bench', NULL, 0, 'text/csv', NULL, '', '2026-01-01T00:00:00Z', NULL, 1, NULL)`).run(id(1, 1));
    for (let n = first; n <= last; n += 1) {
      const other = n % RESPELLED === 0 ? 1 + Math.floor(random() * (n - 1)) : 0;
      const known = people[other];
      const birth = [1950 + Math.floor(random() * 58), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
      const person = known === undefined ? { caption: nameOf(random), birth, place: TOWNS[Math.floor(random() * TOWNS.length)] } : { caption: respelled(known.caption, random), birth: known.birth, place: known.place };
      people[n] = person;
      if (known !== undefined) pairs.push([other, n]);
      const [year, month, day] = person.birth;
      const values = { name: [{ v: person.caption }], ...(n % 5 === 1 ? {} : { birthDate: [{ v: `${year}-${two(month)}-${two(day)}` }] }), ...(n % 3 === 1 ? {} : { birthPlace: [{ v: person.place }] }) };
      entity.run(n, id(2, n), seq, id(2, n), person.caption);
      statement.run(n, id(4, n), n, n, JSON.stringify(values), seq);
    }
    journal.appendJournal(db, { kind: 'do', command: 'import.run', label: {}, actor: ACTOR, refers: null, patch: journal.EMPTY_STORED_PATCH, at: new Date().toISOString() });
  })();
  return pairs;
}

/** Waits until nothing is left to compare; gives seconds, seconds of processor time, the most memory that the process took meanwhile, and the longest that it answered nothing. */
async function settled(matcher, start) {
  const [from, used] = [performance.now(), process.cpuUsage()];
  start();
  let [peak, worst, last] = [0, 0, performance.now()];
  await new Promise((resolve) => {
    let begun = false;
    const timer = setInterval(() => {
      const now = performance.now();
      [peak, worst, last] = [Math.max(peak, process.memoryUsage.rss()), Math.max(worst, now - last - 10), now];
      begun ||= matcher.status().working;
      if (!begun || matcher.status().working) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - from) / 1000, processor: (user + system) / 1e6, peak: peak / MIB, worst };
}

/** Runs the benchmark and prints it; gives the figures. */
export async function run({ entities = 100_000, batch = 1000 } = {}) {
  const { folder: modules, remove } = built({ life: 'electron/case/life.ts', journal: 'electron/case/journal.ts', matcher: 'electron/case/matching/matcher.ts', proposals: 'electron/case/matching/proposals.ts', queue: 'electron/case/matching/queue.ts', match: 'electron/case/workers/match.ts' });
  const folder = mkdtempSync(join(tmpdir(), 'knoop-candidates-'));
  try {
    const { life, journal, matcher: matching, proposals, queue } = await loaded(modules, ['life', 'journal', 'matcher', 'proposals', 'queue']);
    const open = await life.createCase(join(folder, 'Bench.knoop'), { name: 'Bench', reference: '', secrets: { passphrase: 'bench bench bench' }, cost: { memoryKiB: 1024, iterations: 1, parallelism: 1 } }, ACTOR);
    const { store } = open;
    const random = seeded(11);
    const people = [undefined];
    const same = add(store.db, journal, 1, entities, people, random);
    const rest = process.memoryUsage().rss / MIB;
    const faults = [];
    const matcher = new matching.Matcher(store, [new proposals.Proposals(store.db)], () => undefined, (error) => faults.push(error), { first: 0, together: 10 }, join(modules, 'match.mjs'));
    const print = (label, { seconds, processor, peak, worst }) => console.log(`  ${label}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), ${Math.round(peak - rest)} MB more at most, the case's own thread away for ${Math.round(worst)} ms at most`);
    const first = await settled(matcher, () => matcher.start());
    print(`first pass over ${entities.toLocaleString('en')} persons`, first);
    const kept = store.db.prepare('SELECT score FROM match_proposal WHERE left_n = ? AND right_n = ?').pluck();
    const found = (pairs) => pairs.filter(([left, right]) => (kept.get(left, right) ?? 0) >= 0.5).length / pairs.length;
    const [firstFound, pairs] = [found(same), store.db.prepare('SELECT count(*) FROM match_proposal').pluck().get()];
    console.log(`  pairs kept: ${pairs.toLocaleString('en')}; proposed of those that are one: ${(100 * firstFound).toFixed(1)} %`);
    const later = add(store.db, journal, entities + 1, entities + batch, people, random);
    const second = await settled(matcher, () => store.reload());
    print(`a batch of ${batch.toLocaleString('en')}, the index built first`, second);
    const more = [...later, ...add(store.db, journal, entities + batch + 1, entities + 2 * batch, people, random)];
    const third = await settled(matcher, () => store.reload());
    print(`another ${batch.toLocaleString('en')}`, third);
    console.log(`  proposed of those that are one: ${(100 * found(more)).toFixed(1)} %`);
    add(store.db, journal, entities + 2 * batch + 1, entities + 2 * batch + 1, people, random);
    const one = await settled(matcher, () => store.reload());
    print('a single one', one);
    const shown = performance.now();
    const { total } = queue.queueOf(store.db, store.catalogue, { queue: 'open', limit: 100, offset: 0 });
    console.log(`  a page of 100 of ${total.toLocaleString('en')} open pairs: ${Math.round(performance.now() - shown)} ms; load of the machine ${loadavg()[0]?.toFixed(1)}`);
    if (faults.length > 0) console.log('  faults', faults);
    const end = performance.now();
    await matcher.stop();
    life.closeCase(open);
    console.log(`  closed in ${Math.round(performance.now() - end)} ms`);
    return { entities, first, second, third, one, pairs, recall: firstFound };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (key, otherwise) => Number(process.argv.find((each) => each.startsWith(`--${key}=`))?.split('=')[1] ?? otherwise);
  await run({ entities: option('entities', 100_000), batch: option('batch', 1000) });
  process.exit(0);
}
