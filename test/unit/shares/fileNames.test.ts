import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfName, shownName, textOfName } from '../../../electron/case/shares/fileNames';

test('any bytes come back as they were', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    expect([...bytesOfName(textOfName(bytes))]).toEqual([...bytes]);
  }), { numRuns: 3000 });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(textOfName(bytesOfName(textOfName(Buffer.from(text))))).toBe(textOfName(Buffer.from(text)));
  }));
});

test('names in any script stay as they are, also signs of private use', () => {
  for (const name of ['Ünïcødé.csv', 'تقرير.xlsx', 'رقم 5.csv', '报告 🚢.csv', 'e\u0301.csv', '\uF7A0.csv', 'naam. . .']) expect(bytesOfName(textOfName(Buffer.from(name))).toString()).toBe(name);
  expect(textOfName(Buffer.from([0x66, 0xff, 0x2e]))).not.toContain('\uFFFD');
});

test('what deceives the eye is shown as unknown', () => {
  expect(shownName('annexe\u202Efdp.exe')).toBe('annexe\uFFFDfdp.exe');
  expect(shownName(textOfName(Buffer.from([0x66, 0xff])))).toBe('f\uFFFD');
  expect(shownName('a\nb')).toBe('a\uFFFDb');
});
