import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../../../renderer/actions/session';
import { QualityPanel } from '../../../renderer/features/quality/QualityPanel';
import { KnownElsewhere } from '../../../renderer/features/inspector/KnownElsewhere';
import { changeSession } from '../../../renderer/actions/session';
import type { EntityView } from '../../../shared/contract';
import { CHECKS, type CheckId, type Finding } from '../../../shared/contract/quality';
import { Failure } from '../../../shared/contract/failure';
import { fakeSession, type FakeSession } from '../fakeSession';
import { show } from '../show';

const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const person = (number: number, caption: string): EntityView => ({ id: id(number), type: 'person', caption, key: '1984-03-14', start: null, end: null, sources: 1, links: 0, grading: '', handling: '', category: '', contradicts: false });
const finding = (number: number, check: CheckId, part: Partial<Finding> = {}): Finding => ({ key: number.toString(16).padStart(32, '0'), check, detail: '', entities: [person(number, `Persoon ${number}`)], link: null, source: null, property: '', values: [], dismissed: null, ...part });
const CASE = { id: id(900), name: 'Operatie Bravo', reference: 'AN.2', owner: 'K. Peeters (FGP)', missingSince: null };

let found: Finding[];
let stale: boolean;
let across: { available: boolean; on: boolean; cases: number };
let fake: FakeSession;
beforeEach(() => {
  found = [];
  stale = false;
  across = { available: true, on: true, cases: 1 };
  const shown = (check: string, which: string): Finding[] => found.filter((each) => each.check === check && (each.dismissed !== null) === (which === 'dismissed'));
  fake = fakeSession({
    open: {
      'case.quality': ({ again }) => ({ stale: stale && !again, at: '2026-05-03T08:00:00.000Z', groups: CHECKS.map((check) => { const all = found.filter((each) => each.check === check); return { check, total: all.length, listed: all.length, dismissed: all.filter((each) => each.dismissed !== null).length }; }) }),
      'case.qualityList': ({ check, show: which, offset, limit }) => ({ findings: shown(check, which).slice(offset, offset + limit), total: shown(check, which).length }),
      'case.acrossState': () => ({ ...across, working: false, rows: 20, missing: [{ ...CASE, id: id(901), name: 'Operatie Stok', missingSince: '2026-04-01T08:00:00.000Z' }], aside: null }),
      'case.knownElsewhere': ({ ids }) => ({ on: true, total: 1, entities: ids === undefined || ids.includes(id(1)) ? [{ entity: person(1, 'Jan Zwaardvis'), cases: [{ case: CASE, by: ['nameBirth', 'phone'] }] }] : [] }),
      'case.forgetAcross': () => ({}),
    },
  });
});

describe('the panel on the quality of data', () => {
  it('says that all is well where nothing was found', async () => {
    await show(<QualityPanel />);
    await screen.findByText('Niets gevonden');
    expect(document.querySelectorAll('.quality__sound li')).toHaveLength(CHECKS.length);
  });

  it('has a name, a hint and a reason for every check', async () => {
    found = CHECKS.map((check, at) => finding(at + 1, check, check.endsWith('Source') && check !== 'noSource' ? { entities: [], source: { id: id(50), title: 'lijst.csv' } } : {}));
    await show(<QualityPanel />);
    await waitFor(() => expect(document.querySelectorAll('.quality__check')).toHaveLength(CHECKS.length));
    for (const at of CHECKS.keys()) {
      fireEvent.click(document.querySelectorAll('.quality__check')[at] as Element);
      await waitFor(() => expect(document.querySelector('.finding__body')).not.toBeNull());
      expect(document.querySelector('.quality')?.textContent).not.toMatch(/check\.|hint\.|why\.|detail\./);
      fireEvent.click(screen.getByLabelText('Terug naar alle controles'));
    }
  });

  it('shows both values with their sources, leads to the inspector and the pair, and takes a reason for what is right', async () => {
    found = [
      finding(1, 'contradiction', { property: 'birthDate', values: [{ of: 0, property: 'birthDate', v: '1984-03-14', sources: [{ id: id(50), title: 'PV 1' }] }, { of: 0, property: 'birthDate', v: '1986-03-14', sources: [{ id: id(51), title: 'PV 2' }] }] }),
      finding(2, 'namesake', { entities: [person(2, 'Mohamed El Amrani'), person(3, 'El Amrani Mohammed')] }),
    ];
    await show(<QualityPanel />);
    fireEvent.click(await screen.findByText('Bronnen spreken elkaar tegen'));
    const row = (await screen.findByText('Persoon 1')).closest('article') as HTMLElement;
    await waitFor(() => expect([...row.querySelectorAll('dt, dd')].map((each) => each.textContent)).toEqual(['Geboortedatum', '14-03-1984 PV 1', '', '14-03-1986 PV 2']));
    fireEvent.click(within(row).getByText('Persoon 1'));
    expect(session().inspected).toBe(id(1));
    fireEvent.click(within(row).getByText('Klopt zo'));
    fireEvent.change(await screen.findByLabelText('Reden'), { target: { value: 'tweeling' } });
    fireEvent.submit(screen.getByLabelText('Reden'));
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'quality.dismiss', args: { findings: [{ key: '1'.padStart(32, '0'), check: 'contradiction', subjects: [id(1)] }], reason: 'tweeling', dismissed: true } }]));
    fireEvent.click(screen.getByLabelText('Terug naar alle controles'));
    fireEvent.click(await screen.findByText('Naamgenoten die niets delen'));
    fireEvent.click(await screen.findByText('Naast elkaar zetten'));
    expect(session().judging).toEqual({ pair: [id(2), id(3)], entity: null });
  });

  it('keeps what is right apart with its reason, and asks about it again', async () => {
    found = [finding(1, 'doubt', { detail: 'checkDigit', dismissed: { reason: 'zo op het PV', by: 'K. Peeters', at: '2026-05-03T08:00:00.000Z' } })];
    await show(<QualityPanel />);
    fireEvent.click(await screen.findByText('Twijfelachtige waarden'));
    await screen.findByText('Niets meer na te kijken');
    fireEvent.click(screen.getByText('Klopt zo (1)'));
    await screen.findByText('zo op het PV');
    fireEvent.click(screen.getByText('Opnieuw melden'));
    await waitFor(() => expect(fake.of('case.execute')).toMatchObject([{ args: { dismissed: false } }]));
  });

  it('draws only what is in sight of two thousand findings', async () => {
    found = Array.from({ length: 2000 }, (_, at) => finding(at + 1, 'noCategory'));
    await show(<QualityPanel />);
    fireEvent.click(await screen.findByText('Personen zonder hoedanigheid'));
    await screen.findByText('Persoon 1');
    expect(document.querySelectorAll('.finding').length).toBeLessThan(60);
    expect(screen.getByText('Van allen zetten')).toBeTruthy();
  });

  it('says that the case changed where looking takes long, and looks again when asked', async () => {
    stale = true;
    found = [finding(1, 'doubt', { detail: 'length' })];
    await show(<QualityPanel />);
    await screen.findByText(/De zaak is sindsdien gewijzigd/);
    fireEvent.click(screen.getByText('Opnieuw nakijken'));
    await waitFor(() => expect(screen.queryByText(/De zaak is sindsdien gewijzigd/)).toBeNull());
    expect(fake.of('case.quality').at(-1)).toMatchObject({ again: true });
  });

  it('offers to look again after it was cancelled', async () => {
    fake = fakeSession({ open: { 'case.quality': () => { throw new Failure('cancelled'); } } });
    await show(<QualityPanel />);
    await screen.findByText('De zaak is niet nagekeken');
    expect(screen.getByText('Opnieuw nakijken')).toBeTruthy();
  });

  it('is not for a recipient’s eyes', async () => {
    changeSession({ viewingAs: { id: id(1), name: 'Parket', purpose: 'judicial', entities: 1, links: 0, withheld: 0 } });
    await show(<QualityPanel />);
    await screen.findByText('Niet terwijl u als ontvanger kijkt');
    expect(fake.of('case.quality')).toEqual([]);
  });
});

