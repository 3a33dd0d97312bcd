import { z } from 'zod';
import { basisSchema, gradingSchema, handlingSchema } from '../model/evaluation';
import { columnActionsSchema } from './actions';

/** How the bytes of a table become cells. Rows count from 1 as in the original. */
export const readingSchema = z.object({
  /** "ods" also stands for its flat form, "xmlss" for workbooks that Excel 2003 wrote as XML. */
  format: z.enum(['csv', 'xlsx', 'xlsb', 'xls', 'ods', 'xmlss', 'html', 'json']),
  /** iconv name: "utf-8", "windows-1252", "utf-16le" …; ignored for workbooks. */
  encoding: z.string().max(40),
  delimiter: z.string().max(4),
  quote: z.string().max(1),
  /** Sheet name; only workbooks have one. */
  sheet: z.string().max(200).nullable(),
  /** Row that holds the headings; 0 when there are none. Rows above it are titles and are passed over. */
  headerRow: z.number().int().min(0).max(1000),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum([',', '.']),
  country: z.string().length(2),
  currency: z.string().length(3),
});
export type Reading = z.infer<typeof readingSchema>;

/** Where a value comes from: one column (index from 0), several joined by a blank, or a constant. */
export const cellSourceSchema = z.union([
  z.object({ column: z.number().int().min(0).max(16_383) }),
  z.object({ columns: z.array(z.number().int().min(0).max(16_383)).min(1).max(20), join: z.string().max(10) }),
  z.object({ constant: z.string().max(10_000) }),
]);
export type CellSource = z.infer<typeof cellSourceSchema>;

export const propertyMappingSchema = z.object({
  property: z.string().max(128),
  from: cellSourceSchema,
  /** Cell holds several values, divided by this text ("; "): each becomes a value of its own. */
  split: z.string().max(10).optional(),
  /** What is done to the text before it is split and read, in this order. */
  actions: columnActionsSchema.optional(),
});
export type PropertyMapping = z.infer<typeof propertyMappingSchema>;

/**
 * One entity per row.
 * It is the same as another of its type in the case when an identifier property agrees (exact join). Failing that, `same` tells:
 * "row": each row is a new one; "values": rows of this file with the same mapped values of `sameBy` are one.
 */
export const entityMappingSchema = z.object({
  /** Name inside this mapping: "a", "caller". */
  key: z.string().min(1).max(40),
  type: z.string().max(64),
  properties: z.array(propertyMappingSchema),
  same: z.enum(['row', 'values']),
  sameBy: z.array(z.string().max(64)),
  /** Prefix that makes the identifier "reference" unique to a supplier: files with the same name space join. */
  namespace: z.string().max(100).optional(),
});
export type EntityMapping = z.infer<typeof entityMappingSchema>;

/** Rows whose text in a column equals one of `values`, no matter the case. */
export const rowConditionSchema = z.object({ column: z.number().int().min(0), values: z.array(z.string().max(1000)).min(1).max(1000) });
export type RowCondition = z.infer<typeof rowConditionSchema>;

/** One link per row between two of the row's entities; not made where either is missing. */
export const linkMappingSchema = z.object({
  type: z.string().max(64),
  from: z.string().max(40),
  to: z.string().max(40),
  properties: z.array(propertyMappingSchema),
  /** Only for these rows; for all but these: one column often tells calls from messages. */
  when: rowConditionSchema.optional(),
  unless: rowConditionSchema.optional(),
  /** A happening that several rows tell of: rows that say the same of the same two are one link with a statement each. */
  once: z.boolean().optional(),
  /** Column whose text tells the direction: where it equals one of `values` (no matter the case), the link runs the other way ("IN"), or a negative amount. */
  reverseWhen: z.object({ column: z.number().int().min(0), values: z.array(z.string()).default([]), negative: z.boolean().default(false) }).optional(),
  /**
   * Rows that tell the happening from its far end ("MTC", the record of the operator of who is called): what a column says of one end without
   * naming which is then the far end's.
   */
  farWhen: rowConditionSchema.optional(),
  /**
   * One happening is told from both ends, or by several suppliers, on a row each: rows of the same two, in the same direction, that start within
   * `seconds` of each other and last as long, to within `duration` seconds (null: however long), are one link with a statement each. It is the
   * times that are compared, so the type needs a start. Two rows of one file that tell it from the same end are always two.
   */
  legs: z.object({ seconds: z.number().int().min(0).max(3600), duration: z.number().int().min(0).max(3600).nullable() }).optional(),
});
export type LinkMapping = z.infer<typeof linkMappingSchema>;

/** A saved import: everything that turns rows of one supplier's kind of file into statements. */
export const mappingSchema = z.object({
  reading: readingSchema,
  /** Headings as they stood when the mapping was made, trimmed; the fingerprint is computed from these. */
  headings: z.array(z.string().max(1000)).max(16_384),
  entities: z.array(entityMappingSchema).max(50),
  links: z.array(linkMappingSchema).max(100),
  source: z.object({
    supplier: z.string().max(500),
    grading: gradingSchema.nullable(),
    handling: z.array(handlingSchema),
    /** What kind of knowledge all its rows are, where they do not say so themselves; absent: fact. */
    basis: basisSchema.optional(),
    /** Columns that hold an evaluation ("B2") of the row, read with this scheme; they win over the file's. */
    gradingColumn: z.object({ column: z.number().int().min(0), scheme: z.string().max(64) }).optional(),
    /** Column that holds handling codes of the row ("H1", "H1, H3"), read with this scheme; they hold in addition to the file's. */
    handlingColumn: z.object({ column: z.number().int().min(0), scheme: z.string().max(64) }).optional(),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Why a row did not come in as it stands. Of a row with "selfLink" the entities came in, but not the link from one to itself. */
export const REJECT_CODES = ['empty', 'tooFewCells', 'tooManyCells', 'noEntity', 'badQuote', 'cellTooLong', 'badEncoding', 'selfLink', 'badRecord'] as const;
export const rejectSchema = z.object({ row: z.number().int().nonnegative(), code: z.enum(REJECT_CODES), detail: z.string().max(500), cells: z.array(z.string()) });
export type Reject = z.infer<typeof rejectSchema>;
