import type { Basis } from '../../../shared/model/evaluation';
import type { SaidRow } from '../db/gather';
import type { AddedEntity } from '../db/materialise';

/** Differing statements held of one entity, and characters held of all: beyond either, the case is read back instead. */
const MAX_ROWS = 16;
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** An entity that the import adds, while all that is said of it is held. */
export interface NewEntity {
  readonly n: number;
  readonly type: string;
  links: number;
  /** Null once more was said than is held. */
  said: SaidRow[] | null;
}

/**
 * What an import says of the entities that it adds, held until it ends so that it need not be read back: a phone with ten thousand
 * calls says the same of itself ten thousand times.
 */
export class SaidOfNew {
  private readonly entities: NewEntity[] = [];
  private characters = 0;

  constructor(private readonly source: number, private readonly grading: string | null, private readonly handling: string) {}

  add(n: number, type: string): NewEntity {
    const entity: NewEntity = { n, type, links: 0, said: this.characters < MAX_CHARACTERS ? [] : null };
    this.entities.push(entity);
    return entity;
  }

  /** `values`, `grading` and `handling` are JSON; no grading, or handling, is the source's. */
  say(entity: NewEntity, values: string, grading: string | null, handling: string, basis: Basis): void {
    const { n, said } = entity;
    if (said === null) return;
    const graded = grading ?? this.grading;
    const handled = handling === '' ? this.handling : handling;
    if (said.some((row) => row.values === values && row.grading === graded && row.handling === handled && row.basis === basis)) return;
    if (said.length === MAX_ROWS) {
      entity.said = null;
      return;
    }
    this.characters += values.length;
    said.push({ subject: n, values, grading: graded, handling: handled, basis, source: this.source });
  }

  /** Entities that are whole here, and short keys of those of which more was said than is held. */
  all(): { readonly whole: readonly AddedEntity[]; readonly partial: readonly number[] } {
    const whole = this.entities.flatMap(({ n, type, links, said }) => (said === null ? [] : [{ n, type, links, said }]));
    return { whole, partial: this.entities.filter(({ said }) => said === null).map(({ n }) => n) };
  }
}
