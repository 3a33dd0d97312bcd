/** One element of a message with all that is in it; what a reader takes from it is marked, so that the rest can be kept under its own name. */
export class Element {
  readonly children: Element[] = [];
  text = '';
  private taken = false;

  constructor(readonly name: string, readonly attributes: Readonly<Record<string, string>>, readonly line: number) {}

  /** All elements at a path of names ("Id/OrgId/Othr"), in the order of the file. */
  all(path: string): Element[] {
    const found: Element[] = [];
    this.gather(path, 0, found);
    return found;
  }

  child(path: string): Element | undefined {
    return this.all(path)[0];
  }

  /** Text of the first element of the first path that has any; it counts as read. Empty where none has. */
  take(...paths: string[]): string {
    for (const path of paths) {
      const found = this.all(path).find((each) => each.text !== '');
      if (found === undefined) continue;
      found.taken = true;
      return found.text;
    }
    return '';
  }

  /** Texts of all elements at the path; they count as read. */
  takeAll(path: string): string[] {
    return this.all(path).flatMap((each) => {
      each.taken = true;
      return each.text === '' ? [] : [each.text];
    });
  }

  /** Without dividing the path first: it is asked dozens of times for each booking. */
  private gather(path: string, from: number, found: Element[]): void {
    if (this.children.length === 0) return;
    const end = path.indexOf('/', from);
    const name = end < 0 ? path.slice(from) : path.slice(from, end);
    for (const child of this.children) {
      if (child.name !== name) continue;
      if (end < 0) found.push(child);
      else child.gather(path, end + 1, found);
    }
  }

  /** This element's own text; it counts as read. */
  own(): string {
    this.taken = true;
    return this.text;
  }

  /** Takes what nobody took: paths and texts, with the attribute in front where there is one ("EUR 12.50"). */
  rest(prefix = ''): [path: string, text: string][] {
    const here = this.taken || this.text === '' ? [] : [[prefix, Object.values(this.attributes).concat(this.text).join(' ')] as [string, string]];
    this.taken = true;
    return [...here, ...this.children.flatMap((child) => child.rest(prefix === '' ? child.name : `${prefix}/${child.name}`))];
  }
}
