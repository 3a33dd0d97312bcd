import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { calibration } from '../../../electron/case/matching/calibration';
import { pairOf } from '../../../electron/case/matching/pair';
import { queueOf } from '../../../electron/case/matching/queue';
import { matchingOf } from '../../../electron/case/matching/standing';
import { matchVocabulary } from '../../../electron/case/matching/vocabulary';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const run = (store: CaseStore, command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
function make(store: CaseStore, type: string, said: Readonly<Record<string, string>>): string {
  const id = newId();
  run(store, 'entity.create', { id, type, values: values(said), ...SAID });
  return id;
}
const tie = (store: CaseStore, type: string, from: string, to: string): void => run(store, 'link.create', { id: newId(), type, from, to, values: {}, ...SAID });
function judge(store: CaseStore, left: string, right: string, verdict: string, reason = ''): string {
  const id = newId();
  run(store, 'judgement.set', { id, left, right, verdict, reason });
  return id;
}

test('two persons side by side: what sources say, whom both know, why they may be one, and what stands against it', async () => {
  const { store } = await newCase();
  const a = make(store, 'person', { name: 'Driss Amellal', birthDate: '1987-03-11', gender: 'm' });
  const b = make(store, 'person', { name: 'Idris Amelal', birthDate: '1987-11-03', gender: 'm', birthPlace: 'Nador' });
  const phone = make(store, 'phone', { number: '+32465001926' });
  const friend = make(store, 'person', { name: 'Kjell Demeulenaere' });
  const other = make(store, 'person', { name: 'Roeland Van den Bossche' });
  for (const each of [a, b]) {
    tie(store, 'uses', each, phone);
    tie(store, 'knows', each, friend);
  }
  tie(store, 'knows', friend, other);
  tie(store, 'knows', a, other);
  const seen = pairOf(store.db, store.catalogue, { left: a, right: b });
  expect(seen.pair.score).toBeGreaterThan(0.9);
  expect(seen.pair.evidence.map(({ kind, finding, effect }) => `${effect} ${kind}.${finding}`)).toEqual(expect.arrayContaining(['+ birth.swapped', '+ shared.same', '+ companion.same']));
  expect(seen.pair.evidence.find(({ kind }) => kind === 'companion')).toMatchObject({ left: 'Kjell Demeulenaere', right: 'Kjell Demeulenaere' });
  expect(seen.properties.map(({ property, finding }) => [property, finding])).toEqual([['name', 'differs'], ['birthDate', 'differs'], ['birthPlace', null], ['gender', 'same']]);
  expect(seen.properties[0]?.left).toEqual([{ value: { v: 'Driss Amellal' }, sources: ['K. Peeters'] }]);
  // What leads to fewer tells more: the phone has two links, the friend three.
  expect(seen.shared.map(({ entity, left, right }) => [entity.caption, left, right])).toEqual([['+32 465 00 19 26', ['uses'], ['uses']], ['Kjell Demeulenaere', ['knows'], ['knows']]]);
  expect([seen.sharedTotal, seen.only]).toEqual([2, { left: 1, right: 0 }]);
  expect(seen.against).toEqual({ same: null, different: null });

  judge(store, b, friend, 'same');
  judge(store, a, friend, 'different');
  const { against, pair } = pairOf(store.db, store.catalogue, { left: a, right: b });
  expect(against.same?.apart).toMatchObject({ verdict: 'different', by: 'K. Peeters (FGP Antwerpen)', service: null, opposed: false });
  expect(against.same?.chain.map(({ verdict }) => verdict)).toEqual(['same']);
  expect(pair.judgement).toBeNull();
  judge(store, a, b, 'unsure', 'nog na te gaan');
  expect(pairOf(store.db, store.catalogue, { left: b, right: a }).pair.judgement).toMatchObject({ verdict: 'unsure', reason: 'nog na te gaan' });
  expect(queueOf(store.db, store.catalogue, { queue: 'unsure', limit: 10, offset: 0 })).toMatchObject({ total: 1, counts: { unsure: 1, same: 1, different: 1 }, pairs: [{ judgement: { verdict: 'unsure' } }] });
  expect(() => pairOf(store.db, store.catalogue, { left: a, right: newId() })).toThrow('subjectNotFound');
});

test('a number that very many use, what was carried, and a town that many live in are no reason', async () => {
  const { store } = await newCase();
  const [a, b] = [make(store, 'person', { name: 'Samir Haddadi' }), make(store, 'person', { name: 'Lode Peeters' })];
  const line = make(store, 'phone', { number: '+3232001000' });
  for (const each of [a, b]) tie(store, 'uses', each, line);
  const shares = (): string[] => pairOf(store.db, store.catalogue, { left: a, right: b }).pair.evidence.map(({ kind, finding }) => `${kind}.${finding}`);
  expect(shares()).toContain('shared.same');
  for (let at = 0; at < 49; at += 1) tie(store, 'uses', make(store, 'person', { name: `Bediende ${at}` }), line);
  expect(shares()).not.toContain('shared.same');
  const [lorry, van, box] = [make(store, 'vehicle', { plate: '1-XLD-412' }), make(store, 'vehicle', { plate: '1-XCW-064' }), make(store, 'container', { number: 'CSQU3054383' })];
  for (const each of [lorry, van]) tie(store, 'carries', each, box);
  expect(pairOf(store.db, store.catalogue, { left: lorry, right: van }).pair.score).toBeLessThan(0.2);
});

test('weights are learnt from what was judged, shown beside what they were, and hold once they are set', async () => {
  const { store } = await newCase();
  expect(() => calibration(store.db, store.catalogue)).toThrow('tooFewJudged');
  // In this case the same birth place means the same man, and a shared first name nothing.
  for (let at = 0; at < 14; at += 1) {
    const birthPlace = `Dorp${String.fromCharCode(97 + at).repeat(3)}`;
    judge(store, make(store, 'person', { name: `Verbeeck${at} Wannes`, birthPlace }), make(store, 'person', { name: `Verbeek${at} Wannes`, birthPlace }), 'same');
    judge(store, make(store, 'person', { name: 'Jan Peeters', birthPlace: `Stad${at}` }), make(store, 'person', { name: 'Jan Peeters', birthPlace: `Kwartier${at}${at}` }), 'different');
  }
  const learnt = calibration(store.db, store.catalogue);
  expect(learnt).toMatchObject({ judged: 28, same: 14 });
  expect(learnt.after.precision).toBeGreaterThanOrEqual(learnt.before.precision);
  expect(learnt.changes.length).toBeGreaterThan(0);
  for (const { finding, from, to } of learnt.changes) {
    const shipped = matchVocabulary().weights;
    expect(from).toBe(finding === 'prior' ? shipped.prior : shipped.points[finding]);
    expect(to).toBe(finding === 'prior' ? learnt.weights.prior : learnt.weights.points[finding]);
  }
  const idle = { working: false, behind: 0, done: 0 };
  expect(matchingOf(store.db, store.catalogue, idle)).toMatchObject({ settings: {}, propose: 0.5, ...idle });
  run(store, 'matching.set', { weights: learnt.weights, propose: 0.7 });
  expect(matchingOf(store.db, store.catalogue, idle)).toMatchObject({ settings: { propose: 0.7, weights: learnt.weights }, propose: 0.7 });
  expect(calibration(store.db, store.catalogue).changes.length).toBeLessThanOrEqual(learnt.changes.length);
});
