import type { Attribute } from '../graph/items';

interface Key {
  readonly name: string;
  readonly of: string;
  standard: string | null;
}

/** Keys of one file; a hostile file has more. */
const MOST = 5000;

/** The file's declarations of what its data are called, and what holds where a node or edge says nothing. */
export class Keys {
  private readonly keys = new Map<string, Key>();

  declare(attributes: Readonly<Record<string, string>>): void {
    const id = attributes.id ?? '';
    if (id === '' || this.keys.has(id) || this.keys.size >= MOST) return;
    this.keys.set(id, { name: (attributes['attr.name'] ?? '').trim() || id, of: attributes.for ?? 'all', standard: null });
  }

  standard(id: string, text: string): void {
    const key = this.keys.get(id);
    if (key !== undefined && text.trim() !== '') key.standard = text.trim();
  }

  /** What the file calls the data of this key; the key itself where it declares none. */
  nameOf(id: string): string {
    return this.keys.get(id)?.name ?? id;
  }

  /** What holds for a node or edge that has no data of these keys. */
  standards(of: 'node' | 'edge', said: ReadonlySet<string>): Attribute[] {
    const found: Attribute[] = [];
    for (const [id, key] of this.keys) if (key.standard !== null && (key.of === of || key.of === 'all') && !said.has(id)) found.push({ name: key.name, value: key.standard });
    return found;
  }
}
