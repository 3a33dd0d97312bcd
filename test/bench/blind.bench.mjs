/**
 * Hit / no hit between two services: both sides of a session over files, with the threads of the product, beside the plain intersection of SHA-256 hashes, which is what
 * services do by hand. It is no protection: all Belgian mobile numbers are hashed in seconds, printed here too.
 *
 *   node test/bench/blind.bench.mjs [--entries=100000] [--common=1000]
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { built, loaded } from './product.mjs';

export const name = 'blind';

const AT = '2026-05-03T10:00:00.000Z';
/** Mobile numbers of Belgium: 0455 to 0499, six digits each. */
const MOBILES = 45 * 1_000_000;
const HASHED = 500_000;

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function measured(label, work) {
  const [start, used] = [performance.now(), spent()];
  const value = await work();
  const [wall, cpu] = [(performance.now() - start) / 1000, spent() - used];
  console.log(`  ${label}: ${wall.toFixed(2)} s, ${cpu.toFixed(2)} s processor`);
  return { value, wall, cpu };
}

const phones = (from, count) => Array.from({ length: count }, (_, at) => ({ kind: 'phone', value: `+324${String(70_000_000 + from + at)}`, ref: `e${from + at}` }));

/** What services do without this: both hash, one compares. */
function plainHashes(ours, theirs) {
  const hash = ({ kind, value }) => createHash('sha256').update(`${kind}:${value}`).digest('hex');
  const there = new Set(theirs.map(hash));
  return ours.filter((entry) => there.has(hash(entry))).length;
}

function guessing() {
  const start = performance.now();
  for (let at = 0; at < HASHED; at += 1) createHash('sha256').update(`phone:+324${55_000_000 + at}`).digest('hex');
  return ((performance.now() - start) / HASHED / 1000) * MOBILES;
}

/** Runs the benchmark and prints it; gives the figures. */
export async function run({ entries = 100_000, common = 1000 } = {}) {
  const { folder: modules, remove } = built({ rounds: 'electron/case/blind/rounds.ts', file: 'electron/case/blind/file.ts', threads: 'electron/case/blind/threads.ts', terms: 'electron/case/blind/terms.ts', blind: 'electron/case/workers/blind.ts' });
  const folder = mkdtempSync(join(tmpdir(), 'knoop-blind-'));
  try {
    const { rounds, file, threads, terms } = await loaded(modules, ['rounds', 'file', 'threads', 'terms']);
    const service = (label) => {
      const keys = { signing: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: '' };
      return { keys, party: file.partyOf(label, '', keys) };
    };
    const [north, south] = [service('Noord'), service('Zuid')];
    const agreed = { tells: 'entries', sides: 'both', kinds: ['phone'], nameRules: terms.NAME_RULES, most: entries, purpose: 'bench', expires: '2026-06-01T00:00:00.000Z' };
    const doing = { multiplier: new threads.MultiplyingThreads(join(modules, 'blind.mjs')), watch: { progress: () => undefined, cancelled: () => false }, at: AT };
    const [ours, theirs] = [phones(0, entries), phones(entries - common, entries)];
    const sent = (round, draft, { keys }) => {
      const path = join(folder, `${round}.knoopblind`);
      file.writeBlind(path, draft, keys);
      console.log(`    file of round ${round}: ${(statSync(path).size / 1e6).toFixed(2)} MB`);
      return file.readBlind(path, terms.MOST_ENTRIES);
    };
    console.log(`  ${entries} entries each, ${common} in common, size class ${terms.sizeClassOf(entries)}, load ${loadavg()[0]?.toFixed(1)}`);
    const first = await measured('round 1, first service', () => rounds.begin(agreed, north.party, south.party, ours, doing));
    const second = await measured('round 2, second service', async () => rounds.answer(sent(1, first.value.draft, north), { from: south.party, entries: theirs, terms: agreed, answered: new Set(), signer: north.party.signingKey }, doing));
    const third = await measured('round 3, first service: its hits', async () => rounds.conclude(first.value.state, sent(2, second.value.draft, south), doing));
    const last = await measured('end, second service: its hits', async () => rounds.finish(second.value.state, sent(3, third.value.draft, north), doing));
    const all = [first, second, third, last];
    const [wall, cpu] = ['wall', 'cpu'].map((which) => all.reduce((sum, each) => sum + each[which], 0));
    console.log(`  found ${third.value.outcome.count} and ${last.value.count} (${common} expected); both sides together ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s processor; state between rounds ${(JSON.stringify(first.value.state).length / 1e6).toFixed(1)} and ${(JSON.stringify(second.value.state).length / 1e6).toFixed(1)} MB`);
    const plain = await measured('baseline, plain SHA-256 of both lists', () => plainHashes(ours, theirs));
    const guessed = guessing();
    console.log(`  baseline found ${plain.value}, ${(wall / plain.wall).toFixed(0)} times as fast, and hides nothing: who holds the hashes tries all ${MOBILES / 1e6} million mobile numbers in ${guessed.toFixed(0)} s on one core`);
    return { wall, cpu, found: [third.value.outcome.count, last.value.count], plain: plain.wall, guessed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(Object.fromEntries(process.argv.slice(2).map((each) => {
    const [option = '', value] = each.replace(/^--/, '').split('=');
    return [option, Number(value)];
  })));
  process.exit(0);
}
