import { z } from 'zod';
import { briefingDocumentSchema } from '../briefing/document';
import { request } from './definition';

/** What stands at the top and bottom of one kind of page: words of markings in the middle, labels in colours on black at the right. */
export const pageMarkingSchema = z.object({ text: z.string(), labels: z.array(z.object({ text: z.string(), colour: z.string() })) });
export type PageMarking = z.infer<typeof pageMarkingSchema>;

/** A drawing as files other than PDF hold it: `place` is "section.block", counted from 0; several sheets of one block follow each other. Pixels are twice the width and height. */
export const drawingSchema = z.object({ place: z.string(), svg: z.string(), png: z.instanceof(Uint8Array), width: z.number(), height: z.number() });
export type Drawing = z.infer<typeof drawingSchema>;

const pictureSchema = z.object({ mediaType: z.enum(['image/png', 'image/jpeg']), data: z.string() });

/** A square of a picture: its left upper corner and side as shares of the picture's smaller side. */
const cutSchema = z.object({ x: z.number(), y: z.number(), side: z.number() });
export type Cut = z.infer<typeof cutSchema>;

/** A picture that was encoded anew: nothing in it but its pixels. */
export const cleanPictureSchema = pictureSchema.extend({ width: z.number(), height: z.number() });
export type CleanPicture = z.infer<typeof cleanPictureSchema>;

/** What the hidden window lays out. */
export const printJobSchema = z.discriminatedUnion('kind', [
  /** The document, its contents list without page numbers. */
  z.object({ kind: z.literal('pages'), document: briefingDocumentSchema }),
  /** The document that stands there, with the page on which each section starts, as a print of it has shown. */
  z.object({ kind: z.literal('numbers'), pages: z.record(z.string(), z.number()) }),
  /** Sheets that hold nothing but markings, one for each that occurs, to be laid over pages. */
  z.object({ kind: z.literal('markings'), language: z.enum(['nl', 'fr', 'de', 'en']), sheets: z.array(pageMarkingSchema) }),
  /** Pictures of the case, to be encoded anew: in the window that may do nothing else, because nobody knows what is in them. */
  z.object({ kind: z.literal('pictures'), pictures: z.array(pictureSchema.extend({ /** Only this part of it, as a disc. */ cut: cutSchema.optional() })) }),
  /** Its drawings, one by one; `marking` stands above and below each where they go out by themselves. */
  z.object({ kind: z.literal('drawings'), document: briefingDocumentSchema, marking: pageMarkingSchema.nullable() }),
]);
export type PrintJob = z.infer<typeof printJobSchema>;

/** What main answers to the hidden window that lays one job after another out for printing. That window has no other requests. */
export const printService = {
  requests: {
    /** The next job; answered when there is one. */
    'print.job': request(z.object({}), printJobSchema),
    /** Everything is laid out, fonts and figures included. `pictures` in the order of the job; null for those that are none. */
    'print.ready': request(z.object({ drawings: z.array(drawingSchema).default([]), pictures: z.array(cleanPictureSchema.nullable()).default([]) }), z.object({})),
    'print.failed': request(z.object({ message: z.string().max(2000) }), z.object({})),
  },
  events: {},
} as const;
export type PrintService = typeof printService;
