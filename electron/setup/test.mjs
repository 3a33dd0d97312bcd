/**
 * npm test: sets up, builds what changed, and runs every check, each under its title, with one total at the end.
 *
 *   npm test -- --only unit,types      some parts, by the names below
 *   npm test -- --only e2e -- import   what follows the second dashes goes to vitest or Playwright: names of test files
 *
 * A check that is one command (types, lint ...) counts as one test. The exit code is 1 when anything failed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { locate, run } from './command.mjs';
import { pack, programIn } from './package.mjs';
import { modules, root } from './places.mjs';
import { prepare } from './prepare.mjs';
import { entry, say, seconds, sentence, SetupFailure } from './report.mjs';
import { electronEnvironment } from './runtime.mjs';
import { failure, playwrightTotals, selection, sum, vitestTotals } from './totals.mjs';

const results = join(root, 'test', 'results');

/** @typedef {import('./totals.mjs').Totals} Totals */

/** The parts in their order: title, and what runs it. Parts that vitest runs together share a runner. */
const parts = {
  types: { title: 'Types', run: () => command('typescript', 'bin/tsc', ['--noEmit', '-p', root]) },
  lint: { title: 'Lint', run: () => command('oxlint', 'bin/oxlint', ['--type-aware', '--deny-warnings']) },
  unused: { title: 'Unused code', run: () => command('knip', 'bin/knip.js', ['--no-progress', '--no-config-hints']) },
  licences: { title: 'Licences', run: () => script(['electron/setup/licences.mjs']) },
  unit: { title: 'Unit tests', run: (names) => vitest('unit', names) },
  case: { title: 'Tests on a real case', run: (names) => vitest('case', names) },
  app: { title: "Tests of the page's parts", run: (names) => vitest('app', names) },
  architecture: { title: 'Architecture', run: (names) => vitest('architecture', names) },
  e2e: { title: 'Tests in real Electron', run: playwright },
};

/** Parts that look at what was built. */
const needBuild = ['licences', 'case', 'e2e'];

await entry(async () => {
  const { names, rest } = selection(process.argv.slice(2), Object.keys(parts));
  const start = Date.now();
  const runtime = await prepare({ tests: true });
  say(`Node ${process.versions.node}, Electron ${runtime.electronVersion}${runtime.electronIsSubstitute ? ' (in place of the pinned one, which could not be downloaded)' : ''}`);
  mkdirSync(results, { recursive: true });
  const all = [];
  const built = !names.some((name) => needBuild.includes(name)) || (await attempt(() => build({ forTests: true }).then(() => true))) === true;
  if (!built) {
    all.push({ name: 'build', totals: failure });
  }
  // What needs no build is still worth knowing when the build is broken, and often says why.
  for (const name of names.filter((name) => built || !needBuild.includes(name))) {
    const began = Date.now();
    process.stdout.write(`\n=== ${parts[name].title} ===\n`);
    const totals = (await attempt(() => parts[name].run(rest, runtime))) ?? failure;
    all.push({ name, totals });
    process.stdout.write(`--- ${parts[name].title}: ${line(totals)} in ${seconds(Date.now() - began)}\n`);
  }
  const total = sum(all.map(({ totals }) => totals));
  const broken = all.filter(({ totals }) => totals.failed > 0).map(({ name }) => name);
  process.stdout.write(`\n=== Total, after ${seconds(Date.now() - start)} ===\n${broken.length > 0 ? `Failed: ${broken.join(', ')}\n` : ''}${line(total)}\n`);
  return total.failed > 0 ? 1 : 0;
});

/** The step's answer, or null where it could not be done: a failed part, not the end of the run. */
async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof SetupFailure)) {
      throw error;
    }
    process.stdout.write(`${sentence(error)}\n`);
    return null;
  }
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Runs a package's program with this Node. @returns {Promise<Totals>} */
function command(packageName, file, args) {
  return script([join(modules, packageName, file), ...args]);
}

/** @returns {Promise<Totals>} */
async function script(args) {
  const { code } = await run(process.execPath, args, { cwd: root, shown: true });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
}

/** @returns {Promise<Totals>} */
async function vitest(project, names) {
  const file = join(results, `vitest-${project}.json`);
  rmSync(file, { force: true });
  const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, ...(project === 'case' ? ['--project', 'measured'] : []), '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...names];
  // The build, in this process, has set NODE_ENV to production; React's parts could not be tested with that.
  const { code } = await run(process.execPath, [join(modules, 'vitest', 'vitest.mjs'), ...args], { cwd: root, env: { ...process.env, NODE_ENV: 'test' }, shown: true });
  return vitestTotals(read(file), code);
}

/** Where virtual screens can be made each of the tests that run beside each other gets its own. @returns {Promise<Totals>} */
async function playwright(names, runtime) {
  const folder = await pack(runtime, { test: true });
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  // No window pops up while one works.
  const ownScreens = process.platform === 'linux' && locate('Xvfb') !== null ? { KNOOP_OWN_SCREENS: '1' } : {};
  const env = { ...electronEnvironment(runtime), ...ownScreens, KNOOP_ELECTRON: runtime.electronPath, KNOOP_PACKAGED_APP: programIn(folder), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await run(process.execPath, [join(modules, '@playwright', 'test', 'cli.js'), 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json', '--pass-with-no-tests', ...names], { cwd: root, env, shown: true });
  return playwrightTotals(read(file), code);
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
