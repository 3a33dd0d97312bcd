import type { BriefingRecord } from '../model/briefing';
import type { CaseSettings } from '../model/drawing';
import type { Id } from '../model/ids';
import type { Language } from '../values/kind';

/** What a new briefing starts from. */
export interface BriefingStart {
  readonly id: Id;
  readonly settings: CaseSettings;
  /** Charts to show, in order. */
  readonly charts: readonly Id[];
  readonly author: string;
  readonly service: string;
  readonly language: Language;
}

/** A briefing on the whole of the given charts, with every section, marked as the case is. */
export function defaultBriefing({ id, settings, charts, author, service, language }: BriefingStart): BriefingRecord {
  return {
    id, title: settings.name, reference: settings.reference, author, service, recipient: '', copyNumber: '1', marking: settings.marking, language,
    charts: [...charts], summary: '', sections: ['figures', 'persons', 'others', 'chronology', 'sources'],
  };
}
