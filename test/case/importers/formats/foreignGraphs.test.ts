import { describe, expect, test } from 'vitest';
import { walk } from './walk';

/** Shapes that programs write, made up after their manuals. */
describe('graph files as programs write them', () => {
  test('Cytoscape GraphML: shared names, interactions, selections', async () => {
    const found = await walk('graphml', '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed" id="Network"><node id="62"><data key="SUID">62</data><data key="shared name">jan@example.org</data><data key="name">jan@example.org</data><data key="type">Email</data><data key="selected">false</data></node><node id="63"><data key="name">Jan</data><data key="type">persoon</data></node><edge source="63" target="62"><data key="interaction">gebruikt</data><data key="shared name">Jan (gebruikt) jan@example.org</data></edge></graph></graphml>');
    expect(found.nodes).toMatchObject([{ type: 'emailAccount', values: { address: ['jan@example.org'], 'other:SUID': ['62'] } }, { type: 'person', values: { name: ['Jan'] } }]);
    expect(found.nodes[0]?.values.reference).toBeUndefined();
    expect(found.edges).toMatchObject([{ type: 'uses', from: 1, to: 0, values: { 'other:shared name': ['Jan (gebruikt) jan@example.org'] } }]);
  });

  test('Gephi tables: the type of an edge is its direction, times may be open', async () => {
    const found = await walk('gexf', '<gexf version="1.3"><meta><creator>Gephi 0.10</creator></meta><graph defaultedgetype="undirected" mode="dynamic" timeformat="date"><attributes class="edge"><attribute id="Type" title="Type" type="string"/></attributes><nodes><node id="a" label="A" start="-Infinity" end="Infinity"/><node id="b" label="B"/></nodes><edges><edge source="a" target="b" start="2024-05-01" end="Infinity"><attvalues><attvalue for="Type" value="Undirected"/></attvalues></edge></edges></graph></gexf>');
    expect(found.nodes[0]?.values).toEqual({ name: ['A'], 'other:id': ['a'] });
    expect(found.edges[0]?.values).toEqual({ start: ['2024-05-01'], 'other:Type': ['Undirected'] });
  });

  test('NetworkX GML and multigraphs: parallel edges stay', async () => {
    const found = await walk('gml', 'graph [\n  multigraph 1\n  node [\n    id 0\n    label "Jan"\n  ]\n  node [\n    id 1\n    label "Piet"\n  ]\n  edge [\n    source 0\n    target 1\n    key 0\n    relation "belt"\n  ]\n  edge [\n    source 0\n    target 1\n    key 1\n    relation "sms"\n  ]\n]\n');
    expect(found.edges.map((edge) => [edge.values.role?.[0] ?? edge.type, edge.values['other:key']])).toEqual([['belt', ['0']], ['sms', ['1']]]);
  });

  test('Visone wraps the drawing of yEd', async () => {
    const found = await walk('graphml', '<graphml xmlns:y="http://www.yworks.com/xml/graphml" xmlns:visone="http://visone.info/xmlns"><key for="node" id="d0" yfiles.type="nodegraphics"/><key attr.name="age" for="node" id="d1"/><graph edgedefault="directed"><node id="n0"><data key="d0"><visone:shapeNode><y:ShapeNode><y:Geometry height="20.0" width="20.0" x="-30.0" y="40.0"/><y:Fill color="#99CC00"/><y:NodeLabel>Jan Maes</y:NodeLabel></y:ShapeNode></visone:shapeNode></data><data key="d1">40</data></node></graph></graphml>');
    expect(found.nodes).toMatchObject([{ values: { name: ['Jan Maes'], 'other:age': ['40'] }, place: { x: -20, y: 50, style: { colour: '#99cc00' } } }]);
  });

  test('a closed group of yEd is called what is drawn at it, not what its folder would be', async () => {
    const drawn = (label: string): string => `<y:GroupNode><y:Geometry x="0" y="0" width="10" height="10"/><y:NodeLabel>${label}</y:NodeLabel></y:GroupNode>`;
    const found = await walk('graphml', `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">${drawn('Bende')}${drawn('Folder 1')}</y:Realizers></y:ProxyAutoBoundsNode></data><graph id="n1:"><node id="n1::n0"><data key="d6"><y:ShapeNode><y:NodeLabel>An</y:NodeLabel></y:ShapeNode></data></node></graph></node></graph></graphml>`);
    expect(found.nodes).toMatchObject([{ values: { name: ['Bende'], 'other:label': ['Folder 1'] } }, { values: { name: ['An'], 'other:parent': ['Bende'] } }]);
  });

  test('the user says what nodes without a kind are, and what links without one', async () => {
    const text = '*Vertices 2\n1 "83"\n2 "Piet Claes"\n*Edges\n1 2\n';
    const found = await walk('pajek', text, 'x.net', { entityTypes: { '': 'person' }, linkTypes: { '': 'knows' } });
    expect(found.nodes).toMatchObject([{ type: 'person', values: { name: ['83'] } }, { type: 'person', values: { name: ['Piet Claes'] } }]);
    expect(found.edges).toMatchObject([{ type: 'knows' }]);
    expect(found.kinds).toEqual([{ of: 'entity', label: '', type: 'person', count: 2 }, { of: 'link', label: '', type: 'knows', count: 1 }]);
    const two = await walk('gml', 'graph [ node [ id 0 name "Jan" type 0 ] node [ id 1 name "Club" type 1 ] edge [ source 0 target 1 ] ]', 'x.gml', { entityTypes: { 0: 'person', 1: 'organisation' }, linkTypes: { '': 'memberOf' } });
    expect(two.nodes.map((node) => node.type)).toEqual(['person', 'organisation']);
    expect(two.edges).toMatchObject([{ type: 'memberOf' }]);
  });

  test('ids that are lasting become references of the name space; labels stay', async () => {
    const found = await walk('graphml', '<graphml><graph><node id="C-12"><data key="label">Witte bestelwagen</data></node><node id="C-13"/></graph></graphml>', 'x.graphml', { namespace: 'douane' });
    expect(found.nodes.map((node) => node.values)).toEqual([{ name: ['Witte bestelwagen'], reference: ['C-12'] }, { reference: ['C-13'] }]);
    const entities = found.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? outcome.mapped.entities : []));
    expect(entities.map((entity) => entity.identifiers.length)).toEqual([1, 1]);
  });

  test('a label never becomes a number that others know a thing by', async () => {
    const found = await walk('graphml', '<graphml><graph><node id="n0"><data key="type">payment</data><data key="label">Eerste betaling</data></node><node id="12"><data key="type">bank account</data></node><node id="n2"><data key="type">bank account</data><data key="label">BE68 5390 0754 7034</data></node></graph></graphml>');
    const entities = found.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? outcome.mapped.entities : []));
    expect(entities.map((entity) => entity.identifiers)).toEqual([[], [], ['account\u0000BE68539007547034']]);
  });

  test('UTF-16 and Windows-1252 files are read as what they are', async () => {
    const wide = await walk('graphml', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<?xml version="1.0" encoding="UTF-16"?><graphml><graph><node id="André"/></graph></graphml>', 'utf16le')]));
    expect(wide.nodes[0]?.values.name).toEqual(['André']);
    const western = await walk('pajek', Buffer.from('*Vertices 1\r\n1 "Andr\u00e9 Ma\u00ebs"\r\n', 'latin1'));
    expect(western.nodes[0]?.values.name).toEqual(['André Maës']);
  });
});
