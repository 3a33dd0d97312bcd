import { parseProperty } from '../schema/choice';
import type { PropertyType } from '../schema/types';
import type { ParseContext, StoredValue } from '../values/kind';
import { compileActions } from './actions';
import { textOf } from './compile';
import type { PropertyMapping } from './mapping';

/** What one row's text becomes on its way: as it stands, after its steps, and as the values that are read from it (none where it says nothing). */
export interface Tried {
  readonly row: number;
  readonly before: string;
  readonly after: string;
  readonly read: readonly StoredValue[];
}

/**
 * Tries a property's source and steps on rows, as an import would: at most `most` rows, each text once, blank ones only where a step fills them.
 * Null when a pattern among the steps is not valid.
 */
export function tryOut(property: PropertyType, { from, actions = [], split }: PropertyMapping, context: ParseContext, rows: readonly { readonly row: number; readonly cells: readonly string[] }[], most: number): Tried[] | null {
  const act = compileActions(actions);
  if (act === null) return null;
  const text = textOf(from);
  const seen = new Set<string>();
  const tried: Tried[] = [];
  for (const { row, cells } of rows) {
    if (tried.length === most) break;
    const before = text(cells);
    const after = act(before);
    if (seen.has(before) || (before.trim() === '' && after.trim() === '')) continue;
    seen.add(before);
    const parts = split === undefined || split === '' ? [after] : after.split(split).slice(0, 1000);
    tried.push({ row, before, after, read: parts.flatMap((part) => parseProperty(property, part, context) ?? []) });
  }
  return tried;
}
