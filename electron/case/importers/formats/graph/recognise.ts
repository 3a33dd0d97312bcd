import type { FileHead } from '../../records/format';

/** The head of an XML file without declarations, comments and blanks before its first element. */
export function rootOf(head: FileHead): string {
  let text = head.text.trimStart();
  for (let step = 0; step < 50; step += 1) {
    const end = text.startsWith('<!--') ? text.indexOf('-->') + 3 : text.startsWith('<?') ? text.indexOf('?>') + 2 : /^<!doctype/i.test(text) ? text.indexOf('>') + 1 : 0;
    if (end < 2) break;
    text = text.slice(end).trimStart();
  }
  return text;
}

/** How sure a file is XML with this root element, without its prefix. */
export function sureOfRoot(head: FileHead, root: string): number {
  return new RegExp(`^<(?:[\\w.-]{1,40}:)?${root}[\\s>/]`).test(rootOf(head)) ? 0.98 : 0;
}

/** The text without comments (slashes, hashes, percent signs at the start of a line) before its first word. */
export function withoutComments(text: string): string {
  let rest = text.trimStart();
  for (let step = 0; step < 1000; step += 1) {
    if (rest.startsWith('/*')) {
      const end = rest.indexOf('*/');
      if (end < 0) return '';
      rest = rest.slice(end + 2).trimStart();
    } else if (rest.startsWith('//') || rest.startsWith('#') || rest.startsWith('%')) {
      const end = rest.search(/[\r\n]/);
      if (end < 0) return '';
      rest = rest.slice(end).trimStart();
    } else break;
  }
  return rest;
}
