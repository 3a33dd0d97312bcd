import type { CaseService, Client } from '../../shared/contract';
import type { DocumentFormat } from '../../shared/contract/appService';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { BriefingDocument } from '../../shared/briefing/document';
import type { BriefingRecord } from '../../shared/model/briefing';
import type { ReleaseRecord } from '../../shared/model/release';
import { readPdf, type PdfText } from './opened/pdfText';
import { drawingsOf, printDocument, withCleanPictures, type ExportWatch } from './printing';
import { requireMarkings, requireOfficeMarkings } from './readBack';
import { addressed, momentNow, releaseFile } from './released';
import { writeDocx } from './writers/docx/write';
import { wholeMarking } from './writers/pageMarks';
import { requireUsable, signPdf, type SigningCertificate } from './writers/pdf/signature';
import { writePptx } from './writers/pptx/write';

/** Composes and prints a briefing for the screen; nothing is released. */
export async function previewBriefing(client: Client<CaseService>, briefing: BriefingRecord, watch: ExportWatch): Promise<{ pdf: Uint8Array<ArrayBuffer>; pages: number }> {
  const document = await withCleanPictures(await client['case.composeBriefing']({ briefing }), watch.signal);
  const printed = await printDocument(document, momentNow(), watch);
  return { pdf: new Uint8Array(printed.pdf), pages: printed.pages };
}

/** A document in one of its formats, and how to look at the written file: that everything is marked. A PDF is read for that, and handed on as it was read. */
interface Made {
  readonly content: Uint8Array;
  readonly pages: number;
  readonly check: (written: Buffer) => Promise<PdfText | null>;
}

async function makePdf(document: BriefingDocument, at: Date, certificate: SigningCertificate | null, watch: ExportWatch): Promise<Made> {
  if (certificate !== null) requireUsable(certificate, at);
  const { pdf, pages, markings } = await printDocument(document, at, watch);
  const content = certificate === null ? pdf : await signPdf(pdf, certificate, at);
  return { content, pages, check: async (written) => requireMarkings(await readPdf(written), markings) };
}

async function makeOffice(format: 'docx' | 'pptx', document: BriefingDocument, at: Date, { progress = () => undefined, signal }: ExportWatch): Promise<Made> {
  progress(1, 3);
  const drawings = await drawingsOf(document, null, signal);
  progress(2, 3);
  const content = await (format === 'docx' ? writeDocx : writePptx)(document, drawings, at);
  const check = (written: Buffer): Promise<number> => requireOfficeMarkings(written, wholeMarking(document));
  const pages = await check(content);
  progress(3, 3);
  return { content, pages, check: async (written) => {
    await check(written);
    return null;
  } };
}

/** What a briefing is exported as. */
export interface BriefingExport {
  readonly briefing: BriefingRecord;
  readonly format: DocumentFormat;
  readonly about: ReleaseAbout;
  /** Signs a PDF; other formats are not signed. */
  readonly certificate: SigningCertificate | null;
}

/**
 * Composes a briefing for its recipient, writes it in its format and lets it out. `file` is where it goes. Rejects with the Failure of whichever step failed,
 * and as releaseFile does.
 */
export async function exportBriefing(client: Client<CaseService>, { briefing: given, format, about, certificate }: BriefingExport, file: string, watch: ExportWatch): Promise<ReleaseRecord & { name: string }> {
  const briefing = addressed(given, about);
  const at = momentNow();
  const document = await withCleanPictures(await client['case.composeBriefing']({ briefing, purpose: about.purpose }), watch.signal);
  const made = format === 'pdf' ? await makePdf(document, at, certificate, watch) : await makeOffice(format, document, at, watch);
  return releaseFile({ client, briefing, document, about, at, signal: watch.signal, written: { kind: 'briefing', format, pages: made.pages } }, file, made.content, made.check);
}
