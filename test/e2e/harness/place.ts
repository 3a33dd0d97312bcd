/** A home of its own for one run of the program: no test sees another's settings, cases or documents. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppSettings } from '../../../shared/contract';

export interface Place {
  readonly home: string;
  /** Where settings, recent cases and Chromium's own files go. */
  readonly userData: string;
  /** Where cases come to lie unless a folder is chosen. */
  readonly cases: string;
  /** For what a test writes itself. */
  readonly scratch: string;
  readonly remove: () => void;
}

export function makePlace(): Place {
  // Real path: what the program answers is compared with it.
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'knoop-e2e-')));
  const place = { home, userData: join(home, 'settings'), cases: join(home, 'Documents', 'Knoop'), scratch: join(home, 'scratch') };
  for (const folder of [place.userData, join(home, 'Documents'), join(home, '.config'), place.scratch]) mkdirSync(folder, { recursive: true });
  // Linux desktops name the folder for documents here; without the file it is the home itself.
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  return { ...place, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** English, light, the sample offered before: what most tests start from. */
export const STANDARD_SETTINGS: AppSettings = { language: 'en', theme: 'light', actor: 'J. Tester', service: 'Test service', dock: null, sampleOffered: true };

/** Puts settings where the program reads them when it starts. */
export function writeSettings(place: Place, settings: Partial<AppSettings> = {}): void {
  writeFileSync(join(place.userData, 'settings.json'), JSON.stringify({ settings: { ...STANDARD_SETTINGS, ...settings }, recent: [] }));
}
