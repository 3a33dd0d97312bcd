import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import type { RecordFormatId } from '../../../../shared/mapping/recordPlan';
import { walk } from './walk';

/** One valid file per format, small, with most of what the format has. */
const VALID: readonly (readonly [RecordFormatId, string])[] = [
  ['graphml', '<?xml version="1.0"?><graphml><key id="d0" for="node" attr.name="name"><default>x</default></key><key id="d1" for="edge" attr.name="label"/><graph edgedefault="directed"><node id="n0"><data key="d0">Jan</data><graph><node id="n0::n0"/></graph></node><node id="n1"><data key="d6"><y:ShapeNode><y:Geometry x="1" y="2" width="3" height="4"/><y:NodeLabel>An</y:NodeLabel></y:ShapeNode></data></node><edge source="n0" target="n1"><data key="d1">kent</data></edge><hyperedge><endpoint node="n0"/><endpoint node="n1"/></hyperedge></graph></graphml>'],
  ['gexf', '<gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="type" type="liststring"><default>a|b</default></attribute></attributes><nodes><node id="a" label="Jan" start="2020-01-01"><attvalues><attvalue for="0" value="[\'x\', y]"/></attvalues><viz:color hex="#fff"/><viz:position x="1" y="2"/><nodes><node id="b" pid="a"/></nodes></node></nodes><edges><edge source="a" target="b" label="kent" weight="2"><spells><spell start="1"/></spells></edge></edges></graph></gexf>'],
  ['pajek', '*Vertices 4 2\n1 "Jan" 0.1 0.2 0.5 ellipse ic Red\n2 O\'Neil 0.3 0.3 Age 20 [1-3]\n*Arcs :1 "belt"\n1 2 3 l "x"\n*Edgeslist\n1 3 4\n*Matrix\n0 1\n1 0\n*Partition p\n*Vertices 4\n1\n2\n'],
  ['gml', '# c\nCreator "Gephi"\ngraph [ directed 1\n node [ id 1 label "Jan &quot;x&quot;" graphics [ x 1 y 2 fill "#ff0000" ] a [ b [ c 1 ] ] ]\n node [ id 2 gid 1 ]\n edge [ source 1 target 2 label "kent" value 1.5 ]\n]\n'],
  ['dl', 'DL n = 3, nm = 1, format = edgelist1\nlabels:\n"Jan",\'Piet\',O\'Neil\nmatrix labels:\nbelt\ndata:\n1 2 3\n2 3 1\n!\n'],
  ['dl', 'dl n=2 format=fullmatrix\nlabels embedded\ndata:\na b\na 0 1\nb 1 0\n'],
  ['dot', 'strict digraph "n" { /* c */ node [shape=box] subgraph cluster_a { a [label=<<b>x</b>>]; b:p:n; label="G" } a -> {b c} -> "d\\"e" [label="kent", weight=2] ; x=y }'],
];
const HOSTILE = ['__proto__', 'constructor', '\u0000', '\uFEFF', '&#0;', '&#xD800;', '"', "'", '[', ']', '{', '}', '<', '>', '*Vertices 999999999\n', '*Matrix\n', 'n=999999999 ', '\\', '\\"', '-1', '1e999', 'NaN', '9'.repeat(400), ' '.repeat(2000), '[ '.repeat(300), '{'.repeat(300), '<node id="a">'.repeat(300), '\r', '\n\n', '--', '->', ':', '=', '<!--', '/*', '#', '<![CDATA[', 'nr=5 nc=7 ', 'format=edgelist2 ', '\ud800'];

const change = fc.record({ at: fc.nat(2000), kind: fc.constantFrom('cut', 'insert', 'swap', 'drop', 'twice'), text: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 })), length: fc.nat(60) });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { at, kind, text: piece, length }: Change): string {
  const from = text.length === 0 ? 0 : at % text.length;
  if (kind === 'cut') return text.slice(0, from);
  if (kind === 'insert') return text.slice(0, from) + piece + text.slice(from);
  if (kind === 'swap') return text.slice(0, from) + piece + text.slice(from + piece.length);
  if (kind === 'drop') return text.slice(0, from) + text.slice(from + length);
  return text.slice(0, from + length) + text.slice(from);
}

describe.each(VALID)('%s made hostile', (id, valid) => {
  test('comes in or is refused, and nothing else', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from(valid)), 'x')?.id).toBe(id);
    expect((await walk(id, valid)).nodes.length).toBeGreaterThan(1);
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), async (changes, wide) => {
        const text = changes.reduce(changed, valid);
        const bytes = Buffer.from(text, wide ? 'utf16le' : 'utf8');
        recogniseRecords(heldBytes(bytes), `x.${id}`);
        try {
          const found = await walk(id, bytes);
          for (const edge of found.edges) expect(edge.from >= 0 && edge.to >= 0).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 200 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  }, 60_000);
});

test.each<readonly [RecordFormatId, string]>([
  ['dl', `dl n=2\nlabels:\n${'"a '.repeat(60_000)}\ndata:\n0 1 1 0\n`],
  ['dl', 'dl n=999999999 format=edgelist1\ndata:\n1 2\n'],
  ['pajek', `*Vertices 2\n1 ${'"a '.repeat(200_000)}\n2 b\n`],
  ['pajek', '*Vertices 49999999\n*Arcs\n1 2\n'],
  ['gml', `graph [ node [ id 1 label "${'\\"'.repeat(200_000)}" ] ]`],
  ['dot', `digraph { a -> {${'b; '.repeat(200_000)}} }`],
  ['graphml', `<graphml><graph><node id="a">${Array.from({ length: 30_000 }, (_, at) => `<data key="${String(at)}">x</data>`).join('')}</node></graph></graphml>`],
])('%s of much in one place ends in good time', async (id, text) => {
  await walk(id, text).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
});
