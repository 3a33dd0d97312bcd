import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import { headOf, recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { format } from '../../../../electron/case/importers/formats/anx';
import { walk } from './walk';

const DEFINITIONS = `<StrengthCollection><Strength Id="s1" Name="Confirmed" DotStyle="DotStyleSolid"/><Strength Id="s2" Name="Tentative" DotStyle="DotStyleDotted"/></StrengthCollection>
<LinkTypeCollection><LinkType Id="lt1" Name="Owner" Colour="255"/><LinkType Id="lt2" Name="Link"/><LinkType Id="lt3" Name="Bought rounds with"/></LinkTypeCollection>
<EntityTypeCollection><EntityType Id="et1" Name="Persoon" IconFile="adult"/><EntityType Id="et2" Name="Narco cell" IconFile="gang" SemanticTypeGuid="guidCell" Colour="65280"/><EntityType Id="et3" Name="Voertuig" IconFile="car"/></EntityTypeCollection>
<AttributeClassCollection><AttributeClass Id="ac1" Name="Length" Type="AttNumber" Suffix=" cm"/><AttributeClass Id="ac2" Name="Date of birth" Type="AttTime"/></AttributeClassCollection>`;
const person = (id: string, label: string, more = '', x = 0): string =>
  `<ChartItem Id="${id}" Label="${label}" XPosition="${x}"><End X="${x}" Y="10"><Entity Identity="${label}" LabelIsIdentity="true"><Icon><IconStyle EntityTypeReference="et1"/></Icon></Entity></End>${more}</ChartItem>`;
const link = (a: string, b: string, style: string, attributes = ''): string => `<ChartItem Label=""${attributes}><Link End1Reference="${a}" End2Reference="${b}"><LinkStyle ${style}/></Link></ChartItem>`;
const chart = (items: string, before = DEFINITIONS, after = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<Chart Rigorous="true" IdReferenceLinking="true">${before}<ChartItemCollection>${items}</ChartItemCollection>${after}</Chart>`;

describe('a chart whose links point at the ids of chart items', () => {
  const items = [link('ID3', 'ID1', 'LinkTypeReference="lt1" ArrowStyle="ArrowOnTail" StrengthReference="s2" LineWidth="4"'), person('ID1', 'An Jacobs', '', 0), person('ID2', 'Bo Maes', '', 160), '<ChartItem Id="ID3" Label="1-ABC-234" XPosition="320"><End X="320" Y="0x20"><Entity><Icon><IconStyle EntityTypeReference="et3" Enlargement="ICEnlargeDouble" IconShadingColour="0x0000FF"/></Icon></Entity></End></ChartItem>'].join('');

  test('joins them, in whatever order they stand, links after things', async () => {
    const { nodes, edges, outcomes, rejects } = await walk('anx', chart(items));
    expect(rejects).toEqual([]);
    expect(nodes.map((node) => [node.type, node.stub, node.place])).toEqual([
      ['person', false, { x: 0, y: 10 }],
      ['person', false, { x: 160, y: 10 }],
      ['vehicle', false, { x: 320, y: 32, style: { colour: '#ff0000', size: 2 } }],
    ]);
    expect(nodes[2]?.values.plate).toEqual(['1ABC234']);
    expect(edges.map(({ type, from, to, values, link: { style } }) => [type, from, to, values['other:Strength'], style])).toEqual([['owns', 0, 2, ['Tentative'], { colour: '#ff0000', width: 4, line: 'dotted' }]]);
    expect(outcomes.map((outcome) => outcome.kind === 'row' && outcome.mapped.links.length)).toEqual([0, 0, 0, 1]);
  });

  test('finds types that stand behind the items', async () => {
    const { nodes, edges } = await walk('anx', chart(items, '', DEFINITIONS));
    expect(nodes.map((node) => node.type)).toEqual(['person', 'person', 'vehicle']);
    expect(edges.map((edge) => edge.type)).toEqual(['owns']);
  });
});

test('a kind that no type comes near becomes a type by what it means, and is used', async () => {
  const library = '<lcx:LibraryCatalogue xmlns:lcx="http://www.i2group.com/Schemas/2001-12-07/LCXSchema"><lcx:Type tGUID="guidCell" kindOf="guidOrg"><TypeName>Cell of a network</TypeName></lcx:Type><lcx:Type tGUID="guidOrg"><TypeName>Organization</TypeName></lcx:Type></lcx:LibraryCatalogue>';
  const item = '<ChartItem Id="ID1" Label="De Kaai"><End X="0" Y="0"><Entity EntityId="1" Identity="kaai"><Icon><IconStyle Type="Narco cell"/></Icon></Entity></End></ChartItem>';
  const { nodes, types, kinds } = await walk('anx', chart(item + person('ID2', 'An', '', 90), library + DEFINITIONS));
  expect(types.entities.map(({ id, extends: base, label, icon }) => ({ id, base, label, icon }))).toEqual([{ id: 'i2NarcoCell', base: 'organisation', label: { nl: 'Narco cell', fr: 'Narco cell', de: 'Narco cell', en: 'Narco cell' }, icon: 'account-group' }]);
  expect(nodes[0]).toMatchObject({ type: 'i2NarcoCell', values: { name: ['De Kaai'], 'other:Identity': ['kaai'] }, place: { style: { colour: '#00ff00' } } });
  expect(kinds.find((kind) => kind.label === 'Narco cell')?.type).toBe('i2NarcoCell');
});

test('the user’s choice for a kind wins', async () => {
  const item = '<ChartItem Id="ID1" Label="De Kaai"><End X="0" Y="0"><Entity Identity="kaai"><Box><BoxStyle Type="Narco cell"/></Box></Entity></End></ChartItem>';
  const { nodes, types } = await walk('anx', chart(item), 'a.anx', { entityTypes: { 'Narco cell': 'group' } });
  expect([nodes[0]?.type, types.entities]).toEqual(['group', []]);
});

test('dates are as precise as their flags, and keep the offset of their zone', async () => {
  const at = (attributes: string, inner = ''): string => link('ID1', 'ID2', 'LinkTypeReference="lt2"', ` ${attributes}`).replace('</Link>', `</Link>${inner}`);
  const zone = (id: number): string => `<TimeZone UniqueID="${id}" Name="Zone"/>`;
  const items = person('ID1', 'An') + person('ID2', 'Bo', '', 90)
    + at('DateSet="true" TimeSet="false" DateTime="2024-07-01T00:00:00.000"')
    + at('DateSet="true" TimeSet="true" DateTime="2024-07-01T14:05:00.000"', zone(53))
    + at('DateSet="true" TimeSet="true" DateTime="2024-01-01T14:05:00.000"', zone(53))
    + at('DateSet="true" TimeSet="true" DateTime="2024-01-01T14:05:00"', zone(37))
    + at('DateSet="false" TimeSet="true" DateTime="1899-12-30T14:05:00.000" DateTimeDescription="about two"')
    + at('DateSet="false" TimeSet="false" DateTime="1899-12-30T00:00:00.000"')
    + at('DateSet="true" TimeSet="false" DateTime="2024-02-31T00:00:00.000"');
  const { edges, outcomes } = await walk('anx', chart(items));
  expect(edges.map(({ values }) => values.start?.[0] ?? values['other:Time']?.[0])).toEqual(['2024-07-01', '2024-07-01T14:05:00+02:00', '2024-01-01T14:05:00+01:00', '2024-01-01T14:05:00+05:30', '14:05:00', undefined, '2024-02-31T00:00:00.000']);
  expect(edges[4]?.values['other:DateTimeDescription']).toEqual(['about two']);
  expect(JSON.stringify(outcomes)).toContain('impossibleDate');
});

test('a person’s date on a chart is not a birth date', async () => {
  const { nodes } = await walk('anx', chart(person('ID1', 'An').replace('Label="An"', 'Label="An" DateSet="true" DateTime="2024-07-01T00:00:00"')));
  expect(nodes[0]?.values).toEqual({ name: ['An'], 'other:DateTime': ['2024-07-01'] });
});

test('attributes go to the property that is called so, numbers with their unit', async () => {
  const attributes = '<AttributeCollection><Attribute AttributeClassReference="ac1" Value="183.5"/><Attribute AttributeClass="Date of birth" Value="1984-03-14T00:00:00"/><Attribute AttributeClass="constructor" Value="x&#xD;&#xA;y"/></AttributeCollection>';
  const { nodes } = await walk('anx', chart(person('ID1', 'An', attributes)));
  expect(nodes[0]?.values).toEqual({ name: ['An'], 'other:Length': ['183.5 cm'], birthDate: ['1984-03-14T00:00:00'], 'other:constructor': ['x\ny'] });
});

describe('grades', () => {
  const graded = (one: readonly string[], two: readonly string[], attributes: string): string => {
    const list = (texts: readonly string[]): string => `<StringCollection>${texts.map((text) => `<String Text="${text}"/>`).join('')}</StringCollection>`;
    return chart(person('ID1', 'An').replace('Label="An"', `Label="An" ${attributes}`), `${DEFINITIONS}<GradeOne>${list(one)}</GradeOne><GradeTwo>${list(two)}</GradeTwo>`);
  };
  const gradingOf = async (content: string): Promise<unknown> => {
    const { outcomes } = await walk('anx', content);
    return outcomes[0]?.kind === 'row' ? [outcomes[0].mapped.grading, outcomes[0].mapped.entities[0]?.values['other:GradeOne']?.[0]?.v] : null;
  };

  test('are of a scheme when their whole lists are', async () => {
    expect(await gradingOf(graded(['A', 'B', 'C', 'X'], ['1', '2', '3', '4'], 'GradeOneIndex="1" GradeTwoIndex="2"'))).toEqual([{ scheme: 'europol4x4', codes: { source: 'B', information: '3' } }, 'B']);
    expect(await gradingOf(graded(['-', 'A', 'B', 'C', 'D', 'E'], ['-', '1', '2', '3', '4', '5'], 'GradeOneIndex="1" GradeTwoIndex="5"'))).toEqual([{ scheme: 'uk5x5x5', codes: { source: 'A', information: '5' } }, 'A']);
    expect(await gradingOf(graded(['1 - Reliable', '2 - Untested', '3 - Not reliable'], ['A', 'B', 'C', 'D', 'E'], 'GradeOneIndex="1" GradeTwoIndex="0"'))).toEqual([{ scheme: 'uk3x5x2', codes: { source: '2', information: 'A' } }, '2 - Untested']);
  });

  test('stay words when a list holds anything else', async () => {
    expect(await gradingOf(graded(['Gold', 'Silver'], ['1', '2', '3', '4'], 'GradeOneIndex="1" GradeTwoIndex="2"'))).toEqual([null, 'Silver']);
    expect(await gradingOf(graded(['A', 'B'], ['1', '2'], 'GradeOneIndex="1"'))).toEqual([null, 'B']);
  });

  test('are none for the dash', async () => {
    expect(await gradingOf(graded(['-', 'Gold'], [], 'GradeOneIndex="0"'))).toEqual([null, undefined]);
  });
});

test('a card is a statement of its own, its rich text made words', async () => {
  const rich = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Gezien in caf\'e9\par \u8364?50}`;
  const cards = `<CardCollection><Card Summary="Seen" Text="${rich}" SourceReference="R1" DateSet="true" DateTime="2024-01-02T00:00:00"/><Card Summary="Only this"/></CardCollection>`;
  const { outcomes, nodes } = await walk('anx', chart(person('ID1', 'An', cards)));
  expect(nodes).toHaveLength(1);
  const said = outcomes.flatMap((outcome) => (outcome.kind === 'row' ? [outcome.mapped.entities[0]?.values] : []));
  expect(said[1]).toEqual({ note: [{ v: 'Gezien in café\n€50', raw: rich }], 'other:Summary': [{ v: 'Seen' }], 'other:DateTime': [{ v: '2024-01-02', raw: '2024-01-02T00:00:00' }], 'other:SourceReference': [{ v: 'R1' }] });
  expect(said[2]).toEqual({ note: [{ v: 'Only this' }] });
});

