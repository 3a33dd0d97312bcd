import facts from './facts.mjs';
import { PHONE_FORMS, PLATE_FORMS, otherEar, withoutAccents } from './spelling.mjs';
import { birthText, moment } from './moments.mjs';

export const POLICE_HEADINGS = ['Nr', 'Naam', 'Voornaam', 'Alias', 'Geboortedatum', 'Geboorteplaats', 'Nationaliteit', 'Rijksregisternr', 'GSM', 'Adres', 'Voertuig', 'Hoedanigheid', 'Evaluatie', 'Opmerking'];
export const POLICE_TITLE = ['LOKALE POLITIE SCHELDOORD - LOKALE RECHERCHE - CEL HAVEN', 'Operatie LOODSLICHT: personenlijst (fictief)', 'Toestand op 20 maart 2026'];
const MAKES = ['VW Golf', 'Peugeot 308', 'Opel Vivaro', 'Audi A3', 'Mercedes Vito'];

/** Rows of the police list in the order of the headings; a birth date is {date: seconds} or text as someone typed it. */
export function makePoliceRows(people, random) {
  const listed = people.filter((person) => person.inPoliceList);
  const first = listed.map((person) => entry(person, random));
  const again = listed.filter((person) => person.spell.policeAgain !== undefined).map((person) => secondEntry(person, person.spell.policeAgain, random));
  const others = listed.filter((person) => person.group === 'town' && person.pool !== 'dutch' && person.birth.day <= 12 && person.birth.day !== person.birth.month).slice(0, 5);
  again.push(...others.map((person) => secondEntry(person, [withoutAccents(otherEar(person.last)), withoutAccents(person.first)], random)));

  // The cast is not on top: a list grows as people come up.
  const ordered = [...random.sample([...first], first.length), ...again];
  return withTrouble(ordered).map((row, index) => [index + 1, ...row]);
}

const dateOf = (birth) => ({ date: moment(`${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`) });

function entry(person, random) {
  const phone = person.phone === null ? '' : PHONE_FORMS[random.weighted({ slashed: 6, spaced: 3, plus: 2, zeros: 1 })](person.phone);
  const plate = person.plate === null ? '' : PLATE_FORMS[random.weighted({ dashed: 7, tight: 2 })](person.plate);
  const cast = person.group === 'cast';
  return [
    cast || random.chance(0.5) ? person.last : person.last.toUpperCase(), person.first, person.aliases.join(', '),
    random.chance(0.92) || cast ? dateOf(person.birth) : birthText(person.birth).replaceAll('/', '.'), person.birthplace, person.nationality, person.nationalNumber ?? '', phone,
    person.address ?? '', plate !== '' && !cast && random.chance(0.12) ? `${plate} ${random.pick(MAKES)}` : plate, person.quality, person.evaluation, person.remark,
  ];
}

/** The same person as another team entered him: other spelling, day and month swapped, no national number. */
function secondEntry(person, [last, first], random) {
  const swapped = person.birth.day <= 12 ? { year: person.birth.year, month: person.birth.day, day: person.birth.month } : person.birth;
  const phone = person.phone !== null && person.group === 'cast' && person.key !== 'coordinator' ? PHONE_FORMS.spaced(person.phone) : '';
  const number = person.key === 'coordinator' ? PHONE_FORMS.spaced(facts.phones.coordinatorNew) : phone;
  return [last, first, person.aliases[0] ?? '', dateOf(swapped), withoutAccents(person.birthplace), person.nationality, '', number, '', '', 'Onbekend', random.pick(['C3', 'X4', 'B3']),
    person.key === 'coordinator' ? 'Nieuw nummer volgens informant (02/2026).' : 'Overgenomen uit lijst wegpolitie.'];
}

/** The mistakes that README.md lists. */
function withTrouble(rows) {
  const plain = rows.filter((row) => row[12] === '' || row[12] === 'Havenarbeider.');
  const withPhone = plain.filter((row) => row[7] !== '');
  withPhone[13][7] = '3,24705E+10';
  withPhone[28][7] = `${withPhone[28][7]} of ${withPhone[29][7]}`;
  withPhone[40][7] = `${withPhone[40][7]}   `;
  const dated = plain.filter((row) => row[3].date !== undefined && !withPhone.slice(13, 14).includes(row));
  dated[24][3] = `30/02/${new Date(dated[24][3].date * 1000).getUTCFullYear()}`;
  dated[31][1] = '';
  dated[47][3] = null;
  const numbered = plain.filter((row) => row[6] !== '' && row !== dated[24] && row !== dated[47]);
  numbered[36][6] = facts.wrong.nationalNumber;
  numbered[36][3] = dateOf({ year: 1991, month: 11, day: 23 });
  numbered[39][6] = numbered[39][6].replace(/[.-]/g, '');
  return rows;
}
