import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MatchingDialog } from '../../../renderer/features/judging/MatchingDialog';
import { Failure } from '../../../shared/contract';
import { fakeSession } from '../fakeSession';
import { show } from '../show';
import { fakeQueues, MATCHING, pair } from './fakePairs';

const scored = (from: number, scores: readonly number[]) => scores.map((score, at) => pair(from + at, { score }));
const LEARNT = { judged: 40, same: 25, weights: { prior: -2, points: { 'name.same': 5 } }, before: { precision: 0.8, recall: 0.9 }, after: { precision: 0.95, recall: 0.92 }, changes: [{ finding: 'name.same', from: 4.5, to: 5 }] };

describe('the settings of matching', () => {
  it('count the pairs that a limit keeps, and are saved as one step', async () => {
    const fake = fakeSession({ open: fakeQueues({ open: scored(1, [0.99, 0.9, 0.8, 0.6]), weak: scored(10, [0.45, 0.3]) }) });
    await show(<MatchingDialog onClose={() => undefined} />);
    expect(await screen.findByText(/Vanaf 0,50 \(misschien dezelfde\) staan er 4 paren open/)).toBeTruthy();
    expect(await screen.findByText(/2 zwakke paren van 0,20 af/)).toBeTruthy();
    const slider = screen.getByRole('slider', { name: 'Voorstellen vanaf' });
    for (let step = 0; step < 30; step += 1) fireEvent.keyDown(slider, { key: 'ArrowRight', which: 39, keyCode: 39 });
    expect(await screen.findByText(/Vanaf 0,80 \(waarschijnlijk dezelfde\) staan er 3 paren open/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Bewaren' }));
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'matching.set', args: { propose: 0.8, hide: 0.2 } }]));
  });

  it('show what learning would change before it is applied', async () => {
    const fake = fakeSession({ open: { ...fakeQueues({}), 'case.matching': () => ({ ...MATCHING, settings: { propose: 0.6 } }), 'case.calibrate': () => LEARNT } });
    await show(<MatchingDialog onClose={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Nu leren' }));
    expect((await screen.findByText('Van 100 voorgestelde paren juist')).parentElement?.textContent).toBe('Van 100 voorgestelde paren juist8095');
    expect(screen.getByText('Dezelfde naam').parentElement?.textContent).toBe('Dezelfde naam+4,5+5');
    expect(fake.of('case.execute')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Zo vergelijken' }));
    await waitFor(() => expect(fake.of('case.execute')).toEqual([{ command: 'matching.set', args: { propose: 0.6, weights: LEARNT.weights } }]));
  });

  it('say why nothing can be learnt yet', async () => {
    fakeSession({ open: { ...fakeQueues({}), 'case.calibrate': () => { throw new Failure('tooFewJudged', { judged: 3 }); } } });
    await show(<MatchingDialog onClose={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Nu leren' }));
    await screen.findByRole('alert');
  });
});
