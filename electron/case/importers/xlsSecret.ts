import { createHash } from 'node:crypto';

/** Excel locks workbooks that are only protected against changes with this password of its own, and opens them without asking. */
const OWN_PASSWORD = 'VelvetSweatshop';
const BLOCK = 1024;
const FILEPASS = 0x002f;
const BOUNDSHEET = 0x0085;
/** Records that stay as they are: begin of a part, lock, interface, what other users do. */
const PLAIN = new Set([0x0809, FILEPASS, 0x00e1, 0x0194, 0x0195, 0x0138, 0x0196]);

const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** RC4, which Node no longer has: gives the next byte to combine with. */
class KeyStream {
  private readonly state = Uint8Array.from({ length: 256 }, (_, at) => at);
  private i = 0;
  private j = 0;

  constructor(key: Uint8Array) {
    for (let at = 0, other = 0; at < 256; at += 1) {
      other = (other + (this.state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
      this.swap(at, other);
    }
  }

  private swap(left: number, right: number): void {
    const held = this.state[left] ?? 0;
    this.state[left] = this.state[right] ?? 0;
    this.state[right] = held;
  }

  next(): number {
    this.i = (this.i + 1) & 255;
    this.j = (this.j + (this.state[this.i] ?? 0)) & 255;
    this.swap(this.i, this.j);
    return this.state[((this.state[this.i] ?? 0) + (this.state[this.j] ?? 0)) & 255] ?? 0;
  }
}

/** The stream of a locked workbook in the clear, where Excel's own password opens it; null where it needs another, or is locked in another way. */
export function withOwnPassword(stream: Buffer): Buffer | null {
  let at = 0;
  while (at + 4 <= stream.length && stream.readUInt16LE(at) !== FILEPASS) at += 4 + stream.readUInt16LE(at + 2);
  const pass = stream.subarray(at + 4, at + 4 + 54);
  // Kind 1, version 1.1: RC4 with a key of 40 bits.
  if (pass.length < 54 || pass.readUInt16LE(0) !== 1 || pass.readUInt16LE(2) !== 1 || pass.readUInt16LE(4) !== 1) return null;
  const salt = pass.subarray(6, 22);
  const short = md5(Buffer.from(OWN_PASSWORD, 'utf16le')).subarray(0, 5);
  const key = md5(...Array.from({ length: 16 }, () => Buffer.concat([short, salt]))).subarray(0, 5);
  const keyOf = (block: number): KeyStream => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(block);
    return new KeyStream(md5(key, number));
  };
  const check = keyOf(0);
  const [verifier, hash] = [pass.subarray(22, 38), pass.subarray(38, 54)].map((bytes) => Buffer.from(bytes.map((byte) => byte ^ check.next())));
  if (verifier === undefined || hash === undefined || !md5(verifier).equals(hash)) return null;
  const clear = Buffer.from(stream);
  let keys = keyOf(0);
  let from = 0;
  /** Passes on to `end`, making clear what is locked; the keys go on over what is not. */
  const walk = (end: number, locked: boolean): void => {
    for (; from < end && from < clear.length; from += 1) {
      if (from > 0 && from % BLOCK === 0) keys = keyOf(from / BLOCK);
      const byte = keys.next();
      if (locked) clear[from] = (clear[from] ?? 0) ^ byte;
    }
  };
  while (from + 4 <= clear.length) {
    const type = stream.readUInt16LE(from);
    const end = from + 4 + stream.readUInt16LE(from + 2);
    // Heads of records are never locked, nor is the place of a sheet.
    walk(from + 4 + (type === BOUNDSHEET ? 4 : 0), false);
    walk(end, !PLAIN.has(type));
  }
  // The lock itself is gone: its record now has a number that no reader knows.
  clear.writeUInt16LE(0, at);
  return clear;
}
