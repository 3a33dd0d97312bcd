import facts from './facts.mjs';
import { containerNumber, imoNumber } from './checkDigits.mjs';
import { BELGIAN_COMPANIES, company } from './companies.mjs';
import { TERMINALS, VESSELS } from './places.mjs';
import { DAY, HOUR, MINUTE, STORY_END, STORY_START, birthText, clock, dayOf, moment, slashDate } from './moments.mjs';
import { PLATE_FORMS, otherEar, withoutAccents } from './spelling.mjs';

export const CUSTOMS_HEADINGS = ['Containernr', 'Type', 'Schip', 'IMO', 'Reisnr', 'Terminal', 'Kaai', 'Datum', 'Tijd', 'Beweging', 'Afzender', 'Ontvanger', 'BTW ontvanger', 'Cognossement', 'Goederen',
  'Gewicht kg', 'Plaat', 'Chauffeur', 'Geb. chauffeur', 'Bestemming', 'Vrijgegeven door', 'Zegel', 'Opmerking'];

const OWNERS = ['KWXU', 'LDQU', 'CSQU', 'MVRU', 'ZBTU', 'HQDU'];
const CONTAINERS = 60;
const PLANNERS = ['G. HOORNICKX', 'L. MOORTGATENS', 'S. BENYAZZOUR', 'K. DE MEULENAERE'];
const GOODS = {
  fruit: { shippers: ['shipper', 'shipperB'], texts: ['Bananen, 1080 dozen', 'Ananas, gekoeld', 'Limoenen, gekoeld', 'Mango’s'], type: '45R1' },
  koffie: { shippers: ['shipperC'], texts: ['Groene koffie, 320 balen', 'Café vert, 19 t'], type: '22G1' },
  hout: { shippers: ['shipperF'], texts: ['Gezaagd hout', 'Triplex, geïmpregneerd'], type: '42G1' },
  tegels: { shippers: ['shipperD'], texts: ['Keramische tegels, 22 paletten'], type: '22G1' },
  onderdelen: { shippers: ['shipperH'], texts: ['Auto-onderdelen, div.', 'Gereviseerde motoren'], type: '42G1' },
  textiel: { shippers: ['shipperG'], texts: ['Textiel, rollen', 'Prêt-à-porter'], type: '42G1' },
  vis: { shippers: ['shipperE'], texts: ['Diepgevroren vis', 'Sardines en conserve'], type: '45R1' },
  papier: { shippers: ['shipperI'], texts: ['Cellulose, balen'], type: '42G1' },
};
const REMARKS = ['', '', '', '', '', '', '', 'zegel geverifieerd', 'Te laat aangemeld', 'wacht op fyto', 'Scan zonder afwijking', 'kosten 185,00 € te innen'];

/** Rows of the customs file in the order of the headings, oldest first. */
export function makeMovements(people, random) {
  const drivers = people.filter((person) => person.group === 'driver' && person.plate !== null);
  const fleet = [];
  for (const number of facts.containers.map((one) => one.number)) fleet.push({ number, marked: facts.containers.find((one) => one.number === number) });
  fleet.push({ number: facts.wrong.containers[0] }, { number: containerNumber(facts.wrong.containers[1].slice(0, 10)), miskeyed: facts.wrong.containers[1] });
  while (fleet.length < CONTAINERS) fleet.push({ number: containerNumber(random.pick(OWNERS) + random.digits(6)) });

  const importers = BELGIAN_COMPANIES.filter((one) => GOODS[one.trade] !== undefined);
  const moves = [];
  fleet.forEach((unit, index) => {
    if (unit.marked !== undefined) moves.push(...markedTrip(unit, people.find((one) => one.key === 'driver'), random, index));
    // A few harmless loads of the forwarder give the marked ones cover.
    const consignee = index > 4 && index % 10 === 5 ? company('forwarder') : random.pick(importers);
    for (let start = firstArrival(unit, random); start < STORY_END - 12 * DAY; start += random.between(38, 70) * DAY) moves.push(...ordinaryTrip(unit, consignee, start, drivers, random));
  });
  moves.sort((a, b) => a.at - b.at || a.number.localeCompare(b.number) || a.move.localeCompare(b.move));
  return withTrouble(moves.map((move) => rowOf(move, random)), fleet);
}

