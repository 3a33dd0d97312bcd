import { describe, expect, it } from 'vitest';
import { valueKinds } from '../../../shared/values';
import { BELGIAN_CONTEXT } from '../../../shared/values/kind';
import type { DoubtCode, ParseContext, ValueKindId } from '../../../shared/values/kind';

type Good = readonly [written: string, v: string];
type Bad = readonly [written: string, doubt: DoubtCode];

interface Examples {
  readonly good: readonly Good[];
  readonly bad?: readonly Bad[];
  readonly context?: Partial<ParseContext>;
}

const EXAMPLES: Readonly<Partial<Record<ValueKindId, Examples>>> = {
  text: { good: [['  A\u0000b \t c ', 'A b c'], ['e\u0301t\u00e9', 'été']] },
  longText: { good: [['a\r\nb\u0007\rc ', 'a\nb\nc']] },
  name: { good: [['AMELLAL,  Driss', 'AMELLAL, Driss'], ['أحمد بن علي', 'أحمد بن علي']] },
  number: {
    good: [['1.234,56', '1234.56'], ['1 234,5', '1234.5'], ["1'234.56", '1234.56'], ['-12,50', '-12.5'], ['1.234', '1234'], ['1.2345', '1.2345'], ['0.500', '0.5'], ['12345678901234567890', '12345678901234567890'], ['-0', '0'], ['1,234,567', '1234567'], [',5', '0.5']],
    bad: [['12 34', 'format'], ['1.2.3', 'format'], ['3,2E+10', 'format'], ['9'.repeat(300), 'length'], ['abc', 'format']],
  },
  flag: { good: [['Ja', 'true'], ['oui', 'true'], ['X', 'true'], ['neen', 'false'], ['NEIN', 'false'], ['0', 'false']], bad: [['misschien', 'format']] },
  date: {
    good: [
      ['3/2/2026', '2026-02-03'], ['03-02-26', '2026-02-03'], ['14/03/84', '1984-03-14'], ['3 feb 2026', '2026-02-03'], ['3 février 2026', '2026-02-03'], ['3. Februar 2026', '2026-02-03'], ['3 Feb 2026', '2026-02-03'],
      ['1er mars 2026', '2026-03-01'], ['Feb 3, 2026', '2026-02-03'], ['mrt 2026', '2026-03'], ['03/2026', '2026-03'], ['1984', '1984'], ['2026-02', '2026-02'], ['2026-02-03', '2026-02-03'], ['20260203', '2026-02-03'],
      ['20260203140511', '2026-02-03T14:05:11'], ['3/2/2026 14u30', '2026-02-03T14:30'], ['3/2/2026 14h30', '2026-02-03T14:30'], ['3/2/2026 om 14.30 uur', '2026-02-03T14:30'], ['3.2.2026, 14:05 Uhr', '2026-02-03T14:05'],
      ['2026-02-01T14:05:11Z', '2026-02-01T14:05:11Z'], ['2026-02-01T14:05:11.123+01:00', '2026-02-01T14:05:11+01:00'], ['2026-02-01 14:05 CET', '2026-02-01T14:05+01:00'], ['02/01/2026 2:05 PM', '2026-01-02T14:05'],
      ['00/00/1984', '1984'], ['00/05/1984', '1984-05'], ['ca. 1984', '~1984'], ['ma 2 februari 2026', '2026-02-02'], ['29/02/2024', '2024-02-29'], ['02/13/2026', '2026-02-13'], ['3/2/2026 14u', '2026-02-03T14:00'], ['~1984-03', '~1984-03'],
    ],
    bad: [['30/02/2026', 'impossibleDate'], ['29/02/2026', 'impossibleDate'], ['31-04-2026', 'impossibleDate'], ['45/13/2026', 'impossibleDate'], ['gisteren', 'format'], ['3/2/2026 25:00', 'format'], ['2026-13-01', 'impossibleDate'], ['14u30', 'format'], ['3/2', 'format']],
  },
  money: {
    good: [
      ['1.234,56', '1234.56 EUR'], ['1 234,56', '1234.56 EUR'], ['1\u202f234,56 €', '1234.56 EUR'], ["1'234.56", '1234.56 EUR'], ['-12,5', '-12.50 EUR'], ['(12,50)', '-12.50 EUR'], ['EUR 12,50', '12.50 EUR'], ['€ 12,50', '12.50 EUR'],
      ['12,50 EUR', '12.50 EUR'], ['12.50 usd', '12.50 USD'], ['£1,234.50', '1234.50 GBP'], ['$12', '12.00 USD'], ['-€12,50', '-12.50 EUR'], ['12,50-', '-12.50 EUR'], ['1234567890123456789,12', '1234567890123456789.12 EUR'], ['0,1234', '0.1234 EUR'], ['12,345 €', '12.3450 EUR'], ['1000 BEF', '1000.00 BEF'],
    ],
    bad: [['12,50 XQZ', 'unknownCurrency'], ['veel', 'format'], ['EUR', 'format'], ['1.23.4', 'format']],
  },
  phone: {
    good: [
      ['0032470123456', '+32470123456'], ['+32 (0)470/12.34.56', '+32470123456'], ['0470 12 34 56', '+32470123456'], ['470123456', '+32470123456'], ['32470123456', '+32470123456'], ['03/541.22.33', '+3235412233'],
      ['00 31 6 12345678', '+31612345678'], ['\u202a+32 470 55 01 27\u202c', '+32470550127'], ['GSM: 0470/55.01.27', '+32470550127'], ['+212 6 12 34 56 78', '+212612345678'], ['+355 69 123 4567', '+355691234567'],
    ],
    bad: [['1712', 'length'], ['112', 'length'], ['3.247E+10', 'format'], ['3,247E+10', 'format'], ['onbekend', 'format'], ['+3247012345', 'format'], ['0470 12 34 56 78 90 12 34', 'length']],
  },
  imei: { good: [['490154203237518', '490154203237518'], ['49-015420-323751-8', '490154203237518'], ['3534900698733119', '3534900698733119'], ['49015420323751', '49015420323751']], bad: [['490154203237519', 'checkDigit'], ['4901542032375', 'length'], ['geen', 'format']] },
  imsi: { good: [['206012345678901', '206012345678901'], ['206 01 2345678901', '206012345678901']], bad: [['106012345678901', 'format'], ['20601', 'length']] },
  email: { good: [['Driss.Amellal@Example.BE', 'driss.amellal@example.be'], ['Driss <driss@example.be>', 'driss@example.be'], ['mailto:a@b.eu', 'a@b.eu']], bad: [['driss@', 'format'], ['a b@c.be', 'format']] },
  url: { good: [['HTTPS://Example.be/Pad?Q=1', 'https://example.be/Pad?Q=1'], ['www.example.be', 'www.example.be']], bad: [['geen adres', 'format'], ['javascript:alert(1)', 'format']] },
  iban: { good: [['BE68 5390 0754 7034', 'BE68539007547034'], ['IBAN: nl91abna0417164300', 'NL91ABNA0417164300'], ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606']], bad: [['BE68 5390 0754 7035', 'checkDigit'], ['BE68 5390 0754', 'length'], ['geen', 'format'], ['XX12 1234', 'format']] },
  account: { good: [['BE68 5390 0754 7034', 'BE68539007547034'], ['539-0075470-34', 'BE68539007547034'], ['wallet 12-345', 'WALLET12345'], ['TR33 0006 1005 1978 6457 8413 26', 'TR330006100519786457841326']], bad: [['BE68539007547035', 'checkDigit'], ['-', 'format']] },
  bic: { good: [['kredbebb', 'KREDBEBB'], ['GEBABEBB36A', 'GEBABEBB36A']], bad: [['KREDBE', 'length'], ['12345678', 'format']] },
  container: { good: [['CSQU3054383', 'CSQU3054383'], ['msku 604812-0', 'MSKU6048120'], ['TEMU 200100 1', 'TEMU2001001']], bad: [['CSQU3054384', 'checkDigit'], ['CSQU305438', 'length'], ['kist', 'format'], ['xxCSQU3054383yy', 'format']] },
  imo: { good: [['IMO 9074729', '9074729'], ['9074729', '9074729'], ['imo9176187', '9176187']], bad: [['9074728', 'checkDigit'], ['907472', 'length'], ['schip', 'format']] },
  mmsi: { good: [['205344990', '205344990'], ['MMSI 244660000', '244660000']], bad: [['20534499', 'length'], ['805344990', 'format'], ['a', 'format']] },
  vin: { good: [['1HGCM82633A004352', '1HGCM82633A004352'], ['WVWZZZ1JZXW000001', 'WVWZZZ1JZXW000001'], ['1m8gdm9axkp042788', '1M8GDM9AXKP042788']], bad: [['1HGCM82633A004353', 'checkDigit'], ['WVWZZZ1JZXW00001', 'length'], ['WVWZZZ1JZXW00000O', 'format']] },
  plate: { good: [['1-ABC-234', '1ABC234'], ['1 abc 234', '1ABC234'], ['ABC-123', 'ABC123'], ['B-XY 1234', 'BXY1234'], ['12-AB-34', '12AB34'], ['AA-229-AA', 'AA229AA']], bad: [['zwarte bestelwagen', 'length'], ['A', 'length'], ['1AB?234', 'format']] },
  nationalNumber: {
    good: [['85.07.30-033.28', '85073003328'], ['85073003328', '85073003328'], ['RRN: 85.07.30-033 28', '85073003328'], ['00.02.29-101.42', '00022910142'], ['86.43.05-012.05', '86430501205']],
    bad: [['85.07.30-033.29', 'checkDigit'], ['850730033', 'length'], ['onbekend 1', 'format']],
  },
  enterpriseNumber: {
    good: [['0403.170.701', '0403170701'], ['BE 0403.170.701', '0403170701'], ['403170701', '0403170701'], ['1000.000.120', '1000000120'], ['BTW BE0403170701', '0403170701'], ['NL004495445B01', 'NL004495445B01'], ['DE136695976', 'DE136695976'], ['FR40303265045', 'FR40303265045']],
    bad: [['0403.170.702', 'checkDigit'], ['NL004495446B01', 'checkDigit'], ['BE04031707', 'length'], ['geen', 'format']],
  },
  documentNumber: { good: [['592-1234567-31', '592-1234567-31'], ['an.11.L1.012345/2026', 'AN.11.L1.012345/2026'], ['  ej 123456 ', 'EJ 123456']], bad: [['-/-', 'format']] },
  coordinates: {
    good: [
      ['51.26,4.40', '51.26000,4.40000'], ['51,26; 4,40', '51.26000,4.40000'], ['51.2612 4.4028', '51.26120,4.40280'], ['51°15\'36"N 4°24\'10"E', '51.26000,4.40278'], ['4°24\'10"E 51°15\'36"N', '51.26000,4.40278'], ['N51.26 E4.40', '51.26000,4.40000'],
      ['51.26N, 4.40W', '51.26000,-4.40000'], ['-33.9, -70.5', '-33.90000,-70.50000'], ['POINT(4.40 51.26)', '51.26000,4.40000'], ['(51.26, 4.40)', '51.26000,4.40000'], ['51,26, 4,40', '51.26000,4.40000'], ['51°15.6\' N, 4°24.5\' E', '51.26000,4.40833'],
    ],
    bad: [['91.0,4.0', 'outOfRange'], ['51.0,181.0', 'outOfRange'], ['Kaai 730', 'format'], ['51.26', 'format']],
  },
  country: { good: [['BE', 'BE'], ['bel', 'BE'], ['België', 'BE'], ['Belgique', 'BE'], ['Belgien', 'BE'], ['Duitsland', 'DE'], ['Pays-Bas', 'NL'], ['Marokkaanse', 'MA'], ['UK', 'GB'], ['Türkei', 'TR'], ['Albanie', 'AL']], bad: [['Atlantis', 'format'], ['ZZ', 'format']] },
  gender: { good: [['M', 'm'], ['v', 'f'], ['Femme', 'f'], ['homme', 'm'], ['männlich', 'm'], ['X', 'x'], ['Mme.', 'f']], bad: [['?', 'format']] },
  quantity: { good: [['1.250 kg', '1250 kg'], ['12,5KG', '12.5 kg'], ['3 stuks', '3 pcs'], ['7', '7'], ['2 pallets', '2 pallets']], bad: [['kg', 'format'], ['3 4 5 kg x', 'format']] },
  duration: { good: [['205', '205'], ['00:03:25', '205'], ['3:25', '205'], ['3 min 25 sec', '205'], ["3'25''", '205'], ['PT3M25S', '205'], ['1u 5min', '3900'], ['0', '0']], bad: [['lang', 'format']] },
  choice: { good: [[' suspect ', 'suspect']] },
};

for (const [id, { good, bad, context }] of Object.entries(EXAMPLES) as [ValueKindId, Examples][]) {
  const kind = valueKinds[id];
  const settings = { ...BELGIAN_CONTEXT, ...context };
  describe(id, () => {
    it.each(good)('reads %j as %j', (written, v) => {
      const found = kind.parse(written, settings);
      expect(found?.doubt).toBeUndefined();
      expect(found?.v).toBe(v);
      expect(found?.raw ?? v).toBe(written.trim());
    });
    it.each(bad ?? [])('keeps %j with doubt %s', (written, doubt) => {
      const found = kind.parse(written, settings);
      expect(found?.doubt).toBe(doubt);
      expect(found?.v).toBe(written.trim());
    });
  });
}

it('has examples of every kind', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(valueKinds).sort());
});

