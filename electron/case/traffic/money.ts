import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { TrafficTold } from '../../../shared/contract/traffic';
import { FLOW_OPTIONS, flows } from '../../../shared/analysis/money/flows';
import { fans, structuring } from '../../../shared/analysis/money/patterns';
import { totalsOf } from '../../../shared/analysis/money/payments';
import { BelgianTime } from '../../../shared/analysis/traffic/rhythm';
import { amountText } from './amounts';
import { chosenOf, momentOf, type ArgumentsFor, type Asking } from './asking';
import type { Chosen } from './chosen';
import type { Money } from './dealings';
import { dealingsAt, namesOf } from './named';
import { byCurrency, DAY, type OneCurrency } from './subset';

type Requests = CaseService['requests'];
/** Of one row so many payments are named. */
const NAMED = 100;
/** Reversed bookings that are named. */
const REVERSED = 200;

/** What an answer about money tells of its making. */
function told({ db }: Asking, { whole, places, told: about }: Chosen<Money>, money: readonly OneCurrency[], found: number, complete = true): TrafficTold {
  const counted = money.reduce((sum, each) => sum + each.places.length, 0);
  const all = new Map<number, number>();
  const reversed: number[] = [];
  for (const at of places) {
    const currency = whole.currency[at]!;
    all.set(currency, (all.get(currency) ?? 0) + 1);
    if (currency >= 0 && whole.amount[at]! <= 0) reversed.push(at);
  }
  const links = db.prepare<[string], string>('SELECT l.id FROM json_each(?) wanted CROSS JOIN link l ON l.n = wanted.value').pluck().all(JSON.stringify(reversed.slice(0, REVERSED).map((at) => whole.links[at]!)));
  return {
    ...about, counted, found, complete, byDay: money.some(({ byDay }) => byDay), withoutAmount: all.get(-1) ?? 0, reversed: reversed.length, reversedLinks: links,
    currencies: whole.currencies.map(({ code }, place) => ({ currency: code, count: all.get(place) ?? 0 })).filter(({ count }) => count > 0),
  };
}

/** Answers case.moneyTotals: reversed bookings count as they are written. Throws Failure chartNotFound. */
export function totals(asking: Asking, args: ArgumentsFor<'case.moneyTotals'>): ResultOf<Requests['case.moneyTotals']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.payments, args);
  const money = byCurrency(chosen, args.currency);
  let found = 0;
  const rows = money.flatMap((payments) => {
    asking.step(0, 2);
    const sums = totalsOf(payments);
    const order = sums.map((_, party) => party).filter((party) => sums[party]!.countIn + sums[party]!.countOut > 0)
      .sort((a, b) => Math.abs(sums[b]!.in) + Math.abs(sums[b]!.out) - Math.abs(sums[a]!.in) - Math.abs(sums[a]!.out) || a - b);
    found += order.length;
    const shown = order.slice(0, args.most);
    const months = byMonth(chosen.whole, payments, new Set(shown));
    return shown.map((party) => ({ party, currency: payments.currency, sum: sums[party]!, months: [...(months.get(party) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)) }));
  });
  const name = namesOf(db, traffic.payments, rows.map(({ party }) => party));
  return {
    told: told(asking, chosen, money, found),
    rows: rows.map(({ party, currency, sum, months }) => ({
      entity: name(party), currency: currency.code, in: amountText(sum.in, currency), out: amountText(sum.out, currency), net: amountText(sum.net, currency), countIn: sum.countIn, countOut: sum.countOut,
      months: months.map(([month, each]) => ({ month, in: amountText(each.in, currency), out: amountText(each.out, currency), net: amountText(each.in - each.out, currency) })),
    })),
  };
}

/** In and out by month of Belgian time ("2026-01"), of some parties; "2026" for what has no more than a year, "" without a date. */
function byMonth(whole: Money, { from, to, amount, places }: OneCurrency, wanted: ReadonlySet<number>): ReadonlyMap<number, ReadonlyMap<string, { in: number; out: number }>> {
  const belgian = new BelgianTime();
  const found = new Map<number, Map<string, { in: number; out: number }>>();
  const put = (party: number, month: string, side: 'in' | 'out', units: number): void => {
    const months = found.get(party) ?? new Map<string, { in: number; out: number }>();
    found.set(party, months);
    const sums = months.get(month) ?? { in: 0, out: 0 };
    sums[side] += units;
    months.set(month, sums);
  };
  const names = new Map<number, string>();
  const monthAt = (at: number): string => {
    const [early, late] = [whole.early[at]!, whole.late[at]!];
    if (Number.isNaN(early)) return '';
    const day = Math.floor(belgian.at(early) / DAY);
    let text = names.get(day);
    if (text === undefined) names.set(day, text = new Date(day * DAY).toISOString().slice(0, 7));
    return late - early > 31 * DAY ? text.slice(0, 4) : text;
  };
  for (let at = 0; at < from.length; at += 1) {
    if (from[at] === to[at]) continue;
    const [out, into] = [wanted.has(from[at]!), wanted.has(to[at]!)];
    if (!out && !into) continue;
    const month = monthAt(places[at]!);
    if (out) put(from[at]!, month, 'out', amount[at]!);
    if (into) put(to[at]!, month, 'in', amount[at]!);
  }
  return found;
}

