import { PDFDocument } from '@cantoo/pdf-lib';
import type { Block, BriefingDocument, Figure } from '../../shared/briefing/document';
import type { Drawing, PageMarking } from '../../shared/contract/printService';
import { furniture } from './pageFurniture';
import { PrintWindow } from './printWindow';
import { finishPdf } from './writers/pdf/finish';
import { linkedPages, outlinePages } from './writers/pdf/outline';

/** Who looks on while a document is made, and may end it. */
export interface ExportWatch {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface PrintedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What each page carries at its top and bottom. */
  readonly markings: readonly PageMarking[];
}

const STEPS = 5;

/** Prints that may be needed until the contents list says the pages that its sections stand on. */
const MOST_PRINTS = 3;

const PAPER: Electron.PrintToPDFOptions = { pageSize: 'A4', printBackground: true, preferCSSPageSize: false, margins: { top: 1, bottom: 0.9, left: 0.75, right: 0.75 } };

const loaded = (printed: Uint8Array): Promise<PDFDocument> => PDFDocument.load(printed, { updateMetadata: false });

/**
 * Lays a briefing out in a hidden window and prints it: A4, tagged, with an outline, each page marked by what stands on it. Contents get their page numbers from a
 * print without tags before it, because CSS target-counter prints nothing in Chromium. `at` is the date in the file. Rejects with Failure "exportFailed" or "cancelled".
 */
export async function printDocument(document: BriefingDocument, at: Date, { progress = () => undefined, signal }: ExportWatch = {}): Promise<PrintedDocument> {
  return PrintWindow.during(signal, async (window) => {
    const numbered = document.contentsHeading !== '';
    const print = async (): Promise<PDFDocument> => loaded(await window.print({ ...PAPER, displayHeaderFooter: true, generateTaggedPDF: true, generateDocumentOutline: true, ...furniture(document) }));
    progress(1, STEPS);
    await window.layOut({ kind: 'pages', document });
    let pages = numbered ? linkedPages(await loaded(await window.print({ ...PAPER, generateTaggedPDF: false })), document.sections) : {};
    for (let times = 1; ; times += 1) {
      progress(2, STEPS);
      if (numbered) await window.layOut({ kind: 'numbers', pages: { ...pages } });
      const file = await print();
      const found = outlinePages(file, document.sections);
      // Numbers in the contents list may move a heading by a page.
      if (numbered && times < MOST_PRINTS && !sameNumbers(found, pages)) {
        pages = found;
        continue;
      }
      progress(STEPS - 1, STEPS);
      const finished = await finishPdf(file, document, at, async (sheets) => {
        await window.layOut({ kind: 'markings', language: document.language, sheets: [...sheets] });
        return window.print({ pageSize: 'A4', printBackground: true, generateTaggedPDF: false, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
      });
      progress(STEPS, STEPS);
      return { ...finished, pages: finished.markings.length };
    }
  });
}

/**
 * The figures and timelines of a document as SVG and PNG; with `marking` a figure gets it above and below, and its caption and legend under it, to go out by
 * itself. Rejects with Failure "exportFailed" or "cancelled".
 */
export async function drawingsOf(document: BriefingDocument, marking: PageMarking | null, signal?: AbortSignal): Promise<readonly Drawing[]> {
  return PrintWindow.during(signal, async (window) => (await window.layOut({ kind: 'drawings', document, marking })).drawings);
}

type FigureNode = Figure['nodes'][number];

/** A picture of a document, or the part of one that stands for an item of a figure. */
type Given = Pick<NonNullable<FigureNode['photo']>, 'mediaType' | 'data' | 'cut'>;

/**
 * The document with its pictures encoded anew, so that nothing goes along but their pixels (no place, no camera, no thumbnail, no picture behind the picture).
 * What turns out to be no picture leaves its caption. Rejects with Failure "exportFailed" or "cancelled".
 */
export async function withCleanPictures(document: BriefingDocument, signal?: AbortSignal): Promise<BriefingDocument> {
  const given: readonly Given[] = document.sections.flatMap(({ blocks }) => blocks.flatMap((block): readonly Given[] => (block.kind === 'picture' ? [block] : block.kind === 'figure' ? block.figure.nodes.flatMap(({ photo }) => photo ?? []) : [])));
  if (given.length === 0) return document;
  const clean = await PrintWindow.during(signal, async (window) => (await window.layOut({ kind: 'pictures', pictures: given.map(({ mediaType, data, cut }) => ({ mediaType, data, ...(cut === undefined ? {} : { cut }) })) })).pictures);
  const photographed = ({ photo, ...node }: FigureNode): FigureNode => {
    const picture = photo === undefined ? null : clean[given.indexOf(photo)];
    return picture ? { ...node, photo: { mediaType: picture.mediaType, data: picture.data } } : node;
  };
  const cleaned = (block: Block): Block => {
    if (block.kind === 'figure') return { ...block, figure: { ...block.figure, nodes: block.figure.nodes.map(photographed) } };
    if (block.kind !== 'picture') return block;
    const picture = clean[given.indexOf(block)];
    if (picture) return { ...block, ...picture };
    return { kind: 'paragraph', parts: [{ text: `${block.label}. ${block.caption}`, sources: [], emphasis: 'quiet' }], ...(block.marks === undefined ? {} : { marks: block.marks }) };
  };
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(cleaned) })) };
}

function sameNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
