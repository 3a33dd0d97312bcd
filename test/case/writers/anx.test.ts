import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../electron/case/importers/records/formats';
import type { CaseStore } from '../../../electron/case/store';
import { walk, walkFile } from '../importers/formats/walk';
import { newCase, temporaryFolder } from '../place';
import { contentOf, drawingOf, exported, imported, richCase } from './roundTrip';

const DATA = '../shared/data/charts-i2';
const textOf = (path: string): string => readFileSync(path).toString('utf16le');
const captions = (store: CaseStore): unknown[] => store.db.prepare('SELECT id, caption FROM entity WHERE seq_retracted IS NULL ORDER BY id').all();
const written = (path: string, text: string): string => {
  const other = join(temporaryFolder(), `${path.slice(path.lastIndexOf('/') + 1)}`);
  writeFileSync(other, Buffer.from(text, 'utf16le'));
  return other;
};
/** As the program saves it: without what stands in comments. */
const saved = (text: string): string => text.replaceAll(/<!--[\s\S]*?-->/g, '');

describe('a chart for Analyst’s Notebook', () => {
  test('comes back the same in another case, and adds nothing to its own', async () => {
    const { store, chart } = await richCase();
    const before = contentOf(store);
    const { path } = await exported(store, 'anx', { kind: 'case' });
    const other = (await newCase()).store;
    const report = await imported(other, path, 'anx');
    expect(report).toMatchObject({ entitiesAdded: before.entities.length, linksAdded: before.links.length, rejected: 0, pages: 0, chart: null });
    expect(contentOf(other)).toEqual(before);
    expect(captions(other)).toEqual(captions(store));
    expect(other.catalogue.entityType('drone')).toEqual(store.catalogue.entityType('drone'));
    expect(await imported(store, path, 'anx')).toMatchObject({ entitiesAdded: 0, linksAdded: 0, rejected: 0 });
    const third = (await newCase()).store;
    const back = await imported(third, (await exported(store, 'anx', { kind: 'chart', chart })).path, 'anx');
    expect(drawingOf(third, back.chart ?? '')).toEqual(drawingOf(store, chart));
  });

  test('is what the program expects: UTF-16, unique names, references that lead somewhere, items in their places', async () => {
    const { store, chart } = await richCase();
    const { path } = await exported(store, 'anx', { kind: 'chart', chart });
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0]);
    expect(recogniseRecords(heldBytes(bytes), 'x.anx')?.id).toBe('anx');
    const faults: string[] = [];
    const document = new DOMParser({ onError: (level, message) => (level === 'warning' ? 0 : faults.push(message)) }).parseFromString(textOf(path).slice(1), 'text/xml');
    expect(faults).toEqual([]);
    const all = (name: string): { readonly name: string; get(attribute: string): string }[] => [...document.getElementsByTagName(name)].map((found) => ({ name, get: (attribute) => found.getAttribute(attribute) ?? '' }));
    expect([...(document.documentElement?.childNodes ?? [])].map((node) => node.nodeName).filter((name) => !name.startsWith('#'))).toEqual([
      'ApplicationVersion', 'StrengthCollection', 'GradeOne', 'GradeTwo', 'GradeThree', 'SourceHints', 'AttributeClassCollection', 'EntityTypeCollection', 'LinkTypeCollection', 'Summary', 'ChartItemCollection', 'ConnectionCollection', 'PaletteCollection', 'LegendDefinition',
    ]);
    const defined = (name: string, by = 'Id'): string[] => all(name).map((each) => each.get(by));
    const ids = ['Strength', 'String', 'AttributeClass', 'EntityType', 'LinkType', 'ChartItem', 'Connection'].flatMap((name) => defined(name));
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of ['Strength', 'AttributeClass', 'EntityType', 'LinkType']) expect(new Set(defined(name, 'Name')).size).toBe(defined(name).length);
    for (const [user, reference, target] of [['IconStyle', 'EntityTypeReference', 'EntityType'], ['LinkStyle', 'LinkTypeReference', 'LinkType'], ['LinkStyle', 'StrengthReference', 'Strength'], ['Attribute', 'AttributeClassReference', 'AttributeClass'], ['Link', 'ConnectionReference', 'Connection']] as const) {
      for (const each of all(user)) expect(defined(target)).toContain(each.get(reference));
    }
    for (const link of all('Link')) for (const end of ['End1Id', 'End2Id']) expect(defined('Entity', 'EntityId')).toContain(link.get(end));
    const grades = ['GradeOne', 'GradeTwo', 'GradeThree'].map((name) => document.getElementsByTagName(name)[0]?.getElementsByTagName('String').length ?? 0);
    for (const each of [...all('ChartItem'), ...all('Card')]) ['GradeOneIndex', 'GradeTwoIndex', 'GradeThreeIndex'].forEach((name, at) => expect(Number(each.get(name))).toBeLessThan(grades[at] ?? 0));
    const kinds = new Map(all('AttributeClass').map((each) => [each.get('Id'), each.get('Type')]));
    for (const each of all('Attribute')) if (kinds.get(each.get('AttributeClassReference')) === 'AttTime') expect(each.get('Value')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    // A tie that a person drew dashed keeps its strength and says so.
    expect(defined('Strength', 'DotStyle')).toEqual(expect.arrayContaining(['DotStyleSolid', 'DotStyleDashed', 'DotStyleDotted']));
    const again = await exported(store, 'anx', { kind: 'chart', chart });
    const undated = (text: string): string => text.replace(/CreatedDate="[^"]*"/, '');
    expect(undated(textOf(again.path))).toBe(undated(textOf(path)));
  });

  test('without a drawing has no two things in one spot', async () => {
    const { store } = await richCase();
    const { path } = await exported(store, 'anx', { kind: 'case' });
    const places = [...textOf(path).matchAll(/<End X="(-?\d+)" Y="(-?\d+)"/g)].map(([, x, y]) => `${x} ${y}`);
    expect(new Set(places).size).toBe(contentOf(store).entities.length);
  });

  test('knows its things again once the program saved it, and takes what was changed', async () => {
    const { store, chart } = await richCase();
    const before = contentOf(store);
    const { path } = await exported(store, 'anx', { kind: 'chart', chart });
    const other = written(path, saved(textOf(path)).replace(/<End X="-?\d+" Y="-?\d+"/, '<End X="4321" Y="77"').replaceAll(/Value="\+32 470 55 01 27"/g, 'Value="+32 470 55 01 29"'));
    expect(await imported(store, other, 'anx')).toMatchObject({ entitiesAdded: 0, linksAdded: 0, rejected: 0, pages: 0 });
    expect(contentOf(store).entities.map(({ id, type }) => [id, type])).toEqual(before.entities.map(({ id, type }) => [id, type]));
    const empty = (await newCase()).store;
    const report = await imported(empty, other, 'anx');
    expect(report.rejected).toBe(0);
    const shown = new Set((drawingOf(store, chart) as { readonly subject: string }[]).map(({ subject }) => subject));
    expect(contentOf(empty).entities.map(({ id }) => id)).toEqual(before.entities.map(({ id }) => id).filter((id) => shown.has(id)));
    expect(contentOf(empty).links.map(({ id, from, to }) => [id, from, to])).toEqual(before.links.filter(({ from = '', to = '' }) => shown.has(from) && shown.has(to)).map(({ id, from, to }) => [id, from, to]));
    expect((drawingOf(empty, report.chart ?? '') as { readonly x: number }[]).some(({ x }) => x === 4321)).toBe(true);
    // Its own cards say nothing new; a card that somebody wrote does.
    const noted = written(path, saved(textOf(path)).replace('<Card ', '<Card Summary="Nieuw" Text="Gezien op de kaai"/><Card '));
    const third = (await newCase()).store;
    await imported(third, noted, 'anx');
    const notes = third.db.prepare<[], string>("SELECT \"values\" FROM statement WHERE \"values\" LIKE '%Gezien op de kaai%'").pluck().all();
    expect(notes).toHaveLength(1);
    expect(third.db.prepare("SELECT count(*) FROM statement WHERE \"values\" LIKE '%Knoop ________\"%'").pluck().get()).toBe(0);
  });

  test('takes what somebody changed beside what Knoop wrote', async () => {
    const { store } = await richCase();
    const { path } = await exported(store, 'anx', { kind: 'case' });
    const other = written(path, textOf(path).replace('Label="Driss Amellal"', 'Label="Driss Amellaoui"'));
    const empty = (await newCase()).store;
    await imported(empty, other, 'anx');
    const before = contentOf(store).entities;
    const after = contentOf(empty).entities;
    expect(after.map(({ id, type }) => [id, type])).toEqual(before.map(({ id, type }) => [id, type]));
    const names = (held: typeof after): string[] => held.flatMap(({ statements }) => statements.flatMap(({ values }) => (values.name ?? []).map(({ v }) => v)));
    expect(names(after)).toEqual(expect.arrayContaining([...names(before), 'Driss Amellaoui']));
  });

  test('that lies about itself harms nothing', async () => {
    const { store } = await richCase();
    const text = textOf((await exported(store, 'anx', { kind: 'case' })).path);
    for (const bad of [text.replaceAll('"knoop":1', '"knoop":2'), text.replaceAll(/"id":"[^"]{8}/g, '"id":"xxxxxxxx'), text.replaceAll(/ knoop [0-9a-f]{16}/g, ' knoop 0000000000000000'), text.slice(0, text.length / 2)]) {
      const walked = await walk('anx', Buffer.from(bad, 'utf16le'), 'x.anx');
      expect(walked.nodes.length).toBeGreaterThan(0);
    }
  });
});

