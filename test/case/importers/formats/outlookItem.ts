import { burn } from '@kenjiuno/msgreader/lib/Burner';

interface Entry { name: string; type: 1 | 2 | 5; binaryProvider?: () => ArrayLike<number>; length: number; children?: number[] }

/** Properties by tag ("0037001f" is the subject as Unicode); numbers and dates go into the list of fixed values. */
export interface Item {
  readonly texts?: Readonly<Record<string, string | Uint8Array>>;
  readonly numbers?: Readonly<Record<string, number>>;
  /** Milliseconds since 1970. */
  readonly times?: Readonly<Record<string, number>>;
  readonly recipients?: readonly Item[];
  readonly attachments?: readonly (Item & { readonly inside?: Item })[];
}

function fixed(item: Item, head: number): Buffer {
  const rows: Buffer[] = [Buffer.alloc(head)];
  for (const [tag, value] of Object.entries(item.numbers ?? {})) {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(Number.parseInt(tag, 16), 0);
    row.writeUInt32LE(6, 4);
    row.writeUInt32LE(value, 8);
    rows.push(row);
  }
  for (const [tag, value] of Object.entries(item.times ?? {})) {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(Number.parseInt(tag, 16), 0);
    row.writeUInt32LE(6, 4);
    row.writeBigUInt64LE(BigInt(value) * 10_000n + 116_444_736_000_000_000n, 8);
    rows.push(row);
  }
  return Buffer.concat(rows);
}

/** Writes an Outlook item as a compound file, the way Outlook lays it out. */
export function outlookItem(item: Item): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }];
  const add = (parent: number, entry: Entry): number => {
    const at = entries.push(entry) - 1;
    entries[parent]?.children?.push(at);
    return at;
  };
  const stream = (parent: number, name: string, bytes: Uint8Array): void => void add(parent, { name, type: 2, binaryProvider: () => Uint8Array.from(bytes), length: bytes.length });
  const fill = (parent: number, said: Item, head: number): void => {
    stream(parent, '__properties_version1.0', fixed(said, head));
    for (const [tag, value] of Object.entries(said.texts ?? {})) stream(parent, `__substg1.0_${tag.toUpperCase()}`, typeof value === 'string' ? Buffer.from(value, 'utf16le') : value);
    for (const [at, each] of (said.recipients ?? []).entries()) fill(add(parent, { name: `__recip_version1.0_#${String(at).padStart(8, '0')}`, type: 1, length: 0, children: [] }), each, 8);
    for (const [at, each] of (said.attachments ?? []).entries()) {
      const storage = add(parent, { name: `__attach_version1.0_#${String(at).padStart(8, '0')}`, type: 1, length: 0, children: [] });
      fill(storage, each, 8);
      if (each.inside !== undefined) fill(add(storage, { name: '__substg1.0_3701000D', type: 1, length: 0, children: [] }), each.inside, 24);
    }
  };
  fill(0, item, 32);
  return burn(entries as Parameters<typeof burn>[0]);
}
