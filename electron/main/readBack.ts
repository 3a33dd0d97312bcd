import { homedir, hostname, userInfo } from 'node:os';
import { forbiddenInText } from '../../shared/briefing/encoded';
import { findForbidden, ForbiddenTexts, SearchedText } from '../../shared/briefing/searched';
import { Failure } from '../../shared/contract';
import type { PageMarking } from '../../shared/contract/printService';
import { markedUp, partsOf, type Part } from './opened/parts';
import type { PdfText } from './opened/pdfText';
import { stretchesIn } from './opened/stretches';
import { wordsOfMarking } from './writers/pageMarks';
import { unpack } from './writers/repack';

/** In bytes that are no text, shorter values are found by chance. */
const LEAST_IN_BYTES = 6;
/** Names of users and machines shorter than this are words of any file. */
const LEAST_NAME = 5;
const PRODUCER = 'Knoop';

/** The text of a PDF as it was given; throws Failure "exportFailed" unless every page carries its marking, at its top and at its bottom. */
export function requireMarkings(read: PdfText, markings: readonly PageMarking[]): PdfText {
  const { pages } = read;
  const refuse = (page: number): never => {
    throw new Failure('exportFailed', {}, { cause: `no marking on page ${page + 1}` });
  };
  if (pages.length === 0 || pages.length !== markings.length) refuse(pages.length);
  markings.forEach((marking, index) => {
    const page = pages[index];
    for (const words of wordsOfMarking(marking)) {
      const wanted = new SearchedText(words).closed;
      if (!page || !new SearchedText(page.top).closed.includes(wanted) || !new SearchedText(page.bottom).closed.includes(wanted)) refuse(index);
    }
  });
  return read;
}

/** What tells of this workstation: its user's name and home, and its own name. Not what the document says itself, as an author may be called like his account. */
export function namesOfMachine(said: string): readonly string[] {
  const names = [userInfo().username, hostname(), homedir()].filter((name) => new SearchedText(name).closed.length >= LEAST_NAME);
  // Every file says what made it.
  const known = new Set(findForbidden(`${said} ${PRODUCER}`, names));
  return names.filter((name) => !known.has(name));
}

function firstFound(part: Part, forbidden: ForbiddenTexts): string | null {
  if ('texts' in part) {
    for (const text of part.texts) {
      const found = forbiddenInText(text, forbidden);
      if (found !== null) return found;
    }
    return null;
  }
  for (const stretch of stretchesIn(part.bytes)) {
    const found = forbidden.firstIn(stretch, LEAST_IN_BYTES);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Opens a written file again, all the way, and searches everything in it for what must not be there. `read` is the text of just this file, where a check of its
 * markings has read it already. Resolves to the number of texts that were looked for.
 * Rejects with Failure "withheldFound", naming page and part, at the first hit, and "exportFailed" when the file cannot be opened: nothing may be released then.
 */
export async function requireNothingWithheld(file: Uint8Array, texts: readonly string[], read: PdfText | null = null): Promise<number> {
  const forbidden = new ForbiddenTexts(texts);
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let parts: readonly Part[];
  try {
    parts = await partsOf(bytes, '', 0, read);
  } catch (error) {
    throw new Failure('exportFailed', {}, { cause: error });
  }
  if (forbidden.none) return 0;
  for (const part of parts) {
    // Main has windows to serve between two parts.
    await new Promise(setImmediate);
    if (firstFound(part, forbidden) !== null) throw new Failure('withheldFound', { page: part.page ?? 0, place: part.place, count: 1 });
  }
  return forbidden.count;
}

const PAGES = { header: /^word\/header\d+\.xml$/, footer: /^word\/footer\d+\.xml$/, slide: /^ppt\/slides\/slide\d+\.xml$/ } as const;

/**
 * Throws Failure "exportFailed" unless every header, every footer and every slide of a document of Office carries the marking, slides twice. Resolves to the
 * number of slides; a text document has none.
 */
export async function requireOfficeMarkings(file: Buffer, marking: PageMarking): Promise<number> {
  const files = [...await unpack(file)];
  const texts = (pattern: RegExp): readonly string[] => files.filter(([name]) => pattern.test(name)).map(([, content]) => new SearchedText(markedUp(content.toString('utf8'))[1] ?? '').closed);
  const require = (places: readonly string[], times: number): void => {
    for (const words of wordsOfMarking(marking)) {
      const wanted = new SearchedText(words).closed;
      if (places.length === 0 || places.some((text) => text.split(wanted).length <= times)) throw new Failure('exportFailed', {}, { cause: 'no marking' });
    }
  };
  const slides = texts(PAGES.slide);
  if (slides.length > 0) require(slides, 2);
  else for (const pattern of [PAGES.header, PAGES.footer]) require(texts(pattern), 1);
  return slides.length;
}
