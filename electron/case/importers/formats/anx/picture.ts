import { inflateSync } from 'node:zlib';
import type { Attachment } from '../../../../../shared/mapping/mapRow';
import { childOf } from '../../records/elements';
import type { Definitions } from './definitions';
import { definedKind } from './ends';
import type { EndElement } from './ends';

const MOST = 16 * 1024 * 1024;
const SIGNS: readonly (readonly [string, string, string])[] = [['89504e47', 'image/png', 'png'], ['ffd8ff', 'image/jpeg', 'jpg'], ['47494638', 'image/gif', 'gif'], ['424d', 'image/bmp', 'bmp'], ['49492a00', 'image/tiff', 'tif'], ['4d4d002a', 'image/tiff', 'tif'], ['d7cdc69a', 'image/wmf', 'wmf'], ['01000000', 'image/emf', 'emf']];
const FILE_HEADER = 14;

const signOf = (bytes: Buffer): (typeof SIGNS)[number] | undefined => SIGNS.find(([sign]) => bytes.subarray(0, 4).toString('hex').startsWith(sign));

/** A bitmap without its file header, as pictures of icons are kept, with one. */
function bitmapOf(bytes: Buffer): Buffer | null {
  const headerSize = bytes.length < 40 ? 0 : bytes.readUInt32LE(0);
  if (![40, 108, 124].includes(headerSize)) return null;
  const depth = bytes.readUInt16LE(14);
  const used = bytes.readUInt32LE(32);
  const colours = depth > 8 ? used : used === 0 ? 2 ** depth : used;
  if (![1, 4, 8, 16, 24, 32].includes(depth) || colours > 256) return null;
  const header = Buffer.alloc(FILE_HEADER);
  header.write('BM', 'latin1');
  header.writeUInt32LE(bytes.length + FILE_HEADER, 2);
  header.writeUInt32LE(FILE_HEADER + headerSize + colours * 4, 10);
  return Buffer.concat([header, bytes]);
}

/** A picture in base64, perhaps compressed; null when it is none that anyone could open. */
function decoded(data: string): { readonly bytes: Buffer; readonly mediaType: string; readonly ending: string } | null {
  if (data.length > MOST * 1.4) return null;
  const raw = Buffer.from(data, 'base64');
  const candidates = [raw];
  try {
    candidates.push(inflateSync(raw, { maxOutputLength: MOST }));
  } catch {
    // Not compressed: taken as it is.
  }
  for (const bytes of [...candidates, ...candidates.map(bitmapOf)]) {
    const sign = bytes === null ? undefined : signOf(bytes);
    if (bytes !== null && sign !== undefined) return { bytes, mediaType: sign[1], ending: sign[2] };
  }
  return null;
}

/** The picture that a chart item carries of its own or by the name of its icon; null when it shows one of the program's icons. */
export function pictureOf(found: EndElement, definitions: Definitions, name: string): Attachment | null {
  const inner = childOf(found.style, 'IconPicture') ?? childOf(found.shape, 'IconPicture') ?? childOf(found.shape, 'Picture') ?? childOf(found.style, 'Picture');
  const style = found.style?.attributes ?? {};
  const data = inner?.attributes.Data ?? inner?.text ?? definitions.pictures.get(style.TypeIconName ?? style.IconName ?? '') ?? definitions.pictures.get(definedKind(definitions, found.style)?.icon ?? '');
  const picture = data === undefined || data.trim() === '' ? null : decoded(data.trim());
  if (picture === null) return null;
  const safe = name.replace(/[\p{C}/\\:*?"<>|]+/gu, ' ').trim().slice(0, 100);
  return { name: `${safe === '' ? 'picture' : safe}.${picture.ending}`, mediaType: picture.mediaType, bytes: picture.bytes };
}
