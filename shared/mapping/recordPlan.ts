import { z } from 'zod';
import { basisSchema, gradingSchema, handlingSchema } from '../model/evaluation';
import { mappingSchema } from './mapping';

/** Formats whose files say themselves what is an entity and what a link, or hold text to read; tables (csv, xlsx …) are mapped instead. */
export const RECORD_FORMATS = [
  'graphml', 'gexf', 'pajek', 'gml', 'dl', 'dot', 'anx', 'mtgx', 'mtz', 'ftm', 'knooptable', 'stix', 'misp', 'camt', 'mt940', 'coda', 'vcard', 'kml', 'gpx', 'geojson', 'eml', 'mbox', 'msg', 'pdf', 'docx', 'text', 'png', 'jpeg',
] as const;
export type RecordFormatId = (typeof RECORD_FORMATS)[number];

/** How a file of records is read and taken in: what a mapping is for a table. */
export const recordPlanSchema = z.object({
  format: z.enum(RECORD_FORMATS),
  /** iconv name; null: found by the file's own declaration or its bytes. */
  encoding: z.string().max(40).nullable(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum([',', '.']),
  country: z.string().length(2),
  currency: z.string().length(3),
  /** Name space that makes the file's own ids lasting ("customs"): files with the same one join on them. Empty: they hold within this file only. */
  namespace: z.string().max(100),
  /** Types that the user chose for the file's own names of kinds; others are found by Knoop. */
  entityTypes: z.record(z.string().max(200), z.string().max(64)),
  linkTypes: z.record(z.string().max(200), z.string().max(64)),
  /** Positions in the file become a chart of its name. */
  chart: z.boolean(),
  source: z.object({ supplier: z.string().max(500), grading: gradingSchema.nullable(), handling: z.array(handlingSchema), basis: basisSchema.optional() }),
});
export type RecordPlan = z.infer<typeof recordPlanSchema>;

/** How a file comes in, whatever its format: a mapping for tables, a plan for records. */
export const importPlanSchema = z.union([mappingSchema, recordPlanSchema]);
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** Narrows a plan to one for records. */
export const isRecordPlan = (plan: ImportPlan): plan is RecordPlan => 'format' in plan;
