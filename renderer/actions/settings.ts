import type { AppSettings } from '../../shared/contract';
import { appClient } from '../ipc/app';
import { attempt } from './execute';
import { changeSession, session } from './session';

/** Changes settings of this workstation: shown at once, then stored. */
export async function saveSettings(change: Partial<AppSettings>): Promise<void> {
  const { settings } = session();
  if (settings) changeSession({ settings: { ...settings, ...change } });
  const stored = await attempt(() => appClient['app.saveSettings'](change));
  if (stored) changeSession({ settings: stored });
}
