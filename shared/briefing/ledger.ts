import type { Grading, Handling, Marking } from '../model/evaluation';
import type { Id } from '../model/ids';
import type { Catalogue } from '../schema/catalogue';
import type { Language } from '../values/kind';
import type { GateSubject } from './gate';
import type { GatheredStatement } from './gathered';
import { marksOf, type Mark } from './marks';

/** What has gone into a document while it is composed: statements, the codes on them, and the marks that its pages carry for them. */
export class Ledger {
  /** In the order in which they were first met; what the author chose for the whole comes first. */
  readonly marks: Mark[] = [];
  /** Kept documents that are shown or named. */
  readonly documents = new Set<Id>();
  private readonly said = new Map<Id, GatheredStatement>();
  private readonly graded = new Map<string, Grading>();
  private readonly handled = new Map<string, Handling>();
  private readonly places = new Map<string, number>();
  private readonly known = new Map<string, readonly number[]>();
  private readonly catalogue: Catalogue;
  private readonly language: Language;

  private readonly unmarked: Marking;

  /** `base`: what the author chose for the whole. `unmarked`: what a statement without a marking of its own stands under, the marking of its case. */
  constructor(catalogue: Catalogue, language: Language, base: Marking, unmarked: Marking) {
    this.catalogue = catalogue;
    this.language = language;
    this.unmarked = unmarked;
    this.handled.set(`${base.scheme} ${base.code}`, base);
    for (const mark of marksOf([base], catalogue, language)) this.place({ ...mark, base: true });
  }

  private place(mark: Mark): number {
    const key = `${mark.scheme} ${mark.code}`;
    let at = this.places.get(key);
    if (at === undefined) {
      at = this.marks.push(mark) - 1;
      this.places.set(key, at);
    }
    return at;
  }

  /** Places of the marks of these codes. */
  ofHandling(handling: readonly Handling[]): readonly number[] {
    const key = JSON.stringify(handling);
    let marks = this.known.get(key);
    if (marks === undefined) {
      const all: readonly Handling[] = handling.some((each) => this.catalogue.scheme(each.scheme)?.use === 'marking') ? handling : [...handling, this.unmarked];
      for (const each of all) this.handled.set(`${each.scheme} ${each.axis ?? ''} ${each.code}`, each);
      marks = marksOf(all, this.catalogue, this.language).map((mark) => this.place(mark));
      this.known.set(key, marks);
    }
    return marks;
  }

  /** Notes that these statements went into one part of the document; answers the marks that the part carries for them. */
  enter(statements: Iterable<GatheredStatement>): number[] {
    const marks = new Set<number>();
    for (const statement of statements) {
      if (!this.said.has(statement.id)) {
        this.said.set(statement.id, statement);
        if (statement.codes !== null) this.graded.set(JSON.stringify([statement.codes.scheme, Object.entries(statement.codes.codes).sort(([a], [b]) => (a < b ? -1 : 1))]), statement.codes);
      }
      for (const mark of this.ofHandling(statement.handling)) marks.add(mark);
    }
    return [...marks].sort((a, b) => a - b);
  }

  /** The same of something that is no statement: a kept document. */
  enterDocument(subject: Pick<GateSubject, 'source' | 'handling'>, said: readonly (readonly Handling[])[]): number[] {
    this.documents.add(subject.source);
    return [...new Set([subject.handling, ...said].flatMap((handling) => this.ofHandling(handling)))].sort((a, b) => a - b);
  }

  /** All that went in, in the order in which it did. */
  get statements(): readonly GatheredStatement[] {
    return [...this.said.values()];
  }

  get gradings(): readonly Grading[] {
    return [...this.graded.values()];
  }

  /** Codes of statements, of documents, and of the marking that the author chose. */
  get handlings(): readonly Handling[] {
    return [...this.handled.values()];
  }
}
