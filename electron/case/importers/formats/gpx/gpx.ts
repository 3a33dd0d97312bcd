import { EntityDraft, LinkDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import type { XmlEvent, XmlOpen } from '../../xml';
import { describe, keepFacts, positionOf, sayPosition } from '../track/point';
import type { Fact } from '../track/point';
import { Trail } from '../track/trail';
import type { Listener } from '../track/walked';

/** An element that something is said of: the file's head, a waypoint, a track, a point of one. */
interface Told {
  readonly element: string;
  readonly depth: number;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  name: string;
  time: string;
  readonly descriptions: string[];
  readonly facts: Fact[];
}

const TRACKS = new Set(['trk', 'rte']);
const POINTS = new Set(['trkpt', 'rtept']);
const SUBJECTS = new Set(['gpx', 'metadata', 'wpt', ...TRACKS, ...POINTS]);
/** Of one subject; hostile files have more. */
const MOST_FACTS = 500;

/** Reads GPX 1.0 and 1.1: waypoints, routes, tracks, and who made the file. */
export class GpxListener implements Listener {
  private out: RecordOutcome[] = [];
  private readonly path: string[] = [];
  private readonly told: Told[] = [];
  private trail: Trail | null = null;
  private tracks = 0;
  private creator = '';
  private head: Told | null = null;
  private headKey: string | null = null;

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary) {}

  take(): RecordOutcome[] {
    const out = this.out;
    this.out = [];
    return out;
  }

  hear(event: XmlEvent): void {
    if (event.kind === 'open') this.open(event);
    else this.close(event.name, event.text);
  }

  end(): void {
    while (this.told.length > 0) this.finish(this.told.pop());
  }

  private open(event: XmlOpen): void {
    this.path.push(event.name);
    const inside = this.told.at(-1);
    const extended = this.path.includes('extensions');
    if (!extended && SUBJECTS.has(event.name) && (inside === undefined || inside.element === 'gpx' || (TRACKS.has(inside.element) && POINTS.has(event.name)))) {
      if (event.name === 'gpx') this.creator = event.attributes['creator'] ?? '';
      this.told.push({ element: event.name, depth: this.path.length, line: event.line, attributes: event.attributes, name: '', time: '', descriptions: [], facts: [] });
      if (event.name !== 'gpx' && event.name !== 'metadata') this.sayHead();
      if (TRACKS.has(event.name)) this.begin(event);
      return;
    }
    if (event.name === 'trkseg') this.trail?.gap();
    if (inside !== undefined) for (const [name, value] of Object.entries(event.attributes)) this.fact(inside, event.name === 'link' && name === 'href' ? 'link' : `${event.name} ${name}`, value);
  }

  private close(name: string, text: string): void {
    const inside = this.told.at(-1);
    if (inside !== undefined && this.path.length === inside.depth) {
      this.told.pop();
      this.finish(inside);
    } else if (inside !== undefined) this.say(inside, name, text.trim());
    this.path.pop();
  }

  private say(inside: Told, name: string, text: string): void {
    if (text === '') return;
    const direct = this.path.length === inside.depth + 1;
    if (direct && name === 'name' && inside.name === '') inside.name = text;
    else if (direct && name === 'time' && inside.time === '') inside.time = text;
    else if (direct && (name === 'desc' || name === 'cmt')) inside.descriptions.push(text);
    else {
      const parent = this.path.at(-2) ?? '';
      this.fact(inside, direct || parent === 'extensions' || parent.endsWith('Extension') ? name : `${parent} ${name}`, text);
    }
  }

  private fact(told: Told, name: string, text: string): void {
    if (told.facts.length < MOST_FACTS && text.trim() !== '') told.facts.push([name, text.trim()]);
  }

  private begin(event: XmlOpen): void {
    this.tracks += 1;
    this.trail = new Trail(this.context, `track:${this.tracks}`, this.vocabulary.entity(event.name, 'track'), () => this.vocabulary.entity(event.name === 'trk' ? 'trkpt' : 'rtept', 'location'), event.line);
  }

  private finish(told: Told | undefined): void {
    if (told === undefined) return;
    if (told.element === 'metadata') this.head = told;
    else if (told.element === 'gpx') {
      // Version 1.0 has the head's elements directly inside the document.
      this.head ??= told;
      this.sayHead();
    } else if (told.element === 'wpt') this.waypoint(told);
    else if (POINTS.has(told.element)) {
      const position = { line: told.line, latitude: told.attributes['lat'] ?? '', longitude: told.attributes['lon'] ?? '', time: told.time, name: told.name };
      this.out.push(...(this.trail?.add({ ...position, facts: [...told.descriptions.map((text): Fact => ['desc', text]), ...told.facts] }) ?? []));
    } else if (this.trail !== null) {
      const outcomes = this.trail.finish({ name: told.name, descriptions: told.descriptions, facts: [...told.facts, ...(told.time === '' ? [] : [['time', told.time] as const]), ...this.origin()] });
      const { type } = this.trail;
      this.trail = null;
      this.out.push(...outcomes, ...this.mentioned(`track:${this.tracks}`, type, told.line));
    }
  }

  private waypoint(told: Told): void {
    const position = positionOf(told.attributes['lat'] ?? '', told.attributes['lon'] ?? '');
    const cells = [told.name, told.attributes['lat'] ?? '', told.attributes['lon'] ?? '', told.time];
    if (position === null) {
      this.out.push({ kind: 'reject', reject: { row: told.line, code: 'badRecord', detail: 'no position', cells } });
      return;
    }
    const type = told.time === '' ? this.vocabulary.entity('wpt', 'location') : this.vocabulary.entity('wpt time', 'event');
    const place = new EntityDraft(this.context.catalogue, this.context.plan, type, null).say('name', told.name).say('start', told.time);
    sayPosition(this.context, place, 'coordinates', position);
    for (const text of told.descriptions) describe(this.context, place, text);
    keepFacts(place, [...told.facts, ...this.origin()]);
    const head = this.headDraft(true);
    const entities = head === null ? [place] : [place, head];
    const links = head === null ? [] : [{ draft: new LinkDraft(this.context.catalogue, this.context.plan, 'mentionedIn'), from: 0, to: 1 }];
    this.out.push({ kind: 'row', row: told.line, cells, mapped: recordOf({ entities, links }) });
  }

  /** Program or device that wrote the file, where nothing else is said about the file. */
  private origin(): Fact[] {
    return this.headKey === null && this.creator !== '' ? [['creator', this.creator]] : [];
  }

  private mentioned(key: string, type: string, row: number): RecordOutcome[] {
    const head = this.headDraft(true);
    if (head === null) return [];
    const track = new EntityDraft(this.context.catalogue, this.context.plan, type, key).mention();
    return [{ kind: 'row', row, cells: [], mapped: recordOf({ entities: [track, head], links: [{ draft: new LinkDraft(this.context.catalogue, this.context.plan, 'mentionedIn'), from: 0, to: 1 }] }) }];
  }

  /** The file's own title, author and date become a document, once, before what it mentions. */
  private sayHead(): void {
    const head = this.head ?? this.told[0];
    if (this.headKey !== null || head === undefined) return;
    if (head.name === '' && head.descriptions.length === 0 && !head.facts.some(([name]) => /author|email|keywords|copyright/.test(name))) return;
    this.headKey = 'file';
    this.head = head;
    const draft = this.headDraft(false);
    if (draft !== null) this.out.push({ kind: 'row', row: head.line, cells: [head.name, ...head.descriptions], mapped: recordOf({ entities: [draft] }) });
  }

  private headDraft(mention: boolean): EntityDraft | null {
    if (this.headKey === null || this.head === null) return null;
    const draft = new EntityDraft(this.context.catalogue, this.context.plan, 'document', this.headKey).say('title', this.head.name === '' ? this.context.name : this.head.name);
    if (mention) return draft.mention();
    for (const text of this.head.descriptions) draft.say('note', text);
    return keepFacts(draft, [...this.head.facts, ['time', this.head.time], ['creator', this.creator]]);
  }
}
