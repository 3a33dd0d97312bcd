import type { Attribute } from '../graph/items';
import { listParts } from './lists';

interface Declared {
  readonly title: string;
  readonly list: boolean;
  standard: string | null;
}
/** Attributes of one class; a hostile file has more. */
const MOST = 5000;
type Class = 'node' | 'edge';

/** The file's declarations of attributes, per class. */
export class Declarations {
  private readonly classes: Record<Class, Map<string, Declared>> = { node: new Map(), edge: new Map() };

  declare(of: Class, attributes: Readonly<Record<string, string>>): void {
    const id = attributes.id ?? '';
    if (id !== '' && !this.classes[of].has(id) && this.classes[of].size < MOST) this.classes[of].set(id, { title: (attributes.title ?? '').trim() || id, list: (attributes.type ?? '').toLowerCase().startsWith('list'), standard: null });
  }

  standard(of: Class, id: string, text: string): void {
    const declared = this.classes[of].get(id);
    if (declared !== undefined && text.trim() !== '') declared.standard = text.trim();
  }

  /** A value under the file's own title; lists part by part. One that is not declared goes under its id. `span`: when it held, if the file says. */
  values(of: Class, id: string, value: string, span: string): Attribute[] {
    const declared = this.classes[of].get(id);
    const parts = declared?.list === true ? listParts(value) : [value.trim()];
    return parts.filter((part) => part !== '').map((part) => ({ name: declared?.title ?? id, value: span === '' ? part : `${part} (${span})` }));
  }

  standards(of: Class, said: ReadonlySet<string>): Attribute[] {
    return [...this.classes[of]].flatMap(([id, declared]) => (declared.standard === null || said.has(id) ? [] : this.values(of, id, declared.standard, '')));
  }
}
