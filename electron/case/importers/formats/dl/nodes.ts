import type { GraphItem } from '../graph/items';
import type { Header, Mode } from './header';

/** More nodes than this without a name are not made up from a number alone. */
const MOST_UNNAMED = 100_000;

/** Finds the node that a word of the data means, and tells of it the first time. */
export class Nodes {
  private readonly byLabel: Record<Mode, Map<string, number>> = { row: new Map(), column: new Map() };
  private readonly told = new Set<string>();

  constructor(private readonly header: Header, private readonly items: GraphItem[]) {
    for (const mode of ['row', 'column'] as const) header.labelsOf(mode).forEach((label, index) => this.byLabel[mode].set(label.toLowerCase(), index + 1));
  }

  /** Tells of every node that the header counts or names. */
  declare(row: number): void {
    for (const mode of this.header.twoModes ? (['row', 'column'] as const) : (['row'] as const)) {
      if (this.header.embedded[mode]) continue;
      const labels = this.header.labelsOf(mode);
      const count = Math.max(labels.length, Math.min(this.header.size(mode), MOST_UNNAMED));
      for (let number = 1; number <= count; number += 1) this.tell(this.key(mode, number), labels[number - 1] ?? null, row, mode);
    }
  }

  numbered(mode: Mode, number: number): string {
    return this.key(mode, number);
  }

  /** The node that a word means: a number in the header's order, or a label. Null when the header has none such. */
  find(mode: Mode, word: string, row: number): string | null {
    const side: Mode = this.header.twoModes ? mode : 'row';
    if (this.header.embedded[mode]) return this.named(side, word, row);
    const count = Math.max(this.header.size(mode), this.header.labelsOf(side).length);
    const number = /^\d{1,9}$/.test(word) ? Number(word) : 0;
    if (number >= 1 && number <= count) return this.key(side, number);
    const at = this.byLabel[side].get(word.toLowerCase());
    return at === undefined ? null : this.key(side, at);
  }

  /** The node with this label, where labels stand among the data. */
  named(mode: Mode, label: string, row: number): string {
    const side: Mode = this.header.twoModes ? mode : 'row';
    const key = this.header.twoModes ? `${side} ${label}` : label;
    this.tell(key, label, row, side);
    return key;
  }

  private key(mode: Mode, number: number): string {
    return this.header.twoModes && mode === 'column' ? `c${String(number)}` : String(number);
  }

  private tell(id: string, label: string | null, row: number, mode: Mode): void {
    if (this.told.has(id)) return;
    this.told.add(id);
    this.items.push({ kind: 'node', row, id, label, attributes: this.header.twoModes ? [{ name: 'mode', value: mode === 'row' ? '1' : '2' }] : [] });
  }
}
