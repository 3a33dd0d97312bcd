import { readFileSync, writeFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAsk } from '../../../electron/case/blinding/askFile';
import { erase } from '../../../electron/case/erasure/erase';
import { verifyJournal } from '../../../electron/case/journal';
import { entities } from '../../../electron/case/queries/entities';
import { forgetInExchanges, hitsShown } from '../../../electron/case/blinding/hits';
import { identityOf } from '../../../electron/case/db/identity';
import { SECRET } from '../bundles/party';
import { Town, type Office } from './office';

let town: Town;
let north: Office;
let south: Office;
let ours: string;
let theirs: string;
let exchange: string;
beforeEach(async () => {
  town = new Town();
  [north, south] = await town.pair();
  ours = north.party.person('El Bakraoui, Ibrahim', [], { birthDate: '1986-10-09', nationalNumber: '86100912345' });
  north.phone('+32470111222');
  theirs = south.party.person('Brahim Bakraui', [], { birthDate: '1986-10-09', nationalNumber: '86100912345' });
  const [first, second] = [town.file(), town.file()];
  await north.begin(south, first, { kinds: ['phone', 'nameBirth', 'nationalNumber'], sides: 'initiator' });
  await south.answer(north, first, second);
  ({ id: exchange } = await north.conclude(second, null));
});
afterEach(() => town.close());

const views = (office: Office) => (ids: readonly string[]) => entities(office.store.db, office.store.catalogue, identityOf(office.store.db, 'judged'), { ids: [...ids] });

describe('a request about a hit', () => {
  it('tells the partner which of its own is meant, by what both have', async () => {
    const record = north.exchanges.kept.exchange(exchange);
    expect(record === null ? null : hitsShown(record, views(north))).toMatchObject({ hits: [{ entity: { id: ours }, kinds: expect.arrayContaining(['nameBirth', 'nationalNumber']) as unknown }], gone: 0 });
    const file = town.file('knoopask');
    const sent = await north.ask(south, file, { exchange, entities: [ours] });
    expect(sent).toMatchObject({ direction: 'sent', status: 'open', subjects: [{ entities: [ours] }] });
    // Sealed: nothing of it can be read without the key.
    expect(readFileSync(file, 'latin1')).not.toContain('Wat weet u');
    const { body } = await readAsk(file, south.party.keys);
    expect(body).toMatchObject({ reason: 'dossier Kade', basis: 'art. 44/11/9 WPA', urgency: 'urgent', wantedBy: '2099-01-01', session: exchange });
    // What hit and nothing else: not the spelling that only we have, and no id of ours.
    expect(JSON.stringify(body)).not.toContain('Bakraoui');
    expect(JSON.stringify(body)).not.toContain(ours);

    const { ask, signer, taken } = await south.asks.open(file, south.asking);
    expect([taken, signer.state, ask.direction, ask.status]).toEqual([false, 'known', 'received', 'open']);
    // South learned nothing from the comparison itself, and finds it all the same.
    expect(ask.subjects).toHaveLength(1);
    expect(ask.subjects[0]?.entities).toEqual([theirs]);
    expect((await south.asks.open(file, south.asking)).taken).toBe(true);
    expect(south.journal().at(-1)).toBe('blind.askedOfUs');
    expect(north.journal().slice(-2)).toEqual(['release.record', 'blind.asked']);
    expect(north.releases().some(({ kind, format }) => kind === 'ask' && format === 'knoopask')).toBe(true);

    const refused = south.asks.end(ask.id, { status: 'refused', answer: 'lopend onderzoek', release: null }, south.party.actor);
    expect(refused).toMatchObject({ status: 'refused', answer: 'lopend onderzoek' });
    expect(() => south.asks.end(ask.id, { status: 'answered', answer: '', release: null }, south.party.actor)).toThrow(expect.objectContaining({ code: 'blindNotFound' }));
    const words = south.store.db.prepare<[], string>("SELECT content FROM patch JOIN journal USING (seq) WHERE command = 'blind.askEnded'").pluck().get();
    expect(words).toContain('lopend onderzoek');
  });

  it('passes the gate again: what has become restricted is not asked by', async () => {
    const row = north.store.db.prepare<[string], { id: string }>("SELECT statement.id FROM statement JOIN entity ON entity.n = statement.subject WHERE subject_kind = 'entity' AND entity.id = ?").get(ours);
    north.party.do('statement.retract', { ids: [row?.id ?? ''] });
    north.party.say(ours, { name: 'El Bakraoui, Ibrahim', birthDate: '1986-10-09', nationalNumber: '86100912345' }, SECRET);
    await expect(north.ask(south, town.file('knoopask'), { exchange, entities: [ours] })).rejects.toMatchObject({ code: 'nothingToRequest' });
  });

  it('does not take words that must stay', async () => {
    north.party.person('Zeldzame Schuilnaam', SECRET);
    await expect(north.asks.send(town.file('knoopask'), { exchange, entities: [ours], question: 'Kent u Zeldzame Schuilnaam?', urgency: 'normal', wantedBy: null, about: north.about(south) }, north.asking)).rejects.toMatchObject({ code: 'withheldFound' });
    expect(north.journal().at(-1)).toBe('blind.concluded');
  });

  it('is for one partner alone, and whole or nothing', async () => {
    const file = town.file('knoopask');
    await north.ask(south, file, { exchange, entities: [ours] });
    const east = await town.office('Oost');
    await expect(east.asks.open(file, east.asking)).rejects.toMatchObject({ code: 'blindNotForUs' });
    await expect(north.asks.open(file, north.asking)).rejects.toMatchObject({ code: 'blindRound' });
    const bytes = readFileSync(file);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(south.asks.open(file, south.asking)).rejects.toMatchObject({ code: 'blindDamaged' });
    writeFileSync(file, 'geen verzoek');
    await expect(south.asks.open(file, south.asking)).rejects.toMatchObject({ code: 'blindDamaged' });
  });
});

