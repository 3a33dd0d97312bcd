import { z } from 'zod';
import { idSchema } from '../model/ids';
import { strengthSchema } from '../model/strength';
import { request } from './definition';

const job = z.string().min(1).max(100);

/** Of what a network is made: all of the case, what a chart shows, or some entities with the links among them. */
export const networkScopeSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('case') }), z.object({ kind: z.literal('chart'), chart: idSchema }), z.object({ kind: z.literal('entities'), ids: z.array(idSchema).min(1).max(50_000) })]);
export type NetworkScope = z.infer<typeof networkScopeSchema>;

/** What of it counts. What is absent is not asked for. Kept with every result as its method. */
export const networkOptionsSchema = z.object({
  /** Links as they point, against that, or both ways. Links of types without direction always lead both ways. */
  following: z.enum(['out', 'in', 'both']).default('both'),
  /** What a tie weighs: nothing, the number of its links, or the sum of their amounts (those without one: nothing). */
  weight: z.enum(['none', 'links', 'amount']).default('none'),
  /** Only links of these types. */
  linkTypes: z.array(z.string()).optional(),
  withoutTypes: z.array(z.string()).optional(),
  /** Entities and types of entities that nothing may lead through. */
  withoutEntities: z.array(idSchema).max(50_000).optional(),
  withoutEntityTypes: z.array(z.string()).optional(),
  /** Only links that are as strong at least. */
  strength: strengthSchema.optional(),
  /** Only links whose best grading is as good as this one of a scheme on every axis (written "B2"), or better. */
  grading: z.object({ scheme: z.string().max(64), least: z.string().max(64) }).optional(),
  /** Only links that have to do with this time: dates or times as values have them. Links without a date do not count then. */
  from: z.string().optional(),
  until: z.string().optional(),
});
export type NetworkOptions = z.output<typeof networkOptionsSchema>;

export const MEASURES = ['degree', 'strength', 'betweenness', 'closeness', 'eigenvector', 'pageRank', 'core', 'community'] as const;
export type MeasureId = (typeof MEASURES)[number];

/** Measures of one entity. `ranks`: 1 is the greatest; equal values share a rank. */
export const measuredSchema = z.object({ entity: idSchema, values: z.partialRecord(z.enum(MEASURES), z.number()), ranks: z.partialRecord(z.enum(MEASURES), z.number()) });

export const PATH_ORDERS = ['fewest', 'earliest', 'strongest'] as const;

/** One way between two entities. Steps one fewer than entities. */
export const pathViewSchema = z.object({
  /** Which two of those asked for it joins, by their places in the order asked. */
  leg: z.tuple([z.number(), z.number()]),
  entities: z.array(idSchema),
  steps: z.array(z.object({
    /** The link that is taken, and how many there are between the two that might be. */
    link: idSchema, type: z.string(), count: z.number(), strength: strengthSchema, grading: z.string(), start: z.string().nullable(), end: z.string().nullable(), /** The link points from the first to the second. */ along: z.boolean(),
  })),
  /** Of its weakest step. */
  weakest: strengthSchema,
  weakestGrading: z.string(),
});
export type PathView = z.infer<typeof pathViewSchema>;

/** Requests of the case about its network: a part of caseService. Entities follow the judgements as the port does. Results are those of a thread, cancelled by case.cancel. */
export const networkRequests = {
  /** Measures of every entity of the scope; of more than `most`, those with the highest ranks. Progress as events under `job`. */
  'case.measure': request(z.object({ job, scope: networkScopeSchema, options: networkOptionsSchema, measures: z.array(z.enum(MEASURES)).min(1), resolution: z.number().min(0.1).max(10).default(1), most: z.number().int().min(1).max(50_000).default(5000) }), z.object({
    entities: z.number(), ties: z.number(), links: z.number(), parts: z.number(),
    rows: z.array(measuredSchema),
    communities: z.object({ sizes: z.array(z.number()), modularity: z.number(), /** Share of pairs of tied entities that other orders of the same method divide likewise: 0 to 1. */ firmness: z.number() }).nullable(),
    /** Betweenness reckoned from so many entities instead of all; null: exact. */
    sampled: z.number().nullable(),
    seq: z.number(),
  })),
  /** Between which ranks each entity lies when any one source is left out: a broker who rests on one report is none. Of those with the highest ranks. */
  'case.rankRanges': request(z.object({ job, scope: networkScopeSchema, options: networkOptionsSchema, measure: z.enum(MEASURES), most: z.number().int().min(1).max(1000).default(50) }), z.object({
    sources: z.number(),
    rows: z.array(z.object({ entity: idSchema, rank: z.number(), value: z.number(), best: z.number(), worst: z.number(), /** Source without which the rank is worst; null where none changes it. */ source: idSchema.nullable(), title: z.string() })),
  })),
  /** Ways between entities: of two, or of each with the next. */
  'case.paths': request(z.object({ job, from: idSchema, to: idSchema, /** Between them in the order given: ways from each to the next, or of all pairs. */ over: z.array(idSchema).max(18).default([]), legs: z.enum(['next', 'pairs']).default('next'), scope: networkScopeSchema, options: networkOptionsSchema, order: z.enum(PATH_ORDERS).default('fewest'), count: z.number().int().min(1).max(50).default(5), most: z.number().int().min(1).max(1000).default(20), /** earliest: longest wait between two steps, in hours; null: any. */ wait: z.number().positive().nullable().default(null) }), z.object({ paths: z.array(pathViewSchema), /** Those of whom no way leads from the one to the other, by their places. */ gaps: z.array(z.tuple([z.number(), z.number()])) })),
  /** The fewest entities that connect those given, going round weak links. */
  'case.connect': request(z.object({ job, ids: z.array(idSchema).min(2).max(500), scope: networkScopeSchema, options: networkOptionsSchema }), z.object({ entities: z.array(idSchema), links: z.array(idSchema), groups: z.array(z.array(idSchema)) })),
  /** What is linked to some entities, up to a depth, by steps. */
  'case.linkedTo': request(z.object({ job, ids: z.array(idSchema).min(1).max(5000), depth: z.number().int().min(1).max(10).default(2), scope: networkScopeSchema, options: networkOptionsSchema, entityTypes: z.array(z.string()).optional(), most: z.number().int().min(1).max(20_000).default(2000) }), z.object({ found: z.array(z.object({ entity: idSchema, steps: z.number() })), total: z.number(), byStep: z.array(z.number()) })),
} as const;
