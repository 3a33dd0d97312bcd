import type { Language } from '../../../../shared/values/kind';

/** Short forms that end in a point without ending the sentence, in all four languages: officers paste what colleagues wrote. Lower case. */
const SHORT_FORMS: ReadonlySet<string> = new Set([
  'dhr', 'mevr', 'mw', 'hr', 'dr', 'mr', 'mrs', 'ms', 'm', 'mm', 'mme', 'mlle', 'me', 'prof', 'ir', 'ing', 'st', 'ste', 'insp', 'comm', 'gen', 'cdt', 'col', 'sgt', 'rr',
  'art', 'nr', 'no', 'n°', 'num', 'p', 'pp', 'blz', 'pag', 'lid', 'al', 'par', 'vgl', 'cf', 'zgn', 'incl', 'excl', 'resp', 'ong', 'ca', 'tel', 'fax', 'gsm', 'bv', 'o.a', 'm.b.t', 't.a.v', 't.o.v', 'd.d', 'd.w.z', 'a.d.h.v', 'i.v.m', 'n.a.v', 'z.o.z', 'i.p.v', 'bijv',
  'p.ex', 'c.-à-d', 'env', 'av', 'bd', 'boul', 'chap', 'éd', 'réf', 'ref', 'z.b', 'bzw', 'd.h', 'u.a', 'vgl', 'abs', 'str', 'fr', 'hrn', 'ggf', 'inkl', 'evtl', 'sog', 'geb', 'gest', 'max', 'min', 'e.g', 'i.e', 'vs', 'approx', 'fig', 'vol', 'dept', 'jan', 'feb', 'febr', 'mrt', 'apr', 'aug', 'sept', 'sep', 'okt', 'oct', 'nov', 'dec', 'dez', 'juil', 'janv', 'févr', 'déc',
]);

const GERMAN_MONTH = /^(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

/** True when what ends here with a point is a short form or an initial, so that the sentence goes on. */
function goesOn(part: string, next: string): boolean {
  const last = /([^\s(«"'“„]+)\.\s*$/u.exec(part)?.[1];
  if (last === undefined) return false;
  if (/^\p{Lu}$/u.test(last) || /^(?:\p{L}\.)+\p{L}$/u.test(last) || SHORT_FORMS.has(last.toLowerCase())) return true;
  // "12. januari", "3. Mai": a word without a capital goes on, and so does the month of a German date.
  return /^\p{Ll}/u.test(next.trimStart()) || (/^\d{1,2}$/.test(last) && GERMAN_MONTH.test(next.trimStart()));
}

function sentencesOfLine(line: string, language: Language): string[] {
  const parts = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)].map(({ segment }) => segment);
  const sentences: string[] = [];
  let open = '';
  for (const [index, part] of parts.entries()) {
    open += part;
    if (goesOn(open, parts[index + 1] ?? '') && index < parts.length - 1) continue;
    if (open.trim() !== '') sentences.push(open.trim());
    open = '';
  }
  return sentences;
}

/** A pasted text as paragraphs of sentences: a blank line begins a paragraph, a line break a sentence. List signs and double blanks go. */
export function splitText(text: string, language: Language): string[][] {
  return text.replaceAll(/\r\n?/g, '\n').split(/\n[\t ]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.replace(/^\s*[•▪◦–—*-]\s+/u, '').replaceAll(/\s+/gu, ' ').trim()).filter((line) => line !== '').flatMap((line) => sentencesOfLine(line, language)))
    .filter((sentences) => sentences.length > 0);
}
