import { z } from 'zod';
import { releaseRecordSchema } from '../model/release';
import { IDENTITY_MODES } from '../model/identity';
import { idSchema } from '../model/ids';

/** Formats of other tools that a case, or a part of it, can leave in. CSV is an archive of three tables: entities, links, statements. */
export const EXPORT_FORMATS = ['graphml', 'gexf', 'anx', 'ftm', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** File name endings, with dot. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormat, string>> = { graphml: '.graphml', gexf: '.gexf', anx: '.anx', ftm: '.ftm.json', csv: '.csv.zip', xlsx: '.xlsx' };

/** What of a case is to leave. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case') }),
  /** `identity`: which records its items stand for; as judged where it is absent. */
  z.object({ kind: z.literal('chart'), chart: idSchema, identity: z.enum(IDENTITY_MODES).optional() }),
  z.object({ kind: z.literal('entities'), ids: z.array(idSchema).min(1).max(200_000) }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

export const exportedSchema = releaseRecordSchema.extend({ name: z.string(), entities: z.number(), links: z.number() });
export type ExportedData = z.infer<typeof exportedSchema>;
