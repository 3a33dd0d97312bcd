import type { Audience } from '../../../shared/briefing/audience';
import { passGate, type GateSubject, type Withheld } from '../../../shared/briefing/gate';
import type { Handling } from '../../../shared/model/evaluation';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { storedHandling } from '../queries/stored';
import { seesAll } from './audience';

/** What the gate looks at of a statement, as the database holds it: its handling as it stands, and the source that says it. */
export interface JudgedRow {
  /** JSON, or empty for none. */
  readonly handling: string;
  /** Short key and id of the source, and who supplied it. */
  readonly source: number;
  readonly sourceId: string;
  readonly supplier: string;
}

/** The gate's answer; `withheld` is null for what may go. */
export interface Verdict {
  readonly handling: readonly Handling[];
  readonly withheld: Pick<Withheld<unknown>, 'reason' | 'cause' | 'originator'> | null;
  /** Permissions without which it had stayed. */
  readonly permissions: readonly Id[];
}

/** The release gate over rows: statements of one source with the same codes are judged once, since a file says a million things under the same. */
export class Verdicts {
  /** Nothing is ever held back. */
  readonly all: boolean;
  private readonly kept = new Map<string, Verdict>();

  constructor(private readonly catalogue: Catalogue, private readonly audience: Audience) {
    this.all = seesAll(audience);
  }

  of({ handling, source, sourceId, supplier }: JudgedRow): Verdict {
    const key = `${source} ${handling}`;
    let verdict = this.kept.get(key);
    if (verdict === undefined) {
      const subject: GateSubject = { handling: storedHandling(handling), originator: supplier, source: sourceId };
      const { withheld, permissions } = passGate([subject], this.audience, this.catalogue.schemes);
      const [held] = withheld;
      verdict = { handling: subject.handling, withheld: held === undefined ? null : { reason: held.reason, cause: held.cause, originator: held.originator }, permissions };
      this.kept.set(key, verdict);
    }
    return verdict;
  }

  /** Whether what people here wrote or decided, which bears no codes, may go: it stands under the marking of the case. */
  get ofOurs(): boolean {
    return this.all || passGate([{ handling: [], originator: '', source: '' }], this.audience, this.catalogue.schemes).withheld.length === 0;
  }

  passes(row: JudgedRow): boolean {
    return this.all || this.of(row).withheld === null;
  }
}
