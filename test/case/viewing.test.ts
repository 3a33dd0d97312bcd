import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { Consultations } from '../../electron/case/consultations';
import { handlersFor, type Serving } from '../../electron/case/handlers';
import { UNWATCHED } from '../../electron/case/importers/watch';
import { journalEntries } from '../../electron/case/queries/journalEntries';
import { viewCase } from '../../electron/case/releasable/view';
import { Viewing } from '../../electron/case/viewing';
import { caseService, type CaseService } from '../../shared/contract/caseService';
import type { Client } from '../../shared/contract/definition';
import { connect, serve } from '../../shared/contract/port';
import type { CaseStore } from '../../electron/case/store';
import { releaseRecordSchema } from '../../shared/model/release';
import { ACTOR, newCase } from './place';
import { HELD, recipient, richCase } from './writers/roundTrip';

const PARTNER = { allowedHandling: {}, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };

/** A port of a case, asked as the page asks it. */
function port(store: CaseStore): { readonly client: Client<CaseService>; readonly announced: (string | null)[]; readonly identities: readonly string[]; readonly viewing: Viewing } {
  const announced: (string | null)[] = [];
  const identities: string[] = [];
  const id = store.db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get() ?? '';
  const viewing = new Viewing(store, id, (_job, request) => viewCase({ folder: store.folder, key: store.key }, request, UNWATCHED), (recipient) => announced.push(recipient), (mode) => identities.push(mode));
  const serving = {
    open: { store, id, encrypted: false }, person: { actor: ACTOR, language: 'nl' }, consultations: new Consultations(store), progress: () => undefined, imports: { quiet: () => Promise.resolve() },
    shares: { list: () => [{ id: 'a share' }] },
  } as unknown as Serving;
  const heard: ((message: unknown) => void)[] = [];
  const answered: ((message: unknown) => void)[] = [];
  serve({ post: (message) => answered.forEach((each) => each(message)), listen: (each) => heard.push(each) }, caseService, handlersFor({ ...serving, viewing }), (error) => { throw error; });
  return { announced, identities, viewing, client: connect<CaseService>({ post: (message) => heard.forEach((each) => each(message)), listen: (each) => answered.push(each) }, caseService).client };
}

test.each([null, 'kaaien en dokken'])('a case seen as a recipient shows what that one would get, and nothing more (passphrase %s)', async (passphrase) => {
  const { store, chart, withheld } = await richCase(passphrase);
  const { recipient: id } = recipient(store, PARTNER);
  const { client, announced, viewing } = port(store);
  const before = await client['case.info']({});
  const drawn = await client['case.chart']({ id: chart });
  const seen = await client['case.viewAs']({ recipient: id });
  expect(seen).toEqual({ recipient: id, entities: before.counts.entities - 1, links: before.counts.links - 1, statements: before.counts.statements - 3, withheld: 2 });
  expect(announced).toEqual([id]);
  const info = await client['case.info']({});
  expect(info).toMatchObject({ counts: { entities: seen.entities }, history: { undo: null, redo: null }, id: before.id });
  expect((await client['case.chart']({ id: chart })).items).toEqual(drawn.items);
  expect((await client['case.search']({ text: 'Verborgen' })).hits).toEqual([]);
  expect((await client['case.search']({ text: 'Driss' })).hits).toHaveLength(1);
  await expect(client['case.subject']({ id: withheld.person })).rejects.toMatchObject({ code: 'subjectNotFound' });
  const all = await Promise.all([client['case.browse']({}), client['case.sources']({}), client['case.charts']({}), client['case.journal']({}), client['case.catalogue']({}), client['case.shares']({})]);
  expect(JSON.stringify(all)).not.toMatch(/Verborgen|Goudvink|a share/);
  await expect(client['case.execute']({ command: 'chart.rename', args: { id: chart, name: 'X' } })).rejects.toMatchObject({ code: 'viewingAs' });
  await expect(client['case.undo']({})).rejects.toMatchObject({ code: 'viewingAs' });
  await expect(client['case.sourceRows']({ id: newId(), row: 1 })).rejects.toMatchObject({ code: 'viewingAs' });
  // What was looked at is journalled all the same.
  const driss = (await client['case.search']({ text: 'Driss' })).hits[0]?.entity.id ?? '';
  await client['case.subject']({ id: driss });
  expect(journalEntries(store.db, store.catalogue, { limit: 20 }).some((entry) => entry.command === 'case.consulted' && entry.label['subject'] === driss)).toBe(true);

  const held = await client['case.withheld']({ recipient: id ?? '' });
  // One statement is about a link that has lost an end: held back of itself as well.
  expect(held.total).toBe(3);
  expect(held.groups).toEqual([{ reason: 'originator', cause: { scheme: HELD.scheme, code: HELD.code }, originator: ACTOR.service, count: 3 }]);
  expect(held.withheld.map((each) => each.caption)).toEqual(expect.arrayContaining(['Verborgen Getuige', 'Driss Amellal', 'Driss Amellal – Verborgen Getuige']));
  expect((await client['case.withheld']({ recipient: id ?? '', chart, limit: 1 }))).toMatchObject({ total: 1, withheld: [{ caption: 'Driss Amellal' }] });

  expect(await client['case.viewAs']({ recipient: null })).toMatchObject({ recipient: null, entities: before.counts.entities, withheld: 0 });
  expect(announced).toEqual([id, null]);
  expect((await client['case.search']({ text: 'Verborgen' })).hits).toHaveLength(1);
  viewing.close();
});

