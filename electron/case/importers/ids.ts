import { randomFillSync } from 'node:crypto';

const DIGITS = Buffer.from('0123456789abcdef', 'latin1');
const LENGTH = 36;
const POOL = 64 * 1024;

/**
 * UUIDv7 by the hundred thousand: as the uuid package's, in rising order, but with randomness drawn in one go for many and each text
 * made in one piece (one by one these took a tenth of an import). 48 bits of time, then a counter of 26 bits that starts anew, at random, each
 * millisecond.
 */
export function createIds(now: () => number = Date.now): () => string {
  const pool = Buffer.allocUnsafe(POOL);
  const text = Buffer.alloc(LENGTH, '-');
  let at = POOL;
  let time = 0;
  let counter = 0;
  const random = (): number => {
    if (at === POOL) {
      randomFillSync(pool);
      at = 0;
    }
    return pool[at++] ?? 0;
  };
  const digit = (place: number, value: number): void => {
    text[place] = DIGITS[value & 15] ?? 48;
  };
  const byte = (place: number, value: number): void => {
    digit(place, value >>> 4);
    digit(place + 1, value);
  };
  const setTime = (): void => {
    const high = Math.floor(time / 65_536);
    byte(0, high >>> 24);
    byte(2, high >>> 16);
    byte(4, high >>> 8);
    byte(6, high);
    byte(9, time >>> 8);
    byte(11, time);
  };
  digit(14, 7);
  return () => {
    const clock = now();
    if (clock > time) {
      time = clock;
      counter = ((random() & 1) << 24) | (random() << 16) | (random() << 8) | random();
      setTime();
    } else {
      counter += 1;
      if (counter >= 1 << 26) {
        time += 1;
        counter = 0;
        setTime();
      }
    }
    digit(15, counter >>> 22);
    byte(16, counter >>> 14);
    byte(19, 0x80 | ((counter >>> 8) & 63));
    byte(21, counter);
    for (let place = 24; place < LENGTH; place += 2) byte(place, random());
    return text.toString('latin1');
  };
}
