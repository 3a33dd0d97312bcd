import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import { briefingDocumentSchema, type BriefingDocument } from '../../../shared/briefing/document';
import { findForbidden } from '../../../shared/briefing/searched';
import { withheldTexts } from '../../../shared/briefing/withheldTexts';
import { LANGUAGES } from '../../../shared/values/kind';
import { catalogue, entityId, recipientWith, smallCase, statement, wordsIn } from './fixture';

const composeIn = (language: (typeof LANGUAGES)[number]): BriefingDocument => compose(smallCase(language), catalogue, wordsIn(language));
const section = (document: BriefingDocument, heading: string) => document.sections.find((each) => each.heading === heading);
const tableOf = (document: BriefingDocument, heading: string) => {
  const block = section(document, heading)?.blocks.find((each) => each.kind === 'table');
  return block?.kind === 'table' ? block : null;
};
const figureOf = (document: BriefingDocument) => {
  const block = document.sections.flatMap((each) => each.blocks).find((each) => each.kind === 'figure');
  return block?.kind === 'figure' ? block.figure : null;
};
const cell = (texts: readonly { text: string; sources: readonly number[] }[] | undefined) => (texts ?? []).map(({ text, sources }) => [text, ...sources]);

describe('a composed dossier', () => {
  it('is a document of the contract in each language, with no word missing', () => {
    for (const language of LANGUAGES) {
      const document = composeIn(language);
      expect(briefingDocumentSchema.parse(document)).toEqual(document);
      // A key that has no text would show itself.
      expect(JSON.stringify(document)).not.toMatch(/"[^"]*\b(?:column|count|cover|badge|pill|category)[A-Z][A-Za-z]+[^"]*"(?!:)|"(?:form|line|kind|withheld|basis)\.[a-z]+"/);
      expect(document.pageText).toContain('{{page}}');
      expect(document.pageText).toContain('{{pages}}');
      expect(JSON.stringify({ ...document, pageText: '' }).replaceAll('{{count}}', '')).not.toContain('{{');
    }
    expect(new Set(LANGUAGES.map((language) => composeIn(language).sections.at(-1)?.heading))).toEqual(new Set(['Bronnen', 'Sources', 'Quellen']));
  });

  it('numbers sections, and sources by when they were received; what is not cited is not listed', () => {
    const document = composeIn('nl');
    expect(document.sections.map(({ number, heading }) => `${number} ${heading}`)).toEqual([
      '1 Samenvatting', '2 Kern van het netwerk', '3 Personen', '4 Andere items', '5 Tijdlijn', '6 Chronologie', '7 Register van personen', '8 Codes', '9 Legende', '10 Bronnen',
    ]);
    expect(document.contentsHeading).toBe('Inhoud');
    expect(tableOf(document, 'Bronnen')?.rows.map((row) => [row[0]?.[0]?.text, row[1]?.[0]?.text])).toEqual([['1', 'retro_telefonie.csv'], ['2', 'politie_personenlijst.xlsx'], ['3', 'Verslag wegpolitie']]);
    expect(tableOf(document, 'Bronnen')?.rows[0]?.[3]?.[0]?.text).toBe('6 rijen: 40–41, 50–52, 60');
    expect(tableOf(document, 'Bronnen')?.rows[1]?.[1]?.at(-1)).toEqual({ text: `SHA-256 ${'a'.repeat(64)}`, sources: [], emphasis: 'code' });
    const labels = document.sections.flatMap((each) => each.blocks.flatMap((block) => ('label' in block ? [block.label] : [])));
    expect(labels).toEqual(['Figuur 1', 'Tabel 1', 'Tabel 2', 'Tabel 3', 'Figuur 2', 'Tabel 4', 'Tabel 5', 'Tabel 6', 'Tabel 7', 'Tabel 8']);
  });

  it('cites every fact about a person, names what contradicts it, and says what each rests on and since when', () => {
    const row = tableOf(composeIn('nl'), 'Personen')?.rows[0];
    expect(cell(row?.[1])).toEqual([['Driss Amellal', 2]]);
    expect(cell(row?.[2]).map((line) => line.join('|'))).toEqual(expect.arrayContaining(['Geboortedatum: 14-03-1984|2', 'Geboortedatum, tegenstrijdig: 03-04-1984|3', 'Alias: El Rubio, Dries|3']));
    expect(row?.[2]?.find((line) => line.text.includes('tegenstrijdig'))?.emphasis).toBe('conflict');
    expect(cell(row?.[3])).toEqual([['Verdachte', 2]]);
    expect(cell(row?.[4])).toEqual([['A1 · 18-02-2026', 2], ['B2 · 19-02-2026', 3]]);
  });

  it('states the category of every person, unknown where nobody said, and minors as such', () => {
    const small = smallCase('nl');
    const young = { ...small, entities: [...small.entities, { id: entityId(9), type: 'person' }], charts: small.charts.map((chart) => ({ ...chart, places: [...chart.places, { entity: entityId(9), x: 0, y: 300 }] })), statements: [...small.statements, statement(90, { of: 'entity', n: 9, source: 1, values: { name: 'Piet Jong', birthDate: '2010-05', category: 'witness' }, basis: 'assessment' })] };
    const rows = tableOf(compose(young, catalogue, wordsIn('nl')), 'Personen')?.rows.map((row) => [row[1]?.[0]?.text, ...cell(row[3]).map(([text]) => text), row[4]?.[0]?.text]);
    expect(rows).toEqual([['Driss Amellal', 'Verdachte', 'A1 · 18-02-2026'], ['Informant Zwarte Zwaan', 'Hoedanigheid onbekend', 'B3 · 19-02-2026'], ['Koen Verstraeten', 'Verdachte', 'A1 · 18-02-2026'], ['Piet Jong', 'Getuige', 'Minderjarig', 'niet gewaardeerd (beoordeling) · 18-02-2026']]);
  });

  it('tells happenings of one line together, in order of time', () => {
    const rows = tableOf(composeIn('nl'), 'Chronologie')?.rows ?? [];
    expect(rows.map((row) => row.map((each) => each.map(({ text, sources }) => [text, ...sources].join('|')).join(' / ')))).toEqual([
      ['november 2025', expect.stringContaining('Driss Amellal – Koen Verstraeten: '), 'C4 · 19-02-2026|3'],
      ['03-01-2026 10:15 / tot 20-02-2026 18:00', '+32 470 55 01 27 → +32 489 10 77 34: Belde (4)', 'niet gewaardeerd · 17-02-2026|1'],
      ['07-02-2026', 'Inbeslagname: Inbeslagname kaai 1742', 'A2 · 19-02-2026|3'],
    ]);
  });

  it('folds lines in the figure and lists what is in it', () => {
    const figure = figureOf(composeIn('en'));
    expect(figure?.lines.find((line) => line.count > 1)).toMatchObject({ count: 4, label: 'Called', directed: true });
    expect(figure?.legend.types.map(({ count, label }) => `${count} ${label}`)).toEqual(['3 Persons', '2 Phone numbers', '1 Seizure']);
    expect(figure?.legend.strengths.map(({ strength }) => strength)).toEqual(['confirmed', 'unconfirmed', 'tentative']);
    expect(figure?.nodes.find((node) => node.id === entityId(1))).toMatchObject({ contradicts: true, grading: 'A1', sources: 2 });
  });

  it('says where each person occurs, which codes are used, and what signs mean', () => {
    const document = composeIn('nl');
    expect(tableOf(document, 'Register van personen')?.rows.map((row) => row.map((each) => each[0]?.text))).toEqual([
      ['Driss Amellal', '§ 2, 3, 5, 6 · Figuur 1 · Tabel 1 · Figuur 2 · Tabel 4'], ['Informant Zwarte Zwaan', expect.stringContaining('Figuur 1')], ['Koen Verstraeten', expect.stringContaining('Tabel 4')],
    ]);
    const codes = tableOf(document, 'Codes')?.rows.map((row) => `${row[0]?.[0]?.text} ${row[1]?.[0]?.text}`);
    expect(codes).toEqual(expect.arrayContaining(['A Europol 4x4, Bron', '1 Europol 4x4, Informatie', 'H3 Europol-behandelingscodes', expect.stringContaining('BEPERKTE VERSPREIDING ')]));
    expect(tableOf(document, 'Legende')?.rows.map((row) => row.map((each) => each[0]?.text).join(': '))).toEqual(expect.arrayContaining(['Blauwe cirkel: Personen', 'Stippellijn: vermoed', 'Uitroepteken: de bronnen spreken elkaar tegen']));
  });

  it('fills cover, head and foot, for whoever it is for', () => {
    const { cover, head, foot, marking, marks } = composeIn('nl');
    expect(marking).toBe('BEPERKTE VERSPREIDING');
    expect(marks).toEqual([expect.objectContaining({ scheme: 'belgianClassification', base: true })]);
    expect(head).toEqual({ left: 'Operatie Loodslicht · Dossier AN.11.F1.002417/2026', right: 'exemplaar 2' });
    expect(foot.journal).toBe('Logboek #1.284 · 9f3c…a17e');
    expect(cover.kind).toBe('Dossier voor het parket');
    expect(cover.lines.find((line) => line.label === 'Datum')?.value).toBe('21-02-2026 14:05');
    expect(compose(smallCase('nl'), catalogue, wordsIn('nl'), recipientWith(['H0'])).head.right).toBe('Voor: havenprocureur · exemplaar 2');
  });

  it('says how much was left out of a long chronology', () => {
    const small = smallCase('nl');
    const many = Array.from({ length: 700 }, (_, index) => 1000 + index);
    const gathered = {
      ...small,
      entities: [...small.entities, ...many.map((n) => ({ id: entityId(n), type: 'meeting' }))],
      charts: small.charts.map((chart) => ({ ...chart, places: [...chart.places, ...many.map((n) => ({ entity: entityId(n), x: n, y: 0 }))] })),
      statements: [...small.statements, ...many.map((n) => statement(n, { of: 'entity', n, source: 1, row: n, values: { name: `Ontmoeting ${n}`, start: '2026-01-05' } }))],
    };
    const table = tableOf(compose(gathered, catalogue, wordsIn('nl')), 'Chronologie');
    expect(table?.rows).toHaveLength(300);
    expect(table?.note).toMatch(/300 van de 703/);
  });
});

