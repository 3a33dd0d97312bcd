import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/briefing/compose';
import { briefingDocumentSchema, type Block } from '../../../shared/briefing/document';
import type { GatheredExhibit, Material } from '../../../shared/briefing/material';
import type { AuthoredText, BriefingBlock } from '../../../shared/model/briefing';
import type { Audience } from '../../../shared/briefing/audience';
import { expectProportion } from '../../growth';
import { caseWith, catalogue, CHART, entityId, id, linkId, recipientWith, sentence, smallCase, sourceId, statement, wordsIn } from './fixture';

const nl = (text: string, more: AuthoredText['texts'] = {}): AuthoredText => ({ original: 'nl', texts: { nl: text, ...more } });
const block = (n: number): string => id('8001', n);
const charts = { kind: 'charts' as const };
const figure: BriefingBlock = { kind: 'figure', id: block(90), chart: CHART, snapshot: null, places: 'drawn', caption: null };
const made = (material: Material, audience?: Audience) => briefingDocumentSchema.parse(compose(material, catalogue, wordsIn(material.briefing.language), audience));
const blocksOf = (material: Material, audience?: Audience): Block[] => made(material, audience).sections.flatMap((section) => section.blocks);
const texts = (found: Block | undefined): string[][] => (found?.kind === 'table' ? found.rows.map((row) => row.map((cell) => cell.map((text) => text.text).join(' / '))) : []);

describe('sentences', () => {
  const text = (...sentences: ReturnType<typeof sentence>[]): BriefingBlock => ({ kind: 'text', id: block(1), sentences });

  it('carry the number of a note with source, place, grading, date and basis; the same place is one note in its section', () => {
    const document = made(caseWith('nl', [
      { kind: 'heading', id: block(2), level: 1, text: nl('Feiten') }, text(sentence(1, 'Amellal is verdacht.', [1]), sentence(2, 'Hij heeft twee namen.', [1, 2]), sentence(3, 'Hij vlucht wellicht.', [], { assessment: true })),
      { kind: 'heading', id: block(3), level: 2, text: nl('Meer') }, { ...text(sentence(4, 'Nogmaals.', [1])), id: block(4) },
    ]));
    expect(document.sections.map(({ number, heading }) => `${number} ${heading}`)).toEqual(['1 Feiten', '1.1 Meer']);
    expect(document.sections[0]?.blocks).toMatchObject([
      { kind: 'paragraph', parts: [{ text: 'Amellal is verdacht.', notes: [1] }, { text: 'Hij heeft twee namen.', notes: [1, 2] }, { text: 'Hij vlucht wellicht.' }, { text: '(beoordeling van de opsteller)', emphasis: 'quiet' }] },
      { kind: 'notes', notes: [{ number: 1, text: 'rij 2 · A1 · 18-02-2026 · feit', sources: [1] }, { number: 2, text: 'rij 7 · B2 · 19-02-2026 · feit', sources: [2] }] },
    ]);
    expect(document.sections[1]?.blocks[1]).toMatchObject({ kind: 'notes', notes: [{ number: 3, sources: [1] }] });
    expect(document.released.statements).toEqual([id('d001', 1), id('d001', 2)]);
  });

  it('are not printed when something they rest on is held back: nothing, or always the same token', () => {
    const sentences = text(sentence(1, 'Amellal is verdacht.', [1]), sentence(2, 'De Zwaan zag hem op de kaai in de nacht van 3 januari.', [1, 7]), sentence(3, 'Zwaan.', [7]), sentence(4, 'Wie?', [99]));
    const audience = recipientWith(['H0', 'H1']);
    const parts = (withheldLinks: 'absent' | 'stub') => blocksOf(caseWith('nl', [sentences], { withheldLinks }), audience).flatMap((each) => (each.kind === 'paragraph' ? each.parts : []));
    expect(parts('absent').map((part) => part.text)).toEqual(['Amellal is verdacht.']);
    expect(parts('stub').slice(1)).toEqual(Array.from({ length: 3 }, () => ({ text: '[… niet vrijgegeven]', sources: [], emphasis: 'withheld' })));
    // Inside the service all is printed, also what rests on a statement that is gone.
    expect(blocksOf(caseWith('nl', [sentences]))[0]).toMatchObject({ parts: [{}, {}, {}, { text: 'Wie?' }] });
  });

  it('are in the language of the document, or in the author’s and marked as such; the original beside where wanted', () => {
    const both = { ...sentence(1, 'Hij belde.'), text: nl('Hij belde.', { fr: 'Il a appelé.' }) };
    const material = caseWith('fr', [text(both, sentence(2, 'Niet vertaald.'))], { originalBeside: true });
    expect(blocksOf(material)).toEqual([
      { kind: 'paragraph', marks: [], parts: [{ text: 'Il a appelé.', sources: [], emphasis: 'plain' }, { text: 'Niet vertaald.', sources: [], emphasis: 'plain', language: 'nl' }] },
      { kind: 'paragraph', marks: [], parts: [{ text: 'Hij belde.', sources: [], emphasis: 'original', language: 'nl' }] },
    ]);
    expect(blocksOf({ ...material, briefing: { ...material.briefing, originalBeside: false } })).toHaveLength(1);
  });
});

