import type { Attachment } from '../../../../../shared/mapping/mapRow';
import type { CardProperty } from './line';

const KINDS: readonly (readonly [mark: string, type: string, ending: string])[] = [['ffd8ff', 'image/jpeg', 'jpg'], ['89504e47', 'image/png', 'png'], ['47494638', 'image/gif', 'gif'], ['424d', 'image/bmp', 'bmp'], ['52494646', 'image/webp', 'webp']];

/** Bytes that a property holds as base64 or as a data URI; null when it holds none. */
export function binaryOf(property: CardProperty): { readonly bytes: Buffer; readonly mediaType: string } | null {
  const uri = /^data:([^;,]*)(?:;[^,]*)?,/i.exec(property.value.slice(0, 300));
  if (uri === null && property.transfer !== 'base64') return null;
  const body = uri === null ? property.value : property.value.slice(uri[0].length);
  const encoded = uri === null || /;base64,$/i.test(uri[0]);
  let plain = body;
  if (!encoded) {
    try {
      plain = decodeURIComponent(body);
    } catch {
      plain = body;
    }
  }
  const bytes = encoded ? Buffer.from(body.replace(/\\[\s\S]|[^A-Za-z0-9+/=_-]/g, ''), 'base64') : Buffer.from(plain, 'latin1');
  if (bytes.length === 0) return null;
  const declared = (uri?.[1] ?? '').toLowerCase() || (property.parameters.get('MEDIATYPE') ?? '').toLowerCase();
  return { bytes, mediaType: declared || (property.types[0] ?? '').toLowerCase() };
}

/** A photo as a document that comes with the card. `name`: of the file it becomes, without ending. */
export function photoOf(property: CardProperty, name: string): Attachment | null {
  const held = binaryOf(property);
  if (held === null) return null;
  const mark = held.bytes.toString('hex', 0, 4);
  const found = KINDS.find(([start]) => mark.startsWith(start));
  const type = found?.[1] ?? (held.mediaType.includes('/') ? held.mediaType : 'application/octet-stream');
  return { name: `${name}.${found?.[2] ?? 'bin'}`, mediaType: type, bytes: held.bytes };
}
