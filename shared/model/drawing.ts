import { z } from 'zod';
import { markingSchema } from './evaluation';
import { idSchema, subjectKindSchema } from './ids';
import { strengthSchema } from './strength';

/**
 * How links between the same two entities are drawn as lines. type: one for each type and direction; pair: one for all; direction: one each way; apart: each link its own;
 * flow: one, for the net of their amounts, towards where it goes.
 */
export const FOLDINGS = ['type', 'pair', 'direction', 'apart', 'flow'] as const;
export const foldingSchema = z.enum(FOLDINGS);
export type Folding = z.infer<typeof foldingSchema>;

/** What stands on a line that stands for several links. */
export const LINE_TEXTS = ['count', 'total', 'dates'] as const;

/** A row lies, a column stands. */
export const ROW_WAYS = ['row', 'column'] as const;
export const POINTINGS = ['right', 'down'] as const;
export type Pointing = (typeof POINTINGS)[number];

/** No chart has more pairs or types of which a person said how they are folded. */
const MOST_FOLDINGS = 20_000;
const isBounded = (foldings: object): boolean => Object.keys(foldings).length <= MOST_FOLDINGS;

/** How a chart is drawn as a whole. A pair's folding goes before that of a type, that of a type before the chart's. */
export const chartOptionsSchema = z.object({
  /** Absent: by type and direction. */
  folding: foldingSchema.optional(),
  typeFolding: z.record(z.string().max(64), foldingSchema).refine(isBounded).optional(),
  /** By the ids of both entities, the smaller first, with "|" between. */
  pairFolding: z.record(z.string().max(90), foldingSchema).refine(isBounded).optional(),
  /** Absent: the total where there is one, else the count. */
  lineTexts: z.array(z.enum(LINE_TEXTS)).max(LINE_TEXTS.length).optional(),
  /** Entities that layouts keep in one row, or in one column. Each is in one at most. */
  rows: z.array(z.object({ way: z.enum(ROW_WAYS), members: z.array(z.string().max(200)).min(2).max(1000) })).max(500).optional(),
  /** Which way layouts let directed lines point; absent: any. */
  pointing: z.enum(POINTINGS).optional(),
});
export type ChartOptions = z.infer<typeof chartOptionsSchema>;
export type KeptRow = NonNullable<ChartOptions['rows']>[number];

/** Rows that are changed in place, with images before and after in the patch: drawings, documents and settings, never what the case says. */
export const chartRecordSchema = z.object({ id: idSchema, name: z.string().min(1).max(200), position: z.number().int(), options: chartOptionsSchema.optional() });
export type ChartRecord = z.infer<typeof chartRecordSchema>;

/** What stands for an entity on a chart: its type's sign in the frame of its family, a picture from a source, a box or circle that may hold others, a frame with its time, or its words. */
export const REPRESENTATIONS = ['icon', 'picture', 'box', 'circle', 'eventFrame', 'text'] as const;
export type Representation = (typeof REPRESENTATIONS)[number];

/** A square cut from a picture that is a source: its left upper corner and side as shares (0 to 1) of the picture's smaller side. */
export const croppedPictureSchema = z.object({ source: idSchema, x: z.number().min(0), y: z.number().min(0), side: z.number().positive().max(1) });
export type CroppedPicture = z.infer<typeof croppedPictureSchema>;

/** How one thing is drawn on one chart where that differs from its type: taken over from a drawing made elsewhere, or set by hand. */
export const itemStyleSchema = z.object({
  /** "#rrggbb": fill of an entity, line of a link. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/).optional(),
  /** Name of a glyph in resources/icons/glyphs.json. */
  icon: z.string().max(64).optional(),
  /** Factor on the usual size of an entity (0.25 to 8). */
  size: z.number().min(0.25).max(8).optional(),
  /** Width of a link's line in chart units. */
  width: z.number().min(0.5).max(20).optional(),
  line: z.enum(['solid', 'dashed', 'dotted']).optional(),
  representation: z.enum(REPRESENTATIONS).optional(),
  picture: croppedPictureSchema.optional(),
  /** Of a link: how strong it is taken to be on this chart in place of what its gradings say, and why. */
  strength: z.object({ as: strengthSchema, reason: z.string().min(1).max(1000) }).optional(),
});
export type ItemStyle = z.infer<typeof itemStyleSchema>;

