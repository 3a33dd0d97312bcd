import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../../../shared/analysis/network/betweenness';
import { harmonicCloseness } from '../../../../shared/analysis/network/closeness';
import { communitiesOf } from '../../../../shared/analysis/network/communities';
import { coreNumbers } from '../../../../shared/analysis/network/cores';
import { degrees } from '../../../../shared/analysis/network/degrees';
import { eigenvectorCentrality } from '../../../../shared/analysis/network/eigenvector';
import { pageRank } from '../../../../shared/analysis/network/pageRank';
import { arcsOf, StepPaths } from '../../../../shared/analysis/network/shortest';
import { plainly, tiesOf, withLengths } from '../../../../shared/analysis/network/ties';
import { randomLinks } from './random';

interface Asked { readonly name: string; readonly n: number; readonly from: readonly number[]; readonly to: readonly number[]; readonly weight: readonly number[]; readonly directed: boolean }
type Answer = Readonly<Record<string, readonly number[]>> & { readonly modularity?: number; readonly oneVector?: boolean };

const DATA = join(import.meta.dirname, '../../../../../shared/data/networks');
const PYTHON = ['/usr/bin/python3', 'python3'].find((each) => spawnSync(each, ['-c', 'import igraph, networkx']).status === 0);

/** Published networks: nodes by number, weights as they stand. */
function published(): Asked[] {
  if (!existsSync(DATA)) return [];
  return readdirSync(DATA).filter((file) => file.endsWith('.edges.csv')).map((file) => {
    const [head = '', ...rows] = readFileSync(join(DATA, file), 'utf8').trim().split(/\r?\n/);
    const columns = head.split(',');
    const at = (name: string): number => columns.findIndex((column) => column.toLowerCase().includes(name));
    const [source, target, weight] = [at('source'), at('target'), at('weight')];
    const places = new Map<string, number>();
    const placeOf = (name: string): number => places.get(name) ?? (places.set(name, places.size), places.size - 1);
    const ends = rows.map((row) => row.split(',')).map((cells) => [placeOf(cells[source] ?? ''), placeOf(cells[target] ?? ''), Number(cells[weight] ?? 1) || 1] as const);
    return { name: file.replace('.edges.csv', ''), n: places.size, from: ends.map(([a]) => a), to: ends.map(([, b]) => b), weight: ends.map(([, , w]) => w), directed: false };
  });
}

const networks: Asked[] = [
  ...published(),
  ...published().slice(0, 12).map((network) => ({ ...network, name: `${network.name}, directed`, directed: true })),
  ...[1, 2, 3, 4].map((seed) => {
    const { n, from, to, weight } = randomLinks(seed, 60, 50 + 60 * seed, true);
    return { name: `random ${seed}`, n, from: [...from], to: [...to], weight: [...weight!], directed: seed % 2 === 0 };
  }),
];

function answers(): readonly Answer[] {
  if (PYTHON === undefined) return [];
  const ran = spawnSync(PYTHON, [join(import.meta.dirname, 'yardstick.py')], { input: JSON.stringify(networks), maxBuffer: 1e9, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Answer[];
}

const alike = (what: string, found: ArrayLike<number>, wanted: readonly number[] | undefined): void => {
  const far = Array.from(found, (value, v) => Math.abs(value - wanted![v]!) / Math.max(1, Math.abs(wanted![v]!)));
  expect(Math.max(...far), what).toBeLessThan(1e-6);
};

describe.skipIf(PYTHON === undefined)('measures by igraph and networkx (skipped where Python has them not)', () => {
  const known = answers();
  it('had ten networks or more to compare', (context) => {
    if (!existsSync(DATA)) return context.skip('../shared/data is not here: only random networks were compared');
    expect(networks.length).toBeGreaterThan(10);
  });

  it.each(networks.map((network, at) => ({ ...network, at })))('are ours to 1e-6: $name', ({ at, directed, ...network }) => {
    const links = { n: network.n, from: Uint32Array.from(network.from), to: Uint32Array.from(network.to), weight: Float64Array.from(network.weight) };
    const wanted = known[at]!;
    const out = tiesOf(links, directed ? 'out' : 'both');
    const back = directed ? tiesOf(links, 'in') : out;
    const both = tiesOf(links, 'both');
    const [far, farBack] = [withLengths(out, (w) => 1 / w), withLengths(back, (w) => 1 / w)];
    alike('degree', degrees(out), wanted['degree']);
    alike('betweenness', betweenness(plainly(out), plainly(back), { sources: null, normalised: false, directed }), wanted['betweenness']);
    alike('betweenness by length', betweenness(far, farBack, { sources: null, normalised: false, directed }), wanted['betweennessByLength']);
    alike('closeness', harmonicCloseness(plainly(out)), wanted['closeness']);
    alike('closeness by length', harmonicCloseness(far), wanted['closenessByLength']);
    alike('PageRank', pageRank(plainly(out), plainly(back)), wanted['pageRank']);
    alike('PageRank, weighted', pageRank(out, back), wanted['pageRankWeighted']);
    alike('cores', coreNumbers(both), wanted['core']);
    const arcs = arcsOf(links.n, links.from, links.to, directed ? 'out' : 'both');
    const search = new StepPaths(arcs, directed ? arcsOf(links.n, links.from, links.to, 'in') : arcs);
    for (let v = 0; v < links.n; v += 1) expect(search.between(0, v)?.links.length ?? null).toBe(wanted['distance']![v]);
    if (wanted.modularity === undefined) return;
    if (wanted.oneVector === true) {
      alike('eigenvector', eigenvectorCentrality(plainly(both), false), wanted['eigenvector']);
      alike('eigenvector, weighted', eigenvectorCentrality(both, false), wanted['eigenvectorWeighted']);
    }
    expect(communitiesOf(both).modularity).toBeGreaterThan(wanted.modularity - 0.002);
  });
});