function firstArrival(unit, random) {
  // A marked container comes back with another load only well after its trip.
  if (unit.marked !== undefined) return dayOf(moment(unit.marked.gateOut)) + 45 * DAY;
  return STORY_START + random.between(0, 44) * DAY;
}

function voyage(random, at, trade) {
  const vessel = trade === 'fruit' ? VESSELS[[0, 3, 8, 11][random.between(0, 3)]] : random.pick(VESSELS);
  return { vessel, number: `${vessel.name.replace(/[^A-Z]/g, '').slice(0, 2)}${slashDate(at).slice(8)}${String(Math.floor((at - STORY_START) / DAY / 7) + 1).padStart(2, '0')}E` };
}

function ordinaryTrip(unit, consignee, start, drivers, random) {
  const trade = consignee.key === 'forwarder' ? 'fruit' : consignee.trade;
  const goods = GOODS[trade];
  const terminal = random.pick(TERMINALS);
  const landed = start + random.between(5, 21) * HOUR + random.between(0, 59) * MINUTE;
  const released = start + random.between(1, 3) * DAY + random.between(7, 17) * HOUR + random.between(0, 59) * MINUTE;
  const out = released + random.between(20, 50) * HOUR + random.between(0, 59) * MINUTE;
  const weight = random.between(9000, 26000);
  const driver = random.pick(drivers);
  const shared = {
    number: unit.number, type: goods.type, voyage: voyage(random, start, trade), terminal, quay: random.pick(terminal.quays),
    shipper: company(random.pick(goods.shippers)), consignee, bill: `${random.pick(['SOLU', 'KNOP', 'BRVT'])}${random.digits(8)}`, goods: random.pick(goods.texts),
  };
  const moves = [
    { ...shared, at: landed, move: 'Lossing', weight, seal: `SL${random.digits(6)}`, remark: random.pick(REMARKS) },
    { ...shared, at: released, move: 'Vrijgave', weight, releasedBy: random.pick(PLANNERS.slice(0, terminal.name.startsWith('Kaap') ? 4 : 3)), remark: '' },
    { ...shared, at: out, move: 'Uitgang poort', weight: weight + random.between(-60, 60), driver, remark: random.pick(REMARKS) },
  ];
  if (random.chance(0.35)) moves.push({ ...shared, at: landed + random.between(6, 18) * HOUR, move: 'Scan', weight, remark: 'Scan zonder afwijking' });
  if (random.chance(0.8)) moves.push({ ...shared, at: out + random.between(30, 140) * HOUR, move: 'Ingang leeg', weight: random.between(2200, 4700), driver: random.chance(0.7) ? driver : random.pick(drivers), remark: '' });
  return moves;
}