describe('tables', () => {
  it('of an author put each row through the gate', () => {
    const rows = [[1, 'Amellal', [1]], [2, 'Zwaan', [7]], [3, 'Vrij', []]].map(([n, name, cites]) => ({ id: id('7002', Number(n)), cells: [nl(String(name)), nl('verdacht', { en: 'suspected' })], cites: (cites as number[]).map((each) => id('d001', each)) }));
    const grid: BriefingBlock = { kind: 'grid', id: block(1), caption: nl('Wie'), columns: [nl('Naam'), nl('Waarom')], rows };
    const [found, notes] = blocksOf(caseWith('nl', [grid], { withheldLinks: 'stub' }), recipientWith(['H0', 'H1']));
    expect(texts(found)).toEqual([['Amellal', 'verdacht'], ['[… niet vrijgegeven]', ''], ['Vrij', 'verdacht']]);
    expect(found).toMatchObject({ label: 'Tabel 1', caption: 'Wie', rows: [[[{}], [{ notes: [1] }]], [[{ emphasis: 'withheld' }], []], [[{}], [{}]]] });
    expect(notes).toMatchObject({ kind: 'notes' });
    expect(blocksOf(caseWith('en', [grid], { originalBeside: true }))[0]).toMatchObject({ rows: [[[{ text: 'Amellal', language: 'nl' }], [{ text: 'suspected' }, { text: 'verdacht', emphasis: 'original', language: 'nl' }]], [], []].map((row) => (row.length === 0 ? expect.anything() as unknown : row)) });
  });

  it('of links fold what runs between the same two, with period, total and details', () => {
    const [found] = blocksOf(caseWith('nl', [{ kind: 'table', id: block(1), of: 'links', scope: { kind: 'entities', ids: [3, 4, 1, 6].map(entityId) } }]));
    expect(texts(found)).toEqual([
      ['+32 470 55 01 27 → +32 489 10 77 34: Belde (4)', '03-01-2026 10:15 tot 20-02-2026 18:00', 'niet gewaardeerd · 17-02-2026'],
      ['Driss Amellal → +32 470 55 01 27: Gebruikt', '', 'A1 · 18-02-2026'],
      ['Driss Amellal – Informant Zwarte Zwaan: Kent', 'Opmerking: verraad aan de kaai', 'B3 · 19-02-2026'],
    ]);
  });

  it('of persons are short in a briefing of one page', () => {
    const table: BriefingBlock = { kind: 'table', id: block(1), of: 'persons', scope: { kind: 'entities', ids: [entityId(2)] } };
    const base = caseWith('nl', [table]);
    const told = { ...base, statements: [...base.statements, statement(92, { of: 'entity', n: 2, source: 1, values: { occupation: 'Kraanman' } })] };
    expect(texts(blocksOf(told)[0])[0]?.[2]).toBe('Geboortedatum: 1979 / Beroep: Kraanman');
    expect(texts(blocksOf({ ...told, briefing: { ...told.briefing, template: 'operational' } })[0])[0]?.[2]).toBe('Geboortedatum: 1979');
  });

  it('carry the marks of exactly what went into each row', () => {
    const small = caseWith('nl', [{ kind: 'table', id: block(1), of: 'persons', scope: { kind: 'entities', ids: [1, 2].map(entityId) } }, { kind: 'text', id: block(2), sentences: [sentence(1, 'Koen is gekend.', [3])] }], { marking: { scheme: 'belgianClassification', code: 'beperkteVerspreiding' } });
    const secret = [{ scheme: 'belgianClassification', code: 'vertrouwelijk' }, { scheme: 'tlp', code: 'AMBER' }];
    const classified = catalogue.scheme('belgianClassification')?.axes[0]?.codes.find((code) => code.rank > 1)?.code ?? '';
    const tlp = catalogue.scheme('tlp')?.axes[0]?.codes.find((code) => code.code.endsWith('AMBER'))?.code ?? '';
    const marked = secret.map((each, index) => ({ ...each, code: index === 0 ? classified : tlp }));
    const set = <S extends { readonly id: string; readonly handling: readonly unknown[] }>(statements: readonly S[]): S[] => statements.map((each) => (each.id === id('d001', 3) ? { ...each, handling: marked } : each));
    const document = made({ ...small, statements: set(small.statements), cited: set(small.cited) });
    expect(document.marks.map(({ scheme, base }) => [scheme, base])).toEqual([['belgianClassification', true], ['belgianClassification', undefined], ['tlp', undefined]]);
    expect(document.sections[0]?.blocks).toMatchObject([{ kind: 'table', rowMarks: [[], [1, 2]], marks: [1, 2] }, { kind: 'paragraph', marks: [1, 2] }, { kind: 'notes', marks: [1, 2] }]);
    expect(document.marking).toContain(document.marks[1]?.text);
    expect(document.marking).not.toContain('BEPERKTE VERSPREIDING');
  });

  it('stand under the marking of the case where nothing of theirs is marked, also in a document that its author marked lower', () => {
    const base = caseWith('nl', [{ kind: 'table', id: block(1), of: 'persons', scope: { kind: 'entities', ids: [1, 2].map(entityId) } }, { kind: 'text', id: block(2), sentences: [sentence(1, 'Zomaar.')] }], { marking: { scheme: 'unmarked', code: 'none' } });
    const document = made({ ...base, settings: { ...base.settings, marking: { scheme: 'belgianClassification', code: 'beperkteVerspreiding' } } });
    expect(document).toMatchObject({ marking: 'BEPERKTE VERSPREIDING', sections: [{ blocks: [{ kind: 'table', rowMarks: [[0], [0]] }, { kind: 'paragraph', marks: [] }] }] });
    expect(document.marks).toEqual([expect.not.objectContaining({ base: true })]);
  });
});

