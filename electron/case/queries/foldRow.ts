import type { Catalogue } from '../../../shared/schema/catalogue';

/** The id of a line that stands for more than one link. */
export const foldId = (type: string, from: string, to: string): string => `${type}|${from}|${to}`;

/** Links of one type between two ends, or one of them. */
export interface FoldRow {
  type: string;
  a: number;
  b: number;
  count: number;
  id: string;
  start: string | null;
  lastStart: string | null;
  end: string | null;
  ends: number;
  amounts: string | null;
  strengths: string;
  gradings: string;
  handlings: string;
  assessed: number;
}

/** Ids of a fold's ends; without direction the smaller id comes first, so that the fold's own id is the same whichever was entered first. */
export function endsOf({ type, a, b }: FoldRow, ids: ReadonlyMap<number, string>, catalogue: Catalogue): { from: string; to: string } {
  const from = ids.get(a) ?? '';
  const to = ids.get(b) ?? '';
  return catalogue.linkType(type)?.directed === false && to < from ? { from: to, to: from } : { from, to };
}
