import type { Handling, Marking } from '../../../shared/model/evaluation';
import type { SourceRecord, StatementRecord } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';

/**
 * What bears no marking of its own stands under the marking of its case. Taken out of that case it would stand under ours, which may be lower: so it takes the marking
 * of the case that it comes from along, for good.
 */
export class UnderMarking {
  /** `marking`: of the case that a bundle comes from; null where that is not known. */
  constructor(private readonly marking: Marking | null, private readonly catalogue: Catalogue) {}

  private isMarking({ scheme }: Handling): boolean {
    return scheme === this.marking?.scheme || this.catalogue.scheme(scheme)?.use === 'marking';
  }

  /** Codes as they stand: a statement's own, else its source's. */
  private standing(statement: Pick<StatementRecord, 'handling'>, source: Pick<SourceRecord, 'handling'> | undefined): Handling[] {
    return statement.handling.length > 0 ? statement.handling : (source?.handling ?? []);
  }

  /** The statement as it is taken in. */
  of(statement: StatementRecord, source: SourceRecord | undefined): StatementRecord {
    const handling = this.standing(statement, source);
    if (this.marking === null || handling.some((each) => this.isMarking(each))) return statement;
    return { ...statement, handling: [...handling, { scheme: this.marking.scheme, code: this.marking.code }] };
  }

  /** Its codes without markings, in one order: what two sides are compared by. */
  conditions(statement: Pick<StatementRecord, 'handling'>, source: Pick<SourceRecord, 'handling'> | undefined): Handling[] {
    return this.standing(statement, source).filter((each) => !this.isMarking(each)).toSorted((a, b) => `${a.scheme} ${a.code}`.localeCompare(`${b.scheme} ${b.code}`));
  }
}
