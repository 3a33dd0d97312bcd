/**
 * Lines of a text whose bytes come in pieces, counted as far as they were asked for. Places are asked for in rising order, but for that of a value
 * that began in a piece which is gone: it is to be held (`hold`) before, unless it went on to the end of that piece without a line's end.
 */
export class LineCount {
  private bytes: Buffer = Buffer.alloc(0);
  private base = 0;
  /** Where the next line begins; Infinity where these bytes hold no more. */
  private next = Infinity;
  private line = 1;
  private held = { at: -1, line: 1 };

  /** Counts from the first line again. */
  renew(): void {
    this.line = 1;
    this.look(Buffer.alloc(0), 0);
  }

  /** From now on the bytes from `base` on are at hand; those before were counted (`lineAt` their end). */
  look(bytes: Buffer, base: number): void {
    this.bytes = bytes;
    this.base = base;
    this.find(0);
  }

  /** Line, from 1, of the byte at `offset`. */
  lineAt(offset: number): number {
    if (offset < this.base) return offset === this.held.at ? this.held.line : this.line;
    while (this.next <= offset) {
      this.line += 1;
      this.find(this.next - this.base);
    }
    return this.line;
  }

  /** Keeps the line of a value that began at `offset` and goes on. */
  hold(offset: number): void {
    if (offset >= this.base) this.held = { at: offset, line: this.lineAt(offset) };
  }

  /** What stands around a place, for people to see. */
  around(offset: number): string {
    const at = Math.max(0, offset - this.base);
    return this.bytes.subarray(Math.max(0, at - 20), at + 80).toString('utf8');
  }

  private find(from: number): void {
    const found = this.bytes.indexOf(10, from);
    this.next = found < 0 ? Infinity : this.base + found + 1;
  }
}
