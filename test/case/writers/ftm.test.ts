import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../electron/case/importers/records/formats';
import { walk } from '../importers/formats/walk';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { SAID } from '../sample';
import { contentOf, drawingOf, exported, imported, richCase } from './roundTrip';

interface Line { id: string; schema: string; properties: Record<string, string[]>; knoop?: string }
const linesOf = (path: string): Line[] => readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
const written = (lines: readonly Line[]): string => {
  const path = join(temporaryFolder(), 'terug.ftm.json');
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};

describe('FollowTheMoney', () => {
  test('a case comes back the same in another case, and adds nothing to its own', async () => {
    const { store, chart } = await richCase();
    const before = contentOf(store);
    const { path } = await exported(store, 'ftm', { kind: 'case' });
    expect(recogniseRecords(heldBytes(readFileSync(path)), 'uit.ftm.json')?.id).toBe('ftm');
    const other = (await newCase()).store;
    const report = await imported(other, path, 'ftm');
    expect(report).toMatchObject({ entitiesAdded: before.entities.length, linksAdded: before.links.length, rejected: 0, chart: null });
    expect(contentOf(other)).toEqual(before);
    expect(other.catalogue.entityType('drone')).toEqual(store.catalogue.entityType('drone'));
    expect(await imported(store, path, 'ftm')).toMatchObject({ entitiesAdded: 0, linksAdded: 0, rejected: 0 });
    const third = (await newCase()).store;
    const back = await imported(third, (await exported(store, 'ftm', { kind: 'chart', chart })).path, 'ftm');
    expect(drawingOf(third, back.chart ?? '')).toEqual(drawingOf(store, chart));
  });

  test('lines hold schemata, names and values as other tools ask for them', async () => {
    const { store } = await richCase();
    const phone = store.db.prepare<[], string>("SELECT id FROM entity WHERE type = 'phone' ORDER BY n").pluck().all();
    store.execute({ command: 'link.create', args: { id: newId(), type: 'called', from: phone[1], to: phone[0], values: { date: [{ v: '2026-02-02T00:30+01:00' }], duration: [{ v: '63' }], cellA: [{ v: 'ANR 12' }] }, ...SAID } }, ACTOR);
    const { path } = await exported(store, 'ftm', { kind: 'case' });
    const lines = linesOf(path);
    const ids = new Set(lines.map(({ id }) => id));
    expect(ids.size).toBe(lines.length);
    for (const { schema, properties } of lines) {
      expect(schema).toMatch(/^[A-Z][A-Za-z]+$/);
      for (const [name, values] of Object.entries(properties)) {
        expect(name).toMatch(/^[a-z][A-Za-z]+$/);
        expect(values.length).toBeGreaterThan(0);
        expect(new Set(values).size).toBe(values.length);
        for (const value of values) expect(value.trim()).toBe(value);
      }
    }
    const person = lines.find(({ properties }) => properties.name?.includes('Driss Amellal'));
    expect(person).toMatchObject({ schema: 'Person', properties: { birthDate: ['1984-03'], alias: expect.arrayContaining(['De Kleine']) as unknown } });
    expect(person?.properties.notes).toEqual(expect.arrayContaining(['Dossier "x" <1>: AN/12', 'Geboortedatum: 31.02.1984']));
    const phones = lines.filter(({ schema }) => schema === 'UserAccount');
    expect(phones.map(({ properties }) => properties.number)).toEqual([['+32470550127'], ['+32470550128']]);
    const calls = lines.filter(({ schema }) => schema === 'Call');
    expect(calls).toHaveLength(4);
    expect(calls[0]?.properties).toMatchObject({ callerNumber: ['+32470550127'], receiverNumber: ['+32470550128'] });
    expect(calls[3]?.properties).toMatchObject({ callerNumber: ['+32470550128'], date: ['2026-02-01T23:30:00'], duration: ['63'], description: [expect.stringContaining('ANR 12') as unknown] });
    const tie = lines.find(({ properties, schema }) => schema === 'UnknownLink' && properties.role?.includes('vliegt'));
    expect([...(tie?.properties.subject ?? []), ...(tie?.properties.object ?? [])].every((id) => ids.has(id))).toBe(true);
    const again = await exported(store, 'ftm', { kind: 'case' });
    expect(readFileSync(again.path, 'utf8')).toBe(readFileSync(path, 'utf8'));
  });

  test('takes what another tool changed or added beside what Knoop wrote, without doubling anything', async () => {
    const { store } = await richCase();
    const before = contentOf(store);
    const lines = linesOf((await exported(store, 'ftm', { kind: 'case' })).path);
    const person = lines.find(({ properties }) => properties.name?.includes('Driss Amellal'));
    person?.properties.alias?.push('El Rubio');
    for (const line of lines.filter(({ schema }) => schema === 'Call')) line.properties.duration = ['63'];
    const added: Line[] = [{ id: 'nieuw-bedrijf', schema: 'Company', properties: { name: ['Kaai & Co'] } }, { id: 'nieuw-bezit', schema: 'Ownership', properties: { owner: [person?.id ?? ''], asset: ['nieuw-bedrijf'] } }];
    const path = written([...lines, ...added]);
    const empty = (await newCase()).store;
    expect(await imported(empty, path, 'ftm')).toMatchObject({ entitiesAdded: before.entities.length + 1, linksAdded: before.links.length + 1, rejected: 0 });
    const held = contentOf(empty);
    expect(held.entities.find(({ id }) => id === person?.id)?.statements.some(({ values }) => values.alias?.some(({ v }) => v === 'El Rubio'))).toBe(true);
    expect(held.links.filter(({ statements }) => statements.some(({ values }) => values.duration?.[0]?.v === '63'))).toHaveLength(3);
    expect(held.links.find(({ type }) => type === 'owns')?.from).toBe(person?.id);
    expect(await imported(store, path, 'ftm')).toMatchObject({ entitiesAdded: 1, linksAdded: 1, rejected: 0 });
  });

  test('survives ids that another tool signed, and order that another tool changed', async () => {
    const { store } = await richCase();
    const before = contentOf(store);
    const lines = linesOf((await exported(store, 'ftm', { kind: 'case' })).path);
    const known = new Set(lines.map(({ id }) => id));
    const sign = (text: string): string => (known.has(text) ? `${text}.0123456789abcdef` : text);
    const signed = lines.map((line): Line => ({ ...line, id: sign(line.id), properties: Object.fromEntries(Object.entries(line.properties).toReversed().map(([name, values]) => [name, values.map(sign).toReversed()])) })).toReversed();
    const other = (await newCase()).store;
    await imported(other, written(signed), 'ftm');
    const shape = ({ entities, links }: typeof before): unknown => [entities.map(({ id, type }) => [id, type]), links.map(({ id, type, from, to }) => [id, type, from, to])];
    expect(shape(contentOf(other))).toEqual(shape(before));
  });

  test('is a plain file of FollowTheMoney to who does not know Knoop', async () => {
    const { store } = await richCase();
    const lines = linesOf((await exported(store, 'ftm', { kind: 'case' })).path).map(({ knoop: _knoop, ...line }) => line);
    const { nodes, edges, rejects } = await walk('ftm', lines.map((line) => JSON.stringify(line)).join('\n'), 'x.ftm.json');
    expect(rejects).toEqual([]);
    expect(edges.length).toBeGreaterThanOrEqual(contentOf(store).links.length);
    expect(nodes.find(({ values }) => values.name?.includes('Driss Amellal'))?.type).toBe('person');
  });

  test('that lies about itself harms nothing', async () => {
    const { store } = await richCase();
    const lines = linesOf((await exported(store, 'ftm', { kind: 'case' })).path);
    for (const bad of [(text: string) => text.replace('"knoop":1', '"knoop":2'), (text: string) => text.slice(0, 200), (text: string) => text.replace(/^[0-9a-f]{16}/, '0000000000000000'), (text: string) => text.replace(/"type":"[^"]*"/, '"type":"nergens"')]) {
      const { nodes } = await walk('ftm', lines.map((line) => JSON.stringify({ ...line, knoop: bad(line.knoop ?? '') })).join('\n'), 'x.ftm.json');
      expect(nodes.length).toBeGreaterThan(0);
    }
  });
});
