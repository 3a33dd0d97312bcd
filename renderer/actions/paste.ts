import { MOST_PASTED } from '../../shared/contract/editing';
import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { queueImport } from './caseActions';
import { attempt, openCaseClient } from './execute';
import { usePast } from './past';
import { session } from './session';

/** A table as a clipboard carries it. */
interface PastedTable {
  readonly text: string;
  readonly form: 'tsv' | 'html';
}

/** The table on a clipboard: rows of cells with tabs between, as spreadsheets put them there, or else a table of a page. Null where it holds none: a word is no table. */
export function tableOn(plain: string, html: string): PastedTable | null {
  const text = plain.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (text.includes('\t') || (text.includes('\n') && !/<table[\s>]/i.test(html))) return { text: `${text}\n`, form: 'tsv' };
  return /<table[\s>]/i.test(html) ? { text: html, form: 'html' } : null;
}

/** Opens the import screen with a pasted table: what each column is, what comes of it, a dry run, and all of it in one step. False where there is no such table. */
export async function pasteTable(plain: string, html: string): Promise<boolean> {
  const table = tableOn(plain, html);
  const { open, importing } = session();
  if (table === null || open === null || importing.length > 0 || usePast.getState().past !== null || table.text.length > MOST_PASTED) return false;
  const taken = await attempt(() => openCaseClient()['case.takePasted']({ ...table, name: pastedName(new Date()) }));
  if (taken) queueImport([taken]);
  return taken !== undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
/** A name that says when it was pasted, as files sort: "2026-05-03 14.05". */
const pastedName = (now: Date): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}`;

/** The same with what is on the clipboard now. */
export async function pasteFromClipboard(): Promise<void> {
  const table = (await attempt(() => appClient['app.pasted']({ take: false })))?.table ?? null;
  if (table === null || !(await pasteTable(table.text, table.html))) notify('table:nothingToPaste', {}, 'warning');
}