/** One thing on one chart. Coordinates are chart units (1 unit = 1 px at 100 %), y down. An entity is shown by its row; a link is shown whenever both ends are, unless its row says hidden. */
export const chartItemRecordSchema = z.object({
  chart: idSchema,
  subject: z.string().max(200),
  kind: subjectKindSchema,
  x: z.number(),
  y: z.number(),
  pinned: z.boolean(),
  hidden: z.boolean(),
  style: itemStyleSchema.optional(),
});
export type ChartItemRecord = z.infer<typeof chartItemRecordSchema>;

export const ANNOTATIONS = ['note', 'heading', 'text', 'box', 'circle', 'arrow'] as const;
export type AnnotationKind = (typeof ANNOTATIONS)[number];

/**
 * Something drawn on a chart that says nothing of the case. Its left upper corner and size in chart units; an arrow leads from (x, y) to (x + width, y + height), both of which may be
 * negative. With an `anchor` the place is counted from that entity (or group), with which it moves, hides and is held back.
 */
export const annotationRecordSchema = z.object({
  id: idSchema,
  chart: idSchema,
  kind: z.enum(ANNOTATIONS),
  x: z.number(), y: z.number(), width: z.number(), height: z.number(),
  text: z.string().max(10_000),
  style: z.object({
    colour: z.string().regex(/^#[0-9a-f]{6}$/).optional(),
    anchor: z.string().max(200).optional(),
    line: z.enum(['solid', 'dashed', 'dotted']).optional(),
    /** Height of its letters in chart units. */
    size: z.number().min(6).max(120).optional(),
    /** Stays out of briefings and pictures. */
    ownOnly: z.boolean().optional(),
  }).optional(),
});
export type AnnotationRecord = z.infer<typeof annotationRecordSchema>;

/** Entities of a chart, and other groups of it, taken together under a name: closed as one item in their middle, open as a frame round them. */
export const chartGroupRecordSchema = z.object({
  id: idSchema,
  chart: idSchema,
  name: z.string().max(500),
  /** Ids of entities and of groups. */
  members: z.array(z.string().max(200)).max(100_000),
  collapsed: z.boolean(),
  style: z.object({
    colour: z.string().regex(/^#[0-9a-f]{6}$/).optional(),
    /** Open, it has no frame. */
    bare: z.boolean().optional(),
    /** How it came about: chosen by hand, the same neighbours, the same value of a property, a community. */
    by: z.enum(['selection', 'neighbours', 'value', 'community']).optional(),
  }).optional(),
});
export type ChartGroupRecord = z.infer<typeof chartGroupRecordSchema>;

/** What of a chart a snapshot freezes beside its items. */
export const frozenDrawingSchema = z.object({ options: chartOptionsSchema.optional(), groups: z.array(chartGroupRecordSchema), annotations: z.array(annotationRecordSchema) });
export type FrozenDrawing = z.infer<typeof frozenDrawingSchema>;

/** Snapshots in the order in which they are shown to an audience. */
export const presentationRecordSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(200),
  slides: z.array(z.object({ id: idSchema, snapshot: idSchema, heading: z.string().max(300), note: z.string().max(10_000), /** Part of the chart that is shown, chart units; absent: all. */ view: z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }).optional() })).max(500),
});
export type PresentationRecord = z.infer<typeof presentationRecordSchema>;

export const caseSettingsSchema = z.object({
  name: z.string().min(1).max(200),
  reference: z.string().max(200),
  marking: markingSchema,
  /** Grading and handling schemes offered first in this case. */
  gradingScheme: z.string(),
  handlingScheme: z.string(),
  /** Months after which a source is looked at again unless it has a date of its own (LAW-3). */
  reviewMonths: z.number().int().min(1).max(600).optional(),
  /** Opening the case, and looking at a person, asks for a reason. */
  asksReason: z.boolean().optional(),
  /** Other cases of this workstation may learn that this one knows what they look for, and it may ask them; absent: no. */
  knownAcross: z.boolean().optional(),
});
export type CaseSettings = z.infer<typeof caseSettingsSchema>;
