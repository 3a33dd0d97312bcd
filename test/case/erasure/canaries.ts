import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { v7 as newId } from 'uuid';
import { Contents } from '../../../electron/case/db/contents';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import type { CaseStore } from '../../../electron/case/store';
import type { CommandName } from '../../../shared/commands/arguments';
import { ACTOR, temporaryFolder } from '../place';
import { SAID, values } from '../sample';

/** Words that stand nowhere but in what is to be erased. Long enough that chance does not make them, and in one piece, as an index keeps them. */
export const CANARIES = ['zwaardvischbek', 'kanarievogel', 'onderzeeboot'] as const;

const PDF_FREE = /\.(db|db-wal|json)$/;

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : PDF_FREE.test(name) ? [path] : [];
  });
}

/** Where a canary stands in the bytes of a case that is not encrypted: in any case of letters, whole or as the end of a word that an index has cut. */
export function found(folder: string, canaries: readonly string[] = CANARIES): string[] {
  return filesOf(folder).flatMap((file) => {
    const text = readFileSync(file).toString('latin1').toLowerCase();
    return canaries.flatMap((canary) => [canary, canary.slice(5)].filter((word) => text.includes(word)).map((word) => `${basename(file)}: ${word}`));
  });
}

/** Kept documents, unpacked, that hold a canary: their chunks are deflated, so that their bytes cannot be searched as they lie. */
export function foundInDocuments(store: CaseStore, canaries: readonly string[] = CANARIES): string[] {
  const contents = Contents.open(store.folder, store.key);
  try {
    const { db } = contents as unknown as { db: CaseStore['db'] };
    const chunks = db.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM content').all();
    return chunks.filter(({ bytes }) => canaries.some((canary) => inflateSync(bytes).toString('latin1').toLowerCase().includes(canary))).map(({ sha256 }) => sha256);
  } finally {
    contents.close();
  }
}

/** Raw bytes of sources.db that a kept document's chunk left behind. */
export const holdsBytes = (folder: string, bytes: Buffer): boolean => ['sources.db', 'sources.db-wal'].some((name) => existsSync(join(folder, name)) && readFileSync(join(folder, name)).includes(bytes));

export function storedChunk(store: CaseStore, sha256: string): Buffer {
  const contents = Contents.open(store.folder, store.key);
  try {
    return (contents as unknown as { db: CaseStore['db'] }).db.prepare<[string], Buffer>('SELECT bytes FROM content WHERE sha256 = ? AND chunk = 0').pluck().get(sha256) ?? Buffer.from('none');
  } finally {
    contents.close();
  }
}

const ROWS = [
  'Naam;GSM;Opmerking',
  'Zwaardvischbek, Jan;+32470550127;ziet de kanarievogel',
  'Peeters, An;+32470550128;niets',
  'Janssens, Rik;+32470550129;niets',
];

export async function bringList(store: CaseStore, name = 'Onderzeeboot.csv', rows: readonly string[] = ROWS): Promise<string> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, rows.join('\n'));
  const document = { path, name };
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  return report.source;
}

export interface Filled {
  readonly person: string;
  readonly other: string;
  readonly link: string;
  readonly chart: string;
  readonly briefing: string;
  /** Statement about `other` that stays. */
  readonly stays: string;
}

const authored = (text: string): object => ({ original: 'nl', texts: { nl: text } });

/** A case by hand in which one person, its link, a chart, a briefing, a judgement and a snapshot hold the canaries. */
export function fill(store: CaseStore): Filled {
  const run = (command: CommandName, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const [person, other, link, chart, briefing, same, snapshot] = Array.from({ length: 7 }, () => newId()) as [string, string, string, string, string, string, string];
  run('entity.create', { id: person, type: 'person', values: values({ name: 'Jan Zwaardvischbek' }), ...SAID });
  run('entity.create', { id: other, type: 'person', values: values({ name: 'An Peeters' }), ...SAID });
  run('statement.add', { id: newId(), subject: person, subjectKind: 'entity', values: values({ note: 'kwam met de Kanarievogel' }), ...SAID });
  run('link.create', { id: link, type: 'knows', from: person, to: other, values: values({ note: 'uit de onderzeeboot' }), ...SAID });
  run('judgement.set', { id: same, left: person, right: other, verdict: 'different', reason: 'de kanarievogel zegt het' });
  run('chart.create', { id: chart, name: 'Netwerk', items: [{ subject: person, x: 1, y: 1 }, { subject: other, x: 2, y: 2 }] });
  run('chart.snapshot', { id: snapshot, chart, name: 'Stand' });
  const cited = store.db.prepare<[string], string>('SELECT statement.id FROM statement JOIN entity ON entity.n = subject WHERE subject_kind = \'entity\' AND entity.id = ? ORDER BY statement.n').pluck();
  const says = cited.all(person)[0] ?? '';
  const stays = cited.all(other)[0] ?? '';
  const sentence = (text: string, cites: readonly string[]): object => ({ id: newId(), text: authored(text), cites, assessment: false });
  const record = (text: string): object => ({
    id: briefing, title: 'Dossier', reference: 'AN.1', author: 'K. Peeters', service: 'FGP', recipient: null, copyNumber: '', marking: { scheme: 'belgianClassification', code: 'restricted' }, template: 'free', language: 'nl',
    originalBeside: false, withheldLinks: 'absent', identity: 'judged',
    blocks: [{ kind: 'text', id: newId(), sentences: [sentence(text, [says]), sentence('Peeters woont in Antwerpen.', [stays]), sentence('Beiden kennen elkaar.', [says, stays])] }, { kind: 'profile', id: newId(), entity: person }],
  });
  run('briefing.put', record('Zwaardvischbek vaart.'));
  run('briefing.put', record('Zwaardvischbek vaart met de onderzeeboot.'));
  run('chart.moveItems', { chart, items: [{ subject: person, x: 10, y: 10 }] });
  return { person, other, link, chart, briefing, stays };
}
