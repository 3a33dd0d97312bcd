import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** Writes a presentation: its name, and its slides in order. Throws Refusal subjectNotFound where a slide's snapshot is not there. */
export function planPresentationPut({ reader }: PlanContext, record: CommandArguments<'presentation.put'>): Plan {
  if (record.slides.some((slide) => reader.row('snapshot', slide.snapshot) === null)) throw new Refusal('subjectNotFound');
  return { patch: { add: {}, retract: {}, images: [put(reader, 'presentation', [record.id], record)] }, label: { items: record.slides.length } };
}

/** Takes a presentation away; the snapshots stay. */
export function planPresentationDelete({ reader }: PlanContext, { id }: CommandArguments<'presentation.delete'>): Plan {
  if (reader.row('presentation', id) === null) throw new Refusal('subjectNotFound');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'presentation', [id])] }, label: {} };
}
