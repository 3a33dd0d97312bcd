import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { mentions, pages, search, sources } from '../../../electron/case/queries';
import type { CaseStore } from '../../../electron/case/store';
import { docxOf, PAGE_END, paragraph, pdfOf } from '../importers/formats/documentFiles';
import { usualPlan } from '../importers/formats/walk';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { SAID, values } from '../sample';

const PDF = pdfOf([
  ['Op 14 maart 2026 belde Driss Amellal met 0470/55.01.27.', 'De bestelwagen met plaat 1-ABC-234 reed naar kaai 869.'],
  ['Het nummer +32 470 55 01 27 staat op naam van Noordkaai Logistics.', 'Rekening BE68 5390 0754 7034.'],
]);

async function imported(content: Buffer = PDF, name = 'verslag.pdf', format: 'pdf' | 'docx' = 'pdf', before?: (store: CaseStore) => void): Promise<{ store: CaseStore; source: string }> {
  const { store } = await newCase();
  before?.(store);
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  await runImport({ folder: store.folder, key: store.key }, { document: { path, name }, mapping: usualPlan(format), recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  const source = sources(store.db, store.catalogue).find((each) => each.title === name)?.id ?? '';
  return { store, source };
}

const create = (store: CaseStore, type: string, said: Record<string, string>): string => {
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type, values: values(said), ...SAID } }, ACTOR);
  return id;
};
const ask = (store: CaseStore, source: string): ReturnType<typeof mentions> => mentions(store.db, store.catalogue, STRICT, { source, from: 1, limit: 40 });

