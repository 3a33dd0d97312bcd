import { expect, it } from 'vitest';
import { composeBriefing } from '../../../electron/case/queries/briefing';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import type { BriefingDocument } from '../../../shared/briefing/document';
import type { BriefingBlock, BriefingRecord } from '../../../shared/model/briefing';
import { AT, catalogue, CHART, databaseOf, DAY, entityId, idOf, type RandomCase } from '../releasable/randomCase';
import { readSettings } from '../../../electron/case/settings';

const H3 = { scheme: 'europolHandling', code: 'H3' };
const PARTNER: Audience = { purpose: 'operational', on: DAY, recipient: { id: idOf('4000', 1), name: 'Partner', service: 'OCAD', permissions: [], rights: { allowedHandling: {}, maximumMarkings: [] } } };

/** Six persons, of whom 2 and 5 are on no chart; 2 knows 4. */
const people = (judgements: RandomCase['judgements'], held: readonly number[] = []): RandomCase => ({
  entities: 6, links: [[2, 4]], sources: [{ supplier: 'Douane', handling: [] }], judgements,
  statements: [0, 1, 2, 3, 4, 5, 6].map((subject) => ({ subject, source: 0, handling: held.includes(subject) ? [H3] : [], text: subject === 6 ? 'kent' : `Persoon ${subject}` })),
});

const BLOCKS: readonly BriefingBlock[] = [
  { kind: 'figure', id: idOf('b000', 1), chart: CHART, snapshot: null, places: 'drawn', caption: null },
  { kind: 'table', id: idOf('b000', 2), of: 'persons', scope: { kind: 'charts' } },
  { kind: 'profile', id: idOf('b000', 3), entity: entityId(0) },
];

function made(random: RandomCase, audience: Audience, more: Partial<BriefingRecord> = {}): BriefingDocument {
  const db = databaseOf(random);
  try {
    const briefing: BriefingRecord = { id: idOf('b000', 0), title: 'T', reference: '', author: '', service: '', recipient: null, copyNumber: '1', marking: { scheme: 'unmarked', code: 'none' }, template: 'free', language: 'nl', originalBeside: false, withheldLinks: 'absent', identity: 'judged', blocks: [...BLOCKS], ...more };
    return composeBriefing(db, catalogue, briefing, { settings: readSettings(db), head: { seq: 1, hash: '0'.repeat(64) }, at: AT }, audience);
  } finally {
    db.close();
  }
}

const blocksOf = (document: BriefingDocument) => document.sections.flatMap((section) => section.blocks);
const lines = (document: BriefingDocument) => blocksOf(document).flatMap((each) => (each.kind === 'figure' ? each.figure.lines.map(({ from, to }) => [from, to]) : []));

it('a briefing takes in records that are one with those on its charts, and what is linked with them', () => {
  const document = made(people([[2, 0, 'same']]), INTERNAL);
  expect(lines(document)).toEqual([[entityId(0), entityId(4)]]);
  const text = JSON.stringify(document);
  expect(text).toContain('Persoon 2');
  expect(text).toContain('gelezen bij 0');
  expect(text).not.toContain('Persoon 5');
  // The profile of 0 tells of whom 2 knows.
  const tables = blocksOf(document).filter((each) => each.kind === 'table' && JSON.stringify(each.rows).includes('Persoon 4'));
  expect(tables.length).toBeGreaterThan(1);
  expect(JSON.stringify(made(people([[2, 0, 'same']]), INTERNAL, { identity: 'strict' }))).not.toContain('Persoon 2');
  expect(JSON.stringify(made(people([[2, 0, 'unsure']]), INTERNAL, { identity: 'lenient' }))).toContain('Persoon 2');
});

it('takes in nobody over a record that its recipient may not know', () => {
  const judgements: RandomCase['judgements'] = [[5, 0, 'same'], [5, 2, 'same']];
  expect(JSON.stringify(made(people(judgements), PARTNER))).toContain('Persoon 2');
  const held = made(people(judgements, [5]), PARTNER);
  expect(JSON.stringify(held)).not.toMatch(/Persoon [25]|gelezen/);
  expect(lines(held)).toEqual([]);
  const bare = people(judgements.filter(() => false));
  const { released: _, withheld: __, ...clean } = made({ ...bare, statements: bare.statements.filter(({ subject }) => subject !== 5) }, PARTNER);
  const { released: ___, withheld: ____, ...full } = held;
  expect(full).toEqual(clean);
});
