import facts from './facts.mjs';
import { DAY, HOUR, MINUTE, STORY_START, dayOf, moment } from './moments.mjs';

const { phones, cells } = facts;
const SWAP_OFF = moment(facts.swap.lastCallOld);
const SWAP_ON = moment(facts.swap.firstCallNew);
const SILENT_FROM = moment('2026-03-06T01:10:00');
/** Whom the coordinator keeps in touch with whichever card is in his phone. */
const COORDINATOR_CIRCLE = [phones.driver, phones.planner, phones.collector, phones.spotter, phones.straw, phones.partner, phones.shipper, phones.buyer];

/** The calls that make the story; each as {at, a, b, seconds, kind, cell}. */
export function storyCalls(random) {
  const calls = [];
  const add = (at, a, b, cellId, seconds = random.between(15, 240)) => calls.push({ at, a, b, seconds, kind: seconds === 0 ? 'SMS-MO' : 'MOC', cell: cellId });
  coordinatorRhythm(add, random);
  facts.containers.forEach((container) => departure(add, random, moment(container.gateOut)));
  cardSwap(add);
  warning(add, random, moment(facts.arson));
  afterSeizure(add, random, moment(facts.seizure.at));
  return calls;
}

/** The number that the coordinator uses at a moment, or null when neither card is on. */
function coordinatorAt(at) {
  if (at <= SWAP_OFF) return phones.coordinatorOld;
  return at >= SWAP_ON && at < SILENT_FROM ? phones.coordinatorNew : null;
}

function coordinatorRhythm(add, random) {
  for (let day = STORY_START; day < SILENT_FROM; day += DAY) {
    const count = random.between(0, 3);
    for (let i = 0; i < count; i += 1) {
      const at = day + random.between(11 * HOUR, 23 * HOUR);
      const number = coordinatorAt(at);
      if (number === null) continue;
      const other = random.chance(0.4) ? phones.partner : random.pick(COORDINATOR_CIRCLE);
      if (random.chance(0.6) || !other.startsWith('+32')) add(at, number, other, cells.coordinatorHome);
      else add(at, other, number, other === phones.driver ? 'RG-0811' : 'SO-0101');
    }
  }
}

/** A container leaves: calls swell over a day and a half, the driver waits at the gate, then stops at the warehouse. */
function departure(add, random, out) {
  const boss = (at) => coordinatorAt(at) ?? phones.coordinatorNew;
  const before = (hours) => out - Math.round(hours * HOUR) + random.between(-9, 9) * MINUTE;
  [35, 31, 27.5, 26.8, 14].forEach((hours) => { const at = before(hours); add(at, boss(at), phones.planner, cells.coordinatorHome, random.between(20, 95)); });
  [26.6, 9].forEach((hours) => { const at = before(hours); add(at, phones.planner, boss(at), 'SO-0415', 0); });
  [30, 22, 12, 6, 3, 2.2, 1.4].forEach((hours) => { const at = before(hours); add(at, boss(at), phones.driver, cells.coordinatorHome, random.between(10, 70)); });
  [33, 20].forEach((hours) => { const at = before(hours); add(at, boss(at), phones.shipper, cells.coordinatorHome, random.between(120, 400)); });
  [8, 4, 2, 1.1].forEach((hours) => { const at = before(hours); add(at, phones.spotter, boss(at), 'SO-0409', random.chance(0.5) ? 0 : 22); });
  add(out - 21 * MINUTE, phones.driver, phones.spotter, cells.gate, 31);
  add(out - 9 * MINUTE, phones.driver, boss(out), cells.gate, 0);
  add(out + 6 * MINUTE, phones.driver, boss(out), cells.gate, 18);
  add(out + 29 * MINUTE, phones.driver, boss(out), 'RG-0814', 26);
  add(out + 58 * MINUTE, phones.driver, phones.straw, cells.warehouse, 44);
  add(out + 74 * MINUTE, phones.driver, boss(out), cells.warehouse, 0);
  add(out + 2 * HOUR, boss(out), phones.collector, cells.coordinatorHome, 61);
  if (out < moment(facts.seizure.at) - DAY) {
    const nextDay = dayOf(out) + DAY;
    add(nextDay + 10 * HOUR, boss(nextDay), phones.buyer, cells.coordinatorHome, 187);
    add(nextDay + 16 * HOUR, phones.buyer, boss(nextDay), null, 95);
    add(nextDay + 18 * HOUR, boss(nextDay), phones.collector, cells.coordinatorHome, 73);
  }
}

/** One card falls silent in the evening, another starts the next morning with the same people. */
function cardSwap(add) {
  add(SWAP_OFF, phones.coordinatorOld, phones.partner, cells.coordinatorHome, 52);
  COORDINATOR_CIRCLE.slice(0, 7).forEach((other, index) => add(SWAP_ON + index * 11 * MINUTE, phones.coordinatorNew, other, cells.coordinatorHome, index % 2 === 0 ? 0 : 34));
  add(moment(facts.swap.handsetReuse), phones.spotter, phones.driver, 'SO-0104', 39);
}

/** The clerk asks questions; a number that never called before reaches the arsonist, and a van burns. */
function warning(add, random, fire) {
  add(fire - 3 * DAY - 9 * HOUR, phones.clerk, phones.straw, cells.warehouse, 412);
  add(fire - 3 * DAY - 8 * HOUR, phones.straw, phones.coordinatorNew, 'SO-0122', 233);
  [58, 51, 33, 20, 7].forEach((hours) => add(fire - hours * HOUR + random.between(-20, 20) * MINUTE, phones.coordinatorNew, phones.arsonist, cells.coordinatorHome, random.between(25, 130)));
  add(fire - 29 * HOUR, phones.arsonist, phones.clerk, 'SO-0101', 0);
  add(fire - 30 * HOUR, phones.arsonist, phones.clerk, 'SO-0101', 7);
  add(fire - 17 * MINUTE, phones.arsonist, phones.coordinatorNew, cells.clerkHome, 0);
  add(fire + 12 * MINUTE, phones.arsonist, phones.coordinatorNew, 'KB-0221', 9);
  add(fire + 7 * MINUTE, phones.clerk, '112', cells.clerkHome, 96);
  add(fire + 9 * HOUR, phones.clerk, phones.straw, cells.clerkHome, 640);
}

/** The load is taken: a round of calls within the hour, then the card goes silent and a number abroad takes over. */
function afterSeizure(add, random, seized) {
  COORDINATOR_CIRCLE.forEach((other, index) => {
    add(seized + (9 + index * 4) * MINUTE, phones.coordinatorNew, other, cells.coordinatorHome, random.between(8, 60));
    if (index < 5) add(seized + (31 + index * 3) * MINUTE, phones.coordinatorNew, other, 'RG-0811', 0);
  });
  add(SILENT_FROM - 20 * MINUTE, phones.coordinatorNew, phones.partner, 'RG-0820', 205);
  const returns = moment('2026-03-08T19:30:00');
  [0, 1, 3, 4, 7, 9, 12, 15, 18].forEach((days) => add(returns + days * DAY + random.between(0, 90) * MINUTE, phones.coordinatorAbroad, phones.partner, null));
  [2, 5, 11].forEach((days) => add(returns + days * DAY + random.between(0, 90) * MINUTE, phones.coordinatorAbroad, phones.collector, null));
  add(returns + 6 * DAY, phones.partner, phones.coordinatorAbroad, cells.coordinatorHome, 310);
}
