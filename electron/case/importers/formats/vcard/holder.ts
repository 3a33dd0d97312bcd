import { components, unescaped } from './line';
import type { CardProperty } from './line';
import type { Card } from './cards';

/** A property of a card as readers meet it: unescaped, with the label that Apple and Google keep in a property of the same group. */
export interface Said {
  readonly name: string;
  readonly text: string;
  readonly property: CardProperty;
  /** What it is: the custom label, else its TYPEs ("HOME,FAX"); empty when nothing tells. */
  readonly label: string;
}

const LABEL = 'X-ABLABEL';
/** Types that say how a value is written or which one to prefer, not what it is. */
const TECHNICAL = new Set(['PREF', 'INTERNET', 'VOICE', 'POSTAL', 'PARCEL', 'DOM', 'INTL', 'X400', 'MSG']);

const labelText = (text: string): string => /^_\$!<(.*)>!\$_$/s.exec(text)?.[1] ?? text;

/** The properties of a card with their labels; those that are only labels of others are left out. */
export function saidOn(card: Card): Said[] {
  const grouped = new Map<string, number>();
  for (const property of card.properties) if (property.group !== '' && property.name !== LABEL) grouped.set(property.group, (grouped.get(property.group) ?? 0) + 1);
  const labels = new Map<string, string>();
  for (const property of card.properties) if (property.name === LABEL && grouped.has(property.group)) labels.set(property.group, labelText(unescaped(property.value, card.version).trim()));
  return card.properties
    .filter((property) => !(property.name === LABEL && labels.has(property.group)))
    .map((property) => {
      const types = property.types.filter((type) => !TECHNICAL.has(type));
      return { name: property.name, property, text: property.transfer === 'base64' ? property.value : unescaped(property.value, card.version).trim(), label: (labels.get(property.group) ?? '') || types.join(', ') };
    });
}

/** Parts of N: family, given, additional, prefixes, suffixes; each may hold several values by commas. */
export function nameParts(property: CardProperty, version: string): string[] {
  return components(property.value, version).map((part) => part.replace(/\s+/gu, ' ').replace(/ ?, ?/g, version === '2.1' ? ', ' : ' ').trim());
}

/** What a card is of, as the file names it. A card that has a firm's name and no person's is the firm's. */
export function kindOf(card: Card, said: readonly Said[]): 'individual' | 'org' | 'group' | 'location' | 'company' {
  const text = (name: string): string => said.find((each) => each.name === name)?.text.trim() ?? '';
  const kind = (text('KIND') || text('X-ADDRESSBOOKSERVER-KIND')).toLowerCase();
  if (kind === 'org' || kind === 'group' || kind === 'location') return kind;
  if (text('X-ABSHOWAS').toUpperCase() === 'COMPANY') return 'company';
  if (kind === 'individual') return 'individual';
  const name = said.find((each) => each.name === 'N');
  const named = name !== undefined && components(name.property.value, card.version).some((part) => part !== '');
  const organisation = said.find((each) => each.name === 'ORG');
  const firm = organisation === undefined ? '' : (components(organisation.property.value, card.version)[0] ?? '');
  const shown = text('FN');
  return firm !== '' && !named && (shown === '' || shown.toLowerCase() === firm.toLowerCase()) && text('NICKNAME') === '' ? 'company' : 'individual';
}
