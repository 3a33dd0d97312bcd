import { inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Operators that build a path, those that paint one, and those that paint something by themselves. */
const BUILDS: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const PAINTS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const SHOWS: ReadonlySet<string> = new Set(['Do', 'sh', 'Tj', 'TJ', '\'', '"']);

/** Operators and operands of a content stream, each with its place; strings, dictionaries and arrays are told apart only as far as finding operators needs. */
const TOKENS = /\((?:[^\\()]|\\[\s\S]|\([^()]*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|%[^\n\r]*|[^\s()<>[\]{}/%]+/g;

const NUMBER = /^[-+.\d]/;

/**
 * The stream with everything that no element of the structure tree owns (rules, grounds, heads and feet of pages) marked as an artifact, so that nothing on the
 * page is neither read out nor declared to be decoration. Text as latin1.
 */
export function withArtifacts(stream: string): string {
  let depth = 0;
  let written = 0;
  let out = '';
  // Where the operands of the operator at hand begin, and where the path at hand does.
  let operands = -1;
  let path = -1;
  const put = (upTo: number, what: string): void => {
    out += stream.slice(written, upTo) + what;
    written = upTo;
  };
  for (const match of stream.matchAll(TOKENS)) {
    const [token] = match;
    const at = match.index;
    if (token.startsWith('%')) continue;
    if (operands < 0) operands = at;
    if (/^[(<[\]>/]/.test(token) || NUMBER.test(token) || token === 'true' || token === 'false' || token === 'null') continue;
    const end = at + token.length;
    if (token === 'BDC' || token === 'BMC') depth += 1;
    else if (token === 'EMC') depth -= 1;
    else if (depth === 0 && BUILDS.has(token)) {
      if (path < 0) path = operands;
    } else if (depth === 0 && PAINTS.has(token)) {
      put(path < 0 ? operands : path, '/Artifact BMC\n');
      put(end, '\nEMC');
    } else if (depth === 0 && SHOWS.has(token)) {
      put(operands, '/Artifact BMC\n');
      put(end, '\nEMC');
    }
    if (!BUILDS.has(token)) path = -1;
    operands = -1;
  }
  return out + stream.slice(written);
}

/** Marks what is neither content nor decoration on every page of a tagged PDF as decoration. A stream of an unknown kind stays as it is. */
export function markArtifacts(file: PDFDocument): void {
  const { context } = file;
  for (const page of file.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'));
    const parts: readonly PDFObject[] = contents instanceof PDFArray ? contents.asArray() : contents === undefined ? [] : [contents];
    const streams = parts.map((each) => context.lookup(each));
    if (streams.length !== 1) continue;
    const [stream] = streams;
    if (!(stream instanceof PDFRawStream)) continue;
    const filter = stream.dict.lookup(PDFName.of('Filter'));
    const plain = filter === undefined ? Buffer.from(stream.contents) : filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms')) ? inflateSync(stream.contents) : null;
    if (plain === null) continue;
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(Buffer.from(withArtifacts(plain.toString('latin1')), 'latin1'))));
    const old = parts[0];
    if (old !== undefined && 'objectNumber' in old) context.delete(old as Parameters<typeof context.delete>[0]);
  }
}
