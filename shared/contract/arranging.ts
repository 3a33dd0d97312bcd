import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** A step that moved items: its number in the journal, when it was made (ISO, UTC), how many it moved, and the layout where one did. */
const moveStepSchema = z.object({ seq: z.number(), at: z.string(), items: z.number(), layout: z.string().nullable() });

/** Requests of the case about where items of a chart stand: a part of caseService. */
export const arrangingRequests = {
  /** What the next undoMoves and redoMoves of a chart would take back and bring back; null for nothing. `last`: the last step that moved items. `opened`: number of the last entry when the case was opened. */
  'case.arrangement': request(z.object({ chart: idSchema }), z.object({ undo: moveStepSchema.nullable(), redo: moveStepSchema.nullable(), last: moveStepSchema.nullable(), opened: z.number() })),
  /** Items that stand elsewhere than they did after the entry `seq` of the journal, or in a snapshot, with the place where they stood. Failure chartNotFound. */
  'case.movedSince': request(z.union([z.object({ chart: idSchema, seq: z.number().int().min(0) }), z.object({ chart: idSchema, snapshot: idSchema })]), z.array(z.object({ id: idSchema, x: z.number(), y: z.number() }))),
} as const;
