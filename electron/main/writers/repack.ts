import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** What archives give their files as time where there is none: nothing is told by it. */
const NO_TIME = new Date(1980, 0, 1);

/** Files of an archive by name, in its order. */
export async function unpack(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

async function pack(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name, { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What a document of Office says about itself. */
export interface Described {
  readonly title: string;
  readonly author: string;
  /** Locale, "nl-BE". */
  readonly language: string;
  readonly at: Date;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function core({ title, author, language, at }: Described): string {
  const when = `${at.toISOString().slice(0, 19)}Z`;
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:creator>${escape(author)}</dc:creator><cp:lastModifiedBy>${escape(author)}</cp:lastModifiedBy><dc:language>${language}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`;
}

const APPLICATION = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Knoop</Application></Properties>`;

/** Ids that a library drew by lot, of the same shape wherever it uses them. */
const DRAWN_BY_LOT = /\brId(?=[a-z0-9_-]*[a-z_-])[a-z0-9_-]{21}\b/g;

/**
 * Packs a document of Office anew so that it says of itself what is meant and nothing else: author and date as given, no library, no times of files, and no
 * numbers that depend on chance or on what was written before. `change` may replace single files.
 */
export async function repack(archive: Buffer, described: Described, change: (name: string, content: Buffer) => Buffer = (_name, content) => content): Promise<Buffer> {
  const files = new Map<string, Buffer>();
  for (const [name, content] of await unpack(archive)) {
    if (name === 'docProps/core.xml') files.set(name, Buffer.from(core(described), 'utf8'));
    else if (name === 'docProps/app.xml') files.set(name, Buffer.from(APPLICATION, 'utf8'));
    else files.set(name, change(name, content));
  }
  const lots = new Map<string, string>();
  for (const [name, content] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    files.set(name, Buffer.from(content.toString('utf8').replace(DRAWN_BY_LOT, (lot) => {
      const own = lots.get(lot) ?? `rIdK${lots.size + 1}`;
      lots.set(lot, own);
      return own;
    }), 'utf8'));
  }
  return pack(files);
}
