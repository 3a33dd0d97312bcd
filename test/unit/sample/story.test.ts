import { describe, expect, it } from 'vitest';
import facts from '../../sample/facts.json';
import type { SampleRow } from './readSample';
import { at, bankRows, callRows, callTime, cents, customsRows, e164, readPoliceList, slashTime } from './readSample';

const { phones, accounts } = facts;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const customs = customsRows();
const calls = callRows()
  .map((row) => ({ a: e164(at(row, 'A_NUMBER')), b: e164(at(row, 'B_NUMBER')), time: callTime(at(row, 'START')), imei: at(row, 'IMEI'), cell: at(row, 'CELL_ID') }))
  .filter((call) => !Number.isNaN(call.time));
const payments = bankRows().map((row) => ({
  from: at(row, 'Rekening/Compte').replaceAll(' ', ''), to: at(row, 'Tegenrekening/Contrepartie').replaceAll(' ', ''), time: slashTime(at(row, 'Valutadatum/Date valeur')), cents: cents(at(row, 'Bedrag/Montant')),
}));
const local = (iso: string): number => Date.parse(`${iso}Z`);
const callsOf = (number: string) => calls.filter((call) => call.a === number || call.b === number);
const contactsOf = (number: string): Set<string> => new Set(callsOf(number).map((call) => (call.a === number ? call.b : call.a)));
const moves = (number: string, move: string): SampleRow[] => customs.filter((row) => at(row, 'Containernr') === number && at(row, 'Beweging') === move && at(row, 'Afzender').toLowerCase().startsWith('frutas cerro'));

describe('the three containers', () => {
  it('are released at night by the same planner and leave with the same lorry, heavier and with another seal', () => {
    for (const container of facts.containers) {
      const [release] = moves(container.number, 'Vrijgave');
      const [out] = moves(container.number, 'Uitgang poort');
      const [landing] = moves(container.number, 'Lossing');
      if (release === undefined || out === undefined || landing === undefined) throw new Error(`${container.number} is incomplete`);
      expect(at(release, 'Vrijgegeven door')).toBe('K. DE MEULENAERE');
      expect(at(release, 'Tijd') < '04:00').toBe(true);
      expect(at(out, 'Plaat').replaceAll(/[- ]/g, '')).toBe(facts.plates.driverTruck.replaceAll('-', ''));
      expect(slashTime(at(out, 'Datum'), at(out, 'Tijd'))).toBe(local(container.gateOut));
      expect(Number(at(out, 'Gewicht kg')) - Number(at(landing, 'Gewicht kg'))).toBeGreaterThan(380);
      expect(at(out, 'Zegel')).not.toBe(at(landing, 'Zegel'));
    }
  });

  it('are the only releases at night', () => {
    const night = customs.filter((row) => at(row, 'Beweging') === 'Vrijgave' && at(row, 'Tijd') < '06:00');
    expect(night.map((row) => at(row, 'Containernr')).sort()).toEqual(facts.containers.map((one) => one.number).sort());
  });

  it('leave while the driver is at the gate, and nobody else is there each time; he is at the warehouse within two hours', () => {
    const present = facts.containers.map((container) => {
      const out = local(container.gateOut);
      const after = calls.filter((call) => call.a === phones.driver && call.cell === facts.cells.warehouse && call.time > out && call.time < out + 120 * MINUTE);
      expect(after.length).toBeGreaterThan(0);
      return new Set(calls.filter((call) => call.cell === facts.cells.gate && Math.abs(call.time - out) <= 45 * MINUTE).map((call) => call.a));
    });
    const [first, ...others] = present;
    expect([...(first ?? [])].filter((number) => others.every((set) => set.has(number)))).toEqual([phones.driver]);
  });

  it('are announced by a swell of calls between coordinator, planner and driver', () => {
    const ring = new Set<string>([phones.coordinatorOld, phones.coordinatorNew, phones.planner, phones.driver, phones.spotter]);
    const among = calls.filter((call) => ring.has(call.a) && ring.has(call.b));
    for (const container of facts.containers) {
      const out = local(container.gateOut);
      const count = (from: number, to: number): number => among.filter((call) => call.time >= from && call.time < to).length;
      expect(count(out - 1.5 * DAY, out)).toBeGreaterThan(4 * count(out - 5 * DAY, out - 3.5 * DAY));
    }
  });

  it('end with a seizure of 412 kg from the third', () => {
    const seizures = customs.filter((row) => at(row, 'Beweging') === 'Inbeslagname');
    expect(seizures.map((row) => [at(row, 'Containernr'), at(row, 'Gewicht kg')])).toEqual([[facts.containers[2]?.number, String(facts.seizure.kg)]]);
    expect(seizures[0] && slashTime(at(seizures[0], 'Datum'), at(seizures[0], 'Tijd'))).toBe(local(facts.seizure.at));
  });
});

