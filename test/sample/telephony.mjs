import facts from './facts.mjs';
import { imei } from './checkDigits.mjs';
import { cell, cellsOf } from './places.mjs';
import { DAY, STORY_END, STORY_START, dayOf, hourOf, moment, weekday } from './moments.mjs';
import { storyCalls } from './storyCalls.mjs';

const EVERYDAY_CALLS = 3080;
const SHIFTS = [[6, 14], [14, 22], [22, 30]];
const NETWORKS = ['20601', '20610', '20620'];

/**
 * Calls and messages from the operators, oldest first: {at, a, b, seconds, kind, imei, imsi, cell}. The handset, card and
 * cell belong to `a`, the one who calls; they are null where the caller's network is abroad.
 */
export function makeCalls(people, random) {
  const subscribers = people.filter((person) => person.phone !== null);
  const cards = new Map();
  const handsets = new Map();
  const give = (number) => {
    if (cards.has(number)) return;
    cards.set(number, random.pick(NETWORKS) + random.digits(10));
    handsets.set(number, imei(`35000${random.between(1, 9)}${random.digits(8)}`));
  };
  subscribers.forEach((person) => give(person.phone));
  give(facts.phones.coordinatorNew);

  const calls = [...everydayCalls(subscribers, random), ...storyCalls(random)];
  return calls.sort((x, y) => x.at - y.at || x.a.localeCompare(y.a) || x.b.localeCompare(y.b)).map((call) => {
    const home = call.a.startsWith('+32');
    // The coordinator's first handset goes on in the spotter's hands, with the spotter's own card.
    const reused = call.a === facts.phones.spotter && call.at >= moment(facts.swap.handsetReuse);
    return {
      ...call,
      imei: home ? handsets.get(reused ? facts.phones.coordinatorOld : call.a) : null,
      imsi: home ? cards.get(call.a) : null,
      cell: home ? cell(call.cell) : null,
    };
  });
}

/** Ordinary life: everyone calls a handful of acquaintances, more by day than at night, from home or from the shift. */
function everydayCalls(subscribers, random) {
  const quiet = new Set([facts.phones.coordinatorOld, facts.phones.arsonist]);
  const callers = subscribers.filter((person) => !quiet.has(person.phone));
  const circles = new Map(callers.map((person) => [person, circleOf(person, callers, random)]));
  const rates = Object.fromEntries(callers.map((person, index) => [index, person.group === 'cast' ? 1 : 0.25 + random.next() ** 3 * 3]));
  const calls = [];
  while (calls.length < EVERYDAY_CALLS) {
    const caller = callers[Number(random.weighted(rates))];
    const circle = circles.get(caller);
    const at = dayOf(random.between(STORY_START, STORY_END - DAY)) + random.between(0, DAY - 1);
    if (!awake(caller, at, random)) continue;
    // Closest first: the square makes the head of the list far likelier.
    const other = circle[Math.floor(random.next() ** 2 * circle.length)];
    const text = random.chance(0.27);
    calls.push({ at, a: caller.phone, b: other.phone, seconds: text ? 0 : Math.ceil(8 + random.next() ** 3 * 900), kind: text ? 'SMS-MO' : 'MOC', cell: whereabouts(caller, at, random) });
  }
  return calls;
}

/** Whom a person calls: mostly the own group, a few from elsewhere. The cast's dealings among themselves are the story's part. */
function circleOf(person, callers, random) {
  const own = callers.filter((one) => one !== person && one.group === person.group && one.group !== 'cast');
  const others = callers.filter((one) => one !== person && one.group !== person.group && one.group !== 'cast');
  return [...random.sample(own, 6), ...random.sample(others, person.group === 'cast' ? 7 : 3)];
}

function shiftOf(person, at) {
  const week = Math.floor(at / (7 * DAY));
  const turn = person.group === 'docker' ? (week + person.birth.day) % 3 : 0;
  return SHIFTS[turn];
}

function working(person, at) {
  const [from, to] = shiftOf(person, at);
  const hour = hourOf(at);
  const inside = (hour >= from && hour < to) || (hour + 24 >= from && hour + 24 < to);
  return inside && weekday(at) !== 0 && (weekday(at) !== 6 || person.group === 'docker');
}

function awake(person, at, random) {
  const hour = hourOf(at);
  const night = hour < 6 || hour >= 23;
  const onNights = person.group === 'docker' && working(person, at);
  return !night || onNights || random.chance(0.06);
}

function whereabouts(person, at, random) {
  if (person.home === null) return null;
  if (!working(person, at)) return random.chance(0.8) ? person.home : random.pick(cellsOf('town', 'road')).id;
  if (person.zone === 'harbour') return random.chance(0.12) ? facts.cells.gate : random.pick(cellsOf('harbour')).id;
  if (person.zone === 'road') return random.pick(cellsOf('road', 'harbour', 'gate', 'warehouse')).id;
  if (person.zone === 'warehouse') return facts.cells.warehouse;
  return random.pick(cellsOf('town')).id;
}