describe('an erasure', () => {
  const erasing = (id: string): Parameters<typeof erase>[1] => ({ target: { kind: 'subjects', entities: [id], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true });
  const all = (office: Office): string => JSON.stringify(office.store.db.prepare('SELECT content, state FROM blind_exchange').all());

  it('takes hits and requests along', async () => {
    const file = town.file('knoopask');
    await north.ask(south, file, { exchange, entities: [ours] });
    await south.asks.open(file, south.asking);
    await erase(north.store, erasing(ours), north.party.actor, () => undefined);
    expect(all(north)).not.toContain(ours);
    expect(all(north)).not.toContain('86100912345');
    expect(north.exchanges.kept.exchange(exchange)?.outcome).toMatchObject({ hits: [] });
    await erase(south.store, erasing(theirs), south.party.actor, () => undefined);
    expect(all(south)).not.toContain(theirs);
  });

  it('ends a comparison that had put it in', async () => {
    const [first, second] = [town.file(), town.file()];
    const { id } = await north.begin(south, first);
    await south.answer(north, first, second);
    await erase(north.store, erasing(ours), north.party.actor, () => undefined);
    expect(north.hasSecret()).toBe(false);
    expect(north.exchanges.kept.exchange(id)?.status).toBe('erased');
    expect((await north.look(second)).problem).toBe('blindNotFound');
  });
  it('takes along what was written beside the journal where that names who goes', async () => {
    const beside = (): string => north.store.db.prepare<[], string>("SELECT group_concat(content) FROM patch JOIN journal USING (seq) WHERE command GLOB 'blind.*'").pluck().get() ?? '';
    await north.begin(south, town.file(), { about: { ...north.about(south), reason: 'Tip over El Bakraoui, Ibrahim' } });
    expect(beside()).toContain('Tip over');
    await erase(north.store, erasing(ours), north.party.actor, () => undefined);
    expect(beside()).not.toContain('Tip over');
    expect(beside()).toContain('dossier Kade');
    expect(verifyJournal(north.store.db)).toMatchObject({ ok: true });
  });

  it('ends one that only tells a number: nothing says whose entries went in', async () => {
    await north.begin(south, town.file(), { tells: 'number' });
    expect(north.hasSecret()).toBe(true);
    await erase(north.store, erasing(ours), north.party.actor, () => undefined);
    expect(north.hasSecret()).toBe(false);
  });

  it('of very many reads a long list once', () => {
    const { db } = north.store;
    const state = JSON.stringify({ labels: Array.from({ length: 20_000 }, () => ({ kind: 'phone', refs: [`${newId()} +32470000000`] })) });
    db.prepare('UPDATE blind_exchange SET state = ?').run(Buffer.from(state));
    const began = performance.now();
    expect(forgetInExchanges(db, new Set(Array.from({ length: 20_000 }, () => newId())))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
