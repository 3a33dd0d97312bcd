import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBlind, writeBlind } from '../../../electron/case/blind/file';
import type { BlindFile, Draft } from '../../../electron/case/blind/file';
import { answer, begin, conclude, finish } from '../../../electron/case/blind/rounds';
import type { Begun } from '../../../electron/case/blind/rounds';
import { MOST_ENTRIES } from '../../../electron/case/blind/terms';
import type { Header } from '../../../electron/case/blind/terms';
import { curve, powers } from './group';
import { AT, Exchange, ignoring, kept, newKeys, phones, serviceOf, TERMS } from './session';

const [OURS, THEIRS] = [phones(['1', '2', '3']), phones(['2', '3', '4'])];
const refused = (code: string): object => ({ code });

let exchange: Exchange;
beforeEach(() => {
  exchange = new Exchange(powers);
});
afterEach(() => exchange.close());

const started = (): Promise<Begun> => begin(exchange.terms, exchange.north.party, exchange.south.party, OURS, exchange.doing);
/** A draft with another head, signed all the same: a liar's, not a meddler's. */
const changed = ({ header, points }: Draft, change: Partial<Header>): Draft => ({ header: { ...header, ...change }, points });
const pathOf = (bytes: Uint8Array | string): string => {
  const path = join(exchange.folder, 'strange');
  writeFileSync(path, bytes);
  return path;
};
const reading = (bytes: Uint8Array | string, most = MOST_ENTRIES) => (): BlindFile => readBlind(pathOf(bytes), most);
const rewritten = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

