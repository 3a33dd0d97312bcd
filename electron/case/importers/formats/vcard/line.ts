import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** One property of a card, as written but unfolded. */
export interface CardProperty {
  /** Line it starts on. */
  readonly line: number;
  /** "item1" of "item1.TEL"; empty without. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** Values of TYPE and of parameters without a name, upper case. */
  readonly types: readonly string[];
  /** Other parameters by name in upper case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly transfer: 'quoted' | 'base64' | 'none';
  /** One character per byte where `bytewise`, else text. */
  readonly value: string;
}

const BARE_TRANSFER: Readonly<Record<string, CardProperty['transfer']>> = { 'QUOTED-PRINTABLE': 'quoted', BASE64: 'base64', B: 'base64', Q: 'quoted', '8BIT': 'none', '7BIT': 'none' };

/** Cuts at every `mark` that stands outside quotation marks. */
function cut(text: string, mark: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === mark && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Where the value begins: the first colon outside quotation marks; -1 when there is none. */
function colon(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && !quoted) return at;
  }
  return text.indexOf(':');
}

/** RFC 6868: what may not stand in a parameter is written with a caret. */
const uncaret = (text: string): string => text.replace(/\^(n|'|\^)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'));

/** Reads one line as a property; null when it is none. */
export function readProperty(text: string, line: number): CardProperty | null {
  const at = colon(text);
  if (at <= 0) return null;
  const [head = '', ...rest] = cut(text.slice(0, at), ';');
  const dot = head.lastIndexOf('.');
  const name = head.slice(dot + 1).trim().toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9_/-]{0,199}$/.test(name)) return null;
  const types: string[] = [];
  const parameters = new Map<string, string>();
  let transfer: CardProperty['transfer'] = 'none';
  for (const each of rest) {
    const equals = each.indexOf('=');
    const key = equals < 0 ? '' : each.slice(0, equals).trim().toUpperCase();
    const value = uncaret(each.slice(equals + 1).trim().replaceAll('"', ''));
    if (value === '') continue;
    const upper = value.toUpperCase();
    if (key === 'ENCODING' || (key === '' && Object.hasOwn(BARE_TRANSFER, upper))) transfer = (Object.hasOwn(BARE_TRANSFER, upper) ? BARE_TRANSFER[upper] : undefined) ?? 'none';
    else if (key === '' || key === 'TYPE') types.push(...upper.split(',').map((type) => type.trim()).filter((type) => type !== '' && !types.includes(type)));
    else if (!parameters.has(key)) parameters.set(key, value);
  }
  return { line, group: dot < 0 ? '' : head.slice(0, dot).trim(), name, types, parameters, transfer, value: text.slice(at + 1) };
}

/** Bytes behind a value whose characters stand for bytes. */
const bytesOf = (value: string): Buffer => Buffer.from(value, 'latin1');

/** Bytes that quoted-printable stands for. What is no code stays as written. */
export function unquote(value: string): Buffer {
  const plain = value.replace(/=[ \t]*(?:\r\n|\n|\r|$)/g, '');
  return bytesOf(plain.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
}

/** UTF-8 that is whole but for a character that was cut off somewhere: phones do that to long values. */
function nearlyUtf8(text: string): boolean {
  const broken = text.split('\uFFFD').length - 1;
  return broken * 10 <= text.replace(/[\u0000-\u007F]/g, '').length;
}

/** Decodes bytes: by the property's own CHARSET, else as UTF-8 where they are that, else by the file's encoding. */
function decode(bytes: Buffer, charset: string | undefined, otherwise: string): string {
  const unicode = charset === undefined || /^utf-?8$/i.test(charset) || !iconv.encodingExists(charset);
  if (!unicode) return iconv.decode(bytes, charset);
  const text = bytes.toString('utf8');
  return isUtf8(bytes) || (charset !== undefined && nearlyUtf8(text)) ? text : iconv.decode(bytes, otherwise);
}

/** The property's value as text. `bytewise`: its characters stand for bytes. `otherwise`: encoding of bytes that are not UTF-8. */
export function textOf(property: CardProperty, bytewise: boolean, otherwise: string): string {
  if (property.transfer === 'base64') return property.value;
  if (property.transfer === 'quoted') return decode(unquote(property.value), property.parameters.get('CHARSET'), otherwise);
  return bytewise ? decode(bytesOf(property.value), property.parameters.get('CHARSET'), otherwise) : property.value;
}

/** Undoes the backslashes of one value. */
export const unescaped = (text: string, version: string): string =>
  version === '2.1' ? text.replace(/\\([;,:\\])/g, '$1') : text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

/** Parts of a structured value ("N", "ADR", "ORG"), divided by `mark` outside escapes, each unescaped and trimmed. */
export function components(text: string, version: string, mark: ';' | ',' = ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === mark) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => unescaped(part, version).trim());
}
