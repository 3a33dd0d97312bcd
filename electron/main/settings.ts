import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { appSettingsSchema, type AppSettings } from '../../shared/contract/appService';
import { LANGUAGES, type Language } from '../../shared/values/kind';
import { writeDurably } from './durableFile';

const recentEntrySchema = z.object({ id: z.string(), folder: z.string(), name: z.string(), encrypted: z.boolean(), lastOpened: z.string() });
export type RecentEntry = z.infer<typeof recentEntrySchema>;

const fileSchema = z.object({ settings: appSettingsSchema, recent: z.array(recentEntrySchema).max(50) });
type SettingsFile = z.infer<typeof fileSchema>;

/** Settings of this user on this workstation, and where their cases lie. Holds no case content; names of cases only, because the start screen shows them. */
export class SettingsStore {
  private state: SettingsFile;
  private writing: Promise<void> = Promise.resolve();
  private readonly file: string;

  private constructor(file: string, state: SettingsFile) {
    this.file = file;
    this.state = state;
  }

  /** Reads the file; what is missing or not readable starts anew, because settings must never stop the program. */
  static async load(folder: string, locale: string): Promise<SettingsStore> {
    const file = path.join(folder, 'settings.json');
    const parsed = await readFile(file, 'utf8').then((text) => fileSchema.safeParse(JSON.parse(text)), () => null).catch(() => null);
    return new SettingsStore(file, parsed?.success ? parsed.data : { settings: standardSettings(locale), recent: [] });
  }

  get settings(): AppSettings {
    return this.state.settings;
  }

  get recent(): readonly RecentEntry[] {
    return this.state.recent;
  }

  async change(part: Partial<AppSettings>): Promise<AppSettings> {
    await this.put({ ...this.state, settings: { ...this.state.settings, ...part } });
    return this.state.settings;
  }

  /** Puts a case first in the list. */
  async remember(entry: RecentEntry): Promise<void> {
    await this.put({ ...this.state, recent: [entry, ...this.state.recent.filter((each) => each.folder !== entry.folder)].slice(0, 20) });
  }

  async forget(id: string): Promise<void> {
    await this.put({ ...this.state, recent: this.state.recent.filter((each) => each.id !== id) });
  }

  private put(state: SettingsFile): Promise<void> {
    this.state = state;
    // One write after another: two at once could rename over each other in the wrong order.
    this.writing = this.writing.catch(() => undefined).then(() => writeDurably(this.file, JSON.stringify(this.state, null, 2)));
    return this.writing;
  }
}

function standardSettings(locale: string): AppSettings {
  const language = LANGUAGES.find((each) => locale.toLowerCase().startsWith(each)) ?? 'nl';
  return { language: language satisfies Language, theme: 'system', actor: userName(), service: '', dock: null, sampleOffered: false };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