describe('figures', () => {
  it('are laid out anew from what is seen, so that no gap tells of the rest', () => {
    const anew: BriefingBlock = { ...figure, places: 'anew', caption: nl('Het netwerk.') };
    const full = caseWith('nl', [anew]);
    const audience = recipientWith(['H0', 'H1']);
    const without = { ...full, charts: full.charts.map((chart) => ({ ...chart, places: chart.places.filter((place) => place.entity !== entityId(6)), links: chart.links.filter((link) => link !== linkId(8)) })), statements: full.statements.filter((each) => each.subject !== entityId(6) && each.subject !== linkId(8)) };
    const [held] = blocksOf(full, audience);
    expect(held).toEqual(blocksOf(without, audience)[0]);
    expect(held).toMatchObject({ kind: 'figure', caption: 'Het netwerk, stand 21-02-2026 14:05, logboek #1284.' });
    expect(blocksOf(caseWith('nl', [{ ...figure, caption: null }]))[0]).not.toMatchObject({ figure: { nodes: held?.kind === 'figure' ? held.figure.nodes : [] } });
  });

  it('have a neutral stub for links that are held back between what is shown, where their author wants that', () => {
    const full = caseWith('nl', [{ kind: 'figure', id: block(1), chart: CHART, snapshot: null, places: 'drawn', caption: null }]);
    const held = new Set([3, 4, 5, 6, 2].map(linkId));
    const marked = { ...full, statements: full.statements.map((each) => (held.has(each.subject) ? { ...each, handling: [{ scheme: 'europolHandling', code: 'H2' }] } : each)) };
    const drawn = (withheldLinks: 'absent' | 'stub', audience?: Audience) => blocksOf({ ...marked, briefing: { ...marked.briefing, withheldLinks } }, audience).flatMap((each) => (each.kind === 'figure' ? each.figure.lines.filter((line) => line.withheld === true) : []));
    const audience = recipientWith(['H0', 'H1']);
    expect(drawn('absent', audience)).toEqual([]);
    expect(drawn('stub')).toEqual([]);
    // Four calls and one that they know each other of: two pairs, and of neither is said what or how much.
    const neutral = { count: 1, total: '', directed: false, strength: 'tentative', withheld: true };
    expect(drawn('stub', audience)).toEqual([
      { ...neutral, from: entityId(1), to: entityId(2), label: 'verband niet vrijgegeven, te vragen aan Wegpolitie' }, { ...neutral, from: entityId(3), to: entityId(4), label: 'verband niet vrijgegeven, te vragen aan Operator' },
    ]);
  });

  it('say what each person is, and the strictest code of what is said of it', () => {
    const base = caseWith('nl', [{ kind: 'figure', id: block(1), chart: CHART, snapshot: null, places: 'drawn', caption: null }]);
    const nodes = blocksOf({ ...base, statements: [...base.statements, statement(91, { of: 'entity', n: 6, source: 1, values: { category: 'witness', birthDate: '2011' } })] }).flatMap((each) => (each.kind === 'figure' ? each.figure.nodes : []));
    expect(nodes.map(({ caption, category, handling }) => [caption, category, handling]).filter(([, ...said]) => said.some((each) => each !== ''))).toEqual([['Driss Amellal', 'Verdachte', 'H1'], ['Koen Verstraeten', 'Verdachte', ''], ['Informant Zwarte Zwaan', 'Getuige, Minderjarig', 'H3']]);
  });

  it('of nothing are said to be so, and of a chart that is gone are left out with their heading', () => {
    const material = caseWith('nl', [{ kind: 'heading', id: block(1), level: 1, text: nl('Weg') }, { ...figure, chart: id('c001', 9) }, { kind: 'heading', id: block(2), level: 1, text: nl('Leeg') }, figure]);
    const document = made({ ...material, statements: [] });
    expect(document.sections).toMatchObject([{ heading: 'Leeg', number: '1', blocks: [{ kind: 'paragraph', parts: [{ text: 'Op deze grafiek staat niets.' }] }] }]);
  });
});

