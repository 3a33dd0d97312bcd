import { describe, expect, test } from 'vitest';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { walk } from './walk';

describe('GML', () => {
  test('nested lists, entities, comments, repeated keys', async () => {
    const found = await walk('gml', '# a comment\nCreator "me [not a list]"\ngraph [\n  comment "x" directed 1\n  node [ id 1 label "Jan &quot;de Lange&quot; &#233;" type "person" alias "JdL" alias "De Lange" data [ deep [ value 3.5 ] ] graphics [ x 10.0 y 20.0 fill "#FF0000" ] ]\n  # another\n  node [ id 2 label "Piet" tags "_networkx_list_start" tags "a" ]\n  edge [ source 1 target 2 label "kent" value 2 ] ]\n');
    expect(found.nodes[0]).toMatchObject({ type: 'person', values: { name: ['Jan "de Lange" é'], alias: ['JdL', 'De Lange'], 'other:data.deep.value': ['3.5'] }, place: { x: 10, y: 20, style: { colour: '#ff0000' } } });
    expect(found.nodes[1]?.values).toMatchObject({ name: ['Piet'], 'other:tags': ['a'] });
    expect(found.edges).toMatchObject([{ from: 0, to: 1, values: { role: ['kent'], 'other:value': ['2'], 'other:directed': ['Jan "de Lange" é → Piet'] } }]);
  });

  test('Gephi draws upwards; edges may stand before nodes; ends may be missing', async () => {
    const found = await walk('gml', 'Creator "Gephi"\ngraph\n[\n  edge [ source 0 target 1 ]\n  edge [ source 0 target 7 ]\n  edge [ source 0 ]\n  node [ id 0 label "a" graphics [ x 1 y 2 w 10 h 10 ] ]\n  node [ id 1 label "b" ]\n]\n');
    expect(found.nodes.map((node) => [(node.values.name ?? node.values.reference)?.[0], node.stub])).toEqual([['a', false], ['b', false], ['7', true]]);
    expect(found.nodes[0]?.place).toMatchObject({ x: 1, y: -2 });
    expect(found.rejects).toMatchObject([{ row: 6, code: 'badRecord' }]);
  });

  test('yEd: groups and label graphics', async () => {
    const found = await walk('gml', 'Creator "yFiles"\nVersion "2.14"\ngraph\n[ hierarchic 1 directed 1\nnode [ id 0 graphics [ x 5 y 6 ] LabelGraphics [ text "Groep" ] isGroup 1 ]\nnode [ id 1 label "Jan" gid 0 ]\n]');
    expect(found.nodes.map((node) => node.values)).toMatchObject([{ name: ['Groep'], 'other:isGroup': ['1'] }, { name: ['Jan'], 'other:parent': ['Groep'] }]);
  });

  test('is told from DOT and from geographic GML; a file cut off keeps what stood before', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from('graph { a -- b }')), 'x.gml')?.id).toBe('dot');
    expect(recogniseRecords(heldBytes(Buffer.from('<gml:FeatureCollection xmlns:gml="x"/>')), 'x.gml')).toBeNull();
    const cut = await walk('gml', 'graph [ node [ id 1 label "a" ]\n node [ id 2 label "b');
    expect(cut.nodes).toHaveLength(1);
    expect(cut.rejects).toMatchObject([{ row: 2 }]);
    await expect(walk('gml', 'graph [')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });
});
