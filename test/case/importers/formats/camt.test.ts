import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { damaged } from './bankFiles';
import { walk } from './walk';

const party = (name: string, iban: string, side: string): string => `<${side}><Pty><Nm>${name}</Nm></Pty></${side}><${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>`;
const OWN = 'BE68539007547034';
const OTHER = 'NL91ABNA0417164300';
const statement = (entries: string, prefix = '', namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'): string => {
  const text = `<Document${namespace === '' ? '' : ` xmlns="${namespace}"`}><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>J. Peeters</Nm></Ownr></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt><Dt>2024-01-01</Dt></Dt></Bal>
${entries}</Stmt></BkToCstmrStmt></Document>`;
  return prefix === '' ? text : text.replace(/<(\/?)(?=[A-Z])/g, `<$1${prefix}:`);
};
const entry = (amount: string, mark: string, details: string, more = ''): string => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${more}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-01-02+01:00</Dt></BookgDt><ValDt><Dt>2024-01-03</Dt></ValDt><NtryDtls>${details}</NtryDtls></Ntry>`;
const transaction = (inner: string): string => `<TxDtls>${inner}</TxDtls>`;
const VALID = statement(entry('12.34567', 'DBIT', transaction(`<Refs><EndToEndId>E1</EndToEndId></Refs><RltdPties>${party('Jan', OTHER, 'Cdtr')}</RltdPties><RmtInf><Ustrd>Factuur 1</Ustrd></RmtInf>`)));

describe('camt', () => {
  it('is known by its root, with or without namespace, prefix or declaration', () => {
    const known = (text: string): string | undefined => recogniseRecords(heldBytes(Buffer.from(text)), 'x.xml')?.id;
    expect(known(VALID)).toBe('camt');
    expect(known(statement('', 'n'))).toBe('camt');
    expect(known(statement('', '', ''))).toBe('camt');
    expect(known('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn/></Document>')).not.toBe('camt');
  });

  it('takes a payment with every decimal, its dates, and the other end', async () => {
    const { edges, nodes } = await walk('camt', VALID);
    const [paid] = edges;
    expect(paid?.type).toBe('paid');
    expect(nodes[paid?.from ?? -1]?.values['iban']).toEqual([OWN]);
    expect(nodes[paid?.to ?? -1]?.values).toMatchObject({ iban: [OTHER], holderName: ['Jan'] });
    expect(paid?.values).toMatchObject({ amount: ['12.34567 EUR'], date: ['2024-01-02'], valueDate: ['2024-01-03'], communication: ['Factuur 1'], reference: ['E1'] });
    expect(nodes[0]?.values['other:Bal OPBD']).toEqual(['2024-01-01 -100.00 EUR']);
    expect(nodes.map((node) => node.type)).toEqual(['bankAccount', 'bankAccount']);
  });

  it('gives the parts of a batch, and tells when they are not the whole', async () => {
    const part = (amount: string): string => transaction(`<Amt Ccy="EUR">${amount}</Amt><RltdPties>${party('Jan', OTHER, 'Cdtr')}</RltdPties>`);
    const right = await walk('camt', statement(entry('30.00', 'DBIT', part('10.00') + part('10.00') + part('10.00'))));
    expect(right.edges.map((edge) => edge.values['amount'])).toEqual([['10.00 EUR'], ['10.00 EUR'], ['10.00 EUR']]);
    expect(right.rejects).toEqual([]);
    const wrong = await walk('camt', statement(entry('31.00', 'DBIT', part('10.00') + part('20.00'))));
    expect(wrong.edges).toHaveLength(2);
    expect(wrong.rejects[0]?.detail).toContain('-30.00');
  });

  it('marks reversals and returns, and finds the other end of them', async () => {
    const both = party('Eigen', OWN, 'Dbtr') + party('Jan', OTHER, 'Cdtr');
    const { edges, nodes } = await walk('camt', statement(entry('5.00', 'CRDT', transaction(`<RltdPties>${both}</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>`), '<RvslInd>true</RvslInd>')));
    expect(nodes[edges[0]?.from ?? -1]?.values['iban']).toEqual([OTHER]);
    expect(edges[0]?.values).toMatchObject({ reversal: ['true'], returnReason: ['AC04'] });
  });

  it('reads structured communications: Belgian, RF, and within a free text', async () => {
    const strd = (ref: string, issuer: string): string => transaction(`<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>${issuer}</Issr></Tp><Ref>${ref}</Ref></CdtrRefInf></Strd></RmtInf>`);
    const { edges } = await walk('camt', statement(entry('1', 'CRDT', strd('090933755493', 'BBA')) + entry('2', 'CRDT', strd('RF18539007547034', 'ISO')) + entry('3', 'CRDT', transaction('<RmtInf><Ustrd>***090/9337/55493***</Ustrd></RmtInf>'))));
    expect(edges.map((edge) => edge.values['structured'])).toEqual([['+++090/9337/55493+++'], ['RF18539007547034'], ['+++090/9337/55493+++']]);
  });

  it('keeps what has no other end, bodies by their legal form, and persons only where the file says so', async () => {
    const born = '<Dbtr><Pty><Nm>Ann Claes</Nm><Id><PrvtId><DtAndPlcOfBirth><BirthDt>1980-02-03</BirthDt><CityOfBirth>Gent</CityOfBirth></DtAndPlcOfBirth></PrvtId></Id></Pty></Dbtr>';
    const { nodes, edges } = await walk('camt', statement(entry('2.50', 'DBIT', '', '<AddtlNtryInf>KOSTEN</AddtlNtryInf>') + entry('3', 'CRDT', transaction(`<RltdPties>${born}</RltdPties>`)) + entry('4', 'CRDT', transaction(`<RltdPties>${party('Bakker NV', OTHER, 'Dbtr')}</RltdPties>`)) + entry('5', 'DBIT', transaction('<RltdPties><Cdtr><Pty><Nm>Carrefour</Nm></Pty></Cdtr></RltdPties>')) + entry('5', 'DBIT', transaction('<RltdPties><Cdtr><Pty><Nm>Carrefour</Nm></Pty></Cdtr></RltdPties>'))));
    expect(nodes.map((node) => node.type).toSorted()).toEqual(['bankAccount', 'bankAccount', 'bankAccount', 'company', 'payment', 'person']);
    expect(nodes.find((node) => node.type === 'payment')?.values).toMatchObject({ amount: ['2.50 EUR'], communication: ['KOSTEN'] });
    expect(nodes.find((node) => node.type === 'person')?.values).toMatchObject({ name: ['Ann Claes'], birthDate: ['1980-02-03'], birthPlace: ['Gent'] });
    expect(edges.filter((edge) => edge.type === 'paid')).toHaveLength(5);
  });

  it('gives what stood before a cut, and refuses what is no statement', async () => {
    const cut = VALID.slice(0, VALID.indexOf('</Stmt>') - 3);
    const two = await walk('camt', cut.replace('<Ntry>', `${entry('1', 'CRDT', '')}<Ntry>`));
    expect(two.edges).toHaveLength(1);
    expect(two.rejects).toHaveLength(1);
    await expect(walk('camt', '<!DOCTYPE a [<!ENTITY b "c">]><Document><BkToCstmrStmt/></Document>')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('camt', statement('').replace(/<Stmt>.*<\/Stmt>/s, ''))).rejects.toMatchObject({ code: 'noRows' });
  });

  it('survives damage', () => damaged('camt', VALID), 60_000);
});
