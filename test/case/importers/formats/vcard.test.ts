import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { walk } from './walk';
import type { Walked } from './walk';

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const holder = (said: Walked) => said.nodes[0]?.values ?? {};
const linked = (said: Walked, type: string) => said.edges.filter((edge) => edge.type === type).map((edge) => ({ to: said.nodes[edge.to]?.values ?? {}, values: edge.values }));

const IPHONE = card(
  'VERSION:3.0', 'PRODID:-//Apple Inc.//iPhone OS 16.1//EN', 'N:Amellal;Driss;;;', 'FN:Driss Amellal', 'NICKNAME:Driss A\\, den Dikke', 'ORG:Transport Noord BV;Planning;', 'TITLE:Chauffeur',
  'item1.EMAIL;type=INTERNET;type=pref:driss@transport.example', 'item1.X-ABLabel:_$!<Work>!$_', 'TEL;type=CELL;type=VOICE;type=pref:0470 55 01 27', 'item2.TEL:+32 3 227 08 52', 'item2.X-ABLabel:Loods',
  'item3.ADR;type=HOME;type=pref:;;Lange Beeldekensstraat 12;Antwerpen;;2060;België', 'item3.X-ABADR:be', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-02', 'X-SOCIALPROFILE;type=telegram;x-user=driss01:https://t.me/driss01', 'IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:+32470550127',
  'item4.X-ABRELATEDNAMES:Samira', 'item4.X-ABLabel:_$!<Wife>!$_', 'NOTE:Lange regel\\, gevouwen met een ko', ' mma\\; en een\\nnieuwe regel', 'UID:0E7602CC-443E-4B82-B4B1-90F62F99A199',
);

