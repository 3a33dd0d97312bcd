import { describe, expect, test } from 'vitest';
import { walk } from './walk';
import type { Walked } from './walk';

const names = (found: Walked): (string | undefined)[] => found.nodes.map((node) => (node.values.name ?? node.values.reference)?.[0]);
const pairs = (found: Walked): (readonly [number, number])[] => found.edges.map((edge) => [edge.from, edge.to] as const);

describe('Pajek', () => {
  test('labels, coordinates in a unit square with y down, colours, weights, relations', async () => {
    const found = await walk('pajek', '% made by hand\r\n*Vertices 3\r\n1 "Jan Peeters" 0.1 0.2 0.5 ellipse ic Red bc Blue\r\n2 Piet 0.5 0.5\r\n3 "Andr&#233;"\r\n*Arcs :2 "belt"\r\n1 2 4\r\n2 3 1 l "gsm" c Blue w 3 p Dashed\r\n*Edges\r\n1 3\r\n');
    expect(names(found)).toEqual(['Jan Peeters', 'Piet', 'André']);
    // Three vertices: the square is 500 units wide.
    expect(found.nodes.map((node) => node.place)).toEqual([{ x: 50, y: 100, style: { colour: '#ff0000' } }, { x: 250, y: 250 }, undefined]);
    expect(pairs(found)).toEqual([[0, 1], [1, 2], [0, 2]]);
    expect(found.edges.map((edge) => edge.values)).toMatchObject([{ role: ['belt'], 'other:weight': ['4'], 'other:directed': ['Jan Peeters → Piet'] }, { role: ['belt'], 'other:label': ['gsm'] }, {}]);
    expect(found.edges[1]?.link.style).toEqual({ colour: '#0000ff', width: 3, line: 'dashed' });
    expect(found.edges[2]?.values['other:directed']).toBeUndefined();
  });

  test('quotes and apostrophes in labels, and labels with blanks that nobody quoted', async () => {
    const found = await walk('pajek', `*vertices 8\n1 O'Neil 0.0 0.0 ellipse\n2 "D'Hondt Luc" 0.0 0.0 ellipse\n3 't 0.1 0.3\n4 "Jan "de Lange" Peeters" 0.2 0.1\n5 Jan de Wit 0.5 0.5\n6 'Van den Berg' 0.1 0.1\n7 "O'"\n8 18th 0.0 0.0 ellipse Age 20 Town "Sint Niklaas"\n*edges\n1 2 1.0\n`);
    expect(names(found)).toEqual(["O'Neil", "D'Hondt Luc", "'t", 'Jan "de Lange" Peeters', 'Jan de Wit', 'Van den Berg', "O'", '18th']);
    expect(found.nodes[7]?.values).toMatchObject({ 'other:Age': ['20'], 'other:Town': ['Sint Niklaas'] });
    expect(found.rejects).toEqual([]);
  });

  test('lists, matrices, two kinds of vertices, and vertices without a line', async () => {
    const lists = await walk('pajek', '*Vertices 4\n*Edgeslist\n1 2 3\n*Arcslist\n4 1\n');
    expect(names(lists)).toEqual(['1', '2', '3', '4']);
    expect(pairs(lists)).toEqual([[0, 1], [0, 2], [3, 0]]);
    const square = await walk('pajek', '*Network try\n*Vertices 2\n1 "a"\n2 "b"\n*Matrix\n0 2\n0 1\n');
    expect(square.edges.map(({ from, to, values }) => [from, to, values['other:weight']])).toEqual([[0, 1, ['2']], [1, 1, ['1']]]);
    const two = await walk('pajek', '*Vertices 3 2\n1 "Jan"\n2 "Piet"\n3 "Club"\n*Matrix\n1\n0\n');
    expect(pairs(two)).toEqual([[0, 2]]);
    expect(two.nodes.map((node) => node.values['other:mode'])).toEqual([['1'], ['1'], ['2']]);
  });

  test('partitions and vectors of a project become attributes of the vertices', async () => {
    const found = await walk('pajek', '*Network n\n*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 1\n*Partition clan\n*Vertices 2\n1\n2\n*Vector degree\n*Vertices 2\n0.5\n0.7\n');
    expect(found.nodes.map((node) => [node.values['other:clan'], node.values['other:degree']])).toEqual([[['1'], ['0.5']], [['2'], ['0.7']]]);
  });

  test('bad lines are listed with their line, the rest comes in', async () => {
    const found = await walk('pajek', '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 9 1\n1 2 1\nx y\n7\n');
    expect(pairs(found)).toEqual([[0, 1]]);
    expect(found.rejects.map((reject) => reject.row)).toEqual([5, 7, 8]);
  });
});
