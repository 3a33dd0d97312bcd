import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { qualityFindings } from '../../../electron/case/queries/qualityFindings';
import type { Found } from '../../../electron/case/quality/findings';
import { lookThrough } from '../../../electron/case/quality/look';
import type { CaseStore } from '../../../electron/case/store';
import type { CheckId, Finding } from '../../../shared/contract/quality';
import type { StoredValue } from '../../../shared/values/kind';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const TODAY = '2026-05-03';

/** A case to find things in. */
class Desk {
  constructor(readonly store: CaseStore) {}

  static async make(): Promise<Desk> {
    return new Desk((await newCase()).store);
  }

  execute(command: string, args: unknown): void {
    this.store.execute({ command, args }, ACTOR);
  }

  add(type: string, said: Readonly<Record<string, string>>): string {
    const id = newId();
    this.execute('entity.create', { id, type, values: values({ ...(type === 'person' ? { category: 'suspect' } : {}), ...said }), ...SAID });
    return id;
  }

  person(name: string, said: Readonly<Record<string, string>> = {}): string {
    return this.add('person', { name, ...said });
  }

  say(subject: string, said: Readonly<Record<string, StoredValue[]>>): string {
    const id = newId();
    this.execute('statement.add', { id, subject, subjectKind: 'entity', values: said, ...SAID });
    return id;
  }

  tie(type: string, from: string, to: string, said: Readonly<Record<string, string>> = {}): string {
    const id = newId();
    this.execute('link.create', { id, type, from, to, values: values(said), ...SAID });
    return id;
  }

  judge(left: string, right: string, verdict: 'same' | 'different'): void {
    this.execute('judgement.set', { id: newId(), left, right, verdict, reason: 'gezien' });
  }

  look(): readonly Found[] {
    return lookThrough(this.store.db, this.store.catalogue, { today: TODAY }, () => undefined).flatMap(({ found }) => found);
  }

  /** Findings of a check as they are shown. */
  of(check: CheckId): Finding[] {
    return qualityFindings(this.store.db, this.look().filter((each) => each.check === check));
  }
}

const valuesOf = (finding: Finding | undefined): string[] => (finding?.values ?? []).map(({ of, v }) => `${of} ${v}`);

test('births that contradict each other are set side by side with their sources; the same day written less precisely is no contradiction', async () => {
  const here = await Desk.make();
  const person = here.person('Jan Zwaardvis', { birthDate: '1984-03-14' });
  here.say(person, { birthDate: [{ v: '1984' }] });
  expect(here.of('contradiction')).toEqual([]);
  here.say(person, { birthDate: [{ v: '1986-03-14' }] });
  const [finding, ...others] = here.of('contradiction');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ property: 'birthDate', entities: [{ id: person }], detail: '' });
  expect(valuesOf(finding)).toEqual(['0 1984-03-14', '0 1984', '0 1986-03-14']);
  expect(finding?.values.every(({ sources }) => sources.length === 1)).toBe(true);
});

test('values that failed a check are listed one by one, of links too; sound ones are not', async () => {
  const here = await Desk.make();
  const [one, other] = [here.add('phone', { number: '+32470550127' }), here.add('phone', { number: '+32470550128' })];
  here.tie('called', one, other, { date: '2026-01-01T10:00' });
  expect(here.of('doubt')).toEqual([]);
  const container = newId();
  here.execute('entity.create', { id: container, type: 'container', values: { number: [{ v: 'MSCU1234567', doubt: 'checkDigit' }] }, ...SAID });
  here.execute('link.create', { id: newId(), type: 'called', from: one, to: other, values: { date: [{ v: '31-02-2026', doubt: 'impossibleDate' }] }, ...SAID });
  expect(here.of('doubt').map(({ detail, property, values: [first] }) => [detail, property, first?.v])).toEqual([['checkDigit', 'number', 'MSCU1234567'], ['impossibleDate', 'date', '31-02-2026']]);
});

