import { expect, it } from 'vitest';
import { findingsOf } from '../../../shared/briefing/findings';
import type { Material } from '../../../shared/briefing/material';
import type { Audience } from '../../../shared/briefing/audience';
import { INTERNAL } from '../../../shared/briefing/audience';
import type { BriefingBlock } from '../../../shared/model/briefing';
import { caseWith, catalogue, CHART, entityId, id, recipientWith, sentence, statement, wordsIn } from './fixture';

const block = (n: number): string => id('8001', n);
const found = (material: Material, audience: Audience = INTERNAL): string[] => findingsOf(material, catalogue, wordsIn(material.briefing.language), audience).map(({ kind, block: at, sentence: of, excerpt }) => `${kind} ${Number.parseInt(at.slice(-4), 16)}${of === null ? '' : `.${Number.parseInt(of.slice(-4), 16)}`} ${excerpt}`.trim());
const figure: BriefingBlock = { kind: 'figure', id: block(9), chart: CHART, snapshot: null, places: 'drawn', caption: { original: 'nl', texts: { nl: 'Het net', fr: 'Le réseau' } } };

it('names sentences without support, without translation, and those that rest on what is gone or held back', () => {
  const sentences = [sentence(1, 'Zomaar.'), sentence(2, 'Ik denk het.', [], { assessment: true }), sentence(3, 'Gezien.', [1]), sentence(4, 'Zwaan zag het.', [7]), sentence(5, 'Weg.', [99]), sentence(6, '  ')];
  const material = caseWith('nl', [{ kind: 'text', id: block(1), sentences }]);
  expect(found(material)).toEqual(['uncited 1.1 Zomaar.', 'citesRetracted 1.5 Weg.']);
  expect(found(material, recipientWith(['H0', 'H1']))).toEqual(['uncited 1.1 Zomaar.', 'citesWithheld 1.4 Zwaan zag het.', 'citesRetracted 1.5 Weg.']);
  expect(found({ ...material, cited: material.cited.map((each) => ({ ...each, retracted: true })) })).toContain('citesRetracted 1.3 Gezien.');
  expect(found({ ...material, briefing: { ...material.briefing, language: 'fr' } }).filter((each) => each.startsWith('untranslated'))).toEqual(['untranslated 1.1 Zomaar.', 'untranslated 1.2 Ik denk het.', 'untranslated 1.3 Gezien.', 'untranslated 1.4 Zwaan zag het.', 'untranslated 1.5 Weg.']);
});

it('names figures and lists of what is gone, and those that show nothing to their recipient', () => {
  const material = caseWith('nl', [
    { ...figure, id: block(1) }, { ...figure, id: block(2), chart: id('c001', 9) }, { ...figure, id: block(3), snapshot: id('5a01', 1) }, { kind: 'table', id: block(4), of: 'persons', scope: { kind: 'entities', ids: [entityId(2), entityId(77)] } },
    { kind: 'timeline', id: block(5), scope: { kind: 'chart', chart: id('c001', 9) } }, { kind: 'profile', id: block(6), entity: entityId(88) }, { kind: 'exhibit', id: block(7), source: id('5001', 9), caption: null, show: 'mention' },
  ]);
  const gone = ['chartGone 2', 'chartGone 3', 'entityGone 4', 'chartGone 5', 'entityGone 6', 'entityGone 7'];
  expect(found(material).filter((each) => !each.startsWith('person'))).toEqual(gone);
  const noRights = recipientWith([]);
  expect(found({ ...material, statements: material.statements.map((each) => ({ ...each, handling: [{ scheme: 'europolHandling', code: 'H3' }] })) }, noRights)).toEqual(['emptyFigure 1 Kern van het netwerk', ...gone]);
});

it('names persons without a category, once, and witnesses and victims who are called suspects', () => {
  const base = caseWith('nl', [
    figure, { kind: 'table', id: block(10), of: 'persons', scope: { kind: 'charts' } },
    { kind: 'text', id: block(11), sentences: [sentence(1, 'Koen Verstraeten is verdachte.', [1]), sentence(2, 'Deze verdachte belde.', [90]), sentence(3, 'Amellal is verdachte.', [1]), sentence(4, 'Koen Verstraeten is getuige.', [90])] },
  ]);
  const witness = statement(90, { of: 'entity', n: 2, source: 1, row: 4, values: { category: 'witness' } });
  const material = { ...base, statements: [...base.statements.map((each) => (each.id === id('d001', 3) ? { ...each, values: { name: [{ v: 'Koen Verstraeten' }] } } : each)), witness], cited: [...base.cited, { ...witness, retracted: false }] };
  expect(found(material)).toEqual(['personUncategorised 9 Informant Zwarte Zwaan', 'witnessAsSuspect 11.1 Koen Verstraeten: Koen Verstraeten is verdachte.', 'witnessAsSuspect 11.2 Koen Verstraeten: Deze verdachte belde.']);
  // Suspect in one source and witness in another: nobody can tell which.
  expect(found({ ...material, statements: [...base.statements, witness] })).toContain('witnessAsSuspect 9 Koen Verstraeten');
});
