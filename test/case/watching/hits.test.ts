import { expect, test } from 'vitest';
import { newCase } from '../place';
import { buildThread } from '../matching/running';
import { deskOf, fileOf, load, make, preview } from './desk';

buildThread();

const LIST = `Naam;Alias;Geboortedatum;Telefoon;Nummerplaat;Container;IBAN;Reden
Youssef El Bakkali;"Joe; Jozef Bakali";12/03/1984;0470 55 01 27;;;;Gezocht
;;;;1-ABC-234;;;Gestolen
;;;;;MSKU 123456-5;;Controle
;;;;;;BE68 5390 0754 7034;Witwas
Pieter Vandevelde;;01/02/1970;;;;;Signalement
`;

test('finds what is on a list: by name in another spelling, phone in another notation, plate, container and account', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  const file = fileOf('lijst.csv', LIST);
  const seen = await preview(desk, file);
  console.log(JSON.stringify(seen.columns), JSON.stringify(seen.first.map(({ entry }) => entry)), seen.counts, seen.none);
  await load(desk, file);
  const person = make(store, 'person', { name: [{ v: 'Jusuf Elbakali' }], birthDate: [{ v: '1984-03-12' }] });
  const phone = make(store, 'phone', { number: [{ v: '+32470550127', raw: '0032470550127' }] });
  const car = make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  const box = make(store, 'container', { number: [{ v: 'MSKU1234565' }] });
  const account = make(store, 'bankAccount', { iban: [{ v: 'BE68539007547034' }] });
  make(store, 'person', { name: [{ v: 'Greta Willems' }], birthDate: [{ v: '1991-07-01' }] });
  await desk.settled();
  const { hits, total } = await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 });
  console.log(hits.map((hit) => (hit.restricted ? null : [hit.entity.caption, hit.score, hit.evidence.map((each) => `${each.effect}${each.kind}.${each.finding}`).join(' ')])));
  expect(desk.running.faults).toEqual([]);
  expect(total).toBe(5);
  expect(new Set(hits.map((hit) => (hit.restricted ? '' : hit.entity.id)))).toEqual(new Set([person, phone, car, box, account]));
});
