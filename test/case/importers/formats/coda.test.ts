import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { damaged } from './bankFiles';
import { walk } from './walk';

/** A record by its columns, from 1. */
function record(...parts: readonly (readonly [column: number, text: string])[]): string {
  let line = ' '.repeat(128);
  for (const [column, text] of parts) line = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length);
  return line.slice(0, 128);
}
const header = (version = '2', company = '00403170701'): string => record([1, '0000002012400005'], [25, 'REF0000001'], [35, 'BAKKERIJ PEETERS'], [61, 'KREDBEBB'], [72, company], [84, '00000'], [128, version]);
const opening = (balance = '0000000000100000'): string => record([1, '12001'], [6, 'BE68539007547034'], [40, 'EUR'], [43, balance], [59, '010124'], [65, 'BAKKERIJ PEETERS'], [91, 'Zichtrekening'], [126, '001']);
const move = (sequence: string, detail: string, sign: string, amount: string, code: string, communication = '', mark = '0'): string => record([1, `21${sequence}${detail}`], [11, 'BANKREF0001'], [32, sign], [33, amount], [48, '020124'], [54, code], [62, mark], [63, communication], [116, '030124'], [122, '001'], [125, '0']);
const second = (sequence: string, detail: string, reference: string): string => record([1, `22${sequence}${detail}`], [64, reference], [99, 'BBRUBEBB']);
const third = (sequence: string, detail: string, account: string, name: string): string => record([1, `23${sequence}${detail}`], [11, account], [45, 'EUR'], [48, name]);
const closing = (balance: string): string => record([1, '8001'], [5, 'BE68539007547034'], [39, 'EUR'], [42, balance], [58, '020124']);
const trailer = (count: string, debit: string, credit: string): string => record([1, '9'], [17, count], [23, debit], [38, credit], [128, '2']);
const file = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`;
const VALID = file(
  header(), opening(), move('0001', '0000', '0', '000000000025000', '00150000', '101090933755493', '1'), second('0001', '0000', 'E2E-1'), third('0001', '0000', 'NL91ABNA0417164300', 'KLANT EEN'),
  move('0002', '0000', '1', '000000000030000', '10107000'), move('0002', '0001', '1', '000000000010000', '50107000', 'eerste'), third('0002', '0001', 'DE89370400440532013000', 'MAX'), move('0002', '0002', '1', '000000000020000', '50107000', 'tweede'), third('0002', '0002', 'FR1420041010050500013M02606', 'SOCIETE X SA'),
  closing('0000000000095000'), trailer('000010', '000000000030000', '000000000025000'),
);

describe('coda', () => {
  it('is known by its first record', () => {
    expect(recogniseRecords(heldBytes(Buffer.from(VALID)), 'a.txt')?.id).toBe('coda');
    expect(recogniseRecords(heldBytes(Buffer.from('0000;0000;05\n1;2;3\n')), 'a.cod')?.id).not.toBe('coda');
  });

  it('gives payments, those of a sum each once, with no fault where the figures agree', async () => {
    const { edges, nodes, rejects } = await walk('coda', VALID);
    const paid = edges.filter((edge) => edge.type === 'paid');
    expect(rejects).toEqual([]);
    expect(paid.map((edge) => edge.values['amount']?.[0])).toEqual(['25.00 EUR', '10.00 EUR', '20.00 EUR']);
    expect(paid[0]?.values).toMatchObject({ structured: ['+++090/9337/55493+++'], reference: ['E2E-1'], date: ['2024-01-03'], valueDate: ['2024-01-02'] });
    expect(nodes[paid[0]?.from ?? -1]?.values).toMatchObject({ iban: ['NL91ABNA0417164300'], bic: ['BBRUBEBB'], holderName: ['KLANT EEN'] });
    expect(nodes[paid[0]?.to ?? -1]?.values['iban']).toEqual(['BE68539007547034']);
    expect(nodes.filter((node) => node.type === 'company').map((node) => node.values)).toEqual([{ name: ['BAKKERIJ PEETERS'], enterpriseNumber: ['0403170701'] }, { name: ['SOCIETE X SA'] }]);
  });

  it('reads records that lost their line ends', async () => {
    const lines = await walk('coda', VALID);
    const joined = await walk('coda', VALID.replaceAll('\r\n', ''));
    expect(joined.edges.map((edge) => edge.values)).toEqual(lines.edges.map((edge) => edge.values));
  });

  it('tells of balances, totals and counts that do not agree', async () => {
    const { rejects } = await walk('coda', VALID.replace('0000000000095000', '0000000000095010').replace('000010000000000030000', '000011000000000030001'));
    expect(rejects).toHaveLength(2);
    expect(rejects[1]?.detail).toContain('11');
  });

  it('reads an old account number as its IBAN, and version 1', async () => {
    const old = record([1, '10001'], [6, '539007547034 EUR0BE'], [43, '0000000000100000'], [59, '010124'], [65, 'PEETERS']);
    const { nodes } = await walk('coda', file(header('1', '00000000000'), old, move('0001', '0000', '0', '000000000025000', '00150000'), record([1, '2300010000'], [11, '230012345632'], [48, 'JANSSENS'], [74, 'DORP 1'])));
    expect(nodes[0]?.values['number']).toEqual(['BE68539007547034']);
    expect(nodes.some((node) => node.values['holderName']?.includes('JANSSENS') && node.values['holderAddress']?.includes('DORP 1'))).toBe(true);
  });

  it('keeps information records, and several statements of a file apart', async () => {
    const told = file(header(), opening(), move('0001', '0000', '0', '000000000025000', '00150000'), record([1, '3100010001'], [32, '00150000'], [40, '1001'], [44, 'WIM JANSSENS']), record([1, '3200010001'], [11, 'KERKSTRAAT 1'], [46, '2000 ANTWERPEN']), closing('0000000000125000'), trailer('000005', '000000000000000', '000000000025000'));
    const { nodes, edges } = await walk('coda', told + VALID.replaceAll('BE68539007547034', 'BE43068999999501'));
    expect(nodes.some((node) => node.values['holderName']?.[0] === 'WIM JANSSENS' && node.values['holderAddress']?.[0] === 'KERKSTRAAT 1, 2000 ANTWERPEN')).toBe(true);
    expect(edges.filter((edge) => edge.type === 'paid')).toHaveLength(4);
  });

  it('rejects what is no record', async () => {
    const { rejects } = await walk('coda', file(header(), opening(), 'x'.repeat(300), '7'.padEnd(128, '1'), record([1, '2200010000'], [11, 'los']), move('0001', '0000', '0', 'geen bedrag    ', '00150000')));
    expect(rejects.map((reject) => reject.row)).toEqual([3, 4, 5, 6]);
  });

  it('survives damage', () => damaged('coda', VALID), 60_000);
});