test('a number in a label of several lines names the thing', async () => {
  const { nodes } = await walk('anx', chart(person('ID1', 'Honda Accord&#xA;1-ABC-234').replace('et1', 'et3')));
  expect(nodes[0]?.values).toMatchObject({ plate: ['1ABC234'], note: ['Honda Accord\n1-ABC-234'] });
});

test('a label of several lines is a name and a remark; a text block is kept', async () => {
  const block = '<ChartItem Id="T"><End X="0" Y="0"><Entity Identity="t"><TextBlock><TextBlockStyle/></TextBlock></Entity></End></ChartItem>';
  const { nodes, types } = await walk('anx', chart(person('ID1', 'An Maes&#xD;&#xA;° 1984') + block));
  expect(nodes[0]?.values).toMatchObject({ name: ['An Maes ° 1984'], note: ['An Maes\n° 1984'] });
  expect([nodes[1]?.type, nodes[1]?.values.name, types.entities]).toEqual(['item', ['t'], []]);
});

test('an unknown kind of link keeps its name, one without a kind its label, and ends that are not there become stubs', async () => {
  const items = person('ID1', 'An') + person('ID2', 'Bo', '', 90) + link('ID1', 'ID2', 'LinkTypeReference="lt3" ArrowStyle="ArrowOnHead"') + link('ID1', 'Nobody', 'Type="Link"').replace('Label=""', 'Label="saw"') + '<ChartItem Label="lost"><Link/></ChartItem><ChartItem Label="what"/>';
  const { nodes, edges, rejects } = await walk('anx', chart(items));
  expect(edges.map(({ type, values }) => [type, values.role, values['other:ArrowStyle']])).toEqual([['linked', ['Bought rounds with'], ['ArrowOnHead']], ['linked', ['saw'], undefined]]);
  expect(nodes.filter((node) => node.stub).map((node) => node.values.name ?? node.values.reference)).toEqual([['Nobody']]);
  expect(rejects.map(({ detail, cells }) => [detail, cells])).toEqual([['link without ends', ['lost']], ['neither end nor link', ['what']]]);
});

