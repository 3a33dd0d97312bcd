import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import { briefingDocumentSchema, type BriefingDocument } from '../../../shared/briefing/document';
import type { Rights } from '../../../shared/briefing/gate';
import { findForbidden } from '../../../shared/briefing/searched';
import { withheldTexts } from '../../../shared/briefing/withheldTexts';
import { LANGUAGES } from '../../../shared/values/kind';
import { catalogue, entityId, smallCase, statement, wordsIn } from './fixture';

const composeIn = (language: (typeof LANGUAGES)[number]): BriefingDocument => compose(smallCase(language), catalogue, wordsIn(language));
const section = (document: BriefingDocument, id: string) => document.sections.find((each) => each.id === id);
const tableOf = (document: BriefingDocument, id: string) => {
  const block = section(document, id)?.blocks.find((each) => each.kind === 'table');
  return block?.kind === 'table' ? block : null;
};
const figureOf = (document: BriefingDocument) => {
  const block = document.sections.flatMap((each) => each.blocks).find((each) => each.kind === 'figure');
  return block?.kind === 'figure' ? block.figure : null;
};
const cell = (texts: readonly { text: string; sources: readonly number[] }[] | undefined) => (texts ?? []).map(({ text, sources }) => [text, ...sources]);

const RIGHTS: Rights = { allowedHandling: { europolHandling: ['H0', 'H1', 'H2'] }, maximumMarking: null };

describe('a composed briefing', () => {
  it('is a document of the contract in each language, with no word missing', () => {
    for (const language of LANGUAGES) {
      const document = composeIn(language);
      expect(briefingDocumentSchema.parse(document)).toEqual(document);
      const known = new Set(Object.values(document).flatMap((part) => (typeof part === 'string' ? [part] : [])));
      expect(known.size).toBeGreaterThan(2);
      // A key that has no text would show itself.
      expect(JSON.stringify(document)).not.toMatch(/"(column|count|cover|badge|pill)[A-Z][A-Za-z]+"/);
      expect(document.pageText).toContain('{{page}}');
      expect(document.pageText).toContain('{{pages}}');
    }
    expect(new Set(LANGUAGES.map((language) => section(composeIn(language), 'sources')?.heading))).toEqual(new Set(['Bronnen', 'Sources', 'Quellen']));
  });

  it('numbers sections, and sources by when they were received; what is not cited is not listed', () => {
    const document = composeIn('nl');
    expect(document.sections.map(({ number, heading }) => `${number} ${heading}`)).toEqual([
      '1 Samenvatting', '2 Kern van het netwerk', '3 Personen', '4 Andere items', '4.1 Telefoonnummers', '4.2 Inbeslagnames', '5 Chronologie', '6 Bronnen',
    ]);
    expect(tableOf(document, 'sources')?.rows.map((row) => [row[0]?.[0]?.text, row[1]?.[0]?.text])).toEqual([['1', 'retro_telefonie.csv'], ['2', 'politie_personenlijst.xlsx'], ['3', 'Verslag wegpolitie']]);
    expect(tableOf(document, 'sources')?.rows[0]?.[3]?.[0]?.text).toBe('6 rijen: 40–41, 50–52, 60');
    expect(tableOf(document, 'sources')?.rows[1]?.[1]?.at(-1)).toEqual({ text: `SHA-256 ${'a'.repeat(64)}`, sources: [], emphasis: 'code' });
  });

  it('cites every fact about a person and names what contradicts it', () => {
    const row = tableOf(composeIn('nl'), 'persons')?.rows[0];
    expect(cell(row?.[1])).toEqual([['Driss Amellal', 2]]);
    expect(cell(row?.[2]).map((line) => line.join('|'))).toEqual(expect.arrayContaining(['Geboortedatum: 14-03-1984|2', 'Geboortedatum, tegenstrijdig: 03-04-1984|3', 'Alias: El Rubio, Dries|3']));
    expect(row?.[2]?.find((line) => line.text.includes('tegenstrijdig'))?.emphasis).toBe('conflict');
    expect(cell(row?.[3])).toEqual([['Verdachte', 2]]);
    expect(row?.[4]?.[0]?.text).toBe('A1');
    expect(row?.[5]?.[0]?.sources).toEqual([2, 3]);
  });

  it('tells happenings of one line together, in order of time', () => {
    const rows = tableOf(composeIn('nl'), 'chronology')?.rows ?? [];
    expect(rows.map((row) => row.map((each) => each.map(({ text, sources }) => [text, ...sources].join('|')).join(' / ')))).toEqual([
      ['november 2025', expect.stringContaining('Driss Amellal – Koen Verstraeten: '), 'C4', '|3'],
      ['03-01-2026 10:15 / tot 20-02-2026 18:00', '+32 470 55 01 27 → +32 489 10 77 34: Belde (4)', '', '|1'],
      ['07-02-2026', 'Inbeslagname: Inbeslagname kaai 1742', 'A2', '|3'],
    ]);
  });

  it('folds lines in the figure and lists what is in it', () => {
    const figure = figureOf(composeIn('en'));
    expect(figure?.lines.find((line) => line.count > 1)).toMatchObject({ count: 4, label: 'Called', directed: true });
    expect(figure?.legend.types.map(({ count, label }) => `${count} ${label}`)).toEqual(['3 Persons', '2 Phone numbers', '1 Seizure']);
    expect(figure?.legend.strengths.map(({ strength }) => strength)).toEqual(['confirmed', 'unconfirmed', 'tentative']);
    expect(figure?.nodes.find((node) => node.id === entityId(1))).toMatchObject({ contradicts: true, grading: 'A1', sources: 2 });
  });

  it('fills cover, head and foot', () => {
    const { cover, head, foot, marking } = composeIn('nl');
    expect(marking).toBe('BEPERKTE VERSPREIDING');
    expect(head).toEqual({ left: 'Operatie Loodslicht · Dossier AN.11.F1.002417/2026', right: 'Voor: havenprocureur · exemplaar 2' });
    expect(foot.journal).toBe('Logboek #1.284 · 9f3c…a17e');
    expect(cover.lines.find((line) => line.label === 'Datum')?.value).toBe('21-02-2026 14:05');
  });

  it('leaves out sections that were switched off', () => {
    const small = smallCase('nl');
    const document = compose({ ...small, briefing: { ...small.briefing, sections: ['persons'] } }, catalogue, wordsIn('nl'));
    expect(document.sections.map((each) => each.id)).toEqual(['summary', 'persons']);
  });

  it('says how much was left out of a long chronology', () => {
    const small = smallCase('nl');
    const many = Array.from({ length: 700 }, (_, index) => 1000 + index);
    const gathered = {
      ...small,
      entities: [...small.entities, ...many.map((n) => ({ id: entityId(n), type: 'meeting' }))],
      statements: [...small.statements, ...many.map((n) => statement(n, { of: 'entity', n, source: 1, row: n, values: { name: `Ontmoeting ${n}`, start: '2026-01-05' } }))],
    };
    const table = tableOf(compose(gathered, catalogue, wordsIn('nl')), 'chronology');
    expect(table?.rows).toHaveLength(300);
    expect(table?.note).toMatch(/300 van de 703/);
  });
});

