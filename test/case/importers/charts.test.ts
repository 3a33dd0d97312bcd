import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { chartView } from '../../../electron/case/queries/chartView';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { usualPlan } from './formats/walk';

const thing = (id: string, label: string, type: string, x: number, more = ''): string =>
  `<ChartItem Id="${id}" Label="${label}" GradeOneIndex="1" GradeTwoIndex="2"><End X="${x}" Y="0"><Entity EntityId="${id}" Identity="${id}"><Icon><IconStyle Type="${type}" Enlargement="ICEnlargeDouble"/></Icon>${more}</Entity></End></ChartItem>`;
const CARDS = '<CardCollection><Card Summary="Seen" Text="Seen on the quay" GradeOneIndex="0" GradeTwoIndex="0"/></CardCollection>';
const list = (name: string, texts: string): string => `<${name}><StringCollection>${[...texts].map((text) => `<String Text="${text}"/>`).join('')}</StringCollection></${name}>`;
const CHART = `<Chart><StrengthCollection><Strength Name="Tentative" DotStyle="DotStyleDotted"/></StrengthCollection>${list('GradeOne', 'ABCX')}${list('GradeTwo', '1234')}<EntityTypeCollection><EntityType Name="Narco cell" IconFile="gang" Colour="255"/></EntityTypeCollection>
<ChartItemCollection>${thing('1', 'De Kaai', 'Narco cell', 0)}${thing('2', 'An Jacobs', 'Person', 150, CARDS)}${thing('3', 'BE68 5390 0754 7034', 'Account', 300)}
<ChartItem Label="feeds"><Link End1Id="2" End2Id="1"><LinkStyle Type="Feeds" ArrowStyle="ArrowOnHead" Strength="Tentative" LineColour="32768" LineWidth="3"/></Link></ChartItem>
<ChartItem Label="pays"><Link End1Id="3" End2Id="2">${CARDS}<LinkStyle Type="Transaction" ArrowStyle="ArrowOnHead"/></Link></ChartItem></ChartItemCollection></Chart>`;

test('a chart comes into a case as it was drawn, with its own types, and its cards as statements with their own grades', async () => {
  const { store } = await newCase();
  const path = join(temporaryFolder(), 'quay.anx');
  writeFileSync(path, CHART);
  const report = await runImport({ folder: store.folder, key: store.key }, { document: { path, name: 'quay.anx' }, mapping: usualPlan('anx'), recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  expect(report).toMatchObject({ entitiesAdded: 3, linksAdded: 2, rejected: 0 });
  const chart = store.db.prepare("SELECT id FROM chart WHERE name LIKE 'quay%'").pluck().get() as string;
  const view = chartView(store.db, store.catalogue, STRICT, { id: chart });
  expect(view.entities.map(({ type, caption }) => `${type}: ${caption}`).toSorted()).toEqual(['bankAccount: BE68 5390 0754 7034', 'i2NarcoCell: De Kaai', 'person: An Jacobs']);
  expect(store.catalogue.entityType('i2NarcoCell')).toMatchObject({ extends: 'item', icon: 'account-group', label: { nl: 'Narco cell' } });
  const cell = view.entities.find((entity) => entity.type === 'i2NarcoCell');
  expect(view.items.find((item) => item.subject === cell?.id)).toMatchObject({ x: 0, y: 0, style: { colour: '#ff0000', size: 2 } });
  const feeds = view.lines.find((line) => line.type === 'linked');
  expect(view.items.find((item) => item.kind === 'link')).toMatchObject({ subject: `linked|${feeds?.from}|${feeds?.to}`, style: { colour: '#008000', width: 3, line: 'dotted' } });
  const person = view.entities.find((entity) => entity.type === 'person');
  const statements = store.db.prepare<[string | undefined], string>("SELECT statement.grading FROM statement JOIN entity ON entity.n = statement.subject WHERE entity.id = ? AND statement.subject_kind = 'entity' ORDER BY statement.row").pluck().all(person?.id);
  expect(statements.map((grading) => JSON.parse(grading) as unknown)).toEqual([{ scheme: 'europol4x4', codes: { source: 'B', information: '3' } }, { scheme: 'europol4x4', codes: { source: 'A', information: '1' } }]);
});
