import type { ReadingContext, RecordOutcome } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import type { XmlEvent, XmlOpen } from '../../xml';
import { htmlText } from '../mail/htmlText';
import { Trail } from '../track/trail';
import type { Listener } from '../track/walked';
import { colourOf } from './colour';
import { addFact, factsOf, placemarkOutcomes, takeName, tightened, triple } from './placemark';
import type { Pictures } from './pictures';
import type { Placemark } from './placemark';

const FEATURES = new Set(['Placemark', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'NetworkLink']);
const HOLDERS = new Set(['Document', 'Folder']);
/** How it is drawn, or how the viewer behaves: nothing an investigator asks for. */
const DRAWING = new Set(['visibility', 'open', 'tessellate', 'extrude', 'altitudeMode', 'width', 'scale', 'fill', 'outline', 'colorMode', 'heading', 'tilt', 'range', 'drawOrder', 'refreshMode', 'viewRefreshMode', 'flyToView', 'refreshVisibility']);
const STYLES = new Set(['LineStyle', 'IconStyle', 'PolyStyle', 'LabelStyle']);

interface OpenTrack { readonly trail: Trail; readonly line: number; readonly depth: number; readonly whens: string[]; taken: number; readonly kind: string; readonly coordinates: string[] }

/** Reads KML: placemarks with points, lines, areas and tracks, in the folders they lie in. */
export class KmlListener implements Listener {
  private out: RecordOutcome[] = [];
  private readonly path: string[] = [];
  private readonly folders: { depth: number; name: string }[] = [];
  private placemark: Placemark | null = null;
  private track: OpenTrack | null = null;
  private readonly finished: (() => RecordOutcome[])[] = [];
  private readonly styles = new Map<string, string>();
  private styleId = '';
  private data = '';
  private ring = '';
  private tracks = 0;
  private multi = 0;

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary, private readonly part: string, private readonly pictures: Pictures = new Map()) {}

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
    this.close(event.name, event.text, event.line);
    this.path.pop();
  }

  end(): void {
    if (this.placemark === null) return;
    if (this.track !== null) this.finishTrack();
    this.finishPlacemark();
  }

  private open(event: XmlOpen): void {
    const { name, attributes, line } = event;
    if (HOLDERS.has(name)) this.folders.push({ depth: this.path.length, name: '' });
    else if (FEATURES.has(name) && this.placemark === null) {
      const folders = this.folders.map((folder) => folder.name).filter((each) => each !== '');
      this.placemark = { element: name, line, depth: this.path.length, folders, name: '', description: '', begin: '', end: '', style: '', shapes: [], facts: [], tracks: 0 };
      if (attributes['id'] !== undefined) addFact(this.placemark, 'id', attributes['id']);
    } else if (name === 'Style' || name === 'StyleMap') this.styleId = attributes['id'] ?? '';
    else if (name === 'Data' || name === 'SimpleData' || name === 'SimpleArrayData') this.data = attributes['name'] ?? '';
    else if (name === 'innerBoundaryIs' || name === 'outerBoundaryIs') this.ring = name;
    else if (name === 'MultiTrack') this.multi = this.path.length;
    else if (this.placemark !== null && (name === 'Track' || name === 'LineString' || name === 'LinearRing') && !this.path.includes('Polygon')) this.beginTrack(name, line);
  }

  private beginTrack(name: string, line: number): void {
    if (this.multi > 0 && this.track !== null) {
      this.track.trail.gap();
      return;
    }
    if (this.track !== null) return;
    this.tracks += 1;
    const trail = new Trail(this.context, `${this.part}track:${this.tracks}`, this.vocabulary.entity(name, 'track'), () => this.vocabulary.entity('coord', 'location'), line);
    this.track = { trail, line, depth: this.multi > 0 ? this.multi : this.path.length, whens: [], taken: 0, kind: name, coordinates: [] };
  }

  private close(name: string, text: string, line: number): void {
    const { placemark } = this;
    const trimmed = text.trim();
    if (HOLDERS.has(name)) this.folders.pop();
    else if (placemark === null) this.outside(name, trimmed);
    else if (this.path.length === placemark.depth) this.finishPlacemark();
    else if (this.track !== null && this.path.length === this.track.depth) this.finishTrack();
    else if (this.track !== null && this.path.at(-2) === 'Track') this.inTrack(name, trimmed, line);
    else this.inside(placemark, name, trimmed, line);
    if (name === 'Style' || name === 'StyleMap') this.styleId = '';
    if (name === 'MultiTrack') this.multi = 0;
    if (name === 'Data' || name === 'SimpleArrayData') this.data = '';
  }

  /** Names of folders, and styles that placemarks refer to. */
  private outside(name: string, text: string): void {
    const folder = this.folders.at(-1);
    const parent = this.path.at(-2) ?? '';
    if (name === 'name' && folder !== undefined && HOLDERS.has(parent)) folder.name = text;
    else if (name === 'color' && STYLES.has(parent) && this.styleId !== '' && !this.styles.has(this.styleId)) this.styles.set(this.styleId, colourOf(text));
    else if (name === 'styleUrl' && parent === 'Pair' && this.styleId !== '' && !this.styles.has(this.styleId)) this.styles.set(this.styleId, text);
  }

  private inTrack(name: string, text: string, line: number): void {
    const { track } = this;
    if (track === null) return;
    if (name === 'when') track.whens.push(text);
    else if (name === 'coord') {
      const at = triple(text);
      const time = track.whens[track.taken] ?? '';
      track.taken += 1;
      this.out.push(...track.trail.add({ line, latitude: at.latitude, longitude: at.longitude, time, name: '', facts: at.height === '' ? [] : [['altitude', at.height]] }));
    } else if (this.placemark !== null && text !== '' && !DRAWING.has(name)) addFact(this.placemark, name, text);
  }

  private inside(placemark: Placemark, name: string, text: string, line: number): void {
    const parent = this.path.at(-2) ?? '';
    const direct = this.path.length === placemark.depth + 1;
    if (name === 'coordinates') this.shape(placemark, text, line);
    else if (direct && name === 'name') placemark.name = (htmlText(text) || text).replace(/\s+/gu, ' ');
    else if (direct && name === 'description') placemark.description = text;
    else if (name === 'when' && parent === 'TimeStamp') placemark.begin = text;
    else if (name === 'begin') placemark.begin = text;
    else if (name === 'end') placemark.end = text;
    else if (direct && name === 'styleUrl') placemark.style = text;
    else if (name === 'color') addFact(placemark, 'color', colourOf(text));
    else if (name === 'value' && this.data !== '') addFact(placemark, this.data, text);
    else if (name === 'SimpleData') addFact(placemark, this.data, text);
    else if (text !== '' && !DRAWING.has(name)) addFact(placemark, direct || parent === 'LatLonBox' || parent === 'Link' ? name : `${parent} ${name}`, text);
  }

  private shape(placemark: Placemark, text: string, line: number): void {
    if (text === '') return;
    if (this.path.includes('Polygon') || this.path.at(-2) === 'LatLonQuad') {
      const last = placemark.shapes.at(-1);
      // Holes belong to the area that was begun last.
      if (this.ring === 'innerBoundaryIs' && last?.kind === 'Polygon') placemark.shapes[placemark.shapes.length - 1] = { ...last, coordinates: `${last.coordinates}\n\n${text}` };
      else placemark.shapes.push({ kind: 'Polygon', line, coordinates: text });
    } else if (this.track === null) placemark.shapes.push({ kind: 'Point', line, coordinates: text });
    else {
      for (const piece of tightened(text).matchAll(/\S+/g)) {
        const at = triple(piece[0]);
        this.out.push(...this.track.trail.add({ line, latitude: at.latitude, longitude: at.longitude, time: '', name: '', facts: at.height === '' || at.height === '0' ? [] : [['altitude', at.height]] }));
      }
    }
  }

  private finishTrack(): void {
    const { placemark, track } = this;
    this.track = null;
    if (track === null || placemark === null) return;
    if (track.whens.length > track.taken) addFact(placemark, 'when', track.whens.slice(track.taken, track.taken + 1000).join(' '));
    // What the placemark says may come after its shapes.
    placemark.tracks += 1;
    this.finished.push(() => {
      const text = htmlText(placemark.description);
      return track.trail.finish({ name: placemark.name, descriptions: text === '' ? [] : [text], facts: factsOf(placemark), begin: placemark.begin, end: placemark.end });
    });
  }

  private finishPlacemark(): void {
    const { placemark } = this;
    if (placemark === null) return;
    if (placemark.style !== '') {
      let colour = this.styles.get(placemark.style.replace(/^#/, ''));
      if (colour?.startsWith('#') === true && this.styles.has(colour.slice(1))) colour = this.styles.get(colour.slice(1));
      if (colour !== undefined && /^#[0-9a-f]{6}$/.test(colour)) addFact(placemark, 'color', colour);
      addFact(placemark, 'styleUrl', placemark.style);
    }
    takeName(placemark);
    for (const finish of this.finished.splice(0)) this.out.push(...finish());
    this.out.push(...placemarkOutcomes(placemark, this.context, this.vocabulary, this.pictures));
    this.placemark = null;
  }
}
