import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../electron/case/importers/records/formats';
import { newCase, temporaryFolder } from '../place';
import { contentOf, drawingOf, exported, imported, richCase } from './roundTrip';

describe.each(['graphml', 'gexf'] as const)('%s', (format) => {
  test('a case leaves and comes back the same, and a second time adds nothing', async () => {
    const { store, chart } = await richCase('een lange wachtzin');
    const before = contentOf(store);
    const written = await exported(store, format, { kind: 'case' });
    expect(written).toMatchObject({ entities: before.entities.length, links: before.links.length });
    const other = (await newCase()).store;
    const report = await imported(other, written.path, format);
    expect(report).toMatchObject({ entitiesAdded: before.entities.length, linksAdded: before.links.length, rejected: 0 });
    expect(contentOf(other)).toEqual(before);
    expect(other.catalogue.entityType('drone')?.properties.map(({ id }) => id)).toEqual(store.catalogue.entityType('drone')?.properties.map(({ id }) => id));
    const captions = (from: typeof store): unknown => from.db.prepare('SELECT id, caption FROM entity ORDER BY id').all();
    expect(captions(other)).toEqual(captions(store));
    expect(await imported(store, written.path, format)).toMatchObject({ entitiesAdded: 0, linksAdded: 0, rejected: 0 });
    const drawn = await exported(store, format, { kind: 'chart', chart });
    const third = (await newCase()).store;
    const { chart: made, entitiesAdded } = await imported(third, drawn.path, format);
    expect(entitiesAdded).toBe(6);
    expect(drawingOf(third, made ?? '')).toEqual(drawingOf(store, chart));
  });

  test('what is written is well-formed, recognised, and the same for the same case', async () => {
    const { store, chart } = await richCase();
    const { path } = await exported(store, format, { kind: 'chart', chart });
    const bytes = readFileSync(path);
    expect(recogniseRecords(heldBytes(bytes), `x.${format}`)?.id).toBe(format);
    const faults: string[] = [];
    const document = new DOMParser({ onError: (level, message) => level === 'warning' ? 0 : faults.push(`${level}: ${message}`) }).parseFromString(bytes.toString('utf8'), 'text/xml');
    expect(faults).toEqual([]);
    expect(document.getElementsByTagName('node').length).toBe(6);
    const without = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');
    expect(without(readFileSync((await exported(store, format, { kind: 'chart', chart })).path, 'utf8'))).toBe(without(bytes.toString('utf8')));
  });
});

test('what another tool added or changed comes in beside, and what it did not touch stays as it was', async () => {
  const { store, chart } = await richCase();
  const { path } = await exported(store, 'graphml', { kind: 'chart', chart });
  const text = readFileSync(path, 'utf8').replace('</data></node>', '</data><data key="modularity">3</data></node>').replace('>1984-03; 31.02.1984<', '>1985-03<')
    .replace('  <graph id', '  <key id="modularity" for="node" attr.name="Modularity Class" attr.type="int"/>\n  <graph id').replace('</graph>', '<node id="new"><data key="n.label">Nieuwe Man</data><data key="n.type">Persoon</data></node></graph>');
  const edited = join(temporaryFolder(), 'edited.graphml');
  writeFileSync(edited, text);
  const other = (await newCase()).store;
  expect(await imported(other, edited, 'graphml')).toMatchObject({ entitiesAdded: 7, rejected: 0 });
  const before = contentOf(store).entities;
  const touched = contentOf(other).entities.filter(({ id, statements }) => statements.length !== (before.find((each) => each.id === id)?.statements.length ?? 0));
  expect(touched.map(({ statements }) => statements.at(-1)?.values)).toEqual(expect.arrayContaining([{ 'other:Modularity Class': [{ v: '3' }], 'other:Geboortedatum': [{ v: '1985-03' }] }, { name: [{ v: 'Nieuwe Man' }], 'other:id': [{ v: 'new' }] }]));
  expect(touched).toHaveLength(2);
});
