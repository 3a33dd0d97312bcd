import type { StoredValue } from '../../../../../shared/values/kind';
import { amountOf, belgianStructured, isoDate, structuredWithin } from '../bank/exact';
import { NOBODY } from '../bank/parties';
import type { AccountSaid, PartySaid } from '../bank/parties';
import type { Movement } from '../bank/records';
import type { Element } from './element';
import { nameOf, partyElement, partySaid } from './party';

/** What an entry says of all its transactions. Read once, before the transactions. */
export interface EntryHead {
  readonly line: number;
  readonly own: AccountSaid;
  readonly credit: boolean;
  readonly reversal: boolean;
  readonly figure: string;
  readonly currency: string;
  readonly booked: StoredValue | null;
  readonly valued: StoredValue | null;
  readonly said: readonly (readonly [string, string])[];
  readonly other: readonly (readonly [string, string])[];
  /** The bank's own words on it. */
  readonly info: string;
}

const compact = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase();
/** What files write where there is no reference. */
const NO_REFERENCE = /^(?:NOT ?PROVIDED|NONREF|NOTAVAILABLE|NOREF|N\/A)$/i;

const dated = (element: Element | undefined): StoredValue | null => {
  const text = element?.take('DtTm', 'Dt', 'Dt/Dt', 'Dt/DtTm') ?? '';
  return text === '' ? null : isoDate(text);
};

const money = (element: Element | undefined): { readonly figure: string; readonly currency: string } => ({ figure: element?.own() ?? '', currency: element?.attributes['Ccy'] ?? '' });

/** A bank transaction code as people write it: "PMNT-RCDT-ESCT", with the bank's own behind. */
export function transactionCode(element: Element | undefined): string {
  if (element === undefined) return '';
  const domain = [element.take('Domn/Cd'), element.take('Domn/Fmly/Cd'), element.take('Domn/Fmly/SubFmlyCd')].filter((part) => part !== '').join('-');
  const own = [element.take('Prtry/Issr'), element.take('Prtry/Cd')].filter((part) => part !== '').join(' ');
  return [domain, own].filter((part) => part !== '').join(' ');
}

/** Reads the parts of "Ntry" that stand beside its transactions. */
export function entryHead(entry: Element, own: AccountSaid): EntryHead {
  const { figure, currency } = money(entry.child('Amt'));
  const reference = entry.take('AcctSvcrRef');
  const reversal = /^(?:true|1)$/.test(entry.take('RvslInd'));
  const status = entry.take('Sts/Cd', 'Sts/Prtry', 'Sts');
  const charges = entry.all('Chrgs/Rcrd/Amt').concat(entry.all('Chrgs/Amt')).map(money);
  return {
    line: entry.line, own, figure, currency, reversal, credit: entry.take('CdtDbtInd') !== 'DBIT',
    booked: dated(entry.child('BookgDt')), valued: dated(entry.child('ValDt')),
    info: entry.takeAll('AddtlNtryInf').join(' '),
    said: [['bankReference', reference], ['method', transactionCode(entry.child('BkTxCd'))], ...charges.map((each) => ['charges', `${each.figure} ${each.currency}`] as const)],
    // A booked entry is what statements are made of; only what is pending or for information is worth telling.
    other: [...(status === '' || status === 'BOOK' ? [] : [['Sts', status] as const]), ['NtryRef', entry.take('NtryRef')]],
  };
}

interface Remittance { readonly text: string; readonly structured: StoredValue[] }

function remittance(details: Element): Remittance {
  const lines = details.takeAll('RmtInf/Ustrd');
  const structured: StoredValue[] = [];
  const add = (value: StoredValue | null): void => {
    if (value !== null && !structured.some((each) => each.v === value.v)) structured.push(value);
  };
  for (const block of details.all('RmtInf/Strd')) {
    const reference = block.child('CdtrRefInf');
    const text = reference?.take('Ref', 'CdtrRef') ?? '';
    const issuer = reference?.child('Tp/Issr')?.text ?? reference?.child('CdtrRefTp/Issr')?.text ?? '';
    const bare = text.replace(/[^\d]/g, '');
    if (text !== '') add((/^(?:BBA|ITBE)$/i.test(issuer) || /^\+{3}/.test(text)) && bare.length === 12 ? belgianStructured(bare, text) : { v: text });
    lines.push(...block.takeAll('AddtlRmtInf'));
  }
  const text = lines.join(' ');
  add(structuredWithin(text));
  return { text, structured };
}

