import { z } from 'zod';
import { FAMILIES } from '../schema/types';
import { idSchema } from './ids';

/** Entities that a pattern can have: five steps from end to end. */
export const MOST_NODES = 6;
export const MOST_EDGES = 12;

const text = z.string().max(300);
const day = z.string().max(40);
const name = z.string().max(128);

/** What must hold of an entity. A property is a property id; a text without one is sought in the caption. Dates and numbers without a bound on one side are open there; an empty text is any. */
export const patternConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), property: name.nullable(), test: z.enum(['contains', 'equals']), text }),
  z.object({ kind: z.literal('date'), property: name, from: day.nullable(), until: day.nullable() }),
  z.object({ kind: z.literal('number'), property: name, least: z.number().nullable(), most: z.number().nullable() }),
  z.object({ kind: z.literal('category'), codes: z.array(name).min(1).max(50) }),
  /** As good on every axis of its scheme as this, written "B2", or better. */
  z.object({ kind: z.literal('grading'), scheme: z.string().max(64), least: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('handling'), codes: z.array(name).min(1).max(50) }),
  /** Ties that it has at least, where the question looks. */
  z.object({ kind: z.literal('links'), least: z.number().int().min(1).max(1_000_000) }),
]);
export type PatternCondition = z.infer<typeof patternConditionSchema>;

/** One entity of a pattern. Empty types and families: any. Its place in the drawing goes from 0 to 1 both ways. */
export const patternNodeSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  types: z.array(z.string().max(64)).max(50),
  families: z.array(z.enum(FAMILIES)).max(FAMILIES.length),
  /** Only this one. */
  entity: idSchema.nullable(),
  conditions: z.array(patternConditionSchema).max(8),
});
export type PatternNode = z.infer<typeof patternNodeSchema>;

const place = z.number().int().min(0).max(MOST_NODES - 1);

/** One connection of a pattern, between nodes by their place in the list. */
export const patternEdgeSchema = z.object({
  from: place,
  to: place,
  /** Empty: any. */
  types: z.array(z.string().max(64)).max(50),
  /** Links may point either way. Those of types without direction always may. */
  either: z.boolean(),
  /** Only links that have to do with this time. */
  since: day.nullable(),
  until: day.nullable(),
  /** Only links with such an amount, in whatever currency. */
  least: z.number().nonnegative().nullable(),
  most: z.number().nonnegative().nullable(),
  /** So many such links at least. */
  count: z.number().int().min(1).max(1_000_000),
  /** There is no such link at all. */
  absent: z.boolean(),
});
export type PatternEdge = z.infer<typeof patternEdgeSchema>;

/** Of two connections: a link of `first` is not later than one of `second` (ordered), and they lie at most so many days apart. */
export const patternSequenceSchema = z.object({
  first: z.number().int().min(0).max(MOST_EDGES - 1),
  second: z.number().int().min(0).max(MOST_EDGES - 1),
  ordered: z.boolean(),
  days: z.number().nonnegative().max(36_500).nullable(),
});
export type PatternSequence = z.infer<typeof patternSequenceSchema>;

/** A drawing of what is sought in the network. */
export const patternSchema = z.object({
  nodes: z.array(patternNodeSchema).min(1).max(MOST_NODES),
  edges: z.array(patternEdgeSchema).max(MOST_EDGES),
  sequences: z.array(patternSequenceSchema).max(MOST_EDGES),
  /** No entity stands in two places. */
  distinct: z.boolean(),
  /** Where one may: places that nevertheless must be different entities. */
  different: z.array(z.tuple([place, place])).max(15),
});
export type Pattern = z.infer<typeof patternSchema>;

/** A pattern that is kept in the case under a name. */
export const keptPatternSchema = z.object({ id: idSchema, name: z.string().min(1).max(200), pattern: patternSchema });
export type KeptPattern = z.infer<typeof keptPatternSchema>;
export const keptPatternsSchema = z.array(keptPatternSchema).max(500);

/** What is wrong with a pattern: nothing to follow, an end that is not there, or parts that no connection joins. */
export type PatternFault = 'loop' | 'missingNode' | 'missingEdge' | 'apart';

/** The first fault of a pattern; null where it can be sought. */
export function patternFault({ nodes, edges, sequences }: Pattern): PatternFault | null {
  if (edges.some(({ from, to }) => from >= nodes.length || to >= nodes.length)) return 'missingNode';
  if (edges.some(({ from, to }) => from === to)) return 'loop';
  if (sequences.some(({ first, second }) => first === second || [first, second].some((at) => edges[at]?.absent !== false))) return 'missingEdge';
  const reached = new Set([0]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to, absent } of edges) if (!absent && (reached.has(from) || reached.has(to))) reached.add(from).add(to);
  }
  return reached.size === nodes.length ? null : 'apart';
}
