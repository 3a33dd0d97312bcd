import { z } from 'zod';
import { idSchema } from './ids';

/** What was selected on a chart and kept: `slot` is the digit, 1 to 9, that brings it back; null for none. Lines are link ids or fold ids ("type|from|to"). */
export const keptSelectionSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(200),
  slot: z.number().int().min(1).max(9).nullable(),
  entities: z.array(idSchema).max(50_000),
  lines: z.array(z.string().max(200)).max(50_000),
});
export type KeptSelection = z.infer<typeof keptSelectionSchema>;

export const keptSelectionsSchema = z.array(keptSelectionSchema);
