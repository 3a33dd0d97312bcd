import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openInMemory } from '../../../electron/case/db/database';
import { pageOf, type Listed } from '../../../electron/case/queries/listPage';

const ORDERS = { links: 'links DESC, n', caption: "caption = '', caption COLLATE NOCASE, n", recent: 'added DESC, n DESC' } as const;

it('a page is as if rows were read from a list without those that are shown as others', () => {
  const db = openInMemory(null);
  db.exec('CREATE TABLE row (n INTEGER PRIMARY KEY, caption TEXT, links INTEGER, added INTEGER); CREATE TABLE list (n INTEGER PRIMARY KEY, caption TEXT, links INTEGER, added INTEGER)');
  const row = { caption: fc.constantFrom('', 'a', 'A', 'b', 'Z', 'é', 'É', '[', '～', '😀', 'Ab'), links: fc.nat({ max: 4 }), added: fc.nat({ max: 4 }) };
  const given = fc.record({ rows: fc.array(fc.record({ ...row, member: fc.boolean(), top: fc.option(fc.record(row), { freq: 3 }) }), { maxLength: 30 }), order: fc.constantFrom(...(Object.keys(ORDERS) as (keyof typeof ORDERS)[])), limit: fc.integer({ min: 1, max: 8 }), offset: fc.nat({ max: 34 }) });
  fc.assert(fc.property(given, ({ rows: drawn, order, limit, offset }) => {
    const listed = drawn.map(({ caption, links, added }, at): Listed => ({ n: at + 1, caption, links, added }));
    const members = listed.filter((_, at) => drawn[at]?.member === true);
    // What stands for others has the key of one of them, and other counts.
    const together = members.flatMap((each): Listed[] => {
      const top = drawn[each.n - 1]?.top ?? null;
      return top === null ? [] : [{ n: each.n, ...top }];
    });
    for (const [table, content] of [['row', listed], ['list', [...listed.filter((each) => !members.includes(each)), ...together]]] as const) {
      db.exec(`DELETE FROM ${table}`);
      const add = db.prepare(`INSERT INTO ${table} VALUES (@n, @caption, @links, @added)`);
      for (const each of content) add.run(each);
    }
    const read = (from: string, page: { limit: number; offset: number }): Listed[] => db.prepare<[object], Listed>(`SELECT * FROM ${from} ORDER BY ${ORDERS[order]} LIMIT @limit OFFSET @offset`).all(page);
    expect(pageOf({ order, limit, offset, members, together, read: (page) => read('row', page) })).toEqual(read('list', { limit, offset }).map((each) => each.n));
  }), { numRuns: 600 });
  db.close();
});
