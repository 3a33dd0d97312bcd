import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { withstandsMutations } from './hostile';
import { walk } from './walk';

const entity = (id: string, schema: string, properties: Record<string, unknown>, about: Record<string, unknown> = {}): Record<string, unknown> => ({ id, schema, properties, ...about });
const lines = (...objects: unknown[]): string => objects.map((each) => JSON.stringify(each)).join('\n');

const FILE = lines(
  entity('own-1', 'Ownership', { owner: ['NK-ada'], asset: ['NK-dokwerk'], percentage: ['51'], startDate: ['2019-03'], endDate: ['2021-06-30'], role: ['shareholder'], sourceUrl: ['https://register.example/1'] }),
  entity('NK-ada', 'Person', { name: ['Ada Verhulst', 'A. Verhulst'], alias: ['Dokada'], firstName: ['Ada'], lastName: ['Verhulst'], birthDate: ['1980-05-02'], nationality: ['be'], phone: ['+32 475 12 34 56'], email: ['ada@example.org'], passportNumber: ['EX123456'], topics: ['role.pep'], addressEntity: ['addr-1'], wikidataId: ['Q1'] }, { caption: 'Ada Verhulst', datasets: ['be_test', 'eu_test'], first_seen: '2023-01-01T00:00:00', last_seen: '2024-01-01T00:00:00', referents: ['x-1'], target: true }),
  entity('NK-dokwerk', 'Company', { name: ['Dokwerk BV'], registrationNumber: ['0403.170.701'], vatCode: ['not a number'], jurisdiction: ['be'], incorporationDate: ['1999'] }),
  entity('addr-1', 'Address', { full: ['Kaai 12, 2030 Antwerpen'], city: ['Antwerpen'], country: ['be'] }),
  entity('dir-1', 'Directorship', { director: ['NK-ada'], organization: ['NK-dokwerk', 'NK-elsewhere'], role: ['zaakvoerder'] }),
  entity('fam-1', 'Family', { person: ['NK-ada'], relative: ['NK-bo'], relationship: ['sibling'] }),
  entity('NK-bo', 'Person', { name: ['Bo Verhulst'] }),
  entity('acc-1', 'BankAccount', { iban: ['BE68539007547034'], holder: ['NK-ada'], bankName: ['Testbank'] }),
  entity('acc-2', 'BankAccount', { accountNumber: ['12345678901234567890'], holder: ['NK-dokwerk'] }),
  entity('pay-1', 'Payment', { payerAccount: ['acc-1'], payer: ['NK-ada'], beneficiaryAccount: ['acc-2'], amount: ['1234.56'], currency: ['EUR'], date: ['2022-01-03'], purpose: ['kaai'] }),
  entity('ves-1', 'Vessel', { name: ['Zeester'], imoNumber: ['IMO9074729'], flag: ['pa'], owner: ['NK-dokwerk'] }),
  entity('call-1', 'Call', { callerNumber: ['+32475123456'], receiverNumber: ['+32475000000'], caller: ['NK-ada'], duration: ['61'], date: ['2022-02-01T10:00:00'] }),
  entity('san-1', 'Sanction', { entity: ['NK-bo'], program: ['EU-1'], authority: ['Council'], startDate: ['2022-03-01'] }),
  entity('wal-1', 'CryptoWallet', { publicKey: ['bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'], currency: ['BTC'], holder: ['NK-bo'] }),
  entity('pass-1', 'Passport', { passportNumber: ['EY999999'], holder: ['NK-bo'], country: ['be'] }),
  entity('link-1', 'UnknownLink', { subject: ['NK-bo'], object: ['ves-1'], role: ['seen aboard'] }),
  entity('own-2', 'Ownership', { owner: ['NK-bo'] }),
);

