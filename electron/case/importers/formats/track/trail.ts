import type { StoredValue } from '../../../../../shared/values/kind';
import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import { describe, keepFacts, positionOf, sayPosition } from './point';
import type { Fact, Point } from './point';

/**
 * A track becomes one entity that says when and where it begins and ends and how many points it has. Its points are kept with it as text, one
 * line each ("time latitude,longitude name=value …"). Where they are few, each point that has a time or a name is also a location of its own,
 * at which the track was at that time.
 */
const FEW = 300;
/** Points per statement: the statement cites the line of its first one. */
const PIECE = 500;
/** Points kept in the case; of longer tracks, the others stay in the source, and the import says so. */
const MOST = 20_000;

export interface TrailFacts {
  readonly name: string;
  readonly descriptions: readonly string[];
  readonly facts: readonly Fact[];
  /** Times of the whole, where its points have none. */
  readonly begin?: string;
  readonly end?: string;
}

interface Held { readonly point: Point; readonly position: StoredValue }

const textOf = (point: Point, position: string): string =>
  [point.time, position, point.name === '' ? '' : `"${point.name}"`, ...point.facts.map(([name, text]) => `${name}=${text.replace(/\s+/gu, ' ')}`)].filter((part) => part !== '').join(' ');

/** Collects the points of one track while the file goes by; memory holds a few hundred of them at most. */
export class Trail {
  private held: Held[] = [];
  private lines: string[] = [];
  private pieceLine = 0;
  private count = 0;
  private bad = 0;
  private first: Held | null = null;
  private last: Held | null = null;
  private earliest: { at: number; text: string } | null = null;
  private latest: { at: number; text: string } | null = null;
  private beyond = 0;

  /** `type`: of the entity it becomes; `placeType`: asked for each location that one of its points becomes. */
  constructor(private readonly context: ReadingContext, private readonly key: string, readonly type: string, private readonly placeType: () => string, private readonly line: number) {}

  get empty(): boolean {
    return this.count === 0 && this.bad === 0;
  }

  /** Takes the next point; gives what is to be handed on. A point without a position on this earth is rejected. */
  add(point: Point): RecordOutcome[] {
    const position = positionOf(point.latitude, point.longitude);
    if (position === null && point.latitude.trim() === '' && point.longitude.trim() === '' && point.time !== '' && this.lines.length < MOST) {
      // Sensors go on where the satellites are lost: kept in its place, not counted as a point.
      if (this.lines.length === 0) this.pieceLine = point.line;
      this.lines.push(textOf(point, ''));
      return this.count > FEW && this.lines.length >= PIECE ? [this.piece()] : [];
    }
    if (position === null) {
      this.bad += 1;
      return [{ kind: 'reject', reject: { row: point.line, code: 'badRecord', detail: 'no position', cells: [point.latitude, point.longitude, point.time, point.name].map((cell) => cell.slice(0, 200)) } }];
    }
    const held = { point, position };
    this.count += 1;
    this.first ??= held;
    this.last = held;
    this.clock(point.time);
    if (this.count > MOST) {
      if (this.beyond === 0) this.beyond = point.line;
      return [];
    }
    if (this.count <= FEW) this.held.push(held);
    if (this.lines.length === 0) this.pieceLine = point.line;
    this.lines.push(textOf(point, position.raw ?? position.v));
    return this.count > FEW && this.lines.length >= PIECE ? [this.piece()] : [];
  }

  /** A new segment begins: the points before and after it are not joined. */
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** The track as a whole. */
  finish(said: TrailFacts): RecordOutcome[] {
    const track = new EntityDraft(this.context.catalogue, this.context.plan, this.type, this.key);
    track.say('name', said.name).say('start', this.earliest?.text ?? said.begin).say('end', this.latest?.text ?? said.end).say('points', String(this.count)).say('path', this.lines.join('\n'));
    sayPosition(this.context, track, 'coordinates', this.first?.position ?? null);
    sayPosition(this.context, track, 'endCoordinates', this.last?.position ?? null);
    for (const text of said.descriptions) describe(this.context, track, text);
    keepFacts(track, said.facts);
    const entities = [track];
    const links: { draft: LinkDraft; from: number; to: number }[] = [];
    const places = new Map<string, number>();
    for (const { point, position } of this.count > FEW ? [] : this.held) {
      if (point.time === '' && point.name === '') continue;
      let at = places.get(position.v);
      if (at === undefined) {
        at = entities.push(sayPosition(this.context, new EntityDraft(this.context.catalogue, this.context.plan, this.placeType(), `point:${position.v}`), 'coordinates', position)) - 1;
        places.set(position.v, at);
      }
      entities[at]?.say('name', point.name);
      const type = this.context.catalogue.mayJoin('locatedAt', this.type, entities[at]?.type ?? '') ? 'locatedAt' : 'linked';
      links.push({ draft: keepFacts(new LinkDraft(this.context.catalogue, this.context.plan, type).say('start', point.time), point.facts), from: 0, to: at });
    }
    const cells = [said.name, this.earliest?.text ?? '', this.latest?.text ?? '', String(this.count)];
    const outcomes: RecordOutcome[] = [{ kind: 'row', row: this.line, cells, mapped: recordOf({ entities, links }) }];
    if (this.beyond > 0) outcomes.push({ kind: 'reject', reject: { row: this.beyond, code: 'badRecord', detail: `points ${MOST + 1} to ${this.count} are kept in the source only`, cells } });
    return outcomes;
  }

  private piece(): RecordOutcome {
    const track = new EntityDraft(this.context.catalogue, this.context.plan, this.type, this.key).say('path', this.lines.join('\n'));
    const cells = [this.lines[0] ?? '', this.lines.at(-1) ?? ''];
    this.lines = [];
    this.held = [];
    return { kind: 'row', row: this.pieceLine, cells, mapped: recordOf({ entities: [track] }) };
  }

  private clock(time: string): void {
    const at = Date.parse(time);
    if (Number.isNaN(at)) return;
    if (this.earliest === null || at < this.earliest.at) this.earliest = { at, text: time };
    if (this.latest === null || at > this.latest.at) this.latest = { at, text: time };
  }
}
