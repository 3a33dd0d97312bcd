import facts from './facts.mjs';

/**
 * The people whom the story is about. `spell` is how each service writes them where it differs from last and first name:
 * police and policeAgain as [last, first], customs and bank as one text.
 */
export const CAST = [
  {
    key: 'straw', last: 'Van den Bossche', first: 'Roeland', pool: 'dutch', birth: { year: 1968, month: 5, day: 9 }, phone: facts.phones.straw, home: 'SO-0122', zone: 'town',
    spell: { customs: 'R. Vandenbossche', bank: 'VANDENBOSSCHE ROELAND' },
    quality: 'Verdachte', evaluation: 'B2', remark: 'Zaakvoerder Zilverplaat Logistics sinds 11/2025, zonder gekende ervaring in expeditie. Voordien werkloos.',
  },
  {
    key: 'planner', last: 'Demeulenaere', first: 'Kjell', pool: 'dutch', birth: { year: 1989, month: 10, day: 2 }, phone: facts.phones.planner, home: 'KB-0221', zone: 'harbour',
    spell: { customs: 'K. DE MEULENAERE', bank: 'De Meulenaere Kjell - Aertssenberg Fien' },
    quality: 'Verdachte', evaluation: 'B2', remark: 'Planner Kaap-Noord Terminal, kan containers vrijgeven. Dagdienst, logt nochtans ’s nachts in.',
  },
  {
    key: 'driver', last: 'Amellal', first: 'Driss', pool: 'arabic', birth: { year: 1987, month: 3, day: 11 }, phone: facts.phones.driver, plate: facts.plates.driverTruck, home: 'SO-0111', zone: 'road',
    spell: { customs: 'AMELAL Idris', bank: 'Driss AMELLAL', policeAgain: ['Amelal', 'Idris'] }, aliases: ['Didi'],
    quality: 'Verdachte', evaluation: 'A1', remark: 'Chauffeur, rijdt voor Transport Hoornickx en in bijberoep voor Zilverplaat.',
  },
  {
    key: 'coordinator', nationality: 'Albanees', last: 'Xhemalaj', first: 'Ilirjan', pool: 'albanian', birth: { year: 1986, month: 7, day: 4 }, phone: facts.phones.coordinatorOld, plate: facts.plates.coordinator, home: 'SO-0118', zone: 'town',
    spell: { bank: 'XHEMALAI ILIRIAN', policeAgain: ['Djemalaj', 'Ilir'] }, aliases: ['Beni', 'De Kapitein'],
    quality: 'Verdachte', evaluation: 'B2', remark: 'Vermoedelijke coördinator. Geen gekende inkomsten. Wisselt geregeld van toestel.',
  },
  {
    key: 'collector', last: 'Yılmazoğlu', first: 'Sertaç', pool: 'turkish', birth: { year: 1979, month: 12, day: 6 }, phone: facts.phones.collector, plate: facts.plates.collector, home: 'SO-0107', zone: 'town',
    spell: { bank: 'YILMAZOGLU SERTAC', policeAgain: ['Yilmaz-Oglu', 'Sertac'] }, aliases: ['Abi'],
    quality: 'Verdachte', evaluation: 'C3', remark: 'Uitbater Telshop Kadeplein. Krijgt veel kleine stortingen.',
  },
  {
    key: 'spotter', last: 'El Mezriouni', first: 'Naoufal', pool: 'arabic', birth: { year: 2003, month: 9, day: 1 }, phone: facts.phones.spotter, home: 'SO-0104', zone: 'town',
    spell: { bank: 'ELMEZRIOUNI NAOUFAL', policeAgain: ['Al-Mezriuni', 'Nawfal'] }, aliases: ['Nono'],
    quality: 'Verdachte', evaluation: 'B2', remark: 'Twee maal aangetroffen op de kaai zonder badge (12/2025, 02/2026).',
  },
  {
    key: 'partner', nationality: 'Albanees', last: 'Gjokolaj', first: 'Elira', pool: 'albanian', woman: true, birth: { year: 1992, month: 2, day: 17 }, phone: facts.phones.partner, home: 'SO-0118', zone: 'town',
    spell: { bank: 'Djokolaj Elira' }, quality: 'Contact', evaluation: 'B2', remark: 'Partner van XHEMALAJ, zelfde adres.',
  },
  {
    key: 'arsonist', last: 'Dewachtelaer', first: 'Brecht', pool: 'dutch', birth: { year: 2001, month: 4, day: 28 }, phone: facts.phones.arsonist, home: 'SO-0101', zone: 'town',
    spell: { bank: 'De Wachtelaer Brecht' }, aliases: ['Bré'],
    quality: 'Verdachte', evaluation: 'C3', remark: 'Tip: zou voor 1.500 euro een bestelwagen in brand gestoken hebben.',
  },
  {
    key: 'clerk', last: 'Claeskens', first: 'Joris', pool: 'dutch', birth: { year: 1983, month: 8, day: 30 }, phone: facts.phones.clerk, plate: '1-XPA-118', home: 'KB-0227', zone: 'warehouse',
    spell: { bank: 'CLAESKENS JORIS' }, address: 'Dorpsveld 27, 9199 Kallebeke',
    quality: 'Slachtoffer', evaluation: 'A1', remark: 'Bediende Zilverplaat Logistics. Bestelwagen uitgebrand op 19/02/2026 omstreeks 02.40 u, voor de woning.',
  },
  {
    key: 'plannerWife', last: 'Aertssenberg', first: 'Fien', pool: 'dutch', woman: true, birth: { year: 1990, month: 6, day: 12 }, phone: null, home: 'KB-0221', zone: 'outskirts',
    spell: { bank: 'Aertssenberg Fien' }, quality: 'Contact', evaluation: 'B2', remark: 'Echtgenote van DEMEULENAERE.',
  },
  {
    key: 'shipperAgent', last: 'Quiñónez Larrea', first: 'Íñigo', pool: 'spanish', birth: { year: 1975, month: 1, day: 22 }, phone: facts.phones.shipper, home: null, zone: 'abroad',
    spell: {}, quality: 'Onbekend', evaluation: 'X4', remark: 'Vertegenwoordiger Frutas Cerro Plata. Nooit in België verhoord.',
  },
  {
    key: 'buyer', last: 'Delfossart', first: 'Mickaël', pool: 'french', birth: { year: 1981, month: 11, day: 3 }, phone: facts.phones.buyer, home: null, zone: 'abroad',
    spell: {}, quality: 'Onbekend', evaluation: 'C3', remark: 'Fransman, telkens in contact daags na een levering.', nationality: 'Fransman',
  },
  {
    key: 'accountant', last: 'Wauthierson', first: 'Coralie', pool: 'french', woman: true, birth: { year: 1972, month: 3, day: 19 }, phone: '+32488006071', home: 'SO-0115', zone: 'town',
    spell: { bank: 'WAUTHIERSON C.' }, quality: 'Getuige', evaluation: 'A1', remark: 'Boekhoudster van Zilverplaat en van Noordkreek Consult.',
  },
];
