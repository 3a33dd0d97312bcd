import type { SaidRow } from '../db/gather';
import type { AddedEntity } from '../db/materialise';

/** Differing statements held of one entity, and characters held of all: beyond either, the case is read back instead. */
const MAX_ROWS = 16;
const MAX_CHARACTERS = 32 * 1024 * 1024;

interface New {
  readonly n: number;
  readonly type: string;
  links: number;
  readonly said: SaidRow[];
}

/**
 * What an import says of the entities that it adds, held until it ends so that it need not be read back: a phone with ten thousand
 * calls says the same of itself ten thousand times.
 */
export class SaidOfNew {
  private readonly entities = new Map<number, New>();
  private readonly tooMuch: number[] = [];
  private characters = 0;

  constructor(private readonly source: number, private readonly grading: string | null, private readonly handling: string) {}

  add(n: number, type: string): void {
    if (this.characters < MAX_CHARACTERS) this.entities.set(n, { n, type, links: 0, said: [] });
    else this.tooMuch.push(n);
  }

  /** `values` and `grading` are JSON; no grading is the source's. Of entities that were in the case before, nothing is held. */
  say(n: number, values: string, grading: string | null): void {
    const entity = this.entities.get(n);
    if (entity === undefined) return;
    const graded = grading ?? this.grading;
    if (entity.said.some((row) => row.values === values && row.grading === graded)) return;
    if (entity.said.length === MAX_ROWS) {
      this.entities.delete(n);
      this.tooMuch.push(n);
      return;
    }
    this.characters += values.length;
    entity.said.push({ subject: n, values, grading: graded, handling: this.handling, basis: 'fact', source: this.source });
  }

  /** A link with this entity at one end was added. */
  link(n: number): void {
    const entity = this.entities.get(n);
    if (entity !== undefined) entity.links += 1;
  }

  /** Entities that are whole here. */
  whole(): AddedEntity[] {
    return [...this.entities.values()];
  }

  /** Short keys of entities that were added but of which more was said than is held. */
  partial(): readonly number[] {
    return this.tooMuch;
  }
}
