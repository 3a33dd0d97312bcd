import { finish } from '../../../shared/analysis/layout/finish';
import { ITEM_HEIGHT, ITEM_WIDTH, type Arrange } from '../../../shared/analysis/layout/graph';

const COLUMN = ITEM_WIDTH + 14;
const ROW = ITEM_HEIGHT + 20;
/** Width to height of the whole. */
const ASPECT = 1.6;

/** All free items in rows, kinds beside one another. */
export const grid: Arrange = (graph) => {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const free = [...graph.fixed.keys()].filter((v) => !graph.fixed[v]).sort((a, b) => graph.order[a]! - graph.order[b]!);
  const columns = Math.max(1, Math.ceil(Math.sqrt((free.length * ROW * ASPECT) / COLUMN)));
  free.forEach((v, i) => {
    x[v] = (i % columns) * COLUMN;
    y[v] = Math.floor(i / columns) * ROW;
  });
  return finish(graph, x, y);
};