test('every request is either answered from what the recipient would get or refused', async () => {
  const { store } = await newCase();
  const { client, viewing } = port(store);
  store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: { name: [{ v: 'Koen' }] }, grading: null, handling: [], basis: 'fact' } }, ACTOR);
  await client['case.viewAs']({ recipient: recipient(store, PARTNER).recipient });
  store.db.exec("UPDATE entity SET caption = 'GEHEIM'");
  for (const seen of [await client['case.browse']({}), await client['case.search']({ text: 'Koen' })]) expect(JSON.stringify(seen)).not.toContain('GEHEIM');
  for (const name of ['case.briefings', 'case.reviews', 'case.categories', 'case.bundles', 'case.snapshots', 'case.redo'] as const) await expect(client[name]({})).rejects.toMatchObject({ code: 'viewingAs' });
  viewing.close();
});

test('a recipient without rights, or that is not there, cannot be looked through', async () => {
  const { store } = await newCase();
  const { client } = port(store);
  await expect(client['case.viewAs']({ recipient: recipient(store, null).recipient })).rejects.toMatchObject({ code: 'recipientWithoutRights' });
  await expect(client['case.viewAs']({ recipient: newId() })).rejects.toMatchObject({ code: 'recipientNotFound' });
});

test('who must be told that something released does not hold any more is listed, until they are told', async () => {
  const { store } = await newCase();
  const { client } = port(store);
  const said = { grading: null, handling: [], basis: 'fact' };
  const [koen, alias, other] = [newId(), newId(), newId()];
  store.execute({ command: 'entity.create', args: { id: koen, type: 'person', values: { name: [{ v: 'Koen' }] }, ...said } }, ACTOR);
  for (const id of [alias, other]) store.execute({ command: 'statement.add', args: { id, subject: koen, subjectKind: 'entity', values: { alias: [{ v: id.slice(-4) }] }, ...said } }, ACTOR);
  const release = releaseRecordSchema.parse({ id: newId(), briefing: null, recipient: 'Douane', at: '2026-05-03T10:00:00.000Z', sha256: '0'.repeat(64), pages: 0, seq: store.seq, said: [[1, 2]], title: 'Verslag' });
  store.execute({ command: 'release.record', args: release }, ACTOR);
  expect(await client['case.notices']({})).toEqual([]);
  store.execute({ command: 'statement.retract', args: { ids: [other] } }, ACTOR);
  expect(await client['case.notices']({})).toEqual([]);
  store.execute({ command: 'statement.retract', args: { ids: [alias] } }, ACTOR);
  expect(await client['case.notices']({})).toEqual([{ release: release.id, recipient: 'Douane', recipientId: null, title: 'Verslag', at: release.at, format: 'pdf', statements: 1, examples: ['Koen'], told: null }]);
  store.note('case.told', { release: release.id }, ACTOR);
  expect(await client['case.notices']({})).toMatchObject([{ statements: 1, told: expect.any(String) as string }]);
  const { seq } = store.undo(ACTOR);
  expect(seq).toBeGreaterThan(0);
  expect(await client['case.notices']({})).toEqual([]);
  expect((await client['case.releases']({}))[0]).toMatchObject({ id: release.id, said: [] });
});

