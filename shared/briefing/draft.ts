import type { Id } from '../model/ids';
import type { Block, Section } from './document';
import type { IndexedPlace } from './personIndex';
import type { UnnumberedTable } from './context';
import type { SourceNumbers } from './sourceNumbers';
import type { Words } from './words';

/** A block before it is numbered. */
export type UnnumberedBlock = Block | UnnumberedTable | Omit<Extract<Block, { kind: 'timeline' }>, 'number' | 'label'> | Omit<Extract<Block, { kind: 'figure' }>, 'number' | 'label'>;

/** A block with whom it shows; one that is made from the rest is put in when the rest is there. */
interface Drafted {
  block: UnnumberedBlock | null;
  readonly about: ReadonlySet<Id>;
  readonly indexed: boolean;
}

interface DraftSection {
  readonly id: string;
  readonly level: 1 | 2;
  readonly heading: string;
  readonly items: Drafted[];
  /** Something was to come under this heading, whether or not anything was left of it. */
  asked: boolean;
}

/** A place that is kept for a block that is made from the rest. */
export interface Kept {
  put(blocks: readonly UnnumberedBlock[]): void;
}

const textOf = (block: UnnumberedBlock): string => (block.kind === 'paragraph' ? block.parts.map((part) => part.text).join(' ') : '');

/** A document while it is put together: sections by their headings, with their blocks in order, not yet numbered. */
export class Draft {
  private readonly sections: DraftSection[] = [];

  heading(id: string, level: 1 | 2, heading: string): void {
    // Without a heading above it, one of the second level stands for itself.
    const whole = this.sections.some((section) => section.level === 1 && section.heading !== '');
    this.sections.push({ id, level: level === 2 && whole ? 2 : 1, heading, items: [], asked: false });
  }

  private current(id: string): DraftSection {
    const last = this.sections.at(-1);
    if (last !== undefined) return last;
    const first: DraftSection = { id: `lead-${id}`, level: 1, heading: '', items: [], asked: false };
    this.sections.push(first);
    return first;
  }

  /** Blocks that a block of the briefing became: none where nothing of it may be shown. */
  add(id: Id, blocks: readonly UnnumberedBlock[], about: Iterable<Id> = [], indexed = true): void {
    const section = this.current(id);
    section.asked = true;
    const shown = new Set(about);
    for (const block of blocks) section.items.push({ block, about: shown, indexed });
  }

  /** Footnotes: they are no content of their own. */
  foot(block: Block | null): void {
    if (block !== null) this.sections.at(-1)?.items.push({ block, about: new Set(), indexed: false });
  }

  /** Keeps a place for blocks that are made from the rest. */
  keep(id: Id): Kept {
    const { items } = this.current(id);
    const section = this.current(id);
    section.asked = true;
    const item: Drafted = { block: null, about: new Set(), indexed: false };
    items.push(item);
    return {
      put(blocks) {
        const at = items.indexOf(item);
        items.splice(at, 1, ...blocks.map((block) => ({ block, about: new Set<Id>(), indexed: false })));
      },
    };
  }

  /** Everything that stands in it. */
  get blocks(): readonly UnnumberedBlock[] {
    return this.sections.flatMap((section) => section.items.flatMap((item) => (item.block === null ? [] : [item.block])));
  }

  /** Gives sources the numbers that they have in the end. */
  renumber(from: (provisional: number) => number): void {
    const renumbered = (sources: readonly number[]): number[] => sources.map(from).filter((number) => number > 0).sort((a, b) => a - b);
    for (const item of this.sections.flatMap((section) => section.items)) {
      const { block } = item;
      if (block?.kind === 'paragraph') item.block = { ...block, parts: block.parts.map((part) => ({ ...part, sources: renumbered(part.sources) })) };
      else if (block?.kind === 'notes') item.block = { ...block, notes: block.notes.map((note) => ({ ...note, sources: renumbered(note.sources) })) };
      else if (block?.kind === 'table') item.block = { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((text) => ({ ...text, sources: renumbered(text.sources) })))) };
    }
  }

  /** Leaves out headings under which nothing is left of what should have come; one with a part beneath it stays. */
  dropEmpty(): void {
    const empty = (section: DraftSection): boolean => section.asked && section.items.every(({ block }) => block === null || block.kind === 'pageBreak');
    for (let at = this.sections.length - 1; at >= 0; at -= 1) {
      const section = this.sections[at];
      if (section !== undefined && empty(section) && !(section.level === 1 && this.sections[at + 1]?.level === 2)) this.sections.splice(at, 1);
    }
  }

  /** Numbers sections, figures and tables in the order in which they stand. `places` are where things are, for the index. */
  numbered(words: Words): { readonly sections: Section[]; readonly places: readonly IndexedPlace[] } {
    let [chapter, part, figures, tables] = [0, 0, 0, 0];
    const places: IndexedPlace[] = [];
    const sections = this.sections.map((section): Section => {
      if (section.heading !== '') {
        chapter += section.level === 1 ? 1 : 0;
        part = section.level === 1 ? 0 : part + 1;
      }
      const number = section.heading === '' ? '' : section.level === 1 ? `${chapter}` : `${chapter}.${part}`;
      const blocks = section.items.flatMap(({ block, about, indexed }): Block[] => {
        if (block === null) return [];
        let placed: Block;
        if (block.kind === 'table') {
          tables += 1;
          placed = { ...block, number: tables, label: words('table', { number: tables }) };
        } else if (block.kind === 'figure' || block.kind === 'timeline' || block.kind === 'picture') {
          figures += 1;
          placed = { ...block, number: figures, label: words('figure', { number: figures }) };
        } else placed = block;
        if (indexed) places.push({ section: number, label: 'label' in placed ? placed.label : '', about, written: textOf(placed) });
        return [placed];
      });
      return { id: section.id, level: section.level, number, heading: section.heading, blocks };
    });
    return { sections, places };
  }

  /** Where things are before they are numbered: who would be in an index. */
  get shown(): ReadonlySet<Id> {
    return new Set(this.sections.flatMap((section) => section.items.filter((item) => item.indexed).flatMap((item) => [...item.about])));
  }
}

/** From provisional to final numbers of sources. */
export function finalNumbers(provisional: SourceNumbers, final: SourceNumbers, sources: readonly { readonly id: Id }[]): (number: number) => number {
  const ids = new Map(sources.map(({ id }) => [provisional.of(id), id]));
  return (number) => {
    const id = ids.get(number);
    return id === undefined ? 0 : final.of(id);
  };
}
