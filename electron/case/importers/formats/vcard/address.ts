import type { EntityDraft } from '../../records/draft';
import { components } from './line';
import type { CardProperty } from './line';

/** Parts of ADR in their order; those that addresses have no property for are kept under these names. */
const PARTS = ['post office box', 'extended address', 'street', 'municipality', 'region', 'postcode', 'country'] as const;
const DECLARED: ReadonlySet<string> = new Set(['street', 'municipality', 'postcode', 'country']);

/** Without the commas and blanks that some phones leave around a part. */
function bare(part: string): string {
  let [from, to] = [0, part.length];
  while (from < to && /[,\s]/.test(part[from] ?? '')) from += 1;
  while (to > from && /[,\s]/.test(part[to - 1] ?? '')) to -= 1;
  return part.slice(from, to);
}

/** Parts of an address as the card has them, without blank lines; null when it has none. */
export function addressParts(property: CardProperty, version: string): readonly string[] | null {
  const parts = components(property.value, version).map((part) => bare(part));
  return parts.some((part) => part !== '') ? parts : null;
}

/** What makes two addresses of a file the same. */
export const addressKey = (parts: readonly string[]): string => `address:${parts.map((part) => part.toLowerCase().replace(/\s+/gu, ' ')).join('\u0002')}`;

/** Says the parts, and the address as one text where the card has it. */
export function sayAddress(draft: EntityDraft, parts: readonly string[], label: string | undefined): EntityDraft {
  const filled = parts.filter((part) => part !== '');
  // Some phones put all of it into one part.
  if (filled.length === 1 && label === undefined && (filled[0] ?? '').includes('\n')) return draft.say('full', filled[0]);
  PARTS.forEach((name, at) => {
    if (DECLARED.has(name)) draft.say(name, parts[at]);
    else draft.other(name, parts[at]);
  });
  for (const more of parts.slice(PARTS.length)) draft.other('ADR', more);
  return draft.say('full', label);
}
