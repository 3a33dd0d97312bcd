import { latinOf } from '../matching/letters';
import { PARTICLES } from '../matching/nameWords';
import type { Span } from './mention';
import { Sentences } from './sentences';

/** A run of words that is written as names are. Whether it is one, who compares it must tell. */
export interface NameCandidate extends Span {
  /** On one line. */
  readonly raw: string;
  /** Words without particles. */
  readonly words: number;
  /** Its script has capitals, which it begins with; in others every word could be a name. */
  readonly capitals: boolean;
  /** It stands alone: nothing before or behind it belongs to it. */
  readonly whole: boolean;
  readonly sentence: Span;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’`]*(?:[-‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}'’`]*)*/gu;
/** Nothing but blanks and one line end; the full stop of an initial, and what joins the words of a company. */
const GAP = /^(?:[ \u00a0]+|[ \u00a0\t]*\r?\n[ \t]*|\.[ \u00a0]*|[ \u00a0]?&[ \u00a0]?)$/u;
const COMMA = /^,[ \u00a0]+$/u;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const ALL_CAPITALS = /^[\p{Lu}\p{Lt}\p{M}'’-]{2,}$/u;
const UNCASED = /^[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*$/u;
/** A run of more is a heading. */
const MOST_WORDS = 7;
/** Words of a name in a script without capitals, at most, and windows of one run. */
const WINDOW = 4;
const MOST_WINDOWS = 400;
const MOST_CANDIDATES = 4000;

/** What people are called beside their name, and days and months, which have capitals in some of the languages: no part of a name at its start. */
const BEFORE_NAMES = new Set([
  'de', 'heer', 'meneer', 'dhr', 'hr', 'mevrouw', 'mevr', 'mw', 'juffrouw', 'm', 'mr', 'mrs', 'ms', 'mme', 'mlle', 'monsieur', 'madame', 'herr', 'frau', 'dr', 'drs', 'ir', 'ing', 'prof', 'mister', 'miss',
  'inspecteur', 'hoofdinspecteur', 'commissaris', 'agent', 'inspector', 'commissaire', 'kommissar', 'verdachte', 'getuige', 'slachtoffer', 'suspect', 'temoin', 'victime', 'zeuge', 'opfer', 'witness', 'victim', 'betrokkene', 'kapitein', 'capitaine', 'captain',
  'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche',
  'het', 'een', 'le', 'la', 'les', 'un', 'une', 'der', 'die', 'das', 'the', 'op', 'in', 'met', 'avec', 'mit', 'with', 'volgens', 'selon', 'laut', 'ook', 'toen', 'daarna', 'daar', 'hier', 'gisteren', 'vandaag', 'hij', 'zij', 'ik', 'il', 'elle', 'er', 'sie', 'he', 'she', 'en', 'et', 'und', 'and', 'bij', 'chez', 'bei', 'naar', 'van', 'door', 'par', 'von', 'by', 'from', 'voor', 'pour',
]);
/** Of these, what a name may begin with: "Van den Bossche", "De Smet". */
const MAY_BEGIN = new Set(['van', 'von', 'de', 'la', 'le', 'der']);

interface Token extends Span {
  readonly text: string;
  readonly plain: string;
  readonly kind: 'capital' | 'particle' | 'uncased' | 'other';
  /** What stands between it and the one before. */
  readonly gap: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const written = found[0].replace(/['’`]s?$/u, '');
    const uncased = UNCASED.test(written);
    const plain = uncased ? written : latinOf(written).text.replace(/[^a-z0-9]/g, '');
    const kind = uncased ? 'uncased' : /\p{N}/u.test(written[0] ?? '') ? 'other' : CAPITAL.test(written) || /^[ldt]['’]\p{Lu}/u.test(written) ? 'capital' : PARTICLES.has(plain) ? 'particle' : /^(?:el|al|ul|bin|ben|ibn)[-‐]\p{Lu}/u.test(written) ? 'capital' : 'other';
    tokens.push({ start: found.index, end: found.index + written.length, text: written, plain, kind, gap: text.slice(end, found.index) });
    end = found.index + written.length;
  }
  return tokens;
}

/** Whether a token goes on with the name that ends before it. */
function continues(run: readonly Token[], token: Token): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  if (COMMA.test(token.gap)) return run.every(({ text, kind }) => kind === 'particle' || ALL_CAPITALS.test(text)) && token.kind === 'capital' && !ALL_CAPITALS.test(token.text);
  if (token.gap === '.') return last.text.length <= 2;
  return GAP.test(token.gap) && (!token.gap.startsWith('.') || last.text.length <= 2);
}

/** Cuts particles off the end and what is no name off the start. */
function trimmed(run: readonly Token[]): readonly Token[] {
  let [from, to] = [0, run.length];
  while (to > from && run[to - 1]?.kind === 'particle') to -= 1;
  while (from < to && to - from > 1) {
    const { plain = '' } = run[from] ?? {};
    if (!BEFORE_NAMES.has(plain) || (MAY_BEGIN.has(plain) && run[from]?.kind === 'capital')) break;
    from += 1;
  }
  return run.slice(from, to);
}

/**
 * Runs of words that may be names, in their order: words with capitals with particles between them ("Jan van den Bossche", "AMELLAL, Driss", "D. Amellal"), and, of scripts
 * without capitals, two to four words beside each other. Of a run that begins a sentence also the rest without its first word, since that has a capital anyway. Single words are left out:
 * they are met everywhere. Pure.
 */
export function findCandidates(text: string): readonly NameCandidate[] {
  const sentences = new Sentences(text);
  const found: NameCandidate[] = [];
  const put = (run: readonly Token[], capitals: boolean, whole: boolean): void => {
    const [first, last] = [run[0], run.at(-1)];
    const words = run.filter(({ kind }) => kind !== 'particle').length;
    if (first === undefined || last === undefined || words < 2 || found.length >= MOST_CANDIDATES) return;
    const span = { start: first.start, end: last.end };
    found.push({ ...span, raw: text.slice(span.start, span.end).replace(/\s+/gu, ' '), words, capitals, whole, sentence: sentences.around(span) });
  };
  const close = (run: readonly Token[]): void => {
    const [first] = run;
    if (first === undefined) return;
    if (first.kind === 'uncased') {
      let windows = 0;
      for (let at = 0; at < run.length; at += 1) for (let size = 2; size <= WINDOW && at + size <= run.length && windows < MOST_WINDOWS; size += 1, windows += 1) put(run.slice(at, at + size), false, size === run.length);
      return;
    }
    const named = trimmed(run);
    if (named.length > MOST_WORDS) return;
    put(named, true, true);
    if (named.filter(({ kind }) => kind !== 'particle').length > 2 && named[0] !== undefined && sentences.begins(named[0].start)) put(named.slice(1), true, false);
  };
  let run: Token[] = [];
  for (const token of tokensOf(text)) {
    const joins = continues(run, token);
    const uncased = run[0]?.kind === 'uncased';
    if (joins && token.kind !== 'other' && (token.kind === 'uncased') === uncased) {
      run.push(token);
      continue;
    }
    close(run);
    run = token.kind === 'capital' || token.kind === 'uncased' ? [token] : [];
  }
  close(run);
  return found;
}
