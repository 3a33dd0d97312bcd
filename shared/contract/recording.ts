import { z } from 'zod';
import { idSchema } from '../model/ids';
import { releaseRecordSchema } from '../model/release';
import { request } from './definition';
import { releaseAboutSchema } from './releasing';

/** What the writer of a document knows of a release; for whom and why comes with `about`, by whom from the case. */
export const writtenReleaseSchema = releaseRecordSchema.pick({ id: true, kind: true, briefing: true, format: true, at: true, title: true, language: true, marking: true, sha256: true, bytes: true, pages: true, seq: true, check: true, permissions: true });
export type WrittenRelease = z.input<typeof writtenReleaseSchema>;

/** Requests of the case about what main wrote: a part of caseService. */
export const recordingRequests = {
  /** Records that something was let out, with the statements that went along. The record is answered without them: they are the case's own. */
  'case.recordRelease': request(z.object({ about: releaseAboutSchema, written: writtenReleaseSchema, statements: z.array(idSchema) }), releaseRecordSchema),
} as const;
