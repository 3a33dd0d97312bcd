import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import type { Bytes } from '../../../electron/case/importers/bytes';
import { isJsonLines, pickAt, readJson } from '../../../electron/case/importers/json';
import { JsonFault } from '../../../electron/case/importers/json';
import type { JsonOutcome, JsonPick } from '../../../electron/case/importers/json';
import { JsonValues } from '../../../electron/case/importers/jsonValues';
import { Failure } from '../../../shared/contract/failure';

const read = (content: string | Buffer, pick: JsonPick, lines?: boolean): JsonOutcome[] => [
  ...readJson(heldBytes(typeof content === 'string' ? Buffer.from(content) : content), lines === undefined ? { pick } : { pick, lines }).values(),
].flat();
const plain = (outcomes: readonly JsonOutcome[]): unknown[] => outcomes.map((each) => (each.kind === 'found' ? JSON.parse(JSON.stringify(each.value)) : { fault: each.why, line: each.line }));
const elements = pickAt([['*'], ['objects', '*'], ['id']]);
const whole: JsonPick = () => 'take';

/** All that the values of a text, written in pieces of these lengths, tell of; numbers and order of keys as they stand. */
function told(text: Buffer, lengths: readonly number[], pick: JsonPick, closely: boolean): string[] {
  const out: string[] = [];
  const values = new JsonValues(
    (path, shape) => {
      const picked = pick(path, shape);
      out.push(`${picked} ${JSON.stringify(path)}`);
      return picked;
    },
    (...found) => out.push(JSON.stringify(found)),
    closely,
  );
  try {
    let at = 0;
    for (let turn = 0; at < text.length; turn += 1) {
      const length = lengths[turn % lengths.length] ?? 1;
      values.write(text.subarray(at, at + length));
      at += length;
    }
    values.end();
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    out.push(`${error.why} at ${error.offset}, line ${values.placeOf(error).line}`);
  }
  return out;
}

