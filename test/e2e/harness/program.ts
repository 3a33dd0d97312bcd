/** Which program is tested, how it is started, and with what around it. */
import { join } from 'node:path';
import type { Place } from './place';

export const root = join(import.meta.dirname, '..', '..', '..');

/** `built`: Electron on the checkout. `packaged`: what electron-builder packed for tests. */
export type Target = 'built' | 'packaged';

export interface Program {
  readonly executable: string;
  /** Up to the program's own arguments. */
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

/** Throws when the target was not made. */
export function program(target: Target, place: Place): Program {
  const executable = process.env[target === 'built' ? 'KNOOP_ELECTRON' : 'KNOOP_PACKAGED_APP'];
  if (!executable) throw new Error(target === 'built' ? 'There is no Electron: run npm test, or node electron/setup/prepare.mjs first.' : 'The app is not packed: run node electron/setup/package.mjs --test first.');
  // Chromium refuses its sandbox to root; everyone else's tests keep it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executable,
    args: [...sandbox, `--user-data-dir=${place.userData}`, ...(target === 'built' ? [root] : [])],
    env: { ...inherited(), HOME: place.home, XDG_CONFIG_HOME: join(place.home, '.config'), XDG_CACHE_HOME: join(place.home, '.cache') },
  };
}

function inherited(): Record<string, string> {
  const left = ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'];
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined || left.includes(name) ? [] : [[name, value] as const])));
}
