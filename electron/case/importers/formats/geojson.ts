import { Failure } from '../../../../shared/contract/failure';
import { isJsonArray, isJsonObject, readJson } from '../json';
import type { JsonObject, JsonValue } from '../json';
import { textOf, textsOf } from '../jsonText';
import type { Attachment } from '../../../../shared/mapping/mapRow';
import { foldHeading } from '../../../../shared/schema/heading';
import { EntityDraft, recordOf } from '../records/draft';
import type { FileHead, RecordFormat, RecordOutcome } from '../records/format';
import { Vocabulary } from '../records/vocabulary';
import { geometryText, pointsIn } from './geojson/geometry';

const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
const TYPES = /"type"\s*:\s*"(FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)"/u;
const NAMES = new Set(['name', 'naam', 'nom', 'title', 'titel', 'label', 'bezeichnung']);
const PLACE = 'location';
const LONGEST = 900_000;

function recognise({ text }: FileHead): number {
  const start = text.replaceAll('\u001e', '').trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return 0;
  if (/"type"\s*:\s*"Topology"/u.test(start)) return /"arcs"\s*:/u.test(start) || /"objects"\s*:/u.test(start) ? 0.9 : 0;
  const type = TYPES.exec(start)?.[1];
  if (type === undefined) return 0;
  if (type === 'FeatureCollection' || type === 'Feature') return /"features"\s*:|"geometry"\s*:/u.test(start) ? 0.95 : 0;
  // Geometries stand in records of other formats too: alone they count where the file begins with one.
  return /"(?:features|geometry)"\s*:/u.test(start) && /"Feature"/u.test(start) ? 0.95 : /^\[?\s*\{\s*"(?:type|coordinates|geometries|bbox)"/u.test(start) && /"(?:coordinates|geometries)"\s*:/u.test(start) ? 0.85 : 0;
}

/**
 * GeoJSON (RFC 7946), one feature per line too. A feature becomes a location, or the type that the user chooses for the file. A point gives its
 * coordinates; of a line or an area the middle of its box is where it is drawn, and the geometry itself is kept as written.
 */
export const format: RecordFormat = {
  id: 'geojson',
  mediaType: 'application/geo+json',
  endings: ['.geojson', '.geojsonl', '.json'],
  recognise,
  open(bytes, context) {
    const { catalogue, plan } = context;
    const vocabulary = new Vocabulary(catalogue, plan);
    const headingsByType = new Map<string, ReadonlyMap<string, string>>();
    const reader = readJson(bytes, { encoding: plan.encoding, pick: (path, shape) => (path.length === 0 || (path.length === 1 && path[0] === 'features' && shape === 'array') ? 'into' : 'take') });
    return {
      total: bytes.size,
      done: () => reader.done(),
      unit: 'line',
      kinds: () => vocabulary.kinds(),
      async *outcomes() {
        const said: { root: Record<string, JsonValue>; document: number; line: number; features: number } = { root: {}, document: 0, line: 1, features: 0 };
        let taken = 0;
        /** A document that is one feature or one geometry itself. */
        const alone = (): RecordOutcome[] => {
          const { root, line } = said;
          said.root = Object.create(null) as Record<string, JsonValue>;
          const type = textOf(root, 'type');
          if (type === 'Topology') throw new Failure('fileNotThisFormat', { line: 1, why: 'TopoJSON: convert to GeoJSON' });
          return type === 'Feature' || GEOMETRIES.has(type) ? [outcomeOf(root, line)] : [];
        };
        for (const batch of reader.values()) {
          const out: RecordOutcome[] = [];
          for (const each of batch) {
            if (each.kind === 'fault') {
              out.push(reject(each.line, each.why, each.text));
              continue;
            }
            if (each.document !== said.document) out.push(...alone());
            said.document = each.document;
            const [first] = each.path;
            if (each.path.length === 1 && typeof first === 'string') {
              if (first === 'type' && each.value === 'Topology') throw new Failure('fileNotThisFormat', { line: each.line, why: 'TopoJSON: convert to GeoJSON' });
              if (Object.keys(said.root).length === 0) said.line = each.line;
              said.root[first] = each.value;
            } else if (isJsonObject(each.value) && each.path.length === 1 && isJsonArray(each.value['features'])) {
              for (const feature of each.value['features']) out.push(isJsonObject(feature) ? outcomeOf(feature, each.line) : reject(each.line, 'not a feature', ''));
            } else out.push(isJsonObject(each.value) ? outcomeOf(each.value, each.line) : reject(each.line, 'not a feature', ''));
          }
          taken += out.filter(({ kind }) => kind === 'row').length;
          if (out.length > 0) yield out;
        }
        const last = alone();
        taken += last.length;
        if (last.length > 0) yield last;
        if (taken === 0) throw new Failure('noRows');
      },
    };

    function reject(line: number, detail: string, text: string): RecordOutcome {
      return { kind: 'reject', reject: { row: line, code: 'badRecord', detail, cells: [text] } };
    }

    /** The properties that a type knows by a heading; a column "id" is no reference that holds beyond the file. */
    function headingsOf(type: string): ReadonlyMap<string, string> {
      const held = headingsByType.get(type);
      if (held !== undefined) return held;
      const found = new Map<string, string>();
      for (const property of catalogue.entityType(type)?.properties ?? []) if (property.identifier !== 'reference' && property.kind !== 'coordinates') for (const heading of property.headings ?? []) if (!found.has(heading)) found.set(heading, property.id);
      headingsByType.set(type, found);
      return found;
    }

    function outcomeOf(object: JsonObject, line: number): RecordOutcome {
      const feature = textOf(object, 'type') === 'Feature' || isJsonObject(object['geometry']) || isJsonObject(object['properties']);
      if (!feature && !GEOMETRIES.has(textOf(object, 'type'))) return reject(line, `no feature: ${textOf(object, 'type')}`.slice(0, 200), '');
      const geometry = feature ? object['geometry'] : object;
      const properties = feature && isJsonObject(object['properties']) ? object['properties'] : {};
      const type = vocabulary.entity('Feature', PLACE);
      const id = feature ? textOf(object, 'id') : '';
      const draft = new EntityDraft(catalogue, plan, type, id === '' ? null : id);
      if (id !== '') draft.say('reference', id);
      const declared = (property: string): boolean => catalogue.entityType(type)?.properties.some((each) => each.id === property) === true;
      const headings = headingsOf(type);
      let name = '';
      for (const [key, value] of Object.entries(properties)) {
        const folded = foldHeading(key);
        const property = NAMES.has(folded) && declared('name') ? 'name' : headings.get(folded);
        const fits = property !== undefined && !(property === 'name' && name !== '');
        for (const text of textsOf(value)) {
          if (fits) draft.say(property, text);
          else draft.other(key, text);
          if (fits && property === 'name') name = text;
        }
      }
      if (feature) for (const [key, value] of Object.entries(object)) if (!['type', 'id', 'geometry', 'properties'].includes(key)) for (const text of textsOf(value)) draft.other(key, text);
      const attachments: Attachment[] = [];
      /** A coastline may be longer than a property holds: then it is a document of its own. */
      const keep = (shape: JsonObject): void => {
        const text = geometryText(shape);
        if (text.length <= LONGEST) draft.other('geometry', text);
        else attachments.push({ name: `${name || id || 'geometry'}.geojson`, mediaType: 'application/geo+json', bytes: Buffer.from(text, 'utf8') });
      };
      if (isJsonObject(geometry)) {
        const points = pointsIn(geometry);
        if (points === null) keep(geometry);
        else {
          const property = catalogue.entityType(type)?.coordinates ?? 'coordinates';
          const value = { v: points.point, ...(points.written === null || points.written === points.point ? {} : { raw: points.written }) };
          if (catalogue.property(type, property)?.kind === 'coordinates') draft.keep(property, value);
          else draft.other('coordinates', points.written ?? points.point);
          if (points.height !== null) draft.other('altitude', points.height);
          if (!points.single) keep(geometry);
        }
      } else if (Object.keys(draft.values).length === 0) return reject(line, 'feature without geometry and properties', '');
      return { kind: 'row', row: line, cells: [name || id, isJsonObject(geometry) ? textOf(geometry, 'type') : ''], mapped: recordOf({ entities: [draft], attachments }) };
    }
  },
};
