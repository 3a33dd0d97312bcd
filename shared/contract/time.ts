import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';
import { chartViewSchema } from './views';

/** Numbers by the hundred thousand go over a port as they lie in memory. */
const numbers = z.custom<Float64Array>((value) => value instanceof Float64Array);
const places = z.custom<Int32Array>((value) => value instanceof Int32Array);

/**
 * When the links that a chart draws were, without the lines that they are folded into. `lines`: the ids of these, as the chart's view has them; `of`: for each link, which of
 * them it is part of. `times` holds four moments for each link, in milliseconds since 1970, one link after another: the earliest and the latest that it may have begun, the earliest and the
 * latest that it may have ended; the last two are Infinity where nothing says that it ended; all four are NaN where it has no date. `amounts` has the amount of each link ("" for none), and
 * is empty where no link has any.
 */
export const chartTimesSchema = z.object({ seq: z.number(), lines: z.array(z.string()), of: places, times: numbers, amounts: z.array(z.string()) });
export type ChartTimes = z.infer<typeof chartTimesSchema>;

/** A chart as it stood. `at`: when the last change was made that it shows (ISO, UTC); empty for a case without any. */
export const pastChartSchema = chartViewSchema.extend({ at: z.string() });
export type PastChart = z.infer<typeof pastChartSchema>;

/** Requests of the case about time: a part of caseService. */
export const timeRequests = {
  /** Throws Failure chartNotFound. */
  'case.chartTimes': request(z.object({ chart: idSchema }), chartTimesSchema),
  /**
   * A chart as the case drew it at a moment (`at`, ISO; absent: now), with what was known and judged then; or what a snapshot froze, as it was drawn when it was taken. Whoever reads as
   * a recipient gets of it what that recipient may have today. Failure chartNotFound where the chart was not there then, or there is no such snapshot.
   */
  'case.pastChart': request(z.union([z.object({ chart: idSchema, at: z.string().max(40).optional() }), z.object({ snapshot: idSchema })]), pastChartSchema),
  /** When a chart was made and when it, or anything of the case, changed last (ISO, UTC): between which moments it can be looked back at. Failure chartNotFound. */
  'case.chartHistory': request(z.object({ chart: idSchema }), z.object({ first: z.string(), last: z.string() })),
} as const;
