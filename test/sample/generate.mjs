/**
 * Writes the sample case, the raw files of four services of the invented "Operatie Loodslicht".
 *   node test/sample/generate.mjs [folder]      (default: resources/sample)
 * The same seed gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import facts from './facts.mjs';
import { BANK_HEADINGS, makeBankRows } from './bank.mjs';
import { CUSTOMS_HEADINGS, makeMovements } from './customs.mjs';
import { isoText } from './moments.mjs';
import { makePeople } from './people.mjs';
import { POLICE_HEADINGS, POLICE_TITLE, makePoliceRows } from './policeList.mjs';
import { seededRandom } from './seededRandom.mjs';
import { PHONE_FORMS } from './spelling.mjs';
import { makeCalls } from './telephony.mjs';
import { csvText, windows1252, workbook } from './writers.mjs';

const SEED = 20251201;
const CALL_HEADINGS = ['A_NUMBER', 'B_NUMBER', 'START', 'DURATION_S', 'DIRECTION', 'IMEI', 'IMSI', 'CELL_ID', 'CELL_NAME', 'CELL_LAT', 'CELL_LON'];

function callRows(people, random) {
  const form = (number, weights) => (number.startsWith('+') ? PHONE_FORMS[random.weighted(weights)](number) : number);
  const rows = makeCalls(people, random).map((call) => [
    form(call.a, { zeros: 6, plus: 3, national: 1 }), form(call.b, { zeros: 3, plus: 3, national: 4, bare: 1, slashed: 0.3 }), `${isoText(call.at)}+01:00`, String(call.seconds),
    call.imei === null ? 'MTC' : call.kind, call.imei ?? '', call.imsi ?? '', call.cell?.id ?? '', call.cell?.name ?? '', call.cell ? call.cell.lat.toFixed(4) : '', call.cell ? call.cell.lon.toFixed(4) : '',
  ]);
  // The mistakes that README.md lists; ordinary calls only.
  const ordinary = rows.filter((row) => !Object.values(facts.phones).some((number) => [row[0], row[1]].some((text) => text.replace(/\D/g, '').endsWith(number.slice(3)))));
  ordinary[400][5] = facts.wrong.imei;
  ordinary[700][1] = '3.24705E+10';
  ordinary[1100][2] = '2026-02-30T11:04:09+01:00';
  ordinary[1500][1] = '';
  ordinary[1700][8] = `${ordinary[1700][8]}  `;
  return rows;
}

const folder = process.argv[2] ?? fileURLToPath(new URL('../../resources/sample', import.meta.url));
mkdirSync(folder, { recursive: true });
// Each file has its own chance, so that a change in one leaves the others as they are.
const people = makePeople(seededRandom(SEED));
const files = {
  'douane_containerbewegingen.csv': windows1252(csvText([CUSTOMS_HEADINGS, ...makeMovements(people, seededRandom(SEED + 1))], ';', '\r\n')),
  'retro_telefonie.csv': Buffer.from(csvText([CALL_HEADINGS, ...callRows(people, seededRandom(SEED + 2))], ',', '\n')),
  'politie_personenlijst.xlsx': await workbook({
    sheet: 'Personen', title: POLICE_TITLE, headings: POLICE_HEADINGS, rows: makePoliceRows(people, seededRandom(SEED + 3)), widths: [5, 24, 16, 18, 13, 16, 13, 17, 20, 36, 18, 13, 10, 60],
  }),
  'bank_verrichtingen.csv': Buffer.from(`\ufeff${csvText([BANK_HEADINGS, ...makeBankRows(people, seededRandom(SEED + 4))], ';', '\r\n')}`),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