describe('what was held back', () => {
  const audience = recipientWith(['H0', 'H1', 'H2']);

  it('leaves no trace: the tree is that of a case without it, but for the count of reasons', () => {
    const full = smallCase('nl');
    const held = compose(full, catalogue, wordsIn('nl'), audience);
    const without = { ...full, statements: full.statements.filter((each) => each.handling.every(({ code }) => code !== 'H3')) };
    const clean = compose(without, catalogue, wordsIn('nl'), audience);
    expect(held.withheld.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect({ ...held, withheld: [] }).toEqual(clean);
    expect(JSON.stringify(held)).not.toMatch(/Zwaan|verraad/);
    expect(figureOf(held)?.nodes).toHaveLength(5);
  });

  it('is never in the tree, whichever statements are held back', () => {
    const full = smallCase('en');
    fc.assert(fc.property(fc.subarray(full.statements.map((_, index) => index)), (held) => {
      const marked = { ...full, statements: full.statements.map((each, index) => ({ ...each, handling: held.includes(index) ? [{ scheme: 'europolHandling', code: 'H3' }] : [] })) };
      const document = compose(marked, catalogue, wordsIn('en'), audience);
      // Round dates along a line of time stand there whatever is known.
      for (const block of document.sections.flatMap((each) => each.blocks)) if (block.kind === 'timeline') block.ticks = [];
      expect(document.withheld.reduce((sum, { count }) => sum + count, 0)).toBe(held.length);
      const forbidden = withheldTexts(marked, catalogue, wordsIn('en'), audience);
      expect(findForbidden(JSON.stringify(document), forbidden)).toEqual([]);
      // The search itself must find: in the tree of everything, whatever had a text of its own is there.
      if (forbidden.length > 0 && held.length === full.statements.length) expect(findForbidden(JSON.stringify(compose(full, catalogue, wordsIn('en'))), forbidden).length).toBeGreaterThan(5);
    }), { numRuns: 30 });
  }, 60_000);
});