describe('a timeline', () => {
  const timeline: BriefingBlock = { kind: 'timeline', id: block(1), scope: charts };

  it('has a lane per thing that has dates, with many happenings told together', () => {
    const [, found] = blocksOf(caseWith('nl', [figure, timeline]));
    if (found?.kind !== 'timeline') throw new Error('no timeline');
    expect(found.lanes.map((lane) => lane.caption)).toEqual(['Driss Amellal', 'Koen Verstraeten', '+32 470 55 01 27', '+32 489 10 77 34', 'Inbeslagname kaai 1742']);
    expect(found.label).toBe('Figuur 2');
    for (const share of [...found.ticks, ...found.lanes.flatMap((lane) => lane.events)]) expect(share.at).toSatisfy((at: number) => at >= 0 && at <= 1);
    expect(found.ticks.length).toBeGreaterThan(2);
    // A month is all of it.
    expect(found.lanes[0]?.events[0]).toMatchObject({ until: expect.any(Number) as number, text: expect.stringContaining('november 2025') as string });
    expect(found.lanes[1]?.events.map((event) => event.text)).toEqual([expect.stringContaining('november 2025'), expect.stringContaining('Inbeslagname kaai 1742')]);
    expect(found.lanes[2]?.events.reduce((sum, event) => sum + event.count, 0)).toBe(4);
  });

  it('keeps the lanes with the most on them and says how many were left out', () => {
    const small = caseWith('nl', [{ ...timeline, scope: { kind: 'entities', ids: Array.from({ length: 60 }, (_, index) => entityId(100 + index)) } }]);
    const many = Array.from({ length: 60 }, (_, index) => 100 + index);
    const material = { ...small, entities: many.map((n) => ({ id: entityId(n), type: 'meeting' })), statements: many.map((n) => statement(n, { of: 'entity', n, source: 1, values: { name: `M ${n}`, start: `20${String(n - 90).padStart(2, '0')}-03` } })) };
    const [found] = blocksOf(material);
    expect(found).toMatchObject({ kind: 'timeline', caption: expect.stringContaining('40 items met de meeste gebeurtenissen van de 60') as string });
    expect(found?.kind === 'timeline' ? found.lanes.length : 0).toBe(40);
  });
});

