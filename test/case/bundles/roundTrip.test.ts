import { afterEach, describe, expect, test } from 'vitest';
import { Conflicts } from '../../../electron/case/bundles/conflicts';
import { temporaryFolder } from '../place';
import { stateOf } from '../state';
import { values } from '../sample';
import { Party, SECRET } from './party';

const parties: Party[] = [];
afterEach(() => {
  for (const party of parties.splice(0)) party.close();
});

async function two(): Promise<[Party, Party]> {
  const folder = temporaryFolder();
  const made: [Party, Party] = [await Party.make('A', folder), await Party.make('B', folder)];
  parties.push(...made);
  return made;
}
const captions = (party: Party): string[] => party.store.db.prepare<[], string>('SELECT caption FROM entity WHERE seq_retracted IS NULL ORDER BY caption').pluck().all();
const seqOf = (party: Party): number => party.store.seq;

describe('a bundle', () => {
  test('brings what may go, and nothing that is held back', async () => {
    const [a, b] = await two();
    const ahmed = a.person('Ahmed Benali');
    const hidden = a.person('Verborgen Bron', SECRET);
    a.say(ahmed, { alias: 'De Schipper' }, SECRET);
    a.tie(ahmed, hidden);
    const preview = await b.preview(await a.send(b));
    expect(preview.counts).toMatchObject({ entitiesNew: 1, linksNew: 0, statementsNew: 1, sourcesNew: 1, conflicts: 0, recalls: 0 });
    expect(preview).toMatchObject({ signer: 'new', taken: false, expired: false, manifest: { kind: 'case', issuer: { service: 'Dienst A' }, recipient: { service: 'Dienst B' } } });
    expect(b.live('entity')).toEqual([]);
    await b.take(await a.send(b));
    expect(b.live('entity')).toEqual([ahmed]);
    expect(captions(b)).toEqual(['Ahmed Benali']);
    expect(JSON.stringify(b.store.db.prepare('SELECT * FROM statement').all())).not.toContain('Schipper');
  });

  test('taken in twice changes nothing, and is undone like an import and taken in once more', async () => {
    const [a, b] = await two();
    const [one, other] = [a.person('Een'), a.person('Ander')];
    a.tie(one, other);
    const before = stateOf(b.store.db);
    const file = await a.send(b);
    await b.take(file);
    const [after, seq] = [stateOf(b.store.db), seqOf(b)];
    expect(b.live('link')).toHaveLength(1);
    await b.take(file);
    expect([stateOf(b.store.db), seqOf(b)]).toEqual([after, seq]);
    b.store.undo(b.actor);
    expect(stateOf(b.store.db)).toBe(before);
    expect((await b.preview(file)).counts).toMatchObject({ entitiesNew: 2, linksNew: 1 });
    await b.take(file);
    expect(b.live('link')).toHaveLength(1);
    expect(captions(b)).toEqual(['Ander', 'Een']);
    b.store.undo(b.actor);
    expect(stateOf(b.store.db)).toBe(before);
    b.store.redo(b.actor);
    expect(captions(b)).toEqual(['Ander', 'Een']);
  });

  test('comes home with additions, and recalls what was taken back since', async () => {
    const [a, b] = await two();
    const ahmed = a.person('Ahmed');
    const wrong = a.say(ahmed, { alias: 'Fout' });
    await b.take(await a.send(b));
    const alias = b.say(ahmed, { alias: 'De Kapitein' });
    a.do('statement.retract', { ids: [wrong] });
    await a.take(await b.send(a));
    expect(a.live('statement')).toContain(alias);
    expect(a.live('statement')).not.toContain(wrong);
    expect(new Conflicts(a.store.db, a.store.catalogue, 'nl').list()).toMatchObject([{ kind: 'retracted', theirs: expect.stringContaining('Fout') as string, service: 'Dienst B' }]);
    const back = await a.send(b);
    expect((await b.preview(back)).counts).toMatchObject({ recalls: 1 });
    await b.take(back, false);
    expect(b.live('statement')).toContain(wrong);
    await b.take(back);
    expect(b.live('statement').toSorted()).toEqual(a.live('statement').toSorted());
  });

  test('keeps judgements apart, and lets theirs count only where nobody here stands against them', async () => {
    const [a, b] = await two();
    const [one, other, third] = [a.person('Jan Peeters'), a.person('J. Peeters'), a.person('Jan P.')];
    await b.take(await a.send(b));
    const ours = b.judge(one, other, 'same');
    b.judge(other, third, 'same');
    a.judge(one, other, 'different');
    await a.take(await b.send(a));
    expect(a.live('judgement')).toHaveLength(3);
    const canonical = (id: string): unknown => a.store.db.prepare('SELECT canonical FROM entity WHERE id = ?').pluck().get(id);
    expect(canonical(one)).not.toBe(canonical(other));
    expect(canonical(other)).toBe(canonical(third));
    expect(new Conflicts(a.store.db, a.store.catalogue, 'nl').list()).toMatchObject([{ kind: 'judgement', ours: 'different', theirs: 'same' }]);
    // Thinking again here takes back our own, never theirs.
    a.judge(one, other, 'same');
    expect(a.live('judgement')).toContain(ours);
    expect(canonical(one)).toBe(canonical(other));
  });

  test('sets values side by side that cannot both be right', async () => {
    const [a, b] = await two();
    const ahmed = a.person('Ahmed', [], { birthDate: '1984-05-03' });
    await b.take(await a.send(b));
    b.say(ahmed, { birthDate: '1985-01-01' });
    await a.take(await b.send(a));
    expect(new Conflicts(a.store.db, a.store.catalogue, 'nl').list()).toMatchObject([{ kind: 'value', property: 'birthDate', subject: ahmed, service: 'Dienst B' }]);
  });

  test('of a chart brings the drawing as a chart of its own, and no copy of our own when it comes home', async () => {
    const [a, b] = await two();
    const chart = '01930000-0000-7000-8000-000000000001';
    const one = a.person('Een');
    a.do('chart.create', { id: chart, name: 'Kade', items: [{ subject: one, x: 10, y: 20 }] });
    await b.take(await a.send(b, { scope: { kind: 'chart', chart } }));
    const names = (party: Party): string[] => party.store.db.prepare<[], string>('SELECT name FROM chart ORDER BY position').pluck().all();
    expect(names(b)).toEqual(['Zaak B', 'Kade']);
    await a.take(await b.send(a));
    expect(names(a)).toEqual(['Zaak A', 'Kade']);
    b.do('chart.moveItems', { chart, items: [{ subject: one, x: 99, y: 20 }] });
    await a.take(await b.send(a));
    expect(names(a)).toEqual(['Zaak A', 'Kade', 'Kade (Dienst B)']);
  });

  test('as a notice takes back what was released', async () => {
    const [a, b] = await two();
    const ahmed = a.person('Ahmed');
    const wrong = a.say(ahmed, { alias: 'Fout' });
    const sent = await a.send(b);
    const { manifest } = await b.preview(sent);
    await b.take(sent);
    a.do('statement.retract', { ids: [wrong] });
    const notice = await a.notice(b, manifest.id);
    expect(await b.preview(notice)).toMatchObject({ manifest: { kind: 'notice', recalls: [{ release: manifest.id, statements: [wrong], reason: 'vergissing' }] }, counts: { recalls: 1 } });
    await b.take(notice);
    expect(b.live('statement')).not.toContain(wrong);
    await expect(a.preview(notice)).rejects.toMatchObject({ code: 'bundleOfThisCase' });
  });

  test('under a passphrase opens with it alone', async () => {
    const [a, b] = await two();
    a.person('Een');
    const file = await a.send(b, { lock: { kind: 'passphrase', passphrase: 'kaaien en dokken' }, expires: '2026-11-21' });
    await expect(b.preview(file)).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await expect(b.preview(file, 'dokken en kaaien')).rejects.toMatchObject({ code: 'wrongPassphrase' });
    expect(await b.preview(file, 'kaaien en dokken')).toMatchObject({ expired: true });
    await b.take(file, true, 'kaaien en dokken');
    expect(b.live('entity')).toHaveLength(1);
  });

  test('is of a known signer by card, and of a changed one when the service signs with another key', async () => {
    const [a, b] = await two();
    a.person('Een');
    const file = await a.send(b);
    const { manifest } = await b.preview(file);
    const card = { id: '01930000-0000-7000-8000-0000000000aa', name: 'A', service: 'dienst a', purpose: 'operational', language: null, rights: null, permissions: [], encryptionKey: null, retired: false };
    b.do('recipient.put', { ...card, signingKey: manifest.issuer.signingKey });
    expect((await b.preview(file)).signer).toBe('known');
    b.do('recipient.put', { ...card, signingKey: Buffer.alloc(32, 7).toString('base64') });
    expect((await b.preview(file)).signer).toBe('changed');
  });
});

test('values that a statement of the same id says otherwise are kept as ours and listed', async () => {
  const [a, b] = await two();
  const ahmed = a.person('Ahmed');
  const said = a.say(ahmed, { alias: 'Een' });
  await b.take(await a.send(b));
  a.store.db.prepare('UPDATE statement SET "values" = ? WHERE id = ?').run(JSON.stringify(values({ alias: 'Ander' })), said);
  await b.take(await a.send(b));
  expect(new Conflicts(b.store.db, b.store.catalogue, 'nl').list()).toMatchObject([{ kind: 'content', ours: expect.stringContaining('Een') as string, theirs: expect.stringContaining('Ander') as string }]);
});
