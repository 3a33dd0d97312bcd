import type { Database } from 'better-sqlite3';
import { RowWriter } from '../../../electron/case/db/bulk';
import { materialise } from '../../../electron/case/db/materialise';
import { appendJournal, EMPTY_STORED_PATCH } from '../../../electron/case/journal';
import { SHIPPED } from '../../../electron/case/catalogue';
import { firstSettings, writeSettings } from '../../../electron/case/settings';
import type { Audience } from '../../../shared/briefing/audience';
import type { Handling } from '../../../shared/model/evaluation';
import type { Values } from '../../../shared/model/records';
import { ACTOR } from '../who';
import { AT, catalogue, CHART, DAY, emptyDatabase, idOf } from './randomCase';

/** Six services, each under a code of its own. */
export const GROUPS: readonly { readonly handling: Handling; readonly asks: boolean }[] = [
  { handling: { scheme: 'europolHandling', code: 'H2' }, asks: true },
  { handling: { scheme: 'europolHandling', code: 'H3' }, asks: true },
  { handling: { scheme: 'tlp', code: 'TLP:AMBER' }, asks: false },
  { handling: { scheme: 'belgianClassification', code: 'geheim' }, asks: false },
  { handling: { scheme: 'uk5x5x5Handling', code: '5' }, asks: true },
  { handling: { scheme: 'europolHandling', code: 'H1' }, asks: false },
];
const supplier = (group: number): string => `Dienst ${'ABCDEF'[group] ?? ''}`;

/** What each service alone says, by the place where it stands. */
export const canariesOf = (group: number): Readonly<Record<'name' | 'alias' | 'sharedAlias' | 'phone' | 'plate' | 'note' | 'tag' | 'linkNote' | 'fileName' | 'condition', string>> => ({
  name: `Zéphyrin Kwartel${group}ski`, alias: `De Blauwe Reiger${group}x`, sharedAlias: `Schuilnaam Kievit${group}`, phone: `+3247055${group}127`, plate: `1-KWA-${200 + group}`, note: `fluistert bij Łódź over zwaluw${group}`,
  tag: `Merkteken Ekster${group}`, linkNote: `ziet Ooievaar${group} & co dagelijks`, fileName: `Tip_Fazant${group}.csv`, condition: `alleen voor Wielewaal${group}`,
});

/** A recipient who may have what one of the services says, and nothing of the others. */
export function profileOf(group: number): Audience {
  const { handling: { scheme, code }, asks } = GROUPS[group] ?? { handling: { scheme: '', code: '' }, asks: false };
  const marking = scheme === 'belgianClassification';
  return {
    purpose: 'operational', on: DAY,
    recipient: {
      id: idOf('4000', group + 1), name: `Ontvanger ${group}`, service: `Ontvanger ${group}`,
      rights: { allowedHandling: asks || marking ? {} : { [scheme]: [code] }, maximumMarkings: [{ scheme: 'belgianClassification', code: marking ? code : 'none' }] },
      permissions: asks ? [{ id: idOf('9000', group + 1), originator: supplier(group), givenBy: 'A. Claes', givenOn: DAY, reference: 'REF', until: null, withdrawnOn: null, codes: [{ scheme, code }], purposes: ['operational'], sources: [] }] : [],
    },
  };
}