test('pictures come along', async () => {
  const bmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]);
  const images = `<CustomImageCollection><CustomImage Id="me,Screen,Icon" Data="${deflateSync(bmp).toString('base64')}" DataLength="62"/></CustomImageCollection>`;
  const item = person('ID1', 'An').replace('EntityTypeReference="et1"', 'EntityTypeReference="et1" TypeIconName="me"');
  const { outcomes } = await walk('anx', chart(item, DEFINITIONS, images));
  const attached = outcomes[0]?.kind === 'row' ? outcomes[0].mapped.attachments : [];
  expect(attached?.map(({ name, mediaType, bytes }) => [name, mediaType, Buffer.compare(bytes, bmp)])).toEqual([['An.bmp', 'image/bmp', 0]]);
});

test('drawings of other scales are brought to neighbours about a hundred apart', async () => {
  const { nodes } = await walk('anx', chart(person('a', 'A', '', 0) + person('b', 'B', '', 5) + person('c', 'C', '', 10)));
  expect(nodes.map((node) => node.place?.x)).toEqual([0, 100, 200]);
});

test('is read in UTF-16, and in the Windows encoding that calls itself UTF-8', async () => {
  const content = chart(person('ID1', 'Zoë Müller'));
  const name = async (bytes: Buffer): Promise<unknown> => (await walk('anx', bytes)).nodes[0]?.values.name;
  expect(await name(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content.replace('UTF-8', 'utf-16'), 'utf16le')]))).toEqual(['Zoë Müller']);
  expect(await name(iconv.encode(content, 'windows-1252'))).toEqual(['Zoë Müller']);
  expect(recogniseRecords(heldBytes(Buffer.from(content)), 'x.xml')?.id).toBe('anx');
});

