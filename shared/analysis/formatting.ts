import type { ItemStyle } from '../model/drawing';
import type { Condition, Effect, FormattingRule } from '../model/formatting';
import type { Id } from '../model/ids';
import type { Strength } from '../model/strength';
import type { Catalogue } from '../schema/catalogue';
import { categoryCodes } from '../schema/category';
import type { Scheme, SchemeCode } from '../schema/types';

/** What rules look at of a thing on a chart: entities and lines as charts show them both are such. Dates are canonical values. */
export interface Judged {
  readonly id: string;
  readonly type: string;
  readonly grading: string;
  readonly handling: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly assessed?: boolean | undefined;
  readonly caption?: string;
  readonly category?: string;
  readonly sources?: number;
  readonly links?: number;
  readonly count?: number;
  readonly contradicts?: boolean;
  readonly members?: readonly Id[] | undefined;
  readonly strength?: Strength;
}

export interface Formatted {
  /** What the rules change, by the id of the entity or line. */
  readonly styles: ReadonlyMap<string, ItemStyle>;
  /** How many things each rule hits, by its id; rules that hit nothing, or are off, are absent. */
  readonly hits: ReadonlyMap<Id, number>;
  /** On how many of these it shows: where upper rules leave it something to set. */
  readonly drawn: ReadonlyMap<Id, number>;
}

type Holds = (thing: Judged) => boolean;
const NOTHING: Holds = () => false;

type Types = Pick<Catalogue, 'isA' | 'scheme'>;

/** Every grading of a scheme as it is written, with the rank of its code on each axis. */
export function writtenGradings(scheme: Scheme): ReadonlyMap<string, readonly number[]> {
  let written: [string, number[]][] = [['', []]];
  for (const axis of scheme.axes) written = written.flatMap(([text, ranks]) => axis.codes.map(({ code, rank }): [string, number[]] => [text + code, [...ranks, rank]]));
  return new Map(written);
}

/** Gradings of a scheme that are as good as one of it on every axis, or better, as they are written; none where the scheme does not know it. */
export function gradingsAtLeast(scheme: Scheme | undefined, text: string): ReadonlySet<string> {
  const written = scheme && writtenGradings(scheme);
  const asked = written?.get(text);
  // A lower rank is the better one.
  return new Set(asked === undefined ? [] : [...(written ?? [])].filter(([, ranks]) => ranks.every((rank, axis) => rank <= (asked[axis] ?? 0))).map(([each]) => each));
}

function gradingHolds({ sense, scheme, text }: Extract<Condition, { of: 'grading' }>, types: Types): Holds {
  if (sense === 'none') return (thing) => thing.grading === '';
  const known = types.scheme(scheme);
  const written = known && writtenGradings(known);
  const asked = written?.get(text);
  if (asked === undefined) return NOTHING;
  return ({ grading }) => {
    const ranks = written?.get(grading);
    // A lower rank is the better one.
    return ranks !== undefined && ranks.every((rank, axis) => rank <= (asked[axis] ?? 0)) === (sense === 'atLeast');
  };
}

function handlingHolds({ scheme, code }: Extract<Condition, { of: 'handling' }>, types: Types): Holds {
  const codes = types.scheme(scheme)?.axes.find((axis) => axis.codes.some((each) => each.code === code))?.codes ?? [];
  const least = codes.find((each) => each.code === code)?.rank ?? Infinity;
  const strict = new Set(codes.filter((each: SchemeCode) => each.rank >= least).map((each) => each.code));
  return ({ handling }) => strict.has(handling);
}

const DAY_LENGTH = 10;

/** Sets a date of any precision beside a day, as far as it is known: -1, 0 or 1. */
function besideDay(date: string, day: string): number {
  const known = date.slice(0, DAY_LENGTH);
  const part = day.slice(0, known.length);
  return known < part ? -1 : known > part ? 1 : 0;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const counted = (value: number | undefined, { sense, than }: { readonly sense: 'fewer' | 'more'; readonly than: number }): boolean => value !== undefined && (sense === 'fewer' ? value < than : value > than);

/** How each condition is looked at, made ready once for all things. */
const LOOKS: { readonly [K in Condition['of']]: (condition: Extract<Condition, { of: K }>, types: Types) => Holds } = {
  type: ({ type }, types) => (thing) => thing.type === type || types.isA(thing.type, type),
  category: ({ code }) => (thing) => categoryCodes(thing.category ?? '').includes(code),
  grading: gradingHolds,
  handling: handlingHolds,
  sources: (asked) => (thing) => counted(thing.sources, asked),
  links: (asked) => (thing) => counted(thing.links ?? thing.count, asked),
  contradicts: () => (thing) => thing.contradicts === true,
  members: () => (thing) => (thing.members?.length ?? 1) > 1,
  assessed: () => (thing) => thing.assessed === true,
  date: ({ sense, day }) => ({ start, end }) => {
    const [first, last] = [start ?? end, end ?? start];
    if (first === null || last === null) return false;
    return sense === 'after' ? besideDay(last, day) >= 0 : besideDay(first, day) < 0;
  },
  caption: ({ text }) => {
    const asked = plain(text.trim());
    return ({ caption }) => caption !== undefined && plain(caption).includes(asked);
  },
  strength: ({ strength }) => (thing) => thing.strength === strength,
};

const lookOf = (condition: Condition, types: Types): Holds => (LOOKS[condition.of] as (condition: Condition, types: Types) => Holds)(condition, types);

/** What is taken of an effect: an entity has no width of line, a line no size. */
const fitting = ({ colour, size, width, line }: Effect, target: FormattingRule['target']): ItemStyle => ({
  ...(colour === undefined ? {} : { colour }),
  ...(target === 'entities' ? (size === undefined ? {} : { size }) : { ...(width === undefined ? {} : { width }), ...(line === undefined ? {} : { line }) }),
});

/**
 * What rules make of the things on a chart: each rule in its order, the upper one wins where two set the same, and one that says so
 * keeps what it hits from those below. Pure; linear in things times rules.
 */
export function formatted(rules: readonly FormattingRule[], { entities, lines }: { readonly entities: readonly Judged[]; readonly lines: readonly Judged[] }, types: Types): Formatted {
  const styles = new Map<string, ItemStyle>();
  const hits = new Map<Id, number>();
  const drawn = new Map<Id, number>();
  const ready = rules.filter((rule) => rule.on).map((rule) => ({ rule, looks: rule.conditions.map((condition) => lookOf(condition, types)), effect: fitting(rule.effect, rule.target) }));
  for (const [target, things] of [['entities', entities], ['lines', lines]] as const) {
    const own = ready.filter(({ rule }) => rule.target === target);
    if (own.length === 0) continue;
    for (const thing of things) {
      for (const { rule, looks, effect } of own) {
        if (!looks.every((holds) => holds(thing))) continue;
        hits.set(rule.id, (hits.get(rule.id) ?? 0) + 1);
        const upper = styles.get(thing.id);
        if (Object.keys(effect).some((part) => upper === undefined || !Object.hasOwn(upper, part))) drawn.set(rule.id, (drawn.get(rule.id) ?? 0) + 1);
        styles.set(thing.id, { ...effect, ...upper });
        if (rule.stop) break;
      }
    }
  }
  return { styles, hits, drawn };
}
