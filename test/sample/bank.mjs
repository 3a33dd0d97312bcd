import facts from './facts.mjs';
import { iban, nationalAccount, structuredMessage } from './checkDigits.mjs';
import { BELGIAN_COMPANIES, COMPANIES, COMPANY_ACCOUNTS } from './companies.mjs';
import { DAY, STORY_END, STORY_START, bankDay, isoDate, moment, slashDate } from './moments.mjs';
import { withoutAccents } from './spelling.mjs';
import { dirtyMoney } from './dirtyMoney.mjs';

export const BANK_HEADINGS = ['Rekening/Compte', 'Naam/Nom', 'Tegenrekening/Contrepartie', 'Naam tegenpartij/Nom contrepartie', 'Valutadatum/Date valeur', 'Bedrag/Montant', 'Munt/Devise', 'Mededeling/Communication',
  'Gestructureerde mededeling/Communication structurée'];
const LINES = 905;
const MULES = 14;

/**
 * Lines of the financial unit, oldest first, in the order of the headings. Every line is one payment: from the account in the
 * first column to that in the third; where cash goes in or out, one of them is blank.
 */
export function makeBankRows(people, random) {
  const holders = openAccounts(people, random);
  const payments = dirtyMoney(holders, random);
  while (payments.length < LINES) payments.push(...ordinaryPayment(holders, random));
  payments.sort((a, b) => a.at - b.at || a.from.iban.localeCompare(b.from.iban) || a.to.iban.localeCompare(b.to.iban) || a.cents - b.cents);
  return withTrouble(payments.map((payment) => rowOf(payment, random)));
}

/** Accounts by key of their holder; `mules` are the people who lend theirs, `workers` those who have a wage. */
function openAccounts(people, random) {
  const byKey = {};
  const open = (key, name, number) => { byKey[key] = { key, iban: number, names: name }; };
  const fresh = (country) => iban(country, nationalAccount(country, random.digits(16)));
  const countries = { ES: 'ES', TR: 'TR', AE: 'AE', AL: 'AL' };
  for (const one of COMPANIES) {
    if (one.country === 'BE' || countries[one.country] !== undefined) open(one.key, [one.name, ...one.forms], COMPANY_ACCOUNTS[one.key] ?? fresh(one.country));
  }
  const known = { straw: facts.accounts.straw, planner: facts.accounts.planner, plannerWife: facts.accounts.partnerOfPlanner, collector: facts.accounts.collector };
  for (const person of people.filter((one) => one.spell.bank !== undefined)) open(person.key, [person.spell.bank], known[person.key] ?? fresh('BE'));
  const upper = (person) => withoutAccents(`${person.last} ${person.first}`).toUpperCase();
  // Half of those who lend their account are unknown to the police: only the money shows them.
  const town = people.filter((one) => one.group === 'town');
  const mules = [...random.sample(town.filter((one) => one.inPoliceList), MULES / 2), ...random.sample(town.filter((one) => !one.inPoliceList), MULES / 2)];
  mules.forEach((person, index) => open(person.key, [upper(person), `${person.first} ${person.last}`], fresh(index % 7 === 3 ? 'NL' : 'BE')));
  const workers = random.sample(people.filter((one) => one.group === 'driver' || one.group === 'trade'), 12);
  workers.forEach((person) => open(person.key, [upper(person)], fresh('BE')));
  return { byKey, mules: mules.map((one) => byKey[one.key]), workers: workers.map((one) => byKey[one.key]), cash: { key: 'cash', iban: '', names: [''] } };
}

function ordinaryPayment(holders, random) {
  const { byKey, workers } = holders;
  const at = bankDay(moment(isoDate(random.between(STORY_START, STORY_END - 3 * DAY))));
  const euros = (low, high) => random.between(low * 100, high * 100);
  const kind = random.weighted({ wage: 20, rent: 12, invoice: 34, transport: 22, garage: 6, shop: 14 });
  const traders = BELGIAN_COMPANIES.filter((one) => ['fruit', 'koffie', 'hout', 'tegels', 'onderdelen', 'textiel', 'vis', 'papier'].includes(one.trade));
  const trader = random.pick(traders);
  const message = structuredMessage(String(random.between(1, 9)) + random.digits(9));
  switch (kind) {
    case 'wage': return [{ at, from: byKey[random.pick(['haulier', 'haulierB', 'haulierC'])], to: random.pick(workers), cents: euros(1890, 2780), text: `Loon ${slashDate(at).slice(3)}` }];
    case 'rent': return [{ at, from: random.pick([...workers, byKey.telshop, byKey.snack, byKey.collector]), to: byKey.landlord, cents: euros(690, 1450), structured: message }];
    case 'transport': return [{ at, from: byKey[trader.key], to: byKey[random.pick(['haulier', 'haulierB', 'haulierC'])], cents: euros(320, 1480), structured: message }];
    case 'garage': return [{ at, from: byKey[random.pick(['haulier', 'haulierB', 'haulierC', 'clerk', 'planner', 'plannerWife'])], to: byKey.garage, cents: euros(140, 2300), text: `Factuur ${random.between(2200, 2990)}` }];
    case 'shop': return [{ at, from: random.pick(workers), to: byKey[random.pick(['snack', 'telshop'])], cents: euros(7, 60), text: 'Bancontact' }];
    default: {
      const shippers = { fruit: ['shipper', 'shipperB'], koffie: ['shipperC'], tegels: ['shipperD'], textiel: ['shipperG'], onderdelen: ['shipperH'], papier: ['shipperI'] };
      const foreign = byKey[random.pick(shippers[trader.trade] ?? ['shipperB'])];
      return [{ at, from: byKey[trader.key], to: foreign, cents: euros(8200, 41000), text: `INV ${random.between(10000, 99999)}` }];
    }
  }
}

/** "1.234,50": half of the banks write the dot between thousands, the others do not. */
function amountText(cents, dotted) {
  const sign = cents < 0 ? '-' : '';
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const part = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${sign}${dotted ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole},${part}`;
}

function rowOf(payment, random) {
  const spaced = (number) => (random.chance(0.4) ? number.replace(/(.{4})(?=.)/g, '$1 ') : number);
  const name = (holder) => (random.chance(0.75) ? holder.names[0] : random.pick(holder.names));
  return [spaced(payment.from.iban), payment.fromName ?? name(payment.from), spaced(payment.to.iban), payment.toName ?? name(payment.to), slashDate(payment.at), amountText(payment.cents, random.chance(0.3)), 'EUR',
    payment.text ?? '', payment.structured ?? ''];
}

/** The mistakes that README.md lists. */
function withTrouble(rows) {
  const plain = rows.filter((row) => row[8] !== '');
  const wife = rows.find((row) => row[3].startsWith('Aertssenberg'));
  plain[4][8] = facts.wrong.structuredMessage;
  plain[15][2] = facts.wrong.iban;
  plain[22][5] = '';
  plain[30][3] = `${plain[30][3]}   `;
  plain[41][4] = '30/02/2026';
  plain[52][6] = '';
  wife[3] = `  ${wife[3]}`;
  return rows;
}
