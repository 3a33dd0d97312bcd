/**
 * Paths, neighbourhoods and measures in a case of a million links, beside SQLite's recursive queries, igraph and networkx in the same run.
 *
 *   node test/bench/run.mjs network [--rows=1000000]
 *
 * Times are milliseconds of processor time, medians. Results are compared: steps with the recursive query's, measures with igraph's to 1e-6. igraph and networkx are asked
 * through Debian's Python (python3-igraph, python3-networkx); where they are not there, this is said. "answered" is what the case's thread does, ids and all.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entityId, fill, seeded } from './bigCase.mjs';
import { product, shippedTypes } from './product.mjs';

const SMALL = { n: 10_000, links: 40_000 };
const median = (values) => [...values].toSorted((a, b) => a - b)[values.length >> 1];

function spent(work) {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, value };
}

/** Median of one piece of work for each input, each done so often that the clock can tell. */
function each(inputs, work, times = 1) {
  inputs.slice(0, 3).forEach(work);
  return median(inputs.map((input) => spent(() => { for (let i = 0; i < times; i += 1) work(input); }).ms / times));
}

const shown = (ms) => ms.toFixed(ms < 1 ? 4 : ms < 100 ? 2 : 0).padStart(10);
const said = (work, ours, others = {}) => {
  const rest = Object.entries(others).filter(([, ms]) => ms !== null && ms !== undefined).map(([name, ms]) => `${name} ${shown(ms)} (${(ours / ms).toPrecision(2)} of it)`);
  console.log(`  ${work.padEnd(46)} ${shown(ours)} ms   ${rest.join('   ')}`);
  return { work, ms: ours, others };
};

/** Who is near: entities by their fewest steps, links followed both ways. */
const NEAR = (depth) => `WITH RECURSIVE near(n, depth) AS (
    SELECT ?, 0 UNION SELECT l.to_n, depth + 1 FROM near CROSS JOIN link l ON l.from_n = near.n WHERE depth < ${depth} AND l.seq_retracted IS NULL
    UNION SELECT l.from_n, depth + 1 FROM near CROSS JOIN link l ON l.to_n = near.n WHERE depth < ${depth} AND l.seq_retracted IS NULL)
  SELECT n, min(depth) AS depth FROM near GROUP BY n`;

/** Links grown by preference, as numbers from 0. */
function grown(n, links, seed) {
  const random = seeded(seed);
  const [from, to] = [new Uint32Array(links), new Uint32Array(links)];
  for (let at = 0; at < links; at += 1) {
    from[at] = Math.floor(random() * n);
    const other = random() < 0.5 ? from : to;
    to[at] = at > 10 && random() < 0.6 ? other[Math.floor(random() * at)] : Math.floor(random() * n);
    if (to[at] === from[at]) to[at] = (to[at] + 1) % n;
  }
  return { n, from, to, weight: null };
}

