import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Known } from '../../../electron/case/across/known';
import { Exchanges } from '../../../electron/case/blinding/exchanges';
import { Bundles } from '../../../electron/case/bundles/bundles';
import { Consultations } from '../../../electron/case/consultations';
import { Counts } from '../../../electron/case/counts';
import { Erasures } from '../../../electron/case/erasure/erasures';
import { Exports } from '../../../electron/case/exports';
import { handlersFor } from '../../../electron/case/handlers';
import { Imports } from '../../../electron/case/importWorker';
import { verifyJournal } from '../../../electron/case/journal';
import { Quality } from '../../../electron/case/quality/quality';
import { Matcher } from '../../../electron/case/matching/matcher';
import { NetworkThread } from '../../../electron/case/network/networkThread';
import { TrafficThread } from '../../../electron/case/traffic/trafficThread';
import { HeldLists } from '../../../electron/case/watching/lists';
import { ReadThread } from '../../../electron/case/readThread';
import { readSettings } from '../../../electron/case/settings';
import { Shares } from '../../../electron/case/shares/shares';
import { FileTokens } from '../../../electron/case/tokens';
import { Comparisons } from '../../../electron/case/versions/comparisons';
import { Viewing } from '../../../electron/case/viewing';
import { caseService, type CaseService, type Client } from '../../../shared/contract';
import { answer } from '../../../shared/contract/port';
import { valueOf } from '../../../shared/contract/failure';
import { dutyOf, type Duty } from '../../../shared/model/duty';
import type { ReleaseRecord } from '../../../shared/model/release';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { SAID, values } from '../sample';

const STEPS = 60;
const NAMES = ['Jan', 'An', 'Rik', 'Els', 'Tom', 'Lies', 'Bert', 'Nele', 'Koen', 'Griet', 'Dirk', 'Hilde', 'Wim', 'Karin', 'Stijn', 'Sofie', 'Joris', 'Veerle', 'Pieter', 'Katrien'];
const root = join(import.meta.dirname, '..', '..', '..');
let built = '';

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'duties-'));
  await build({ configFile: join(root, 'electron', 'vite.config.ts'), mode: 'case', logLevel: 'error', build: { outDir: built, emptyOutDir: true, sourcemap: false } });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Row { readonly seq: number; readonly at: string; readonly actor: string; readonly workstation: string; readonly kind: string; readonly command: string; readonly label: string; readonly refers: number | null; readonly content: string | null }

