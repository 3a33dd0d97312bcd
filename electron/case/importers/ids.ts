import { randomFillSync } from 'node:crypto';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const POOL = 64 * 1024;

/**
 * UUIDv7 by the hundred thousand: as the uuid package's, in rising order, but with randomness drawn in one go for many
 * (drawing it one by one took a tenth of an import). 48 bits of time, then a counter of 26 bits that starts anew, at random, each millisecond.
 */
export function createIds(now: () => number = Date.now): () => string {
  const pool = Buffer.allocUnsafe(POOL);
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
  const byte = (value: number): string => HEX[value & 255] ?? '00';
  return () => {
    const clock = now();
    if (clock > time) {
      time = clock;
      counter = ((random() & 1) << 24) | (random() << 16) | (random() << 8) | random();
    } else {
      counter += 1;
      if (counter >= 1 << 26) {
        time += 1;
        counter = 0;
      }
    }
    const high = Math.floor(time / 65_536);
    return (
      byte(high >>> 24) + byte(high >>> 16) + byte(high >>> 8) + byte(high) + '-' + byte(time >>> 8) + byte(time) +
      '-7' + (HEX[(counter >>> 22) & 15] ?? '00').slice(1) + byte(counter >>> 14) + '-' + byte(0x80 | ((counter >>> 8) & 63)) + byte(counter) +
      '-' + byte(random()) + byte(random()) + byte(random()) + byte(random()) + byte(random()) + byte(random())
    );
  };
}