function markedTrip(unit, driver, random, index) {
  const { marked } = unit;
  const out = moment(marked.gateOut);
  const shared = {
    number: unit.number, type: '45R1', voyage: { vessel: VESSELS[0], number: `CA26${String(1 + index * 4).padStart(2, '0')}E` }, terminal: TERMINALS[0], quay: 'K412',
    shipper: company('shipper'), consignee: company('forwarder'), bill: `SOLU7731${String(2040 + index * 17)}`, goods: 'Ananas, gekoeld',
  };
  const moves = [
    { ...shared, at: out - 3 * DAY + 4 * HOUR, move: 'Lossing', weight: marked.declaredKg, seal: `SL7731${String(20 + index)}`, remark: '' },
    { ...shared, at: moment(marked.released), move: 'Vrijgave', weight: marked.declaredKg, releasedBy: 'K. DE MEULENAERE', remark: 'spoedvrijgave, geen scan' },
    { ...shared, at: out, move: 'Uitgang poort', weight: marked.weighedKg, seal: `SL8840${String(31 + index)}`, driver, remark: 'zegel wijkt af van lossing' },
  ];
  if (out > moment(facts.seizure.at) - DAY) {
    moves.push({ ...shared, at: moment(facts.seizure.at), move: 'Inbeslagname', weight: facts.seizure.kg, driver, remark: `${facts.seizure.kg} kg cocaïne achter koelunit, loods Sluisweg 18, ± 10.300.000 €` });
  } else {
    moves.push({ ...shared, at: out + 3 * DAY + 6 * HOUR, move: 'Ingang leeg', weight: 4620 + random.between(-9, 9), driver, remark: '' });
  }
  return moves;
}

function driverName(person, random) {
  if (person.spell.customs !== undefined) return random.chance(0.5) ? person.spell.customs : `${person.last.toUpperCase()} ${person.first.toUpperCase()}`;
  const plain = (text) => withoutAccents(text);
  return random.weighted({ [`${plain(person.last).toUpperCase()} ${plain(person.first)}`]: 5, [`${plain(person.first)} ${plain(person.last)}`]: 3, [`${plain(otherEar(person.last)).toUpperCase()} ${plain(person.first)}`]: 2 });
}

function companyName(one, random) {
  return random.chance(0.7) ? one.name : random.pick(one.forms);
}

function rowOf(move, random) {
  const { driver } = move;
  const destination = move.move === 'Uitgang poort' || move.move === 'Inbeslagname' ? (move.consignee.key === 'forwarder' ? 'Sluisweg 18, Scheldoord' : `${move.consignee.name.split(' ')[0]}, magazijn`) : '';
  return [
    move.number, move.type, move.voyage.vessel.name, imoNumber(move.voyage.vessel.free), move.voyage.number, move.terminal.name, move.quay, slashDate(move.at), clock(move.at), move.move,
    companyName(move.shipper, random), companyName(move.consignee, random), `BE ${move.consignee.vat.slice(0, 4)}.${move.consignee.vat.slice(4, 7)}.${move.consignee.vat.slice(7)}`, move.bill, move.goods,
    String(move.weight), driver ? PLATE_FORMS[random.weighted({ dashed: 6, tight: 3, spaced: 1 })](driver.plate) : '', driver ? driverName(driver, random) : '',
    driver && random.chance(0.8) ? birthText(driver.birth) : '', destination, move.releasedBy ?? '', move.seal ?? '', move.remark,
  ];
}

/** The mistakes that README.md lists: found by what the row is about, so that they stay where they are. */
function withTrouble(rows, fleet) {
  const at = (heading) => CUSTOMS_HEADINGS.indexOf(heading);
  const miskeyed = fleet.find((unit) => unit.miskeyed !== undefined);
  const row = rows.find((one) => one[0] === miskeyed.number && one[at('Beweging')] === 'Vrijgave');
  row[0] = miskeyed.miskeyed;
  const harmless = rows.filter((one) => one[0] !== miskeyed.number && !facts.containers.some((unit) => unit.number === one[0]) && one[at('Beweging')] === 'Lossing');
  const ship = harmless.find((one) => one[at('Schip')] === 'KRAKENES');
  ship[at('IMO')] = facts.wrong.imo;
  const february = harmless.find((one) => one[at('Datum')].endsWith('/02/2026'));
  february[at('Datum')] = '30/02/2026';
  harmless[20][at('Gewicht kg')] = '';
  harmless[33][at('Ontvanger')] += '   ';
  harmless[33][at('Containernr')] = ` ${harmless[33][at('Containernr')].slice(0, 4)} ${harmless[33][at('Containernr')].slice(4, 10)}-${harmless[33][at('Containernr')].slice(10)} `;
  return rows;
}
