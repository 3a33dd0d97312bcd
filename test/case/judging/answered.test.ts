import { expect, test } from 'vitest';
import { countQueues, judgedIn } from '../../../electron/case/matching/queues';
import { Town } from '../identity/memory';
import { ACTOR } from '../who';

function two(): { town: Town; a: string; b: string } {
  const town = new Town();
  return { town, a: town.entity('person', { familyName: 'Bakrani' }), b: town.entity('person', { familyName: 'Bakrany' }) };
}

test("a partner's judgement that stands against ours waits until we have judged the pair after it came", () => {
  const { town, a, b } = two();
  town.judge(a, 'same', b);
  town.theirs([[b, 'different', a]]);
  expect(judgedIn(town.store.db, 'conflict')).toMatchObject([{ left: b, right: a, verdict: 'different' }]);
  const kept = town.judge(a, 'same', b);
  expect(judgedIn(town.store.db, 'conflict')).toEqual([]);
  expect(judgedIn(town.store.db, 'same').map(({ id }) => id)).toEqual([kept]);
});

test('taking theirs over ends the conflict and lists the pair once, and undoing it brings the conflict back', () => {
  const { town, a, b } = two();
  town.judge(a, 'different', b);
  town.theirs([[a, 'same', b]]);
  expect(countQueues(town.store.db)).toMatchObject({ different: 1, same: 0, conflict: 1 });
  town.judge(a, 'same', b);
  expect(countQueues(town.store.db)).toMatchObject({ different: 0, same: 1, conflict: 0 });
  town.store.undo(ACTOR);
  expect(countQueues(town.store.db)).toMatchObject({ different: 1, same: 0, conflict: 1 });
});
