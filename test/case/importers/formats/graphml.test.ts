import { describe, expect, test } from 'vitest';
import { walk } from './walk';

const graphml = (inner: string, keys = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys}\n${inner}\n</graphml>`;

describe('GraphML', () => {
  test('keys name the data, defaults hold where nothing is said, kinds become types', async () => {
    const found = await walk('graphml', graphml(
      '<graph edgedefault="directed"><node id="n0"><data key="d0">Jan Peeters</data><data key="d1">Person</data><data key="d4">1984-03-14</data></node><node id="n1"><data key="d0">Transport Noord</data><data key="d1">company</data><data key="d2">groen</data></node><edge id="e0" source="n0" target="n1"><data key="d3">DIRECTOR_OF</data><data key="d5">2.5</data></edge></graph>',
      '<key id="d0" for="node" attr.name="name" attr.type="string"/><key id="d1" for="node" attr.name="type"/><key id="d2" for="node" attr.name="dossier kleur"><default>geel</default></key><key id="d3" for="edge" attr.name="label"/><key id="d4" for="node" attr.name="birthDate"/><key id="d5" for="edge" attr.name="weight"/>',
    ));
    expect(found.rejects).toEqual([]);
    expect(found.nodes.map(({ type, values }) => ({ type, values }))).toEqual([
      { type: 'person', values: { name: ['Jan Peeters'], birthDate: ['1984-03-14'], 'other:dossier kleur': ['geel'] } },
      { type: 'company', values: { name: ['Transport Noord'], 'other:dossier kleur': ['groen'] } },
    ]);
    expect(found.edges).toMatchObject([{ type: 'directorOf', from: 0, to: 1, values: { 'other:weight': ['2.5'] } }]);
  });

  test('yEd: labels, positions with y down, colours, arrows and groups', async () => {
    const found = await walk('graphml', graphml(
      `<graph edgedefault="directed" id="G">
        <node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:Geometry height="100" width="200" x="0" y="0"/><y:NodeLabel>Bende van de haven</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
          <graph edgedefault="directed" id="n0:"><node id="n0::n0"><data key="d5"><![CDATA[Gezien op de kaai]]></data><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="100.0" y="50.0"/><y:Fill color="#FFCC00" transparent="false"/><y:NodeLabel alignment="center">Piet Claes<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node></graph>
        </node>
        <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>An</y:NodeLabel></y:ShapeNode></data></node>
        <edge id="e0" source="n0::n0" target="n1"><data key="d9"><y:PolyLineEdge><y:LineStyle color="#FF0000" type="dashed" width="3.0"/><y:Arrows source="none" target="none"/><y:EdgeLabel>kent</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph>`,
      '<key for="node" id="d5" attr.name="description" attr.type="string"/><key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>',
    ));
    expect(found.nodes.map((node) => node.values.name ?? node.values.reference)).toEqual([['Bende van de haven'], ['Piet Claes'], ['An']]);
    expect(found.nodes[1]).toMatchObject({ values: { 'other:parent': ['Bende van de haven'], 'other:description': ['Gezien op de kaai'] }, place: { x: 115, y: 65, style: { colour: '#ffcc00' } } });
    expect(found.edges).toMatchObject([{ from: 1, to: 2, values: { role: ['kent'] }, link: { style: { colour: '#ff0000', line: 'dashed', width: 3 } } }]);
    expect(found.edges[0]?.values['other:directed']).toBeUndefined();
  });

  test('Neo4j: labels with colons, relations by label', async () => {
    const found = await walk('graphml', graphml('<graph id="G" edgedefault="directed"><node id="n5" labels=":Person:Suspect"><data key="labels">:Person:Suspect</data><data key="name">Ali</data></node><node id="n6" labels=":Phone"><data key="labels">:Phone</data><data key="number">+32470123456</data></node><edge id="e0" source="n5" target="n6" label="USES"><data key="label">USES</data></edge></graph>'));
    expect(found.nodes).toMatchObject([{ type: 'person', values: { name: ['Ali'], 'other:labels': [':Person:Suspect'] } }, { type: 'phone', values: { number: ['+32470123456'] } }]);
    expect(found.nodes[1]?.values.reference).toBeUndefined();
    expect(found.edges).toMatchObject([{ type: 'uses', from: 0, to: 1 }]);
  });

  test('edges before nodes wait; ends that are nowhere become stubs; hyperedges go from their first end', async () => {
    const found = await walk('graphml', graphml('<graph edgedefault="undirected"><edge source="a" target="b"/><node id="a"/><node id="b"/><edge source="a" target="zoek"/><hyperedge id="h"><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge><node id="c"/><edge source="a"/></graph>'));
    expect(found.nodes.map(({ values, stub }) => [(values.name ?? values.reference)?.[0], stub])).toEqual([['a', false], ['b', false], ['c', false], ['zoek', true]]);
    expect(found.edges.map(({ from, to }) => `${String(from)}>${String(to)}`).sort()).toEqual(['0>1', '0>1', '0>2', '0>3']);
    expect(found.rejects).toMatchObject([{ code: 'badRecord', row: 4 }]);
  });

  test('a file that is cut off: what stood before comes in, with the line of the fault', async () => {
    const found = await walk('graphml', '<graphml><graph edgedefault="undirected">\n<node id="Jan"/>\n<node id="Piet"/>\n<edge source="Jan" target="Pi');
    expect(found.nodes.map((node) => node.values.name ?? node.values.reference)).toEqual([['Jan'], ['Piet']]);
    expect(found.rejects).toMatchObject([{ code: 'badRecord', row: 4 }]);
  });

  test('refuses entity bombs, other XML and empty graphs', async () => {
    await expect(walk('graphml', '<!DOCTYPE graphml [<!ENTITY a "b">]><graphml><graph/></graphml>')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('graphml', graphml('<graph/>'))).rejects.toMatchObject({ code: 'noRows' });
  });
});
