import { describe, expect, test } from 'vitest';
import { listParts } from '../../../../electron/case/importers/formats/gexf/lists';
import { walk } from './walk';

const gexf = (inner: string, graph = 'defaultedgetype="undirected"'): string => `<?xml version="1.0"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n<graph ${graph}>${inner}</graph></gexf>`;

describe('GEXF', () => {
  test('what viz draws: positions with y up, colours, sizes', async () => {
    const found = await walk('gexf', gexf('<nodes><node id="1" label="Jan"><viz:color r="255" g="0" b="16"/><viz:position x="10" y="20"/><viz:size value="40"/></node><node id="2" label="Piet"><viz:color hex="#00ff00"/><viz:position x="-5" y="-7.5"/></node></nodes><edges><edge source="1" target="2" weight="3"><viz:thickness value="4"/><viz:shape value="dotted"/></edge></edges>'));
    expect(found.nodes.map((node) => node.place)).toEqual([{ x: 10, y: -20, style: { colour: '#ff0010', size: 2 } }, { x: -5, y: 7.5, style: { colour: '#00ff00' } }]);
    expect(found.edges).toMatchObject([{ type: 'linked', values: { 'other:weight': ['3'] }, link: { style: { width: 4, line: 'dotted' } } }]);
  });

  test('nodes in nodes, and nodes with a parent, say in what they lie', async () => {
    const found = await walk('gexf', gexf('<nodes><node id="g" label="Bende"><nodes><node id="a" label="Jan"/></nodes></node><node id="b" label="Piet" pid="g"/></nodes><edges/>'));
    expect(found.nodes.map((node) => [(node.values.name ?? node.values.reference)?.[0], node.values['other:parent']?.[0]])).toEqual([['Bende', undefined], ['Jan', 'Bende'], ['Piet', 'Bende']]);
  });

  test('times of edges: one span is a start and an end, several are kept', async () => {
    const found = await walk('gexf', gexf('<nodes><node id="a" label="Jan"/><node id="b" label="Piet"/></nodes><edges><edge source="a" target="b" start="2024-01-03" end="2024-02-01"/><edge source="a" target="b"><spells><spell start="2020-01-01" end="2020-02-01"/><spell start="2021-01-01"/></spells></edge></edges>', 'mode="dynamic" timeformat="date" defaultedgetype="directed"'));
    expect(found.edges[0]?.values).toMatchObject({ start: ['2024-01-03'], end: ['2024-02-01'], 'other:directed': ['Jan → Piet'] });
    expect(found.edges[1]?.values['other:spell']).toEqual(['2020-01-01/2020-02-01', '2021-01-01/']);
  });

  test('kinds of nodes and edges become types; an edge that names its own direction', async () => {
    const found = await walk('gexf', gexf('<attributes class="node"><attribute id="0" title="Type" type="string"/></attributes><nodes><node id="1" label="Jan"><attvalues><attvalue for="0" value="Person"/></attvalues></node><node id="2" label="0470 12 34 56"><attvalues><attvalue for="0" value="phone"/></attvalues></node></nodes><edges><edge source="1" target="2" type="directed" kind="uses"/></edges>'));
    expect(found.nodes).toMatchObject([{ type: 'person', values: { name: ['Jan'] } }, { type: 'phone', values: { number: ['+32470123456'] } }]);
    expect(found.edges).toMatchObject([{ type: 'uses' }]);
  });

  test.each([
    ['a|b', ['a', 'b']], ["['a', '\\'b\\'', \"c\"]", ['a', "'b'", 'c']], ['[1, 2.5]', ['1', '2.5']], ['alone', ['alone']], ['[]', []], ["[de 'Witte', b]", ["de 'Witte'", 'b']],
  ])('list %s', (text, parts) => expect(listParts(text)).toEqual(parts));
});
