/** How many are held. A power of two. */
const HELD = 4096;

/** In bytes; longer texts hardly come twice. */
export const LONGEST_WORD = 24;

/** Short ASCII texts that come again and again in a file, each made once. */
export class Words {
  private readonly held: (string | undefined)[] = Array.from<string | undefined>({ length: HELD });

  /** The text at these places; `hash` is any number that follows from its bytes. */
  of(bytes: Buffer, start: number, end: number, hash: number): string {
    const place = (hash ^ (hash >>> 12)) & (HELD - 1);
    const held = this.held[place];
    if (held !== undefined && held.length === end - start) {
      let at = 0;
      while (at < held.length && held.charCodeAt(at) === bytes[start + at]) at += 1;
      if (at === held.length) return held;
    }
    const made = bytes.toString('latin1', start, end);
    this.held[place] = made;
    return made;
  }
}
