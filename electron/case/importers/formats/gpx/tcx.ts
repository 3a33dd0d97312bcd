import type { ReadingContext, RecordOutcome } from '../../records/format';
import { EntityDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import type { XmlEvent, XmlOpen } from '../../xml';
import { describe, keepFacts, positionOf, sayPosition } from '../track/point';
import type { Fact } from '../track/point';
import { Trail } from '../track/trail';
import type { Listener } from '../track/walked';

interface Told { readonly line: number; readonly depth: number; readonly values: Map<string, string>; readonly facts: Fact[] }

const TRACKS = new Set(['Activity', 'Course']);
const POINTS = new Set(['Trackpoint', 'CoursePoint']);
const KNOWN = new Set(['LatitudeDegrees', 'LongitudeDegrees', 'Time', 'Name', 'Notes', 'Id']);
const MOST_FACTS = 500;

/** Reads a Garmin training file: an activity or a course is one track, laps are its segments. */
export class TcxListener implements Listener {
  private out: RecordOutcome[] = [];
  private readonly path: string[] = [];
  private track: Told | null = null;
  private point: Told | null = null;
  private trail: Trail | null = null;
  private tracks = 0;

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary) {}

  take(): RecordOutcome[] {
    const out = this.out;
    this.out = [];
    return out;
  }

  hear(event: XmlEvent): void {
    if (event.kind === 'open') {
      this.path.push(event.name);
      this.open(event);
      return;
    }
    this.close(event.name, event.text.trim());
    this.path.pop();
  }

  end(): void {
    this.finish();
  }

  private open(event: XmlOpen): void {
    const told = { line: event.line, depth: this.path.length, values: new Map<string, string>(), facts: [] as Fact[] };
    if (TRACKS.has(event.name) && this.track === null) {
      this.tracks += 1;
      this.track = told;
      this.trail = new Trail(this.context, `track:${this.tracks}`, this.vocabulary.entity(event.name, 'track'), () => this.vocabulary.entity('Trackpoint', 'location'), event.line);
      if (event.attributes['Sport'] !== undefined) told.facts.push(['Sport', event.attributes['Sport']]);
    } else if (POINTS.has(event.name) && this.track !== null && this.point === null) this.point = told;
    else if (event.name === 'Lap') {
      this.trail?.gap();
      const start = event.attributes['StartTime'];
      if (start !== undefined) this.track?.facts.push(['Lap StartTime', start]);
    }
  }

  private close(name: string, text: string): void {
    const { point, track } = this;
    if (point !== null && this.path.length === point.depth) {
      this.point = null;
      this.finishPoint(name, point);
    } else if (track !== null && this.path.length === track.depth) this.finish();
    else if (text !== '') {
      const told = point ?? track;
      if (told === null) return;
      const parent = this.path.at(-2) ?? '';
      const own = parent === 'Position' || this.path.length === told.depth + 1;
      if (own && KNOWN.has(name) && !told.values.has(name)) told.values.set(name, text);
      else if (told.facts.length < MOST_FACTS) told.facts.push([this.path.length === told.depth + 1 || parent === 'TPX' ? name : name === 'Value' ? parent : `${parent} ${name}`, text]);
    }
  }

  private finishPoint(element: string, told: Told): void {
    const value = (name: string): string => told.values.get(name) ?? '';
    const [latitude, longitude] = [value('LatitudeDegrees'), value('LongitudeDegrees')];
    if (element === 'Trackpoint') {
      this.out.push(...(this.trail?.add({ line: told.line, latitude, longitude, time: value('Time'), name: '', facts: told.facts }) ?? []));
      return;
    }
    const place = new EntityDraft(this.context.catalogue, this.context.plan, this.vocabulary.entity(element, 'location'), null).say('name', value('Name')).other('Time', value('Time'));
    const position = positionOf(latitude, longitude);
    if (position === null) place.other('Position', `${latitude},${longitude}`);
    describe(this.context, keepFacts(sayPosition(this.context, place, 'coordinates', position), told.facts), value('Notes'));
    this.out.push({ kind: 'row', row: told.line, cells: [value('Name'), latitude, longitude], mapped: recordOf({ entities: [place] }) });
  }

  private finish(): void {
    const { track, trail } = this;
    if (track === null || trail === null) return;
    this.track = null;
    this.trail = null;
    this.point = null;
    const [id, notes] = [track.values.get('Id') ?? '', track.values.get('Notes') ?? ''];
    this.out.push(...trail.finish({ name: track.values.get('Name') ?? '', begin: id, descriptions: notes === '' ? [] : [notes], facts: id === '' ? track.facts : [['Id', id], ...track.facts] }));
  }
}
