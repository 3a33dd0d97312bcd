import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { takenBundles } from '../../../electron/case/bundles/conflicts';
import { values } from '../sample';
import { Party, SECRET } from './party';

/** A disk in memory: what is tested is not how fast the machine flushes. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const RUNS = Number(process.env['KNOOP_BUNDLE_RUNS'] ?? 2);

const WHAT = ['person', 'say', 'secret', 'secretPerson', 'tie', 'correct', 'retract', 'dispute', 'judge', 'untie', 'send', 'send', 'take', 'take', 'repeat'] as const;
const step = fc.record({ what: fc.constantFrom(...WHAT), who: fc.nat(2), a: fc.nat(1000), b: fc.nat(1000) });
const plan = fc.record({ steps: fc.array(step, { minLength: 8, maxLength: 24 }), order: fc.infiniteStream(fc.nat(1_000_000)) });

interface Sent { readonly file: string; readonly from: Party }

/** Three services that work, send and take as they like, and what is known of it from outside. */
class World {
  readonly all: Sent[] = [];
  readonly inbox = new Map<Party, Sent[]>();
  readonly taken = new Map<Party, Sent[]>();
  readonly owner = new Map<string, Party>();
  readonly secret = new Set<string>();
  /** Statements that somebody took back who had not made them. */
  readonly disputed = new Set<string>();

  constructor(readonly parties: readonly Party[], readonly readers: readonly string[]) {}

  pick<T>(list: readonly T[], at: number): T | undefined {
    return list.length === 0 ? undefined : list[at % list.length];
  }

  made(party: Party, id: string): void {
    this.owner.set(id, party);
  }

  /** Statements that a command has just made: of an entity or a link that is created, the command does not tell. */
  claim(party: Party, secret = false): void {
    for (const id of party.live('statement')) {
      if (this.owner.has(id)) continue;
      this.made(party, id);
      if (secret) this.secret.add(id);
    }
  }

  private mine(party: Party): string[] {
    return party.live('statement').filter((id) => this.owner.get(id) === party);
  }

  async do({ what, who, a, b }: { readonly what: (typeof WHAT)[number]; readonly who: number; readonly a: number; readonly b: number }): Promise<void> {
    const party = this.parties[who] as Party;
    const subject = this.pick(party.live('entity'), a);
    const other = this.pick(party.live('entity'), b);
    const own = this.pick(this.mine(party), a);
    if (what === 'person') party.person(`Persoon ${a}`);
    else if (what === 'secretPerson') party.person(`Geheim ${a}`, SECRET);
    else if (what === 'say' && subject) party.say(subject, { alias: `Alias ${b}` });
    else if (what === 'secret' && subject) party.say(subject, { alias: `Verborgen ${b}` }, SECRET);
    else if (what === 'tie' && subject && other && subject !== other) party.tie(subject, other);
    else if (what === 'judge' && subject && other && subject !== other) party.judge(subject, other, (['same', 'different', 'unsure'] as const)[(a + b) % 3] ?? 'same');
    else if (what === 'retract' && own) party.do('statement.retract', { ids: [own] });
    else if (what === 'correct' && own) {
      const { subject_kind: kind, secret } = { ...(party.store.db.prepare('SELECT subject_kind FROM statement WHERE id = ?').get(own) as { subject_kind: string }), secret: this.secret.has(own) };
      if (kind === 'entity') party.do('statement.correct', { id: newId(), replaces: own, values: values({ alias: `Beter ${b}` }), grading: null, handling: secret ? SECRET : [], basis: 'fact' });
      this.claim(party, secret);
    } else if (what === 'dispute') {
      const foreign = this.pick(party.live('statement').filter((id) => this.owner.get(id) !== party), a);
      if (foreign) {
        party.do('statement.retract', { ids: [foreign] });
        this.disputed.add(foreign);
      }
    } else if (what === 'untie') {
      const link = this.pick(party.store.db.prepare<[], string>('SELECT id FROM link WHERE seq_retracted IS NULL AND seq_added NOT IN (SELECT seq FROM bundle_step) ORDER BY id').pluck().all(), a);
      if (link) party.do('subject.delete', { entities: [], links: [link] });
    } else if (what === 'send') await this.send(party, this.parties[(who + 1 + (a % 2)) % 3] as Party);
    else if (what === 'take') {
      const waiting = this.inbox.get(party) ?? [];
      const [sent] = waiting.splice(waiting.length === 0 ? 0 : a % waiting.length, 1);
      if (sent) await this.take(party, sent);
    } else if (what === 'repeat') {
      const sent = this.pick(this.taken.get(party) ?? [], a);
      if (sent) await this.again(party, sent);
    }
    this.claim(party, what.startsWith('secret'));
  }

