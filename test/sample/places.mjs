/** The invented port of Scheldoord: terminals, streets and mobile cells (WGS84 degrees) on and around it. */
export const TERMINALS = [
  { name: 'Kaap-Noord Terminal', quays: ['K408', 'K412', 'K416'] },
  { name: 'Westerkreek Container Terminal', quays: ['W11', 'W15'] },
  { name: 'Sluisdok Multipurpose', quays: ['S702', 'S706'] },
];

/** `zone` says who is usually there: harbour at work, town and outskirts at home. */
export const CELLS = [
  { id: 'SO-0412', name: 'SCHELDOORD K412 GATE', lat: 51.3187, lon: 4.2391, zone: 'gate' },
  { id: 'SO-0409', name: 'SCHELDOORD KAAP-NOORD YARD', lat: 51.3214, lon: 4.2302, zone: 'harbour' },
  { id: 'SO-0415', name: 'SCHELDOORD KAAP-NOORD KANTOOR', lat: 51.3165, lon: 4.2447, zone: 'harbour' },
  { id: 'SO-0502', name: 'WESTERKREEK TERMINAL', lat: 51.2966, lon: 4.2178, zone: 'harbour' },
  { id: 'SO-0505', name: 'WESTERKREEK POORT 2', lat: 51.2941, lon: 4.2249, zone: 'harbour' },
  { id: 'SO-0702', name: 'SLUISDOK ZUID', lat: 51.2803, lon: 4.2934, zone: 'harbour' },
  { id: 'SO-0731', name: 'SLUISWEG BEDRIJVENZONE', lat: 51.2678, lon: 4.3312, zone: 'warehouse' },
  { id: 'SO-0101', name: 'SCHELDOORD CENTRUM', lat: 51.2492, lon: 4.3867, zone: 'town' },
  { id: 'SO-0104', name: 'SCHELDOORD STATION', lat: 51.2455, lon: 4.3991, zone: 'town' },
  { id: 'SO-0107', name: 'SCHELDOORD KADEPLEIN', lat: 51.2531, lon: 4.3794, zone: 'town' },
  { id: 'SO-0111', name: 'SCHELDOORD PARK', lat: 51.2413, lon: 4.4066, zone: 'town' },
  { id: 'SO-0115', name: 'SCHELDOORD HOSPITAAL', lat: 51.2388, lon: 4.3922, zone: 'town' },
  { id: 'SO-0118', name: 'SCHELDOORD VUURTORENLAAN', lat: 51.2567, lon: 4.3921, zone: 'town' },
  { id: 'SO-0122', name: 'SCHELDOORD OOST', lat: 51.2476, lon: 4.4213, zone: 'town' },
  { id: 'KB-0221', name: 'KALLEBEKE KERK', lat: 51.2129, lon: 4.2817, zone: 'outskirts' },
  { id: 'KB-0227', name: 'KALLEBEKE DORPSVELD', lat: 51.2074, lon: 4.2904, zone: 'outskirts' },
  { id: 'WK-0301', name: 'WESTERKREEK DORP', lat: 51.2743, lon: 4.1986, zone: 'outskirts' },
  { id: 'WK-0304', name: 'WESTERKREEK DIJK', lat: 51.2801, lon: 4.1894, zone: 'outskirts' },
  { id: 'RG-0811', name: 'RINGWEG NOORD', lat: 51.2719, lon: 4.4038, zone: 'road' },
  { id: 'RG-0814', name: 'TUNNEL LOODSMANSDREEF', lat: 51.2622, lon: 4.3607, zone: 'road' },
  { id: 'RG-0820', name: 'SNELWEGPARKING KREEKLAND', lat: 51.2287, lon: 4.3118, zone: 'road' },
];

/** The cell with this id. */
export const cell = (id) => CELLS.find((one) => one.id === id);
export const cellsOf = (...zones) => CELLS.filter((one) => zones.includes(one.zone));

export const STREETS = ['Loodsmansdreef', 'Vuurtorenlaan', 'Kadeplein', 'Sluisweg', 'Bolderstraat', 'Ankerrui', 'Touwslagersgang', 'Scheepjeslaan', 'Kraanplein', 'Havenkapiteinstraat', 'Brikstraat', 'Oude Dokgang', 'Meeuwenhof', 'Zeilmakersstraat', 'Dorpsveld', 'Kreekdijk', 'Getijdenlaan', 'Peilschaalstraat'];
export const TOWNS = ['2099 Scheldoord', '2099 Scheldoord', '2099 Scheldoord', '2098 Scheldoord-Oost', '9199 Kallebeke', '2199 Westerkreek'];

/** Vessels: `free` are the six digits before the check digit; the range is not given out. */
export const VESSELS = [
  { name: 'CERRO AZUL', free: '307472' }, { name: 'MAREVIA STAR', free: '311905' }, { name: 'POLDER TRADER', free: '318264' }, { name: 'SANTA RUFINA', free: '322710' },
  { name: 'NORDVIK EXPRESS', free: '330148' }, { name: 'BOSFOR KAPTAN', free: '337096' }, { name: 'ATLAS BREEZE', free: '341583' }, { name: 'KRAKENES', free: '346227' },
  { name: 'ALTAMAR REEFER', free: '352934' }, { name: 'ÎLE DE RAVEL', free: '358801' }, { name: 'GULF MERIDIAN', free: '361459' }, { name: 'RÍO ZARUMA', free: '369012' },
];