describe('FollowTheMoney', () => {
  test('entities become what they are, with all that is said of them', async () => {
    const { nodes, edges, rejects, kinds } = await walk('ftm', FILE, 'entities.ftm.json');
    const ada = nodes.find(({ values }) => values['reference']?.includes('NK-ada') === true);
    expect(ada).toMatchObject({ type: 'person', stub: false, values: { name: ['Ada Verhulst', 'A. Verhulst'], alias: ['Dokada'], givenName: ['Ada'], familyName: ['Verhulst'], birthDate: ['1980-05-02'], nationality: ['BE'], 'other:topics': ['role.pep'], 'other:datasets': ['be_test', 'eu_test'], 'other:first_seen': ['2023-01-01T00:00:00'], 'other:schema': ['Person'], 'other:wikidataId': ['Q1'] } });
    expect(ada?.values['other:caption']).toBeUndefined();
    expect(nodes.find(({ type }) => type === 'company')?.values).toMatchObject({ name: ['Dokwerk BV'], enterpriseNumber: ['0403170701'], 'other:vatCode': ['not a number'], country: ['BE'], founded: ['1999'] });
    expect(nodes.find(({ type }) => type === 'vessel')?.values).toMatchObject({ imo: ['9074729'], flag: ['PA'] });
    expect(nodes.find(({ values }) => values['number']?.includes('12345678901234567890') === true)?.type).toBe('bankAccount');
    expect(nodes.find(({ type }) => type === 'cryptoWallet')?.values['address']).toEqual(['bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh']);
    const name = (at: number): string => nodes[at]?.values['reference']?.[0] ?? nodes[at]?.values['number']?.[0] ?? nodes[at]?.values['address']?.[0] ?? '';
    const told = edges.map(({ type, from, to }) => `${name(from)} ${type} ${name(to)}`);
    expect(told).toEqual(expect.arrayContaining([
      'NK-ada owns NK-dokwerk', 'NK-ada directorOf NK-dokwerk', 'NK-ada family NK-bo', 'NK-ada locatedAt addr-1', 'NK-ada accountHolder acc-1', 'acc-1 paid acc-2', 'NK-dokwerk owns ves-1', '+32475123456 called +32475000000',
      'NK-ada uses +32475123456', 'NK-ada uses ada@example.org', 'NK-ada owns EX123456', 'NK-bo accountHolder wal-1', 'NK-bo owns pass-1', 'san-1 pointsTo NK-bo', 'NK-bo linked ves-1', 'NK-ada pointsTo acc-1', 'NK-ada pointsTo +32475123456',
    ]));
    expect(edges.find(({ type, values }) => type === 'owns' && values['share'] !== undefined)?.values).toMatchObject({ share: ['51'], start: ['2019-03'], end: ['2021-06-30'], 'other:id': ['own-1'], 'other:sourceUrl': ['https://register.example/1'] });
    expect(edges.find(({ type }) => type === 'paid')?.values).toMatchObject({ amount: ['1234.56 EUR'], date: ['2022-01-03'], communication: ['kaai'] });
    expect(edges.find(({ type }) => type === 'linked')?.values['role']).toContain('UnknownLink');
    // Who stands outside the file is a stub known by its id.
    expect(nodes.filter(({ stub }) => stub).map(({ values }) => values['reference'])).toEqual([['NK-elsewhere']]);
    expect(rejects).toMatchObject([{ row: 17, detail: 'link without two ends' }]);
    expect(kinds).toContainEqual({ of: 'entity', label: 'Person', type: 'person', count: 2 });
  });

  test('lists, answers of Aleph, nested entities and changes say the same', async () => {
    const objects = FILE.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const usual = await walk('ftm', FILE);
    const summary = ({ nodes, edges }: typeof usual): unknown => [nodes.map(({ type, values }) => [type, values]), edges.map(({ type, values }) => [type, values])];
    for (const text of [JSON.stringify(objects), JSON.stringify({ status: 'ok', results: objects, total: 17 }, null, 1), objects.map((each) => JSON.stringify({ op: 'ADD', entity: each })).join('\n')]) expect(summary(await walk('ftm', text))).toEqual(summary(usual));
    const nested = await walk('ftm', JSON.stringify(entity('p', 'Person', { name: ['P'], ownershipOwner: [entity('o', 'Ownership', { percentage: ['5'], asset: [entity('c', 'Company', { name: ['C'] })] })] })));
    expect(nested.nodes.map(({ type, values }) => [type, values['name']])).toEqual([['person', ['P']], ['company', ['C']]]);
    expect(nested.edges).toMatchObject([{ type: 'owns', from: 0, to: 1, values: { share: ['5'] } }]);
    const { outcomes } = await walk('ftm', JSON.stringify({ op: 'DEL', entity: entity('p', 'Person', { name: ['P'] }) }));
    expect(outcomes).toMatchObject([{ kind: 'revoke', entity: { type: 'person', namespace: 'ftm' } }]);
  });

  test('statements of one entity come together, edges even from afar', async () => {
    const statement = (canonical_id: string, schema: string, prop: string, value: string): unknown => ({ id: 'x', canonical_id, entity_id: `src-${canonical_id}`, schema, prop, prop_type: 'name', value, dataset: 'be_test', first_seen: '2023-01-01', last_seen: '2024-01-01', external: false });
    const { nodes, edges, rejects } = await walk('ftm', lines(
      statement('e', 'Ownership', 'owner', 'a'), statement('a', 'LegalEntity', 'name', 'Ada'), statement('a', 'Person', 'birthDate', '1980'), statement('a', 'Person', 'id', 'checksum'),
      statement('b', 'Company', 'name', 'Dokwerk'), statement('e', 'Ownership', 'asset', 'b'), statement('e', 'Ownership', 'percentage', '20'),
    ));
    expect(rejects).toEqual([]);
    expect(nodes).toMatchObject([{ type: 'person', values: { name: ['Ada'], birthDate: ['1980'], 'other:dataset': ['be_test'], 'other:entity_id': ['src-a'] } }, { type: 'company' }]);
    expect(edges).toMatchObject([{ type: 'owns', from: 0, to: 1, values: { share: ['20'] } }]);
  });

  test('bad lines are listed and the rest comes in', async () => {
    const { nodes, rejects } = await walk('ftm', `${lines(entity('a', 'Person', { name: ['A'] }))}\n{"id": "b", "schema"\n{"id":"c"}\n${lines(entity('d', 'Person', { name: ['D'] }))}`);
    expect(nodes.map(({ values }) => values['name'])).toEqual([['A'], ['D']]);
    expect(rejects.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('a link with a crowd on each side is listed, not multiplied', async () => {
    const many = (letter: string): string[] => Array.from({ length: 60 }, (_, at) => `${letter}${at}`);
    const { edges, rejects } = await walk('ftm', JSON.stringify(entity('o', 'Ownership', { owner: many('p'), asset: many('c') })));
    expect(edges).toEqual([]);
    expect(rejects).toMatchObject([{ row: 1, detail: 'link with more than 50 ends on one side' }]);
  });

  test('is told from other JSON', () => {
    const id = (text: string): string | undefined => recogniseRecords(heldBytes(Buffer.from(text)), 'x.json')?.id;
    expect(id(FILE)).toBe('ftm');
    expect(id('[{"id":1,"schema":"public","name":"x"}]')).toBeUndefined();
    expect(id('[{"naam":"Ada","iban":"BE68539007547034"}]')).toBeUndefined();
    expect(id('{"$schema":"http://json-schema.org","properties":{"a":{"type":"string"}}}')).toBeUndefined();
  });

  test('withstands broken files', () => withstandsMutations('ftm', FILE.split('\n').slice(0, 6).join('\n')));
});