interface Parties { readonly counter: PartySaid; readonly other: readonly (readonly [string, string])[]; readonly said: readonly (readonly [string, string])[]; readonly ownIs: 'Dbtr' | 'Cdtr' | null }

/** Finds the other end: the side that is not the account of the statement. */
function parties(details: Element, head: EntryHead, credit: boolean): Parties {
  const related = details.child('RltdPties');
  const agents = details.child('RltdAgts');
  if (related === undefined && agents === undefined) return { counter: NOBODY, other: [], said: [], ownIs: null };
  const own = compact(head.own.number);
  const holder = compact(head.own.holder ?? '');
  const number = (side: string): string => compact(related?.child(`${side}Acct/Id/IBAN`)?.text ?? related?.child(`${side}Acct/Id/Othr/Id`)?.text ?? related?.child(`${side}Acct/Id/PrtryAcct/Id`)?.text ?? '');
  const label = (side: string): string => compact(partyElement(related?.child(side))?.child('Nm')?.text ?? '');
  const isOwn = (side: string): boolean => own !== '' && number(side) === own;
  const named = (side: string): boolean => holder !== '' && label(side) === holder && number(side) === '';
  // Both sides the own account: nothing is told by that.
  const ownIs = isOwn('Dbtr') !== isOwn('Cdtr') ? (isOwn('Dbtr') ? 'Dbtr' : 'Cdtr') : named('Dbtr') !== named('Cdtr') ? (named('Dbtr') ? 'Dbtr' : 'Cdtr') : null;
  // Roles of a returned or reversed payment stay those of the payment that it undoes.
  const undone = head.reversal || details.child('RtrInf') !== undefined;
  const usual = credit !== undone ? 'Dbtr' : 'Cdtr';
  const other = usual === 'Dbtr' ? 'Cdtr' : 'Dbtr';
  const there = (side: string): boolean => related?.child(side) !== undefined || related?.child(`${side}Acct`) !== undefined || related?.child(`Ultmt${side}`) !== undefined || agents?.child(`${side}Agt`) !== undefined;
  const side = ownIs === null ? (there(usual) || !there(other) || undone === false ? usual : other) : ownIs === 'Dbtr' ? 'Cdtr' : 'Dbtr';
  let counter = partySaid(related?.child(side), related?.child(`${side}Acct`), agents?.child(`${side}Agt`));
  const payer = nameOf(partyElement(related?.child('UltmtDbtr')));
  const payee = nameOf(partyElement(related?.child('UltmtCdtr')));
  // A payment that names only who is behind it still has that other end.
  if (counter.name === '' && counter.account.number === '') {
    const ultimate = partySaid(related?.child(`Ultmt${side}`), undefined, undefined);
    const name = side === 'Dbtr' ? payer : payee;
    if (name !== '') counter = { ...ultimate, name, account: { ...ultimate.account, bic: counter.account.bic ?? '', bank: counter.account.bank ?? '' }, other: [...(counter.other ?? []), ...(ultimate.other ?? [])] };
  }
  return { counter, ownIs, said: [['ultimatePayer', payer], ['ultimatePayee', payee]], other: [...(related?.rest('RltdPties') ?? []), ...(agents?.rest('RltdAgts') ?? [])] };
}

/**
 * One transaction. `details` is "TxDtls", or the entry itself where it has none. `whole`: it is all of the entry, so the booked amount is its
 * own; otherwise its own amount is read.
 */
