import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../../shared/contract/failure';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { walk } from './walk';

const one = (separator: string, number: number, body: string): string => `${separator}\nFrom: a${number}@b.example\nTo: c@d.example\nDate: Mon, 21 Nov 2022 14:05:1${number} +0100\nSubject: nummer ${number}\nMessage-ID: <${number}@x>\n\n${body}\n\n`;
const BOX = [
  one('From a@b.example Mon Nov 21 14:05:11 2022', 1, 'Eerste.\n>From hier tot daar\n>>From dubbel'),
  one('From - Mon Nov 21 14:05:12 2022', 2, 'Tweede.\n\nFrom here on it is text, not a separator.'),
  one('From 1750000000000000001@xxx Mon Nov 21 14:05:13 +0000 2022', 3, 'Derde.'),
  one('From ', 4, 'Vierde, zoals nieuwe programma’s het schrijven.'),
].join('');

describe('a mailbox', () => {
  test('gives its messages one by one, quoting undone', async () => {
    expect(recogniseRecords(heldBytes(Buffer.from(BOX)), 'Inbox')?.id).toBe('mbox');
    const said = await walk('mbox', BOX);
    const messages = said.nodes.filter((node) => node.type === 'message');
    expect(messages.map((node) => node.values['subject']?.[0])).toEqual(['nummer 1', 'nummer 2', 'nummer 3', 'nummer 4']);
    expect(messages[0]?.values['content']).toEqual(['Eerste.\nFrom hier tot daar\n>From dubbel']);
    expect(messages[1]?.values['content']?.[0]).toContain('From here on it is text');
    expect(said.outcomes.filter((outcome) => outcome.kind === 'row').map((outcome) => (outcome.kind === 'row' ? outcome.row : 0))).toEqual([1, 2, 3, 4]);
    expect(said.edges.filter((edge) => edge.type === 'messaged')).toHaveLength(4);
    expect(said.pages).toHaveLength(4);
  });

  test('with line ends of Windows, and one that never ends', async () => {
    expect((await walk('mbox', BOX.replaceAll('\n', '\r\n'))).nodes.filter((node) => node.type === 'message')).toHaveLength(4);
    expect((await walk('mbox', BOX.slice(0, -40))).nodes.filter((node) => node.type === 'message')).toHaveLength(4);
  });

  test('lists what is no message, and refuses what holds none', async () => {
    const said = await walk('mbox', `${BOX}From x@y Mon Nov 21 14:05:11 2022\nX: \n\n`);
    expect(said.rejects.map(({ row, code }) => [row, code])).toEqual([[5, 'badRecord']]);
    await expect(walk('mbox', 'niets\n')).rejects.toBeInstanceOf(Failure);
  });

  test('never breaks the import, whatever its bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(BOX.length), fc.nat(BOX.length), fc.constantFrom('\n\nFrom \n', '\0'.repeat(50), '__proto__: 1\n', '>'.repeat(5000), '\n\nFrom a Mon Nov 21 14:05:11 2022\nX: y\n'), async (cut, at, text) => {
      const file = Buffer.from(BOX.slice(0, cut));
      try {
        await walk('mbox', Buffer.concat([file.subarray(0, at), Buffer.from(text), file.subarray(at)]));
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }), { numRuns: 200 });
  });

  test('of many messages is read in a stream', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => one('From a@b.example Mon Nov 21 14:05:11 2022', at % 10, `bericht ${at}`).replace(`<${at % 10}@x>`, `<${at}@x>`)).join('');
    expect((await walk('mbox', many)).nodes.filter((node) => node.type === 'message')).toHaveLength(3000);
  });
});
