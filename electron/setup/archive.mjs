/** Reading zip files and writing small asar archives. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Unpacks a zip file, keeping execution rights.
 * @param {string} zip
 * @param {string} folder
 * @param {(path: string) => string | null} place where in the folder an entry goes; null leaves it out
 */
export async function unzip(zip, folder, place) {
  // Loaded late: when this module is first read, npm packages may not be there yet.
  const { default: yauzl } = await import('yauzl');
  const archive = await yauzl.openPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const path = entry.fileName.endsWith('/') ? null : place(entry.fileName);
    if (path !== null) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
    }
  }
}

/**
 * Writes an asar archive of a few files without folders.
 * The format: four little-endian 32-bit numbers (4, size of the header block, size of its payload, length of the text),
 * the header as JSON padded to a multiple of four, then the files one after another.
 * @param {string} file
 * @param {Record<string, string>} contents texts by file name
 */
export function writeAsar(file, contents) {
  const files = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries(contents)) {
    const body = Buffer.from(text, 'utf8');
    files[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    bodies.push(body);
  }
  const header = Buffer.from(JSON.stringify({ files }), 'utf8');
  const padded = Math.ceil(header.length / 4) * 4;
  const sizes = Buffer.alloc(16);
  [4, padded + 8, padded + 4, header.length].forEach((number, index) => sizes.writeUInt32LE(number, index * 4));
  writeFileSync(file, Buffer.concat([sizes, header, Buffer.alloc(padded - header.length), ...bodies]));
}
