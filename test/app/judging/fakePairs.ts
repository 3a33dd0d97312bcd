import type { CaseService, EntityView, Handlers, ResultOf } from '../../../shared/contract';
import type { EvidenceView, JudgementView, PairView, QueueId } from '../../../shared/contract/judging';
import type { CatalogueData } from '../../../shared/schema/types';
import { FAKE_TYPES } from '../fakeTypes';

export const id = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const person = (number: number, caption: string, more: Partial<EntityView> = {}): EntityView => ({ id: id(number), type: 'person', caption, key: '', start: null, end: null, sources: 1, links: 2, grading: 'B2', handling: '', category: '', contradicts: false, ...more });

export const NAMES: EvidenceView = { kind: 'name', finding: 'like', effect: '+', left: 'El Bakrani', right: 'Bakrany', points: 3.2 };
export const NUMBER: EvidenceView = { kind: 'unique', finding: 'same', effect: '+', left: 'phone +32470000001', right: 'phone +32470000001', points: 8 };
export const BORN: EvidenceView = { kind: 'birth', finding: 'other', effect: '!', left: '1984-03-14', right: '1991-01-02', points: -4 };
export const TOWN: EvidenceView = { kind: 'place', finding: 'same', effect: '~', left: 'Mechelen', right: 'Mechelen', points: 0.2 };

/** Pair `number` of as many entities: the more, the surer the first. */
export const pair = (number: number, more: Partial<PairView> = {}): PairView => ({ left: person(number * 2, `Links ${number}`), right: person(number * 2 + 1, `Rechts ${number}`), score: 0.97, evidence: [NUMBER, NAMES], judgement: null, ...more });

export const judgement = (number: number, left: EntityView, right: EntityView, verdict: JudgementView['verdict'], more: Partial<JudgementView> = {}): JudgementView => ({ id: id(9000 + number), left, right, verdict, reason: 'gezien', by: 'K. Peeters', at: '2026-11-01T10:00:00Z', seq: number, service: null, opposed: false, ...more });

/** Types of which persons are compared. */
export const COMPARED: CatalogueData = { ...FAKE_TYPES, entityTypes: FAKE_TYPES.entityTypes.map((type) => (type.id === 'person' ? { ...type, matchAs: 'person' as const } : type)) };

type Details = ResultOf<CaseService['requests']['case.pair']>;
export const details = (of: PairView, more: Partial<Details> = {}): Details => ({ pair: of, properties: [], shared: [], sharedTotal: 0, only: { left: 0, right: 0 }, against: { same: null, different: null }, ...more });

export const COUNTS: Readonly<Record<QueueId, number>> = { open: 0, weak: 0, unsure: 0, same: 0, different: 0, conflict: 0 };

export const MATCHING = { settings: {}, propose: 0.5, hide: 0.2, working: false, behind: 0, done: 12_340 };

/** A case that holds these pairs in its queues; what is judged leaves the open ones. */
export function fakeQueues(queues: Partial<Record<QueueId, PairView[]>>, detailsOf: (of: PairView) => Partial<Details> = () => ({})): Partial<Handlers<CaseService>> {
  const all = (): PairView[] => Object.values(queues).flat();
  return {
    'case.catalogue': () => COMPARED as never,
    'case.matching': () => MATCHING,
    'case.browse': ({ types }) => ({ entities: [], total: types?.includes('person') === true ? 5 : 0, byType: {} }),
    'case.queue': ({ queue, limit, offset }) => ({ pairs: (queues[queue] ?? []).slice(offset, offset + limit), total: (queues[queue] ?? []).length, counts: { ...COUNTS, ...Object.fromEntries(Object.entries(queues).map(([name, pairs]) => [name, pairs.length])) } }),
    'case.pair': ({ left, right }) => {
      const found = all().find((each) => each.left.id === left && each.right.id === right) ?? pair(500, { left: person(1, 'A', { id: left }), right: person(2, 'B', { id: right }) });
      return details(found, detailsOf(found));
    },
    'case.identityOf': () => ({ members: [], judgements: [] }),
    'case.entities': ({ ids }) => ids.map((each) => person(1, 'Iemand', { id: each })),
  };
}
