import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as electron from 'electron';
import { Failure, type CaseService, type Client } from '../../shared/contract';
import type { ReleaseAbout } from '../../shared/contract/releasing';

/** Where a bundle stands in the HTML that goes on the clipboard beside the text: other programs pass over a comment, and take the table. */
const BEFORE = '<!--knoop-bundle:';
const BUNDLE = /<!--knoop-bundle:([A-Za-z0-9+/]+={0,2})-->/;
/** More than this is no piece of a chart: it goes as a file. */
const LARGEST = 24 * 1024 * 1024;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Table text (cells between tabs) as HTML for other programs, with a bundle that only Knoop reads. */
export function htmlWith(text: string, bundle: Uint8Array): string {
  const rows = text.split('\r\n').map((line) => `<tr>${line.split('\t').map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return `${BEFORE}${Buffer.from(bundle).toString('base64')}--><table>${rows}</table>`;
}

/** The bundle in the HTML of a clipboard; null where there is none. */
export function bundleIn(html: string): Buffer | null {
  const found = html.length > LARGEST * 2 ? null : BUNDLE.exec(html);
  return found?.[1] === undefined ? null : Buffer.from(found[1], 'base64');
}

/** What the clipboard holds as HTML; empty where that is none. Electron 33 knows an older form of this than the types of today. */
async function clipboardHtml(): Promise<string> {
  const { clipboard } = electron;
  if ('ClipboardItem' in electron && typeof electron.ClipboardItem === 'function') {
    const item = (await clipboard.read()).find((each) => each.types.includes('text/html'));
    return item === undefined ? '' : (await item.getType('text/html')).text();
  }
  return (clipboard as unknown as { readHTML(): string }).readHTML();
}

/** What the clipboard holds as plain text. */
async function clipboardText(): Promise<string> {
  const { clipboard } = electron;
  return clipboard.readText();
}

export interface Pasteable {
  /** Tells one bundle from another. */
  readonly mark: string;
  readonly bytes: Buffer;
}

/** What pieces of cases go from one case to another by: sealed bundles on the clipboard, which only their recipient's workstation opens. */
export class Pasteboard {
  private readonly folders = new Set<string>();

  private async folder(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'knoop-'));
    this.folders.add(folder);
    return folder;
  }

  /** Has the case write what may leave of some entities, sealed for the recipient (null: for this workstation). Throws the failures of case.writeBundle; cardInvalid where the recipient has no key. */
  async bundleOf(client: Client<CaseService>, { job, ids, about, title }: { readonly job: string; readonly ids: readonly string[]; readonly about: ReleaseAbout; readonly title: string }, grant: (file: string) => string): Promise<Uint8Array> {
    const key = about.recipient === null ? (await client['case.card']({})).encryptionKey : (await client['case.recipients']({})).find((each) => each.id === about.recipient)?.encryptionKey;
    if (key === undefined || key === null || key === '') throw new Failure('cardInvalid');
    const folder = await this.folder();
    try {
      const file = path.join(folder, 'copied.knoopx');
      await client['case.writeBundle']({ job, file: grant(file), scope: { kind: 'entities', ids: [...ids] }, about, title, lock: { kind: 'keys', keys: [key] }, documents: false });
      const bytes = await readFile(file);
      if (bytes.byteLength > LARGEST) throw new Failure('fileTooLarge', { file: title, limit: LARGEST });
      return bytes;
    } finally {
      await this.remove(folder);
    }
  }

  /** The bundle on the clipboard; null where there is none. */
  async held(): Promise<Pasteable | null> {
    const bytes = bundleIn(await clipboardHtml());
    return bytes === null ? null : { mark: createHash('sha256').update(bytes).digest('hex'), bytes };
  }

  /** A table that another program put on the clipboard; null where there is none, or more than anybody pastes. */
  async table(): Promise<{ readonly text: string; readonly html: string } | null> {
    const [text, html] = [await clipboardText(), await clipboardHtml()];
    if (text.length > LARGEST || html.length > LARGEST || bundleIn(html) !== null) return null;
    return /[\t\n]/.test(text.trim()) || /<table[\s>]/i.test(html) ? { text, html } : null;
  }

  /** The bundle on the clipboard as a file, which is there until the case is closed. */
  async fileOf({ bytes }: Pasteable): Promise<string> {
    const file = path.join(await this.folder(), 'pasted.knoopx');
    await writeFile(file, bytes, { mode: 0o600 });
    return file;
  }

  /** Takes away all files that were made for pasting. */
  async clear(): Promise<void> {
    await Promise.all([...this.folders].map((folder) => this.remove(folder)));
  }

  private async remove(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    this.folders.delete(folder);
  }
}
