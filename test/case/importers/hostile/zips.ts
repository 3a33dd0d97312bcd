import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** An entry as its bytes stand in the archive; what it says of itself need not be true. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc?: number;
  /** 0 stored, 8 deflated. */
  readonly method?: 0 | 8;
  /** Unix mode of the entry (0o120777 is a symbolic link). */
  readonly mode?: number;
}

export const deflated = (name: string | Buffer, content: string | Buffer, mode?: number): RawEntry => {
  const plain = Buffer.from(content);
  return { name, packed: deflateRawSync(plain), size: plain.length, crc: crc32(plain), ...(mode === undefined ? {} : { mode }) };
};

/** So many megabytes of one sign, packed a thousandfold: the same packed piece over and over, begun as `head` says. */
export function bomb(name: string, megabytes: number, head = '', sign = ' ', claimed = megabytes * 1024 * 1024): RawEntry {
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024, sign), { finishFlush: constants.Z_FULL_FLUSH });
  const start = deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH });
  return { name, packed: Buffer.concat([start, ...Array.from({ length: megabytes }, () => piece), deflateRawSync(Buffer.alloc(0))]), size: claimed };
}

/** An archive of these entries, true or not. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc = 0, method = 8, mode } of entries) {
    const called = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Math.min(size, 0xffff_fffe), 18);
    fields.writeUInt16LE(called.length, 22);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, called]);
    const rest = Buffer.alloc(14);
    if (mode !== undefined) rest.writeUInt32LE(mode * 0x1_0000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, rest, called]));
    bodies.push(header, packed);
    offset += header.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

/** The parts of a small archive. */
export function unzipped(zip: Buffer): { readonly name: string; readonly content: Buffer }[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const length = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const part = { name: zip.toString('utf8', at + 46, at + 46 + length), content: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) };
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return part;
  });
}