test('persons of whom nobody said what they are in the case are listed, things are not', async () => {
  const here = await Desk.make();
  here.person('Jan Zwaardvis');
  here.add('phone', { number: '+32470550127' });
  expect(here.of('noCategory')).toEqual([]);
  const person = newId();
  here.execute('entity.create', { id: person, type: 'person', values: values({ name: 'An Peeters' }), ...SAID });
  expect(here.of('noCategory').map(({ entities: [each] }) => each?.id)).toEqual([person]);
});

test('an entity of which nothing is said any more is listed', async () => {
  const here = await Desk.make();
  const person = here.person('Jan Zwaardvis');
  expect(here.of('noSource')).toEqual([]);
  const statement = here.store.db.prepare<[string], string>('SELECT s.id FROM statement s JOIN entity e ON e.n = s.subject WHERE e.id = ?').pluck().get(person);
  here.execute('statement.retract', { ids: [statement] });
  expect(here.of('noSource').map(({ entities: [each] }) => each?.id)).toEqual([person]);
});

test('happenings without a time are listed; lasting links without one are not', async () => {
  const here = await Desk.make();
  const [one, other] = [here.add('phone', { number: '+32470550127' }), here.add('phone', { number: '+32470550128' })];
  here.tie('uses', here.person('Jan Zwaardvis'), one);
  here.tie('called', one, other, { date: '2026-01-01T10:00' });
  expect(here.of('undatedLink')).toEqual([]);
  const link = here.tie('called', one, other);
  expect(here.of('undatedLink')).toMatchObject([{ link: { id: link, type: 'called' }, entities: [{ id: one }, { id: other }] }]);
});

test('namesakes that share nothing are listed, until something tells who they are', async () => {
  const here = await Desk.make();
  const [one, other] = [here.person('Mohamed El Amrani'), here.person('Amrani Mohammed', { birthDate: '1984' })];
  here.person('Mohamed El Amrani', { birthDate: '1999-01-01' });
  here.person('Mohamed Benali');
  const pairs = (): string[][] => here.of('namesake').map(({ entities }) => entities.map(({ id }) => id));
  expect(pairs()).toContainEqual([one, other]);
  // Two births that do not go together tell them apart.
  expect(pairs()).toHaveLength(2);
  here.judge(one, other, 'different');
  expect(pairs()).not.toContainEqual([one, other]);
});

test.each(['a shared phone', 'a link between them', 'the same number'])('%s is more than a name', async (how) => {
  const here = await Desk.make();
  const [one, other] = [here.person('Jan Zwaardvis'), here.person('Zwaardvis, Jan')];
  expect(here.of('namesake')).toHaveLength(1);
  if (how === 'a shared phone') {
    const phone = here.add('phone', { number: '+32470550127' });
    here.tie('uses', one, phone);
    here.tie('uses', other, phone);
  } else if (how === 'a link between them') here.tie('family', one, other);
  else for (const id of [one, other]) here.say(id, { nationalNumber: [{ v: '84031412345', doubt: 'checkDigit' }] });
  expect(here.of('namesake')).toEqual([]);
});

test('records that were judged the same and contradict each other are listed, and only while they are', async () => {
  const here = await Desk.make();
  const [one, other, third] = [here.person('Jan Zwaardvis', { birthDate: '1984-03-14' }), here.person('J. Zwaardvis', { birthDate: '1985-03-14' }), here.person('Zwaardvis Jan', { birthDate: '1984' })];
  here.judge(one, third, 'same');
  expect(here.of('mergedContradiction')).toEqual([]);
  here.judge(one, other, 'same');
  const [finding] = here.of('mergedContradiction');
  expect(finding).toMatchObject({ property: 'birthDate' });
  expect(finding?.entities.map(({ id }) => id)).toEqual([one, other, third].toSorted());
  here.store.undo(ACTOR);
  expect(here.of('mergedContradiction')).toEqual([]);
});

test('one number of two whom somebody judged different is listed', async () => {
  const here = await Desk.make();
  const [one, other] = [here.person('Jan Zwaardvis', { nationalNumber: '84031400197' }), here.person('Piet Zwaardvis', { nationalNumber: '84031400197' })];
  expect(here.of('sharedIdentifier')).toEqual([]);
  here.judge(one, other, 'different');
  const [finding] = here.of('sharedIdentifier');
  expect(finding).toMatchObject({ property: 'nationalNumber', entities: [{ id: one }, { id: other }] });
  expect(valuesOf(finding)).toEqual(['0 84031400197', '1 84031400197']);
});

