import type { Span } from './mention';

/** A full stop behind these ends no sentence. */
const SHORTENED = new Set([
  'dhr', 'mevr', 'mr', 'mrs', 'ms', 'mw', 'dr', 'drs', 'ir', 'ing', 'prof', 'nr', 'nrs', 'tel', 'gsm', 'fax', 'art', 'blz', 'p', 'pp', 'cf', 'bv', 'bijv', 'o.a', 'm.b.t', 'm.a.w', 'd.w.z', 'ca', 'geb', 'wnd', 'resp', 'kol', 'insp', 'hinsp', 'comm',
  'm', 'mm', 'mme', 'mlle', 'no', 'n°', 'av', 'bd', 'av.', 'env', 'p.ex', 'c.-à-d', 'st', 'ste', 'str', 'z.b', 'bzw', 'usw', 'hr', 'fr', 'nr.', 'vgl', 'ggf', 'evtl', 'inkl', 'e.g', 'i.e', 'etc', 'vs', 'approx', 'no.', 'ref', 'jan', 'feb', 'mrt', 'apr', 'aug', 'sept', 'okt', 'nov', 'dec', 'dez', 'janv', 'févr', 'avr', 'juil', 'déc', 'oct',
]);
const BREAK = /\r?\n[ \t]*\r?\n|[.!?…]["'’»”)\]]*\s+(?=["'«“‘([]?[\p{Lu}\p{Lo}\d])|[。！？]/gu;
/** A German date: the full stop behind its day. */
const MONTH = /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;
/** A line shorter than this that a capital follows was not wrapped there: a heading, a paragraph, a row of a form. */
const WRAPPED = 50;
/** A sentence is shown with at most this much on either side. */
const AROUND = 240;

/** The sentences of one text, to be asked for the one around a place. */
export class Sentences {
  /** Where sentences begin, in order. */
  private readonly starts = [0];

  constructor(private readonly text: string) {
    for (const found of text.matchAll(BREAK)) {
      if (found[0].startsWith('.') && this.shortened(found.index, found.index + found[0].length)) continue;
      this.starts.push(found.index + found[0].length);
    }
    let at = 0;
    let before = '';
    for (const line of text.split('\n')) {
      if (at > 0 && (before.includes('\t') || line.includes('\t') || (before.length < WRAPPED && /^[\p{Lu}\p{Lo}]/u.test(line)))) this.starts.push(at);
      at += line.length + 1;
      before = line;
    }
    this.starts.sort((a, b) => a - b);
  }

  private shortened(dot: number, next: number): boolean {
    const word = /[\p{L}\p{N}°.-]*$/u.exec(this.text.slice(Math.max(0, dot - 16), dot))?.[0] ?? '';
    return SHORTENED.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || (/^\d{1,2}$/.test(word) && MONTH.test(this.text.slice(next, next + 12)));
  }

  /** Sentence around a span, cut where it is longer than anyone would read. */
  around({ start, end }: Span): Span {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    let next = low + 1;
    while (next < this.starts.length && (this.starts[next] ?? 0) < end) next += 1;
    const from = Math.max(this.starts[low] ?? 0, start - AROUND);
    const to = Math.min(this.starts[next] ?? this.text.length, end + AROUND);
    const shown = this.text.slice(from, to);
    const lead = shown.length - shown.trimStart().length;
    return { start: Math.min(start, from + lead), end: Math.max(end, from + shown.trimEnd().length) };
  }

  /** True when the span begins a sentence, or a line behind a blank one. */
  begins(start: number): boolean {
    const from = this.around({ start, end: start }).start;
    return /^["'«“‘([\s]*$/u.test(this.text.slice(from, start));
  }
}
