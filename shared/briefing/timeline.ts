import { captionStatements } from './factLines';
import type { ComposeContext } from './context';
import type { Block } from './document';
import type { GatheredStatement } from './gathered';
import { dateText } from './moment';
import type { SceneEntity, SceneLink } from './scene';
import { byCaption } from './persons';
import { stretchOf, timeScale } from './timeScale';

/** Lanes that fit a page and are still read; those with the most on them are kept. */
const MOST_LANES = 40;
/** Places along the width within which happenings of one kind are told together. */
const PLACES = 60;
/** Of more stretches of one kind on a lane, only the whole is drawn. */
const MOST_STRETCHES = 6;

type Timeline = Omit<Extract<Block, { kind: 'timeline' }>, 'number' | 'label'>;
type Lane = Timeline['lanes'][number];

/** Something dated on a lane, in milliseconds. */
interface Happening {
  readonly from: number;
  /** Null: a moment. */
  readonly until: number | null;
  /** What kind it is: happenings of one kind are told together. */
  readonly kind: string;
  readonly what: string;
  readonly dated: Dated;
  /** A state that lasts (owns, lives at), unlike a happening: it does not set the scale. */
  readonly lasting: boolean;
  readonly statements: readonly GatheredStatement[];
}

interface Dated { readonly start: string | null; readonly end: string | null }

function stretch({ start, end }: Dated): { from: number; until: number | null } | null {
  const [first, last] = [start ?? end, end ?? start];
  const from = first === null ? null : stretchOf(first);
  const until = last === null ? null : stretchOf(last);
  if (from === null || until === null) return null;
  const to = Math.max(from.until, until.until);
  return { from: from.from, until: to > from.from ? to : null };
}

/** Over a longer time the hour tells nothing, and takes room. */
const HOURS_UNTIL = 3 * 24 * 60 * 60 * 1000;

/** A date as it stands at a mark: with its time where the whole line is short. */
const dayOrTime = (v: string, hours: boolean, { scene: { language } }: ComposeContext): string => (hours ? dateText(v, language) : dateText(v, language).replace(/ \d{2}:\d{2}.*$/, ''));

function whenText({ start, end }: Dated, hours: boolean, context: ComposeContext): string {
  const [first, last] = [start ?? end ?? '', end ?? start ?? ''].map((v) => dayOrTime(v, hours, context));
  return first === undefined || last === undefined || first === last ? (first ?? '') : context.scene.words('period', { from: first, to: last });
}

/** What is dated about an entity: itself, its links, and, where a link has no date, what it leads to. */
function happeningsOf(entity: SceneEntity, links: readonly SceneLink[], context: ComposeContext): Happening[] {
  const { scene } = context;
  const { words, language } = scene;
  const found: Happening[] = [];
  const add = (dated: Dated, kind: string, what: string, lasting: boolean, statements: readonly GatheredStatement[]): void => {
    const at = stretch(dated);
    // A state whose end nobody knows goes on.
    const open = lasting && dated.start !== null && dated.end === null;
    if (at !== null) found.push({ from: at.from, until: open ? Infinity : at.until, kind, what, dated: { start: dated.start, end: dated.end }, lasting, statements });
  };
  if (entity.start !== null || entity.end !== null) add(entity, entity.type.id, entity.type.label[language], entity.type.family !== 'events', entity.subject.statements);
  for (const link of links) {
    const outward = link.from.id === entity.id;
    const other = outward ? link.to : link.from;
    const label = (outward ? link.type.label : link.type.reverse)[language];
    const statements = [...link.subject.statements, ...captionStatements(other, scene)];
    if (link.start !== null || link.end !== null) add(link, link.type.id, words('linkedTo', { label, other: other.caption, count: 1 }), !link.type.occurrence, statements);
    else if (other.start !== null || other.end !== null) add(other, other.type.id, words('linkedTo', { label, other: other.caption, count: 1 }), other.type.family !== 'events', [...link.subject.statements, ...other.subject.statements]);
  }
  return found;
}