describe('values of a JSON file', () => {
  test('come by their path, with line and ordinal', () => {
    const found = read('{\n "id": "b1", "x": {"objects": [9]},\n "objects": [\n  {"a": 1},\n  {"a": [1, {"b": null}], "c": true}\n ]\n}', pickAt([['objects', '*'], ['id']]));
    expect(found).toMatchObject([
      { kind: 'found', value: 'b1', path: ['id'], line: 2, ordinal: 0 },
      { kind: 'found', value: { a: '1' }, path: ['objects', 0], line: 4, ordinal: 1 },
      { kind: 'found', value: { a: ['1', { b: null }], c: true }, path: ['objects', 1], line: 5, ordinal: 2 },
    ]);
  });

  test('numbers are their written text', () => {
    expect(plain(read('[12345678901234567890, 1.50, -0.0, 1e400]', elements))).toEqual(['12345678901234567890', '1.50', '-0.0', '1e400']);
  });

  test('keys of the prototype are keys', () => {
    const [first] = read('[{"__proto__": {"polluted": 1}, "constructor": 2, "prototype": 3}]', elements);
    expect(first?.kind === 'found' && Object.keys(first.value as object)).toEqual(['__proto__', 'constructor', 'prototype']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a key that stands twice loses nothing', () => {
    expect(plain(read('{"a": 1, "a": 2, "a": 3}', whole))).toEqual([{ a: '3', 'a (1)': '1', 'a (2)': '2' }]);
  });

  test('marks, UTF-16 and other encodings', () => {
    for (const content of [Buffer.from('\uFEFF["é€"]'), Buffer.from('\uFEFF["é€"]', 'utf16le'), Buffer.from('["é€"]', 'utf16le'), Buffer.from('\uFEFF["é€"]', 'utf16le').swap16()]) expect(plain(read(content, elements))).toEqual(['é€']);
    const latin = Buffer.from('["Les \u00e9l\u00e8ves \u00e9taient l\u00e0, hier soir, chez Ren\u00e9 \u00e0 Li\u00e8ge"]', 'latin1');
    expect(plain(read(latin, elements))).toEqual(['Les élèves étaient là, hier soir, chez René à Liège']);
  });

  test('what stood before a fault stays', () => {
    expect(plain(read('[{"a":1},\n{"a":2},\n{"a":', elements))).toEqual([{ a: '1' }, { a: '2' }, { fault: 'truncated', line: 3 }]);
    expect(plain(read('[1, 2,\n 3,, 4]', elements))).toEqual(['1', '2', '3', { fault: 'unexpectedComma', line: 2 }]);
    expect(plain(read(`[1,\n${'['.repeat(200)}`, elements))).toEqual(['1', { fault: 'tooDeep', line: 2 }]);
    expect(plain(read('[1}', elements))).toEqual(['1', { fault: 'unexpectedEnd', line: 1 }]);
  });

  test('lines: a bad one is a fault and not the end', () => {
    expect(plain(read('{"a":1}\r\n\r\n{"a":\n{"a":3}\n\u001e{"a":4}', whole))).toEqual([{ a: '1' }, { fault: 'truncated', line: 3 }, { a: '3' }, { a: '4' }]);
  });

  test('lines are told from documents', () => {
    expect(isJsonLines('{"a":1}\n{"a":2}')).toBe(true);
    expect(isJsonLines('{"a":\n{"a":2}\n{"a":2}')).toBe(true);
    expect(isJsonLines('[1]\n[2]')).toBe(true);
    expect(isJsonLines('{\n"a": {"b":1}\n}')).toBe(false);
    expect(isJsonLines('[{"a":1},\n{"a":2}]')).toBe(false);
    expect(isJsonLines('{"a":1}')).toBe(false);
  });

  test('documents after each other', () => {
    expect(plain(read('{"a":1}{"a":2}\n\n{"a":3}', whole, false))).toEqual([{ a: '1' }, { a: '2' }, { a: '3' }]);
  });

  test('agrees with JSON.parse, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 20 }), (values) => {
        const text = JSON.stringify(values.map((value) => JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? String(each) : each)))));
        expect(plain(read(text, elements))).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('reading value by value and token by token give the same, also of what is broken', () => {
    const number = fc.constantFrom('0', '-0.0', '1.50', '1e400', '12345678901234567890', '01', '-', '1.', '2e', '+1');
    const text = fc.oneof(fc.string({ maxLength: 8, unit: 'binary' }), fc.constantFrom('a', 'b', '__proto__', 'constructor', 'a (1)', '\ud83d', 'é€😀'));
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof({ weight: 6, arbitrary: text.map((each) => JSON.stringify(each)) }, { weight: 4, arbitrary: number }, fc.constantFrom('true', 'false', 'null', 'tru', 'nul', '"\\u00e9\\/\\ud83d"', '"\\x"', '"\u0001"')),
        fc.array(tie('value'), { maxLength: 4 }).map((each) => `[${each.join(' ,\n')}]`),
        fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((each) => `{\n${each.map(([key, inner]) => `${JSON.stringify(key)}: ${inner}`).join(',\r\n')} }`),
      ),
    }));
    const picks: readonly JsonPick[] = [whole, elements, pickAt([['*', 'a'], ['*', '*', '*']]), () => 'skip', (_, shape) => (shape === 'scalar' ? 'take' : 'into')];
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 3 }), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[],:"\\ 1e-.tn\n\u0000')), { maxLength: 2 }), fc.nat(60), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(...picks),
        (documents, changes, cut, lengths, pick) => {
          const content = [...documents.join('\n')];
          for (const [at, put] of changes) content.splice(at % (content.length + 1), at % 2, put);
          const bytes = Buffer.from(content.join(''));
          const text = bytes.subarray(0, cut > 20 ? bytes.length : Math.floor((bytes.length * cut) / 20));
          const slow = told(text, [7], pick, true);
          expect(told(text, lengths, pick, false)).toEqual(slow);
          expect(told(text, [1 << 20], pick, false)).toEqual(slow);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('bad bytes never throw anything but a Failure', () => {
    const valid = Buffer.from('{"type":"bundle","objects":[{"id":"a","n":[1,2,{"é":"\\u00e9\\ud83d"}]},{"id":"b","t":true}]}\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(valid.length), fc.boolean(), (swaps, cut, lines) => {
        const content = Buffer.from(valid);
        for (const [at, byte] of swaps) content[at] = byte;
        try {
          read(content.subarray(0, cut), elements, lines);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('memory does not grow with the file', () => {
    const element = Buffer.from(`${JSON.stringify({ id: 'x'.repeat(200), list: [1, 2, 3] })},\n`);
    const perPiece = Math.floor((1 << 20) / element.length);
    const piece = Buffer.concat(Array.from({ length: perPiece }, () => element));
    const pieces = 40;
    const bytes: Bytes = {
      size: 1 + piece.length * pieces,
      close: () => undefined,
      read(offset, length) {
        const end = Math.min(this.size, offset + length);
        const out = Buffer.alloc(Math.max(0, end - offset));
        for (let at = 0; at < out.length; at += 1) out[at] = offset + at === 0 ? 0x5b : (piece[(offset + at - 1) % piece.length] ?? 0);
        return out;
      },
    };
    let count = 0;
    let most = 0;
    let last: JsonOutcome | undefined;
    for (const batch of readJson(bytes, { pick: elements, lines: false }).values()) {
      count += batch.length;
      most = Math.max(most, batch.length);
      last = batch.at(-1);
    }
    expect(count).toBe(perPiece * pieces + 1);
    expect(most).toBeLessThan(1000);
    expect(last).toMatchObject({ kind: 'fault', why: 'truncated', line: perPiece * pieces + 1 });
  });
});