export function movementOf(details: Element, head: EntryHead, whole: boolean): Movement & { readonly figure: string; readonly currency: string } {
  const mark = details.child('CdtDbtInd')?.text ?? '';
  details.take('CdtDbtInd');
  const stated = mark === '' ? head.credit : mark === 'CRDT';
  const { counter, ownIs, other, said } = parties(details, head, stated);
  // Some banks mark every part of an outgoing batch as a credit (of its payee): then the accounts tell.
  const undone = head.reversal || details.child('RtrInf') !== undefined;
  const credit = whole ? head.credit : stated === head.credit || ownIs === null || undone ? stated : ownIs === 'Cdtr';
  const amounts = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt', 'AmtDtls/CntrValAmt/Amt'].map((path) => details.child(path)).filter((each) => each !== undefined && each.text !== '');
  const read = amounts.map(money);
  const stands = whole ? { figure: head.figure, currency: head.currency } : (read.find((each) => each.currency === head.currency) ?? read[0] ?? { figure: '', currency: '' });
  const foreign = read.filter((each, at) => (each.currency !== stands.currency || each.figure !== stands.figure) && read.findIndex((first) => first.figure === each.figure && first.currency === each.currency) === at);
  const endToEnd = details.take('Refs/EndToEndId');
  const uetr = details.take('Refs/UETR');
  const texts = remittance(details);
  const reasons = details.all('RtrInf').map((each) => [each.take('Rsn/Cd', 'Rsn/Prtry', 'RtrRsn/Cd', 'RtrRsn/Prtry'), ...each.takeAll('AddtlInf')].filter((part) => part !== '').join(' '));
  const bankReference = details.take('Refs/AcctSvcrRef');
  const purpose = details.take('Purp/Cd', 'Purp/Prtry');
  const charges = details.all('Chrgs/Rcrd/Amt').concat(details.all('Chrgs/Amt')).map(money);
  const accepted = details.take('RltdDts/TxDtTm', 'RltdDts/AccptncDtTm');
  const dates: [string, string][] = accepted === '' ? [] : [['RltdDts', accepted]];
  // The bank's words are all there is where nobody else said anything.
  const bankWords = details.takeAll('AddtlTxInf').join(' ');
  const words = [texts.text, bankWords, head.info];
  const communication = words.find((each) => each !== '') ?? '';
  const method = transactionCode(details.child('BkTxCd'));
  const booking = head.said.find(([property]) => property === 'method')?.[1] ?? '';
  return {
    line: details.line, own: head.own, party: counter, credit, figure: stands.figure, currency: stands.currency,
    amount: stands.figure === '' ? null : amountOf(stands.figure, stands.currency, stands.figure),
    booked: head.booked, valued: head.valued, structured: texts.structured, unique: /^[0-9a-f-]{36}$/i.test(uetr),
    said: [
      ['communication', communication], ['reference', NO_REFERENCE.test(endToEnd) ? '' : endToEnd], ['mandate', details.take('Refs/MndtId')], ['bankReference', NO_REFERENCE.test(bankReference) ? '' : bankReference],
      ['purpose', purpose], ['method', method], ...head.said.filter(([property]) => property !== 'method' || method === ''), ...said, ...reasons.map((text) => ['returnReason', text] as const),
      ...(head.reversal ? [['reversal', 'true'] as const] : []), ...foreign.map(({ figure, currency }) => ['originalAmount', `${figure} ${currency}`] as const), ...charges.map(({ figure, currency }) => ['charges', `${figure} ${currency}`] as const),
    ],
    other: [
      ...head.other, ['UETR', uetr], ['AddtlTxInf', bankWords === communication ? '' : bankWords], ['AddtlNtryInf', head.info === communication ? '' : head.info], ...(NO_REFERENCE.test(endToEnd) ? [['EndToEndId', endToEnd] as const] : []), ...dates, ...(stated === credit ? [] : [['CdtDbtInd', mark] as const]), ['Ntry/BkTxCd', method === '' || method === booking ? '' : booking],
      ...(whole ? [] : [['Ntry/Amt', `${head.currency} ${head.figure}`] as const]), ...other, ...details.rest(),
    ],
  };
}
