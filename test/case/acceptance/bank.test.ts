import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../../shared/contract/failure';
import { walkFile } from '../importers/formats/walk';
import type { Walked } from '../importers/formats/walk';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/bank');
const there = existsSync(FOLDER);
const files = (folder: string, ending: RegExp): string[] =>
  there ? readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && ending.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).toSorted() : [];

type Json = null | string | number | boolean | Uint8Array | Json[] | { [name: string]: Json };
const isMap = (value: Json | undefined): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
const at = (value: Json | undefined, ...path: (string | number)[]): Json | undefined => path.reduce<Json | undefined>((held, key) => (Array.isArray(held) ? held[Number(key)] : isMap(held) ? held[key] : undefined), value);
const text = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const compact = (value: string): string => value.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
const figure = (value: string): string => {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
};

interface Payment { readonly incoming: boolean; readonly values: Record<string, string[]>; readonly raw: string; readonly all: string }

/** Payments in the order of the file, each with all that stands in it and at its other end. */
function payments(walked: Walked): Payment[] {
  const rows = walked.outcomes.flatMap((outcome) => (outcome.kind === 'row' && outcome.mapped.links.some((link) => link.type === 'paid') ? [outcome.mapped] : []));
  const paid = walked.edges.filter((edge) => edge.type === 'paid');
  return rows.map((row, index) => {
    const link = row.links.find((each) => each.type === 'paid');
    return { incoming: link?.to === 0, values: paid[index]?.values ?? {}, raw: JSON.stringify(link?.values ?? {}), all: compact(JSON.stringify([row.entities.slice(1).map((each) => each.values), link?.values])) };
  });
}

const everything = (walked: Walked): string => compact(JSON.stringify(walked.outcomes));

function* objects(value: Json | undefined, name: string): Generator<{ [name: string]: Json }> {
  if (Array.isArray(value)) for (const each of value) yield* objects(each, name);
  else if (isMap(value)) {
    if (text(value['__CLASS__']).endsWith(`\\${name}`)) yield value;
    for (const each of Object.values(value)) yield* objects(each, name);
  }
}

/** Texts that the expected file took out of the original: names, addresses, references, messages. */
function* texts(value: Json | undefined, key = ''): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* texts(each, key);
  else if (isMap(value)) {
    const kind = text(value['__CLASS__']);
    if (kind === 'DateTimeImmutable' || kind.startsWith('Money\\')) return;
    for (const [name, each] of Object.entries(value)) yield* texts(each, name);
  } else if (typeof value === 'string' && key !== '__CLASS__' && value !== '__RECURSIVITY__') yield value;
}

/** Minor units to the figure that the file has. */
function money(value: Json | undefined): string {
  const currency = text(at(value, 'getCurrency', 'getCode'));
  const digits = currency === 'JPY' ? 0 : 2;
  const units = text(at(value, 'getAmount')).replace('-', '').padStart(digits + 1, '0');
  return `${figure(digits === 0 ? units : `${units.slice(0, -digits)}.${units.slice(-digits)}`)} ${currency}`;
}
const ours = (payment: Payment | undefined): string => (payment?.values['amount']?.[0] ?? '').replace(/^(\S+)/, (found) => figure(found));
const day = (value: Json | undefined): number | null => (text(at(value, '0')) === '' ? null : Date.parse(text(at(value, '0'))));
function moment(value: string | undefined): number | null {
  return value === undefined ? null : Date.parse(value.includes('T') ? (/[Z+]|-\d\d:\d\d$/.test(value.slice(11)) ? value : `${value}Z`) : `${value}T00:00:00Z`);
}

