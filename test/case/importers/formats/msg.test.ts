import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { outlookItem } from './outlookItem';
import type { Item } from './outlookItem';
import { walk } from './walk';

const ITEM: Item = {
  texts: {
    '001a001f': 'IPM.Note',
    '0037001f': 'Levering container donderdag',
    '1000001f': 'Dag Karim,\r\n\r\nDe doos staat klaar op kaai 869. Kost 1.200 €.\r\nGroeten',
    '0c1a001f': 'Jef Peeters',
    '0c1e001f': 'EX',
    '0c1f001f': '/O=HAVEN/OU=ANTWERPEN/CN=RECIPIENTS/CN=JPEETERS',
    '5d01001f': 'jef.peeters@haven.example',
    '1035001f': '<A1B2C3@exch01.haven.example>',
  },
  times: { '00390040': Date.UTC(2022, 10, 21, 13, 5, 11) },
  numbers: { '3fde0003': 65_001 },
  recipients: [
    { texts: { '3001001f': 'Karim B.', '3003001f': 'karim@transport.example', '39fe001f': 'karim@transport.example' }, numbers: { '0c150003': 1 } },
    { texts: { '3001001f': "'boekhouding@transport.example'", '3003001f': 'boekhouding@transport.example' }, numbers: { '0c150003': 2 } },
  ],
  attachments: [
    { texts: { '3707001f': 'Pinligst container.pdf', '3704001f': 'PINLIG~1.PDF', '370e001f': 'application/pdf', '37010102': Buffer.from('%PDF-1.4 …') }, numbers: { '37050003': 1 } },
    {
      texts: { '3001001f': 'Vraag over de boot' }, numbers: { '37050003': 5 },
      inside: { texts: { '0037001f': 'Vraag over de boot', '1000001f': 'Wanneer komt ze aan?', '0c1a001f': 'Karim B.', '0c1f001f': 'karim@transport.example', '1035001f': '<vraag@transport.example>' }, recipients: [{ texts: { '3001001f': 'Jef', '3003001f': 'jef.peeters@haven.example' }, numbers: { '0c150003': 1 } }] },
    },
  ],
};

describe('an Outlook item', () => {
  test('says who wrote what to whom, with its attachments and the message inside it', async () => {
    const file = outlookItem(ITEM);
    expect(recogniseRecords(heldBytes(file), 'bericht.msg')?.id).toBe('msg');
    const said = await walk('msg', file, 'bericht.msg');
    const accounts = said.nodes.filter((node) => node.type === 'emailAccount').map((node) => node.values['address']?.[0] ?? '').toSorted((a, b) => a.localeCompare(b));
    expect(accounts).toEqual(['boekhouding@transport.example', 'jef.peeters@haven.example', 'karim@transport.example']);
    const messages = said.nodes.filter((node) => node.type === 'message');
    expect(messages.map((node) => node.values['subject']?.[0])).toEqual(['Levering container donderdag', 'Vraag over de boot']);
    expect(messages[0]?.values['date']).toEqual(['2022-11-21T13:05:11Z']);
    expect(messages[0]?.values['content']?.[0]).toContain('Kost 1.200 €.');
    expect(messages[0]?.values['reference']).toEqual(['A1B2C3@exch01.haven.example']);
    expect(said.edges.filter((edge) => edge.type === 'messaged').map((edge) => [said.nodes[edge.from]?.values['address']?.[0], said.nodes[edge.to]?.values['address']?.[0], edge.values['other:role']?.[0]])).toEqual([
      ['jef.peeters@haven.example', 'karim@transport.example', 'To'], ['jef.peeters@haven.example', 'boekhouding@transport.example', 'Cc'], ['karim@transport.example', 'jef.peeters@haven.example', 'To'],
    ]);
    const first = said.outcomes.find((outcome) => outcome.kind === 'row');
    const attachments = first?.kind === 'row' ? (first.mapped.attachments ?? []) : [];
    expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([['Pinligst container.pdf', 'application/pdf'], ['Vraag over de boot.msg', 'application/vnd.ms-outlook']]);
    expect(Buffer.from(attachments[0]?.bytes ?? []).toString()).toBe('%PDF-1.4 …');
    // The message inside can be opened on its own.
    const inner = await walk('msg', attachments[1]?.bytes ?? new Uint8Array());
    expect(inner.nodes.find((node) => node.type === 'message')?.values['content']).toEqual(['Wanneer komt ze aan?']);
    expect(said.pages[0]).toContain('kaai 869');
  });

  test('reads a body that is only RTF, or only HTML in a code page', async () => {
    const rtf = '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\pard Caf\\\'e9 \\u8364? 50\\par {\\*\\generator x;}tweede regel\\par}';
    const packed = Buffer.alloc(16 + rtf.length);
    packed.writeUInt32LE(rtf.length + 12, 0);
    packed.writeUInt32LE(rtf.length, 4);
    packed.writeUInt32LE(0x414c454d, 8);
    packed.write(rtf, 16, 'latin1');
    const plain = await walk('msg', outlookItem({ texts: { '0037001f': 'rtf', '0c1f001f': 'a@b.example', '10090102': packed } }));
    expect(plain.nodes.find((node) => node.type === 'message')?.values['content']).toEqual(['Café € 50\ntweede regel']);
    const html = await walk('msg', outlookItem({ texts: { '0037001f': 'html', '0c1f001f': 'a@b.example', '10130102': Buffer.from('<p>\u00c7a co\u00fbte <b>20</b>\u0080</p>', 'latin1') }, numbers: { '3fde0003': 1252 } }));
    expect(html.nodes.find((node) => node.type === 'message')?.values['content']).toEqual(['Ça coûte 20€']);
  });

  test('unfolds compressed RTF, by the example of its specification', async () => {
    const packed = Buffer.from('2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0', 'hex');
    const said = await walk('msg', outlookItem({ texts: { '0037001f': 'x', '0c1f001f': 'a@b.example', '10090102': packed } }));
    expect(said.nodes.find((node) => node.type === 'message')?.values['content']).toEqual(['hello world']);
  });

  test('refuses or survives whatever bytes are changed', async () => {
    const whole = Buffer.from(outlookItem(ITEM));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(whole.length), fc.boolean(), async (changes, length, cut) => {
      const file = Buffer.from(whole);
      for (const [at, value] of changes) file[at] = value;
      try {
        await walk('msg', cut ? file.subarray(0, length) : file);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
