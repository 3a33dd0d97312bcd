/** Call records: rows × { A number, B number, start, duration, cell } among 20,000 phones, the same on every machine. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** Xorshift. */
function seeded(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const PIECE = 20_000;

/**
 * Writes the file, some pieces at a time.
 * @param {string} path
 * @param {number} rows
 */
export function writeCalls(path, rows) {
  const random = seeded(12345);
  const two = (value) => String(value).padStart(2, '0');
  const file = openSync(path, 'w');
  try {
    writeSync(file, 'A_NUMBER,B_NUMBER,START,DURATION_S,CELL_NAME\n');
    for (let from = 0; from < rows; from += PIECE) {
      const lines = Array.from({ length: Math.min(PIECE, rows - from) }, () => `+3247${1000000 + random(8000)},+3248${1000000 + random(12000)},2026-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:${two(random(60))}:${two(random(60))},${random(600)},CELL ${random(300)}`);
      writeSync(file, `${lines.join('\n')}\n`);
    }
  } finally {
    closeSync(file);
  }
}
