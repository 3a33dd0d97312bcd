import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseStore } from '../../../electron/case/store';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { trafficRequests } from '../../../shared/contract/traffic';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { answer } from '../../../electron/case/traffic/answer';
import { TrafficMemory } from '../../../electron/case/traffic/trafficMemory';
import type { TrafficQuestion } from '../../../electron/case/traffic/trafficThread';
import { ACTOR, newCase } from '../place';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const facts = JSON.parse(readFileSync(join(ROOT, 'test', 'sample', 'facts.json'), 'utf8')) as { readonly phones: Readonly<Record<string, string>>; readonly accounts: Readonly<Record<string, string>> };

/** A case with the calls and payments of the sample. */
async function sample(): Promise<CaseStore> {
  const { store } = await newCase();
  for (const name of ['retro_telefonie.csv', 'bank_verrichtingen.csv']) {
    const document = { path: join(ROOT, 'resources', 'sample', name), name };
    const preview = await previewTableImport(store.db, store.catalogue, document);
    await runImport({ folder: store.folder, key: store.key }, { document, mapping: preview.proposal, recipe: preview.recipe, again: false, actor: ACTOR }, UNWATCHED);
    store.reload();
  }
  return store;
}

test('the questions find the story of the sample', async () => {
  const store = await sample();
  const memory = new TrafficMemory(store.db);
  const ask = <Q extends TrafficQuestion>(question: Q, args: object = {}): ResultOf<CaseService['requests'][Q]> => {
    const parsed = trafficRequests[question].args.parse({ job: 'j', scope: { kind: 'case' }, ...args });
    return trafficRequests[question].result.parse(answer(store.db, store.catalogue, memory, { question, args: parsed, mode: 'judged' }, () => undefined)) as never;
  };
  const entity = (value: string): string => store.db.prepare<[string], string>('SELECT e.id FROM identifier i JOIN entity e ON e.n = i.entity WHERE i.value = ?').pluck().get(value) ?? '';
  const phone = (who: string): string => entity(facts.phones[who]!);
  const account = (who: string): string => entity(facts.accounts[who]!);

  // The card swap stands first among replacements, with its circle.
  {
    const [first] = ask('case.replacements').rows;
    expect([first!.old, first!.next]).toEqual([phone('coordinatorOld'), phone('coordinatorNew')]);
    expect(first!.shared).toEqual(expect.arrayContaining(['driver', 'planner', 'collector', 'spotter', 'straw', 'partner', 'shipper', 'buyer'].map(phone)));
    expect(new Date(first!.firstNext).toISOString()).toBe('2026-01-31T07:12:00.000Z');
    expect(first!.gap * 24).toBeCloseTo(9 + 25 / 60, 6);
  }

  // Both cards of the coordinator fall silent and never come back.
  {
    const rows = ask('case.silences').rows.slice(0, 2);
    expect(rows.map((row) => [row.entity, row.until])).toEqual([[phone('coordinatorOld'), null], [phone('coordinatorNew'), null]]);
  }

  // The two cards and the number abroad share the partner and the collector.
  {
    const { rows } = ask('case.commonContacts', { ids: ['coordinatorOld', 'coordinatorNew', 'coordinatorAbroad'].map(phone), least: 3 });
    expect(rows.map((row) => row.entity).toSorted()).toEqual(['partner', 'collector'].map(phone).toSorted());
  }

  // After the seizure the partner hears from abroad and no more from the card.
  {
    const found = ask('case.changedContacts', { id: phone('partner'), at: '2026-03-07' });
    expect(found.appeared.map((row) => row.entity)).toContain(phone('coordinatorAbroad'));
    expect(found.dropped.map((row) => row.entity)).toEqual(expect.arrayContaining([phone('coordinatorOld'), phone('coordinatorNew')]));
  }

  // Forwarder and consultancy send the same sums to and fro.
  {
    const { rows } = ask('case.flows', { round: true, stay: 6 });
    const own = rows.filter(({ accounts }) => accounts[0] === account('forwarder') && accounts[1] === account('consultancy'));
  // Eighteen times less a fee of 1.5 per cent..
    expect(own.filter(({ share }) => Math.abs(share - 0.985) < 1e-9).length).toBeGreaterThanOrEqual(17);
  }

  // Small sums gather at the collector below the limit, and the telephone shop pays in cash below its own.
  {
    const smurfs = ask('case.structuring', { limit: 3000, floor: 0.7 }).rows.find((row) => row.entity === account('collector') && row.side === 'in');
    expect(smurfs!.count).toBeGreaterThan(100);
    const cash = ask('case.structuring', { limit: 10_000, floor: 0.9 }).rows.find((row) => row.entity === account('telshop') && row.side === 'in');
    expect(cash!.count).toBe(32);
    expect(ask('case.fans').rows.find((row) => row.entity === account('collector') && row.side === 'in')!.passed).toBeGreaterThan(0.7);
  }

  // Totals are those that the rows of the file add up to.
  {
    const { rows, told } = ask('case.moneyTotals');
    const total = rows.find((row) => row.entity === account('collector'))!;
    const cents = { in: 0n, out: 0n };
    const iban = facts.accounts['collector']!;
    for (const line of readFileSync(join(ROOT, 'resources', 'sample', 'bank_verrichtingen.csv'), 'utf8').split(/\r?\n/).slice(1)) {
      const [from = '', , to = '', , , amount = ''] = line.split(';');
      const value = BigInt(amount.replaceAll('.', '').replace(',', '') || '0');
      if (from.replaceAll(' ', '') === iban) cents.out += value;
      if (to.replaceAll(' ', '') === iban) cents.in += value;
  }
  const shown = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')} EUR`;
  expect([total.in, total.out]).toEqual([shown(cents.in), shown(cents.out)]);
  expect(told).toMatchObject({ undated: 1, withoutAmount: 1, byDay: true });
  }
}, 60_000);
