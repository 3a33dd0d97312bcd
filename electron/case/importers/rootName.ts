/**
 * Name of the first element of an XML text, without prefix; null when there is none near. Declarations, comments and a document type are passed over.
 */
export function rootName(text: string): string | null {
  let at = 0;
  const skip = (mark: string): boolean => {
    const end = text.indexOf(mark, at);
    at = end < 0 ? text.length : end + mark.length;
    return end >= 0;
  };
  for (;;) {
    while (/[\s\uFEFF]/.test(text[at] ?? '')) at += 1;
    if (text.startsWith('<?', at)) skip('?>');
    else if (text.startsWith('<!--', at)) skip('-->');
    else if (text.startsWith('<!', at)) skip('>');
    else return /^<(?:[\w.-]{1,100}:)?([A-Za-z_][\w.-]{0,100})(?=[\s>/])/.exec(text.slice(at, at + 300))?.[1] ?? null;
    if (at >= text.length) return null;
  }
}
