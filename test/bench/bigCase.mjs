/**
 * A case for measuring: persons and phones with skewed names, links grown by preference for what is well connected, so that there are hubs.
 * The same seed gives the same case. Rows are written straight into the tables, materialised columns included.
 */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const GIVEN = 'Jan Marie Mohamed Fatima Luc Nadia Ahmed Sofie Driss Elif Mehmet Arben Ana Diego Youssef Karim Lotte Pieter Jonas Amina Hassan Ivo Kurt Els Noor Samira Bram Daan Emma Lena'.split(' ');
const HEADS = 'Pee Jans Ver Van De Mae Wou Cele Yil Dem Ben El Al Gar Mar Lop Hox Ger Ste Bos Ama Bou Cla Des Eve'.split(' ');
const MIDDLES = 'te len mae ber haeg mel kir dou cha gon rod mat sta bro den lie hav'.split(' ');
const TAILS = 'rs ns man mans k oglu aoui i ez u aj ert el aert s en'.split(' ');

/** The higher the power, the more the first are preferred. */
const skewed = (random, list, power) => list[Math.floor(random() ** power * list.length)];

/** A name as people have them: common given names, surnames with a long tail. */
export const nameOf = (random) => `${skewed(random, GIVEN, 2)} ${skewed(random, HEADS, 1.5)}${skewed(random, MIDDLES, 1.3)}${random() < 0.5 ? skewed(random, MIDDLES, 1) : ''}${skewed(random, TAILS, 1.5)}`;

const id = (kind, n) => `0190000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** Ids in the form of the case's own. */
export const entityId = (n) => id(2, n);
export const chartId = (n) => id(5, n);

function inserter(db, table, columns, rows = 100) {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const head = `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES `;
  const many = db.prepare(head + Array(rows).fill(one).join(', '));
  const single = db.prepare(head + one);
  let waiting = [];
  return {
    add(...values) {
      waiting.push(...values);
      if (waiting.length === rows * columns.length) {
        many.run(...waiting);
        waiting = [];
      }
    },
    end() {
      for (let at = 0; at < waiting.length; at += columns.length) single.run(...waiting.slice(at, at + columns.length));
    },
  };
}

/**
 * Fills an empty case. Every tenth entity is a phone; three of four links are calls, the rest "knows".
 * @returns {string[]} captions by entity, from 1
 */
export function fill(db, { entities, links, seed = 7 }) {
  const random = seeded(seed);
  const captions = [''];
  const degree = new Uint32Array(entities + 1);
  db.exec('BEGIN');
  db.prepare(`INSERT INTO source VALUES (1, ?, 'file', 'bench.csv', 'Bench', NULL, 0, 'text/csv', NULL, '', '2026-01-01T00:00:00Z', NULL, 1, NULL)`).run(id(1, 1));
  const link = inserter(db, 'link', ['n', 'id', 'type', 'from_n', 'to_n', 'seq_added', 'start', 'sources', 'strength', 'grading', 'handling']);
  const ends = new Uint32Array(links * 2);
  const pairs = [];
  for (let n = 1; n <= links; n += 1) {
    const from = 1 + Math.floor(random() * entities);
    let to = n > 10 && random() < 0.6 ? ends[Math.floor(random() * (n - 1) * 2)] : 1 + Math.floor(random() * entities);
    if (to === from) to = (to % entities) + 1;
    ends[n * 2 - 2] = from;
    ends[n * 2 - 1] = to;
    degree[from] += 1;
    degree[to] += 1;
    pairs.push([from, to]);
  }
  const entity = inserter(db, 'entity', ['n', 'id', 'type', 'seq_added', 'canonical', 'caption', 'key_line', 'sources', 'links', 'grading']);
  const statement = inserter(db, 'statement', ['n', 'id', 'subject_kind', 'subject', 'source', 'row', 'values', 'seq_added']);
  const text = inserter(db, 'fulltext', ['rowid', 'body']);
  const identifiers = [];
  for (let n = 1; n <= entities; n += 1) {
    const phone = n % 10 === 0;
    const caption = phone ? `+324${String(70_000_000 + n).padStart(8, '0')}` : nameOf(random);
    captions.push(caption);
    entity.add(n, entityId(n), phone ? 'phone' : 'person', 1, entityId(n), caption, '', 1, degree[n], 'B2');
    statement.add(n, id(4, n), 'entity', n, 1, n, JSON.stringify({ [phone ? 'number' : 'name']: [{ v: caption }] }), 1);
    text.add(n, phone ? `${caption} ${caption.slice(1)}` : caption);
    if (phone) identifiers.push([caption, n]);
  }
  for (const batch of [entity, statement, text]) batch.end();
  pairs.forEach(([from, to], at) => link.add(at + 1, id(3, at + 1), at % 4 === 0 ? 'knows' : 'called', from, to, 1, `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`, 1, 'unconfirmed', 'B2', ''));
  link.end();
  const identifier = inserter(db, 'identifier', ['kind', 'value', 'entity', 'statement']);
  for (const [value, n] of identifiers) identifier.add('phone', value, n, n);
  identifier.end();
  db.exec('COMMIT');
  return captions;
}

/** A chart of `size` entities that hang together: grown from one by breadth. */
export function chartOf(db, number, size) {
  const neighbours = db.prepare('SELECT to_n AS n FROM link WHERE from_n = ? UNION SELECT from_n FROM link WHERE to_n = ?').pluck();
  const seen = new Set([11]);
  for (const n of seen) {
    for (const other of neighbours.all(n, n)) if (seen.size < size) seen.add(other);
    if (seen.size >= size) break;
  }
  db.prepare('INSERT INTO chart (id, name, position) VALUES (?, ?, ?)').run(chartId(number), `Chart ${size}`, number);
  const item = db.prepare(`INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden) VALUES (?, ?, 'entity', ?, ?, 0, 0)`);
  db.transaction(() => [...seen].forEach((n, at) => item.run(chartId(number), entityId(n), at % 100, Math.floor(at / 100))))();
  return chartId(number);
}
