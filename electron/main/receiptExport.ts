import type { CaseService, Client } from '../../shared/contract';
import { readPdf } from './opened/pdfText';
import { saveForOwnUse } from './ownUse';
import { printDocument } from './printing';
import { namesOfMachine, requireMarkings, requireNothingWithheld } from './readBack';
import { momentNow } from './released';
import { wholeMarking, wordsOfMarking } from './writers/pageMarks';

/**
 * Prints the receipt of an import, writes beside, opens what was written again, requires the marking on each page and no name of this machine, records it as own use and
 * renames. Rejects with Failure sourceNotFound, exportFailed, withheldFound, diskFull, folderReadOnly; an older file of that name is then untouched.
 */
export async function exportReceipt(client: Client<CaseService>, source: string, file: string): Promise<{ name: string; pages: number }> {
  const document = await client['case.receiptDocument']({ source });
  const printed = await printDocument(document, momentNow());
  const what = { kind: 'receipt', format: 'pdf', title: document.cover?.title ?? '', language: document.language, marking: wordsOfMarking(wholeMarking(document)).join(' · '), pages: printed.pages } as const;
  const name = await saveForOwnUse(client, file, printed.pdf, what, async (pdf) => {
    const read = requireMarkings(await readPdf(pdf), printed.markings);
    await requireNothingWithheld(pdf, namesOfMachine(JSON.stringify(document)), read);
  });
  return { name, pages: printed.pages };
}