test('what stood before a fault comes in, with the fault', async () => {
  const whole = chart(person('ID1', 'An') + person('ID2', 'Bo', '', 90));
  const { nodes, rejects } = await walk('anx', whole.slice(0, whole.indexOf('"Bo"') + 2));
  expect(nodes.map((node) => node.values.name)).toEqual([['An']]);
  expect(rejects).toHaveLength(1);
  await expect(walk('anx', chart(''))).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  await expect(walk('anx', `<!DOCTYPE Chart [<!ENTITY a "b">]>${whole.slice(whole.indexOf('<Chart'))}`)).rejects.toMatchObject({ code: 'fileNotThisFormat' });
});

test('other files are not taken for charts', () => {
  for (const text of ['<Chart><Series/></Chart>', '<graphml/>', 'a;b\n1;2', 'Chart,ChartItemCollection', '']) expect(format.recognise(headOf(heldBytes(Buffer.from(text)), 'x.csv'))).toBeLessThan(0.5);
});

test('no file makes it crash or hang', async () => {
  const sound = Buffer.from(chart(person('ID1', 'An', '<CardCollection><Card Text="x"/></CardCollection>') + person('ID2', 'Bo', '', 90) + link('ID1', 'ID2', 'LinkTypeReference="lt1"')));
  const wound = fc.tuple(fc.nat(sound.length), fc.oneof(fc.constantFrom('__proto__', 'Id="__proto__"', '\0', '<ChartItem>', '</End>', '&#0;', '<![CDATA[', '"', '<x '.repeat(300)), fc.string()), fc.nat(40));
  await fc.assert(
    fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), fc.nat(sound.length), async (wounds, end) => {
      let bytes = sound;
      for (const [at, text, cut] of wounds) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at + cut)]);
      for (const each of [bytes, bytes.subarray(0, end)]) await walk('anx', each).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
    }),
    { numRuns: 200 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 60_000);