/** A case in which every service's canaries stand wherever something can stand. */
export function canaryCase(): Database {
  const db = emptyDatabase();
  db.transaction(() => {
    writeSettings(db, { ...firstSettings('Proef', 'AN.1', SHIPPED), marking: { scheme: 'unmarked', code: 'none' } });
    appendJournal(db, { kind: 'do', command: 'import', label: {}, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: AT });
    const writer = new RowWriter(db, 1, catalogue);
    let next = 0;
    const id = (): string => idOf('b000', (next += 1));
    const shared = id();
    writer.addSource({ id: idOf('a000', 99), kind: 'file', title: 'Open.csv', supplier: 'Open dienst', sha256: null, bytes: 1, mediaType: 'text/csv', grading: null, handling: [], receivedAt: AT, reading: null });
    writer.addEntity({ id: shared, type: 'person' });
    const say = (subject: string, subjectKind: 'entity' | 'link', source: string, values: Values): void => void writer.addStatement({ id: id(), subject, subjectKind, source, locator: {}, values, grading: null, handling: [], basis: 'fact' });
    say(shared, 'entity', idOf('a000', 99), { name: [{ v: 'Open Persoon' }] });
    const entities = [shared];
    GROUPS.forEach(({ handling }, group) => {
      const canaries = canariesOf(group);
      const source = idOf('a000', group);
      writer.addSource({ id: source, kind: 'file', title: canaries.fileName, supplier: supplier(group), sha256: null, bytes: 1, mediaType: 'text/csv', grading: null, handling: [{ ...handling, note: canaries.condition }], receivedAt: AT, reading: { columns: [`Kolom ${canaries.tag}`] } });
      const add = (type: string, values: Values): string => {
        const entity = id();
        writer.addEntity({ id: entity, type });
        say(entity, 'entity', source, values);
        entities.push(entity);
        return entity;
      };
      const person = add('person', { name: [{ v: canaries.name, raw: canaries.name.toUpperCase() }], alias: [{ v: canaries.alias }], 'other:Nota': [{ v: canaries.note }], 'other:Etiket': [{ v: canaries.tag }] });
      const others = [add('phone', { number: [{ v: canaries.phone }] }), add('vehicle', { plate: [{ v: canaries.plate }] }), shared];
      say(shared, 'entity', source, { alias: [{ v: canaries.sharedAlias }] });
      for (const other of others) {
        const link = id();
        writer.addLink({ id: link, type: 'uses', from: person, to: other });
        say(link, 'link', source, { 'other:Nota': [{ v: canaries.linkNote }] });
      }
    });
    writer.flush();
    db.prepare('INSERT INTO chart (id, name, position) VALUES (?, ?, 1)').run(CHART, 'Kaart');
    const item = db.prepare("INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden) VALUES (?, ?, 'entity', ?, ?, 0, 0)");
    entities.forEach((entity, n) => item.run(CHART, entity, n * 90, (n % 5) * 70));
    const keys = (table: string): number[] => db.prepare<[], number>(`SELECT n FROM ${table}`).pluck().all();
    materialise(db, catalogue, { entities: keys('entity'), links: keys('link') });
  })();
  return db;
}

const flat = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The signs of base64 that a text gives whatever stands before and after it. */
function base64At(bytes: Buffer, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replaceAll('=', '');
  return Buffer.from(whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6)));
}

/** Every form in which a text might stand somewhere, as bytes: looked for one by one, by nothing that the application itself searches with. */
export function formsOf(text: string): readonly Buffer[] {
  const texts = [...new Set([text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFC'), text.normalize('NFD'), flat(text), text.replaceAll(' ', ''), flat(text).replaceAll(' ', '').toLowerCase()])];
  const plain = Buffer.from(text, 'utf8');
  const wide = Buffer.from(text, 'utf16le');
  const bytes = texts.flatMap((each) => [Buffer.from(each, 'utf8'), Buffer.from(each, 'utf16le'), Buffer.from(each, 'utf16le').swap16()]);
  const digits = [plain, wide].flatMap((each) => [each.toString('hex'), each.toString('hex').toUpperCase()]);
  const coded = [encodeURIComponent(text), text.replaceAll('&', '&amp;'), JSON.stringify(text).slice(1, -1), [...text].map((sign) => `&#${sign.codePointAt(0) ?? 0};`).join(''), ...digits];
  return [...bytes, ...coded.map((each) => Buffer.from(each, 'utf8')), ...[0, 1, 2].flatMap((offset) => [base64At(plain, offset), base64At(wide, offset)])];
}