describe('a profile', () => {
  it('has facts with their support, the category always, links and an own timeline', () => {
    const [facts, links, timeline] = blocksOf(caseWith('nl', [{ kind: 'profile', id: block(1), entity: entityId(1) }]));
    expect(texts(facts)[0]).toEqual(['Hoedanigheid', 'Verdachte', 'A1 · 18-02-2026']);
    expect(texts(facts)).toContainEqual(['Geboortedatum', '14-03-1984 / Geboortedatum, tegenstrijdig: 03-04-1984', 'A1 · 18-02-2026 / B2 · 19-02-2026']);
    expect(texts(links).map(([text]) => text)).toEqual(['Gebruikt: +32 470 55 01 27', 'Medestander van: Koen Verstraeten', 'Kent: Informant Zwarte Zwaan']);
    expect(timeline).toMatchObject({ kind: 'timeline' });
    expect(blocksOf(caseWith('nl', [{ kind: 'profile', id: block(1), entity: entityId(6) }]), recipientWith(['H0']))).toEqual([]);
  });
});

describe('exhibits', () => {
  const exhibit = (n: number, more: Partial<GatheredExhibit> = {}): GatheredExhibit => ({ source: sourceId(n), title: `foto${n}.png`, supplier: 'Wegpolitie', sha256: 'd'.repeat(64), receivedAt: '2026-02-19T09:00:00.000Z', handling: [], said: [], picture: { mediaType: 'image/png', data: 'AAAA', width: 4, height: 3 }, ...more });
  const shown: BriefingBlock[] = [
    { kind: 'exhibit', id: block(1), source: sourceId(2), caption: nl('De kaai'), show: 'picture' }, { kind: 'exhibit', id: block(2), source: sourceId(3), caption: null, show: 'mention' },
    { kind: 'generated', id: block(3), of: 'exhibits' }, { kind: 'generated', id: block(4), of: 'sources' },
  ];

  it('are numbered, shown or named, and listed with who supplied them and their hash', () => {
    const [picture, mention, list, , sources] = blocksOf({ ...caseWith('nl', shown), exhibits: [exhibit(2), exhibit(3, { picture: null })] });
    expect(picture).toMatchObject({ kind: 'picture', label: 'Figuur 1', caption: 'Stuk 1: De kaai', width: 4, data: 'AAAA' });
    expect(mention).toMatchObject({ kind: 'paragraph', parts: [{ text: 'Stuk 2', sources: [1] }, { text: 'foto3.png' }, { text: 'Wegpolitie' }, { emphasis: 'code' }] });
    expect(texts(list)).toEqual([['1', `foto2.png / SHA-256 ${'d'.repeat(64)}`, 'Wegpolitie', '19-02-2026 10:00'], ['2', `foto3.png / SHA-256 ${'d'.repeat(64)}`, 'Wegpolitie', '19-02-2026 10:00']]);
    expect(texts(sources).map((row) => [row[0], row[3]])).toEqual([['1', 'als stuk'], ['2', 'als stuk']]);
  });

  it('are shown only where all that they say may be said, and named only where something of it may', () => {
    const h3 = [{ scheme: 'europolHandling', code: 'H3' }];
    const audience = recipientWith(['H0']);
    const withSaid = (said: GatheredExhibit['said'], handling: GatheredExhibit['handling'] = []) => blocksOf({ ...caseWith('nl', shown.slice(0, 1)), exhibits: [exhibit(2, { said, handling })] }, audience).map((each) => each.kind);
    expect(withSaid([[]])).toEqual(['picture']);
    expect(withSaid([[], h3])).toEqual(['paragraph']);
    expect(withSaid([h3])).toEqual([]);
    expect(withSaid([], h3)).toEqual([]);
  });
});