const PYTHON = `
import sys, json, time, array
folder, want = sys.argv[1], sys.argv[2]
def edges(name):
    a = array.array('I'); a.frombytes(open(folder + '/' + name, 'rb').read()); return a
def took(work, runs=1):
    spent = []
    for _ in range(runs):
        begin = time.process_time(); value = work(); spent.append((time.process_time() - begin) * 1000)
    return sorted(spent)[len(spent) // 2], value
meta = json.load(open(folder + '/meta.json')); answer = {}
def load(kind):
    flat = edges(kind + '.edges'); return meta[kind]['n'], list(zip(flat[0::2], flat[1::2]))
def keep(name, values): array.array('d', values).tofile(open(folder + '/' + name, 'wb'))
def pairs(): return [tuple(p) for p in meta['pairs']]
if want == 'igraph':
    import igraph
    n, e = load('big'); g = igraph.Graph(n=n, edges=e)
    times, lengths = [], []
    for a, b in pairs():
        ms, path = took(lambda: g.get_shortest_paths(a, to=b)[0]); times.append(ms); lengths.append(len(path) - 1)
    answer['path'] = sorted(times)[len(times) // 2]; answer['lengths'] = lengths
    for hops in (1, 2):
        answer['near%d' % hops] = sorted(took(lambda: g.neighborhood(v, order=hops))[0] for v in meta['starts'])[len(meta['starts']) // 2]
    for name, work in (('pageRank', lambda: g.pagerank(damping=0.85)), ('core', lambda: g.coreness()), ('eigenvector', lambda: g.eigenvector_centrality(scale=False))):
        answer['big.' + name], values = took(work); keep('big.' + name, values)
    answer['big.community'], found = took(lambda: g.community_multilevel()); answer['big.quality'] = found.modularity
    answer['big.leiden'], found = took(lambda: g.community_leiden(objective_function='modularity', n_iterations=2)); answer['big.leidenQuality'] = g.modularity(found.membership)
    n, e = load('small'); g = igraph.Graph(n=n, edges=e)
    for name, work in (('betweenness', lambda: g.betweenness()), ('closeness', lambda: g.harmonic_centrality()), ('pageRank', lambda: g.pagerank(damping=0.85)), ('core', lambda: g.coreness()), ('eigenvector', lambda: g.eigenvector_centrality(scale=False))):
        answer['small.' + name], values = took(work); keep('small.' + name, values)
    answer['small.community'], found = took(lambda: g.community_multilevel()); answer['small.quality'] = found.modularity
    answer['small.leiden'], found = took(lambda: g.community_leiden(objective_function='modularity', n_iterations=2)); answer['small.leidenQuality'] = g.modularity(found.membership)
else:
    import networkx
    n, e = load('big'); x = networkx.Graph(); x.add_nodes_from(range(n)); x.add_edges_from(e)
    times, lengths = [], []
    for a, b in pairs():
        ms, path = took(lambda: networkx.bidirectional_shortest_path(x, a, b)); times.append(ms); lengths.append(len(path) - 1)
    answer['path'] = sorted(times)[len(times) // 2]; answer['lengths'] = lengths
    answer['big.core'] = took(lambda: networkx.core_number(x))[0]
    n, e = load('small'); x = networkx.Graph(); x.add_nodes_from(range(n)); x.add_edges_from(e)
    for name, work in (('core', lambda: networkx.core_number(x)), ('pageRank', lambda: networkx.pagerank(x, tol=1e-10)), ('community', lambda: networkx.community.louvain_communities(x, seed=1))):
        try: answer['small.' + name] = took(work)[0]
        except Exception: pass
    # All of these would take minutes: from some nodes, scaled.
    answer['small.betweenness'] = took(lambda: networkx.betweenness_centrality(x, k=50, seed=1))[0] * n / 50
    answer['small.closeness'] = took(lambda: networkx.harmonic_centrality(x, nbunch=range(50)))[0] * n / 50
print(json.dumps(answer))
`;

/** What a library of Debian's Python says; null where it is not there. */
function asked(folder, library) {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      return JSON.parse(execFileSync(python, ['-c', PYTHON, folder, library], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 }));
    } catch {
      continue;
    }
  }
  console.log(`  python3-${library} is not here: nothing to compare with`);
  return null;
}

/** Ties, each pair once, as bytes that Python reads. */
function written(folder, kind, ties) {
  const flat = [];
  for (let v = 0; v < ties.n; v += 1) for (let i = ties.offset[v]; i < ties.offset[v + 1]; i += 1) if (ties.adjacent[i] > v) flat.push(v, ties.adjacent[i]);
  writeFileSync(join(folder, `${kind}.edges`), Buffer.from(Uint32Array.from(flat).buffer));
}

