export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

const divides = (sign: string | undefined): boolean => sign === undefined || sign === ' ' || sign === '\t' || sign === ',' || sign === ';';

/** The words of a line, divided by blanks or commas. Quotes group only where they open a word and close one, so that O'Neil is one word. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  // Where one quote finds no end, later ones find none either.
  let open = '';
  while (at < line.length) {
    const sign = line[at];
    if (divides(sign)) {
      at += 1;
      continue;
    }
    if ((sign === '"' || sign === "'") && !open.includes(sign)) {
      let end = line.indexOf(sign, at + 1);
      while (end > 0 && !divides(line[end + 1])) end = line.indexOf(sign, end + 1);
      if (end > at) {
        words.push({ text: line.slice(at + 1, end).trim(), quoted: true });
        at = end + 1;
        continue;
      }
      open += sign;
    }
    const from = at;
    while (at < line.length && !divides(line[at])) at += 1;
    words.push({ text: line.slice(from, at), quoted: false });
  }
  return words;
}
