import { describe, expect, test } from 'vitest';
import { walk } from './walk';
import type { Walked } from './walk';

const names = (found: Walked): (string | undefined)[] => found.nodes.map((node) => (node.values.name ?? node.values.reference)?.[0]);
const pairs = (found: Walked): string[] => found.edges.map((edge) => `${names(found)[edge.from] ?? ''}>${names(found)[edge.to] ?? ''}`);

describe('DOT', () => {
  test('chains, defaults, ports, quoted and HTML labels, comments', async () => {
    const found = await walk('dot', `/* top */ strict digraph "Net \\"1\\"" {
      // line
      # preprocessor
      graph [rankdir=LR]; node [shape=box type=person] edge [color=red]
      a [label="Jan\\nPeeters", pos="10,20!"]; b [label=<<b>Piet</b> &amp; <i>co</i>>]
      a -> b:port:n -> "c d" [label="kent", weight=2, style=dashed];
      e -> f [dir=none]
      "x" + "y" -> a
    }`);
    expect(names(found)).toEqual(['Jan Peeters', 'Piet & co', 'c d', 'e', 'f', 'xy']);
    expect(found.nodes[0]).toMatchObject({ type: 'person', values: { name: ['Jan Peeters'], 'other:shape': ['box'] }, place: { x: 10, y: -20 } });
    expect(pairs(found)).toEqual(['Jan Peeters>Piet & co', 'Piet & co>c d', 'e>f', 'xy>Jan Peeters']);
    expect(found.edges[0]).toMatchObject({ values: { 'other:weight': ['2'] }, link: { style: { colour: '#ff0000', line: 'dashed' } } });
    expect(found.edges[2]?.values['other:directed']).toBeUndefined();
  });

  test('subgraphs as ends and as groups, named at their end', async () => {
    const found = await walk('dot', 'graph { subgraph cluster_1 { a; b; label="Bende Noord" } {c d} -- e -- {a b} subgraph s { a } }');
    expect(pairs(found)).toEqual(['c>e', 'd>e', 'e>a', 'e>b']);
    const groups = Object.fromEntries(found.nodes.map((node) => [(node.values.name ?? node.values.reference)?.[0], node.values['other:group']]));
    expect(groups).toEqual({ a: ['Bende Noord', 's'], b: ['Bende Noord'], c: undefined, d: undefined, e: undefined });
  });

  test('a label that comes after the edge names the node all the same', async () => {
    const found = await walk('dot', 'digraph { node [shape=box]; n1 -> n2; n1 [label="Jan"]; n2 [label="Piet"]; n3 }');
    expect(found.nodes.map((node) => node.values.name ?? node.values.reference)).toEqual([['Jan'], ['Piet'], ['n3']]);
  });

  test('a file cut off keeps what stood before; what is no DOT is refused', async () => {
    const cut = await walk('dot', 'digraph { a [label="Jan"];\n a -> b;\n b -> "c');
    expect(names(cut)).toEqual(['Jan', 'b']);
    expect(cut.rejects).toMatchObject([{ row: 3 }]);
    await expect(walk('dot', 'graph of sales {')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('dot', `graph ${'{'.repeat(5000)}`)).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });
});
