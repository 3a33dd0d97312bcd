import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { damaged } from './bankFiles';
import { walk } from './walk';

const message = (bookings: string, account = 'BE68539007547034'): string => `{1:F01KREDBEBBXXXX0000000000}{2:O940KREDBEBBXXXXN}{3:}{4:\r\n:20:REF1\r\n:25:${account}\r\n:28C:1/1\r\n:60F:C231229EUR100,00\r\n${bookings}:62F:C240102EUR95,00\r\n-}{5:}\r\n`;
const first = async (bookings: string): Promise<{ values: Record<string, string[]>; other: Record<string, string[]>; incoming: boolean; doubts: readonly string[] }> => {
  const walked = await walk('mt940', message(bookings));
  const [paid] = walked.edges.filter((edge) => edge.type === 'paid');
  const incoming = walked.nodes[paid?.to ?? -1]?.values['iban']?.[0] === 'BE68539007547034';
  const doubts = walked.outcomes.flatMap((outcome) => (outcome.kind === 'row' ? outcome.mapped.doubts.map((doubt) => doubt.code) : []));
  return { values: paid?.values ?? {}, other: walked.nodes[(incoming ? paid?.from : paid?.to) ?? -1]?.values ?? {}, incoming, doubts };
};
const GERMAN = ':61:2312290102DR12,5NTRFNONREF//B123\r\n:86:116?00UEBERWEISUNG?20EREF+E-1?21MREF+M-9?22SVWZ+Miete Dezem\r\nber?30DEUTDEFF?31DE89370400440532013000?32Max Muster?33mann\r\n';

describe('mt940', () => {
  it('is known by its fields', () => {
    const known = (text: string, name = 'x.txt'): string | undefined => recogniseRecords(heldBytes(Buffer.from(text)), name)?.id;
    expect(known(message(GERMAN))).toBe('mt940');
    expect(known(':20:a\n:25:b\n')).toBe('mt940');
    expect(known('Datum: 1\n:Naam: 2\n')).not.toBe('mt940');
  });

  it('reads subfields, across lines, and the booking year across New Year', async () => {
    const { values, other, incoming } = await first(GERMAN);
    expect(incoming).toBe(false);
    expect(values).toMatchObject({ amount: ['12.50 EUR'], valueDate: ['2023-12-29'], date: ['2024-01-02'], reference: ['E-1'], mandate: ['M-9'], bankReference: ['B123'], communication: ['Miete Dezember'] });
    expect(other).toMatchObject({ iban: ['DE89370400440532013000'], bic: ['DEUTDEFF'] });
  });

  it('reads structured details of Dutch banks', async () => {
    expect((await first(':61:240102C5,00NTRFEREF//1\r\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/J. Jan\r\nsen/REMI/Huur/EREF/NOTPROVIDED\r\n')).other).toMatchObject({ iban: ['NL91ABNA0417164300'], bic: ['ABNANL2A'], holderName: ['J. Jansen'] });
    const ing = await first(':61:240102C5,00NTRFEREF//1\r\n:86:/EREF/E77//CNTP/NL20INGB0001234567/INGBNL2A/Kees BV/ADAM///REMI/USTD//Factuur 7/\r\n');
    expect(ing.other).toMatchObject({ iban: ['NL20INGB0001234567'], bic: ['INGBNL2A'], holderName: ['Kees BV'] });
    expect(ing.values).toMatchObject({ communication: ['Factuur 7'], reference: ['E77'] });
  });

  it('keeps an impossible date with its doubt, and turns taken back credits', async () => {
    const february = await first(':61:2402300301RC7,00NTRFX1\r\n');
    expect(february.values).toMatchObject({ valueDate: ['2024-02-30'], date: ['2024-03-01'], reversal: ['true'] });
    expect(february.incoming).toBe(false);
    expect(february.doubts).toContain('impossibleDate');
    expect((await first(':61:240301RD7,00NTRFX1\r\n')).incoming).toBe(true);
  });

  it('reads Polish subfields behind another sign, and text of old code pages', async () => {
    expect((await first(':61:240102C5,00S020\r\n:86:020^00PRZELEW^20Za fakture^3110600076^32JAN KOWALSKI^38PL61109010140000071219812874\r\n')).other).toMatchObject({ iban: ['PL61109010140000071219812874'], holderName: ['JAN KOWALSKI'] });
    const old = Buffer.from(message(':61:240102C5,00NTRFX\r\n:86:Caf\u0082\r\n'), 'latin1');
    expect((await walk('mt940', old)).edges[0]?.values['communication']).toEqual(['Café']);
  });

  it('reads several messages, ends without line ends, and lists what it cannot read', async () => {
    const walked = await walk('mt940', `${message(':61:240102C5,00NTRFA\r\n:61:nothing\r\n')}:20:B\n:25:NL91ABNA0417164300EUR\n:60F:C240102EUR1,\n:61:240102D1,NTRFB\n:62F:C240102EUR0,\n-`);
    expect(walked.edges).toHaveLength(2);
    expect(walked.rejects.map((reject) => reject.row)).toEqual([7]);
    expect(walked.nodes.some((node) => node.values['iban']?.[0] === 'NL91ABNA0417164300' && node.values['currency']?.[0] === 'EUR')).toBe(true);
  });

  it('refuses what has no field', async () => {
    await expect(walk('mt940', '1\n2\n3\n')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });

  it('survives damage', () => damaged('mt940', message(GERMAN)), 60_000);
});
