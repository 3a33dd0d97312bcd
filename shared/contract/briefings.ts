import { z } from 'zod';
import { briefingDocumentSchema } from '../briefing/document';
import { briefingRecordSchema } from '../model/briefing';
import { idSchema } from '../model/ids';
import { purposeSchema } from '../model/recipient';
import { request } from './definition';

const given = z.union([idSchema, briefingRecordSchema]);

/** Something about a briefing that its author should know before it leaves. `block` and `sentence` say where. */
export const briefingFindingSchema = z.object({
  kind: z.enum(['uncited', 'untranslated', 'citesRetracted', 'citesWithheld', 'emptyFigure', 'chartGone', 'entityGone', 'witnessAsSuspect', 'personUncategorised']),
  block: z.string(),
  sentence: z.string().nullable(),
  /** The text's beginning, or the name of what it is about. */
  excerpt: z.string(),
});
export type BriefingFinding = z.infer<typeof briefingFindingSchema>;

/** A statement as a citation shows it. */
export const citedStatementSchema = z.object({
  id: idSchema, subject: idSchema, caption: z.string(), text: z.string(), source: idSchema, sourceTitle: z.string(), place: z.string(), grading: z.string(), handling: z.string(), basis: z.enum(['fact', 'assessment']), retracted: z.boolean(),
});
export type CitedStatement = z.infer<typeof citedStatementSchema>;

/** Requests of the case about briefings: a part of caseService. */
export const briefingsRequests = {
  /** In the shape of today, whatever version of Knoop stored them. */
  'case.briefings': request(z.object({}), z.array(briefingRecordSchema)),
  /** Composes a stored or a not yet stored briefing for its recipient, through the gate. Pure: nothing is written. `purpose`: what it is for now; the recipient's own where it is not said. */
  'case.composeBriefing': request(z.object({ briefing: given, purpose: purposeSchema.optional() }), briefingDocumentSchema),
  'case.checkBriefing': request(z.object({ briefing: given }), z.array(briefingFindingSchema)),
  /** Texts that must not be found in the written briefing, for the search after writing: what the gate held back and nothing else in the document says. */
  'case.withheldTexts': request(z.object({ briefing: given, purpose: purposeSchema.optional() }), z.array(z.string())),
  /** Statements by id, for citations; those that are gone are left out. */
  'case.statements': request(z.object({ ids: z.array(idSchema).max(5000) }), z.array(citedStatementSchema)),
  'case.snapshots': request(z.object({}), z.array(z.object({ id: idSchema, chart: idSchema, name: z.string(), seq: z.number(), items: z.number() }))),
} as const;
