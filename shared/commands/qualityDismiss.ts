import { z } from 'zod';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

const KEY = 'quality:';

/** Key of the row that remembers that a finding was said to be right. */
export const dismissalKey = (finding: string): string => `${KEY}${finding}`;

/** What is remembered of a finding that is right as it is: of whom it speaks (ids of entities, links, sources), who said so and why. */
export const dismissalSchema = z.object({ check: z.string(), subjects: z.array(z.string()), reason: z.string(), by: z.string(), at: z.string() });
export type Dismissal = z.infer<typeof dismissalSchema>;

/** The finding that a row of settings speaks of; null for any other row. */
export const dismissedFinding = (key: string): string | null => (key.startsWith(KEY) ? key.slice(KEY.length) : null);

/** Remembers of findings that they are right as they are, or asks about them again. */
export function planQualityDismiss({ reader, actor, now }: PlanContext, { findings, reason, dismissed }: CommandArguments<'quality.dismiss'>): Plan {
  const by = actor.service === '' ? actor.name : `${actor.name} (${actor.service})`;
  const images = findings.flatMap(({ key: finding, check, subjects }) => {
    const key = dismissalKey(finding);
    const known = reader.row('setting', key) !== null;
    if (!dismissed) return known ? [remove(reader, 'setting', [key])] : [];
    const content: Dismissal = { check, subjects, reason, by, at: now };
    return [put(reader, 'setting', [key], { key, content })];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, dismissed: dismissed ? 1 : 0 } };
}