  async send(from: Party, to: Party): Promise<void> {
    const file = await from.send(to, { lock: { kind: 'keys', keys: [to.key, ...this.readers] } }).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'nothingMayLeave') return null;
      throw error;
    });
    if (file === null) return;
    this.all.push({ file, from });
    this.inbox.set(to, [...(this.inbox.get(to) ?? []), { file, from }]);
  }

  async take(party: Party, sent: Sent): Promise<void> {
    await party.take(sent.file);
    this.taken.set(party, [...(this.taken.get(party) ?? []), sent]);
  }

  /** Taking in once more what was taken in, with nothing in between, changes nothing. */
  async again(party: Party, { file }: Sent): Promise<void> {
    await party.take(file);
    const before = party.store.seq;
    await party.take(file);
    expect(party.store.seq).toBe(before);
  }

  /** What is said openly and not disputed, with all that hangs on it: what all sides should agree on. */
  agreed(party: Party): unknown {
    const { db } = party.store;
    const out = (id: string): boolean => !this.secret.has(id) && !this.disputed.has(id);
    const said = db.prepare<[], { id: string; subject: string; source: string; kind: string; values: string; from: string | null; to: string | null }>(
      `SELECT s.id, coalesce(e.id, l.id) AS subject, source.id AS source, s.subject_kind AS kind, s."values", a.id AS "from", b.id AS "to" FROM statement s JOIN source ON source.n = s.source
       LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject LEFT JOIN entity a ON a.n = l.from_n LEFT JOIN entity b ON b.n = l.to_n
       WHERE s.seq_retracted IS NULL AND coalesce(e.seq_retracted, l.seq_retracted) IS NULL ORDER BY s.id`).all().filter(({ id }) => out(id));
    const entities = new Set(said.filter(({ kind }) => kind === 'entity').map(({ subject }) => subject));
    const statements = said.filter(({ kind, from, to }) => kind === 'entity' || (entities.has(from ?? '') && entities.has(to ?? '')));
    const whose = new Map(takenBundles(db).map(({ id, service }) => [id, service]));
    const judgements = db.prepare<[], { id: string; left: string; right: string; verdict: string; bundle: string | null }>('SELECT id, left_id AS "left", right_id AS "right", verdict, bundle FROM judgement LEFT JOIN bundle_step ON bundle_step.seq = seq_added WHERE seq_retracted IS NULL ORDER BY id').all()
      .filter(({ left, right }) => entities.has(left) && entities.has(right)).map(({ id, verdict, bundle }) => [id, verdict, bundle === null ? party.actor.service : whose.get(bundle)]);
    return { entities: [...entities].sort(), links: [...new Set(statements.filter(({ kind }) => kind === 'link').map(({ subject }) => subject))].sort(), statements: statements.map(({ id, values: held }) => [id, held]), sources: [...new Set(statements.map(({ source }) => source))].sort(), judgements };
  }

  /** Everything live, for two that only read. */
  static everything(party: Party): unknown {
    const { db } = party.store;
    return { ...Object.fromEntries((['entity', 'link', 'statement', 'source'] as const).map((table) => [table, party.live(table)])), judgements: db.prepare(`SELECT judgement.id, verdict, content ->> 'service' AS whose FROM judgement JOIN bundle_step ON bundle_step.seq = seq_added JOIN taken_bundle ON taken_bundle.id = bundle_step.bundle WHERE seq_retracted IS NULL ORDER BY 1`).all(), canonical: db.prepare('SELECT id, canonical FROM entity WHERE seq_retracted IS NULL ORDER BY id').all() };
  }

  noSecrets(party: Party): void {
    const foreign = [...this.secret].filter((id) => this.owner.get(id) !== party);
    expect(party.store.db.prepare<[string], string>('SELECT id FROM statement WHERE id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(foreign))).toEqual([]);
  }
}

/** A new order, as the stream of numbers has it, with some of them twice. */
function shuffled<T>(list: readonly T[], numbers: Iterator<number>): T[] {
  const next = (): number => Number(numbers.next().value);
  const left = [...list, ...list.filter(() => next() % 4 === 0)];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(next() % left.length, 1));
  return order;
}

test('services that send each other bundles come to say the same, whatever the order and however often', async () => {
  await fc.assert(fc.asyncProperty(plan, async ({ steps, order }) => {
    const folder = mkdtempSync(join(PLACE, 'knoop-converge-'));
    const [a, b, c, d, e] = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => Party.make(name, folder))) as [Party, Party, Party, Party, Party];
    try {
      const world = new World([a, b, c], [d.key, e.key]);
      for (const party of world.parties) for (const other of world.parties) if (party !== other) party.recipient(other);
      for (const party of world.parties) {
        party.person(`Eerste ${party.name}`);
        world.claim(party);
      }
      for (const each of steps) await world.do(each);
      const numbers = order[Symbol.iterator]();
      for (let round = 0; round < 3; round += 1) {
        for (const from of world.parties) for (const to of world.parties) if (from !== to) await world.send(from, to);
        for (const party of world.parties) for (const sent of shuffled(world.inbox.get(party)?.splice(0) ?? [], numbers)) await world.take(party, sent);
      }
      for (const party of world.parties) world.noSecrets(party);
      expect(world.agreed(b)).toEqual(world.agreed(a));
      expect(world.agreed(c)).toEqual(world.agreed(a));
      // Two that take in all that was ever sent, each in an order of its own.
      for (const reader of [d, e]) for (const { file } of shuffled(world.all, numbers)) await reader.take(file);
      expect(World.everything(e)).toEqual(World.everything(d));
      world.noSecrets(d);
    } finally {
      for (const party of [a, b, c, d, e]) party.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }), { numRuns: RUNS, endOnFailure: true });
}, 1_400_000);
