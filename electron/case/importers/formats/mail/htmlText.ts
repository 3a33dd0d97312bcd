/** Elements whose content is no text. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'iframe']);
/** Elements that begin a new line. */
const BLOCKS = new Set(['p', 'div', 'br', 'tr', 'table', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'section', 'article', 'header', 'footer', 'dt', 'dd', 'address']);
const PARAGRAPHS = new Set(['p', 'table', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', copy: '©', reg: '®', trade: '™', deg: '°', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', laquo: '«', raquo: '»',
  eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', aacute: 'á', acirc: 'â', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç', icirc: 'î', iuml: 'ï', iacute: 'í', igrave: 'ì', ocirc: 'ô', ouml: 'ö', oacute: 'ó', ograve: 'ò', oslash: 'ø', oelig: 'œ', ucirc: 'û', uuml: 'ü', ugrave: 'ù', uacute: 'ú', ntilde: 'ñ', szlig: 'ß',
  Eacute: 'É', Egrave: 'È', Agrave: 'À', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', Ccedil: 'Ç', pound: '£', sect: '§', zwnj: '', zwj: '', shy: '', ensp: ' ', emsp: ' ', thinsp: ' ',
};

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  }
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
}

/** Resolves character references. */
const resolved = (text: string): string => text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,15});?/gi, entity);

/** End of the tag that starts at `at`, past its ">": quotation marks may hide one. */
function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < html.length; index += 1) {
    const sign = html[index];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return index + 1;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html[index - 1] ?? '')) quote = sign;
    else if (sign === '<') return index;
  }
  // A quotation mark that is never closed hides nothing.
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

const attribute = (tag: string, name: string): string => resolved(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag.slice(0, 10_000))?.slice(1).find((value) => value !== undefined) ?? '');

/**
 * The text that a reader of the HTML would read, with its lines; where a link's text hides its address, the address follows in angle brackets.
 * Nothing is run, loaded or rendered. Text without any tag is returned as it is, references resolved. Linear in the length.
 */
export function htmlText(html: string): string {
  if (!/<[a-z!/]/i.test(html)) return (/&[#a-z]/i.test(html) ? resolved(html) : html).trim();
  let out = '';
  let silent: string | null = null;
  let link = '';
  let linkFrom = 0;
  let at = 0;
  const newLine = (twice: boolean): void => {
    out += twice ? '\n\n' : '\n';
  };
  const parts: string[] = [];
  const flush = (): void => {
    if (out.length < 65_536) return;
    parts.push(out);
    linkFrom = 0;
    out = '';
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const next = open < 0 ? html.length : open;
    if (silent === null && next > at) out += resolved(html.slice(at, next)).replace(/[\s\u00a0]+/gu, ' ');
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      if (silent === null) out += '<';
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = html.slice(open, end);
    at = end;
    const closing = tag[1] === '/';
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(tag.slice(0, 40))?.[1]?.toLowerCase() ?? '';
    if (silent !== null) {
      if (closing && name === silent) silent = null;
      continue;
    }
    if (SILENT.has(name) && !closing && !tag.endsWith('/>')) silent = name;
    else if (BLOCKS.has(name)) {
      newLine(PARAGRAPHS.has(name));
      if (name === 'li' && !closing) out += '- ';
    } else if (name === 'td' || name === 'th') out += closing ? '\t' : '';
    else if (name === 'a' && !closing) {
      link = attribute(tag, 'href').trim();
      linkFrom = out.length;
    } else if (name === 'a' && link !== '') {
      const shown = out.slice(linkFrom).trim();
      const bare = link.replace(/^mailto:/i, '');
      if (/^(?:https?:|mailto:|tel:|ftp:)/i.test(link) && shown !== link && shown !== bare) out += ` <${bare}>`;
      link = '';
    } else if (name === 'img' && attribute(tag, 'alt') !== '') out += attribute(tag, 'alt');
    if (link === '') flush();
  }
  parts.push(out);
  return parts.join('').replace(/[ \t]{2,}/g, (run) => (run.includes('\t') ? '\t' : ' ')).replace(/[ \t]?\n[ \t]?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
