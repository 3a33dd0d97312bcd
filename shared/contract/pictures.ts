import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** Requests of the case about pictures that are sources: a part of caseService. */
export const picturesRequests = {
  /** Sources that are kept pictures which can be shown, the newest first. `about`: they say something of these entities and come first. */
  'case.pictures': request(z.object({ about: z.array(idSchema).max(1000).default([]) }), z.array(z.object({ source: idSchema, title: z.string(), supplier: z.string(), receivedAt: z.string(), bytes: z.number(), about: z.boolean() }))),
  /** The bytes of one, as they were kept; null where it is gone, not kept, too large or no PNG or JPEG. */
  'case.picture': request(z.object({ source: idSchema }), z.object({ mediaType: z.enum(['image/png', 'image/jpeg']), bytes: z.instanceof(Uint8Array) }).nullable()),
} as const;
