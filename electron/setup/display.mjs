/** A screen for Electron: the user's own, or a virtual one where there is none. */

/**
 * Whether a program that opens windows needs a virtual screen.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 */
export function needsVirtualScreen(environment = process.env, platform = process.platform) {
  return platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY;
}

/**
 * A command line, wrapped so that it has a screen.
 * @param {string} program
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function onScreen(program, args) {
  if (!needsVirtualScreen()) {
    return [program, args];
  }
  return ['xvfb-run', ['--auto-servernum', '--server-args=-screen 0 1600x1000x24 -nolisten tcp', program, ...args]];
}

/** Chromium refuses its sandbox to root; everyone else keeps it. */
export function sandboxSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