test('what other programs write elsewhere is found: types on the entity and the link, attributes on a card, places apart', async () => {
  const found = await walk('anx', `<Chart xmlns="urn:i2:anb"><ChartItemCollection>
<ChartItem Id="e1" Label="De Kaai"><End><Entity EntityTypeId="Organisation" Identity="e1"><Icon IconStyle="Standard"/><CardCollection><Card><Attribute AttributeClassId="Address" Value="Kaai 12"/></Card></CardCollection></Entity></End><Location><Point X="150" Y="120"/></Location></ChartItem>
<ChartItem Id="e2" Label="An Maes"><End><Entity EntityTypeId="P" Identity="e2"/></End><Location><Point X="0" Y="0"/></Location></ChartItem>
<ChartItem Id="c1" Label="Chef"><Link End1Id="e2" End2Id="e1" LinkTypeId="Appointment"><Attribute AttributeClassId="Desk" Value="2019"/></Link></ChartItem></ChartItemCollection>
<EntityTypeCollection><EntityType Id="P" Name="Person"/></EntityTypeCollection></Chart>`);
  expect(found.nodes).toMatchObject([{ type: 'organisation', values: { name: ['De Kaai'], 'other:Address': ['Kaai 12'] } }, { type: 'person', values: { name: ['An Maes'] } }]);
  expect(found.nodes.every((node) => node.place !== undefined)).toBe(true);
  expect(found.edges).toMatchObject([{ from: 1, to: 0, values: { role: ['Appointment'], 'other:Label': ['Chef'], 'other:Desk': ['2019'] } }]);
});
