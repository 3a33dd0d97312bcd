import { finish } from '../../../shared/analysis/layout/finish';
import type { Arrange } from '../../../shared/analysis/layout/graph';
import { ringPlaces, ringRadius } from '../../../shared/analysis/layout/ring';

/** All free items on one circle, kinds beside one another. */
export const circle: Arrange = (graph) => {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const free = [...graph.fixed.keys()].filter((v) => !graph.fixed[v]).sort((a, b) => graph.order[a]! - graph.order[b]!);
  ringPlaces(free.length, ringRadius(free.length)).forEach((place, i) => {
    x[free[i]!] = place.x;
    y[free[i]!] = place.y;
  });
  return finish(graph, x, y);
};