describe('a file that is not what it should be', () => {
  it('is refused where any of its bytes was changed', async () => {
    const bytes = readFileSync(exchange.put((await started()).draft, exchange.north.keys));
    // Every place of the head and of the seal, and some of the points.
    const end = bytes.indexOf(0x0a);
    for (let at = 0; at < bytes.length; at += at > end && at < bytes.length - 260 ? 97 : 7) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(reading(other), `byte ${at}`).toThrow(/^blind(Damaged|Signature|Newer|TooLarge)$/);
    }
  });

  it('is refused where it was cut short, made longer, or is another kind of file', async () => {
    const bytes = readFileSync(exchange.put((await started()).draft, exchange.north.keys));
    for (const size of [0, 10, bytes.indexOf(0x0a) + 1, bytes.length - 300, bytes.length - 1]) expect(reading(bytes.subarray(0, size)), `${size} bytes`).toThrow('blindDamaged');
    for (const other of [Buffer.concat([bytes, Buffer.alloc(32)]), Buffer.concat([bytes, Buffer.alloc(500)]), '{}\n', '[]\n', 'PK\u0003\u0004', `{"format":"knoop-blind"}\n`, `${'['.repeat(20_000)}\n`, 'a'.repeat(100_000)]) expect(reading(other)).toThrow('blindDamaged');
    expect(reading(rewritten(bytes, '"version":1}\n', '"version":2}\n'))).toThrow('blindNewer');
    expect(reading(rewritten(bytes, '"own":100', '"own":1e6'))).toThrow('blindDamaged');
    expect(reading(bytes, 50)).toThrow('blindTooLarge');
    expect(() => readBlind(join(exchange.folder, 'none'), MOST_ENTRIES)).toThrow(expect.objectContaining({ code: 'fileNotFound' }));
    expect(() => readBlind(exchange.folder, MOST_ENTRIES)).toThrow('blindDamaged');
  });

  it.skipIf(process.platform === 'win32')('is no pipe', () => {
    const folder = mkdtempSync(join(tmpdir(), 'knoop-pipe-'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(() => readBlind(join(folder, 'pipe'), MOST_ENTRIES)).toThrow('blindDamaged');
    rmSync(folder, { recursive: true });
  });

  it('bears the signature of who it says, and of who is expected', async () => {
    const { draft } = await started();
    expect(() => writeBlind(join(exchange.folder, 'x'), draft, newKeys())).toThrow('blindSignature');
    expect(() => writeBlind(join(exchange.folder, 'x'), draft, null)).toThrow('blindSignature');
    const bytes = readFileSync(exchange.put(draft, exchange.north.keys));
    // Signed anew by another, under the first one's name; and with the signature left out.
    const meddler = serviceOf('Politie Noord');
    const file = exchange.sent(changed(draft, { from: meddler.party }), meddler);
    await expect(answer(file, exchange.accepting(THEIRS), exchange.doing)).rejects.toMatchObject(refused('blindSignature'));
    const seal = bytes.lastIndexOf('{');
    const { sha256 } = JSON.parse(bytes.subarray(seal).toString('utf8')) as { sha256: string };
    expect(reading(Buffer.concat([bytes.subarray(0, seal), Buffer.from(`${JSON.stringify({ sha256, signature: null })}\n`)]))).toThrow('blindSignature');
    const silent = serviceOf('Politie Noord', null);
    const unsigned = exchange.sent(changed(draft, { from: silent.party }), silent);
    await expect(answer(unsigned, exchange.accepting(THEIRS), exchange.doing)).rejects.toMatchObject(refused('blindSignature'));
    await expect(answer(unsigned, exchange.accepting(THEIRS, { signer: null }), exchange.doing)).resolves.toBeDefined();
  });

  it('holds points of the curve and not the neutral one', async () => {
    const on = new Exchange(curve);
    const first = await begin(on.terms, on.north.party, on.south.party, OURS, on.doing);
    const twice = Buffer.from(first.draft.points);
    twice.copy(twice, 0, 32, 64);
    const zero = Buffer.from(first.draft.points);
    zero.fill(0, 0, 32);
    const none = Buffer.from(first.draft.points);
    none.fill(0xff, none.length - 32);
    // One that is a point of Ed25519 but no encoding of this group: its sign bit is set.
    const negative = Buffer.from(ristretto255.Point.BASE.toBytes());
    negative[31] = (negative[31] ?? 0) | 0x80;
    const sign = Buffer.concat([first.draft.points.subarray(0, -32), negative]);
    for (const [points, code] of [[twice, 'blindDamaged'], [zero, 'blindPoint'], [none, 'blindPoint'], [sign, /^blind(Point|Damaged)$/]] as const) {
      await expect(answer(on.sent({ ...first.draft, points }, on.north), on.accepting(THEIRS), on.doing)).rejects.toThrow(code);
    }
    const second = await answer(on.sent(first.draft, on.north), on.accepting(THEIRS), on.doing);
    const bad = Buffer.from(second.draft.points);
    bad.fill(0, 32, 64);
    await expect(conclude(first.state, on.sent({ ...second.draft, points: bad }, on.south), on.doing)).rejects.toMatchObject(refused('blindPoint'));
    on.close();
  });
});

describe('a session', () => {
  it('takes each round once, in its turn, of itself alone', async () => {
    const first = await started();
    const opening = exchange.sent(first.draft, exchange.north);
    await expect(answer(opening, exchange.accepting(THEIRS, { answered: new Set([opening.header.session]) }), exchange.doing)).rejects.toMatchObject(refused('blindReplayed'));
    const second = await answer(opening, exchange.accepting(THEIRS), exchange.doing);
    const back = exchange.sent(second.draft, exchange.south);
    await expect(answer(back, exchange.accepting(THEIRS), exchange.doing)).rejects.toMatchObject(refused('blindRound'));
    await expect(conclude(first.state, opening, exchange.doing)).rejects.toMatchObject(refused('blindRound'));
    const other = await started();
    await expect(conclude(other.state, back, exchange.doing)).rejects.toMatchObject(refused('blindSession'));
    // The right session, but in answer to another file.
    await expect(conclude(first.state, exchange.sent(changed(second.draft, { before: 'a'.repeat(64) }), exchange.south), exchange.doing)).rejects.toMatchObject(refused('blindSession'));
    const third = await conclude(kept(first.state), back, exchange.doing);
    if (third.draft === null || second.state === null) throw new Error('both learn');
    const last = exchange.sent(third.draft, exchange.north);
    await expect(finish(first.state, last, exchange.doing)).rejects.toMatchObject(refused('blindRound'));
    await expect(conclude(first.state, last, exchange.doing)).rejects.toMatchObject(refused('blindRound'));
    expect(await finish(second.state, last, exchange.doing)).toMatchObject({ count: 2 });
  });

  it('keeps to what was agreed', async () => {
    const { draft } = await started();
    const file = exchange.sent(draft, exchange.north);
    await expect(answer(file, exchange.accepting(THEIRS, { terms: { ...TERMS, tells: 'number' } }), exchange.doing)).rejects.toMatchObject(refused('blindTerms'));
    await expect(answer(file, exchange.accepting(THEIRS), { ...exchange.doing, at: '2026-07-01T00:00:00.000Z' })).rejects.toMatchObject(refused('blindExpired'));
    await expect(answer(file, exchange.accepting(THEIRS, { from: serviceOf('Derde').party }), exchange.doing)).rejects.toMatchObject(refused('blindNotForUs'));
    await expect(answer(file, exchange.accepting([]), exchange.doing)).rejects.toMatchObject(refused('blindEmpty'));
    await expect(answer(file, exchange.accepting(phones(Array.from({ length: 1001 }, (_, at) => String(at)))), exchange.doing)).rejects.toMatchObject(refused('blindTooLarge'));
    const small = { ...TERMS, most: 2 };
    await expect(begin(small, exchange.north.party, exchange.south.party, OURS, exchange.doing)).rejects.toMatchObject(refused('blindTooLarge'));
    const rules = { ...TERMS, nameRules: 'bones-9' };
    await expect(begin(rules, exchange.north.party, exchange.south.party, OURS, exchange.doing)).rejects.toMatchObject(refused('blindNewer'));
    // More than agreed, by a sender who says otherwise.
    const wide = await begin({ ...TERMS, most: 5000 }, exchange.north.party, exchange.south.party, phones(Array.from({ length: 1001 }, (_, at) => String(at))), exchange.doing);
    await expect(answer(exchange.sent(changed(wide.draft, { terms: TERMS }), exchange.north), exchange.accepting(THEIRS), exchange.doing)).rejects.toMatchObject(refused('blindTooLarge'));
  });

  it('takes no answer that leaves points out, or is our own list', async () => {
    const first = await started();
    const second = await answer(exchange.sent(first.draft, exchange.north), exchange.accepting(THEIRS), exchange.doing);
    const { header, points } = second.draft;
    const shorter = { header: { ...header, counts: { theirs: 99, own: 100 } }, points: points.subarray(32) };
    await expect(conclude(first.state, exchange.sent(shorter, exchange.south), exchange.doing)).rejects.toMatchObject(refused('blindDamaged'));
    const mirror = { header, points: Buffer.concat([points.subarray(0, 3200), first.draft.points]) };
    await expect(conclude(first.state, exchange.sent(mirror, exchange.south), exchange.doing)).rejects.toMatchObject(refused('blindReflected'));
    const turned = { header, points: Buffer.concat([points.subarray(0, 3200), points.subarray(3232), points.subarray(3200, 3232)]) };
    await expect(conclude(first.state, exchange.sent(turned, exchange.south), exchange.doing)).rejects.toMatchObject(refused('blindDamaged'));
  });

  it('tells how far it is and stops when asked', async () => {
    const seen: number[] = [];
    const watch = { progress: (done: number) => void seen.push(done), cancelled: () => seen.length >= 1 };
    await expect(begin(TERMS, exchange.north.party, exchange.south.party, OURS, { multiplier: powers, watch, at: AT })).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toHaveLength(1);
    await expect(begin(TERMS, exchange.north.party, exchange.south.party, OURS, { multiplier: powers, watch: ignoring, at: AT })).resolves.toBeDefined();
  });
});
