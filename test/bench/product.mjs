/**
 * The product's own modules, built as they are for the case process, for a benchmark in plain Node.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../../electron/setup/places.mjs';
import { recorded } from '../../electron/setup/runtime.mjs';

/**
 * Modules of the checkout, built into a folder below it, so that `better-sqlite3` is found: { queries: 'electron/case/queries/index.ts' } gives
 * a folder with queries.mjs. `remove` takes the folder away again.
 * @param {Record<string, string>} modules
 */
export function built(modules) {
  const binding = recorded()?.nodeSqliteBinding;
  if (binding) process.env.KNOOP_SQLITE_BINDING = binding;
  const folder = mkdtempSync(join(root, '.cache', 'bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // In a process of its own: what the builder takes (some 400 MB) is no memory of ours.
  const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), folder, JSON.stringify(modules)], { stdio: 'inherit' });
  if (ran.status !== 0) {
    remove();
    throw new Error('the modules could not be built');
  }
  return { folder, remove };
}

/**
 * The same, loaded: { queries: <its exports> }.
 * @param {Record<string, string>} modules
 */
export async function product(modules) {
  const { folder, remove } = built(modules);
  try {
    return await loaded(folder, Object.keys(modules));
  } finally {
    remove();
  }
}

/**
 * Modules by name out of a folder that `built` gave.
 * @param {string} folder
 * @param {readonly string[]} names
 */
export async function loaded(folder, names) {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await import(pathToFileURL(join(folder, `${name}.mjs`)).href)])));
}

/** The types and schemes that ship with Knoop, as data for buildCatalogue. */
export function shippedTypes() {
  const read = (folder) => readdirSync(join(root, 'resources', folder)).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(root, 'resources', folder, file), 'utf8')));
  return { entityTypes: read('types/entities'), linkTypes: read('types/links'), schemes: read('schemes') };
}

/** Bundles the modules into a folder, as they are for the case process. */
async function bundle(folder, modules) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true, outDir: folder, emptyOutDir: true, target: 'node20', minify: false,
      rolldownOptions: { input: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, join(root, file)])), external: ['better-sqlite3'], output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2], JSON.parse(process.argv[3]));
