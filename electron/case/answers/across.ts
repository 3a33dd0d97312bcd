import type { acrossRequests, KnownEntity } from '../../../shared/contract/across';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Id } from '../../../shared/model/ids';
import type { Served } from '../handlers';
import { entitiesByKey } from '../queries/entityRows';
import { query } from '../queries/statements';

/** Answers of the case about what other cases of this workstation know. */
export function acrossHandlers({ open, person, consultations, known, viewing }: Served): Handlers<{ readonly requests: typeof acrossRequests; readonly events: Events }> {
  const { db } = open.store;
  const keysOf = (ids: readonly Id[]): number[] => query<{ n: number }>(db, 'SELECT e.n FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL').all({ ids: JSON.stringify(ids) }).map(({ n }) => n);

  /** What is known of those that stand for these keys, each with all that it stands for. */
  function knownOf(tops: readonly number[]): KnownEntity[] {
    const { identity } = viewing.reading;
    const groups = tops.map((top) => identity.membersOf(top));
    const found = known.elsewhere(groups.flat());
    return groups.flatMap((members, at) => {
      const [entity] = entitiesByKey(db, [tops[at] ?? 0]);
      const cases = new Map<Id, { case: KnownEntity['cases'][number]['case']; by: Set<string> }>();
      for (const each of members.flatMap((n) => found.get(n) ?? [])) {
        const before = cases.get(each.case.id);
        if (before === undefined) cases.set(each.case.id, { case: each.case, by: new Set(each.by) });
        else each.by.forEach((kind) => before.by.add(kind));
      }
      if (entity === undefined || cases.size === 0) return [];
      return [{ entity: members.length > 1 ? { ...entity, members: [...identity.memberIds(entity.id)] } : entity, cases: [...cases.values()].map((each) => ({ case: each.case, by: [...each.by].toSorted() })).toSorted((a, b) => b.by.length - a.by.length || a.case.name.localeCompare(b.case.name)) }];
    });
  }

  return {
    'case.knownElsewhere': async ({ job, ids, limit, offset }) => {
      if (!known.on) return { on: false, entities: [], total: 0 };
      const { identity } = viewing.reading;
      const { keys, total } = ids === undefined ? await known.list(job) : { keys: keysOf(ids), total: 0 };
      const tops = [...new Set(keys.map((n) => identity.topOf(n)))];
      const entities = knownOf(ids === undefined ? tops.slice(offset, offset + limit) : tops);
      if (ids === undefined) consultations.askedElsewhere(null, person.actor);
      else for (const { id, type } of entitiesByKey(db, tops)) consultations.askedElsewhere({ id, type }, person.actor);
      // Beyond what the list holds nobody folds: more are told as they stand in it.
      return { on: true, entities, total: ids === undefined ? total - (keys.length - tops.length) : entities.length };
    },
    'case.acrossState': ({ news }) => {
      const { cases, rows, missing } = known.count();
      return { available: known.available, on: known.on, working: known.working, cases, rows, missing: [...missing], aside: news ? known.takeAside() : null };
    },
    'case.forgetAcross': ({ case: other }) => {
      known.forget(other);
      return {};
    },
  };
}