describe('the rest', () => {
  it('says how much was held back, where its author wants that', () => {
    const [found] = blocksOf(caseWith('nl', [{ kind: 'generated', id: block(1), of: 'withheld' }]), recipientWith(['H0']));
    expect(found).toMatchObject({ kind: 'table', caption: '3 gegevens zijn niet vrijgegeven' });
    expect(blocksOf(caseWith('nl', [{ kind: 'generated', id: block(1), of: 'withheld' }]))).toEqual([]);
  });

  it('keeps page breaks, and blocks before the first heading', () => {
    const document = made(caseWith('nl', [{ kind: 'text', id: block(1), sentences: [sentence(1, 'Vooraf.')] }, { kind: 'pageBreak', id: block(2) }]));
    expect(document.sections).toMatchObject([{ number: '', heading: '', blocks: [{ kind: 'paragraph' }, { kind: 'pageBreak' }] }]);
    expect(document.contentsHeading).toBe('');
  });

  it('composes a briefing of some two hundred pages in proportion to its size', () => {
    const small = smallCase('nl');
    expectProportion((size) => {
      const persons = Array.from({ length: size }, (_, index) => 1000 + index);
      const calls = Array.from({ length: size * 3 }, (_, index) => 5000 + index);
      const material: Material = {
        ...small,
        entities: persons.map((n) => ({ id: entityId(n), type: 'person' })), links: calls.map((n) => ({ id: linkId(n), type: 'knows', from: entityId(1000 + (n % size)), to: entityId(1000 + ((n * 7 + 1) % size)) })),
        charts: small.charts.map((chart) => ({ ...chart, places: persons.map((n) => ({ entity: entityId(n), x: n, y: n })), links: calls.map(linkId) })),
        statements: [...persons.map((n) => statement(n, { of: 'entity', n, source: 1, row: n, values: { name: `Persoon ${n}`, birthDate: '1984-03-14', alias: `A${n}` }, grading: 'B2' })), ...calls.map((n) => statement(100_000 + n, { of: 'link', n, source: 2, row: n, values: { start: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}` } }))],
      };
      const cited = material.statements.map((each) => ({ ...each, retracted: false }));
      const paragraphs: BriefingBlock[] = Array.from({ length: size }, (_, index) => ({ kind: 'text', id: id('8002', index), sentences: [sentence(index, `Persoon ${1000 + index} belde.`, [1000 + index])] }));
      compose({ ...material, cited, briefing: { ...material.briefing, blocks: [...paragraphs, ...material.briefing.blocks] } }, catalogue, wordsIn('nl'), recipientWith(['H0', 'H1']));
    }, 400, 'briefing');
  }, 60_000);
});
