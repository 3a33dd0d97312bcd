import { EntityDraft, recordOf } from '../../records/draft';
import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import { foldHeading } from '../../../../../shared/schema/heading';
import { htmlText } from '../mail/htmlText';
import { describe, keepFacts, positionOf, sayPosition } from '../track/point';
import type { Fact } from '../track/point';
import { picturesOf } from './pictures';
import type { Pictures } from './pictures';

export interface Shape { readonly kind: 'Point' | 'Polygon'; readonly line: number; readonly coordinates: string }

/** A placemark, overlay or link of the file, as far as it was read. */
export interface Placemark {
  readonly element: string;
  readonly line: number;
  readonly depth: number;
  readonly folders: readonly string[];
  name: string;
  description: string;
  begin: string;
  end: string;
  style: string;
  readonly shapes: Shape[];
  readonly facts: Fact[];
  /** Its lines and tracks were handed on. */
  tracks: number;
}

const MOST_FACTS = 1000;

export function addFact(placemark: Placemark, name: string, text: string): void {
  if (placemark.facts.length < MOST_FACTS && text.trim() !== '') placemark.facts.push([name, text.trim()]);
}

/** Blanks as one, and none around commas: some programs write "4.4, 51.2". */
export const tightened = (text: string): string => text.replace(/\s+/gu, ' ').replace(/ ?, ?/g, ',').trim();

/** Longitude, latitude and perhaps height, as KML writes a position. */
export function triple(text: string): { longitude: string; latitude: string; height: string } {
  const [longitude = '', latitude = '', height = ''] = tightened(text).split(/[, ]/);
  return { longitude, latitude, height };
}

/** Headings under which data of a placemark without a name hold what it is called. */
const NAMES: ReadonlySet<string> = new Set(['name', 'naam', 'nom', 'title', 'titel', 'titre', 'label', 'bezeichnung']);

/** Takes what a nameless placemark is called out of its data: programs that turn tables into KML leave it there. */
export function takeName(placemark: Placemark): void {
  const at = placemark.name === '' ? placemark.facts.findIndex(([name]) => NAMES.has(foldHeading(name))) : -1;
  if (at >= 0) placemark.name = placemark.facts.splice(at, 1)[0]?.[1] ?? '';
}

/** What goes with every entity of the placemark. */
export const factsOf = (placemark: Placemark): Fact[] => [...(placemark.folders.length === 0 ? [] : [['Folder', placemark.folders.join(' / ')] as const]), ...placemark.facts];

/** What a placemark says, but for its tracks: each point or area is an entity of its own; one without any is a place that is only named. */
export function placemarkOutcomes(placemark: Placemark, context: ReadingContext, vocabulary: Vocabulary, pictures: Pictures): RecordOutcome[] {
  const out: RecordOutcome[] = [];
  const text = htmlText(placemark.description);
  const shown = picturesOf(placemark, pictures);
  const timed = placemark.begin !== '' || placemark.end !== '';
  const make = (label: string, line: number, cell: string, more: readonly Fact[], coordinates: ReturnType<typeof positionOf>): void => {
    const type = timed ? vocabulary.entity(`${label} time`, 'event') : vocabulary.entity(label, 'location');
    const draft = new EntityDraft(context.catalogue, context.plan, type, null).say('name', placemark.name).say('start', placemark.begin).say('end', placemark.end);
    describe(context, keepFacts(sayPosition(context, draft, 'coordinates', coordinates), [...more, ...factsOf(placemark)]), text);
    out.push({ kind: 'row', row: line, cells: [placemark.name, cell.slice(0, 200), placemark.begin, placemark.end], mapped: recordOf({ entities: [draft], attachments: shown.splice(0) }) });
  };
  for (const shape of placemark.shapes) {
    if (shape.kind === 'Polygon') make('Polygon', shape.line, shape.coordinates, [['Polygon', shape.coordinates.trim()]], null);
    else {
      const at = triple(shape.coordinates);
      const position = positionOf(at.latitude, at.longitude);
      if (position === null) out.push({ kind: 'reject', reject: { row: shape.line, code: 'badRecord', detail: 'no position', cells: [placemark.name, shape.coordinates.trim().slice(0, 200)] } });
      else {
        const more: Fact[] = at.height === '' ? [] : [['altitude', at.height]];
        // A point has one position; what a file says beyond it is kept as it stands.
        if (/ .*,/.test(tightened(shape.coordinates))) more.push(['coordinates', shape.coordinates.trim()]);
        make('Point', shape.line, `${at.latitude},${at.longitude}`, more, position);
      }
    }
  }
  const told = placemark.name !== '' || text !== '' || placemark.facts.length > 0;
  if (placemark.shapes.length === 0 && placemark.tracks === 0) {
    if (told) make(placemark.element, placemark.line, '', [], null);
    else out.push({ kind: 'reject', reject: { row: placemark.line, code: 'empty', detail: '', cells: [] } });
  }
  return out;
}
