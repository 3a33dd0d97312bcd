import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { readXml } from '../../../electron/case/importers/xml';
import { XmlReading } from '../../../electron/case/importers/xmlReading';
import { Failure } from '../../../shared/contract/failure';

/** Elements and fault of a document written in pieces of these lengths. */
function told(text: Buffer, lengths: readonly number[], closely: boolean): string[] {
  const reading = new XmlReading(closely, true);
  const out: string[] = [];
  const take = (): void => void out.push(...reading.taken().map((event) => JSON.stringify(event)));
  try {
    for (let at = 0, turn = 0; at < text.length && reading.fault === null; turn += 1) {
      let end = at + (lengths[turn % lengths.length] ?? 1);
      while (end < text.length && ((text[end] ?? 0) & 0xc0) === 0x80) end += 1;
      reading.write(text.subarray(at, end));
      at = end;
      take();
    }
    if (reading.fault === null) reading.end();
    take();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    out.push(JSON.stringify(error.details));
  }
  if (reading.fault !== null) out.push(JSON.stringify(reading.fault.details));
  return out;
}

const events = (text: string): unknown[] => [...readXml(heldBytes(Buffer.from(text))).events()].flat();

describe('elements of an XML document', () => {
  test('come with their values, texts and lines', () => {
    expect(events('<?xml version="1.0"?>\r\n<!DOCTYPE a>\r\n<x:a xmlns:x="u" x:b="1 &lt;\n2">\r\n t&#233;<!-- c --><b/> <![CDATA[<é>]]>\r\n</x:a>\r\n')).toEqual([
      { kind: 'open', name: 'a', attributes: { b: '1 < 2' }, line: 4 },
      { kind: 'open', name: 'b', attributes: {}, line: 5 },
      { kind: 'close', name: 'b', text: '', line: 5 },
      { kind: 'close', name: 'a', text: '\n té <é>\n', line: 6 },
    ]);
  });

  test('keep nothing of the prototype', () => {
    const [first] = events('<a __proto__="1" constructor="2"/>') as [{ attributes: object }];
    expect(Object.entries(first.attributes)).toEqual([['__proto__', '1'], ['constructor', '2']]);
  });

  test('what stood before a fault is told', () => {
    const found: unknown[] = [];
    expect(() => {
      for (const batch of readXml(heldBytes(Buffer.from('<a>\n<b/>\n<c></b>'))).events()) found.push(...batch);
    }).toThrow(Failure);
    expect(found.length).toBeGreaterThanOrEqual(4);
  });

  test('reading mark by mark and character by character give the same, also of what is broken', () => {
    const part = fc.constantFrom(
      '<a>', '</a>', '<b x="1">', '</b>', '<c/>', "<d y='&amp;' z:q=\"&#x41;\n\tb\"/>", '<e x="1" x="2"/>', '<é/>', ' ', '\n', '\r\n', '\r', 'text', 'é€😀', '&lt;', '&amp;x', '&bad;', '&', ']]>', ']]', '>', '<!-- c\r\n -->', '<!-- -- -->',
      '<![CDATA[ <x> ]]>', '<?pi data?>', '<?xml version="1.0"?>', '<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "x">', '\u0000', '\u0001', '\uFFFE', '\u00a0', '<', '</', '<a', '"', '<a x=1>', '<1>', '</a >', '<a  x = "1" >', '&#0;', '<a x="<"/>', '<x:y xmlns:x="u" x:a="1" a="2"></x:y>',
    );
    const sound: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
      element: fc.tuple(fc.constantFrom('a', 'p:b', 'c-d.e'), fc.constantFrom('', ' x="1"', " y='é' x=\"a&gt;\r\nb\""), fc.array(fc.oneof({ depthSize: 'small' }, fc.constantFrom('text', ' \r\n ', 'é&#10;', '<!-- c -->', '<![CDATA[]]>', '<![CDATA[é\r\n]]>', '<?pi?>', '<e/>'), tie('element')), { maxLength: 4 }))
        .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
    })).element;
    fc.assert(
      fc.property(fc.constantFrom('', '\uFEFF', '\n ', '<?xml version="1.0" encoding="UTF-8"?>\n', '<!DOCTYPE a>'), fc.oneof(sound, fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))), fc.array(fc.tuple(fc.nat(), part), { maxLength: 2 }), fc.nat(30), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), (head, body, changes, cut, lengths) => {
        let content = `${head}${body}`;
        for (const [at, put] of changes) {
          const place = at % (content.length + 1);
          content = `${content.slice(0, place)}${put}${content.slice(place)}`;
        }
        const text = Buffer.from(Buffer.from(cut > 15 ? content : content.slice(0, Math.floor((content.length * cut) / 15))).toString('utf8'));
        const slow = told(text, [1 << 20], true);
        expect(told(text, [1 << 20], false)).toEqual(slow);
        // Where in pieces the parser stumbles depends on the pieces; that it does, never.
        const isFaulty = (outcomes: readonly string[]): boolean => outcomes.at(-1)?.startsWith('{"line"') === true;
        const pieces = told(text, lengths, false);
        expect(isFaulty(pieces)).toBe(isFaulty(slow));
        if (!isFaulty(slow)) expect(pieces).toEqual(slow);
      }),
      { numRuns: 1000 },
    );
  });
});
