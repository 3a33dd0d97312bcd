import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib';

/** An element of the structure tree of a tagged PDF, with the pages (from 0) on which its content stands. */
export interface StructureElement {
  readonly type: string;
  readonly dict: PDFDict;
  readonly children: readonly StructureElement[];
  readonly pages: ReadonlySet<number>;
}

const name = (text: string): PDFName => PDFName.of(text);

/** The structure tree of a PDF in reading order, or null where it has none. Pages of an element are those of everything below it. */
export function structureOf(file: PDFDocument): StructureElement | null {
  const { context } = file;
  const numbers = new Map(file.getPages().map((page, index) => [page.ref.tag, index]));
  const root = file.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const pageOf = (dict: PDFDict): number | undefined => {
    const page = dict.get(name('Pg'));
    return page instanceof PDFRef ? numbers.get(page.tag) : undefined;
  };
  const kidsOf = (dict: PDFDict): readonly PDFObject[] => {
    const kids = context.lookup(dict.get(name('K')));
    if (kids instanceof PDFArray) return kids.asArray();
    return kids === undefined ? [] : [kids];
  };
  const read = (dict: PDFDict): StructureElement => {
    const pages = new Set<number>();
    const children: StructureElement[] = [];
    const own = pageOf(dict);
    for (const each of kidsOf(dict)) {
      const kid = context.lookup(each);
      if (kid instanceof PDFNumber && own !== undefined) pages.add(own);
      if (!(kid instanceof PDFDict)) continue;
      if (kid.has(name('S'))) {
        const child = read(kid);
        children.push(child);
        for (const page of child.pages) pages.add(page);
      } else {
        // A piece of marked content, or a link: on its own page, else on that of its element.
        const page = pageOf(kid) ?? own;
        if (page !== undefined) pages.add(page);
      }
    }
    const type = dict.lookup(name('S'));
    return { type: type instanceof PDFName ? type.decodeText() : '', dict, children, pages };
  };
  return root === undefined ? null : read(root);
}

/** Elements that only group others: browsers differ in which they write. */
const GROUPS: ReadonlySet<string> = new Set(['', 'Document', 'NonStruct', 'Div', 'Sect', 'Art', 'Part', 'THead', 'TBody', 'TFoot', 'Private', 'Aside']);

/** Those of `types` in reading order, the outermost of each branch; groups are looked into, everything else is passed over. */
export function outermost(element: StructureElement, types: ReadonlySet<string>): readonly StructureElement[] {
  return element.children.flatMap((child) => (types.has(child.type) ? [child] : GROUPS.has(child.type) ? outermost(child, types) : []));
}

const FIGURES: ReadonlySet<string> = new Set(['Figure']);
const ROWS: ReadonlySet<string> = new Set(['TR']);

function* all(element: StructureElement): Iterable<StructureElement> {
  yield element;
  for (const child of element.children) yield* all(child);
}

/**
 * Names the elements in reading order. Chromium names them after nodes of its page, whose numbers depend on what its process did before: two prints of one
 * document would differ.
 */
export function renameElements(file: PDFDocument, root: StructureElement): void {
  const { context } = file;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const names = new Map<string, string>();
  const entries: PDFObject[] = [];
  const textOf = (object: PDFObject | undefined): string | null => (object instanceof PDFString ? object.asString() : null);
  for (const { dict } of all(root)) {
    const old = textOf(dict.lookup(name('ID')));
    if (old === null) continue;
    const fresh = `e${String(names.size + 1).padStart(8, '0')}`;
    names.set(old, fresh);
    dict.set(name('ID'), PDFString.of(fresh));
    const ref = refs.get(dict);
    if (ref) entries.push(PDFString.of(fresh), ref);
  }
  for (const { dict } of all(root)) {
    const attributes = dict.lookup(name('A'));
    for (const each of attributes instanceof PDFArray ? attributes.asArray() : []) {
      const headers = each instanceof PDFDict ? each.lookup(name('Headers')) : undefined;
      if (headers instanceof PDFArray) headers.asArray().forEach((header, index) => headers.set(index, PDFString.of(names.get(textOf(header) ?? '') ?? '')));
    }
  }
  const tree = context.obj({});
  tree.set(name('Names'), context.obj(entries));
  root.dict.set(name('IDTree'), context.register(tree));
}

/** Says what Chromium leaves open: that a frame around a drawing is not itself a drawing, and which groups of a table are its caption and its head. */
export function refineElements(root: StructureElement): void {
  const retag = (element: StructureElement, type: string): void => element.dict.set(name('S'), name(type));
  for (const element of all(root)) {
    if (element.type === 'Figure' && outermost(element, FIGURES).length > 0) retag(element, 'Div');
    if (element.type !== 'Table') continue;
    const [first, ...others] = element.children;
    if (first?.type === 'NonStruct' && outermost(first, ROWS).length === 0) retag(first, 'Caption');
    for (const other of others) if (other.type === 'NonStruct' && outermost(other, ROWS).length > 0) retag(other, 'THead');
  }
}
