import { z } from 'zod';

/** How far a link can be relied on, derived from the best grading of its statements: drawn solid, dashed, dotted. */
export const strengthSchema = z.enum(['confirmed', 'unconfirmed', 'tentative']);
export type Strength = z.infer<typeof strengthSchema>;
