import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openPair, openPairsOf } from '../../../renderer/actions/judging';
import { changeSession, session } from '../../../renderer/actions/session';
import { JudgingPanel } from '../../../renderer/features/judging/JudgingPanel';
import { Failure } from '../../../shared/contract';
import type { PairView } from '../../../shared/contract/judging';
import { fakeSession, type FakeSession } from '../fakeSession';
import { show } from '../show';
import { BORN, fakeQueues, id, judgement, MATCHING, NAMES, NUMBER, pair, person, TOWN } from './fakePairs';

type Command = { readonly command: string; readonly args: Readonly<Record<string, unknown>> };
const commands = (fake: FakeSession): Command[] => fake.of('case.execute') as Command[];
const heading = async (name: string): Promise<HTMLElement> => await screen.findByRole('button', { name });
const options = (): HTMLElement[] => screen.getAllByRole('option');

describe('the panel of judgements', () => {
  it('shows the surest pair in words, with what speaks for and against', async () => {
    fakeSession({ open: fakeQueues({ open: [pair(1, { evidence: [BORN, NUMBER, NAMES, TOWN] })], weak: [pair(2)] }) });
    await show(<JudgingPanel />);
    await heading('Links 1');
    expect(screen.getByText('zeer waarschijnlijk dezelfde')).toBeTruthy();
    expect(screen.getAllByText('0,97').length).toBeGreaterThan(0);
    const evidence = within(screen.getByRole('heading', { name: 'Wat de vergelijking zegt' }).parentElement as HTMLElement);
    const items = evidence.getAllByRole('listitem').map((each) => each.textContent);
    expect(items[0]).toContain('!Andere geboortedatum14-03-1984 ↔ 02-01-1991');
    expect(items[1]).toContain('+++Nummer: hetzelfde');
    expect(items[2]).toContain('++Namen klinken gelijkEl Bakrani ↔ Bakrany');
    expect(items[3]).toContain('~Zelfde plaatsMechelen');
    expect(screen.getByRole('radio', { name: 'Zwak 1' })).toBeTruthy();
    expect(screen.getByText('Alle 12.340 vergeleken')).toBeTruthy();
  });

  it('marks what is the same and what differs by a sign, and names shared links by type', async () => {
    fakeSession({
      open: fakeQueues({ open: [pair(1)] }, () => ({
        properties: [
          { property: 'name', left: [{ value: { v: 'El Bakrani' }, sources: ['lijst.csv'] }], right: [{ value: { v: 'Bakrany' }, sources: ['a.csv', 'b.csv'] }], finding: 'differs' },
          { property: 'birthDate', left: [{ value: { v: '1984-03-14' }, sources: [] }], right: [{ value: { v: '1984-03-14' }, sources: [] }], finding: 'same' },
        ],
        shared: [{ entity: person(77, '0470 11 22 33', { type: 'phone' }), left: ['uses'], right: ['uses'] }], sharedTotal: 3, only: { left: 4, right: 9 },
      })),
    });
    await show(<JudgingPanel />);
    expect((await screen.findByRole('img', { name: 'verschilt' })).textContent).toBe('≠');
    expect(screen.getByRole('img', { name: 'gelijk' }).textContent).toBe('=');
    expect(screen.getByText('a.csv en 1 andere')).toBeTruthy();
    expect(screen.getByRole('button', { name: '0470 11 22 33' }).parentElement?.textContent).toContain('gebruikt');
    expect(screen.getByText('1 van 3 getoond')).toBeTruthy();
    expect(screen.getByText('Alleen links: 4 · alleen rechts: 9')).toBeTruthy();
  });

  it('judges by key with the reason that the comparison proposes, and brings the next pair forward', async () => {
    const open: PairView[] = [pair(1), pair(2), pair(3)];
    const fake = fakeSession({ open: { ...fakeQueues({ open }), 'case.execute': ({ command }) => { if (command === 'judgement.set') open.shift(); return { seq: 3, history: { undo: null, redo: null } }; } } });
    await show(<JudgingPanel />);
    await heading('Links 1');
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 's' });
    await heading('Links 2');
    expect(commands(fake)).toHaveLength(1);
    expect(commands(fake)[0]).toMatchObject({ command: 'judgement.set', args: { left: id(2), right: id(3), verdict: 'same', reason: 'Nummer: hetzelfde; Namen klinken gelijk' } });
  });

  it('brings a pair to the front again when its judgement is undone', async () => {
    const open: PairView[] = [pair(1), pair(2)];
    const fake = fakeSession({ open: { ...fakeQueues({ open }), 'case.execute': () => { open.shift(); return { seq: 7, history: { undo: null, redo: null } }; } } });
    await show(<JudgingPanel />);
    await heading('Links 1');
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 's' });
    await heading('Links 2');
    await waitFor(() => expect(commands(fake)).toHaveLength(1));
    open.unshift(pair(1));
    act(() => changeSession({ history: { undo: null, redo: { seq: 7, command: 'judgement.set', label: {} } } }));
    await heading('Links 1');
  });

  it('asks for a reason where the comparison offers none, and takes what is typed', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }) });
    const user = userEvent.setup();
    await show(<JudgingPanel />);
    await heading('Links 1');
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'd' });
    await screen.findByText('Zeg waarom, dan Enter');
    expect(commands(fake)).toHaveLength(0);
    const field = screen.getByLabelText('Reden');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('twee broers{Enter}');
    await waitFor(() => expect(commands(fake)).toHaveLength(1));
    expect(commands(fake)[0]).toMatchObject({ args: { verdict: 'different', reason: 'twee broers' } });
  });

  it('keeps letters that are typed in the reason from judging', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }) });
    const user = userEvent.setup();
    await show(<JudgingPanel />);
    await heading('Links 1');
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
    await user.click(screen.getByLabelText('Reden'));
    await user.keyboard('sdu');
    expect(commands(fake)).toHaveLength(0);
  });

  it('leaves keys to the menu of types that is open over it', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }) });
    await show(<JudgingPanel />);
    await heading('Links 1');
    fireEvent.click(screen.getByRole('button', { name: 'Filteren op soort' }));
    const box = await screen.findByRole('checkbox', { name: 'Personen' });
    fireEvent.keyDown(box, { key: 's' });
    fireEvent.click(box);
    await waitFor(() => expect(fake.of('case.queue').at(-1)).toMatchObject({ types: ['person'] }));
    expect(commands(fake)).toEqual([]);
  });

  it('does not judge in a case that is seen as a recipient', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }) });
    changeSession({ viewingAs: { id: id(1), name: 'Parket', purpose: 'judicial', entities: 1, links: 0, withheld: 3 } });
    await show(<JudgingPanel />);
    await screen.findByText('U ziet de zaak als Parket');
    expect(fake.of('case.queue')).toEqual([]);
  });

  it('moves by J, K and arrows', async () => {
    fakeSession({ open: fakeQueues({ open: [pair(1), pair(2), pair(3)] }) });
    await show(<JudgingPanel />);
    await heading('Links 1');
    const press = (key: string): boolean => fireEvent.keyDown(screen.getByRole('listbox'), { key });
    press('j');
    await heading('Links 2');
    press('ArrowDown');
    await heading('Links 3');
    press('j');
    await heading('Links 3');
    press('k');
    await heading('Links 2');
    expect(options().map((each) => each.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
  });

  it('draws few of two thousand pairs, and asks for a part of them', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: Array.from({ length: 2000 }, (_, at) => pair(at + 1)) }) });
    await show(<JudgingPanel />);
    await heading('Links 1');
    expect(options().length).toBeLessThan(40);
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('2000');
    expect(fake.of('case.queue').every((each) => (each as { limit: number }).limit <= 100)).toBe(true);
    expect(screen.getByRole('radio', { name: 'Open 2.000' })).toBeTruthy();
  });

  it('shows the chain that stands against a verdict, does not send it, and lets a judgement be withdrawn', async () => {
    const [a, b, c] = [person(2, 'Links 1'), person(3, 'Rechts 1'), person(50, 'Derde')];
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }, () => ({ against: { same: { chain: [judgement(1, a, c, 'same')], apart: judgement(2, c, b, 'different', { by: 'A. Claes', reason: 'andere vingerafdruk' }) }, different: null } })) });
    await show(<JudgingPanel />);
    await screen.findByText('Andere oordelen zeggen dat ze verschillen');
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 's' });
    const note = within(await screen.findByRole('alert'));
    expect(commands(fake)).toHaveLength(0);
    const lines = note.getAllByRole('listitem').map((each) => each.textContent);
    expect(lines[0]).toContain('Links 1 = Derde');
    expect(lines[1]).toContain('Derde ≠ Rechts 1');
    expect(lines[1]).toContain('verschillend volgens A. Claes, 01-11-2026');
    expect(lines[1]).toContain('andere vingerafdruk');
    fireEvent.click(note.getAllByRole('button', { name: 'Oordeel intrekken' })[1]!);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Reden'), { target: { value: 'vergissing' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Oordeel intrekken' }));
    await waitFor(() => expect(commands(fake)[0]).toMatchObject({ command: 'judgement.withdraw', args: { ids: [id(9002)], reason: 'vergissing' } }));
  });

  it('asks anew what stands against it when the case refuses', async () => {
    let asked = 0;
    const queues = fakeQueues({ open: [pair(1)] });
    fakeSession({
      open: {
        ...queues,
        'case.pair': (args) => {
          const answer = queues['case.pair']!(args) as Awaited<ReturnType<NonNullable<(typeof queues)['case.pair']>>>;
          asked += 1;
          return asked === 1 ? answer : { ...answer, against: { same: { chain: [], apart: judgement(2, person(2, 'Links 1'), person(3, 'Rechts 1'), 'different') }, different: null } };
        },
        'case.execute': () => { throw new Failure('judgedOtherwise', { chain: 1 }); },
      },
    });
    await show(<JudgingPanel />);
    await heading('Links 1');
    await waitFor(() => expect(asked).toBe(1));
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 's' });
    expect((await screen.findByRole('alert')).textContent).toContain('‘Zelfde’ is geweigerd');
  });

  it('puts a partner beside ours and takes theirs over', async () => {
    const [left, right] = [person(2, 'Links 1'), person(3, 'Rechts 1')];
    const ours = judgement(1, left, right, 'different');
    const theirs = judgement(2, left, right, 'same', { service: 'Zollfahndung Essen', reason: 'Foto', opposed: true });
    const fake = fakeSession({ open: { ...fakeQueues({ conflict: [pair(1, { judgement: theirs })] }), 'case.identityOf': () => ({ members: [], judgements: [ours, theirs, judgement(3, left, person(9, 'X'), 'same')] }) } });
    await show(<JudgingPanel />);
    fireEvent.click(await screen.findByRole('radio', { name: 'Tegenspraak 1' }));
    const block = within((await screen.findByRole('heading', { name: 'Oordelen die elkaar tegenspreken' })).parentElement as HTMLElement);
    await waitFor(() => expect(block.getAllByRole('listitem')).toHaveLength(2));
    expect(block.getByText(/zelfde volgens dienst Zollfahndung Essen/).textContent).toContain('telt niet mee');
    fireEvent.click(block.getByRole('button', { name: 'Overnemen' }));
    await waitFor(() => expect(commands(fake)[0]).toMatchObject({ command: 'judgement.set', args: { verdict: 'same', reason: 'Overgenomen van Zollfahndung Essen: Foto' } }));
  });

  it('shows a pair that was asked for, whether proposed or not, and the pairs of one entity', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: [pair(1)] }) });
    openPair(id(31), id(32));
    await show(<JudgingPanel />);
    await heading('A');
    openPairsOf(id(2));
    await screen.findByText('Alleen paren van Iemand');
    await waitFor(() => expect(fake.of('case.queue').at(-1)).toMatchObject({ entity: id(2) }));
    fireEvent.click(screen.getByRole('button', { name: /Remove/i }));
    expect(session().judging).toBeNull();
  });
});

