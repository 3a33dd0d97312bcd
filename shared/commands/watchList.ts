import type { JudgedHit, WatchList } from '../model/identity';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

const numbersOf = (list: WatchList | null): ReadonlySet<number> => new Set(list?.entries.map(({ number }) => number));

/** Stores a watch list, or a newer version of one: under the same id, so that verdicts on entries that it still has go on counting. */
export function planWatchListPut({ reader }: PlanContext, list: CommandArguments<'watchList.put'>): Plan {
  const before = numbersOf(reader.row('watch_list', list.id) as WatchList | null);
  const after = numbersOf(list);
  const added = [...after].filter((number) => !before.has(number)).length;
  return { patch: { add: {}, retract: {}, images: [put(reader, 'watch_list', [list.id], list)] }, label: { entries: after.size, added, gone: before.size - (after.size - added) } };
}

/** Takes a list away; what was decided on its hits is kept, in case it comes back. Refuses with watchListNotFound. */
export function planWatchListRemove({ reader }: PlanContext, { id }: CommandArguments<'watchList.remove'>): Plan {
  const list = reader.row('watch_list', id) as WatchList | null;
  if (list === null) throw new Refusal('watchListNotFound');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'watch_list', [id])] }, label: { entries: list.entries.length } };
}

/** Keeps what somebody decided of hits, in the place of what was decided before. */
export function planWatchHitJudge({ reader, actor, now }: PlanContext, { verdicts }: CommandArguments<'watchHit.judge'>): Plan {
  const last = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const images = [...last.values()].map((verdict) => {
    const judged: JudgedHit = { ...verdict, by: actor.name, at: now };
    return put(reader, 'watch_verdict', [verdict.id], judged);
  });
  const count = (wanted: JudgedHit['verdict']): number => [...last.values()].filter(({ verdict }) => verdict === wanted).length;
  return { patch: { add: {}, retract: {}, images }, label: { count: images.length, match: count('match'), noMatch: count('noMatch'), unsure: count('unsure') } };
}
