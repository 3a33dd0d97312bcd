import { z } from 'zod';
import { presentationRecordSchema } from '../model/drawing';
import { idSchema } from '../model/ids';
import { request } from './definition';

const entity = { id: idSchema, type: z.string(), caption: z.string() };
const place = { x: z.number(), y: z.number() };
const briefSchema = z.object(entity);

/** A property of which other values hold now: those that went and those that came, canonical, a few of each. */
const valueChangeSchema = z.object({ property: z.string(), from: z.array(z.string()), to: z.array(z.string()) });
/** An entity of which something else is said: values, and how many statements came and went. */
const changedEntitySchema = z.object({ ...entity, values: z.array(valueChangeSchema), saidMore: z.number(), saidLess: z.number() });
/** Links of one type between two entities, with how many there were and are. */
const lineChangeSchema = z.object({ type: z.string(), from: idSchema, to: idSchema, fromCaption: z.string(), toCaption: z.string(), before: z.number(), after: z.number() });
/** Names of groups, or the beginnings of notes. */
const drawnChangesSchema = z.object({ added: z.array(z.string()), gone: z.array(z.string()), changed: z.array(z.string()) });

export const comparisonSchema = z.object({
  same: z.number(),
  added: z.array(briefSchema),
  /** With the place where each stood. */
  gone: z.array(z.object({ ...entity, ...place })),
  moved: z.array(z.object({ ...entity, ...place })),
  changed: z.array(changedEntitySchema),
  /** Lines that came, went or stand for more or fewer links; the first few of `lines`. */
  lines: z.array(lineChangeSchema),
  lineCount: z.number(),
  groups: drawnChangesSchema,
  notes: drawnChangesSchema,
  /** Names of what is set otherwise for the chart as a whole: members of its options. */
  options: z.array(z.string()),
});

const slideViewSchema = presentationRecordSchema.shape.slides.element.extend({
  /** Of its snapshot: name, chart and number of entities; null where the snapshot is no longer there. */
  shows: z.object({ name: z.string(), chart: idSchema, chartName: z.string(), at: z.string(), items: z.number() }).nullable(),
});
export const presentationViewSchema = presentationRecordSchema.extend({ slides: z.array(slideViewSchema) });

/** Requests of the case about snapshots of charts and presentations made of them: a part of caseService. */
export const snapshotRequests = {
  /** Snapshots of one chart, the newest first: when, and by whom, each was taken, how many entities it shows, and how many briefings and presentations show it. */
  'case.snapshotsOf': request(z.object({ chart: idSchema }), z.array(z.object({ id: idSchema, name: z.string(), note: z.string(), seq: z.number(), at: z.string(), actor: z.string(), items: z.number(), used: z.number() }))),
  /**
   * What became of a chart from one snapshot until another, or until now (`to` null). Moved: on both, at another place, with the place of the first. Changed: on both, while what is
   * said of them is not the same any more. Failure chartNotFound where a snapshot is not there.
   */
  'case.compareSnapshots': request(z.object({ from: idSchema, to: idSchema.nullable() }), comparisonSchema),
  /** By name. For a recipient's eyes without the author's words. */
  'case.presentations': request(z.object({}), z.array(presentationViewSchema)),
  /** A presentation is about to be shown to an audience: that is put on record, by reference. Failure subjectNotFound. */
  'case.beginShow': request(z.object({ presentation: idSchema }), z.object({})),
} as const;
