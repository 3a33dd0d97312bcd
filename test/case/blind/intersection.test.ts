import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlindEntry } from '../../../electron/case/blind/ownList';
import { doSlice, entryText, newSecret } from '../../../electron/case/blind/points';
import { nameRules } from '../../../electron/case/blind/nameRules';
import { nameEntries } from '../../../electron/case/blind/nameKeys';
import { NAME_RULES, sizeClassOf } from '../../../electron/case/blind/terms';
import type { Label, Terms } from '../../../electron/case/blind/terms';
import { curve, powers } from './group';
import { Exchange, phones, TERMS } from './session';

const VARIANTS: readonly Pick<Terms, 'tells' | 'sides'>[] = [{ tells: 'entries', sides: 'both' }, { tells: 'entries', sides: 'initiator' }, { tells: 'number', sides: 'both' }, { tells: 'number', sides: 'initiator' }];

const refsOf = (hits: readonly Label[] | null): string[] | null => (hits === null ? null : hits.flatMap(({ refs }) => refs).toSorted());
const known = (entry: BlindEntry): string => `${entry.kind} ${entry.value}`;
const entries = fc.array(fc.record({ kind: fc.constantFrom('phone', 'nameBirth', 'plate'), value: fc.integer({ min: 1, max: 60 }).map(String), ref: fc.integer({ min: 1, max: 40 }).map((at) => `e${at}`) }), { minLength: 1, maxLength: 130 });
/** What plain sets give. */
function plain(mine: readonly BlindEntry[], others: readonly BlindEntry[]): { readonly count: number; readonly refs: string[] } {
  const theirs = new Set(others.map(known));
  const hits = mine.filter((entry) => TERMS.kinds.includes(entry.kind) && theirs.has(known(entry)));
  const byEntry = new Map<string, Set<string>>();
  for (const entry of hits) byEntry.set(known(entry), (byEntry.get(known(entry)) ?? new Set()).add(entry.ref));
  return { count: byEntry.size, refs: [...byEntry.values()].flatMap((refs) => [...refs]).toSorted() };
}

describe('blinded lists', () => {
  it('give exactly the intersection of the plain sets, whatever the lists, their order and what was agreed', async () => {
    await fc.assert(fc.asyncProperty(entries, entries, fc.constantFrom(...VARIANTS), async (ours, theirs, variant) => {
      fc.pre([ours, theirs].every((list) => list.some(({ kind }) => TERMS.kinds.includes(kind))));
      const exchange = new Exchange(powers, { ...TERMS, ...variant });
      try {
        const { north, south, files } = await exchange.play(ours, theirs);
        const [here, there] = [plain(ours, theirs), plain(theirs, ours)];
        expect(north.count).toBe(here.count);
        expect(refsOf(north.hits)).toEqual(variant.tells === 'entries' ? here.refs : null);
        expect(south === null).toBe(variant.sides === 'initiator');
        if (south !== null) expect([south.count, refsOf(south.hits)]).toEqual([there.count, variant.tells === 'entries' ? there.refs : null]);
        expect(files).toHaveLength(variant.sides === 'both' ? 3 : 2);
      } finally {
        exchange.close();
      }
    }), { numRuns: 40 });
  });

  it.each(VARIANTS)('do so on the curve ($tells, $sides)', async (variant) => {
    const exchange = new Exchange(curve, { ...TERMS, ...variant });
    const [ours, theirs] = [phones(['+32470550127', '+32470550128', '+32470550129']), phones(['+32470550129', '+31612345678', '+32470550127'])];
    const { north, south, files } = await exchange.play(ours, theirs);
    exchange.close();
    for (const outcome of [north, ...(south === null ? [] : [south])]) {
      expect(outcome).toMatchObject({ count: 2, othersAtMost: 100 });
      expect(refsOf(outcome.hits)).toEqual(variant.tells === 'entries' ? ['of +32470550127', 'of +32470550129'] : null);
    }
    const session = /"session":"([^"]+)"/.exec(files[0]?.toString('latin1') ?? '')?.[1] ?? '';
    const one = new Uint8Array(32);
    one[0] = 1;
    for (const { kind, value, ref } of [...ours, ...theirs]) {
      // Nothing by which an entry could be tested without a secret: not itself, nor its bare point, nor a plain hash.
      const bare = Buffer.from(doSlice({ does: 'hash', session, texts: [entryText(kind, value)], secret: one }));
      const hashes = ['sha256', 'sha512'].flatMap((name) => [value, entryText(kind, value)].map((text) => createHash(name).update(text).digest()));
      for (const file of files) for (const sought of [bare, ...hashes, Buffer.from(value), Buffer.from(value.slice(1)), Buffer.from(ref), ...hashes.map((hash) => Buffer.from(hash.toString('hex')))]) expect(file.includes(sought)).toBe(false);
    }
  });

  it('say only the size class of a list, and nothing twice alike', async () => {
    expect([1, 100, 101, 501, 1000, 99_999, 100_001].map(sizeClassOf)).toEqual([100, 100, 200, 1000, 1000, 100_000, 200_000]);
    const exchange = new Exchange(powers, { ...TERMS, sides: 'initiator' });
    const sizes = new Set<number>();
    const points = new Set<string>();
    let all = 0;
    for (const count of [1, 40, 100]) {
      const { files } = await exchange.play(phones(Array.from({ length: count }, (_, at) => `+3247000${at}`)), phones(['+31612345678']));
      const file = files.at(-2) ?? Buffer.alloc(0);
      sizes.add(file.length);
      for (let at = file.indexOf(0x0a) + 1; at + 32 < file.length - 200; at += 32, all += 1) points.add(file.subarray(at, at + 32).toString('hex'));
    }
    exchange.close();
    expect(sizes.size).toBe(1);
    expect(points.size).toBe(all);
  });

  it('have the same point for the same entry in every version', () => {
    const one = new Uint8Array(32);
    one[0] = 1;
    expect(Buffer.from(doSlice({ does: 'hash', session: '00000000-0000-4000-8000-000000000000', texts: [entryText('phone', '+32470550127')], secret: one })).toString('hex')).toBe('58526276b2899e745fb34f63b893e417f7a31e22471b2231cec1b8e0be6fca5a');
  });

  it('commute: the order of the secrets makes no difference', () => {
    const [a, b] = [newSecret(), newSecret()];
    const first = (secret: Uint8Array): Uint8Array => doSlice({ does: 'hash', session: 's', texts: ['x', 'y'], secret });
    expect(doSlice({ does: 'times', points: first(a), secret: b })).toEqual(doSlice({ does: 'times', points: first(b), secret: a }));
    expect(first(a)).not.toEqual(first(b));
  });
});

