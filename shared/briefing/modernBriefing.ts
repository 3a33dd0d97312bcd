import { z } from 'zod';
import { briefingRecordSchema, oldBriefingSections, type AuthoredText, type BriefingBlock, type BriefingRecord } from '../model/briefing';
import { markingSchema } from '../model/evaluation';
import { idSchema, type Id } from '../model/ids';
import { LANGUAGES, type Language } from '../values/kind';
import { partIds } from './blockIds';
import type { Words } from './words';

/** What a briefing was before it had blocks. */
const oldBriefingSchema = z.object({
  id: idSchema,
  title: z.string(),
  reference: z.string(),
  author: z.string(),
  service: z.string(),
  recipient: z.string(),
  copyNumber: z.string(),
  marking: markingSchema,
  language: z.enum(LANGUAGES),
  charts: z.array(idSchema),
  summary: z.string(),
  sections: z.array(z.enum(oldBriefingSections)),
});
type OldBriefing = z.infer<typeof oldBriefingSchema>;

/** What an old briefing is read with. */
export interface Reading {
  /** Recipients of the case: the old record named its recipient in free text. */
  readonly recipients: readonly { readonly id: Id; readonly name: string }[];
  /** Charts of the case, whose names stood above their figures. */
  readonly charts: readonly { readonly id: Id; readonly name: string }[];
  /** What documents say, per language. */
  readonly words: (language: Language) => Words;
}

const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

function blocksOf(old: OldBriefing, { charts, words }: Reading): BriefingBlock[] {
  const nextId = partIds(old.id);
  const blocks: BriefingBlock[] = [];
  const spoken = LANGUAGES.map((language) => [language, words(language)] as const);
  const inAll = (text: (said: Words) => string): AuthoredText => ({ original: old.language, texts: Object.fromEntries(spoken.map(([language, said]) => [language, text(said)])) });
  const heading = (text: AuthoredText): void => void blocks.push({ kind: 'heading', id: nextId(), level: 1, text });
  const shown = new Set(old.sections);
  blocks.push({ kind: 'generated', id: nextId(), of: 'contents' });
  heading(inAll((said) => said('summary')));
  for (const paragraph of old.summary.split(/\r?\n\s*\r?\n/).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')) {
    blocks.push({ kind: 'text', id: nextId(), sentences: [{ id: nextId(), text: { original: old.language, texts: { [old.language]: paragraph } }, cites: [], assessment: false }] });
  }
  for (const chart of shown.has('figures') ? old.charts : []) {
    const known = charts.find((each) => each.id === chart);
    if (known !== undefined) heading(inAll(() => known.name));
    blocks.push({ kind: 'figure', id: nextId(), chart, snapshot: null, places: 'drawn', caption: null });
  }
  // Tables of a briefing without figures are still of its charts.
  const drawn = shown.has('figures') || old.charts.length === 0 ? [null] : old.charts;
  for (const of of ['persons', 'others', 'chronology'] as const) {
    if (!shown.has(of)) continue;
    heading(inAll((said) => said(of)));
    for (const chart of drawn) blocks.push({ kind: 'table', id: nextId(), of, scope: chart === null ? { kind: 'charts' } : { kind: 'chart', chart } });
  }
  if (shown.has('sources')) {
    heading(inAll((said) => said('sources')));
    blocks.push({ kind: 'generated', id: nextId(), of: 'sources' });
  }
  return blocks;
}

/**
 * A stored briefing in the shape of today, whatever version of Knoop stored it: what was written as a summary becomes sentences without citation, sections become
 * blocks under their headings. A recipient that the case does not know becomes none. The stored row stays as it is. Throws a ZodError for what is no briefing.
 */
export function modernBriefing(stored: unknown, reading: Reading): BriefingRecord {
  const modern = briefingRecordSchema.safeParse(stored);
  if (modern.success) return modern.data;
  const old = oldBriefingSchema.safeParse(stored);
  if (!old.success) throw modern.error;
  const { title, reference, author, service, copyNumber, marking, language } = old.data;
  const recipient = reading.recipients.find(({ name }) => nameKey(name) === nameKey(old.data.recipient));
  return {
    id: old.data.id, title, reference, author, service, recipient: old.data.recipient.trim() === '' ? null : (recipient?.id ?? null), copyNumber, marking, template: 'free', language,
    originalBeside: false, withheldLinks: 'absent', identity: 'judged', blocks: blocksOf(old.data, reading),
  };
}
