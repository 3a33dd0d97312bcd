import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseService, Client } from '../../shared/contract';
import { writeDurably } from './durableFile';
import { readPdf } from './opened/pdfText';
import { printDocument } from './printing';
import { namesOfMachine, requireMarkings, requireNothingWithheld } from './readBack';
import { momentNow } from './released';

/**
 * Prints the receipt of an import, writes beside, opens what was written again, requires the marking on each page and no name of this machine, and renames.
 * Rejects with Failure sourceNotFound, exportFailed, withheldFound, diskFull, folderReadOnly; an older file of that name is then untouched.
 */
export async function exportReceipt(client: Client<CaseService>, source: string, file: string): Promise<{ name: string; pages: number }> {
  const document = await client['case.receiptDocument']({ source });
  const printed = await printDocument(document, momentNow());
  await writeDurably(file, printed.pdf, async (written) => {
    const pdf = await readFile(written);
    requireMarkings(await readPdf(pdf), printed.markings);
    await requireNothingWithheld(pdf, namesOfMachine(JSON.stringify(document)));
  });
  return { name: path.basename(file), pages: printed.pages };
}
