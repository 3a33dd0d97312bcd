import writeXlsxFile from 'write-excel-file/node';

/** Windows-1252 where it differs from Latin-1, as far as the files need it. */
const WINDOWS_1252 = { '€': 0x80, '…': 0x85, Š: 0x8a, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, š: 0x9a };

/** Bytes of `text` in Windows-1252; letters that it lacks lose their accent or become "?", as in the customs' own program. */
export function windows1252(text) {
  const bytes = [];
  for (const char of text) {
    const plain = char.codePointAt(0);
    const bare = { ı: 'i', İ: 'I' }[char] ?? char.normalize('NFD')[0];
    if (WINDOWS_1252[char] !== undefined) bytes.push(WINDOWS_1252[char]);
    else if (plain < 0x80 || (plain >= 0xa0 && plain < 0x100)) bytes.push(plain);
    else bytes.push(bare.charCodeAt(0) < 0x80 ? bare.charCodeAt(0) : 0x3f);
  }
  return Uint8Array.from(bytes);
}

/** CSV text of rows, quoted only where needed. */
export function csvText(rows, delimiter, lineEnd) {
  const quote = (value) => (value.includes(delimiter) || value.includes('"') || value.includes('\n') ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join('');
}

/**
 * Bytes of a workbook with merged title rows, a blank row, headings and rows; a cell is text, number, null or {date: seconds}.
 * @param {{sheet: string, title: string[], headings: string[], rows: unknown[][], widths: number[]}} list
 */
export async function workbook({ sheet, title, headings, rows, widths }) {
  const merged = title.map((text, index) => [
    { value: text, columnSpan: headings.length, fontWeight: index === 0 ? 'bold' : undefined, fontSize: index === 0 ? 14 : 11 }, ...Array.from({ length: headings.length - 1 }, () => null),
  ]);
  const head = headings.map((text) => ({ value: text, fontWeight: 'bold', backgroundColor: '#D9E2EC', bottomBorderStyle: 'thin' }));
  const data = [...merged, [], head, ...rows.map((row) => row.map(cellOf))];
  const bytes = await writeXlsxFile(data, { sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: merged.length + 2 }).toBuffer();
  return withFixedTimes(bytes);
}

function cellOf(value) {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return { value: new Date(value.date * 1000), type: Date, format: 'dd/mm/yyyy' };
  return { value };
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const FIXED_TIME = 9 << 11;
const FIXED_DATE = ((2026 - 1980) << 9) | (3 << 5) | 20;

/** The same ZIP with all members dated 20 March 2026, so that each run writes the same bytes. */
function withFixedTimes(bytes) {
  const zip = Buffer.from(bytes);
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END_RECORD) end -= 1;
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(entry) !== CENTRAL_HEADER) throw new Error('The workbook is not a ZIP as expected');
    stamp(zip, entry + 12);
    const local = zip.readUInt32LE(entry + 42);
    if (zip.readUInt32LE(local) !== LOCAL_HEADER) throw new Error('The workbook is not a ZIP as expected');
    stamp(zip, local + 10);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}

function stamp(zip, offset) {
  zip.writeUInt16LE(FIXED_TIME, offset);
  zip.writeUInt16LE(FIXED_DATE, offset + 2);
}
