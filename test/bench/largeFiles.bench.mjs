/**
 * Large files of records: GraphML, i2 charts, FollowTheMoney and a JSON table, each read by its importer alone and then taken whole into a new,
 * encrypted case; each in a process of its own, as the case process runs it.
 *
 *   node test/bench/run.mjs largeFiles [--size=100] [--records=100000] [--parsed]
 *
 * --size is in MB. Every file also comes a second time, with as many records but five times as large: what is held may grow with the records (their
 * ids), not with what they say. --records is how many these two have. --parsed leaves the case out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS, writeLarge } from './largeFiles.mjs';
import { built } from './product.mjs';

export const name = 'largeFiles';

function child(modules, mode, file, place) {
  const ran = spawnSync(process.execPath, [fileURLToPath(new URL('largeRun.mjs', import.meta.url)), modules, mode, file, place], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (ran.status !== 0) throw new Error(`${file} was not read`);
  rmSync(place, { recursive: true, force: true });
  return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
}

const load = () => `load ${(loadavg()[0] ?? 0).toFixed(1)}`;

/** Runs the benchmark and prints it; gives the figures. */
export async function run({ size = 100, records = 100_000, parsed = false } = {}) {
  const modules = built({
    life: 'electron/case/life.ts', importing: 'electron/case/importing.ts', importWorker: 'electron/case/importWorker.ts', worker: 'electron/case/workers/import.ts',
    bytes: 'electron/case/importers/bytes.ts', incoming: 'electron/case/importers/incoming.ts',
  });
  const folder = mkdtempSync(join(tmpdir(), 'knoop-large-'));
  const place = join(folder, 'Bench.knoop');
  const figures = [];
  const modes = parsed ? ['parsed'] : ['parsed', 'whole'];
  try {
    for (const kind of Object.keys(KINDS)) {
      for (const { what, wanted } of [{ what: '', wanted: { bytes: size * 1e6 } }, { what: 'few long records', wanted: { bytes: (size / 5) * 1e6, records } }, { what: 'as many, five times as long', wanted: { bytes: size * 1e6, records } }]) {
        const file = join(folder, `large.${KINDS[kind].ending}`);
        const count = writeLarge(file, kind, wanted);
        const bytes = statSync(file).size;
        for (const mode of modes) {
          const found = child(modules.folder, mode, file, place);
          figures.push({ kind, what, mode, bytes, count, ...found });
          const more = mode === 'whole' ? `; ${found.entities} entities, ${found.links} links, ${Math.round(found.stored / Math.max(1, found.entities + found.links))} bytes of case.db for each` : '';
          console.log(`  ${kind}${what === '' ? '' : `, ${what}`}: ${(bytes / 1e6).toFixed(0)} MB, ${count} records, ${mode}: ${found.seconds.toFixed(1)} s wall (${(bytes / 1e6 / found.seconds).toFixed(1)} MB/s), ${found.cpu.toFixed(1)} s processor, at most ${found.rss.toFixed(0)} MB; ${found.rows} rows, ${found.rejected} rejected${more} (${load()})`);
        }
        rmSync(file, { force: true });
      }
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    modules.remove();
  }
}
