import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import type { BriefingDocument } from '../../../../shared/briefing/document';

const name = (text: string): PDFName => PDFName.of(text);

/** Where links lead, said in words that every page may carry: headings and labels bear no marking, rows of tables may. */
function wordsOfPlaces({ sections }: BriefingDocument): (place: string) => string {
  const headings = new Map(sections.map(({ id, number, heading }) => [`section-${id}`, `${number} ${heading}`.trim()]));
  const cited = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' && block.cited ? [block.label] : [])))[0];
  return (place) => {
    const [, kind, number = ''] = /^(source|note)-(.+)$/.exec(place) ?? [];
    return headings.get(place) ?? (kind === 'source' && cited !== undefined ? `${cited}, ${number}` : number);
  };
}

/** Says of every link where it leads, for readers that cannot see what it stands on. */
export function describeLinks(file: PDFDocument, document: BriefingDocument): void {
  const wordsOf = wordsOfPlaces(document);
  for (const page of file.getPages()) {
    const notes = page.node.lookup(name('Annots'));
    for (const each of notes instanceof PDFArray ? notes.asArray() : []) {
      const link = file.context.lookup(each);
      if (!(link instanceof PDFDict) || link.get(name('Subtype')) !== name('Link') || link.has(name('Contents'))) continue;
      const place = link.lookup(name('Dest'));
      const words = place instanceof PDFName ? wordsOf(place.decodeText()) : '';
      if (words !== '') link.set(name('Contents'), PDFHexString.fromText(words));
    }
  }
}
