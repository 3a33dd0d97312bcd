import { v7 as uuid } from 'uuid';
import type { BriefingDocument } from '../../shared/briefing/document';
import { Failure, type CaseService, type Client } from '../../shared/contract';
import type { Drawing } from '../../shared/contract/printService';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { BriefingBlock, BriefingRecord } from '../../shared/model/briefing';
import type { IdentityMode } from '../../shared/model/identity';
import type { ReleaseRecord } from '../../shared/model/release';
import type { Language } from '../../shared/values/kind';
import { drawingsOf, withCleanPictures, type ExportWatch } from './printing';
import { addressed, momentNow, releaseContents, releaseFile } from './released';
import { wholeMarking, wordsOfMarking } from './writers/pageMarks';
import { onlyPixels } from './writers/png';

type CaseClient = Client<CaseService>;

/** A briefing of blocks that nobody wrote: never stored, only composed, so that pictures and copies pass the gate as briefings do. */
async function madeUp(client: CaseClient, title: string, language: Language, identity: IdentityMode, blocks: readonly BriefingBlock[]): Promise<BriefingRecord> {
  const { settings } = await client['case.info']({});
  return { id: uuid(), title, reference: '', author: '', service: '', recipient: null, copyNumber: '', marking: settings.marking, template: 'free', language, originalBeside: false, withheldLinks: 'absent', identity, blocks: [...blocks] };
}

const figureOf = (chart: string, places: 'drawn' | 'anew'): BriefingBlock => ({ kind: 'figure', id: uuid(), chart, snapshot: null, places, caption: null });

/** The drawing of the first figure with its marking, or null where nothing of the chart may be seen. */
async function drawn(document: BriefingDocument, signal: AbortSignal | undefined): Promise<Drawing | null> {
  const figures = await withCleanPictures({ ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.filter((block) => block.kind === 'figure') })) }, signal);
  return (await drawingsOf(figures, wholeMarking(document), signal))[0] ?? null;
}

/** Where the picture of a chart goes, and how it looks. */
export interface ImageExport {
  readonly format: 'png' | 'svg';
  readonly chart: string;
  readonly title: string;
  readonly places: 'drawn' | 'anew';
  /** Which records are shown as one. */
  readonly identity: IdentityMode;
  readonly about: ReleaseAbout;
  readonly language: Language;
}

/** Lets one chart out as a picture by itself, as its recipient may see it, marked above and below. Rejects with Failure "chartNotFound" when nothing of it may be seen, and as releaseFile does. */
export async function exportImage(client: CaseClient, { format, chart, title, places, identity, about, language }: ImageExport, file: string, { progress = () => undefined, signal }: ExportWatch): Promise<ReleaseRecord & { name: string }> {
  const briefing = addressed(await madeUp(client, title, language, identity, [figureOf(chart, places)]), about);
  progress(1, 3);
  const document = await client['case.composeBriefing']({ briefing, purpose: about.purpose });
  progress(2, 3);
  const drawing = await drawn(document, signal);
  if (drawing === null) throw new Failure('chartNotFound');
  progress(3, 3);
  const content = format === 'svg' ? Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${drawing.svg}\n`, 'utf8') : onlyPixels(Buffer.from(drawing.png));
  const words = wordsOfMarking(wholeMarking(document));
  const check = async (written: Buffer): Promise<null> => {
    const missing = format === 'svg' && words.some((each) => written.toString('utf8').split(`>${each.replace(/&/g, '&amp;')}<`).length < 3);
    if (missing) throw new Failure('exportFailed', {}, { cause: 'no marking on the picture' });
    return null;
  };
  return releaseFile({ client, briefing, document, about, at: momentNow(), signal, written: { kind: 'image', format, pages: 1 } }, file, content, check);
}

/** Tables of a document as text that spreadsheets take in: the marking first, cells between tabs. */
function tableText(document: BriefingDocument): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const tables = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  const marking = wordsOfMarking(wholeMarking(document)).join(' · ');
  return [...(marking === '' ? [] : [marking]), ...tables.flatMap((table) => [
    '', table.caption, table.columns.map(({ heading }) => cell(heading)).join('\t'),
    ...table.rows.map((row) => row.map((parts) => cell(parts.map((part) => part.text).join('; '))).join('\t')),
  ])].join('\r\n').trimStart();
}

/** What is copied. */
export interface Copying {
  readonly ids: readonly string[];
  /** Null: text alone. */
  readonly chart: string | null;
  /** Which records are shown as one. */
  readonly identity: IdentityMode;
  readonly about: ReleaseAbout;
  readonly title: string;
  readonly language: Language;
}

/** Has `put` take entities and the links among them as text, and a chart as PNG, as their recipient may see them; recorded as a release. Rejects as releaseContents does. */
export async function copyOut(client: CaseClient, { ids, chart, identity, about, title, language }: Copying, put: (text: string, png: Buffer | null) => Promise<void>, { signal }: ExportWatch): Promise<ReleaseRecord> {
  const table = (of: 'persons' | 'others' | 'links'): BriefingBlock => ({ kind: 'table', id: uuid(), of, scope: { kind: 'entities', ids: [...ids] } });
  const briefing = addressed(await madeUp(client, title, language, identity, [...(chart === null ? [] : [figureOf(chart, 'drawn')]), table('persons'), table('others'), table('links')]), about);
  const document = await client['case.composeBriefing']({ briefing, purpose: about.purpose });
  const drawing = chart === null ? null : await drawn(document, signal);
  const text = tableText(document);
  const png = drawing === null ? null : onlyPixels(Buffer.from(drawing.png));
  const bytes = Buffer.from(text, 'utf8');
  return releaseContents({ client, briefing, document, about, at: momentNow(), signal, written: { kind: 'clipboard', format: png === null ? 'text' : 'text+png', pages: 0 } }, png === null ? [bytes] : [bytes, png], () => put(text, png));
}
