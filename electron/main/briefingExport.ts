import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { Failure, type CaseService, type Client } from '../../shared/contract';
import type { BriefingRecord } from '../../shared/model/briefing';
import type { ReleaseRecord } from '../../shared/model/release';
import { printDocument } from './printing';
import { writeDurably } from './durableFile';
import { pdfTexts } from './pdfText';
import { requireMarking, requireNothingWithheld } from './readBack';

/** Who looks on while a briefing is printed, and may end it. */
export interface ExportWatch {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Composes and prints a briefing for the screen; nothing is released. */
export async function previewBriefing(client: Client<CaseService>, briefing: BriefingRecord, { progress, signal }: ExportWatch): Promise<{ pdf: Uint8Array<ArrayBuffer>; pages: number }> {
  const document = await client['case.composeBriefing']({ briefing });
  const printed = await printDocument(document, progress, signal);
  return { pdf: new Uint8Array(printed.pdf), pages: printed.pages };
}

/**
 * Composes, prints, writes beside, opens what was written again and requires that each page is marked and nothing withheld is in it, records the release in the case and renames: a file without its
 * release, or a release without its file, must not be.
 * Rejects with the Failure of whichever step failed, "cancelled" when the signal ended it before the release was recorded; an older file of that name is then untouched.
 */
export async function exportBriefing(client: Client<CaseService>, briefing: BriefingRecord, file: string, { progress, signal }: ExportWatch): Promise<ReleaseRecord & { name: string }> {
  const document = await client['case.composeBriefing']({ briefing });
  const printed = await printDocument(document, progress, signal);
  const release: ReleaseRecord = {
    id: uuid(), briefing: briefing.id, format: 'pdf', recipient: briefing.recipient, at: new Date().toISOString(),
    sha256: createHash('sha256').update(printed.pdf).digest('hex'), pages: printed.pages, seq: document.seq,
  };
  const forbidden = await client['case.withheldTexts']({ briefing });
  await writeDurably(file, printed.pdf, async (written) => {
    const pdf = await readFile(written);
    const texts = await pdfTexts(pdf);
    requireMarking(texts, document.marking);
    requireNothingWithheld(pdf, texts, forbidden);
    if (signal?.aborted) throw new Failure('cancelled');
    await client['case.execute']({ command: 'release.record', args: release });
  });
  return { ...release, name: path.basename(file) };
}
