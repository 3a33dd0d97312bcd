import type { MentionView } from '../../../shared/contract';

/** A run of a page's text that is shown in one way. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly mention: MentionView | null;
  readonly sought: boolean;
}

/** Lower case without accents, unit for unit, so that places stay what they are. */
const folded = (text: string): string => text.replace(/[^\u0000-\u007f]/gu, (sign) => {
  const plain = sign.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === sign.length ? plain : sign;
}).toLowerCase();

/** Where words of the search begin words of the text. */
export function soughtIn(text: string, sought: string): readonly { readonly start: number; readonly end: number }[] {
  const words = folded(sought).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const within = folded(text);
  if (words.length === 0 || within.length !== text.length) return [];
  const spans: { start: number; end: number }[] = [];
  for (const word of new Set(words)) {
    for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + word.length)) {
      if (!/[\p{L}\p{N}]/u.test(within[at - 1] ?? ' ')) spans.push({ start: at, end: at + word.length });
    }
  }
  return spans;
}

/** Cuts a page's text where what is marked begins and ends. Mentions do not overlap each other. */
export function piecesOf(text: string, mentions: readonly MentionView[], sought: string): readonly Piece[] {
  const found = soughtIn(text, sought);
  const cuts = [...new Set([0, text.length, ...mentions.flatMap(({ start, end }) => [start, end]), ...found.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
  const pieces: Piece[] = [];
  let next = 0;
  const ordered = mentions.toSorted((a, b) => a.start - b.start);
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index] ?? 0;
    const end = cuts[index + 1] ?? 0;
    while ((ordered[next]?.end ?? Infinity) <= start) next += 1;
    const mention = ordered[next];
    pieces.push({ start, text: text.slice(start, end), mention: mention !== undefined && mention.start <= start ? mention : null, sought: found.some((span) => span.start <= start && end <= span.end) });
  }
  return pieces;
}
