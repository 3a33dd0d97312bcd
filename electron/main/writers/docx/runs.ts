import { Bookmark, FootnoteReferenceRun, InternalHyperlink, Paragraph, ShadingType, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { CitedText } from '../../../../shared/briefing/document';
import { LOCALES } from '../../../../shared/values/locale';

/** Footnotes that Word keeps at the foot of its pages: each is referred to once; later references only name it. */
export interface Footnotes {
  readonly known: ReadonlySet<number>;
  readonly used: Set<number>;
}

const QUIET = '404854';
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const STYLES: Readonly<Record<CitedText['emphasis'], IRunOptions>> = {
  plain: {},
  strong: { bold: true },
  quiet: { color: QUIET },
  conflict: { bold: true, color: '9B1C25' },
  code: { size: 16, color: QUIET },
  withheld: { color: QUIET, shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E3E6EA' } },
  original: { italics: true, color: QUIET },
};

export const runOf = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ text, ...(RIGHT_TO_LEFT.test(text) ? { rightToLeft: true } : {}), ...options });

function sourceNumbers(sources: readonly number[]): ParagraphChild[] {
  return [runOf('[', { superScript: true }), ...sources.flatMap((number, index) => [
    ...(index > 0 ? [runOf(', ', { superScript: true })] : []),
    new InternalHyperlink({ anchor: `source-${number}`, children: [runOf(String(number), { superScript: true, color: '1A5FB4' })] }),
  ]), runOf(']', { superScript: true })];
}

/** One cited text as runs: its words, its footnotes, its sources. */
export function citedRuns(part: CitedText, footnotes: Footnotes): ParagraphChild[] {
  const language = part.language === undefined ? {} : { language: { value: LOCALES[part.language] } };
  const notes = (part.notes ?? []).map((number): ParagraphChild => {
    if (!footnotes.known.has(number) || footnotes.used.has(number)) return runOf(String(number), { superScript: true });
    footnotes.used.add(number);
    return new FootnoteReferenceRun(number);
  });
  if (part.text === '' && part.sources.length > 0) return [runOf(part.sources.join(', '))];
  return [runOf(part.text, { ...STYLES[part.emphasis], ...language }), ...notes, ...(part.sources.length > 0 ? sourceNumbers(part.sources) : [])];
}

/** A paragraph of several cited texts after each other. */
export function citedParagraph(parts: readonly CitedText[], footnotes: Footnotes, style = 'Normal'): Paragraph {
  return new Paragraph({ style, bidirectional: style === 'Normal' && parts.length > 0 && parts.every((part) => RIGHT_TO_LEFT.test(part.text)), children: parts.flatMap((part, index) => [...(index > 0 ? [runOf(' ')] : []), ...citedRuns(part, footnotes)]) });
}

/** A number that citations lead to. */
export const citedNumber = (text: string): Paragraph => new Paragraph({ style: 'Cell', children: [new Bookmark({ id: `source-${text}`, children: [runOf(text)] })] });
