/** Reads a PDF back with poppler's tools, which know nothing of how Knoop wrote it. */
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

const run = promisify(execFile);

export interface ReadPdf {
  /** Text by page, as it is laid out. */
  readonly pages: readonly string[];
  readonly tagged: boolean;
  readonly title: string;
  /** Pictures made of pixels, as "page kind width height". */
  readonly rasters: readonly string[];
  readonly hasOutline: boolean;
}

export const popplerIsHere = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined;

export async function readPdf(file: string): Promise<ReadPdf> {
  const [text, info, images] = await Promise.all([run('pdftotext', ['-layout', file, '-'], { maxBuffer: 64e6 }), run('pdfinfo', [file]), run('pdfimages', ['-list', file])]);
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return {
    pages: text.stdout.split('\f').filter((page, index, all) => index < all.length - 1 || page.trim() !== ''),
    tagged: /^Tagged:\s+yes/m.test(info.stdout),
    title: /^Title:\s+(.*)$/m.exec(info.stdout)?.[1] ?? '',
    rasters: images.stdout.split('\n').slice(2).filter((line) => line.trim() !== '').map((line) => { const [page, , kind, width, height] = line.trim().split(/\s+/); return `${page} ${kind} ${width} ${height}`; }),
    hasOutline: outline?.get(PDFName.of('First')) !== undefined,
  };
}
