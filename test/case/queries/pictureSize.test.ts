import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureSize } from '../../../electron/case/queries/pictureSize';

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000140000000f00802000000368849d6', 'hex');
// A start, a table of 4 bytes, a progressive frame of 480 by 640, a fill byte before it.
const jpeg = Buffer.from('ffd8ffe000040102ffffc2001108028001e003012200021101031101', 'hex');

it('reads the size of a PNG and of a JPEG, and of nothing else', () => {
  expect(pictureSize(png)).toEqual({ width: 320, height: 240, mediaType: 'image/png' });
  expect(pictureSize(jpeg)).toEqual({ width: 480, height: 640, mediaType: 'image/jpeg' });
  expect(pictureSize(Buffer.from('GIF89a\u0001\u0000\u0001\u0000'))).toBeNull();
  expect(pictureSize(Buffer.from('ffd8ffda', 'hex'))).toBeNull();
});

it('never fails on what is damaged', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('89504e470d0a1a0a', 'ffd8ff', ''), (rest, head) => {
    const size = pictureSize(Buffer.concat([Buffer.from(head, 'hex'), rest]));
    if (size !== null) expect(size.width > 0 && size.height > 0).toBe(true);
  }), { numRuns: 500 });
});
