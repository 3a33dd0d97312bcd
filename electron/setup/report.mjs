/**
 * How set-up speaks: one line for every step that does something, one sentence for a failure.
 */

/** A set-up step that cannot go on: one sentence of what is wrong, and one of what to do next. */
export class SetupFailure extends Error {
  /**
   * @param {string} message one clear sentence
   * @param {string} next what the reader does next, usually a command
   */
  constructor(message, next) {
    super(message);
    this.name = 'SetupFailure';
    this.next = next;
  }
}

/** Prints one progress line. @param {string} line */
export function say(line) {
  process.stdout.write(`[setup] ${line}\n`);
}

/**
 * Runs one step and says how long it took.
 * @template T
 * @param {string} line what the step does, in the present tense
 * @param {() => Promise<T> | T} step
 * @returns {Promise<T>}
 */
export async function during(line, step) {
  say(`${line} ...`);
  const start = Date.now();
  const result = await step();
  say(`${line}: done in ${seconds(Date.now() - start)}`);
  return result;
}

/** Milliseconds as a short text in seconds. @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The failure as the lines that the user reads. @param {unknown} error */
export function sentence(error) {
  if (error instanceof SetupFailure) {
    return `${error.message}\n${error.next}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs the main function of a script; a failure ends the process with its sentence and code 1.
 * @param {() => Promise<number | void>} main answers the exit code, nothing meaning 0
 */
export async function entry(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${sentence(error)}\n`);
    process.exitCode = 1;
  }
}