describe('what other cases know', () => {
  const open = async (): Promise<void> => {
    await show(<QualityPanel />);
    fireEvent.click(await screen.findByText('Bekend in andere zaken'));
  };

  it('is listed with the case, by what, and whom to ask; a case on a stick can be forgotten', async () => {
    await open();
    await screen.findByText('Operatie Bravo');
    expect(document.querySelector('.known-cases')?.textContent).toBe('Operatie Bravo AN.2Gemeen: naam naar klank en geboortejaar, een nummerVraag het aan K. Peeters (FGP).');
    fireEvent.click(screen.getByText('Vergeten'));
    fireEvent.click((await screen.findAllByText('Vergeten')).at(-1) as HTMLElement);
    await waitFor(() => expect(fake.of('case.forgetAcross')).toEqual([{ case: id(901) }]));
  });

  it('asks whether the case shall take part, and explains what that means', async () => {
    across.on = false;
    await open();
    fireEvent.click(await screen.findByText('Meedoen'));
    await screen.findByText(/alles wordt dan meteen gewist/);
    fireEvent.click(screen.getAllByText('Meedoen').at(-1) as HTMLElement);
    await waitFor(() => expect(fake.of('case.execute')).toMatchObject([{ command: 'settings.put', args: { name: 'Operatie Test', knownAcross: true } }]));
    expect(fake.of('case.knownElsewhere')).toEqual([]);
  });

  it('says so where a case can take no part, or no other does', async () => {
    across = { available: false, on: false, cases: 0 };
    await open();
    await screen.findByText('Hier niet mogelijk');
  });
});

describe('the inspector', () => {
  const info = { id: id(99), settings: { name: 'Test', reference: '', marking: { scheme: 'marking', code: 'restricted' }, gradingScheme: 'europol4x4', handlingScheme: 'handling', knownAcross: true }, encrypted: true, readOnly: false, seq: 1, head: 'ab'.repeat(32), counts: { entities: 1, links: 0, statements: 1, sources: 1 }, history: { undo: null, redo: null } };
  const known = () => ({ on: true, total: 1, entities: [{ entity: person(1, 'Jan Zwaardvis'), cases: [{ case: CASE, by: ['nameBirth'] }] }] });

  it('says in which cases an entity is known, while the case takes part', async () => {
    fake = fakeSession({ open: { 'case.info': () => info, 'case.knownElsewhere': known } });
    await show(<KnownElsewhere entity={person(1, 'Jan Zwaardvis')} />);
    await screen.findByText('Bekend in 1 andere zaak');
    expect(screen.getByText('Vraag het aan K. Peeters (FGP).')).toBeTruthy();
  });

  it.each([['the case takes no part', { settings: { ...info.settings, knownAcross: false } }], ['it may only be read', { readOnly: true }]])('asks nothing where %s', async (_why, part) => {
    fake = fakeSession({ open: { 'case.info': () => ({ ...info, ...part }), 'case.knownElsewhere': known } });
    await show(<KnownElsewhere entity={person(1, 'Jan Zwaardvis')} />);
    await waitFor(() => expect(fake.of('case.info')).toHaveLength(1));
    expect(fake.of('case.knownElsewhere')).toEqual([]);
    expect(document.querySelector('.same-as')).toBeNull();
  });
});
