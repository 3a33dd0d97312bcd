/** An upright rectangle by its edges, CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boxAround = (x: number, y: number, width: number, height: number): Box => ({ left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 });

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Side of a cell of the grid. */
const CELL = 48;

/** What is taken already: boxes sorted into a grid, so that asking costs the same however many there are. */
export class Taken {
  private readonly cells = new Map<string, Box[]>();

  private *keys(box: Box): Iterable<string> {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) yield `${column} ${row}`;
    }
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** True when nothing that is taken meets the box. */
  free(box: Box): boolean {
    for (const key of this.keys(box)) if (this.cells.get(key)?.some((each) => meet(each, box))) return false;
    return true;
  }
}
