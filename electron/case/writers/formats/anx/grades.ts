import writing from '../../../../../resources/vocabularies/i2Writing.json';
import type { Grading, Handling } from '../../../../../shared/model/evaluation';
import type { Outgoing, OutgoingStatement } from '../../outgoing';
import { shortened } from './values';

/** Of a chart: source, information, and what may be done with it. */
const LISTS = 3;
const BETWEEN = ' · ';

/**
 * The three lists of grades of a chart, filled with all codes of the schemes that its statements use: first what is not graded, then source and information
 * of each grading scheme, and the conditions that statements carry, each set of them as it stands. Texts name their scheme only where several are in use.
 */
export class ChartGrades {
  private readonly schemes: string[] = [];
  private readonly conditions = new Map<string, number>();
  private lists: readonly Map<string, number>[] = [];

  constructor(private readonly outgoing: Outgoing) {}

  meet({ grading, handling }: OutgoingStatement): void {
    if (grading !== null && !this.schemes.includes(grading.scheme)) this.schemes.push(grading.scheme);
    const text = this.handlingText(handling);
    if (text !== '' && !this.conditions.has(text)) this.conditions.set(text, this.conditions.size + 1);
  }

  /** To be called when all statements were met: the texts of each list. */
  settle(): readonly (readonly string[])[] {
    const { catalogue, language } = this.outgoing;
    const none = writing.ungraded[language];
    const graded = [0, 1].map((place) => new Map(this.schemes.flatMap((id) => {
      const axis = catalogue.scheme(id)?.axes[place];
      return (axis?.codes ?? []).map(({ code, label }) => ({ key: `${id} ${code}`, text: `${this.schemes.length > 1 ? `${catalogue.scheme(id)?.label[language] ?? id}: ` : ''}${code} ${label[language]}` }));
    }).map(({ key, text }, at) => [key, { at: at + 1, text }])));
    this.lists = graded.map((list) => new Map([...list].map(([key, { at }]) => [key, at])));
    return [...graded.map((list) => [none, ...[...list.values()].map(({ text }) => shortened(text))]), [none, ...[...this.conditions.keys()].map((text) => shortened(text))]];
  }

  /** Attributes of an item or card. */
  indexes(grading: Grading | null, handling: readonly Handling[]): Readonly<Record<string, number>> {
    const places = Array.from({ length: LISTS - 1 }, (_, place) => {
      const axis = grading === null ? undefined : this.outgoing.catalogue.scheme(grading.scheme)?.axes[place];
      const code = axis === undefined ? undefined : grading?.codes[axis.id];
      return code === undefined ? 0 : (this.lists[place]?.get(`${grading?.scheme ?? ''} ${code}`) ?? 0);
    });
    return { GradeOneIndex: places[0] ?? 0, GradeTwoIndex: places[1] ?? 0, GradeThreeIndex: this.conditions.get(this.handlingText(handling)) ?? 0 };
  }

  /** The grading in words: "A1". Empty when there is none. */
  gradingText(grading: Grading | null): string {
    const scheme = grading === null ? undefined : this.outgoing.catalogue.scheme(grading.scheme);
    return grading === null ? '' : `${scheme?.label[this.outgoing.language] ?? grading.scheme}: ${(scheme?.axes.map((axis) => grading.codes[axis.id]) ?? Object.values(grading.codes)).filter((code) => code !== undefined).join('')}`;
  }

  handlingText(handling: readonly Handling[]): string {
    const { catalogue, language } = this.outgoing;
    return handling.map(({ scheme, axis, code, note }) => {
      const known = catalogue.scheme(scheme);
      const named = known?.axes.filter(({ id }) => axis === undefined || id === axis).flatMap(({ codes }) => codes).find((each) => each.code === code);
      return [`${known?.label[language] ?? scheme}: ${code}`, named?.label[language] === code ? undefined : named?.label[language], note].filter((part) => part !== undefined && part !== '').join(', ');
    }).join(BETWEEN);
  }
}
