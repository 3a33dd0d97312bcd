import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erase } from '../../../electron/case/erasure/erase';
import { closeCase } from '../../../electron/case/life';
import { verifyJournal } from '../../../electron/case/journal';
import { SIDES, TELLS } from '../../../shared/model/exchange';
import { SECRET } from '../bundles/party';
import { openAgain } from '../place';
import { Town, type Office } from './office';

let town: Town;
let north: Office;
let south: Office;
let ours: string;
let theirs: string;
beforeEach(async () => {
  town = new Town();
  [north, south] = await town.pair();
  north.phone('+32470111222');
  ours = north.phone('+32470999888');
  theirs = south.phone('+32470999888');
  south.phone('+32471000000');
});
afterEach(() => town.close());

const hitIds = (record: { outcome: { hits: readonly { entities: readonly string[] }[] | null } | null }): string[] | null => record.outcome?.hits?.flatMap(({ entities }) => [...entities]) ?? null;

describe('a comparison between two cases', () => {
  for (const tells of TELLS) {
    for (const sides of SIDES) {
      it(`tells ${tells} to ${sides}, and nothing more`, async () => {
        const first = town.file();
        const begun = await north.begin(south, first, { tells, sides });
        expect(begun).toMatchObject({ status: 'awaitingAnswer', entries: 2, outcome: null });
        expect(north.hasSecret()).toBe(true);
        const seen = await south.look(first);
        expect(seen).toMatchObject({ round: 1, tells, sides, subject: 'Dossier Kade', atMost: 100, problem: null, signer: { state: 'known' } });

        const second = town.file();
        const answered = await south.answer(north, first, second);
        expect(answered.status).toBe(sides === 'both' ? 'awaitingLast' : 'done');
        expect(south.hasSecret()).toBe(sides === 'both');

        const third = town.file();
        const done = await north.conclude(second, sides === 'both' ? third : null);
        expect(done).toMatchObject({ status: 'done', outcome: { count: 1, othersAtMost: 100 } });
        expect(hitIds(done)).toEqual(tells === 'entries' ? [ours] : null);
        expect(existsSync(third)).toBe(sides === 'both');
        if (sides === 'both') {
          const last = await south.conclude(third, null);
          expect(last).toMatchObject({ status: 'done', outcome: { count: 1 } });
          expect(hitIds(last)).toEqual(tells === 'entries' ? [theirs] : null);
        } else expect(answered.outcome).toBeNull();

        // The secrets are gone, and all is on record on both sides.
        expect([north.hasSecret(), south.hasSecret()]).toEqual([false, false]);
        expect(north.journal()).toEqual(['release.record', 'blind.sent', ...(sides === 'both' ? ['release.record'] : []), 'blind.concluded']);
        expect(south.journal()).toEqual(['release.record', 'blind.sent', ...(sides === 'both' ? ['blind.concluded'] : [])]);
        expect(north.releases().map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(Array.from({ length: sides === 'both' ? 2 : 1 }, () => 'blind dossier Kade'));
        expect(south.releases()).toHaveLength(1);
        expect(verifyJournal(north.store.db).ok && verifyJournal(south.store.db).ok).toBe(true);
        // Nothing lies beside the files.
        expect(readdirSync(town.folder).filter((name) => name.startsWith('.'))).toEqual([]);
      });
    }
  }

  it('finds a person under another spelling, by name and year of birth', async () => {
    const mine = north.party.person('El Bakraoui, Ibrahim', [], { birthDate: '1986-10-09' });
    const other = south.party.person('Brahim Bakraui', [], { birthDate: '1986-10-19' });
    const [first, second, third] = [town.file(), town.file(), town.file()];
    await north.begin(south, first);
    await south.answer(north, first, second);
    expect(new Set(hitIds(await north.conclude(second, third)))).toEqual(new Set([ours, mine]));
    expect(new Set(hitIds(await south.conclude(third, null)))).toEqual(new Set([theirs, other]));
  });

  it('never puts in what is withheld from the partner', async () => {
    const hidden = north.phone('+32471000000', SECRET);
    // The birth alone is withheld: name and birth count together only where both may go.
    const known = north.party.person('Brahim Bakraui');
    north.party.say(known, { birthDate: '1986-10-09' }, SECRET);
    south.party.person('Ibrahim El Bakraoui', [], { birthDate: '1986-10-09' });
    const { kinds, withheld } = await north.exchanges.kinds('k', { kind: 'case' }, north.about(south), () => undefined);
    expect(withheld).toBe(2);
    expect(kinds.find(({ kind }) => kind === 'phone')).toMatchObject({ entries: 2, usual: true });
    expect(kinds.some(({ kind }) => kind === 'nameBirth')).toBe(false);
    const [first, second, third] = [town.file(), town.file(), town.file()];
    await north.begin(south, first);
    await south.answer(north, first, second);
    const done = await north.conclude(second, third);
    expect(hitIds(done)).toEqual([ours]);
    expect(hitIds(done)).not.toContain(hidden);
    expect(hitIds(await south.conclude(third, null))).toEqual([theirs]);
  });

  it('puts in the chosen entities only', async () => {
    const first = town.file();
    expect((await north.begin(south, first, { scope: { kind: 'entities', ids: [ours] } })).entries).toBe(1);
    await expect(north.begin(south, town.file(), { kinds: ['container'] })).rejects.toMatchObject({ code: 'blindEmpty' });
    await expect(north.begin(south, town.file(), { most: 1 })).rejects.toMatchObject({ code: 'blindTooLarge' });
  });

  it('keeps no entry and no secret in journal, releases or files', async () => {
    const [first, second, third] = [town.file(), town.file(), town.file()];
    await north.begin(south, first);
    const secret = north.exchanges.kept.stateOf((await north.look(first)).session) ?? '';
    expect(secret).toContain('+32470999888');
    const { secret: key } = JSON.parse(secret) as { secret: string };
    await south.answer(north, first, second);
    await north.conclude(second, third);
    const journal = JSON.stringify(north.store.db.prepare("SELECT j.*, p.content FROM journal j LEFT JOIN patch p ON p.seq = j.seq WHERE command LIKE 'blind.%' OR command = 'release.record'").all());
    expect(journal).toContain('Dossier Kade');
    for (const text of ['999888', key]) {
      expect(journal).not.toContain(text);
      for (const file of [first, second, third]) expect(readFileSync(file).includes(text)).toBe(false);
    }
    // Not in the case's pages either, now that it has ended; it is not encrypted here.
    const bytes = Buffer.concat(['case.db', 'case.db-wal'].map((name) => (existsSync(`${north.store.folder}/${name}`) ? readFileSync(`${north.store.folder}/${name}`) : Buffer.alloc(0))));
    expect(bytes.includes(key)).toBe(false);
  });

  it('goes on after both cases were closed', async () => {
    const [first, second, third] = [town.file(), town.file(), town.file()];
    await north.begin(south, first);
    await south.answer(north, first, second);
    closeCase(north.party.open);
    closeCase(south.party.open);
    const [a, b] = [await openAgain(north.store.folder), await openAgain(south.store.folder)];
    const done = await north.reopened(a.store).conclude('1', second, third, north.asking, () => undefined);
    expect(hitIds(done)).toEqual([ours]);
    expect(hitIds(await south.reopened(b.store).conclude('1', third, null, south.asking, () => undefined))).toEqual([theirs]);
  });
});

describe('what is not taken in', () => {
  it('answers a session once, and a refused one never', async () => {
    const [first, other] = [town.file(), town.file()];
    await north.begin(south, first);
    await north.begin(south, other);
    await south.answer(north, first, town.file());
    expect((await south.look(first)).problem).toBe('blindReplayed');
    await expect(south.answer(north, first, town.file())).rejects.toMatchObject({ code: 'blindReplayed' });
    await south.exchanges.refuse(other, 'geen grond', south.asking);
    await expect(south.answer(north, other, town.file())).rejects.toMatchObject({ code: 'blindReplayed' });
    expect(south.journal()).toEqual(['release.record', 'blind.sent', 'blind.refused']);
  });

  it('is not for another, nor from another', async () => {
    const east = await town.office('Oost');
    east.knows(north);
    north.knows(east);
    const [first, second] = [town.file(), town.file()];
    await north.begin(south, first);
    expect((await east.look(first)).problem).toBe('blindNotForUs');
    await expect(east.answer(north, first, town.file())).rejects.toMatchObject({ code: 'blindNotForUs' });
    expect((await north.look(first)).problem).toBe('blindRound');
    await south.answer(north, first, second);
    expect((await east.look(second)).problem).toBe('blindNotForUs');
    await expect(north.conclude(first, town.file())).rejects.toMatchObject({ code: 'blindRound' });
    // A recipient whose card has another key is not the one that is answered.
    const third = town.file();
    await north.begin(south, third);
    south.knows(east);
    const { sha256 } = await south.look(third);
    await expect(south.exchanges.answer('1', town.file(), third, { seen: sha256, scope: { kind: 'case' }, about: south.about(east) }, south.asking, () => undefined)).rejects.toMatchObject({ code: 'blindSignature' });
    await expect(south.exchanges.answer('1', town.file(), third, { seen: '0'.repeat(64), scope: { kind: 'case' }, about: south.about(north) }, south.asking, () => undefined)).rejects.toMatchObject({ code: 'fileChanged' });
  });

  it('is over with its time, and its secret with it', async () => {
    const first = town.file();
    const { id } = await north.begin(south, first, { until: '2099-01-01' });
    expect(north.exchanges.list(north.party.actor, '2098-12-31T00:00:00.000Z').exchanges[0]?.status).toBe('awaitingAnswer');
    expect((await south.exchanges.look('1', first, south.party.actor, () => undefined, '2099-01-02T00:00:00.000Z')).problem).toBe('blindExpired');
    expect(north.exchanges.list(north.party.actor, '2099-01-02T00:00:00.000Z').exchanges[0]).toMatchObject({ id, status: 'expired' });
    expect(north.hasSecret()).toBe(false);
    expect(north.journal()).toEqual(['release.record', 'blind.sent', 'blind.expired']);
  });

  it('a partner who is no recipient with rights gets nothing', async () => {
    await expect(north.begin(south, town.file(), { about: { ...north.about(south), recipient: null } })).rejects.toMatchObject({ code: 'recipientNotFound' });
  });
});

describe('ending', () => {
  it('a cancel in the middle leaves nothing', async () => {
    const first = town.file();
    const begun = north.exchanges.begin('job', first, north.wish(south), north.asking, ({ phase }) => {
      if (phase === 'blinding') north.exchanges.cancel('job');
    });
    await expect(begun).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(first)).toBe(false);
    expect(readdirSync(town.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect([north.hasSecret(), north.journal(), north.exchanges.list(north.party.actor).exchanges]).toEqual([false, [], []]);
  });

  it('what was erased while a list was being made is not let out, nor kept', async () => {
    const first = town.file();
    const erased = async (): Promise<void> => void (await erase(north.store, { target: { kind: 'subjects', entities: [ours], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, north.party.actor, () => undefined));
    await expect(north.exchanges.begin('job', first, north.wish(south), { ...north.asking, quiet: erased }, () => undefined)).rejects.toMatchObject({ code: 'cancelled' });
    expect([existsSync(first), north.hasSecret(), north.journal()]).toEqual([false, false, []]);
  });

  it('a cancelled conclusion can be tried again', async () => {
    const [first, second, third] = [town.file(), town.file(), town.file()];
    await north.begin(south, first);
    await south.answer(north, first, second);
    const stopped = north.exchanges.conclude('job', second, third, north.asking, ({ phase }) => {
      if (phase === 'blinding') north.exchanges.cancel('job');
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(third)).toBe(false);
    expect(north.hasSecret()).toBe(true);
    expect(hitIds(await north.conclude(second, third, 'again'))).toEqual([ours]);
  });

  it('giving up destroys the secret, and the answer comes too late', async () => {
    const [first, second] = [town.file(), town.file()];
    const { id } = await north.begin(south, first);
    await south.answer(north, first, second);
    expect(north.exchanges.abandon(id, north.party.actor).status).toBe('cancelled');
    expect(north.hasSecret()).toBe(false);
    expect((await north.look(second)).problem).toBe('blindNotFound');
    await expect(north.conclude(second, town.file())).rejects.toMatchObject({ code: 'blindNotFound' });
    expect(() => north.exchanges.abandon(id, north.party.actor)).toThrow(expect.objectContaining({ code: 'blindNotFound' }));
  });
});
