import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { query } from '../queries/statements';

const stateSchema = z.object({
  /** Number of the last journal entry of which all was compared. */
  upTo: z.number(),
  /** What the step rested on. */
  basis: z.string(),
  /** A round that is not over: up to which entry, and which entity was the last (0: before the first). */
  to: z.number().optional(),
  after: z.number().optional(),
});

/** How far a step has got: kept so that opening the case again does not compare everything anew. */
export type StepState = z.infer<typeof stateSchema>;

export function readState(db: Database, step: string): StepState | null {
  const value = query<{ value: string }>(db, 'SELECT value FROM match_state WHERE key = @step').get({ step })?.value;
  return value === undefined ? null : (stateSchema.safeParse(JSON.parse(value)).data ?? null);
}

export function writeState(db: Database, step: string, state: StepState): void {
  query(db, 'INSERT OR REPLACE INTO match_state (key, value) VALUES (@step, @value)').run({ step, value: JSON.stringify(state) });
}

export function forgetStates(db: Database): void {
  query(db, 'DELETE FROM match_state').run({});
}
