import { z } from 'zod';
import { DOUBT_CODES } from '../values/kind';
import { basisSchema, gradingSchema, handlingSchema } from './evaluation';
import { idSchema, subjectKindSchema } from './ids';

export const storedValueSchema = z.object({ v: z.string().max(1_000_000), raw: z.string().max(1_000_000).optional(), doubt: z.enum(DOUBT_CODES).optional() });

/** Values by property id. A property that is not there is not said. */
export const valuesSchema = z.record(z.string().max(128), z.array(storedValueSchema).min(1).max(1000));
export type Values = z.infer<typeof valuesSchema>;

/** What `row` of a locator counts where it is no row of a table: lines of a text, or records (messages, objects) of a file. */
export const LOCATOR_UNITS = ['line', 'record'] as const;
export type LocatorUnit = (typeof LOCATOR_UNITS)[number];

/** Where in its source a statement stands: rows and pages count from 1, as a person counts them in the original file. */
export const locatorSchema = z.object({ row: z.number().int().positive().optional(), unit: z.enum(LOCATOR_UNITS).optional(), sheet: z.string().optional(), page: z.number().int().positive().optional() });
export type Locator = z.infer<typeof locatorSchema>;

/** file: imported; entry: typed by a named person; bundle: from a partner. */
export const SOURCE_KINDS = ['file', 'entry', 'bundle'] as const;

export const sourceRecordSchema = z.object({
  id: idSchema,
  kind: z.enum(SOURCE_KINDS),
  /** What people call it: the file's name, or "Entered by K. Peeters". */
  title: z.string().max(1000),
  /** Service that it comes from. */
  supplier: z.string().max(500),
  /** Hex SHA-256 of the bytes that were read; null for entries by hand. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
  bytes: z.number().int().nonnegative(),
  mediaType: z.string().max(200),
  grading: gradingSchema.nullable(),
  handling: z.array(handlingSchema),
  /** ISO time with zone, UTC. */
  receivedAt: z.string(),
  /** How the file was read (encoding, delimiter, sheet, header row …), so that any row can be shown again; null for entries. */
  reading: z.record(z.string(), z.unknown()).nullable(),
});
export type SourceRecord = z.infer<typeof sourceRecordSchema>;

export const entityRecordSchema = z.object({ id: idSchema, type: z.string().max(64) });
export type EntityRecord = z.infer<typeof entityRecordSchema>;

export const linkRecordSchema = z.object({ id: idSchema, type: z.string().max(64), from: idSchema, to: idSchema });
export type LinkRecord = z.infer<typeof linkRecordSchema>;

/** What one source says about one entity or link at one place. */
export const statementRecordSchema = z.object({
  id: idSchema,
  subject: idSchema,
  subjectKind: subjectKindSchema,
  source: idSchema,
  locator: locatorSchema,
  values: valuesSchema,
  grading: gradingSchema.nullable(),
  handling: z.array(handlingSchema),
  basis: basisSchema,
});
export type StatementRecord = z.infer<typeof statementRecordSchema>;

export const JUDGEMENTS = ['same', 'different', 'unsure'] as const;
export const judgementRecordSchema = z.object({ id: idSchema, left: idSchema, right: idSchema, verdict: z.enum(JUDGEMENTS), reason: z.string().max(4000) });
export type JudgementRecord = z.infer<typeof judgementRecordSchema>;
