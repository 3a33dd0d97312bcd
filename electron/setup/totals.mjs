/**
 * What a run of tests came to, read from the reports of the test programs.
 *
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */
import { SetupFailure } from './report.mjs';

/** A check that is one command, failed. @type {Totals} */
export const failure = Object.freeze({ passed: 0, failed: 1, skipped: 0 });

/** @param {Totals[]} list @returns {Totals} */
export function sum(list) {
  return list.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), { passed: 0, failed: 0, skipped: 0 });
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | null} report
 * @param {number | null} code vitest's exit code
 * @returns {Totals}
 */
export function vitestTotals(report, code) {
  return honest(
    report && { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests },
    code,
  );
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report
 * @param {number | null} code Playwright's exit code
 * @returns {Totals}
 */
export function playwrightTotals(report, code) {
  return honest(report && { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped }, code);
}

/**
 * The parts named after --only, in their own order, and what follows the dashes.
 * @param {string[]} args
 * @param {string[]} known
 */
export function selection(args, known) {
  const dashes = args.indexOf('--');
  const own = dashes < 0 ? args : args.slice(0, dashes);
  const rest = dashes < 0 ? [] : args.slice(dashes + 1);
  const at = own.indexOf('--only');
  const unknown = own.filter((argument, index) => at < 0 || (index !== at && index !== at + 1));
  const wanted = at < 0 ? known : (own[at + 1] ?? '').split(',').map((name) => name.trim());
  const stray = [...unknown, ...wanted.filter((name) => !known.includes(name))];
  if (stray.length > 0) {
    throw new SetupFailure(`There is no part of the tests named ${stray.map((name) => `"${name}"`).join(', ')}.`, `The parts are: ${known.join(', ')}. Example: npm test -- --only ${known.slice(0, 2).join(',')}`);
  }
  return { names: known.filter((name) => wanted.includes(name)), rest };
}

/** A program that ended badly without a failed test, for example on a file that cannot be loaded, has failed all the same. */
function honest(totals, code) {
  if (!totals) {
    return code === 0 ? { passed: 0, failed: 0, skipped: 0 } : failure;
  }
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
