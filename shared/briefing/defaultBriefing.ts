import type { BriefingRecord } from '../model/briefing';
import type { CaseSettings } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Language } from '../values/kind';
import { partIds } from './blockIds';
import { templateBlocks } from './templates';
import type { Words } from './words';

/** What a new briefing starts from. */
export interface BriefingStart {
  readonly id: Id;
  readonly settings: Pick<CaseSettings, 'name' | 'reference' | 'marking'>;
  /** Charts to show, in order. */
  readonly charts: readonly { readonly id: Id; readonly name: string }[];
  readonly author: string;
  readonly service: string;
  readonly language: Language;
  readonly template: BriefingRecord['template'];
  /** What documents say, per language: headings are made in all of them. */
  readonly words: (language: Language) => Words;
  /** For whom; null or absent: own use. */
  readonly recipient?: Id | null;
  /** Whom a profile is about. */
  readonly entity?: Id | null;
}

/** A briefing of the kind of its template, marked as the case is. */
export function defaultBriefing({ id, settings, charts, author, service, language, template, words, recipient = null, entity = null }: BriefingStart): BriefingRecord {
  return {
    id, title: settings.name, reference: settings.reference, author, service, recipient, copyNumber: '1', marking: settings.marking, template, language,
    originalBeside: false, withheldLinks: 'absent', identity: 'judged', blocks: templateBlocks(template, { charts, entity, language, words, nextId: partIds(id) }),
  };
}
