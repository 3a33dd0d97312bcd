import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Walked } from '../importers/formats/walk';
import { walkFile } from '../importers/formats/walk';

/** Public files of the trade; read where they are, never copied. */
const ROOT = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const there = existsSync(join(ROOT, 'threat'));
if (!there) console.warn('Skipped: files of threat intelligence are not beside the checkout (../shared/data/threat).');
type Json = Record<string, unknown>;
const textual = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : value !== null && typeof value === 'object' ? [value as Json] : []);
const jsonFiles = (folder: string): string[] => (there ? readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`) : []);
const BUNDLES = [...jsonFiles('threat/stix/oasis-examples'), ...jsonFiles('threat/stix/oasis-examples/threat-reports'), ...jsonFiles('threat/misp/misp-stix').filter((name) => /stix2\d/.test(name)), 'threat/misp/stix2.json'];

/** All that a walk says, folded for finding. */
function allSaid(walked: Walked): { has(text: string): boolean } {
  const fold = (text: string): string => text.toUpperCase().replace(/\s+/gu, ' ').trim();
  const texts = new Set<string>();
  const long: string[] = [];
  const add = (text: string): void => {
    texts.add(fold(text));
    if (text.includes('\n')) {
      texts.add(fold(text.slice(0, text.lastIndexOf('\n'))));
      long.push(fold(text));
    }
  };
  for (const outcome of walked.outcomes) {
    if (outcome.kind !== 'row') continue;
    for (const item of [...outcome.mapped.entities, ...outcome.mapped.links]) for (const values of Object.values(item.values)) for (const value of values) {
      add(value.v);
      if (value.raw !== undefined) add(value.raw);
    }
  }
  return { has: (text) => texts.has(fold(text)) || long.some((each) => each.includes(fold(text))) };
}

describe.skipIf(!there)('threat intelligence (skipped where ../shared/data is absent)', () => {
  test('ICS ATT&CK: every object is accounted for', async () => {
    const path = 'threat/stix/ics-attack-18.1.json';
    const objects = list((json(path) as Json)['objects']);
    expect(objects).toHaveLength(1826);
    const { format, outcomes, nodes, edges, rejects, kinds } = await walkFile(join(ROOT, path));
    expect(format).toBe('stix');
    const items = objects.filter(({ type }) => type !== 'relationship' && type !== 'marking-definition');
    const revoked = items.filter((each) => each['revoked'] === true);
    const deprecated = items.filter((each) => each['x_mitre_deprecated'] === true);
    expect([items.length, revoked.length, deprecated.length]).toEqual([452, 2, 37]);
    const taken = new Set(outcomes.flatMap((each) => (each.kind === 'row' && each.mapped.links.length === 0 ? [each.cells[0]] : [])));
    expect(items.filter((each) => each['revoked'] !== true && !taken.has(String(each['id'])))).toEqual([]);
    expect(outcomes.filter(({ kind }) => kind === 'revoke')).toHaveLength(2);
    expect(rejects).toEqual([]);
    expect(nodes).toHaveLength(452);
    // What is taken back is a stub by its name, because "revoked-by" leads from it.
    expect(new Set(nodes.filter(({ stub }) => stub).map(({ values }) => values['name']?.[0]))).toEqual(new Set(revoked.map(({ name }) => name)));
    expect(nodes.filter(({ values }) => values['other:x_mitre_deprecated']?.[0] === 'true')).toHaveLength(37);
    const relationships = objects.filter(({ type }) => type === 'relationship');
    const ids = new Set(edges.flatMap(({ values }) => values['other:id'] ?? []));
    expect(relationships).toHaveLength(1373);
    expect(relationships.filter(({ id }) => !ids.has(id as string))).toEqual([]);
    const node = new Map(nodes.map(({ values }, at) => [values['reference']?.[0], at]));
    for (const each of relationships) expect(edges.some(({ from, to, values }) => from === node.get(each['source_ref'] as string) && to === node.get(each['target_ref'] as string) && values['other:id']?.[0] === each['id'])).toBe(true);
    // The one marking is a statement: it stands at all that is under it.
    const marked = items.filter((each) => each['revoked'] !== true && Array.isArray(each['object_marking_refs'])).length;
    expect(nodes.filter(({ values }) => values['other:marking']?.[0]?.startsWith('Copyright 2015-2025') === true)).toHaveLength(marked);
    expect(kinds.filter(({ of }) => of === 'entity').reduce((sum, { count }) => sum + count, 0)).toBe(452);
  }, 60_000);

  test.each(BUNDLES)('%s: every object, every name and every value', async (path) => {
    const read = json(path) as Json;
    const objects = Array.isArray(read['objects']) ? list(read['objects']) : [read];
    const walked = await walkFile(join(ROOT, path));
    expect(walked.format).toBe('stix');
    expect(walked.rejects).toEqual([]);
    const said = allSaid(walked);
    const links = new Set(walked.edges.flatMap(({ values }) => values['other:id'] ?? []));
    const references = new Set(walked.nodes.flatMap(({ values }) => values['reference'] ?? []));
    for (const each of objects) {
      const id = String(each['id']);
      if (each['type'] === 'marking-definition') continue;
      expect(each['type'] === 'relationship' ? links.has(id) : references.has(id), id).toBe(true);
      for (const [key, value] of Object.entries(each)) if (typeof value === 'string' && value.trim() !== '' && !['type', 'spec_version', 'id'].includes(key) && !key.endsWith('_ref')) expect(said.has(value), `${id} ${key}`).toBe(true);
    }
  });

  /** Nodes that may hold attributes and objects, however the file wraps them. */
  const holders = (value: unknown, depth = 0): Json[] => (depth > 4 ? [] : Array.isArray(value) ? value.flatMap((each) => holders(each, depth + 1)) : value !== null && typeof value === 'object' ? [value as Json, ...['response', 'Event'].flatMap((key) => holders((value as Json)[key], depth + 1))] : []);
  const MISP = [...jsonFiles('threat/misp'), ...jsonFiles('threat/misp/misp-stix').filter((name) => !name.includes('stix2'))];
  const OTHER = ['definition.json', 'galaxy.json', 'git-vuln-finder-quagga.json', 'sharing_groups.json', 'sighting.json', 'simple.json', 'stix2.json'];

  test.each(MISP)('%s: every attribute and object is accounted for', async (path) => {
    const walked = await walkFile(join(ROOT, path));
    if (OTHER.some((name) => path.endsWith(`/${name}`))) {
      expect(walked.format).not.toBe('misp');
      return;
    }
    expect(walked.format).toBe('misp');
    const nodes = holders(json(path));
    const objects = nodes.flatMap((node) => list(node['Object']));
    const attributes = [...nodes.flatMap((node) => list(node['Attribute'])), ...objects.flatMap((each) => list(each['Attribute']))];
    const gone = attributes.filter(({ deleted }) => deleted === true);
    const proposals = [...nodes, ...attributes].flatMap((each) => list(each['ShadowAttribute']));
    const details = walked.rejects.map(({ detail }) => detail);
    expect(details.filter((detail) => detail.startsWith('deleted attribute'))).toHaveLength(gone.length);
    expect(details.filter((detail) => detail.startsWith('proposal'))).toHaveLength(proposals.length);
    const blank = attributes.filter((each) => each['deleted'] !== true && textual(each['value']).trim() === '');
    expect(walked.rejects).toHaveLength(gone.length + proposals.length + blank.length);
    const said = allSaid(walked);
    for (const each of attributes) {
      if (each['deleted'] === true || blank.includes(each)) continue;
      const value = textual(each['value']);
      expect(said.has(value) || (value.includes('|') && value.split('|').every((part) => said.has(part))), `${String(each['type'])} ${value.slice(0, 80)}`).toBe(true);
    }
    const rows = walked.outcomes.filter((each) => each.kind === 'row');
    const revoked = objects.filter(({ deleted }) => deleted === true).length;
    const uuids = new Set(walked.nodes.flatMap(({ values }) => values['reference'] ?? []));
    for (const each of objects) if (each['deleted'] !== true && textual(each['uuid']).length >= 32) expect(uuids.has(textual(each['uuid']))).toBe(true);
    const events = nodes.filter(({ info }) => info !== undefined).length;
    const references = objects.flatMap((each) => list(each['ObjectReference'])).length;
    const standing = nodes.flatMap((node) => list(node['Attribute'])).filter((each) => each['deleted'] !== true && !blank.includes(each)).length;
    expect(rows.length).toBe(events + standing + objects.length - revoked + references);
  });

  test.each([['ne_10m_airports', 891, 'Point'], ['ne_10m_lakes_europe', 767, 'Polygon'], ['ne_10m_ports', 1081, 'Point']] as const)('%s: every feature is a place', async (name, count, geometry) => {
    const path = `geo/naturalearth/${name}.json`;
    const features = list((json(path) as Json)['features']);
    const { format, nodes, rejects, outcomes } = await walkFile(join(ROOT, path));
    expect(format).toBe('geojson');
    expect(features).toHaveLength(count);
    expect(rejects).toEqual([]);
    expect(nodes).toHaveLength(count);
    expect(outcomes.flatMap((each) => (each.kind === 'row' ? each.mapped.doubts : []))).toEqual([]);
    for (const [at, feature] of features.entries()) {
      const properties = feature['properties'] as Json;
      const node = nodes[at];
      expect(node?.values['coordinates']).toHaveLength(1);
      if (typeof properties['name'] === 'string' && properties['name'] !== '') expect(node?.values['name']).toEqual([properties['name'].replace(/\s+/gu, ' ').trim()]);
      if (geometry === 'Polygon') expect(node?.values['other:geometry']?.[0]?.startsWith('{"type":"')).toBe(true);
    }
  });

  test.each(['belgium.json', 'Belgium.municipalities.WGS84.topojson'])('%s is refused: TopoJSON', async (name) => {
    await expect(walkFile(join(ROOT, 'geo', 'belgium', name))).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });
});
