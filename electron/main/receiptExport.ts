import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseService, Client } from '../../shared/contract';
import { writeDurably } from './durableFile';
import { pdfTexts } from './pdfText';
import { printDocument } from './printing';
import { requireMarking } from './readBack';

/**
 * Prints the receipt of an import, writes beside, opens what was written again, requires the marking on each page, and renames.
 * Rejects with Failure sourceNotFound, exportFailed, diskFull, folderReadOnly; an older file of that name is then untouched.
 */
export async function exportReceipt(client: Client<CaseService>, source: string, file: string): Promise<{ name: string; pages: number }> {
  const document = await client['case.receiptDocument']({ source });
  const printed = await printDocument(document);
  await writeDurably(file, printed.pdf, async (written) => requireMarking(await pdfTexts(await readFile(written)), document.marking));
  return { name: path.basename(file), pages: printed.pages };
}
