import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sweep } from '../../../electron/case/across/rows';
import { openAcross } from '../../../electron/case/across/store';
import { erase } from '../../../electron/case/erasure/erase';
import { closeCase } from '../../../electron/case/life';
import { ACTOR, openAgain, PASSPHRASE, temporaryFolder } from '../place';
import { Desk, newKeys } from './workstation';

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

/** Two cases of one workstation; more on demand. */
async function two(on = true): Promise<{ folder: string; keys: ReturnType<typeof newKeys>; a: Desk; b: Desk }> {
  const [folder, keys] = [temporaryFolder(), newKeys()];
  const [a, b] = [await Desk.make(folder, 'Alfa', keys), await Desk.make(folder, 'Bravo', keys, on)];
  desks.push(a, b);
  return { folder, keys, a, b };
}

test('what two cases have in common is told by kind: numbers, persons under another spelling, companies with another form', async () => {
  const { a, b } = await two();
  const [phone, person, company, vessel] = [
    a.add('phone', { number: '+32470550127' }), a.add('person', { name: 'Ibrahim El Bakraoui', birthDate: '1986-10-09' }),
    a.add('company', { name: 'Zwaardvis Trading BV' }), a.add('vessel', { name: 'Noordster', imo: '9074729' }),
  ];
  const stranger = a.add('person', { name: 'Jan Peeters', birthDate: '1970-01-02' });
  b.add('phone', { number: '+32470550127' });
  const theirs = b.add('person', { givenName: 'Brahim', familyName: 'Bakraoui', birthDate: '1986' });
  b.add('company', { name: 'Zwaardvis Trading NV' });
  b.add('vessel', { imo: '9074729' });
  b.add('person', { name: 'Jan Peeters', birthDate: '1981-05-05' });
  b.add('person', { name: 'Jan Peeters' });
  b.add('company', { name: 'Trading BV' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  expect(await a.of(person)).toEqual(['Bravo: nameBirth']);
  expect(await a.of(company)).toEqual(['Bravo: companyCore']);
  expect(await a.of(vessel)).toEqual(['Bravo: imo']);
  expect(await a.of(stranger)).toEqual([]);
  expect(await b.of(theirs)).toEqual(['Alfa: nameBirth']);
  const { keys, total } = await a.known.list('list');
  expect(total).toBe(4);
  expect(keys.toSorted((x, y) => x - y)).toEqual([phone, person, company, vessel].map((id) => a.key(id)));
  const [known] = a.known.elsewhere([a.key(phone)]).get(a.key(phone)) ?? [];
  expect(known?.case).toEqual({ id: b.open.id, name: 'Bravo', reference: 'AN.Bravo', owner: 'K. Peeters (FGP Antwerpen)', missingSince: null });
});

test('nothing that a case says stands in the store, neither in its bytes nor in its rows', async () => {
  const { folder, a, b } = await two();
  const person = a.add('person', { name: 'Ibrahim Zwaardvis', birthDate: '1986-10-09', nationalNumber: '86100912345' });
  a.add('phone', { number: '+32470550127' });
  await a.of(person);
  expect(a.rows()).toBeGreaterThan(2);
  const bytes = Buffer.concat(readdirSync(join(folder, 'across')).map((name) => readFileSync(join(folder, 'across', name))));
  const rows = b.across.run((db) => JSON.stringify(['known', 'known_case', 'watch_list', 'sqlite_sequence'].flatMap((table) => db.prepare(`SELECT * FROM ${table}`).all().map((row) => Object.values(row as object).map((value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))))));
  for (const word of ['Zwaardvis', 'zwaardvis', 'Ibrahim', '1986', '86100912345', '32470550127', person]) {
    expect(bytes.includes(word), `bytes: ${word}`).toBe(false);
    expect(rows.includes(word), `rows: ${word}`).toBe(false);
  }
  // The search finds what is there.
  expect(rows.includes('Alfa')).toBe(true);
  expect(bytes.includes('Alfa')).toBe(false);
});

test('a case takes part only while its setting says so, and leaves no row when it stops', async () => {
  const { a, b } = await two(false);
  const phone = a.add('phone', { number: '+32470550127' });
  const theirs = b.add('phone', { number: '+32470550127' });
  expect(await a.of(phone)).toEqual([]);
  expect(await b.of(theirs)).toEqual([]);
  expect(b.rows()).toBe(0);
  b.set({ knownAcross: true });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  b.set({ knownAcross: false });
  // At once, without waiting for anything.
  expect(a.known.elsewhere([a.key(phone)]).size).toBe(0);
  const left = a.across.run((db) => [db.prepare('SELECT count(*) FROM known').pluck().get(), db.prepare('SELECT id FROM known_case').pluck().all()]);
  expect(left).toEqual([a.rows(), [a.open.id]]);
  // Undoing the setting is a change of it.
  b.open.store.undo(ACTOR);
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
});

test('rows follow what is corrected, deleted, undone and renamed', async () => {
  const { a, b } = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  const theirs = b.add('phone', { number: '+32470550127' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  b.execute('subject.delete', { entities: [theirs], links: [] });
  await b.known.settled();
  expect(await a.of(phone)).toEqual([]);
  b.open.store.undo(ACTOR);
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  b.open.store.redo(ACTOR);
  await b.known.settled();
  expect(await a.of(phone)).toEqual([]);
  b.open.store.undo(ACTOR);
  b.set({ name: 'Nieuwe naam' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Nieuwe naam: phone']);
  expect(b.rows()).toBe(1);
});

test('what needs its originator’s permission, or carries the strictest code, is not known elsewhere, whether its own or its source’s', async () => {
  const { a, b } = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  const code = (scheme: string, axis: string, value: string) => [{ scheme, axis, code: value }];
  const held = [code('europolHandling', 'code', 'H1'), code('europolHandling', 'code', 'H2'), code('tlp', 'label', 'TLP:RED'), code('nowhere', 'code', 'X')];
  for (const handling of held.slice(0, 3)) b.add('phone', { number: '+32470550127' }, handling);
  expect(await a.of(phone)).toEqual([]);
  await b.known.settled();
  expect(b.rows()).toBe(0);
  // Of such a one nothing is asked either.
  const secret = a.add('phone', { number: '+32470550999' }, held[1]);
  b.add('phone', { number: '+32470550999' });
  await b.known.settled();
  expect(await a.of(secret)).toEqual([]);
  const open = b.add('phone', { number: '+32470550127' }, code('europolHandling', 'code', 'H0'));
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  // A code set on the whole source counts as well, without any statement being touched.
  const source = b.open.store.db.prepare<[number], string>('SELECT source.id FROM source JOIN statement ON statement.source = source.n WHERE subject = ?').pluck().get(b.key(open));
  b.execute('statements.evaluate', { id: '0190aaaa-0000-7000-8000-0000000000aa', targets: { source }, own: true, handling: { add: code('europolHandling', 'code', 'H2') }, reason: 'nagekeken' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual([]);
});

test('an erasure takes all rows out at once, and those that may stay come back', async () => {
  const { a, b } = await two();
  const [phone, other] = [a.add('phone', { number: '+32470550127' }), a.add('phone', { number: '+32470550128' })];
  const theirs = b.add('phone', { number: '+32470550127' });
  b.add('phone', { number: '+32470550128' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  const { seq } = await erase(b.open.store, { target: { kind: 'subjects', entities: [theirs], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, () => undefined);
  b.open.store.takeIn('case.erased', seq);
  expect(a.known.elsewhere([a.key(phone), a.key(other)]).size).toBe(0);
  await b.known.settled();
  expect(await a.of(phone)).toEqual([]);
  expect(await a.of(other)).toEqual(['Bravo: phone']);
});

test('rows that fell behind while nobody followed are caught up when the case is opened', async () => {
  const { folder, keys, a, b } = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  await b.known.settled();
  await b.known.stop();
  b.add('phone', { number: '+32470550127' });
  expect(await a.of(phone)).toEqual([]);
  const place = b.open.store.folder;
  closeCase(b.open);
  const again = Desk.on(await openAgain(place, PASSPHRASE), folder, keys);
  desks.push(again);
  await again.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
});

test('another workstation’s keys find nothing in common', async () => {
  const folder = temporaryFolder();
  const a = await Desk.make(folder, 'Alfa', newKeys());
  const phone = a.add('phone', { number: '+32470550127' });
  await a.known.settled();
  const other = await Desk.make(join(folder, 'elders'), 'Bravo', newKeys());
  desks.push(a, other);
  other.add('phone', { number: '+32470550127' });
  await other.known.settled();
  expect(other.across.hash('phone', '+32470550127')).not.toEqual(a.across.hash('phone', '+32470550127'));
  expect(await a.of(phone)).toEqual([]);
});

test('a case whose folder is gone is taken out; one whose disk is not there is marked, and goes after ninety days or when it is forgotten', async () => {
  const { folder, keys, a, b } = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  b.add('phone', { number: '+32470550127' });
  const stick = join(folder, 'stok');
  mkdirSync(stick);
  const c = await Desk.make(stick, 'Charlie', keys);
  desks.push(c);
  // All on one workstation: its store is that of the others.
  await c.close();
  desks.pop();
  const far = Desk.on(c.open, folder, keys);
  desks.push(far);
  far.add('phone', { number: '+32470550127' });
  await Promise.all([b.known.settled(), far.known.settled()]);
  expect(await a.of(phone)).toEqual(['Bravo: phone', 'Charlie: phone']);
  await far.known.stop();
  closeCase(far.open);
  renameSync(stick, `${stick}-weg`);
  const now = '2026-05-03T08:00:00.000Z';
  sweep(a.across, a.open.id, now);
  expect(a.known.count().missing).toMatchObject([{ name: 'Charlie', missingSince: now }]);
  expect(await a.of(phone)).toEqual(['Bravo: phone', 'Charlie: phone']);
  // It comes back, and is not missing any more.
  renameSync(`${stick}-weg`, stick);
  sweep(a.across, a.open.id, now);
  expect(a.known.count().missing).toEqual([]);
  renameSync(stick, `${stick}-weg`);
  sweep(a.across, a.open.id, now);
  sweep(a.across, a.open.id, '2026-07-31T08:00:00.000Z');
  expect(await a.of(phone)).toEqual(['Bravo: phone', 'Charlie: phone']);
  sweep(a.across, a.open.id, '2026-08-02T08:00:00.000Z');
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  await b.known.stop();
  closeCase(b.open);
  rmSync(b.open.store.folder, { recursive: true });
  sweep(a.across, a.open.id, now);
  expect(await a.of(phone)).toEqual([]);
  expect(a.across.run((db) => db.prepare('SELECT count(*) FROM known').pluck().get())).toBe(1);
});

test('another case is forgotten on request, and its own never', async () => {
  const { a, b } = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  b.add('phone', { number: '+32470550127' });
  await b.known.settled();
  expect(await a.of(phone)).toEqual(['Bravo: phone']);
  a.known.forget(b.open.id);
  a.known.forget(a.open.id);
  expect(await a.of(phone)).toEqual([]);
  expect(a.rows()).toBe(1);
});

test('a store that was made anew is filled again', async () => {
  const { folder, keys, a } = await two();
  a.add('phone', { number: '+32470550127' });
  await a.known.settled();
  for (const name of readdirSync(join(folder, 'across'))) rmSync(join(folder, 'across', name));
  openAcross(join(folder, 'across'), keys).close();
  a.add('phone', { number: '+32470550128' });
  await a.known.settled();
  expect(a.rows()).toBe(2);
});