describe('documents', () => {
  it('are shown page by page, counted and found by their words', async () => {
    const { store, source } = await imported();
    expect(pages(store.db, { source, from: 1, limit: 1 })).toEqual({ title: 'verslag.pdf', total: 2, pages: [{ page: 1, text: 'Op 14 maart 2026 belde Driss Amellal met 0470/55.01.27.\nDe bestelwagen met plaat 1-ABC-234 reed naar kaai 869.' }] });
    expect(pages(store.db, { source, from: 2, limit: 9 }).pages.map(({ page }) => page)).toEqual([2]);
    expect(sources(store.db, store.catalogue)[0]).toMatchObject({ pages: 2 });
    const hits = (text: string): unknown[] => search(store.db, store.catalogue, STRICT, { text, limit: 10 }).pages.map(({ page, excerpt }) => `${page} ${excerpt.replace(/\u0002/g, '[').replace(/\u0003/g, ']')}`);
    expect(hits('bestelw')).toEqual([expect.stringContaining('1 ') as string]);
    expect(hits('BESTELWAGEN')[0]).toContain('[bestelwagen]');
    expect(hits('0470550127').map((hit) => String(hit).slice(0, 1)).toSorted()).toEqual(['1', '2']);
    expect(hits('"NEAR( kaai* OR')).toEqual([]);
    expect(search(store.db, store.catalogue, STRICT, { text: 'bestelwagen', limit: 10, types: ['person'] }).pages).toEqual([]);
    store.undo(ACTOR);
    expect(hits('bestelwagen')).toEqual([]);
    expect(() => pages(store.db, { source, from: 1, limit: 1 })).toThrow(expect.objectContaining({ code: 'sourceNotFound' }) as Error);
  });

  it('propose what they name, with what the case knows of it, and add nothing', async () => {
    let phone = '';
    let person = '';
    let company = '';
    const { store, source } = await imported(PDF, 'verslag.pdf', 'pdf', (made) => {
      phone = create(made, 'phone', { number: '+32470550127' });
      person = create(made, 'person', { givenName: 'Driss', familyName: 'Amellal' });
      company = create(made, 'company', { name: 'Noordkaai Logistics BV' });
    });
    const count = (): unknown => store.db.prepare('SELECT count(*) FROM entity').pluck().get();
    const before = count();
    const found = ask(store, source);
    expect(found.mentions.map(({ page, kind, raw, known, said }) => [page, kind, raw, known, said])).toEqual([
      [1, 'name', 'Driss Amellal', [person], false], [1, 'phone', '0470/55.01.27', [phone], false], [1, 'plate', '1-ABC-234', [], false],
      [2, 'phone', '+32 470 55 01 27', [phone], false], [2, 'name', 'Noordkaai Logistics', [company], false], [2, 'iban', 'BE68 5390 0754 7034', [], false],
    ]);
    expect(found.entities.map(({ id }) => id).toSorted()).toEqual([company, person, phone].toSorted());
    expect(new Set(found.mentions.filter(({ kind }) => kind === 'phone').map(({ key }) => key)).size).toBe(1);
    expect(count()).toBe(before);
  });

  it('are taken from in one step, which one undo takes back', async () => {
    const { store, source } = await imported(docxOf([paragraph('Belde met 0470/55.01.27.'), PAGE_END, paragraph('Ook 0470 55 01 27 en rekening BE68 5390 0754 7034.')].join('')), 'nota.docx', 'docx');
    const known = create(store, 'bankAccount', { iban: 'BE68539007547034' });
    const made = newId();
    const { mentions: found } = ask(store, source);
    const items = found.map(({ page, value, targets, known: [entity] }) => ({ page, entity: entity ?? made, type: entity === undefined ? (targets[0]?.type ?? '') : null, values: { [targets[0]?.property ?? '']: [value] } }));
    store.execute({ command: 'mentions.accept', args: { source, items, ...SAID } }, ACTOR);
    const row = store.db.prepare<[string], { caption: string; sources: number }>('SELECT caption, sources FROM entity WHERE id = ? AND seq_retracted IS NULL');
    expect(row.get(made)).toEqual({ caption: '+32 470 55 01 27', sources: 1 });
    expect(row.get(known)).toMatchObject({ sources: 2 });
    expect(store.db.prepare('SELECT s.locator FROM statement s JOIN entity e ON e.n = s.subject WHERE e.id = ? ORDER BY s.n').pluck().all(made)).toEqual(['{"page":1}', '{"page":2}']);
    expect(ask(store, source).mentions.every(({ said, known: all }) => said && all.length === 1)).toBe(true);
    expect(store.history().undo).toMatchObject({ command: 'mentions.accept', label: { entities: 1, statements: 3 } });
    store.undo(ACTOR);
    expect(row.get(made)).toBeUndefined();
    expect(row.get(known)).toMatchObject({ sources: 1 });
    expect(ask(store, source).mentions.some(({ said }) => said)).toBe(false);
    store.redo(ACTOR);
    expect(row.get(made)).toMatchObject({ sources: 1 });
  });

  it('refuse what does not exist', async () => {
    const { store, source } = await imported();
    const accept = (item: object, from = source) => () => store.execute({ command: 'mentions.accept', args: { source: from, items: [{ page: 1, values: values({ number: '+32470550127' }), ...item }], ...SAID } }, ACTOR);
    expect(accept({ entity: newId(), type: null })).toThrow(expect.objectContaining({ code: 'subjectNotFound' }) as Error);
    expect(accept({ entity: newId(), type: 'nothing' })).toThrow(expect.objectContaining({ code: 'typeUnknown' }) as Error);
    expect(accept({ entity: newId(), type: 'phone' }, newId())).toThrow(expect.objectContaining({ code: 'sourceNotFound' }) as Error);
    expect(accept({ entity: newId(), type: 'phone', page: 0 })).toThrow(expect.objectContaining({ code: 'invalidArguments' }) as Error);
  });

  it('remember what was turned down, until that is taken back', async () => {
    const { store, source } = await imported();
    const key = ask(store, source).mentions.find(({ kind }) => kind === 'phone')?.key ?? '';
    const down = (): string[] => ask(store, source).mentions.filter(({ dismissed }) => dismissed).map(({ kind }) => kind);
    store.execute({ command: 'mentions.dismiss', args: { source, keys: [key], dismissed: true } }, ACTOR);
    expect(down()).toEqual(['phone', 'phone']);
    expect(store.db.prepare("SELECT content FROM setting WHERE key LIKE 'mentions:%'").pluck().get()).not.toContain('470');
    store.execute({ command: 'mentions.dismiss', args: { source, keys: [key], dismissed: false } }, ACTOR);
    expect(down()).toEqual([]);
    store.undo(ACTOR);
    expect(down()).toEqual(['phone', 'phone']);
  });

  it('are read for names in little time in a case with many', async () => {
    const { store, source } = await imported(pdfOf(Array.from({ length: 60 }, (_, at) => Array.from({ length: 45 }, (_each, line) => `Daar zag men Voornaam${at} Achternaam${line} aan de kaai met 0470 55 01 ${String(line + 10)}.`))));
    const seq = store.seq;
    const add = store.db.prepare("INSERT INTO entity (id, type, seq_added, canonical, caption) VALUES (?, 'person', ?, '', ?)");
    const key = store.db.prepare('INSERT INTO name_key (key, entity) VALUES (?, ?)');
    const say = store.db.prepare("INSERT INTO statement (id, subject_kind, subject, source, \"values\", seq_added) VALUES (?, 'entity', ?, 1, ?, ?)");
    store.db.transaction(() => {
      for (let at = 0; at < 30_000; at += 1) {
        const name = `Voornaam${at % 300} Achternaam${at % 5000}`;
        const { lastInsertRowid: n } = add.run(newId(), seq, name);
        for (const word of [...name.toLowerCase().split(' '), name.toLowerCase().split(' ').toSorted().join(' ')]) key.run(word, n);
        say.run(newId(), n, JSON.stringify(values({ name })), seq);
      }
    })();
    const found = ask(store, source);
    expect(found.mentions.filter(({ kind }) => kind === 'phone').length).toBe(40 * 45);
    expect(found.mentions.filter(({ kind }) => kind === 'name').length).toBeGreaterThan(0);
  });
});
