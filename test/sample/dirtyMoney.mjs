import facts from './facts.mjs';
import { DAY, STORY_START, bankDay, isoDate, moment } from './moments.mjs';

/** Reports start at this sum of cash or transfer, in cents: everything of the story stays just below. */
const REPORTED = { transfer: 300000, cash: 1000000 };

const dayAt = (at) => moment(isoDate(at));

/** Payments of the story: {at, from, to, cents, text, fromName?, toName?}. */
export function dirtyMoney(holders, random) {
  return [...smurfing(holders, random), ...roundTrips(holders, random), ...shopCash(holders, random), ...rewards(holders, random)];
}

/** Cash comes into many small accounts, goes on below the limit to one collector, and from there abroad each week. */
function smurfing({ byKey, mules, cash }, random) {
  const payments = [];
  for (let week = 0; week < 16; week += 1) {
    const monday = STORY_START + week * 7 * DAY;
    let gathered = 0;
    for (const mule of random.sample(mules, random.between(8, 11))) {
      const cents = REPORTED.transfer - random.between(1000, 42000);
      const day = random.between(0, 2);
      if (random.chance(0.6)) payments.push({ at: monday + day * DAY, from: cash, fromName: 'STORTING CONTANT / VERSEMENT ESPECES', to: mule, cents: cents + random.between(5, 20) * 1000, text: 'Storting loket' });
      payments.push({ at: monday + (day + 1) * DAY, from: mule, to: byKey.collector, cents, text: random.pick(['terugbetaling', 'gsm', 'lening', 'merci', 'huur', 'cadeau', 'voor de wagen', 'remboursement']) });
      gathered += cents;
    }
    const abroad = Math.floor((gathered * 0.84) / 10000) * 10000;
    const toAlbania = week % 4 === 3;
    payments.push({ at: monday + 4 * DAY, from: byKey.collector, to: toAlbania ? byKey.builder : byKey.dubai, cents: abroad, text: toAlbania ? 'Vila Bregu i Arte, kesti' : `INV BD-26${String(week + 1).padStart(2, '0')}` });
  }
  return payments;
}

/** Two companies with one accountant send the same sums to and fro, less a fee. */
function roundTrips({ byKey }, random) {
  const payments = [];
  for (let round = 0; round < 18; round += 1) {
    const out = bankDay(STORY_START + (round * 6 + 2) * DAY);
    const cents = random.between(140, 380) * 10000;
    payments.push({ at: out, from: byKey.forwarder, to: byKey.consultancy, cents, text: `Factuur ${26000 + round * 3} advies logistiek` });
    payments.push({ at: bankDay(out + random.between(2, 4) * DAY), from: byKey.consultancy, to: byKey.forwarder, cents: Math.round(cents * 0.985), text: `Terugbetaling voorschot ${26000 + round * 3}` });
  }
  for (let month = 0; month < 4; month += 1) {
    const payday = bankDay(STORY_START + (month * 30 + 4) * DAY);
    payments.push({ at: payday, from: byKey.forwarder, to: byKey.straw, cents: 120000, text: 'Vergoeding zaakvoerder' });
    payments.push({ at: bankDay(payday + DAY), from: byKey.straw, to: { iban: '', names: [''] }, toName: 'GELDAFHALING / RETRAIT', cents: 100000, text: 'Automaat Kadeplein' });
    payments.push({ at: bankDay(payday + 2 * DAY), from: byKey.forwarder, to: byKey.clerk, cents: 214250, text: 'Loon bediende' });
    payments.push({ at: bankDay(payday + 3 * DAY), from: byKey.forwarder, to: byKey.accountant, cents: 96800, text: 'Ereloon' });
    payments.push({ at: bankDay(payday + 3 * DAY), from: byKey.consultancy, to: byKey.accountant, cents: 72600, text: 'Honoraires' });
  }
  facts.containers.forEach((container) => {
    payments.push({ at: bankDay(dayAt(moment(container.gateOut)) - 16 * DAY), from: byKey.forwarder, to: byKey.shipper, cents: random.between(1800000, 2100000), text: `Piña fresca ${container.number}` });
  });
  return payments;
}

/** A telephone shop pays in more cash than it can sell, each time below the limit, and lends it to the forwarder. */
function shopCash({ byKey, cash }, random) {
  const payments = [];
  for (let week = 0; week < 16; week += 1) {
    const monday = STORY_START + week * 7 * DAY;
    const deposits = [0, 3].map((day) => ({ at: monday + day * DAY, from: cash, fromName: 'STORTING CONTANT / VERSEMENT ESPECES', to: byKey.telshop, cents: REPORTED.cash - random.between(10, 90) * 1000, text: 'Dagontvangsten' }));
    payments.push(...deposits);
    if (week % 2 === 1) payments.push({ at: monday + 4 * DAY, from: byKey.telshop, to: byKey.forwarder, cents: random.between(300, 370) * 10000, text: 'Lening aandeelhouder' });
  }
  return payments;
}

/** Three days after a container left, the planner's wife "sells" something; the night before a fire costs 1,500 euros. */
function rewards({ byKey, mules }) {
  const after = (iso, days) => bankDay(dayAt(moment(iso)) + days * DAY);
  const [first, second, third] = facts.containers;
  return [
    { at: after(first.gateOut, 3), from: byKey.collector, to: byKey.plannerWife, cents: 750000, text: 'verkoop keuken' },
    { at: after(second.gateOut, 3), from: byKey.collector, to: byKey.plannerWife, cents: 750000, text: 'verkoop meubels' },
    { at: after(third.gateOut, -2), from: byKey.collector, to: byKey.plannerWife, cents: 375000, text: 'voorschot fiets' },
    { at: after(first.gateOut, 1), from: byKey.collector, to: byKey.driver, cents: 290000, text: 'transport' },
    { at: after(second.gateOut, 1), from: byKey.collector, to: byKey.driver, cents: 290000, text: 'transport' },
    { at: after(first.gateOut, 2), from: byKey.collector, to: byKey.spotter, cents: 95000, text: 'schoenen' },
    { at: after(second.gateOut, 2), from: byKey.collector, to: byKey.spotter, cents: 95000, text: 'schoenen' },
    { at: after(facts.arson, 1), from: mules[0], to: byKey.arsonist, cents: 150000, text: 'playstation' },
    { at: after('2025-12-09', 0), from: byKey.coordinator, to: byKey.partner, cents: 45000, text: 'qiraja' },
    { at: after('2026-02-09', 0), from: byKey.collector, to: byKey.partner, cents: 180000, text: 'huur Vuurtorenlaan' },
  ];
}
