import { expect, it } from 'vitest';
import { identityOf, STRICT, type Identity } from '../../../electron/case/db/identity';
import { browse, chartView, expand, search } from '../../../electron/case/queries';
import { catalogue, idOf, Network } from '../queries/network';

const ENTITIES = 60_000;
const LINKS = 120_000;
const ON_CHART = 2000;
const PAIRS = 1000;

/** A case with much around a chart of 2,000, of which 1,000 pairs are judged the same: both ends on the chart, so that the same is drawn. */
function city(): { network: Network; chart: string; judge: () => void } {
  const network = new Network();
  const { db } = network;
  network.source('lijst.csv');
  db.exec('BEGIN');
  const entity = db.prepare('INSERT INTO entity (n, id, type, seq_added, canonical, caption, links) VALUES (@n, @id, @type, 1, @id, @caption, @links)');
  const text = db.prepare('INSERT INTO fulltext (rowid, body) VALUES (@n, @caption)');
  for (let n = 1; n <= ENTITIES; n += 1) {
    const row = { n, id: idOf(2, n), type: n % 3 === 0 ? 'phone' : 'person', caption: `Naam ${(n * 7919) % ENTITIES}`, links: n % 50 };
    entity.run(row);
    text.run(row);
  }
  const link = db.prepare(`INSERT INTO link VALUES (@n, @id, @type, @from, @to, 1, NULL, NULL, NULL, NULL, 1, 'tentative', '', '', 0)`);
  let state = 1;
  const any = (most: number): number => 1 + Math.floor(((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * most);
  for (let n = 1; n <= LINKS; n += 1) {
    const most = n % 20 === 0 ? ON_CHART : ENTITIES;
    link.run({ n, id: idOf(3, n), type: ['knows', 'called', 'paid', 'owns'][n % 4], from: any(most), to: any(most) });
  }
  db.exec('COMMIT');
  for (let n = 1; n <= ON_CHART; n += 1) network.statement('entity', n, 1, { name: [`Naam ${n}`], note: ['iets'] });
  const chart = network.chart(1, Array.from({ length: ON_CHART }, (_, at) => at + 1));
  network.journal('do');
  return {
    network, chart,
    judge: () => {
      const add = db.prepare(`INSERT INTO judgement (id, left_id, right_id, verdict, reason, seq_added) VALUES (?, ?, ?, 'same', '', 1)`);
      for (let n = 1; n <= PAIRS; n += 1) add.run(idOf(6, n), idOf(2, n), idOf(2, n + PAIRS));
      network.journal('do');
    },
  };
}

/** Milliseconds of processor time, the least of several: others may be at work. */
function cost(run: () => void, times = 15): number {
  run();
  return Math.min(...Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }));
}

/** Measured on request, since a busy machine's figures tell nothing: KNOOP_MEASURE=1. */
it.runIf(process.env['KNOOP_MEASURE'] === '1')('a thousand judged pairs cost little, none cost nothing', () => {
  const { network: { db }, chart, judge } = city();
  const costs = (identity: Identity): Record<string, number> => ({
    chart: cost(() => chartView(db, catalogue, identity, { id: chart })),
    links: cost(() => browse(db, catalogue, identity, { order: 'links', limit: 50, offset: 0 })),
    caption: cost(() => browse(db, catalogue, identity, { order: 'caption', limit: 50, offset: 500 })),
    expand: cost(() => expand(db, catalogue, identity, { ids: [idOf(2, 5), idOf(2, 9)], limit: 500 })),
    search: cost(() => search(db, catalogue, identity, { text: 'naam', limit: 20 })),
  });
  const strict = costs(STRICT);
  expect(identityOf(db, 'judged').any).toBe(false);
  const none = costs(identityOf(db, 'judged'));
  judge();
  const started = process.cpuUsage();
  const identity = identityOf(db, 'judged');
  expect(identity.groups.size).toBe(PAIRS);
  expect(chartView(db, catalogue, identity, { id: chart }).items).toHaveLength(ON_CHART - PAIRS);
  const first = process.cpuUsage(started);
  const judged = costs(identity);
  console.info(`ms strict ${JSON.stringify(strict)}\n   no judgements ${JSON.stringify(none)}\n   1,000 pairs ${JSON.stringify(judged)}, the first chart after a change ${Math.round((first.user + first.system) / 1000)}`);
}, 120_000);
