import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkFile } from '../importers/formats/walk';
import type { Walked } from '../importers/formats/walk';

const DATA = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const WRITERS = join(DATA, 'graphs', 'writers');
const here = existsSync(WRITERS);
if (!here) console.warn('Skipped: graph files of other programs are not beside the checkout (../shared/data/graphs).');

/** Rows of a published network's CSV as objects. */
function csv(name: string): Record<string, string>[] {
  const lines = readFileSync(join(DATA, 'networks', name), 'utf8').trim().split('\n');
  const cells = (line: string): string[] => [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=^|,)(?=,|$)/g)].map((found) => (found[1] ?? found[2] ?? '').replaceAll('""', '"'));
  const headings = cells(lines[0] ?? '');
  return lines.slice(1).map((line) => Object.fromEntries(cells(line).map((cell, index) => [headings[index] ?? '', cell])));
}

const NETWORKS: Readonly<Record<string, string>> = {
  caviar_total: 'covert_10_Caviar__1', natarajan_cocaine: 'covert_13_Cocaine-Dealing-Natarajan', london_gang: 'covert_28_London-Gang',
  montreal_gangs: 'covert_32_Montreal-Street-Gangs', paul_revere_bipartite: 'covert_35_Paul-Revere__2', pira_5: 'covert_38_Provisional-Irish-Republican-Army__5',
};
const ENDINGS = ['igraph.graphml', 'igraph.gml', 'igraph.net', 'igraph.dot', 'networkx.gexf', 'networkx.graphml', 'networkx.net', 'sna.dl'];
const FORMAT: Readonly<Record<string, string>> = { graphml: 'graphml', gml: 'gml', net: 'pajek', dot: 'dot', gexf: 'gexf', dl: 'dl' };

const nameOf = (values: Record<string, string[]>): string => values.name?.[0] ?? values.reference?.[0] ?? '';
/** Both ends in one order, so that a tie told from either side is one. */
const pair = (one: string, other: string): string => [one, other].sort().join(' -- ');
const number = (text: string | undefined): string => (text === undefined || Number.isNaN(Number(text)) ? (text ?? '') : String(Number(text)));
/** Values under the file's own names, whatever the sign between words: igraph's GML allows letters and digits only. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
/** Truth is written as TRUE, true and 1. */
const truth = (text: string): string => (/^true$/i.test(text) ? '1' : /^false$/i.test(text) ? '0' : number(text));
const others = (values: Record<string, string[]>): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([id]) => id.startsWith('other:')).map(([id, said]) => [folded(id.slice(6)), truth(said[0] ?? '')]));

describe.skipIf(!here).each(Object.entries(NETWORKS))('%s', (network, published) => {
  const nodes = here ? csv(`${published}.nodes.csv`) : [];
  const edges = here ? csv(`${published}.edges.csv`) : [];

  test.each(ENDINGS)('comes out of %s as it was published', async (ending) => {
    const found: Walked & { readonly format: string | null } = await walkFile(join(WRITERS, `${network}.${ending}`));
    expect(found.format).toBe(FORMAT[ending.split('.').at(-1) ?? '']);
    expect(found.rejects).toEqual([]);
    // igraph's Pajek files have no names: its vertices are known by their place in the list.
    const nameless = ending === 'igraph.net';
    const named = new Map(nodes.map((node, index) => [node.name ?? '', nameless ? String(index + 1) : (node.name ?? '')]));
    expect(found.nodes.map((node) => nameOf(node.values)).sort()).toEqual([...named.values()].sort());
    expect(found.nodes.some((node) => node.stub)).toBe(false);

    const at = (index: number): string => nameOf(found.nodes[index]?.values ?? {});
    const told = Object.fromEntries(found.edges.map((edge) => [pair(at(edge.from), at(edge.to)), number(edge.values['other:weight']?.[0] ?? '1')]));
    const meant = Object.fromEntries(edges.map((edge) => [pair(named.get(edge.source ?? '') ?? '', named.get(edge.target ?? '') ?? ''), number(edge.weight ?? '1')]));
    expect(told).toEqual(meant);
    // A matrix of undirected ties holds each of them twice.
    expect(found.edges.length).toBe(ending === 'sna.dl' && network !== 'caviar_total' ? 2 * edges.length : edges.length);
    if (network === 'caviar_total') {
      expect(found.edges.map((edge) => `${at(edge.from)} → ${at(edge.to)}`).sort()).toEqual(edges.map((edge) => `${named.get(edge.source ?? '') ?? ''} → ${named.get(edge.target ?? '') ?? ''}`).sort());
      expect(found.edges.every((edge) => edge.values['other:directed']?.[0] === `${at(edge.from)} → ${at(edge.to)}`)).toBe(true);
    }

    if (nameless || ending === 'sna.dl') return;
    for (const node of nodes) {
      const values = others(found.nodes.find((each) => nameOf(each.values) === node.name)?.values ?? {});
      const wanted = Object.fromEntries(Object.entries(node).filter(([heading]) => heading !== 'id' && heading !== 'name').map(([heading, value]) => [folded(heading), truth(value)]));
      expect(values, node.name).toMatchObject(wanted);
    }
  });
});