const read = (folder, name) => {
  const bytes = readFileSync(join(folder, name));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

/** The greatest difference of two lists, as a share of the greatest value, once theirs is scaled to ours. */
function apart(ours, theirs, scale) {
  const most = Math.max(...[...ours].map(Math.abs).reduce((best, value) => (value > best[0] ? [value] : best), [1e-300]));
  let worst = 0;
  for (let v = 0; v < ours.length; v += 1) worst = Math.max(worst, Math.abs(ours[v] - Math.abs(theirs[v]) * scale) / most);
  return worst;
}

function equal(what, difference) {
  if (difference > 1e-6) throw new Error(`${what} differs from igraph's by ${difference}`);
  return difference;
}

/** Our measures of a network, with time and values. */
function measured({ betweenness, closeness, communities, cores, eigenvector, pageRank }, ties, wanted) {
  const work = {
    betweenness: () => betweenness.betweenness(ties, ties, { sources: null, normalised: false, directed: false }), closeness: () => closeness.harmonicCloseness(ties), pageRank: () => pageRank.pageRank(ties, ties),
    core: () => cores.coreNumbers(ties), eigenvector: () => eigenvector.eigenvectorCentrality(ties, false), community: () => communities.communitiesOf(ties),
  };
  // Short ones are done again and again, as the other side's were compiled long ago.
  return Object.fromEntries(wanted.map((name) => {
    const first = spent(work[name]);
    if (first.ms > 3000) return [name, first];
    return [name, { ...first, ms: median([1, 2, 3, 4, 5].map(() => spent(work[name]).ms)) }];
  }));
}

function compared(folder, kind, ours, theirs, other) {
  for (const [name, { ms, value }] of Object.entries(ours)) {
    said(`${kind}: ${name}`, ms, { igraph: theirs?.[`${kind}.${name}`], networkx: other?.[`${kind}.${name}`] });
    if (theirs === null) continue;
    if (name === 'community') {
      console.log(`    modularity ${value.modularity.toFixed(4)}, igraph's Louvain ${theirs[`${kind}.quality`].toFixed(4)}, its Leiden ${theirs[`${kind}.leidenQuality`].toFixed(4)} in ${theirs[`${kind}.leiden`].toFixed(0)} ms`);
      continue;
    }
    const values = read(folder, `${kind}.${name}`);
    console.log(`    differs by ${equal(`${kind} ${name}`, apart(value, values, 1)).toExponential(1)} at most`);
  }
}

/** Measures all and prints it. */
export async function run({ rows: links = 1_000_000, entities = links / 4 } = {}) {
  const { answers, memories, contract, catalogues, database, migrations, queries, strict, ...shared } = await product({
    answers: 'electron/case/network/answer.ts', memories: 'electron/case/network/wholeNetwork.ts', contract: 'shared/contract/index.ts', catalogues: 'shared/schema/catalogue.ts', database: 'electron/case/db/database.ts', migrations: 'electron/case/migrations/index.ts',
    queries: 'electron/case/queries/index.ts', strict: 'electron/case/db/identity.ts', ties: 'shared/analysis/network/ties.ts', shortest: 'shared/analysis/network/shortest.ts', around: 'shared/analysis/network/around.ts', betweenness: 'shared/analysis/network/betweenness.ts',
    closeness: 'shared/analysis/network/closeness.ts', pageRank: 'shared/analysis/network/pageRank.ts', cores: 'shared/analysis/network/cores.ts', eigenvector: 'shared/analysis/network/eigenvector.ts', communities: 'shared/analysis/network/communities.ts',
  });
  const catalogue = catalogues.buildCatalogue(shippedTypes());
  const folder = mkdtempSync(join(tmpdir(), 'knoop-bench-'));
  const db = database.openDatabase(join(folder, 'case.db'), { key: null });
  try {
    for (const { up } of migrations.MIGRATIONS) up(db);
    fill(db, { entities, links });
    db.exec('ANALYZE');
    const memory = new memories.NetworkMemory(db);
    const { ms: reading, value: whole } = spent(() => memory.of('judged'));
    const arcs = spent(() => shared.shortest.arcsOf(whole.keys.length, whole.from, whole.to, 'both'));
    console.log(`${entities} entities, ${links} links: read in ${reading.toFixed(0)} ms, arcs in ${arcs.ms.toFixed(0)} ms`);

    const random = seeded(13);
    const keys = Array.from({ length: 200 }, () => 1 + Math.floor(random() * entities)).filter((key) => db.prepare('SELECT links FROM entity WHERE n = ?').pluck().get(key) > 0);
    const nodes = keys.map((key) => whole.nodeOf(key));
    const search = new shared.shortest.StepPaths(arcs.value, arcs.value);
    const pairs = nodes.flatMap((node, at) => (at % 2 === 1 && search.between(nodes[at - 1], node) !== null ? [[nodes[at - 1], node]] : [])).slice(0, 40);
    const small = shared.ties.tiesOf(grown(SMALL.n, SMALL.links, 5), 'both');
    const big = shared.ties.tiesOf({ n: whole.keys.length, from: whole.from, to: whole.to, weight: null }, 'both');
    const plain = { ...big, weight: new Float64Array(big.adjacent.length).fill(1), plain: true };
    const once = { ...small, weight: new Float64Array(small.adjacent.length).fill(1), plain: true };
    written(folder, 'big', big);
    written(folder, 'small', small);
    writeFileSync(join(folder, 'meta.json'), JSON.stringify({ big: { n: big.n }, small: { n: small.n }, pairs, starts: nodes.slice(0, 100) }));
    const [theirs, other] = [asked(folder, 'igraph'), asked(folder, 'networkx')];

    const ask = (question, args) => answers.answer(db, catalogue, memory, { question, args: contract.caseService.requests[question].args.parse({ job: 'bench', scope: { kind: 'case' }, options: {}, ...args }), mode: 'judged' }, () => undefined);
    const near = new shared.around.Around(arcs.value);
    console.log('P3, what is around (aim: 1/100 of the recursive query)');
    for (const hops of [1, 2, 3]) {
      const sql = db.prepare(NEAR(hops)).raw();
      const few = keys.slice(0, hops === 3 ? 20 : 60);
      for (const key of few) {
        const { nodes: found, ends } = near.of([whole.nodeOf(key)], hops);
        const depths = new Map([...found].map((node, at) => [whole.keys[node], ends.findIndex((end) => at < end)]));
        const rows = sql.all(key);
        if (rows.length !== depths.size || rows.some(([n, depth]) => depths.get(n) !== depth)) throw new Error(`what is around ${key} differs`);
      }
      const recursive = each(few, (key) => sql.all(key));
      said(`${hops} hops, reckoned`, each(nodes, (node) => near.of([node], hops), 50), { 'recursive query': recursive, igraph: theirs?.[`near${hops}`] });
      said(`${hops} hops, answered`, each(keys.slice(0, 100), (key) => ask('case.linkedTo', { ids: [entityId(key)], depth: hops, most: 2000 }), 3), { 'recursive query': recursive });
    }
    const expandSql = db.prepare(NEAR(1)).raw();
    said('expand, as the page asks it (with views)', each(keys.slice(0, 100), (key) => queries.expand(db, catalogue, strict.STRICT, { ids: [entityId(key)], limit: 500 })), { 'recursive query': each(keys.slice(0, 100), (key) => expandSql.all(key)) });

    console.log('P4, shortest path (aim: 1/50 of SQL, the same lengths)');
    const fewPairs = pairs.slice(0, 10);
    const lengths = fewPairs.map(([a, b]) => search.between(a, b).links.length);
    const recursive = median(fewPairs.map(([a, b], at) => {
      const sql = db.prepare(NEAR(Math.min(lengths[at], 5))).raw();
      const { ms, value } = spent(() => sql.all(whole.keys[a]));
      const depth = value.find(([n]) => n === whole.keys[b])?.[1];
      if (lengths[at] <= 5 && depth !== lengths[at]) throw new Error(`the recursive query finds ${depth} steps, not ${lengths[at]}`);
      return ms;
    }));
    for (const library of [theirs, other]) if (library !== null) pairs.forEach(([a, b], at) => { if (library.lengths[at] !== search.between(a, b).links.length) throw new Error('lengths of paths differ'); });
    said('shortest path, reckoned', each(pairs, ([a, b]) => search.between(a, b), 20), { 'recursive query': recursive, igraph: theirs?.path, networkx: other?.path });
    const ids = pairs.map((pair) => pair.map((node) => entityId(whole.keys[node])));
    said('shortest path, answered', each(ids, ([from, to]) => ask('case.paths', { from, to, count: 1 })), { 'recursive query': recursive, networkx: other?.path });
    said('five shortest paths, answered', each(ids.slice(0, 15), ([from, to]) => ask('case.paths', { from, to, count: 5 })));

    console.log(`P5, measures: small ${SMALL.n} nodes, big ${big.n} (aims of igraph's time: closeness 0.2, PageRank and k-core 0.5, communities 0.3, betweenness 1.2)`);
    compared(folder, 'small', measured(shared, once, ['betweenness', 'closeness', 'pageRank', 'core', 'eigenvector', 'community']), theirs, other);
    compared(folder, 'big', measured(shared, plain, ['pageRank', 'core', 'eigenvector', 'community']), theirs, other);
    const triangle = { nodes: [0, 1, 2].map((at) => ({ x: at / 2, y: 0.5, types: ['person'], families: [], entity: null, conditions: [] })), edges: [[0, 1], [1, 2], [2, 0]].map(([from, to]) => ({ from, to, types: ['knows'], either: true, since: null, until: null, least: null, most: null, count: 1, absent: false })), sequences: [], distinct: true, different: [] };
    const { ms, value } = spent(() => ask('case.pattern', { pattern: triangle, most: 5000 }));
    said(`a drawn pattern (triangle): ${value.found.length}${value.more ? ' and more' : ''} places`, ms);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
