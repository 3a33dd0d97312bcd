import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { openInMemory } from '../../../electron/case/db/database';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { Package } from '../../../electron/case/importers/workbook';
import { buildReleasable } from '../../../electron/case/releasable/build';
import { readSettings } from '../../../electron/case/settings';
import { writeArchive } from '../../../electron/case/writers/archive';
import { gatherOutgoing } from '../../../electron/case/writers/gatherOutgoing';
import { requireNothingWithheld, withheldFromExport } from '../../../electron/case/writers/readBack';
import { writerOf } from '../../../electron/case/writers/writers';
import type { Audience } from '../../../shared/briefing/audience';
import { forbiddenInBytes } from '../../../shared/briefing/encoded';
import { ForbiddenTexts } from '../../../shared/briefing/searched';
import { EXPORT_FORMATS, type ExportFormat, type ExportScope } from '../../../shared/contract/exporting';
import { temporaryFolder } from '../place';
import { ACTOR } from '../who';
import { canariesOf, canaryCase, formsOf, GROUPS, profileOf } from './canaries';
import { AT, catalogue, CHART, emptyDatabase, idOf } from './randomCase';

const db = canaryCase();
afterAll(() => db.close());
const groups = [...GROUPS.keys()];
const SCOPES: readonly ExportScope[] = [{ kind: 'case' }, { kind: 'chart', chart: CHART }];

async function written(from: Database, whom: Audience, format: ExportFormat, scope: ExportScope): Promise<Buffer> {
  const { outgoing } = gatherOutgoing(from, catalogue, scope, whom, { title: 'Proef', language: 'nl', at: AT, marking: readSettings(from).marking });
  const pieces: Buffer[] = [];
  await writerOf(format).write(outgoing, (piece) => pieces.push(Buffer.from(piece as Uint8Array)), () => undefined);
  return Buffer.concat(pieces);
}

function built(from: Database, whom: Audience, scope: ExportScope): Buffer {
  const into = emptyDatabase();
  try {
    buildReleasable(from, catalogue, whom, scope, into, { id: idOf('0000', 2), at: AT, actor: ACTOR, command: 'bundle.made', settings: readSettings(from), charts: 'all' });
    return into.serialize();
  } finally {
    into.close();
  }
}

/** The same database with one row more. */
function withRow(bytes: Buffer, text: string): Buffer {
  const open = openInMemory(Buffer.from(bytes));
  try {
    open.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('x', ` ${text} `);
    return open.serialize();
  } finally {
    open.close();
  }
}

interface Part { readonly name: string; readonly bytes: Buffer }

/** A file with all that is packed in it. */
async function partsOf(bytes: Buffer): Promise<readonly Part[]> {
  if (bytes.toString('latin1', 0, 2) !== 'PK') return [{ name: '', bytes }];
  const archive = await Package.open(heldBytes(bytes));
  const parts: Part[] = [];
  for (const name of archive.names()) {
    const pieces: Buffer[] = [];
    for await (const piece of archive.pieces(name)) pieces.push(piece);
    parts.push({ name, bytes: Buffer.concat(pieces) });
  }
  archive.close();
  return [{ name: '', bytes: Buffer.concat([bytes, Buffer.from(parts.map((part) => part.name).join('\n'))]) }, ...parts];
}