test(`an investigation of ${STEPS} steps leaves just the entries that the law wants, each with who, when, why, what and to whom`, async () => {
  const open = await newCase();
  const { store } = open;
  const worker = (name: string): string => join(built, 'workers', `${name}.cjs`);
  const tokens = new FileTokens();
  const consultations = new Consultations(store, 60_000);
  const reads = new ReadThread(store, worker('read'));
  const viewing = new Viewing(store, open.id, () => Promise.reject(new Error('nobody looks as somebody else here')), () => undefined, () => undefined);
  const handlers = handlersFor({
    open, person: { actor: ACTOR, language: 'nl' }, tokens, imports: new Imports(store, worker('import')), exports: new Exports(store, worker('export')), bundles: new Bundles(store, null, worker('bundle')), exchanges: new Exchanges(store, null), erasures: new Erasures(store, worker('erase')), counts: new Counts(store, worker('count')),
    reads, consultations, shares: new Shares(store, () => undefined), comparisons: new Comparisons(store, worker('compare')), progress: () => undefined, matcher: new Matcher(store, [], () => undefined, () => undefined), across: null, network: new NetworkThread(store, worker('network')), traffic: new TrafficThread(store, worker('traffic')), lists: new HeldLists(store, null), known: new Known(store, open.id, null, () => undefined), quality: new Quality(store), viewing,
  });
  const ask = Object.fromEntries(Object.keys(caseService.requests).map((name) => [name, async (args: unknown) => valueOf(await answer(caseService, handlers, name, args, (error) => { throw error; }))])) as unknown as Client<CaseService>;
  const before = store.seq;
  const began = new Date().toISOString();
  const expected: string[] = [];
  let steps = 0;
  /** One step of the investigation, and the entries that it must leave. */
  const step = async <T>(leaves: readonly string[], run: () => Promise<T>): Promise<T> => {
    steps += 1;
    expected.push(...leaves);
    return run();
  };
  const execute = (command: string, args: unknown): Promise<unknown> => step([command], () => ask['case.execute']({ command, args }));
  const bring = (name: string, rows: readonly string[]): Promise<string> => step(['import.run'], async () => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, rows.join('\n'));
    tokens.grant(name, path);
    const { proposal } = await ask['case.previewImport']({ file: name });
    const { source } = await ask['case.runImport']({ job: newId(), file: name, mapping: proposal as never, recipe: null });
    return source;
  });
  /** `records`: of how many records the one that is shown is made; whoever looks at it has looked at each. */
  const look = (id: string, again = false, records = 1): Promise<unknown> => step(again ? [] : Array.from({ length: records }, () => 'case.consulted'), () => ask['case.subject']({ id }));

  // Collection, and a case that wants to know why.
  const list = await bring('leden.csv', ['Naam;GSM', ...NAMES.map((name, at) => `${name} Peeters;+3247055${String(1000 + at)}`)]);
  await bring('oproepen.csv', ['A nummer;B nummer;Start', '+32470551000;+32470551001;01/02/2026 14:05', '+32470551002;+32470551003;02/02/2026 15:00']);
  await execute('settings.put', { ...readSettings(store.db), asksReason: true });
  const people = store.db.prepare<[], string>("SELECT id FROM entity WHERE type = 'person' ORDER BY n").pluck().all();
  const [first = '', second = '', third = '', fourth = ''] = people;
  await step([], async () => expect(ask['case.subject']({ id: first })).rejects.toMatchObject({ code: 'reasonNeeded' }));
  await step([], async () => expect(ask['case.search']({ text: 'peeters' })).rejects.toMatchObject({ code: 'reasonNeeded' }));
  const why = await step(['case.reasonGiven'], () => ask['case.giveReason']({ code: 'judicialOrder', text: 'kantschrift AN.60.99.123' }));

  // Consultation: subjects once a session, documents, and searches that stood.
  for (const id of people.slice(0, 12)) await look(id);
  for (const id of people.slice(0, 4)) await look(id, true);
  await step(['case.sourceConsulted'], () => ask['case.sourceRows']({ id: list, row: 2 }));
  await step([], () => ask['case.sourceRows']({ id: list, row: 3 }));
  for (const typed of ['k', 'kat', 'katrien']) await step([], () => ask['case.search']({ text: typed }));
  await step(['case.searched', 'case.consulted'], () => ask['case.subject']({ id: people[13] ?? '' }));
  await step([], () => ask['case.search']({ text: 'katrien' }));
  await look(people[14] ?? '');

  // Alteration, by hand, undone and redone.
  const [added, statement, link, chart] = [newId(), newId(), newId(), newId()];
  await execute('entity.create', { id: added, type: 'person', values: values({ name: 'Jan Nieuw' }), ...SAID });
  await execute('statement.add', { id: statement, subject: first, subjectKind: 'entity', values: values({ note: 'gezien aan dok 5' }), ...SAID });
  await execute('link.create', { id: link, type: 'knows', from: first, to: added, values: {}, ...SAID });
  await execute('statement.correct', { id: newId(), replaces: statement, values: values({ note: 'gezien aan dok 6' }), grading: null, handling: [], basis: 'fact' });
  await step(['statement.correct'], () => ask['case.undo']({}));
  await step(['statement.correct'], () => ask['case.redo']({}));
  await execute('chart.create', { id: chart, name: 'Netwerk', items: [{ subject: first, x: 0, y: 0 }] });
  for (let at = 1; at < 4; at += 1) await execute('chart.addItems', { chart, items: [{ subject: people[at], x: at, y: 0 }] });
  for (let at = 1; at < 4; at += 1) await execute('chart.moveItems', { chart, items: [{ subject: people[at], x: at, y: 9 }] });

  // Combination.
  await execute('judgement.set', { id: newId(), left: first, right: second, verdict: 'same', reason: 'zelfde toestel' });
  await execute('judgement.set', { id: newId(), left: third, right: fourth, verdict: 'different', reason: '' });

  // Disclosure: to a recipient, for own use, and what main wrote.
  const recipient = newId();
  await execute('recipient.put', { id: recipient, name: 'Parket Antwerpen', service: 'Parket', purpose: 'judicial', rights: { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] } });
  const about = { recipient, purpose: 'judicial' as const, reason: 'kantschrift', basis: 'art. 44/11/9', copyNumber: '1', expires: null };
  const release = (format: 'csv' | 'graphml', to: typeof about | (Omit<typeof about, 'recipient'> & { recipient: null })): Promise<ReleaseRecord> => step(['release.record'], async () => {
    const file = join(temporaryFolder(), `uit.${format}`);
    tokens.grant(file.slice(-100), file);
    return ask['case.exportData']({ job: newId(), file: file.slice(-100), format, scope: { kind: 'case' }, title: 'Uit', about: to });
  });
  const given = await release('csv', about);
  await release('graphml', { ...about, recipient: null, purpose: 'internal' as never, reason: 'eigen nazicht' });
  await step(['release.record'], () => ask['case.recordRelease']({ about, written: { id: newId(), at: new Date().toISOString(), kind: 'clipboard', briefing: null, format: 'text', title: '', language: 'nl', marking: '', sha256: 'ab'.repeat(32), bytes: 10, pages: 0, seq: store.seq, check: { searched: 0, withheld: 0 }, permissions: [] } as never, statements: [] }));

  // What was given does not hold any more: whom to tell is known at once, and that they were told.
  await execute('statement.retract', { ids: [store.db.prepare<[string], string>("SELECT statement.id FROM statement JOIN entity ON entity.n = subject WHERE subject_kind = 'entity' AND entity.id = ? ORDER BY statement.n LIMIT 1").pluck().get(third) ?? ''] });
  const [notice] = await ask['case.notices']({});
  expect(notice).toMatchObject({ release: given.id, recipient: 'Parket Antwerpen', statements: 1, told: null });
  await step(['case.told'], () => ask['case.markTold']({ release: given.id, how: 'brief van 5 mei' }));
  expect((await ask['case.notices']({})).map(({ told }) => told === null)).toEqual([false]);

  // Another reason: what is looked at again is looked at for it. Then erasure.
  const later = await step(['case.reasonGiven'], () => ask['case.giveReason']({ code: 'review', text: '' }));
  await look(first, false, 2);
  await step(['case.erased'], () => ask['case.erase']({ job: newId(), target: { kind: 'subjects', entities: [fourth], links: [] }, reason: 'termijn verstreken', basis: 'art. 5', backups: true }));
  while (steps < STEPS) await look(first, true);
  consultations.end();
  await reads.end();
  expect(steps).toBe(STEPS);

  const rows = store.db.prepare<[number], Row>('SELECT journal.*, patch.content FROM journal LEFT JOIN patch USING (seq) WHERE journal.seq > ? ORDER BY journal.seq').all(before);
  expect(rows.map((row) => row.command)).toEqual(expected);
  expect(verifyJournal(store.db)).toMatchObject({ ok: true });

  const ended = new Date().toISOString();
  const releases = new Map((await ask['case.releases']({})).map((each) => [each.id, each]));
  const duties = new Set<Duty>();
  for (const row of rows) {
    const label = JSON.parse(row.label) as Readonly<Record<string, string | number>>;
    const duty = dutyOf(row.command);
    if (duty !== null) duties.add(duty);
    expect(row.actor).toBe('K. Peeters (FGP Antwerpen)');
    expect(row.workstation).toBe('WS-1');
    expect(row.at >= began && row.at <= ended, row.at).toBe(true);
    if (duty === 'consultation') {
      expect(label['because']).toBe(row.seq < later.seq ? why.seq : later.seq);
      expect(row.command === 'case.searched' ? JSON.parse(row.content ?? '{}') : label).toMatchObject(row.command === 'case.searched' ? { text: 'katrien' } : row.command === 'case.consulted' ? { subject: expect.any(String) } : { source: list });
    }
    if (row.command === 'release.record') {
      expect(label['because']).toBe(why.seq);
      const record = releases.get(String(label['release']));
      expect(record).toMatchObject({ by: 'K. Peeters (FGP Antwerpen)', basis: 'art. 44/11/9', reason: expect.stringMatching(/./) as string });
      expect(record?.recipientId ?? undefined).toBe(label['recipient']);
    }
    if (duty === 'erasure') expect(JSON.parse(row.content ?? '{}')).toMatchObject({ reason: 'termijn verstreken', basis: 'art. 5' });
  }
  expect([...duties].sort()).toEqual(['alteration', 'collection', 'combination', 'consultation', 'disclosure', 'erasure']);
  // What the page shows by duty are the same entries, each once.
  const shown = await Promise.all([...duties].map((duty) => ask['case.journal']({ duty, limit: 1000 })));
  expect(shown.flat().filter((entry) => entry.seq > before)).toHaveLength(rows.filter((row) => dutyOf(row.command) !== null).length);
  expect(JSON.stringify(store.db.prepare('SELECT * FROM journal').all())).not.toMatch(/Katrien|katrien|dok 5|kantschrift|toestel|brief van/);
}, 60_000);
