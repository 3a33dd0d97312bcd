import { Failure } from '../../../shared/contract/failure';
import type { Bytes } from './bytes';

const SIGNATURE = 'd0cf11e0a1b11ae1';
const END = 0xfffffff0;
const ENTRY = 128;
/** A stream is held in memory whole; workbooks of this kind cannot hold more than 65,536 rows per sheet. */
const MAX_STREAM = 256 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export const isCompound = (bytes: Bytes): boolean => bytes.read(0, 8).toString('hex') === SIGNATURE;

const broken = (why: string): Failure => new Failure('fileNotThisFormat', { why });

/** A compound file (OLE), as old Office programs write it: streams under names, in chains of sectors. */
export class Compound {
  private readonly sector: number;
  private readonly mini: number;
  private readonly cutoff: number;
  private readonly table: Uint32Array;
  private readonly entries: readonly Entry[];
  private miniTable: Uint32Array | null = null;
  private miniStream: Buffer | null = null;

  /** Reads the directory. Throws Failure fileNotThisFormat. */
  constructor(private readonly bytes: Bytes) {
    const header = bytes.read(0, 512);
    if (header.length < 512 || header.toString('hex', 0, 8) !== SIGNATURE) throw broken('signature');
    const shift = header.readUInt16LE(30);
    const miniShift = header.readUInt16LE(32);
    if ((shift !== 9 && shift !== 12) || miniShift < 4 || miniShift >= shift) throw broken('sectors');
    this.sector = 1 << shift;
    this.mini = 1 << miniShift;
    this.cutoff = header.readUInt32LE(56);
    this.table = this.readTable(header);
    this.entries = this.readEntries(header.readUInt32LE(48));
  }

  /** Names of the streams and storages at the top. Those inside a storage belong to embedded documents and are not told. */
  names(): string[] {
    return this.top().map(({ name }) => name);
  }

  /** Content of the stream at the top with this name, no matter the case; null when there is none. Throws Failure fileNotThisFormat, fileTooLarge. */
  stream(name: string): Buffer | null {
    const entry = this.top().find((each) => each.kind === 2 && each.name.toLowerCase() === name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.size > MAX_STREAM) throw new Failure('fileTooLarge', { limit: MAX_STREAM });
    return entry.size < this.cutoff ? this.small(entry) : this.large(entry.start, entry.size);
  }

  private top(): Entry[] {
    const found: Entry[] = [];
    const seen = new Set<number>();
    const waiting = [this.entries[0]?.child ?? END];
    while (waiting.length > 0) {
      const at = waiting.pop() ?? END;
      const entry = this.entries[at];
      if (entry === undefined || seen.has(at)) continue;
      seen.add(at);
      found.push(entry);
      waiting.push(entry.left, entry.right);
    }
    return found;
  }

  private at(sector: number): number {
    return (sector + 1) * this.sector;
  }

  /** Which sector follows which. The first 109 sectors of this table are named in the header, others in a chain of their own. */
  private readTable(header: Buffer): Uint32Array {
    const most = Math.ceil(this.bytes.size / this.sector);
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(header.readUInt32LE(at));
    let next = header.readUInt32LE(68);
    for (let turns = 0; next < END && turns < most; turns += 1) {
      const more = this.bytes.read(this.at(next), this.sector);
      if (more.length < this.sector) throw broken('truncated');
      for (let at = 0; at < this.sector - 4; at += 4) places.push(more.readUInt32LE(at));
      next = more.readUInt32LE(this.sector - 4);
    }
    const table = new Uint32Array(most + this.sector / 4).fill(0xffffffff);
    let filled = 0;
    for (const place of places) {
      if (place >= END || filled >= most) continue;
      const part = this.bytes.read(this.at(place), this.sector);
      for (let at = 0; at + 4 <= part.length && filled < table.length; at += 4) table[filled++] = part.readUInt32LE(at);
    }
    return table;
  }

  private large(start: number, size: number): Buffer {
    const parts: Buffer[] = [];
    let left = size;
    let sector = start;
    while (left > 0 && sector < END) {
      // Sectors that follow each other are read in one go.
      let run = 1;
      while (run * this.sector < left && this.table[sector + run - 1] === sector + run) run += 1;
      const part = this.bytes.read(this.at(sector), Math.min(left, run * this.sector));
      if (part.length === 0) break;
      parts.push(part);
      left -= part.length;
      sector = this.table[sector + run - 1] ?? END;
    }
    if (left > 0) throw broken('truncated');
    return Buffer.concat(parts);
  }

  /** All sectors of a chain whose length is not told. */
  private chain(start: number): Buffer {
    let count = 0;
    for (let sector = start; sector < END; sector = this.table[sector] ?? END) {
      count += 1;
      if (count > this.table.length) throw broken('loop');
    }
    return this.large(start, Math.min(count * this.sector, Math.max(0, this.bytes.size)));
  }

  private readEntries(start: number): Entry[] {
    const directory = this.chain(start);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const length = Math.min(64, directory.readUInt16LE(at + 64));
      entries.push({
        name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
        kind: directory[at + 66] ?? 0,
        left: directory.readUInt32LE(at + 68),
        right: directory.readUInt32LE(at + 72),
        child: directory.readUInt32LE(at + 76),
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      });
    }
    if (entries[0]?.kind !== 5) throw broken('directory');
    return entries;
  }

  /** Short streams lie in pieces of 64 bytes inside the stream of the root. */
  private small({ start, size }: Entry): Buffer {
    const root = this.entries[0];
    if (root === undefined) throw broken('directory');
    if (this.miniTable === null) {
      const table = this.chain(this.bytes.read(0, 512).readUInt32LE(60));
      this.miniTable = new Uint32Array(Math.floor(table.length / 4));
      for (let at = 0; at + 4 <= table.length; at += 4) this.miniTable[at / 4] = table.readUInt32LE(at);
    }
    this.miniStream ??= this.large(root.start, Math.min(root.size, this.bytes.size));
    const parts: Buffer[] = [];
    let left = size;
    for (let sector = start; left > 0 && sector < END; sector = this.miniTable[sector] ?? END) {
      const part = this.miniStream.subarray(sector * this.mini, sector * this.mini + Math.min(left, this.mini));
      if (part.length === 0) break;
      parts.push(part);
      left -= part.length;
    }
    if (left > 0) throw broken('truncated');
    return Buffer.concat(parts);
  }
}