const charts = existsSync(DATA) ? readdirSync(DATA).filter((name) => name.endsWith('.anx')) : [];
if (charts.length === 0) console.warn(`Skipped: ${DATA} is not there`);

describe.skipIf(charts.length === 0)('real charts of Analyst’s Notebook', () => {
  test.each(charts)('%s leaves again as it came', async (name) => {
    const { store } = await newCase();
    const first = await imported(store, join(DATA, name), 'anx');
    const scope = first.chart === null ? { kind: 'case' as const } : { kind: 'chart' as const, chart: first.chart };
    const { path } = await exported(store, 'anx', scope);
    const other = (await newCase()).store;
    const second = await imported(other, path, 'anx');
    expect(second).toMatchObject({ entitiesAdded: first.entitiesAdded, linksAdded: first.linksAdded, rejected: 0 });
    expect(contentOf(other)).toEqual(contentOf(store));
    expect(captions(other)).toEqual(captions(store));
    if (first.chart !== null) expect(drawingOf(other, second.chart ?? '')).toEqual(drawingOf(store, first.chart));
    // To a program that does not know Knoop it is the same network, in the same places, under the same names.
    const [original, foreign] = [await walkFile(join(DATA, name)), await walk('anx', Buffer.from(saved(textOf(path)).replace(/<CustomProperty Name="Knoop"[^>]*>/, ''), 'utf16le'), name)];
    expect(foreign.nodes.length).toBe(original.nodes.length);
    expect(foreign.edges.length).toBe(contentOf(store).links.length);
    if (first.chart !== null) expect(foreign.nodes.map(({ place }) => `${place?.x} ${place?.y}`).toSorted()).toEqual(original.nodes.map(({ place }) => `${place?.x} ${place?.y}`).toSorted());
  });
});
