import type { Id } from '../model/ids';
import type { GatheredChart, GatheredLink } from './gathered';
import type { Scene } from './scene';

/** What stands for links between two items that are shown, where nothing of these links may be: it asks for them and says nothing else, not even how many. */
export interface Stub {
  readonly from: Id;
  readonly to: Id;
  readonly label: string;
}

/** One stub per pair of items. `held` gives, for each link of which something was held back, the services whose permission would free it. */
export function stubsOf(chart: GatheredChart, links: readonly GatheredLink[], held: ReadonlyMap<Id, ReadonlySet<string>>, scene: Scene): readonly Stub[] {
  const drawn = new Set(chart.links);
  const places = new Set(chart.places.map((place) => place.entity));
  const pairs = new Map<string, { readonly from: Id; readonly to: Id; readonly services: Set<string> }>();
  for (const { id, from, to } of links) {
    const services = held.get(id);
    if (services === undefined || !drawn.has(id) || scene.links.has(id) || ![from, to].every((end) => places.has(end) && scene.entities.has(end))) continue;
    const [first, second] = from < to ? [from, to] : [to, from];
    const key = `${first} ${second}`;
    const known = pairs.get(key) ?? { from: first, to: second, services: new Set<string>() };
    pairs.set(key, known);
    for (const service of services) known.services.add(service);
  }
  return [...pairs.values()].map(({ from, to, services }) => ({ from, to, label: services.size === 0 ? scene.words('stub') : scene.words('stubAsk', { services: [...services].sort().join(', ') }) }));
}