test('dates that are still to come are listed: births and happenings', async () => {
  const here = await Desk.make();
  const [one, other] = [here.add('phone', { number: '+32470550127' }), here.add('phone', { number: '+32470550128' })];
  here.tie('called', one, other, { date: '2026-05-03T23:00' });
  here.person('Jan Zwaardvis', { birthDate: '2026' });
  expect(here.of('futureDate')).toEqual([]);
  here.person('Piet Zwaardvis', { birthDate: '2036-05-04' });
  const link = here.tie('called', one, other, { date: '2027-01-01T10:00' });
  expect(here.of('futureDate').map((each) => each.link?.id ?? valuesOf(each)[0])).toEqual(['0 2036-05-04', link]);
});

test('lives that cannot be are listed: born after dying, too old, there before being born', async () => {
  const here = await Desk.make();
  const sound = here.person('Jan Zwaardvis', { birthDate: '1940-01-01', deathDate: '2020-01-01' });
  const phone = here.add('phone', { number: '+32470550127' });
  here.tie('uses', sound, phone, { start: '1990' });
  expect(here.of('lifespan')).toEqual([]);
  here.person('Piet Kabeljauw', { birthDate: '1990-01-01', deathDate: '1989' });
  here.person('Klaas Haring', { birthDate: '1890-01-01' });
  const young = here.person('Els Snoek', { birthDate: '2005-01-01' });
  here.tie('uses', young, phone, { start: '2001' });
  here.tie('uses', young, phone, { start: '2005' });
  expect(here.of('lifespan').map(({ detail, entities: [first] }) => [detail, first?.caption])).toEqual([['bornAfterDeath', 'Piet Kabeljauw'], ['tooOld', 'Klaas Haring'], ['beforeBirth', 'Els Snoek']]);
});

test('sources without a grading or without a supplier are listed', async () => {
  const here = await Desk.make();
  here.person('Jan Zwaardvis');
  expect(here.of('ungradedSource').map(({ source }) => source?.title)).toEqual(['K. Peeters']);
  expect(here.of('unnamedSource')).toEqual([]);
  const source = here.of('ungradedSource')[0]?.source?.id;
  here.execute('statements.evaluate', { id: newId(), targets: { source }, own: true, grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } }, reason: '' });
  expect(here.of('ungradedSource')).toEqual([]);
  here.store.execute({ command: 'entity.create', args: { id: newId(), type: 'phone', values: values({ number: '+32470550127' }), ...SAID } }, { ...ACTOR, name: 'Iemand', service: '' });
  expect(here.of('unnamedSource').map(({ source: each }) => each?.title)).toEqual(['Iemand']);
});

test('what somebody said is right stays away with its reason until its facts change, and comes back on request', async () => {
  const here = await Desk.make();
  const person = here.person('Jan Zwaardvis', { birthDate: '1984-03-14' });
  here.say(person, { birthDate: [{ v: '1986-03-14' }] });
  const finding = (): Finding | undefined => here.of('contradiction')[0];
  const first = finding();
  const dismiss = (dismissed: boolean): void => here.execute('quality.dismiss', { findings: [{ key: first?.key, check: 'contradiction', subjects: [person] }], reason: 'tweeling', dismissed });
  dismiss(true);
  expect(finding()?.dismissed).toMatchObject({ reason: 'tweeling', by: 'K. Peeters (FGP Antwerpen)' });
  here.store.undo(ACTOR);
  expect(finding()?.dismissed).toBeNull();
  dismiss(true);
  dismiss(false);
  expect(finding()?.dismissed).toBeNull();
  dismiss(true);
  here.say(person, { birthDate: [{ v: '1987-03-14' }] });
  expect(finding()?.key).not.toBe(first?.key);
  expect(finding()?.dismissed).toBeNull();
});
