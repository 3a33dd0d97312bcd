import { describe, expect, it } from 'vitest';
import { journalEntries, recipes, recipients, releases, sourceRejects, sources } from '../../../electron/case/queries';
import { Failure } from '../../../shared/contract/failure';
import { catalogue, idOf, Network } from './network';

describe('the journal', () => {
  it('comes newest first, with what is undone now', () => {
    const network = new Network();
    const first = network.journal('do', null, { entities: 2 });
    const second = network.journal('do');
    const undo = network.journal('undo', second);
    const redo = network.journal('redo', undo);
    const again = network.journal('undo', redo);
    network.journal('note');
    const undoFirst = network.journal('undo', first);
    network.journal('redo', undoFirst);
    const all = journalEntries(network.db, catalogue, { limit: 200 });
    expect(all.map((entry) => entry.seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(all.filter((entry) => entry.undone).map((entry) => entry.seq)).toEqual([second]);
    expect(all[7]).toMatchObject({ label: { entities: 2 }, refers: null, kind: 'do', actor: 'K. Peeters', hash: 'h1' });
    expect(all.find((entry) => entry.seq === again)).toMatchObject({ refers: redo, undone: false });
  });

  it('comes in pages that agree with the whole', () => {
    const network = new Network();
    for (let n = 0; n < 20; n += 1) network.journal('do');
    network.journal('undo', 3);
    network.journal('undo', 20);
    const paged = [];
    for (let before: number | undefined; before !== 1; before = paged.at(-1)?.seq) paged.push(...journalEntries(network.db, catalogue, { before, limit: 5 }));
    expect(paged).toEqual(journalEntries(network.db, catalogue, { limit: 200 }));
    expect(paged.filter((entry) => entry.undone).map((entry) => entry.seq)).toEqual([20, 3]);
  });
});

describe('sources', () => {
  it('are counted by what they say', () => {
    const network = new Network();
    const calls = network.source('calls.csv', { grading: { scheme: 'four', codes: { source: 'A', information: '1' } }, reading: { headings: ['From', 'To'] }, seq: 2 });
    network.source('empty.csv', { seq: 3 });
    const [a, b] = [network.entity({ type: 'person', caption: 'A' }), network.entity({ type: 'person', caption: 'B' })];
    network.link('knows', a, b);
    for (const subject of [a, a, b]) network.statement('entity', subject, calls, { name: ['x'] });
    network.statement('link', 1, calls, {});
    network.db.prepare("INSERT INTO reject VALUES (1, 9, 'tooFewCells', '1', '[\"x\"]'), (1, 4, 'empty', '', '[]')").run();
    expect(sources(network.db, catalogue)).toMatchObject([
      { title: 'empty.csv', statements: 0, entities: 0, links: 0, rejects: 0, readable: false, grading: '' },
      { id: idOf(1, calls), title: 'calls.csv', statements: 4, entities: 2, links: 1, rejects: 2, readable: true, grading: 'A1', handling: [{ scheme: 'h', code: 'H1' }], kind: 'file', seq: 2 },
    ]);
    expect(sourceRejects(network.db, catalogue, { id: idOf(1, calls), limit: 1 })).toEqual({ rejects: [{ row: 4, code: 'empty', detail: '', cells: [] }], total: 2, headings: ['From', 'To'] });
    network.db.exec('UPDATE statement SET seq_retracted = 5 WHERE n = 1');
    expect(sources(network.db, catalogue)[1]).toMatchObject({ statements: 3, entities: 2 });
    network.db.exec('UPDATE statement SET seq_retracted = NULL WHERE n = 1');
    expect(sources(network.db, catalogue)[1]).toMatchObject({ statements: 4 });
    network.statement('entity', b, calls, { name: ['y'] }, { seq: 6 });
    expect(sources(network.db, catalogue)[1]).toMatchObject({ statements: 5 });
    expect(() => sourceRejects(network.db, catalogue, { id: idOf(1, 9), limit: 1 })).toThrow(new Failure('sourceNotFound'));
  });
});

describe('documents', () => {
  it('come whole, in an order that people expect', () => {
    const network = new Network();
    const put = (table: string, id: string, content: object): void => {
      const columns = table === 'recipe' ? '(id, fingerprint, content) VALUES (@id, \'f\', @content)' : '(id, content) VALUES (@id, @content)';
      network.db.prepare(`INSERT INTO ${table} ${columns}`).run({ id, content: JSON.stringify({ id, ...content }) });
    };
    put('recipient', 'a', { name: 'Zeebrugge' });
    put('recipient', 'b', { name: 'Antwerpen' });
    put('release', 'a', { seq: 4 });
    put('release', 'b', { seq: 9 });
    put('recipe', 'a', { name: 'Calls' });
    put('briefing', 'a', { title: 'Pack' });
    expect(recipients(network.db).map((recipient) => recipient.name)).toEqual(['Antwerpen', 'Zeebrugge']);
    expect(releases(network.db).map((release) => release.id)).toEqual(['b', 'a']);
    expect(recipes(network.db)).toMatchObject([{ id: 'a', name: 'Calls' }]);
  });
});
