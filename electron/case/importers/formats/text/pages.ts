/** Characters of a page after which the next paragraph begins a new one: about a sheet of paper. */
const FULL = 3000;
/** A page without any paragraph ends at a line end, or for want of one at a blank, before it grows beyond this. */
const LONGEST = 6000;

export interface PageText {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

/** Where to cut a text that is longer than `most`: behind a sentence, else before a word, else anywhere but inside a character. */
function cutOf(text: string, most: number): number {
  const head = text.slice(0, most);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? ')) + 1;
  if (sentence > most / 2) return sentence;
  const blank = head.lastIndexOf(' ');
  if (blank > most / 2) return blank;
  const unit = text.charCodeAt(most - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? most - 1 : most;
}

/** Gathers lines into pages. A form feed ends a page, as it does on a printer. NUL, which no text has, is left out. */
export class Pages {
  private readonly full: PageText[] = [];
  private lines: string[] = [];
  private length = 0;
  private number = 0;

  line(written: string): void {
    const parts = written.replaceAll('\u0000', '').split('\f');
    parts.forEach((part, at) => {
      if (at > 0) this.turn();
      this.add(part);
    });
  }

  private add(line: string): void {
    const blank = line.trim() === '';
    if (blank && this.length === 0) return;
    if ((blank && this.length >= FULL) || (this.length >= FULL && this.length + line.length > LONGEST)) this.turn();
    if (blank && this.length === 0) return;
    let rest = line;
    while (rest.length > LONGEST) {
      const cut = cutOf(rest, FULL);
      this.keep(rest.slice(0, cut));
      this.turn();
      rest = rest.slice(cut).trimStart();
    }
    this.keep(rest);
  }

  private keep(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }

  /** Ends the page. */
  turn(): void {
    const text = this.lines.join('\n').trimEnd();
    this.lines = [];
    this.length = 0;
    if (text.trim() !== '') this.full.push({ page: (this.number += 1), text });
  }

  /** Pages that are complete. */
  take(): readonly PageText[] {
    return this.full.splice(0);
  }

  /** The last pages; nothing follows. */
  rest(): readonly PageText[] {
    this.turn();
    return this.take();
  }
}
