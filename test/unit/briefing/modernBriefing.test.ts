import { describe, expect, it } from 'vitest';
import { defaultBriefing } from '../../../shared/briefing/defaultBriefing';
import { lacksTranslation } from '../../../shared/briefing/authored';
import { modernBriefing } from '../../../shared/briefing/modernBriefing';
import { BRIEFING_TEMPLATES, briefingRecordSchema } from '../../../shared/model/briefing';
import { LANGUAGES } from '../../../shared/values/kind';
import { CHART, entityId, id, wordsIn } from './fixture';

/** As the first versions stored it. */
const OLD = {
  id: id('b001', 7), title: 'Het netwerk', reference: 'AN.11', author: 'K. Peeters', service: 'FGP', recipient: ' Havenprocureur', copyNumber: '2', marking: { scheme: 'unmarked', code: 'none' }, language: 'nl',
  charts: [CHART, id('c001', 2)], summary: 'Eerste alinea.\n\nTweede alinea\nop twee regels.', sections: ['figures', 'persons', 'chronology', 'sources'],
};
const reading = { recipients: [{ id: id('4001', 1), name: 'havenprocureur' }], charts: [{ id: CHART, name: 'Kern' }], words: wordsIn };

describe('a briefing of an older version', () => {
  it('becomes blocks: its paragraphs as sentences, its sections under their headings in all languages', () => {
    const modern = modernBriefing(OLD, reading);
    expect(briefingRecordSchema.parse(modern)).toEqual(modern);
    expect(modern).toMatchObject({ title: 'Het netwerk', recipient: id('4001', 1), template: 'free', originalBeside: false, withheldLinks: 'absent', copyNumber: '2' });
    expect(modern.blocks.map((block) => (block.kind === 'heading' ? `# ${block.text.texts.nl} ${block.text.texts.de}` : block.kind === 'text' ? block.sentences.map((each) => each.text.texts.nl).join(' ') : block.kind === 'generated' || block.kind === 'table' ? `${block.kind} ${block.of}` : block.kind))).toEqual([
      'generated contents', '# Samenvatting Zusammenfassung', 'Eerste alinea.', 'Tweede alinea op twee regels.', '# Kern Kern', 'figure', 'figure', '# Personen Personen', 'table persons', '# Chronologie Chronologie', 'table chronology', '# Bronnen Quellen', 'generated sources',
    ]);
    expect(new Set(modern.blocks.map((block) => block.id)).size).toBe(modern.blocks.length);
    // Read again it is the same: blocks keep their ids.
    expect(modernBriefing(OLD, reading)).toEqual(modern);
  });

  it('is for nobody when its recipient is not in the case, and keeps the scope of its tables without figures', () => {
    expect(modernBriefing({ ...OLD, recipient: 'Iemand anders' }, reading).recipient).toBeNull();
    expect(modernBriefing({ ...OLD, recipient: '' }, { ...reading, recipients: [{ id: id('4001', 2), name: '' }] }).recipient).toBeNull();
    const tables = modernBriefing({ ...OLD, sections: ['persons'] }, reading).blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => table.scope)).toEqual(OLD.charts.map((chart) => ({ kind: 'chart', chart })));
  });

  it('of today stays as it is, and what is no briefing is refused', () => {
    const modern = modernBriefing(OLD, reading);
    expect(modernBriefing(modern, reading)).toEqual(modern);
    expect(() => modernBriefing({ id: OLD.id, title: 'x' }, reading)).toThrow();
  });
});

describe('a new briefing', () => {
  it('is whole in every template, with headings in all languages', () => {
    for (const template of BRIEFING_TEMPLATES) {
      const briefing = defaultBriefing({ id: OLD.id, settings: { name: 'Zaak', reference: 'R', marking: OLD.marking }, charts: [{ id: CHART, name: 'Kern' }, { id: id('c001', 2), name: 'Geld' }], author: 'K', service: 'F', language: 'fr', template, words: wordsIn, entity: entityId(1) });
      expect(briefingRecordSchema.parse(briefing)).toEqual(briefing);
      expect(new Set(briefing.blocks.map((block) => block.id)).size).toBe(briefing.blocks.length);
      for (const block of briefing.blocks) if (block.kind === 'heading') expect(LANGUAGES.some((language) => lacksTranslation(block.text, language))).toBe(false);
      expect(briefing.blocks.filter((block) => block.kind === 'figure')).toHaveLength({ dossier: 2, operational: 1, liaison: 1, profile: 0, free: 0 }[template]);
      expect(briefing.blocks.filter((block) => block.kind === 'profile')).toHaveLength(template === 'profile' ? 1 : 0);
    }
  });
});
