/** Undoes the escapes inside a quoted part. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function bracketed(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  let quoted = false;
  const end = (): void => {
    const value = quoted ? part : part.trim();
    if (value !== '') parts.push(value);
    part = '';
    quoted = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\' && at + 1 < text.length) {
        at += 1;
        part += ESCAPES[text[at] ?? ''] ?? text[at] ?? '';
      } else if (sign === quote) quote = '';
      else part += sign;
    } else if ((sign === '"' || sign === "'") && part.trim() === '' && !quoted) {
      quote = sign;
      quoted = true;
      part = '';
    } else if (sign === ',') end();
    else if (!quoted) part += sign;
  }
  end();
  return parts;
}

/** The parts of a list value: "a|b", "a,b" or "a;b" as GEXF 1.2 writes it, "[a, 'b', \"c\"]" as 1.3 does. */
export function listParts(text: string): readonly string[] {
  const plain = text.trim();
  if (plain.startsWith('[') && plain.endsWith(']')) return bracketed(plain.slice(1, -1));
  const sign = ['|', ';', ','].find((each) => plain.includes(each));
  return sign === undefined ? [plain] : plain.split(sign).map((part) => part.trim()).filter((part) => part !== '');
}