describe.skipIf(!there)('CAMT of the shared folder (skipped without it)', () => {
  it.each(files('camt', /^camt.*\.json$/).map((path) => [path.slice(FOLDER.length + 1), path]))('%s', async (_name, path) => {
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Json;
    const walked = await walkFile(path.replace(/json$/, 'xml'));
    expect(walked.format).toBe('camt');
    const found = payments(walked);
    const entries = [...objects(expected, 'Entry')];
    const used = new Set<number>();
    for (const entry of entries) {
      const details = list(entry['getTransactionDetails']).filter((each) => each !== '__RECURSIVITY__').length > 0 ? list(entry['getTransactionDetails']) : [entry['getTransactionDetail']];
      // A detail that was told before stands as a mark in the list, and whole beside it.
      const whole = details.length <= 1;
      for (const [order, mark] of (whole ? [null] : details).entries()) {
        const detail = mark === '__RECURSIVITY__' || mark === null ? entry['getTransactionDetail'] : mark;
        const amount = whole ? money(entry['getAmount']) : isMap(at(detail, 'getAmount')) ? money(at(detail, 'getAmount')) : '';
        // Statements follow each other in another order than in the expectation.
        const place = found.findIndex((each, which) => !used.has(which) && ours(each) === amount && moment(each.values['valueDate']?.[0]) === day(entry['getValueDate']));
        expect(`${amount} at ${place}`).not.toContain(' at -1');
        used.add(place);
        const payment = found[place];
        if (whole) expect(payment?.incoming).toBe(text(entry['getCreditDebitIndicator']) === 'CRDT');
        const booked = day(entry['getBookingDate']);
        if (booked !== null) expect(moment(payment?.values['date']?.[0])).toBe(booked);
        expect(moment(payment?.values['valueDate']?.[0])).toBe(day(entry['getValueDate']));
        expect(payment?.values['reversal']?.[0] ?? 'false').toBe(String(entry['getReversalIndicator'] === true));
        const reference = text(at(detail, 'getReference', 'getEndToEndId'));
        if (reference !== '' && order === 0) expect(payment?.all).toContain(compact(reference));
        for (const said of texts(at(detail, 'getRemittanceInformation'))) if (!['SCOR'].includes(said)) expect(payment?.all).toContain(compact(said));
      }
    }
    // The expectation tells entries of a second statement only by a mark.
    const written = readFileSync(path.replace(/json$/, 'xml'), 'utf8').match(/<Ntry>/g)?.length ?? 0;
    expect(found).toHaveLength(used.size + written - entries.length);
    const held = everything(walked);
    const ENUMERATIONS = new Set(['opening', 'closing', 'opening_available', 'closing_available', 'BOOK', 'CRDT', 'DBIT', 'true', 'false', '']);
    for (const said of texts(expected)) if (!ENUMERATIONS.has(said) && !/^(?:interim|prev|info|forward|[a-z_]+)$/.test(said)) expect(held).toContain(compact(said));
    // Every balance, with its day and sign.
    for (const balance of objects(expected, 'Balance')) {
      const [amount = '', currency = ''] = money(balance['getAmount']).split(' ');
      const negative = text(at(balance['getAmount'], 'getAmount')).startsWith('-');
      const date = new Date(day(balance['getDate']) ?? 0).toISOString().slice(0, 10);
      const said = walked.nodes.flatMap((node) => Object.entries(node.values).filter(([name]) => name.startsWith('other:Bal')).flatMap(([, values]) => values)).map((value) => value.split(' '));
      expect(said.some(([when = '', what = '', of = '']) => (when.slice(0, 10) === date || when.includes('T')) && figure(what) === amount && of === currency && what.startsWith('-') === negative)).toBe(true);
    }
  });

  it('refuses a message without statements', async () => {
    await expect(walkFile(join(FOLDER, 'camt/camt053.v2.wrong.xml'))).rejects.toBeInstanceOf(Failure);
  });

  it.each(['test-camt053', 'test-camt053-txdtls', 'test-camt054', 'test-camt053-no-ntry'])('oca/%s', async (name) => {
    const golden = readFileSync(join(FOLDER, 'camt/oca', `golden-${name.slice(5)}.pydata`), 'utf8');
    const walked = await walkFile(join(FOLDER, 'camt/oca', name));
    const found = payments(walked);
    const all = (key: string): string[] => [...golden.matchAll(new RegExp(`'${key}': (?:'((?:[^'\\\\]|\\\\.)*)'|"([^"]*)"|(-?[\\d.]+)|False|None)`, 'g'))].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    expect(found.map((each) => `${each.incoming ? '' : '-'}${figure((each.values['amount']?.[0] ?? '').split(' ')[0] ?? '')}`)).toEqual(all('amount').map((each) => `${each.startsWith('-') ? '-' : ''}${figure(each)}`));
    for (const said of [...all('account_number'), ...all('partner_name'), ...all('ref')]) expect(everything(walked)).toContain(compact(said));
  });
});

