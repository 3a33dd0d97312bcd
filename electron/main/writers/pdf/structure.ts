import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib';

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

const kidsIn = (file: PDFDocument, dict: PDFDict): readonly PDFObject[] => {
  const kids = file.context.lookup(dict.get(name('K')));
  if (kids instanceof PDFArray) return kids.asArray();
  const only = dict.get(name('K'));
  return only === undefined ? [] : [only];
};

/** What an element that means nothing by itself may hold and still be taken out. */
const BARE: ReadonlySet<string> = new Set(['/Type', '/S', '/P', '/K', '/Pg', '/ID']);

/**
 * Takes out the elements that Chromium makes of every stretch of text and that say nothing: their content then belongs to the element around them. A table of
 * some thousand rows has a third of the objects left.
 */
export function collapseElements(file: PDFDocument, root: StructureElement): void {
  const { context } = file;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const instead = new Map<PDFRef, PDFRef>();
  const visit = (dict: PDFDict): void => {
    const own = refs.get(dict);
    const kept: PDFObject[] = [];
    for (const each of kidsIn(file, dict)) {
      const kid = context.lookup(each);
      if (!(kid instanceof PDFDict) || !kid.has(name('S'))) {
        kept.push(each);
        continue;
      }
      visit(kid);
      const inner = kidsIn(file, kid);
      const plain = kid.get(name('S')) === name('NonStruct') && kid.keys().every((key) => BARE.has(key.asString())) && !inner.some((one) => (context.lookup(one) as PDFDict | undefined)?.has?.(name('S')));
      if (!plain || own === undefined || !(each instanceof PDFRef)) {
        kept.push(each);
        continue;
      }
      for (const one of inner) {
        const piece = context.lookup(one);
        if (piece instanceof PDFNumber) kept.push(context.obj({ Type: 'MCR', MCID: piece, ...(kid.has(name('Pg')) ? { Pg: kid.get(name('Pg')) } : {}) }));
        else if (piece instanceof PDFDict) {
          const page = kid.get(name('Pg'));
          if (!piece.has(name('Pg')) && page !== undefined) piece.set(name('Pg'), page);
          kept.push(one);
        }
      }
      instead.set(each, own);
      context.delete(each);
    }
    if (kept.length > 0) dict.set(name('K'), context.obj(kept));
  };
  for (const child of root.children) visit(child.dict);
  const lastOf = (ref: PDFRef): PDFRef => {
    let last = ref;
    for (let next = instead.get(last); next !== undefined; next = instead.get(last)) last = next;
    return last;
  };
  const numbers = (tree: PDFDict | undefined): void => {
    const kids = tree?.lookup(name('Kids'));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : []) numbers(context.lookupMaybe(kid, PDFDict));
    const nums = tree?.lookup(name('Nums'));
    if (!(nums instanceof PDFArray)) return;
    for (let at = 1; at < nums.size(); at += 2) {
      const owner = nums.get(at);
      const list = context.lookup(owner);
      if (list instanceof PDFArray) list.asArray().forEach((each, index) => each instanceof PDFRef && list.set(index, lastOf(each)));
      else if (owner instanceof PDFRef) nums.set(at, lastOf(owner));
    }
  };
  numbers(root.dict.lookupMaybe(name('ParentTree'), PDFDict));
}

/** Puts what an item of a list holds into a body, as readers of lists look for it; Chromium leaves it bare. Before elements are taken out, while items hold nothing but elements. */
export function wrapItems(file: PDFDocument, root: StructureElement): void {
  const { context } = file;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  for (const { type, dict, children } of all(root)) {
    const own = refs.get(dict);
    if (type !== 'LI' || own === undefined || children.length === 0 || children.length !== kidsIn(file, dict).length || children.some((child) => child.type === 'LBody' || child.type === 'Lbl')) continue;
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: own, K: kidsIn(file, dict) });
    const ref = context.register(body);
    for (const child of children) child.dict.set(name('P'), ref);
    dict.set(name('K'), context.obj([ref]));
  }
}

/** Ids of cells that other cells name as their heads. */
function namedCells(root: StructureElement): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { dict } of all(root)) for (const headers of headersOf(dict)) for (const each of headers.asArray()) if (each instanceof PDFString) named.add(each.asString());
  return named;
}

function headersOf(dict: PDFDict): readonly PDFArray[] {
  const attributes = dict.lookup(name('A'));
  const found = (attributes instanceof PDFArray ? attributes.asArray() : attributes === undefined ? [] : [attributes]).map((each) => (each instanceof PDFDict ? each.lookup(name('Headers')) : undefined));
  return found.filter((headers) => headers instanceof PDFArray);
}

/**
 * Names the elements that others refer to in reading order, and no others. Chromium names all of them after nodes of its page, whose numbers depend on what its
 * process did before: two prints of one document would differ.
 */
export function renameElements(file: PDFDocument, root: StructureElement): void {
  const { context } = file;
  const refs = new Map(context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]));
  const needed = namedCells(root);
  const names = new Map<string, string>();
  const entries: PDFObject[] = [];
  for (const { dict } of all(root)) {
    const old = dict.lookup(name('ID'));
    if (!(old instanceof PDFString)) continue;
    const ref = refs.get(dict);
    if (ref === undefined || !needed.has(old.asString())) {
      dict.delete(name('ID'));
      continue;
    }
    const fresh = `e${String(names.size + 1).padStart(8, '0')}`;
    names.set(old.asString(), fresh);
    dict.set(name('ID'), PDFString.of(fresh));
    entries.push(PDFString.of(fresh), ref);
  }
  for (const { dict } of all(root)) {
    for (const headers of headersOf(dict)) headers.asArray().forEach((each, index) => headers.set(index, PDFString.of(names.get(each instanceof PDFString ? each.asString() : '') ?? '')));
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