const GOLDEN = ['nameBirth anit bkr 1989', 'nameBirth asnit bkr 1989', 'nameBirth bkr knt 1989', 'nameBirth bkr snt 1989', 'nameWhole acmed bakrawi'];

describe('keys of names', () => {
  const keys = (name: string, birth: string): Set<string> => new Set([...nameEntries([name], [birth], 'e')].map(({ kind, value }) => `${kind} ${value}`));
  const meet = (a: string, b: string): boolean => [...keys(a, '1989-07-27')].some((key) => key.startsWith('nameBirth') && keys(b, '~1989').has(key));

  it.each([
    ['El Bakraoui, Ibrahim', 'Brahim Bakraui'], ['Ibrahim EL BAKRAOUI', 'Ebrahim Elbakrawi'], ['Khaled Ben Achour', 'Haled Benachour'], ['Ahmed Cherif', 'Achmed Sherif'], ['Vladimir Petrov', 'Владимир Петров'], ['Jan van den Bossche', 'VANDENBOSSCHE Jan'], ['Omar Haddad', 'HADAD Umar'],
  ])('%s meets %s', (a, b) => expect(meet(a, b)).toBe(true));

  it.each([['Ibrahim El Bakraoui', 'Ibrahim El Amrani'], ['Jan Peeters', 'Dirk Peeters'], ['Ibrahim', 'Brahim'], ['Rein Heikkilä', 'Granza Armen Coelho']])('%s does not meet %s', (a, b) => expect(meet(a, b)).toBe(false));

  it('are named by what they make of known names: the other side may run an older Knoop', () => {
    expect(NAME_RULES).toMatch(/^bones-[0-9a-f]{16}$/);
    expect(nameRules()).toBe(NAME_RULES);
    expect([...keys('Achmed El Bakraoui', '1989-07-27')].toSorted()).toEqual(GOLDEN);
  });

  it('differ by year of birth', () => {
    const [a, b] = [keys('Ibrahim El Bakraoui', '1989-07-27'), keys('Ibrahim El Bakraoui', '1986-10-09')];
    expect([...a].filter((key) => b.has(key) && key.startsWith('nameBirth'))).toEqual([]);
  });
});
