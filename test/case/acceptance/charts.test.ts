import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RecordOutcome } from '../../../electron/case/importers/records/format';
import { walkFile } from '../importers/formats/walk';

const DATA = '../shared/data';
const CHARTS = `${DATA}/charts-i2`;
const MALTEGO = `${DATA}/charts-maltego`;
const NETWORK = `${DATA}/networks/covert_13_Cocaine-Dealing-Natarajan`;

const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
};
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;
const unescape = (text: string): string => text.replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const rows = (outcomes: readonly RecordOutcome[]) => outcomes.flatMap((outcome) => (outcome.kind === 'row' ? [outcome.mapped] : []));
const csv = (path: string): string[][] => readFileSync(path, 'utf8').trim().split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
const ends = (a: string | undefined, b: string | undefined): string => [a ?? '', b ?? ''].toSorted().join(' – ');

const charts = existsSync(CHARTS) ? readdirSync(CHARTS).filter((name) => name.endsWith('.anx')) : [];
const maltego = existsSync(MALTEGO);
if (charts.length === 0) console.warn(`Skipped: ${CHARTS} is not there`);
if (!maltego) console.warn(`Skipped: ${MALTEGO} is not there`);

describe.skipIf(charts.length === 0)('charts of Analyst’s Notebook', () => {
  test.each(charts)('%s comes in whole', async (name) => {
    const text = textOf(`${CHARTS}/${name}`);
    const walked = await walkFile(`${CHARTS}/${name}`);
    const said = rows(walked.outcomes);
    expect(walked.format).toBe('anx');
    expect(walked.rejects).toEqual([]);
    expect(walked.nodes.length).toBe(count(text, /<Entity /g));
    expect(walked.nodes.some((node) => node.stub)).toBe(false);
    const cards = count(text, /<Card /g);
    expect(said.length).toBe(count(text, /<ChartItem /g) + cards);
    const linkCards = [...text.matchAll(/<Link [\s\S]*?<\/Link>/g)].reduce((sum, [link]) => sum + count(link, /<Card /g), 0);
    expect(walked.edges.length).toBe(count(text, /<Link /g) + linkCards);
    // Each thing where the file draws it, for the grid and the layouts of these tools have the distances that Knoop has.
    const drawn = walked.nodes.map(({ place }) => `${place?.x} ${place?.y}`).toSorted();
    expect(drawn).toEqual([...text.matchAll(/<End [^>]*>/g)].map(([end]) => `${Number(/X="([^"]*)"/.exec(end)?.[1])} ${Number(/Y="([^"]*)"/.exec(end)?.[1])}`).toSorted());
  });

  test.each(charts)('%s keeps every attribute, source and grade', async (name) => {
    const text = textOf(`${CHARTS}/${name}`);
    const said = rows((await walkFile(`${CHARTS}/${name}`)).outcomes);
    const values = said.flatMap((row) => [...row.entities.filter((entity) => entity.mention !== true).map((entity) => entity.values), ...row.links.map((link) => link.values)]);
    const texts = values.flatMap((each) => Object.values(each).flat()).flatMap((value) => [value.v, value.raw ?? value.v]);
    const attributes = [...text.matchAll(/<Attribute AttributeClass="[^"]*"[^>]*Value="([^"]*)"/g)].map((match) => unescape(match[1] ?? ''));
    for (const attribute of attributes) expect(texts.some((each) => each.replace(/\W/g, '') === attribute.replace(/\W/g, '') || each === attribute), attribute).toBe(true);
    for (const [, written] of text.matchAll(/ (?:Label|Description|Summary|SourceReference|SourceType)="([^"]+)"(?=[^>]*(?:DateSet|XPosition|GradeOneIndex|TimeSet))/g)) {
      expect(texts, written).toContain(unescape(written ?? ''));
    }
    // An index without a list of grades says nothing; pyanx writes 0 for all.
    const graded = text.includes('<GradeOne>') ? count(text, /<(?:ChartItem|Card) [^>]*GradeOneIndex="/g) : 0;
    expect(values.filter((each) => each['other:GradeOne'] !== undefined).length).toBe(graded);
    expect(said.filter((row) => row.grading?.scheme === 'admiralty').length).toBe(graded);
  });

  test('the Natarajan chart is the Natarajan network', async () => {
    const { nodes, edges } = await walkFile(`${CHARTS}/natarajan_pyanx.anx`);
    const named = nodes.map((node) => node.values.name?.[0] ?? '');
    expect(named.toSorted()).toEqual(csv(`${NETWORK}.nodes.csv`).slice(1).map(([, name = '']) => name).toSorted());
    expect(edges.map(({ from, to }) => ends(named[from], named[to])).toSorted()).toEqual(csv(`${NETWORK}.edges.csv`).slice(1).map(([from, to]) => ends(from, to)).toSorted());
    expect(new Set(edges.map((edge) => edge.values.role?.[0]))).toEqual(new Set(['Contact']));
  });

  test('the investigation says who, how sure, when and in which colour', async () => {
    const { nodes, edges, outcomes } = await walkFile(`${CHARTS}/investigation_chart.anx`);
    const at = (name: string): number => nodes.findIndex((node) => Object.values(node.values).some((said) => said.includes(name)));
    expect(nodes[at('Alex Carter')]).toMatchObject({ type: 'person', place: { x: -200, y: -100, style: { colour: '#e56767' } } });
    expect(nodes[at('Black SUV')]).toMatchObject({ type: 'vehicle', values: { plate: ['ABC1234'] } });
    const employed = edges.find((edge) => edge.type === 'worksFor');
    expect([employed?.from, employed?.to]).toEqual([at('Jamie Rivera'), at('Pinecrest Logistics Inc')]);
    const calls = edges.filter((edge) => edge.type === 'called');
    expect(calls.map((call) => [call.values.date, call.values['other:Strength'], call.link.style?.line])).toEqual([[['2026-02-14T09:30:00'], ['Confirmed'], undefined], [['2026-02-15'], ['Possible'], 'dotted']]);
    const flagged = rows(outcomes).filter((row) => row.links.some((link) => link.type === 'paid'));
    expect(flagged.map((row) => row.grading?.codes)).toEqual([{ source: 'A', information: '1' }, { source: 'B', information: '2' }]);
    expect(new Set(flagged.map((row) => row.links[0]?.id)).size).toBe(1);
    expect(flagged[1]?.links[0]?.values.note?.[0]?.v).toBe('Outbound wire flagged by AML system.');
  });

  test('colours are read blue first', async () => {
    const { edges } = await walkFile(`${CHARTS}/link_styling.anx`);
    expect(edges.map((edge) => edge.link.style?.colour)).toEqual(['#808080', '#808080', '#808080', '#008000', '#008000', '#ff6600', '#ff6600', '#ff0000', '#008000', '#ff0000', undefined]);
    expect(edges.map((edge) => edge.values.amount?.[0])).toContain('280000.00 EUR');
  });
});

describe.skipIf(!maltego)('graphs of Maltego', () => {
  test('the Natarajan graph is the Natarajan network, with the example that its writer adds', async () => {
    const { format, nodes, edges, rejects } = await walkFile(`${MALTEGO}/natarajan_pymtgx.mtgx`);
    expect([format, rejects]).toEqual(['mtgx', []]);
    const names = csv(`${NETWORK}.nodes.csv`).slice(1).map(([, name = '']) => name);
    expect(nodes.filter((node) => node.type === 'person').map((node) => node.values.name?.[0] ?? '').toSorted()).toEqual(names.toSorted());
    expect(nodes.filter((node) => node.type !== 'person').map((node) => node.type)).toEqual(['emailAccount']);
    const called = (at: number): string | undefined => nodes[at]?.values.name?.[0];
    const links = edges.filter((edge) => called(edge.from) !== undefined && called(edge.to) !== undefined);
    expect(links.map((edge) => ends(called(edge.from), called(edge.to))).toSorted()).toEqual(csv(`${NETWORK}.edges.csv`).slice(1).map(([from, to]) => ends(from, to)).toSorted());
    // All of them stand on one spot: the file has no drawing.
    expect(nodes.every((node) => node.place === undefined)).toBe(true);
  });

  test('a configuration gives types and no things', async () => {
    const { format, nodes, types } = await walkFile(`${MALTEGO}/test_entities.mtz`);
    expect([format, nodes]).toEqual(['mtz', []]);
    expect(types.entities.map((type) => [type.id, type.label.nl, type.extends, type.properties.map((property) => property.label.fr)])).toEqual([['maltegoHumbug', 'Humbug', 'item', ['ID']], ['maltegoZulu', 'Zulu', 'maltegoHumbug', []]]);
  });
});