describe('the coordinator', () => {
  it('falls silent on one card the evening before the other starts, with at least five of the same contacts', () => {
    const lastOld = Math.max(...callsOf(phones.coordinatorOld).map((call) => call.time));
    const firstNew = Math.min(...callsOf(phones.coordinatorNew).map((call) => call.time));
    expect(lastOld).toBe(local(facts.swap.lastCallOld));
    expect(firstNew).toBe(local(facts.swap.firstCallNew));
    const shared = [...contactsOf(phones.coordinatorOld)].filter((number) => contactsOf(phones.coordinatorNew).has(number));
    expect(shared.length).toBeGreaterThanOrEqual(5);
  });

  it('passes his handset to the spotter, who keeps his own card', () => {
    const old = calls.find((call) => call.a === phones.coordinatorOld)?.imei;
    const users = [...new Set(calls.filter((call) => call.imei === old).map((call) => call.a))];
    expect(users.sort()).toEqual([phones.coordinatorOld, phones.spotter].sort());
    const taken = Math.min(...calls.filter((call) => call.imei === old && call.a === phones.spotter).map((call) => call.time));
    expect(taken).toBeGreaterThanOrEqual(local(facts.swap.handsetReuse));
  });

  it('goes on from abroad after the seizure', () => {
    const lastNew = Math.max(...callsOf(phones.coordinatorNew).map((call) => call.time));
    const abroad = callsOf(phones.coordinatorAbroad);
    expect(lastNew).toBeLessThan(local(facts.seizure.at) + DAY);
    expect(Math.min(...abroad.map((call) => call.time))).toBeGreaterThan(lastNew);
    expect(contactsOf(phones.coordinatorAbroad).has(phones.partner)).toBe(true);
  });
});

describe('the arson', () => {
  it('follows the first contact with the coordinator, by a phone that was near the house', () => {
    const fire = local(facts.arson);
    const ordered = calls.filter((call) => call.a === phones.coordinatorNew && call.b === phones.arsonist);
    expect(ordered.length).toBeGreaterThanOrEqual(5);
    expect(ordered.every((call) => call.time > fire - 3 * DAY && call.time < fire)).toBe(true);
    expect(calls.some((call) => call.a === phones.arsonist && call.cell === facts.cells.clerkHome && Math.abs(call.time - fire) < 30 * MINUTE)).toBe(true);
    expect(calls.some((call) => call.a === phones.clerk && call.b === '112' && call.time > fire && call.time < fire + 30 * MINUTE)).toBe(true);
  });
});

describe('the money', () => {
  it('comes to one account in small sums from many, each below 3,000 euros', () => {
    const small = payments.filter((payment) => payment.to === accounts.collector && payment.from !== '');
    expect(small.length).toBeGreaterThan(120);
    expect(small.every((payment) => payment.cents < 300_000)).toBe(true);
    expect(new Set(small.map((payment) => payment.from)).size).toBeGreaterThanOrEqual(12);
    const sent = payments.filter((payment) => payment.from === accounts.collector && (payment.to === accounts.dubai || payment.to === accounts.albania));
    const sum = (list: typeof payments): number => list.reduce((total, payment) => total + payment.cents, 0);
    expect(sum(sent)).toBeGreaterThan(0.75 * sum(small));
    expect(sum(sent)).toBeLessThan(sum(small));
  });

  it('goes round between the forwarder and the consultancy', () => {
    const out = payments.filter((payment) => payment.from === accounts.forwarder && payment.to === accounts.consultancy);
    const returned = out.filter((payment) => payments.some((back) => back.from === accounts.consultancy && back.to === accounts.forwarder && back.cents === Math.round(payment.cents * 0.985) && back.time > payment.time && back.time <= payment.time + 7 * DAY));
    expect(out.length).toBeGreaterThanOrEqual(15);
    expect(returned.length).toBe(out.length);
  });

  it('comes as cash into the telephone shop, each time below 10,000 euros', () => {
    const cash = payments.filter((payment) => payment.from === '' && payment.to === accounts.telshop);
    expect(cash.length).toBeGreaterThanOrEqual(30);
    expect(cash.every((payment) => payment.cents > 900_000 && payment.cents < 1_000_000)).toBe(true);
  });

  it('reaches the planner’s wife within a week of each delivery that went through', () => {
    for (const container of facts.containers.slice(0, 2)) {
      const out = local(container.gateOut);
      expect(payments.some((payment) => payment.to === accounts.partnerOfPlanner && payment.cents === 750_000 && payment.time > out && payment.time < out + 7 * DAY)).toBe(true);
    }
  });
});

describe('the same people', () => {
  it('stand in the files under different spellings, and twice in the police list with day and month swapped', async () => {
    const police = await readPoliceList();
    const born = (name: string): string | undefined => police.filter((row) => `${at(row, 'Voornaam')} ${at(row, 'Naam')}` === name).map((row) => at(row, 'Geboortedatum'))[0];
    const swapped = (date: string | undefined): string => `${date?.slice(0, 4)}-${date?.slice(8)}-${date?.slice(5, 7)}`;
    for (const [one, other] of [['Driss Amellal', 'Idris Amelal'], ['Ilirjan Xhemalaj', 'Ilir Djemalaj'], ['Sertaç Yılmazoğlu', 'Sertac Yilmaz-Oglu'], ['Naoufal El Mezriouni', 'Nawfal Al-Mezriuni']] as const) {
      expect(born(one), one).toBeDefined();
      expect(born(other), other).toBe(swapped(born(one)));
    }
    const drivers = new Set(customs.map((row) => at(row, 'Chauffeur')));
    expect(drivers.has('AMELAL Idris') && drivers.has('AMELLAL DRISS')).toBe(true);
    const holders = new Set(bankRows().flatMap((row) => [at(row, 'Naam/Nom'), at(row, 'Naam tegenpartij/Nom contrepartie')]));
    for (const name of ['VANDENBOSSCHE ROELAND', 'YILMAZOGLU SERTAC', 'Driss AMELLAL', 'XHEMALAI ILIRIAN', 'ELMEZRIOUNI NAOUFAL']) expect(holders.has(name), name).toBe(true);
  });
});