describe('what was held back', () => {
  it('leaves no trace: the tree is that of a case without it, but for the count of reasons', () => {
    const full = smallCase('nl');
    const held = compose(full, catalogue, wordsIn('nl'), { rights: RIGHTS, purpose: 'release' });
    const without = { ...full, statements: full.statements.filter((each) => each.handling.every(({ code }) => code !== 'H3')) };
    const clean = compose(without, catalogue, wordsIn('nl'), { rights: RIGHTS, purpose: 'release' });
    expect(held.withheld).toEqual([{ reason: 'handling', count: 2 }]);
    expect({ ...held, withheld: [] }).toEqual(clean);
    expect(JSON.stringify(held)).not.toMatch(/Zwaan|verraad/);
    expect(figureOf(held)?.nodes).toHaveLength(5);
  });

  it('is never in the tree, whichever statements are held back', () => {
    const full = smallCase('en');
    fc.assert(fc.property(fc.subarray(full.statements.map((_, index) => index)), (held) => {
      const marked = { ...full, statements: full.statements.map((each, index) => ({ ...each, handling: held.includes(index) ? [{ scheme: 'europolHandling', code: 'H3' }] : [] })) };
      const audience = { rights: RIGHTS, purpose: 'release' as const };
      const document = compose(marked, catalogue, wordsIn('en'), audience);
      expect(document.withheld.reduce((sum, { count }) => sum + count, 0)).toBe(held.length);
      const forbidden = withheldTexts(marked, catalogue, wordsIn('en'), audience);
      expect(findForbidden(JSON.stringify(document), forbidden)).toEqual([]);
      // The search itself must find: in the tree of everything, whatever had a text of its own is there.
      if (forbidden.length > 0 && held.length === full.statements.length) expect(findForbidden(JSON.stringify(compose(full, catalogue, wordsIn('en'))), forbidden).length).toBeGreaterThan(5);
    }), { numRuns: 50 });
  });
});
