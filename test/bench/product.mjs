/**
 * The product's own modules, built as they are for the case process, for a benchmark in plain Node.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../electron/setup/places.mjs';
import { recorded } from '../../electron/setup/runtime.mjs';

/**
 * Loads modules of the checkout by name: { queries: 'electron/case/queries/index.ts' } gives { queries: <its exports> }.
 * Built below the checkout, so that `better-sqlite3` is found; the folder is taken away again.
 * @param {Record<string, string>} modules
 */
export async function product(modules) {
  const binding = recorded()?.nodeSqliteBinding;
  if (binding) process.env.KNOOP_SQLITE_BINDING = binding;
  const folder = mkdtempSync(join(root, '.cache', 'bench-'));
  try {
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
    const loaded = await Promise.all(Object.keys(modules).map(async (name) => [name, await import(pathToFileURL(join(folder, `${name}.mjs`)).href)]));
    return Object.fromEntries(loaded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The types and schemes that ship with Knoop, as data for buildCatalogue. */
export function shippedTypes() {
  const read = (folder) => readdirSync(join(root, 'resources', folder)).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(root, 'resources', folder, file), 'utf8')));
  return { entityTypes: read('types/entities'), linkTypes: read('types/links'), schemes: read('schemes') };
}
