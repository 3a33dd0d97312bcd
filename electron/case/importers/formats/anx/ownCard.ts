import { createHash } from 'node:crypto';
import { heldText } from './ownItem';

const MARKED = /^(?:([\s\S]*)\n)?(Knoop [0-9a-f]{8})\s*$/;

/** The last line of a card that Knoop wrote: by it Knoop knows that nobody changed the card, so that it says nothing new when it comes back. */
const cardMark = (text: string): string => `Knoop ${createHash('sha256').update(heldText(text).replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 8)}`;

/** A card's text with its mark. */
export const markedText = (text: string): string => (text === '' ? cardMark(text) : `${text}\n${cardMark(text)}`);

/** True for a card that says what it said when Knoop wrote it. */
export function isOwnCard(text: string): boolean {
  const found = MARKED.exec(text.replace(/\r\n?/g, '\n'));
  return found !== null && cardMark(found[1] ?? '') === found[2];
}
