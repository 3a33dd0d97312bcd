import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import type { Section } from '../../../../shared/briefing/document';

const pageNumbersOf = (file: PDFDocument): ReadonlyMap<string, number> => new Map(file.getPages().map((page, index) => [page.ref.toString(), index + 1]));

/**
 * Page (from 1) on which each section starts, by section id, read from the outline that Chromium writes.
 * Outline entries come in document order and carry the headings' text, so they are matched in that order. Their titles are set in order on the way.
 */
export function outlinePages(file: PDFDocument, sections: readonly Section[]): Readonly<Record<string, number>> {
  const pageNumbers = pageNumbersOf(file);
  const entries = outlineEntries(file);
  const found: Record<string, number> = {};
  let next = 0;
  for (const section of sections) {
    const wanted = `${section.number} ${section.heading}`.trim().replace(/\s+/g, ' ').trim();
    const at = entries.findIndex((entry, index) => index >= next && entry.title.replace(/\s+/g, ' ').trim() === wanted);
    if (at < 0) continue;
    next = at + 1;
    const page = pageNumbers.get(entries[at]?.page ?? '');
    if (page !== undefined) found[section.id] = page;
  }
  return found;
}

/** The same, read from the places that links of the contents list lead to: an untagged print has no outline. */
export function linkedPages(file: PDFDocument, sections: readonly Section[]): Readonly<Record<string, number>> {
  const numbers = pageNumbersOf(file);
  const places = file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found: Record<string, number> = {};
  for (const { id } of sections) {
    const place = places?.lookup(PDFName.of(`section-${id}`));
    const page = place instanceof PDFArray ? numbers.get(String(place.get(0))) : undefined;
    if (page !== undefined) found[id] = page;
  }
  return found;
}

/** A heading that Chromium painted on two pages, on one of them out of sight, stands twice in its outline. */
function once(title: string): string {
  const half = title.slice(0, title.length / 2);
  return title.length % 2 === 0 && half + half === title ? half : title;
}

interface OutlineEntry { readonly title: string; readonly page: string }

function outlineEntries(file: PDFDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const root = file.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  const visit = (first: PDFObject | undefined): void => {
    let item = first instanceof PDFRef ? file.context.lookupMaybe(first, PDFDict) : first instanceof PDFDict ? first : undefined;
    while (item) {
      const title = item.lookup(PDFName.of('Title'));
      const text = title instanceof PDFString || title instanceof PDFHexString ? once(title.decodeText()) : '';
      item.set(PDFName.of('Title'), PDFHexString.fromText(text.replace(/\s+/g, ' ').trim()));
      entries.push({ title: text, page: destinationPage(file, item) });
      visit(item.get(PDFName.of('First')));
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  if (root) visit(root.get(PDFName.of('First')));
  return entries;
}

function destinationPage(file: PDFDocument, item: PDFDict): string {
  const action = item.lookupMaybe(PDFName.of('A'), PDFDict);
  let destination = item.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'));
  if (destination instanceof PDFName) destination = file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookup(destination);
  const page = destination instanceof PDFArray ? destination.get(0) : undefined;
  return page instanceof PDFRef ? page.toString() : '';
}