describe.skipIf(!there)('MT940 of the shared folder (skipped without it)', () => {
  const date = (value: Json | undefined): string => {
    const bytes = at(value, 0);
    return bytes instanceof Uint8Array ? `${(bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)}-${String(bytes[2]).padStart(2, '0')}-${String(bytes[3]).padStart(2, '0')}` : '';
  };
  const EMPTY = new Set(['empty_non_swift.sta', 'invalid_statement.sta', 'empty_line.sta']);
  it.each(files('mt940', /\.sta$/).map((path) => [path.slice(FOLDER.length + 1), path]))('%s', async (name, path) => {
    const expected = parse(readFileSync(path.replace(/sta$/, 'yml'), 'utf8'), { logLevel: 'silent', customTags: ['binary'], maxAliasCount: -1 }) as Json;
    if ([...EMPTY].some((each) => name.endsWith(each))) {
      const outcome = await walkFile(path, 'mt940').catch((error: unknown) => error);
      expect(outcome instanceof Failure || payments(outcome as Walked).length === 0).toBe(true);
      return;
    }
    const walked = await walkFile(path);
    expect(walked.format).toBe('mt940');
    const original = compact(readFileSync(path, 'utf8'));
    const held = everything(walked);
    const found = payments(walked);
    const transactions = list(at(expected, 'transactions')).filter((each) => at(each, 'data', 'amount') !== undefined);
    expect(found).toHaveLength(transactions.length);
    for (const [index, transaction] of transactions.entries()) {
      const data = at(transaction, 'data');
      const payment = found[index];
      const amount = text(at(data, 'amount', 'amount', 0));
      const currency = text(at(data, 'currency'));
      expect(ours(payment).trim()).toBe(currency === '' ? figure(amount) : `${figure(amount)} ${currency}`);
      // The library that wrote the expectations gives a taken back credit (RC) the sign of a credit; SWIFT says money goes out.
      const status = text(at(data, 'status'));
      expect(payment?.incoming).toBe(status === 'C' || status === 'RD');
      const impossible = payment?.raw.includes('impossibleDate') === true;
      if (!impossible) expect(payment?.values['valueDate']?.[0]).toBe(date(at(data, 'date')));
      else expect(payment?.values['valueDate']?.[0]).toBe('2016-02-30');
      const entry = date(at(data, 'entry_date'));
      if (entry !== '') expect(payment?.values['date']?.[0]).toBe(entry);
      const references = compact(['customer_reference', 'bank_reference', 'extra_details'].map((key) => text(at(data, key))).join('')).replace(/^NONREF/, '').replace(/NONREF$/, '');
      if (references !== '' && name.endsWith('sepa_snippet_broken.sta')) expect(payment?.all).toContain(references);
      for (const key of ['id', 'applicant_bin', 'applicant_iban', 'applicant_name', 'purpose', 'transaction_code', 'posting_text', 'prima_nota', 'end_to_end_reference', 'additional_purpose', 'transaction_details', 'non_swift_15', 'customer_reference', 'bank_reference', 'extra_details'])
        for (const piece of pieces(key, text(at(data, key)), name)) {
          // The library joins some references wrongly: what does not stand in the file is not looked for.
          if (original.includes(piece)) expect(`${key}: ${key === 'transaction_details' ? held : (payment?.all ?? '')}`).toContain(piece);
        }
    }
  });
  /** What has to be found again: slashes of structured details divide them, and placeholders say nothing. */
  function pieces(key: string, value: string, name: string): string[] {
    if (/^(?:NONREF|EREF|KREF\+?)$/.test(value) || (key.endsWith('reference') && name.endsWith('broken.sta'))) return [];
    const parts = key === 'transaction_details' ? value.split('\n').flatMap((line) => line.split(/\/[A-Z]{4}\/|[?>^]\d\d|[A-Z]{4}\+/)) : value.split(/[A-Z]{4}\+|\/\//);
    return parts.map((part) => compact(part.replace(/^NONREF(?:\/\/)?|\/\/NONREF$/, ''))).filter((part) => part !== '' && part !== 'NONREF' && part !== 'XXX');
  }
});

describe.skipIf(!there)('CODA of the shared folder (skipped without it)', () => {
  it.each(files('coda', /\.cod$/).map((path) => [path.slice(FOLDER.length + 1), path]))('%s', async (_name, path) => {
    const lines = readFileSync(path, 'latin1').split(/\r?\n/).filter((line) => line !== '');
    const walked = await walkFile(path);
    expect(walked.format).toBe('coda');
    // Sums over the movements that were handed out, against the movements' own records and the balances and totals of the file.
    const cents = (value: string): bigint => BigInt(value);
    const main = lines.filter((line) => line.startsWith('21') && line.slice(6, 10) === '0000');
    const sum = main.reduce((total, line) => total + (line[31] === '1' ? -1n : 1n) * cents(line.slice(32, 47)), 0n);
    const told = payments(walked).reduce((total, each) => {
      const [whole = '0', fraction = ''] = (each.values['amount']?.[0] ?? '').split(' ')[0]?.split('.') ?? [];
      return total + (each.incoming ? 1n : -1n) * cents(`${whole}${fraction.slice(0, 3).padEnd(3, '0')}`);
    }, 0n);
    expect(told).toBe(sum);
    const balance = (line: string | undefined, sign: number): bigint => (line?.[sign] === '1' ? -1n : 1n) * cents(line?.slice(sign + 1, sign + 16) ?? '0');
    const agrees = balance(lines.find((line) => line.startsWith('1')), 42) + sum === balance(lines.find((line) => line.startsWith('8')), 41);
    expect(walked.rejects.some((reject) => reject.detail.includes('new balance'))).toBe(!agrees);
    const last = lines.at(-1) ?? '';
    const counted = lines.filter((line) => '1238'.includes(line[0] ?? '')).length === Number(last.slice(16, 22));
    const total = (sign: string): bigint => main.filter((line) => line[31] === sign).reduce((held, line) => held + cents(line.slice(32, 47)), 0n);
    const totals = total('1') === cents(last.slice(22, 37)) && total('0') === cents(last.slice(37, 52));
    expect(walked.rejects.some((reject) => reject.detail.includes('the file says'))).toBe(!(counted && totals));
    for (const line of lines.filter((each) => each.startsWith('23'))) {
      const name = compact(line.slice(47, 82));
      if (name !== '') expect(everything(walked)).toContain(name);
    }
  });
});