/** Answers case.flows. Throws Failure chartNotFound, and what `step` throws. */
export function flowing(asking: Asking, args: ArgumentsFor<'case.flows'>): ResultOf<Requests['case.flows']> {
  const { db, traffic } = asking;
  const chosen = chosenOf(asking, traffic.payments, args);
  const money = byCurrency(chosen, args.currency);
  const made = money.map((payments) => {
    const { accounts, stay, share, round, most } = args;
    return { payments, ...flows(payments, { ...FLOW_OPTIONS, accounts, stay: stay * DAY, share, least: args.least * 10 ** payments.currency.decimals, most, start: null, round, follows: payments.follows }, asking.step) };
  });
  const rows = made.flatMap(({ payments, flows: found }) => found.map((flow) => ({ ...flow, currency: payments.currency, places: flow.payments.map((at) => payments.places[at]!) })));
  const name = namesOf(db, traffic.payments, rows.flatMap(({ accounts }) => accounts));
  const view = dealingsAt(db, traffic.payments, rows.flatMap(({ places }) => places));
  return {
    told: told(asking, chosen, money, made.reduce((sum, { total }) => sum + total, 0), made.every(({ complete }) => complete)),
    rows: rows.map(({ accounts, places, carried, share, lasted, currency }) => ({ accounts: accounts.map(name), dealings: places.map(view), carried: amountText(carried, currency), share, days: lasted / DAY })),
  };
}

interface Gathered { readonly account: number; readonly side: 'in' | 'out'; readonly payments: readonly number[]; readonly sum: number }

/** What was found of each currency as rows: first and last moment, the others, the payments. */
function gathered<Found extends Gathered>(asking: Asking, chosen: Chosen<Money>, money: readonly OneCurrency[], find: (payments: OneCurrency) => readonly Found[], most: number) {
  const { db } = asking;
  const { whole } = chosen;
  let total = 0;
  const found = money.flatMap((payments) => {
    asking.step(0, 2);
    const list = find(payments);
    total += list.length;
    return list.slice(0, most).map((each) => {
      const places = each.payments.map((at) => payments.places[at]!);
      const others = [...new Set(places.map((at) => (each.side === 'in' ? whole.from : whole.to)[at]!))];
      return { each, currency: payments.currency, places, others };
    });
  });
  const name = namesOf(db, whole, found.flatMap(({ each, others }) => [each.account, ...others]));
  const view = dealingsAt(db, whole, found.flatMap(({ places }) => places.slice(0, NAMED)));
  return {
    told: told(asking, chosen, money, total),
    rows: found.map(({ each, currency, places, others }) => ({
      found: each,
      row: { entity: name(each.account), side: each.side, count: places.length, sum: amountText(each.sum, currency), others: others.map(name), first: momentOf(whole.early[places[0]!]), last: momentOf(whole.early[places.at(-1)!]), dealings: places.slice(0, NAMED).map(view) },
    })),
  };
}

/** Answers case.structuring. Throws Failure chartNotFound. */
export function underLimit(asking: Asking, args: ArgumentsFor<'case.structuring'>): ResultOf<Requests['case.structuring']> {
  const chosen = chosenOf(asking, asking.traffic.payments, args);
  const { told: about, rows } = gathered(asking, chosen, byCurrency(chosen, args.currency), (payments) => structuring(payments, { limit: args.limit * 10 ** payments.currency.decimals, from: args.floor, within: args.within * DAY, least: args.least }), args.most);
  return { told: about, rows: rows.map(({ row }) => row) };
}

/** Answers case.fans. Throws Failure chartNotFound. */
export function fanning(asking: Asking, args: ArgumentsFor<'case.fans'>): ResultOf<Requests['case.fans']> {
  const chosen = chosenOf(asking, asking.traffic.payments, args);
  const { told: about, rows } = gathered(asking, chosen, byCurrency(chosen, args.currency), (payments) => fans(payments, { others: args.others, within: args.within * DAY }), args.most);
  return { told: about, rows: rows.map(({ row, found }) => ({ ...row, passed: found.passed })) };
}
