import { z } from 'zod';
import { idSchema } from '../model/ids';
import { DOUBT_CODES } from '../values/kind';
import { request } from './definition';
import { entityViewSchema } from './views';

const job = z.string().min(1).max(100);

/** What is looked for, in the order in which it is shown: the gravest first. */
export const CHECKS = ['mergedContradiction', 'sharedIdentifier', 'contradiction', 'lifespan', 'futureDate', 'doubt', 'namesake', 'noCategory', 'noSource', 'undatedLink', 'ungradedSource', 'unnamedSource'] as const;
export type CheckId = (typeof CHECKS)[number];

/** A value that a finding is about: whose it is (place in `entities`), and the sources that say it, the first few. */
const findingValueSchema = z.object({ of: z.number().int(), property: z.string(), v: z.string(), raw: z.string().optional(), doubt: z.enum(DOUBT_CODES).optional(), sources: z.array(z.object({ id: idSchema, title: z.string() })) });

/** One thing that somebody should look at. `key` stands for what was found with all its facts: when they change, it is another. */
export const findingSchema = z.object({
  key: z.string(),
  check: z.enum(CHECKS),
  /** What exactly, where a check finds several things: a key in translations ("bornAfterDeath"); empty elsewhere. */
  detail: z.string(),
  /** Whom it is about: one, the two of a pair, the ends of a link, or all that were judged the same. */
  entities: z.array(entityViewSchema),
  /** The link, source or pair that it is about, where it is not the entity itself. */
  link: z.object({ id: idSchema, type: z.string(), start: z.string().nullable() }).nullable(),
  source: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** The property whose values are set side by side; empty where there is none. */
  property: z.string(),
  values: z.array(findingValueSchema),
  /** Somebody said that it is right. */
  dismissed: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Requests of the case about what in it is doubtful, wrong or missing: a part of caseService. */
export const qualityRequests = {
  /**
   * How many of each there are. `listed`: how many can be looked at, of `total`; `dismissed` of them were said to be right, as far as they are listed. `stale`: the case changed since, and is
   * only looked through again when asked (`again`), since that takes long. Progress under `job`, which case.cancel ends. Failure cancelled.
   */
  'case.quality': request(z.object({ job, again: z.boolean().default(false) }), z.object({ stale: z.boolean(), at: z.string(), groups: z.array(z.object({ check: z.enum(CHECKS), total: z.number(), listed: z.number(), dismissed: z.number() })) })),
  /** Findings of one check. Answers from what was looked through last, or looks. */
  'case.qualityList': request(z.object({ job, check: z.enum(CHECKS), show: z.enum(['open', 'dismissed']).default('open'), limit: z.number().int().min(1).max(1000).default(100), offset: z.number().int().min(0).default(0) }), z.object({ findings: z.array(findingSchema), total: z.number() })),
} as const;
