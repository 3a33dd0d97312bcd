import type { Attachment } from '../../../../../shared/mapping/mapRow';
import type { Placemark } from './placemark';

/** Pictures that came in the same archive, by their path in lower case. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', tif: 'image/tiff', tiff: 'image/tiff' };

export const isPicture = (path: string): boolean => Object.hasOwn(TYPES, path.slice(path.lastIndexOf('.') + 1).toLowerCase());

/** The pictures that a placemark shows: named in its description, or as its own icon or overlay. */
export function picturesOf(placemark: Placemark, pictures: Pictures): Attachment[] {
  if (pictures.size === 0) return [];
  const said = [placemark.description, ...placemark.facts.map(([, text]) => text)].join('\n').slice(0, 1_000_000).toLowerCase();
  return [...pictures].filter(([path]) => said.includes(path) || said.includes(encodeURI(path).toLowerCase())).map(([path, bytes]) => ({ name: path.slice(path.lastIndexOf('/') + 1), mediaType: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream', bytes }));
}
