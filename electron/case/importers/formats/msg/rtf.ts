import iconv from 'iconv-lite';

/** What compressed RTF begins with, by its specification (MS-OXRTFCP). */
const DICTIONARY = '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const WINDOW = 4096;
/** A few bytes may not unfold to more than this. */
const MAX_TEXT = 16 * 1024 * 1024;

/** Unfolds compressed RTF; null when it is none. */
export function unfoldRtf(packed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < 16) return null;
  const size = Math.min(bytes.readUInt32LE(4), MAX_TEXT);
  const kind = bytes.readUInt32LE(8);
  if (kind === 0x414c454d) return bytes.subarray(16, 16 + size);
  if (kind !== 0x75465a4c) return null;
  const window = Buffer.alloc(WINDOW);
  let at = window.write(DICTIONARY, 'latin1');
  const out: number[] = [];
  let from = 16;
  while (from < bytes.length) {
    const control = bytes[from++] ?? 0;
    for (let bit = 0; bit < 8 && from < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        const byte = bytes[from++] ?? 0;
        out.push(byte);
        window[at] = byte;
        at = (at + 1) % WINDOW;
      } else {
        const pair = ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0);
        from += 2;
        const offset = pair >> 4;
        if (offset === at) return Buffer.from(out);
        for (let count = 0; count < (pair & 15) + 2; count += 1) {
          const byte = window[(offset + count) % WINDOW] ?? 0;
          out.push(byte);
          window[at] = byte;
          at = (at + 1) % WINDOW;
        }
      }
      if (out.length > MAX_TEXT) return Buffer.from(out);
    }
  }
  return Buffer.from(out);
}

/** Groups that hold no text of the document. */
const SILENT = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'filetbl', 'revtbl', 'xmlnstbl', 'fldinst', 'header', 'footer', 'mmathPr', 'pntext']);
const SIGNS: Readonly<Record<string, string>> = { par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', tab: '\t', cell: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ', enspace: ' ' };
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}]+)/g;

interface Group { silent: boolean; skip: number; html: boolean }

/**
 * The text of an RTF document. `html` true: it carries an HTML message in packed form, and the text is that HTML.
 */
export function rtfText(rtf: Buffer): { readonly text: string; readonly html: boolean } {
  const source = rtf.toString('latin1');
  const fromHtml = /\\fromhtml1/.test(source.slice(0, 2000));
  const page = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 2000))?.[1];
  const charset = page !== undefined && iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'windows-1252';
  const stack: Group[] = [];
  let group: Group = { silent: false, skip: 1, html: false };
  let passed = 0;
  let out = '';
  let bytes: number[] = [];
  /** The text between HTML tags is told twice; what a plain reader would show is passed over. */
  let muted = false;
  const flush = (): void => {
    if (bytes.length > 0) out += iconv.decode(Buffer.from(bytes), charset);
    bytes = [];
  };
  const say = (text: string): void => {
    if (group.silent || (fromHtml && muted && !group.html)) return;
    flush();
    out += text;
  };
  for (const token of source.matchAll(TOKEN)) {
    const [, word, figure, hex, sign, brace, plain] = token;
    if (brace === '{') {
      stack.push(group);
      group = { ...group };
    } else if (brace === '}') {
      flush();
      group = stack.pop() ?? { silent: false, skip: 1, html: false };
    } else if (sign !== undefined) {
      if (sign === '*') {
        const next = /^\\\*\s*\\([a-z]+)/i.exec(source.slice(token.index, token.index + 60))?.[1] ?? '';
        if (next === 'htmltag') group.html = true;
        else group.silent = true;
      } else if (sign === '~') say('\u00a0');
      else if (sign === '\n' || sign === '\r') say('\n');
      else if ('\\{}'.includes(sign)) say(sign);
    } else if (hex !== undefined) {
      if (passed > 0) passed -= 1;
      else if (!group.silent && !(fromHtml && muted && !group.html)) bytes.push(Number.parseInt(hex, 16));
    } else if (word !== undefined) {
      if (SILENT.has(word)) group.silent = true;
      else if (word === 'htmlrtf') muted = figure !== '0';
      else if (word === 'uc') group.skip = Math.max(0, Math.min(8, Number(figure ?? 1)));
      else if (word === 'u' && figure !== undefined) {
        say(String.fromCharCode(Number(figure) & 0xffff));
        passed = group.skip;
      } else if (Object.hasOwn(SIGNS, word)) say(SIGNS[word] ?? '');
    } else if (plain !== undefined) {
      const text = plain.replace(/[\r\n]+/g, '');
      const rest = text.slice(Math.min(passed, text.length));
      passed = Math.max(0, passed - text.length);
      if (rest !== '' && !group.silent && !(fromHtml && muted && !group.html)) for (let at = 0; at < rest.length; at += 1) bytes.push(rest.charCodeAt(at));
    }
  }
  flush();
  return { text: out.trim(), html: fromHtml };
}
