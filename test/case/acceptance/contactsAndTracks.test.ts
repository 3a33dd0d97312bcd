import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { walk, walkFile } from '../importers/formats/walk';
import type { Walked } from '../importers/formats/walk';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');
const CARDS = resolve(DATA, 'contacts/vcard');
const TRACKS = ['gpxpy', 'togeojson'].map((folder) => resolve(DATA, 'tracks', folder));
const present = existsSync(CARDS) && TRACKS.every((folder) => existsSync(folder));
if (!present) console.warn('contactsAndTracks: the shared data are not here, so nothing was tried');

const filesIn = (folder: string, ending: RegExp): [name: string, path: string][] => (present ? readdirSync(folder).filter((name) => ending.test(name)).map((name): [string, string] => [name, resolve(folder, name)]) : []);
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
const rows = (said: Walked) => said.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? [outcome.mapped] : []));
/** Links of a type to entities of a type, as the file says them, before anything is joined. */
const linksTo = (said: Walked, link: string, entity: string): number => rows(said).reduce((sum, row) => sum + row.links.filter((each) => each.type === link && row.entities[each.to]?.type === entity).length, 0);
const kinds = (said: Walked, ...labels: string[]): number => said.kinds.filter((kind) => labels.includes(kind.label)).reduce((sum, kind) => sum + kind.count, 0);
const xmlOf = (path: string): string => readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
const points = (said: Walked): number => said.nodes.reduce((sum, node) => sum + Number(node.values['points']?.[0] ?? 0), 0);

describe.skipIf(!present)('real address cards', () => {
  test.each(filesIn(CARDS, /\.vcf$/))('%s', async (_name, path) => {
    // Rows of a photo are taken away, so that no piece of it looks like a property.
    const text = readFileSync(path, 'latin1').replace(/\r+\n/g, '\n').replace(/\n[ \t][^\n]*/g, '');
    const said = await walkFile(path);
    expect(said.format).toBe('vcard');
    expect(said.rejects).toEqual([]);
    expect(said.outcomes.filter((outcome) => outcome.kind === 'row')).toHaveLength(count(text, /^BEGIN:VCARD/gim));
    expect(linksTo(said, 'uses', 'phone')).toBe(count(text, /^(?:\w+\.)?TEL[;:]/gim));
    expect(linksTo(said, 'uses', 'emailAccount')).toBe(count(text, /^(?:\w+\.)?EMAIL[;:]/gim));
    expect(linksTo(said, 'worksFor', 'company')).toBe(count(text, /^ORG[;:]/gim));
    expect(rows(said).reduce((sum, row) => sum + (row.attachments?.length ?? 0), 0)).toBe(count(text, /^PHOTO(?!:http)/gim));
    for (const attachment of rows(said).flatMap((row) => row.attachments ?? [])) expect(attachment.mediaType).toBe('image/jpeg');
    expect(['livesAt', 'locatedAt', 'registeredAt'].reduce((sum, link) => sum + linksTo(said, link, 'address'), 0)).toBe(count(text, /^(?:\w+\.)?ADR[;:]/gim));
    const names = rows(said).flatMap((row) => row.entities[0]?.values['name'] ?? []);
    expect(names.length).toBe(count(text, /^FN[;:]/gim));
  });
});

describe.skipIf(!present)('real GPS tracks', () => {
  test.each(TRACKS.flatMap((folder) => filesIn(folder, /\.gpx$/)))('%s', async (_name, path) => {
    const text = xmlOf(path);
    const said = await walkFile(path);
    expect(said.format).toBe('gpx');
    const bad = said.rejects.filter((reject) => reject.detail === 'no position').length;
    expect(said.rejects).toHaveLength(bad);
    expect(kinds(said, 'wpt', 'wpt time') + points(said) + bad).toBe(count(text, /<(?:wpt|trkpt|rtept)[\s>]/g));
    expect(kinds(said, 'trk')).toBe(count(text, /<trk[\s>]/g));
    expect(kinds(said, 'rte')).toBe(count(text, /<rte[\s>]/g));
    // Every point is told, with its position, in the track's own text.
    const lines = said.nodes.flatMap((node) => node.values['path'] ?? []).flatMap((piece) => piece.split('\n')).filter((line) => line !== '');
    expect(lines).toHaveLength(points(said));
  });

  test.each(TRACKS.flatMap((folder) => filesIn(folder, /\.tcx$/)))('%s', async (_name, path) => {
    const text = xmlOf(path);
    const said = await walkFile(path);
    expect(said.format).toBe('gpx');
    const bad = said.rejects.filter((reject) => reject.detail === 'no position').length;
    expect(said.rejects).toHaveLength(bad);
    const lines = said.nodes.flatMap((node) => node.values['path'] ?? []).flatMap((piece) => piece.split('\n')).filter((line) => line !== '');
    // A track point without a position is kept in its place, and not counted.
    expect(lines.length + bad).toBe(count(text, /<Trackpoint>/g));
    expect(points(said) + bad).toBe(count(text.replace(/<CoursePoint>[\s\S]*?<\/CoursePoint>/g, ''), /<LatitudeDegrees>/g) - count(text, /<(?:BeginPosition|EndPosition)>/g));
    expect(kinds(said, 'Activity', 'Course')).toBe(count(text, /<(?:Activity|Course)[\s>]/g));
  });
});

describe.skipIf(!present)('real files of Google Earth', () => {
  const files = TRACKS.flatMap((folder) => filesIn(folder, /\.kml$/));
  test.each(files)('%s', async (_name, path) => {
    const text = xmlOf(path);
    const said = await walkFile(path);
    expect(said.format).toBe('kml');
    const open = text.replace(/<Polygon[\s\S]*?<\/Polygon>/g, '');
    const inLines = [...open.matchAll(/<(?:LineString|LinearRing)[\s>][\s\S]*?<coordinates>([\s\S]*?)<\/coordinates>/g)].reduce((sum, found) => sum + count(found[1] ?? '', /\S+/g), 0);
    const bad = said.rejects.filter((reject) => reject.detail === 'no position').length;
    expect(said.rejects).toHaveLength(bad);
    expect(points(said) + kinds(said, 'Point', 'Point time') + bad).toBe(inLines + count(text, /<(?:gx:)?coord>/g) + count(text, /<Point[\s>](?:(?!<\/Point>)[\s\S])*?<coordinates>\s*\S/g));
    expect(kinds(said, 'Polygon', 'Polygon time')).toBe(count(text, /<Polygon[\s>]/g) + count(text, /<gx:LatLonQuad>/g));
    expect(said.outcomes.length).toBeGreaterThanOrEqual(count(text, /<(?:Placemark|GroundOverlay|NetworkLink)[\s>]/g));
  });

  test('say the same when they are zipped', async () => {
    for (const [, path] of files) {
      const zip = new yazl.ZipFile();
      zip.addBuffer(readFileSync(path), 'doc.kml');
      zip.end();
      const pieces: Buffer[] = [];
      for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
      const [plain, zipped] = [await walkFile(path), await walk('kml', Buffer.concat(pieces), 'x.kmz')];
      expect(zipped.nodes).toEqual(plain.nodes);
      expect(zipped.edges.length).toBe(plain.edges.length);
    }
  });
});
