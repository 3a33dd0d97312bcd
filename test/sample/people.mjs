import { nationalNumber } from './checkDigits.mjs';
import { CAST } from './cast.mjs';
import { NAME_POOLS, POOL_WEIGHTS } from './names.mjs';
import { CELLS, STREETS, TOWNS } from './places.mjs';

/** People over all files, the cast included. */
const PEOPLE = 206;
const WITH_PHONE = 150;
const WITH_PLATE = 50;
const NOT_IN_POLICE_LIST = 56;
const MOBILE_PREFIXES = ['46800', '49200', '46500', '48800', '49900', '45500'];
const HAULIERS = 22;
const DOCKERS = 30;

/** Persons of the story and around it, each with what the services know. Same order every run. */
export function makePeople(random) {
  const serials = { men: 989, women: 988 };
  const taken = new Set(CAST.map((one) => `${one.last} ${one.first}`));
  const people = CAST.map((member) => complete(member, random, serials));
  while (people.length < PEOPLE) {
    const invented = inventPerson(random, people.length);
    const name = `${invented.last} ${invented.first}`;
    if (!taken.has(name)) {
      taken.add(name);
      people.push(complete(invented, random, serials));
    }
  }
  assignGroups(people.slice(CAST.length));
  assignPhones(people, random);
  assignPlates(people, random);
  people.slice(-NOT_IN_POLICE_LIST).forEach((person) => { person.inPoliceList = false; });
  return people;
}

function inventPerson(random, index) {
  const pool = random.weighted(POOL_WEIGHTS);
  const woman = random.chance(0.28);
  const names = NAME_POOLS[pool];
  const birth = { year: random.between(1958, 2006), month: random.between(1, 12), day: random.between(1, 28) };
  return { key: `p${index}`, last: random.pick(names.last), first: random.pick(woman ? names.women : names.men), pool, woman, birth, spell: {} };
}

function complete(person, random, serials) {
  const names = NAME_POOLS[person.pool];
  const kind = person.woman ? 'women' : 'men';
  // Serials near the top of the day's range are never reached in reality: these numbers belong to nobody.
  serials[kind] = serials[kind] <= 912 ? serials[kind] + 76 : serials[kind] - 2;
  const foreigner = person.pool === 'spanish' || (person.pool !== 'dutch' && person.pool !== 'french' && random.chance(0.3)) || person.nationality !== undefined;
  const nationality = person.nationality ?? (foreigner && names.nationality !== 'Belg' ? names.nationality : foreigner ? 'Marokkaan' : 'Belg');
  const abroad = person.zone === 'abroad';
  const home = person.home ?? random.pick(CELLS.filter((one) => one.zone === 'town' || one.zone === 'outskirts')).id;
  return {
    aliases: [], woman: false, plate: null, inPoliceList: true, group: 'cast', zone: 'town', ...person,
    home: abroad ? null : home,
    birthplace: random.pick(names.birthplaces),
    nationality,
    nationalNumber: abroad || (foreigner && random.chance(0.35)) ? null : nationalNumber(person.birth, serials[kind]),
    phone: person.phone ?? null,
    hasNoPhone: person.phone === null,
    address: abroad ? null : person.address ?? `${random.pick(STREETS)} ${random.between(1, 148)}, ${random.pick(TOWNS)}`,
    quality: person.quality ?? random.weighted({ Contact: 50, Onbekend: 28, Getuige: 12, Verdachte: 8, Slachtoffer: 2 }),
    evaluation: person.evaluation ?? random.weighted({ A1: 12, A2: 10, B1: 8, B2: 30, B3: 9, C2: 5, C3: 14, X3: 3, X4: 9 }),
    remark: person.remark ?? '',
  };
}

function assignGroups(extras) {
  extras.forEach((person, index) => {
    if (index < HAULIERS) Object.assign(person, { group: 'driver', zone: 'road', remark: 'Vrachtwagenchauffeur.' });
    else if (index < HAULIERS + DOCKERS) Object.assign(person, { group: 'docker', zone: 'harbour', remark: index % 3 === 0 ? 'Havenarbeider.' : '' });
    else if (index < HAULIERS + DOCKERS + 30) Object.assign(person, { group: 'trade' });
    else Object.assign(person, { group: 'town' });
  });
}

function assignPhones(people, random) {
  const used = new Set(people.map((person) => person.phone));
  const wanting = people.filter((person) => person.phone === null && !person.hasNoPhone);
  const foreign = { spanish: '+3461200', turkish: '+9053200', albanian: '+35569208' };
  for (const person of wanting) {
    if (used.size >= WITH_PHONE) break;
    const prefix = foreign[person.pool] !== undefined && random.chance(0.2) ? foreign[person.pool] : `+32${random.pick(MOBILE_PREFIXES)}`;
    const length = prefix.startsWith('+90') || prefix.startsWith('+355') ? 13 : 12;
    let number = prefix + random.digits(length - prefix.length);
    while (used.has(number)) number = prefix + random.digits(length - prefix.length);
    used.add(number);
    person.phone = number;
  }
}

function assignPlates(people, random) {
  const used = new Set(people.map((person) => person.plate));
  const letter = () => random.pick([...'ABCDEFGHJKLNPRSTUVWYZ']);
  // Lorry drivers first: customs note their plates.
  const wanting = [...people].sort((a, b) => Number(b.group === 'driver') - Number(a.group === 'driver')).filter((person) => person.plate === null && person.home !== null);
  for (const person of wanting) {
    if (used.size > WITH_PLATE) break;
    const plate = `1-X${letter()}${letter()}-${random.digits(3)}`;
    if (used.has(plate)) continue;
    used.add(plate);
    person.plate = plate;
  }
}
