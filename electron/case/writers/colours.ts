import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Family } from '../../../shared/schema/types';

/** What the families are drawn in on paper. */
const INKS: Readonly<Record<Family, string>> = {
  people: '#1a64ab', organisations: '#6f43b0', places: '#217a46', transport: '#b9540b', communication: '#0b7b7b', money: '#6f6f0c', goods: '#75502f', events: '#b3242e', documents: '#56606e',
};

/** "#rrggbb" that a type's things are drawn in where they have no colour of their own. */
export const colourOfType = (catalogue: Catalogue, type: string): string => INKS[catalogue.entityType(type)?.family ?? 'documents'];

/** "#rrggbb" as its three parts, 0 to 255. */
export const partsOf = (colour: string): readonly [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0) as unknown as [number, number, number];