/** Nodes, edges and stubs that every other file must give; or the failure. */
const FILES: Readonly<Record<string, readonly [nodes: number, edges: number, stubs: number] | string>> = {
  'gexf/arctic.gexf': [1715, 6676, 0], 'gexf/basic.gexf': [2, 2, 0], 'gexf/basic_formatted.gexf': [2, 2, 0], 'gexf/case.gexf': [10, 20, 0], 'gexf/celegans.gexf': [306, 2345, 0], 'gexf/data.gexf': [4, 5, 0],
  'gexf/edge_data.gexf': [4, 5, 0], 'gexf/edge_viz.gexf': [2, 1, 0], 'gexf/les_miserables.gexf': [77, 254, 0], 'gexf/liststring.gexf': [4, 5, 0], 'gexf/minimal.gexf': [2, 1, 0],
  // Nodes 2, 4, 5 and 6 are pointed at and nowhere told of.
  'gexf/missing_nodes.gexf': [6, 4, 4], 'gexf/mixed.gexf': [3, 3, 0], 'gexf/pedantic.gexf': 'noRows', 'gexf/rio.gexf': [366, 1107, 0], 'gexf/sanitized.gexf': 'noRows',
  'gexf/undeclared_attribute.gexf': [2, 1, 0], 'gexf/v1_3.gexf': [2, 1, 0], 'gexf/v1_3_writer.gexf': [2, 1, 0], 'gexf/yeast.gexf': [2361, 7182, 0],
  'graphml/attributes.graphml': [6, 7, 0], 'graphml/basic.graphml': [11, 12, 0], 'graphml/miserables.graphml': [77, 254, 0], 'graphml/miserables_broken.graphml': [77, 254, 0],
  // Of 37 papers that are cited, 36 are not in the file.
  'graphml/missing_nodes.graphml': [51, 37, 36], 'graphml/mixed_multigraph.graphml': [6, 8, 0], 'graphml/multigraph.graphml': [6, 9, 0],
};

describe.skipIf(!here)('files of parsers', () => {
  test('every file there is has its line here', () => {
    const there = here ? ['gexf', 'graphml'].flatMap((folder) => readdirSync(join(DATA, 'graphs', folder)).map((name) => `${folder}/${name}`)) : [];
    expect(there.sort()).toEqual(Object.keys(FILES).sort());
  });

  test.each(Object.entries(FILES))('%s', async (name, wanted) => {
    const path = join(DATA, 'graphs', name);
    if (typeof wanted === 'string') {
      await expect(walkFile(path)).rejects.toMatchObject({ code: wanted });
      return;
    }
    const found = await walkFile(path);
    expect(found.format).toBe(name.split('/')[0]);
    expect({ rejects: found.rejects, nodes: found.nodes.length, edges: found.edges.length, stubs: found.nodes.filter((node) => node.stub).length }).toEqual({ rejects: [], nodes: wanted[0], edges: wanted[1], stubs: wanted[2] });
  });

  test('names, values and drawings of some of them', async () => {
    const survey = await walkFile(join(DATA, 'graphs', 'gexf', 'case.gexf'));
    expect(survey.nodes[0]?.values).toMatchObject({ name: ['Britta Witzel'], 'other:Gender': ['Female'], 'other:label': ['1'] });
    const lists = await walkFile(join(DATA, 'graphs', 'gexf', 'v1_3.gexf'));
    expect(lists.nodes[0]?.values).toMatchObject({ 'other:single': ['a', "'b'", 'c'], 'other:raw': ['a', 'b', 'c'] });
    expect(lists.edges[0]?.values).toMatchObject({ role: ['likes'] });
    const predicates = await walkFile(join(DATA, 'graphs', 'gexf', 'edge_data.gexf'));
    expect(predicates.edges.map((edge) => [edge.values.role?.[0] ?? edge.type, edge.values['other:Confidence']?.[0]])).toEqual([['likes', '0.89'], ['owns', '0.56'], ['knows', '0.53'], ['likes', '0.88'], ['likes', '0.34']]);
    // The declaration of "label" was taken out of this one: the data are named by their key.
    for (const name of ['miserables', 'miserables_broken']) {
      const drawn = await walkFile(join(DATA, 'graphs', 'graphml', `${name}.graphml`));
      expect(drawn.nodes[0]).toMatchObject({ values: { name: ['Valjean'] }, place: { x: -87.930_29, y: -6.812_056_5, style: { colour: '#f55b5b' } } });
    }
    const yellow = await walkFile(join(DATA, 'graphs', 'graphml', 'attributes.graphml'));
    expect(yellow.nodes.map((node) => node.values['other:color']?.[0])).toEqual(['green', 'yellow', 'blue', 'red', 'yellow', 'turquoise']);
  });
});
