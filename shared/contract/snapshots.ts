import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

const entity = { id: idSchema, type: z.string(), caption: z.string() };
const briefSchema = z.object(entity);

/** Requests of the case about snapshots of charts: a part of caseService. */
export const snapshotRequests = {
  /** Snapshots of one chart, the newest first: when, and by whom, each was taken, and how many entities it shows. */
  'case.snapshotsOf': request(z.object({ chart: idSchema }), z.array(z.object({ id: idSchema, name: z.string(), seq: z.number(), at: z.string(), actor: z.string(), items: z.number() }))),
  /**
   * What became of a chart from one snapshot until another, or until now (`to` null). Moved: on both, at another place, with the place of the first. Changed: on both, while what is
   * said of them is not the same any more. Failure chartNotFound where a snapshot is not there.
   */
  'case.compareSnapshots': request(z.object({ from: idSchema, to: idSchema.nullable() }), z.object({ same: z.number(), added: z.array(briefSchema), gone: z.array(briefSchema), moved: z.array(z.object({ ...entity, x: z.number(), y: z.number() })), changed: z.array(briefSchema) })),
} as const;
