import type { StoredValue } from '../../shared/values/kind';

export const SAID = { grading: null, handling: [], basis: 'fact' as const };
export const values = (said: Readonly<Record<string, string>>): Record<string, StoredValue[]> => Object.fromEntries(Object.entries(said).map(([property, v]) => [property, [{ v }]]));