describe('order of day and month', () => {
  const read = (written: string, dateOrder: ParseContext['dateOrder']) => valueKinds.date.parse(written, { ...BELGIAN_CONTEXT, dateOrder });
  it('follows the file', () => {
    expect(read('03/04/2026', 'dmy')?.v).toBe('2026-04-03');
    expect(read('03/04/2026', 'mdy')?.v).toBe('2026-03-04');
    expect(read('26-03-04', 'ymd')?.v).toBe('2026-03-04');
  });
  it('is settled by a value above twelve', () => {
    expect(read('13/02/2026', 'mdy')?.v).toBe('2026-02-13');
    expect(read('84-03-14', 'dmy')?.v).toBe('1984-03-14');
  });
  it('is in doubt where a file with the year in front has it at the end', () => {
    expect(read('03/04/2026', 'ymd')?.doubt).toBe('ambiguousDate');
  });
});

it('reads numbers of persons of other countries by the country of the file', () => {
  const dutch = { ...BELGIAN_CONTEXT, country: 'NL' };
  expect(valueKinds.nationalNumber.parse('1112.22.333', dutch)).toEqual({ v: '111222333', raw: '1112.22.333' });
  expect(valueKinds.nationalNumber.parse('111252333', dutch)?.doubt).toBe('checkDigit');
  expect(valueKinds.nationalNumber.parse('85073003328', dutch)?.v).toBe('85073003328');
});
