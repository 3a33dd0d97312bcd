import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { Failure } from '../../../shared/contract/failure';
import { CHUNK } from './bytes';
import type { Bytes } from './bytes';
import { detectEncoding } from './encoding';

/** What a hostile file may not exceed. */
const MAX_DEPTH = 256;
const MAX_TEXT = 64 * 1024 * 1024;

export interface XmlOpen {
  readonly kind: 'open';
  /** Without prefix. */
  readonly name: string;
  /** By name without prefix; where two prefixes share a name, the first. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}
export interface XmlClose {
  readonly kind: 'close';
  readonly name: string;
  /** All text directly inside the element, CDATA included, untrimmed; empty when it is all blanks. */
  readonly text: string;
  readonly line: number;
}
export type XmlEvent = XmlOpen | XmlClose;

/** Name under which a comment comes as an element that holds its text, where these are asked for. */
export const COMMENT = '#comment';

export interface XmlReader {
  /** One batch per chunk of the file. To be walked once. */
  events(): Generator<XmlEvent[]>;
  /** Bytes of the document read so far. */
  done(): number;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Encoding by mark or zeros, else the XML declaration, else the bytes; `given` wins where a person chose. */
export function xmlEncoding(bytes: Bytes, given: string | null): string {
  if (given !== null) return given;
  const head = bytes.read(0, 65_536);
  const guess = detectEncoding(head);
  if (guess.encoding.startsWith('utf-16') || (head[0] === 0xef && head[1] === 0xbb)) return guess.encoding;
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head.toString('latin1', 0, 500))?.[1]?.toLowerCase();
  if (declared !== undefined && !declared.startsWith('utf-16') && iconv.encodingExists(declared)) return declared;
  return guess.encoding;
}

/**
 * Streams an XML document in pieces, whatever its size, namespaces passed over. A document type with an internal subset is refused (entity
 * bombs, external entities); one without is passed over and never fetched. `comments`: comments inside the root come as elements. Throws Failure fileNotThisFormat with the line for what is not
 * well-formed, nested deeper than 256 or holds a text over 64 MB.
 */
export function readXml(bytes: Bytes, encoding: string | null = null, comments = false): XmlReader {
  const decoder = iconv.getDecoder(xmlEncoding(bytes, encoding));
  let at = 0;
  return {
    done: () => at,
    *events() {
      let batch: XmlEvent[] = [];
      const texts: string[] = [];
      let fault: Failure | null = null;
      const parser = new SaxesParser({ xmlns: false, position: true });
      const refuse = (why: string): void => {
        fault ??= new Failure('fileNotThisFormat', { line: parser.line, why });
      };
      parser.on('error', (error) => refuse(error.message.slice(0, 200)));
      parser.on('doctype', (text) => {
        if (text.includes('[')) refuse('doctype');
      });
      parser.on('opentag', (tag) => {
        if (fault !== null) return;
        if (texts.length >= MAX_DEPTH) return refuse('depth');
        texts.push('');
        const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
        for (const [name, value] of Object.entries(tag.attributes as Record<string, string>)) {
          if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
          const short = local(name);
          attributes[short] ??= value;
        }
        batch.push({ kind: 'open', name: local(tag.name), attributes, line: parser.line });
      });
      const text = (piece: string): void => {
        const last = texts.length - 1;
        if (last < 0) return;
        // Blanks before the first word say nothing; between millions of elements they would fill memory.
        if (texts[last] === '' && piece.trim() === '') return;
        const joined = (texts[last] ?? '') + piece;
        if (joined.length > MAX_TEXT) refuse('text');
        else texts[last] = joined;
      };
      parser.on('text', text);
      parser.on('cdata', text);
      if (comments) {
        parser.on('comment', (said) => {
          if (fault !== null || texts.length === 0) return;
          if (said.length > MAX_TEXT) return refuse('text');
          batch.push({ kind: 'open', name: COMMENT, attributes: {}, line: parser.line }, { kind: 'close', name: COMMENT, text: said, line: parser.line });
        });
      }
      parser.on('closetag', (tag) => {
        if (fault !== null) return;
        batch.push({ kind: 'close', name: local(tag.name), text: texts.pop() ?? '', line: parser.line });
      });
      let first = true;
      const feed = (piece: string | undefined): void => {
        if (piece === undefined || piece === '') return;
        // A mark before the declaration, and blanks before it, are common and harmless.
        const clean = first ? piece.replace(/^\uFEFF?\s*/u, '') : piece;
        if (clean !== '') first = false;
        parser.write(clean);
      };
      while (at < bytes.size) {
        const piece = bytes.read(at, Math.min(CHUNK, 262_144));
        at += piece.length;
        feed(decoder.write(piece));
        // What stood before a fault is handed on first: a file that was cut off still says what it says.
        if (batch.length > 0) {
          yield batch;
          batch = [];
        }
        if (fault) throw fault as Failure;
      }
      feed(decoder.end());
      if (first) throw new Failure('fileNotThisFormat', { line: 1, why: 'empty' });
      parser.close();
      if (batch.length > 0) yield batch;
      if (fault) throw fault as Failure;
    },
  };
}
