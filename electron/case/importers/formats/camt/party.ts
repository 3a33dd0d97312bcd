import type { AccountSaid, PartySaid } from '../bank/parties';
import type { Element } from './element';

/** Schemes by which files say that an "other" id is a Belgian enterprise number or a company's number elsewhere. */
const ENTERPRISE = /^(?:KBO-?BCE|KBO|BCE|BANK-?KBO|COID|TXID|VATN)$/i;
/** Codes of ISO 20022 for ids that only a natural person has. */
const PERSONAL = new Set(['NIDN', 'SOSE', 'CCPT', 'DRLC', 'ARNU']);

/** An address as one line, as the file writes its parts. */
export function addressOf(party: Element | undefined): string {
  const address = party?.child('PstlAdr');
  if (address === undefined) return '';
  const street = [address.take('StrtNm'), address.take('BldgNb')].filter((part) => part !== '').join(' ');
  const town = [address.take('PstCd'), address.take('TwnNm')].filter((part) => part !== '').join(' ');
  return [address.take('Dept'), address.take('SubDept'), street, address.take('Flr'), address.take('Room'), address.take('PstBx'), address.take('BldgNm'), ...address.takeAll('AdrLine'), town, address.take('TwnLctnNm'), address.take('DstrctNm'), address.take('CtrySubDvsn'), address.take('Ctry')].filter((part) => part !== '').join(', ');
}

/** An account: "Acct", "DbtrAcct" … Number is empty where there is none. */
export function accountSaid(account: Element | undefined, agent: Element | undefined, holder: string, address: string): AccountSaid {
  const bank = agent?.child('FinInstnId');
  const named = bank?.child('NmAndAdr') ?? bank;
  return {
    number: account?.take('Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN', 'Id/UPIC', 'Prxy/Id') ?? '',
    currency: account?.take('Ccy') ?? '',
    bic: bank?.take('BICFI', 'BIC', 'CmbndId/BIC') ?? '',
    bank: named?.take('Nm') ?? bank?.take('CmbndId/Nm') ?? '',
    holder: holder === '' ? (account?.take('Ownr/Nm', 'Ownr/Pty/Nm') ?? '') : holder,
    address,
  };
}

/** Since version 8 a party is wrapped: "Dbtr/Pty" or "Dbtr/Agt". */
export const partyElement = (element: Element | undefined): Element | undefined => element?.child('Pty') ?? element?.child('Agt/FinInstnId') ?? element;

export const nameOf = (party: Element | undefined): string => party?.take('Nm', 'NmAndAdr/Nm') ?? '';

/** A party with its account and bank: everything that it says of itself is taken. */
export function partySaid(element: Element | undefined, account: Element | undefined, agent: Element | undefined): PartySaid {
  const party = partyElement(element);
  const name = nameOf(party);
  const enterprise = (party?.all('Id/OrgId/Othr') ?? []).find((other) => ENTERPRISE.test(other.child('SchmeNm/Prtry')?.text ?? other.child('SchmeNm/Cd')?.text ?? other.child('Issr')?.text ?? '') || ENTERPRISE.test(other.child('Issr')?.text ?? ''));
  const birth = party?.child('Id/PrvtId/DtAndPlcOfBirth');
  const personal = (party?.all('Id/PrvtId/Othr') ?? []).find((other) => PERSONAL.has(other.child('SchmeNm/Cd')?.text ?? ''));
  const natural = birth !== undefined || personal !== undefined;
  const said: PartySaid = {
    name,
    account: accountSaid(account, agent, '', addressOf(party)),
    enterprise: enterprise?.take('Id') ?? '',
    ...(natural ? {
      person: {
        birthDate: birth?.take('BirthDt') ?? '',
        birthPlace: [birth?.take('CityOfBirth') ?? '', birth?.take('PrvcOfBirth') ?? '', birth?.take('CtryOfBirth') ?? ''].filter((part) => part !== '').join(', '),
        nationalNumber: personal?.child('SchmeNm/Cd')?.text === 'NIDN' ? personal.take('Id') : '',
      },
    } : {}),
  };
  return { ...said, other: [...(party?.rest() ?? []).map(([path, text]) => [path === '' ? (party?.name ?? '') : path, text] as const), ...(account?.rest('Acct') ?? []), ...(agent?.rest('Agt') ?? [])] };
}
