import iconv from 'iconv-lite';
import type { Bytes } from './bytes';
import { detectEncoding } from './encoding';
import { utf8Pieces } from './utf8Pieces';
import { XmlReading } from './xmlReading';

const PIECE = 65_536;

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

export interface XmlReader {
  /** One batch per chunk of the file. To be walked once. */
  events(): Generator<XmlEvent[]>;
  /** Bytes of the document read so far. */
  done(): number;
}

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
  const chosen = xmlEncoding(bytes, encoding);
  const position = { at: 0 };
  return {
    done: () => position.at,
    *events() {
      const reading = new XmlReading(false, comments);
      for (const piece of utf8Pieces(bytes, chosen, PIECE, position)) {
        reading.write(piece);
        // What stood before a fault is handed on first: a file that was cut off still says what it says.
        const events = reading.taken();
        if (events.length > 0) yield events;
        if (reading.fault !== null) throw reading.fault;
      }
      reading.end();
      const events = reading.taken();
      if (events.length > 0) yield events;
      if (reading.fault !== null) throw reading.fault;
    },
  };
}
