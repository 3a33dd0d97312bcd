import type { RecipientRecord } from '../model/recipient';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** Stores a briefing, new or changed. */
export const planBriefingPut = ({ reader }: PlanContext, args: CommandArguments<'briefing.put'>): Plan => ({
  patch: { add: {}, retract: {}, images: [put(reader, 'briefing', [args.id], args)] },
  label: { blocks: args.blocks.length },
});

/** Removes a briefing; releases of it stay on record. */
export function planBriefingDelete({ reader }: PlanContext, { id }: CommandArguments<'briefing.delete'>): Plan {
  if (!reader.row('briefing', id)) throw new Refusal('briefingNotFound');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'briefing', [id])] }, label: {} };
}

/** Stores someone that briefings go to. Throws Error where a permission would be gone: they end, but stay, since releases were made on them. */
export function planRecipientPut({ reader }: PlanContext, args: CommandArguments<'recipient.put'>): Plan {
  const before = reader.row('recipient', args.id) as Partial<RecipientRecord> | null;
  const kept = new Set(args.permissions.map(({ id }) => id));
  if (before?.permissions?.some(({ id }) => !kept.has(id)) === true) throw new Error('permissions are kept');
  return { patch: { add: {}, retract: {}, images: [put(reader, 'recipient', [args.id], args)] }, label: {} };
}

/** Records that a briefing, or data in another tool's format, was let out, with the hash of what went out. Throws Error for one that is on record: no record is ever written over. */
export function planReleaseRecord({ reader }: PlanContext, args: CommandArguments<'release.record'>): Plan {
  if (reader.row('release', args.id) !== null) throw new Error('a release is recorded once');
  return {
    patch: { add: {}, retract: {}, images: [put(reader, 'release', [args.id], args)] },
    // By reference: what was let out, and to which recipient of the case.
    label: { release: args.id, ...(args.recipientId === null ? {} : { recipient: args.recipientId }), ...(args.briefing === null ? { format: args.format } : { pages: args.pages }) },
  };
}
