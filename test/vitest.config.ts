/**
 * The tests without a window: `unit` (shared and other pure code), `case` (a real case on disk, in Node), `app` (the page's
 * parts in jsdom) and `architecture`. One part alone: npx vitest run --config test/vitest.config.ts --project unit
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isStray } from '../electron/case/importers/formats/pdf/stray';

const root = join(import.meta.dirname, '..');

/** The SQLite binary that set-up found for this Node; none: the package's own. */
function sqliteBinding(): Record<string, string> {
  const file = join(root, '.cache', 'knoop', 'runtime.json');
  const runtime: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const binding = runtime && typeof runtime === 'object' && 'nodeSqliteBinding' in runtime ? runtime.nodeSqliteBinding : null;
  return typeof binding === 'string' ? { KNOOP_SQLITE_BINDING: binding } : {};
}

/** Preparation of the page's tests, where there is any. */
const pageSetup = [join(root, 'test', 'app', 'setup.ts')].filter((file) => existsSync(file));

/** Tests on a real case that measure the memory of their own process: each has one to itself. */
const MEASURED = ['test/case/**/large*.test.ts', 'test/case/acceptance/everyFile.test.ts'];

export default defineConfig({
  root,
  test: {
    pool: 'forks',
    // Left to itself vitest keeps one of two cores free. Three, because some tests wait more than they work.
    maxWorkers: 3,
    // Of a broken PDF the reader rejects promises that it does not wait for; the importer hears them, and vitest would report them all the same.
    onUnhandledError: (error) => (isStray(Object.assign(new Error(), error)) ? false : undefined),
    env: sqliteBinding(),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      // Each file loads the whole program otherwise, which took a third of the time; what a test needs it makes itself, in whatever order.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,mjs}'], isolate: false } },
      { extends: true, test: { name: 'case', include: ['test/case/**/*.test.ts'], exclude: MEASURED, isolate: false } },
      { extends: true, test: { name: 'measured', include: MEASURED } },
      { extends: true, test: { name: 'app', isolate: false, include: ['test/app/**/*.test.{ts,tsx}'], environment: 'jsdom', setupFiles: pageSetup } },
      { extends: true, test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
    ],
  },
});