describe('address cards', () => {
  test('of an iPhone', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from(IPHONE)), 'x')?.id).toBe('vcard');
    const said = await walk('vcard', IPHONE);
    expect(said.rejects).toEqual([]);
    expect(holder(said)).toMatchObject({ name: ['Driss Amellal'], familyName: ['Amellal'], givenName: ['Driss'], alias: ['Driss A', 'den Dikke'], birthDate: ['--04-02'], note: ['Lange regel, gevouwen met een komma; en een\nnieuwe regel'], reference: ['0e7602cc-443e-4b82-b4b1-90f62f99a199'] });
    expect(linked(said, 'uses').map(({ to, values }) => [to['number']?.[0] ?? to['address']?.[0] ?? to['handle']?.[0], to['platform']?.[0], values['other:TYPE']?.[0]])).toEqual([
      ['driss@transport.example', undefined, 'Work'], ['+32470550127', undefined, 'CELL'], ['+3232270852', undefined, 'Loods'], ['driss01', 'telegram', undefined], ['+32470550127', 'WhatsApp', undefined],
    ]);
    expect(linked(said, 'worksFor')).toEqual([{ to: { name: ['Transport Noord BV'] }, values: { role: ['Chauffeur'], 'other:ORG': ['Planning'] } }]);
    expect(linked(said, 'livesAt')[0]?.to).toMatchObject({ street: ['Lange Beeldekensstraat 12'], municipality: ['Antwerpen'], postcode: ['2060'], country: ['BE'] });
    expect(linked(said, 'family')).toEqual([{ to: { name: ['Samira'] }, values: { 'other:TYPE': ['Wife'], relation: ['partner'] } }]);
  });

  test('of old phones: quoted-printable, charsets, soft breaks, bare types, photos', async () => {
    const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(200, 7)]).toString('base64');
    const old = Buffer.concat([
      Buffer.from(card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89l=C3=A9onore;Zo=C3=AB;;;', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =', '=C3=89l=C3=A9onore', 'TEL;CELL;PREF:0470550127', 'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Zoetje;1;;;;;;;;;;;;;', `PHOTO;ENCODING=BASE64;JPEG:${jpeg.slice(0, 70)}`, ` ${jpeg.slice(70)}`, '')),
      Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1252:'), iconv.encode('Müller;Jürgen', 'windows-1252'), Buffer.from('\r\nORG:'), iconv.encode('Café Société', 'windows-1252'), Buffer.from('\r\nADR;WORK;ENCODING=QUOTED-PRINTABLE:;;Kaai=20869;Antwerpen;;2030;BE\r\nEND:VCARD\r\n'),
    ]);
    const said = await walk('vcard', old);
    expect(said.rejects).toEqual([]);
    expect(holder(said)).toMatchObject({ familyName: ['Éléonore'], givenName: ['Zoë'], name: ['Zoë Éléonore'], alias: ['Zoetje'] });
    expect(said.nodes.filter((node) => node.type === 'person')[1]?.values).toMatchObject({ familyName: ['Müller'], givenName: ['Jürgen'] });
    expect(said.nodes.find((node) => node.type === 'company')?.values['name']).toEqual(['Café Société']);
    expect(linked(said, 'locatedAt')[0]).toMatchObject({ to: { street: ['Kaai 869'] }, values: { 'other:TYPE': ['WORK'] } });
    const first = said.outcomes[0];
    expect(first?.kind === 'row' ? first.mapped.attachments?.map(({ mediaType, bytes }) => [mediaType, bytes.length]) : []).toEqual([['image/jpeg', 204]]);
  });

  test('of version 4: groups and members, relations by id, data addresses, sex, firms', async () => {
    const said = await walk('vcard', card('VERSION:4.0', 'KIND:group', 'FN:De ploeg', 'UID:urn:uuid:aaaa', 'MEMBER:urn:uuid:bbbb') + card('VERSION:4.0', 'FN:Ann', 'UID:urn:uuid:bbbb', 'GENDER:F', 'RELATED;TYPE=friend:urn:uuid:cccc', 'PHOTO:data:image/png;base64,iVBORw0KGgo=', 'TEL;VALUE=uri;TYPE="voice,home":tel:+32-3-227-08-52', 'KEY;MEDIATYPE=application/pgp-keys:data:application/pgp-keys;base64,AAAA', 'BDAY:19840314', 'DEATHDATE:2020') + card('VERSION:3.0', 'FN:Haven NV', 'N:;;;;', 'ORG:Haven NV', 'X-ABShowAs:COMPANY', 'TEL:+3232270852', 'ADR:;;Kaai 1;Antwerpen;;2030;'));
    expect(said.nodes.map((node) => [node.type, node.stub])).toEqual([['group', false], ['person', false], ['person', true], ['phone', false], ['company', false], ['address', false]]);
    expect(said.edges.map((edge) => [edge.type, edge.from, edge.to])).toEqual([['memberOf', 1, 0], ['knows', 1, 2], ['uses', 1, 3], ['uses', 4, 3], ['registeredAt', 4, 5]]);
    expect(said.nodes[1]?.values).toMatchObject({ gender: ['f'], birthDate: ['1984-03-14'], deathDate: ['2020'], 'other:KEY': ['application/pgp-keys (3 bytes)'] });
  });

  test('that are broken are passed over, with line and reason', async () => {
    const said = await walk('vcard', `${card('VERSION:3.0', 'FN:Goed', 'TEL:0470550127', 'geen eigenschap')}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kapot\r\nTEL:0470550128\r\n${card('VERSION:3.0', 'FN:Ook goed')}${card('VERSION:3.0')}BEGIN:VCARD\r\nFN:Afgebroken\r\n`);
    expect(said.nodes.filter((node) => node.type === 'person').map((node) => node.values['name']?.[0])).toEqual(['Goed', 'Ook goed']);
    expect(said.rejects.map(({ row, code, detail }) => [row, code, detail])).toEqual([[5, 'badRecord', 'no property'], [7, 'badRecord', 'card is not closed'], [15, 'empty', ''], [18, 'badRecord', 'card is not closed']]);
  });

  test('a card inside a card is its agent', async () => {
    const said = await walk('vcard', ['BEGIN:VCARD', 'VERSION:2.1', 'FN:Baas', 'AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'FN:Secretaris', 'TEL:0470550127', 'END:VCARD', 'END:VCARD', ''].join('\n'));
    expect(said.nodes.map((node) => node.values['name']?.[0])).toEqual(['Baas', 'Secretaris', undefined]);
    expect(said.edges.map((edge) => [edge.type, edge.from, edge.to])).toEqual([['uses', 1, 2], ['linked', 0, 1]]);
  });

  test('other files are not taken for cards', async () => {
    for (const text of ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'naam;tel\nBEGIN:VCARD;x\n', '{"a":1}']) expect(recogniseRecords(heldBytes(Buffer.from(text)), 'x.vcf')?.id).not.toBe('vcard');
    await expect(walk('vcard', 'geen kaart\n')).rejects.toBeInstanceOf(Failure);
  });

  test('never break the import, whatever their bytes', async () => {
    const whole = Buffer.from(IPHONE);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length), fc.constantFrom('__proto__:x\r\n', 'N;__proto__=1:a;b\r\n', '\0', 'ENCODING=QUOTED-PRINTABLE:=\r\n', 'PHOTO;ENCODING=b:AAA\r\n', 'BEGIN:VCARD\r\n', 'END:VCARD\r\n', 'AGENT:\r\n', '"', '\\', ';'.repeat(500))), { maxLength: 6 }), fc.nat(whole.length), async (inserts, length) => {
      let file = whole.subarray(0, length);
      for (const [at, text] of inserts) file = Buffer.concat([file.subarray(0, at), Buffer.from(text, 'latin1'), file.subarray(at)]);
      try {
        await walk('vcard', file);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