test('each port takes for one what it is set to, also as a recipient, who learns nothing of a name that is held back', async () => {
  const { store } = await newCase();
  const [own, other] = [port(store), port(store)];
  const { client, viewing, identities } = own;
  const make = (name: string, handling: readonly object[] = []): string => {
    const id = newId();
    store.execute({ command: 'entity.create', args: { id, type: 'person', values: { name: [{ v: name }] }, grading: null, handling, basis: 'fact' } }, ACTOR);
    return id;
  };
  const [man, spelt, secret] = [make('Bakraoui'), make('El Bakraoui'), make('Verborgen', [HELD])] as [string, string, string];
  const judge = async (left: string, verdict: string, right: string): Promise<void> => void await client['case.execute']({ command: 'judgement.set', args: { id: newId(), left, right, verdict, reason: 'zelfde datum' } });
  await judge(man, 'same', secret);
  await judge(spelt, 'unsure', secret);

  expect((await client['case.entities']({ ids: [secret] }))[0]).toMatchObject({ id: man, members: [man, secret] });
  expect(await client['case.setIdentity']({ mode: 'lenient' })).toEqual({ mode: 'lenient' });
  await client['case.setIdentity']({ mode: 'lenient' });
  expect([identities, other.identities]).toEqual([['lenient'], []]);
  expect((await client['case.entities']({ ids: [spelt] }))[0]?.members).toEqual([man, spelt, secret]);
  expect((await other.client['case.entities']({ ids: [spelt] }))[0]).not.toHaveProperty('members');
  expect(await client['case.identityOf']({ id: spelt })).toMatchObject({ members: [{ id: man, caption: 'Bakraoui' }, { id: spelt }, { id: secret }], judgements: [{ verdict: 'unsure', reason: 'zelfde datum', by: 'K. Peeters (FGP Antwerpen)', service: null, opposed: false }, { verdict: 'same' }] });
  await expect(client['case.identityOf']({ id: newId() })).rejects.toMatchObject({ code: 'subjectNotFound' });

  // Whoever looks at one that stands for several has looked at each.
  await client['case.subject']({ id: man });
  const consulted = journalEntries(store.db, store.catalogue, { limit: 20 }).filter((entry) => entry.command === 'case.consulted').map((entry) => entry.label['subject']);
  expect(new Set(consulted)).toEqual(new Set([man, spelt, secret]));

  await client['case.viewAs']({ recipient: recipient(store, PARTNER).recipient });
  for (const mode of ['judged', 'lenient', 'strict'] as const) {
    await client['case.setIdentity']({ mode });
    const seen = await Promise.all([client['case.browse']({}), client['case.subject']({ id: man }), client['case.identityOf']({ id: man })]);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Verborgen|${secret}|members":\\["`, 'u'));
    expect(seen[0].total).toBe(2);
  }
  await expect(client['case.execute']({ command: 'judgement.set', args: { id: newId(), left: man, right: spelt, verdict: 'same', reason: '' } })).rejects.toMatchObject({ code: 'viewingAs' });
  viewing.close();
});
