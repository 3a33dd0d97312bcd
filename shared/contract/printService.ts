import { z } from 'zod';
import { briefingDocumentSchema } from '../briefing/document';
import { request } from './definition';

/** What main answers to the hidden window that lays a briefing out for printing. That window has no other requests. */
export const printService = {
  requests: {
    /** The document, and the page on which each section starts when an earlier pass has found that out. */
    'print.document': request(z.object({}), z.object({ document: briefingDocumentSchema, pages: z.record(z.string(), z.number()) })),
    /** The page is laid out, fonts and figures included. */
    'print.ready': request(z.object({}), z.object({})),
    'print.failed': request(z.object({ message: z.string().max(2000) }), z.object({})),
  },
  events: {},
} as const;
export type PrintService = typeof printService;