/** Happenings as marks along the width: moments of one kind at one place as one mark with their number, stretches each by itself. */
function marksOf(happenings: readonly Happening[], at: (time: number) => number, hours: boolean, context: ComposeContext): Lane['events'] {
  const { words } = context.scene;
  const events: Lane['events'] = [];
  const told = (each: Happening): string => words('dated', { date: whenText(each.dated, hours, context), what: each.what });
  const together = (list: readonly Happening[], what: string): string => {
    const [first, last] = [list[0], list.at(-1)];
    if (first === undefined || last === undefined || list.length === 1) return first === undefined ? '' : told(first);
    const date = whenText({ start: first.dated.start ?? first.dated.end, end: last.dated.end ?? last.dated.start }, hours, context);
    return words('severalDated', { date, what, count: list.length });
  };
  const moments = new Map<string, Happening[]>();
  const stretches = new Map<string, Happening[]>();
  for (const each of [...happenings].sort((a, b) => a.from - b.from)) {
    const drawn = each.until !== null && at(each.until) - at(each.from) > 1 / PLACES;
    const key = drawn ? each.kind : `${each.kind} ${Math.floor(at(each.from) * PLACES)}`;
    const list = (drawn ? stretches : moments).get(key);
    if (list) list.push(each);
    else (drawn ? stretches : moments).set(key, [each]);
  }
  const kindLabel = (kind: string): string => (context.scene.catalogue.linkType(kind) ?? context.scene.catalogue.entityType(kind))?.label[context.scene.language] ?? kind;
  for (const [, list] of moments) events.push({ at: at(list[0]?.from ?? 0), until: null, text: together(list, kindLabel(list[0]?.kind ?? '')), count: list.length });
  for (const [kind, list] of stretches) {
    if (list.length <= MOST_STRETCHES) events.push(...list.map((each) => ({ at: at(each.from), until: at(each.until ?? each.from), text: told(each), count: 1 })));
    else events.push({ at: list.reduce((least, each) => Math.min(least, at(each.from)), 1), until: list.reduce((most, each) => Math.max(most, at(each.until ?? each.from)), 0), text: together(list, kindLabel(kind)), count: list.length });
  }
  return events.sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1));
}

/**
 * The span that is drawn: that of what happened, and of what began or ended about as long before or after. States may have begun long before, and then begin at
 * the edge.
 */
function spanned(all: readonly Happening[]): { first: number; last: number } {
  const happened = all.filter((each) => !each.lasting);
  const times = (list: readonly Happening[]): number[] => list.flatMap(({ from, until }) => (until === null || until === Infinity ? [from] : [from, until]));
  const counted = times(happened.length > 0 ? happened : all);
  const [first, last] = [counted.reduce((a, b) => Math.min(a, b), Infinity), counted.reduce((a, b) => Math.max(a, b), -Infinity)];
  const near = times(all).filter((time) => time >= first - (last - first) && time <= last + (last - first));
  return { first: near.reduce((a, b) => Math.min(a, b), first), last: near.reduce((a, b) => Math.max(a, b), last) };
}

/**
 * Happenings along a line of time, one lane per thing that has any: its own dates, and those of its links. Lanes with the most on them are kept where there are too
 * many, in the order of what comes first on them; the caption says how many were left out. Null when nothing is dated.
 */
export function timelineBlock(entities: readonly SceneEntity[], links: readonly SceneLink[], context: ComposeContext): { readonly block: Timeline; readonly about: readonly SceneEntity[] } | null {
  const { scene, ledger } = context;
  const { words, language } = scene;
  const touching = new Map<string, SceneLink[]>();
  for (const link of links) {
    for (const end of new Set([link.from.id, link.to.id])) {
      const list = touching.get(end);
      if (list) list.push(link);
      else touching.set(end, [link]);
    }
  }
  const dated = byCaption(entities, scene).map((entity) => ({ entity, happenings: happeningsOf(entity, touching.get(entity.id) ?? [], context) })).filter(({ happenings }) => happenings.length > 0);
  if (dated.length === 0) return null;
  const kept = [...dated].sort((a, b) => b.happenings.length - a.happenings.length).slice(0, MOST_LANES);
  const { first, last } = spanned(kept.flatMap(({ happenings }) => happenings));
  const { at, ticks } = timeScale(first, last, language);
  const begins = (happenings: readonly Happening[]): number => happenings.reduce((least, each) => Math.min(least, each.from), Infinity);
  const lanes = kept.sort((a, b) => begins(a.happenings) - begins(b.happenings) || (a.entity.id < b.entity.id ? -1 : 1));
  const number = lanes.reduce((sum, lane) => sum + lane.happenings.length, 0);
  const counts = { lanes: words('countItems', { count: lanes.length }), events: words('countEvents', { count: number }) };
  const caption = words('timelineCaption', counts);
  return {
    about: lanes.map(({ entity }) => entity),
    block: {
      kind: 'timeline', caption: dated.length > lanes.length ? `${caption} ${words('timelineCut', { shown: lanes.length, all: dated.length })}` : caption,
      alternative: words('timelineAlternative', { names: lanes.slice(0, 5).map(({ entity }) => entity.caption).join(', '), ...counts }),
      ticks: [...ticks],
      lanes: lanes.map(({ entity, happenings }) => ({ caption: entity.caption, family: entity.type.family, icon: entity.type.icon, events: marksOf(happenings, at, last - first <= HOURS_UNTIL, context) })),
      marks: ledger.enter(lanes.flatMap(({ entity, happenings }) => [...captionStatements(entity, scene), ...happenings.flatMap((each) => [...each.statements])])),
    },
  };
}
