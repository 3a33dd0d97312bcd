/**
 * Questions about a million calls and a million payments, each beside pandas doing the same aggregation where python3-pandas is there (for those that are one).
 *
 *   node test/bench/run.mjs traffic [--rows=1000000]
 *
 * Times are milliseconds of processor time, the least of three; reading the links is told apart, since it happens once a session.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entityId, seeded } from './bigCase.mjs';
import { product, shippedTypes } from './product.mjs';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const MOMENTS = 365 * 24 * 60;

/** Rows of { from, to, at, cents }: a fifth of the parties has most of the traffic. */
function* rows(count, parties, seed) {
  const random = seeded(seed);
  for (let n = 0; n < count; n += 1) {
    const from = 1 + Math.floor(random() ** 1.6 * parties);
    let to = 1 + Math.floor(random() ** 1.6 * parties);
    if (to === from) to = (to % parties) + 1;
    yield { from, to, at: START + Math.floor(random() * MOMENTS) * MINUTE, cents: 100 + Math.floor(random() ** 4 * 2_000_000) };
  }
}

const iso = (moment) => new Date(moment).toISOString().slice(0, 19) + 'Z';
const money = (cents) => `${(cents / 100).toFixed(2)} EUR`;

/** Phones 1 … parties, accounts after them; calls and payments among each. Also as a text that pandas reads. */
function fill(db, { count, parties, table }) {
  const entity = db.prepare("INSERT INTO entity (n, id, type, seq_added, canonical, caption, key_line, links, grading) VALUES (?, ?, ?, 1, ?, ?, '', 0, '')");
  const link = db.prepare("INSERT INTO link (n, id, type, from_n, to_n, seq_added, start, amount, sources, strength, grading, handling) VALUES (?, ?, ?, ?, ?, 1, ?, ?, 1, 'unconfirmed', '', '')");
  const lines = ['kind,a,b,at,cents'];
  db.transaction(() => {
    for (let n = 1; n <= 2 * parties; n += 1) entity.run(n, entityId(n), n <= parties ? 'phone' : 'bankAccount', entityId(n), String(n));
    let n = 0;
    for (const [type, seed, first] of [['called', 3, 0], ['paid', 5, parties]]) {
      for (const row of rows(count, parties, seed)) {
        n += 1;
        link.run(n, `01900003-0000-7000-8000-${n.toString(16).padStart(12, '0')}`, type, row.from + first, row.to + first, iso(row.at), type === 'paid' ? money(row.cents) : null);
        lines.push(`${type},${row.from + first},${row.to + first},${iso(row.at)},${row.cents}`);
      }
    }
  })();
  writeFileSync(table, lines.join('\n'));
}

const PANDAS = `
import sys, time, json, pandas as pd
d = pd.read_csv(sys.argv[1]); d['at'] = pd.to_datetime(d['at'], utc=True)
calls = d[d.kind == 'called']; paid = d[d.kind == 'paid']
def took(work):
    best = None
    for _ in range(3):
        begin = time.process_time(); work(); spent = (time.process_time() - begin) * 1000
        best = spent if best is None else min(best, spent)
    return best
def common():
    own = [1, 2, 3, 4, 5]
    both = pd.concat([calls[calls.a.isin(own)][['a', 'b', 'at']], calls[calls.b.isin(own)].rename(columns={'a': 'b', 'b': 'a'})[['a', 'b', 'at']]])
    g = both.groupby(['b', 'a'])['at'].agg(['count', 'min', 'max']).unstack(); return g[g['count'].notna().sum(axis=1) >= 2]
def rhythm():
    wall = calls['at'].dt.tz_convert('Europe/Brussels'); return pd.crosstab(wall.dt.weekday, wall.dt.hour)
def totals():
    return paid.groupby('b')['cents'].agg(['sum', 'count']).join(paid.groupby('a')['cents'].agg(['sum', 'count']), lsuffix='in', how='outer')
def silences():
    both = pd.concat([calls[['a', 'at']], calls[['b', 'at']].rename(columns={'b': 'a'})]).sort_values(['a', 'at']); gap = both.groupby('a')['at'].diff().dt.total_seconds()
    return gap.groupby(both['a']).agg(['median', 'max'])
print(json.dumps({'case.commonContacts': took(common), 'case.rhythm': took(rhythm), 'case.moneyTotals': took(totals), 'case.silences': took(silences)}))
`;

/** Times of pandas by question; null where it is not there. Debian's Python has it, another before it in the path may not. */
function pandas(table) {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      return JSON.parse(execFileSync(python, ['-c', PANDAS, table], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    } catch {
      continue;
    }
  }
  return null;
}

const spent = (work) => {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
};

/** Measures all and returns the rows that were printed. */
export async function run({ rows: count = 1_000_000, parties = 20_000 } = {}) {
  const { answers, memories, contract, catalogues, database, migrations } = await product({
    answers: 'electron/case/traffic/answer.ts', memories: 'electron/case/traffic/trafficMemory.ts', contract: 'shared/contract/traffic.ts', catalogues: 'shared/schema/catalogue.ts', database: 'electron/case/db/database.ts', migrations: 'electron/case/migrations/index.ts',
  });
  const catalogue = catalogues.buildCatalogue(shippedTypes());
  const folder = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  const table = join(folder, 'rows.csv');
  const db = database.openDatabase(join(folder, 'case.db'), { key: null });
  try {
    for (const { up } of migrations.MIGRATIONS) up(db);
    fill(db, { count, parties, table });
    const memory = new memories.TrafficMemory(db);
    const before = process.memoryUsage().arrayBuffers;
    for (const kind of ['calls', 'payments']) console.log(`reading ${count} ${kind}`.padEnd(34), `${spent(() => memory.of('judged', catalogue)[kind]).ms.toFixed(0).padStart(8)} ms`);
    console.log('kept in typed arrays'.padEnd(34), `${((process.memoryUsage().arrayBuffers - before) / 1e6).toFixed(0).padStart(8)} MB`);
    const five = [1, 2, 3, 4, 5].map(entityId);
    /** @type {{ question: string, args: Record<string, unknown> }[]} */
    const asked = [
      { question: 'case.commonContacts', args: { ids: five } }, { question: 'case.changedContacts', args: { id: five[0], at: '2026-06-01' } },
      ...['replacements', 'silences', 'relays', 'doubles', 'rhythm', 'moneyTotals', 'structuring', 'fans'].map((id) => ({ question: `case.${id}`, args: {} })),
      { question: 'case.flows', args: { stay: 1, share: 0.9, least: 5000 } }, { question: 'case.flows', args: { round: true, stay: 1, share: 0.9, least: 5000 } },
    ];
    const other = pandas(table);
    if (other === null) console.log('python3-pandas is not here: nothing to compare with');
    return asked.map(({ question, args }) => {
      const parsed = contract.trafficRequests[question].args.parse({ job: 'bench', scope: { kind: 'case' }, ...args });
      const once = () => spent(() => answers.answer(db, catalogue, memory, { question, args: parsed, mode: 'judged' }, () => undefined));
      const { ms, value } = [once(), once(), once()].toSorted((a, b) => a.ms - b.ms)[0];
      const plain = other?.[question];
      console.log(`${question}${args['round'] === true ? ', round' : ''}`.padEnd(34), `${ms.toFixed(0).padStart(8)} ms   ${String(value.told.found).padStart(8)} found${plain === undefined ? '' : `   pandas ${plain.toFixed(0).padStart(6)} ms   ratio ${(ms / plain).toFixed(2)}`}`);
      return { question, ms, pandas: plain ?? null };
    });
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
