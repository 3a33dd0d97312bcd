import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isValidIBAN } from 'ibantools';
import { parsePhoneNumberWithError } from 'libphonenumber-js/max';
import { stdnum } from 'stdnum';
import validator from 'validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import facts from '../../sample/facts.json';
import type { SampleRow } from './readSample';
import { at, bankRows, callRows, customsRows, e164, readPoliceList, samplePath } from './readSample';

const NAMES = ['douane_containerbewegingen.csv', 'retro_telefonie.csv', 'politie_personenlijst.xlsx', 'bank_verrichtingen.csv'];
const GENERATOR = fileURLToPath(new URL('../../sample/generate.mjs', import.meta.url));

const customs = customsRows();
const calls = callRows();
const bank = bankRows();
let police: SampleRow[] = [];
beforeAll(async () => {
  police = await readPoliceList();
});

const column = (rows: readonly SampleRow[], ...headings: string[]): string[] => rows.flatMap((row) => headings.map((heading) => at(row, heading).trim())).filter((text) => text !== '');
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

describe('the generator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the committed files again, byte for byte', () => {
    execFileSync(process.execPath, [GENERATOR, folder]);
    for (const name of NAMES) expect(readFileSync(join(folder, name)).equals(readFileSync(samplePath(name))), name).toBe(true);
  });
});

describe('the forms of the four services', () => {
  it('are those that each service writes', () => {
    const customsBytes = readFileSync(samplePath('douane_containerbewegingen.csv'));
    expect(customsBytes.includes(Buffer.from([0x0d, 0x0a]))).toBe(true);
    expect(customsBytes.includes(0x80), 'a euro sign in Windows-1252').toBe(true);
    expect(customsBytes.includes(0xe9), 'é in Windows-1252').toBe(true);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(customsBytes)).toThrow();
    expect([...readFileSync(samplePath('bank_verrichtingen.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(samplePath('retro_telefonie.csv')).subarray(0, 8).toString()).toBe('A_NUMBER');
  });

  it('hold several hundred things and several thousand rows', () => {
    expect(customs.length).toBeGreaterThan(450);
    expect(calls.length).toBeGreaterThan(3000);
    expect(bank.length).toBeGreaterThanOrEqual(900);
    expect(police.length).toBeGreaterThanOrEqual(155);
    expect(distinct(column(customs, 'Containernr')).length).toBeGreaterThanOrEqual(60);
    expect(distinct(column(customs, 'Schip')).length).toBe(12);
    expect(distinct(column(bank, 'Rekening/Compte', 'Tegenrekening/Contrepartie').map((text) => text.replaceAll(' ', ''))).length).toBeGreaterThanOrEqual(60);
    expect(distinct([...column(calls, 'A_NUMBER', 'B_NUMBER'), ...column(police, 'GSM')].map(e164).filter((text) => text.startsWith('+'))).length).toBeGreaterThanOrEqual(130);
    expect(distinct([...column(customs, 'Plaat'), ...column(police, 'Voertuig')].map((text) => text.replaceAll(/[- ]/g, '').slice(0, 7))).length).toBeGreaterThanOrEqual(40);
  });
});

describe('check digits', () => {
  it('of containers hold but for the two listed', () => {
    const wrong = distinct(column(customs, 'Containernr').map((text) => text.replaceAll(/[ -]/g, '')).filter((text) => !validator.isISO6346(text)));
    expect(wrong.sort()).toEqual([...facts.wrong.containers].sort());
  });

  it('of ships hold but for the one listed', () => {
    const holds = (imo: string): boolean => Array.from(imo.slice(0, 6)).reduce((sum, digit, i) => sum + Number(digit) * (7 - i), 0) % 10 === Number(imo[6]);
    expect(distinct(column(customs, 'IMO').filter((imo) => !holds(imo)))).toEqual([facts.wrong.imo]);
  });

  it('of enterprises hold', () => {
    expect(column(customs, 'BTW ontvanger').filter((text) => !stdnum.BE?.vat?.validate(text.replace(/^BE /, '')).isValid)).toEqual([]);
  });

  it('of handsets hold but for the one listed', () => {
    expect(distinct(column(calls, 'IMEI').filter((text) => !validator.isIMEI(text)))).toEqual([facts.wrong.imei]);
  });

  it('of national numbers hold but for the one listed, and fit the birth date', () => {
    const holds = (text: string): boolean => {
      const digits = text.replaceAll(/\D/g, '');
      const free = digits.slice(0, 9);
      return [free, `2${free}`].some((base) => 97 - (Number(base) % 97) === Number(digits.slice(9)));
    };
    expect(column(police, 'Rijksregisternr').filter((text) => !holds(text))).toEqual([facts.wrong.nationalNumber]);
    const dated = police.filter((row) => at(row, 'Rijksregisternr') !== '' && /^\d{4}-/.test(at(row, 'Geboortedatum')));
    const differing = dated.filter((row) => at(row, 'Rijksregisternr').replaceAll(/\D/g, '').slice(0, 6) !== at(row, 'Geboortedatum').replaceAll('-', '').slice(2));
    expect(differing).toEqual([]);
    expect(dated.some((row) => at(row, 'Geboortedatum') >= '2000')).toBe(true);
  });

  it('of accounts and structured messages hold but for those listed', () => {
    const accounts = column(bank, 'Rekening/Compte', 'Tegenrekening/Contrepartie').map((text) => text.replaceAll(' ', ''));
    expect(distinct(accounts.filter((text) => !isValidIBAN(text)))).toEqual([facts.wrong.iban]);
    expect(distinct(accounts.map((text) => text.slice(0, 2))).sort()).toEqual(['AE', 'AL', 'BE', 'ES', 'NL', 'TR']);
    const holds = (text: string): boolean => {
      const digits = text.replaceAll(/\D/g, '');
      return (Number(digits.slice(0, 10)) % 97 || 97) === Number(digits.slice(10));
    };
    expect(column(bank, 'Gestructureerde mededeling/Communication structurée').filter((text) => !holds(text))).toEqual([facts.wrong.structuredMessage]);
  });

  it('and forms of phone numbers are plausible but for those listed', () => {
    const odd = distinct([...column(calls, 'A_NUMBER', 'B_NUMBER'), ...column(police, 'GSM').filter((text) => !text.includes(' of '))].map(e164).filter((text) => !text.startsWith('+') || !parsePhoneNumberWithError(text).isValid()));
    expect(odd.sort()).toEqual(['112', '3,24705E+10', '3.24705E+10']);
  });
});

describe('trouble as reality has it', () => {
  it('is there, and only a little of it', () => {
    expect(column(customs, 'Datum').filter((text) => text.startsWith('30/02'))).toHaveLength(1);
    expect(column(bank, 'Valutadatum/Date valeur').filter((text) => text.startsWith('30/02'))).toHaveLength(1);
    expect(column(calls, 'START').filter((text) => text.includes('-02-30'))).toHaveLength(1);
    expect(column(police, 'Geboortedatum').filter((text) => text.startsWith('30/02'))).toHaveLength(1);
    expect(customs.filter((row) => at(row, 'Gewicht kg') === '')).toHaveLength(1);
    expect(bank.filter((row) => at(row, 'Bedrag/Montant') === '')).toHaveLength(1);
    expect(calls.filter((row) => at(row, 'B_NUMBER') === '')).toHaveLength(1);
    expect(police.filter((row) => at(row, 'Voornaam') === '')).toHaveLength(1);
  });
});