describe('canaries of the services that a recipient may not hear', () => {
  let checks = 0;
  test.each(groups)('are in nothing that recipient %i gets: every format, the built case, in every form', async (group) => {
    const whom = profileOf(group);
    const withheld = groups.filter((other) => other !== group).flatMap((other) => Object.values(canariesOf(other)));
    const needles = withheld.map((text) => ({ text, forms: formsOf(text) }));
    const outputs = [...SCOPES.map((scope) => built(db, whom, scope)), ...(await Promise.all(EXPORT_FORMATS.flatMap((format) => SCOPES.map((scope) => written(db, whom, format, scope)))))];
    for (const output of outputs) {
      const parts = await partsOf(output);
      for (const { text, forms } of needles) {
        for (const form of forms) {
          checks += 1;
          for (const part of parts) if (part.bytes.includes(form)) throw new Error(`${text} is in ${part.name}`);
        }
      }
      // And the recipient's own are there: what is not written cannot leak either.
      const { name, sharedAlias } = canariesOf(group);
      for (const text of [name, sharedAlias, 'Open Persoon']) expect(parts.some((part) => part.bytes.includes(text) || part.bytes.includes(Buffer.from(text, 'utf16le'))), text).toBe(true);
    }
    // The application's own search finds nothing there either, and looks for all of them.
    const forbidden = new ForbiddenTexts(withheldFromExport(db, catalogue, whom));
    for (const text of withheld) expect(forbidden.firstIn(text), text).not.toBeNull();
    for (const part of (await Promise.all(outputs.map(partsOf))).flat()) expect(forbiddenInBytes(part.bytes, forbidden)).toBeNull();
  }, 60_000);
  test('were looked for often enough', () => expect(checks).toBeGreaterThan(100_000));
});

describe('a leak that was planted', () => {
  const whom = profileOf(0);
  const texts = withheldFromExport(db, catalogue, whom);
  const { name, plate, fileName } = canariesOf(3);
  const secrets = [name, plate, fileName];
  const hidden = (secret: string): readonly string[] => [secret, secret.toUpperCase(), secret.normalize('NFD'), Buffer.from(secret).toString('hex'), Buffer.from(`..${secret}`).toString('base64'), encodeURIComponent(secret), [...secret].map((sign) => `&#${sign.codePointAt(0) ?? 0};`).join('')];

  const isFound = async (bytes: Buffer, planted: string): Promise<void> => {
    const path = join(temporaryFolder(), 'lek');
    writeFileSync(path, bytes);
    await expect(requireNothingWithheld(path, texts, () => undefined), planted).rejects.toMatchObject({ code: 'withheldFound' });
  };

  test.each(EXPORT_FORMATS)('in %s is found', async (format) => {
    const clean = await written(db, whom, format, { kind: 'case' });
    const path = join(temporaryFolder(), 'schoon');
    writeFileSync(path, clean);
    await expect(requireNothingWithheld(path, texts, () => undefined)).resolves.toBeGreaterThan(40);
    const parts = await partsOf(clean);
    for (const planted of secrets.flatMap(hidden)) {
      if (parts.length === 1) {
        const wide = clean[0] === 0xff;
        const leak = Buffer.from(` ${planted} `, wide ? 'utf16le' : 'utf8');
        const at = Math.floor(clean.length / 4) * 2;
        await isFound(Buffer.concat([clean.subarray(0, at), leak, clean.subarray(at)]), planted);
        continue;
      }
      const members = parts.slice(1);
      const pack = async (changed: readonly { readonly name: string; readonly text: readonly string[] }[]): Promise<Buffer> => {
        const pieces: Buffer[] = [];
        await writeArchive(changed, AT, (piece) => pieces.push(Buffer.from(piece as Uint8Array)));
        return Buffer.concat(pieces);
      };
      const asText = members.map((part) => ({ name: part.name, text: [part.bytes.toString('utf8')] }));
      const last = asText.at(-1);
      await isFound(await pack([...asText.slice(0, -1), { name: last?.name ?? '', text: [...(last?.text ?? []), ` ${planted} `] }]), planted);
    }
    if (parts.length > 1) {
      const pieces: Buffer[] = [];
      await writeArchive([...parts.slice(1).map((part) => ({ name: part.name, text: [part.bytes.toString('utf8')] })), { name: `media/${fileName}`, text: ['x'] }], AT, (piece) => pieces.push(Buffer.from(piece as Uint8Array)));
      await isFound(Buffer.concat(pieces), fileName);
    }
  }, 60_000);

  test('in a built case is found', () => {
    const forbidden = new ForbiddenTexts(texts);
    const bytes = built(db, whom, { kind: 'case' });
    expect(forbiddenInBytes(bytes, forbidden)).toBeNull();
    for (const planted of secrets.flatMap(hidden)) expect(forbiddenInBytes(withRow(bytes, planted), forbidden), planted).not.toBeNull();
  });
});