describe('an empty queue', () => {
  it('says that there is nobody to compare', async () => {
    fakeSession({ open: { ...fakeQueues({}), 'case.browse': () => ({ entities: [], total: 0, byType: {} }) } });
    await show(<JudgingPanel />);
    await screen.findByText('Nog niets om te vergelijken');
    expect(screen.getByRole('button', { name: 'Bestanden importeren' })).toBeTruthy();
  });

  it('says how far comparing is, and follows it', async () => {
    const fake = fakeSession({ open: { ...fakeQueues({}), 'case.matching': () => ({ ...MATCHING, working: true, done: 10, behind: 90 }) } });
    await show(<JudgingPanel />);
    await screen.findByText('Er wordt nog vergeleken');
    expect(screen.getAllByText('10 van 100 vergeleken').length).toBeGreaterThan(0);
    fake.announce('case.matched', { working: true, done: 60, behind: 40, proposals: 0, hits: 0 });
    await waitFor(() => expect(screen.getAllByText('60 van 100 vergeleken').length).toBeGreaterThan(0));
    fake.announce('case.matched', { working: false, done: 100, behind: 0, proposals: 0, hits: 0 });
    await screen.findByText('Geen paren om te beoordelen');
  });

  it('leads to the weak pairs', async () => {
    fakeSession({ open: fakeQueues({ weak: [pair(4)] }) });
    await show(<JudgingPanel />);
    fireEvent.click(await screen.findByRole('button', { name: '1 zwak paar bekijken' }));
    await heading('Links 4');
  });
});
