import { ITEM_HEIGHT, ITEM_WIDTH } from './graph';

/** How far the next item on a ring must be, going in the direction of the tangent at `angle`: items are wider than high. */
const spacing = (angle: number): number => Math.min(ITEM_WIDTH / Math.max(1e-6, Math.abs(Math.sin(angle))), ITEM_HEIGHT / Math.max(1e-6, Math.abs(Math.cos(angle))));

const STEPS = 2000;

/** How many items' worth of room a circle of radius 1 offers up to each of STEPS angles, from the top, clockwise. */
const ROOM: Float64Array = (() => {
  const room = new Float64Array(STEPS + 1);
  for (let i = 0; i < STEPS; i++) {
    const angle = -Math.PI / 2 + ((i + 0.5) / STEPS) * 2 * Math.PI;
    room[i + 1] = room[i]! + (2 * Math.PI) / STEPS / spacing(angle);
  }
  return room;
})();

/** The least radius on which `count` items have room beside one another. */
export const ringRadius = (count: number): number => (count < 2 ? 0 : Math.max(ITEM_WIDTH * 0.75, (count * 1.08) / ROOM[STEPS]!));

/** Places for `count` items on a circle round the origin, closer where they stand above one another, from the top clockwise. */
export function ringPlaces(count: number, radius: number): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  let step = 0;
  for (let i = 0; i < count; i++) {
    const wanted = (i / count) * ROOM[STEPS]!;
    while (step < STEPS && ROOM[step + 1]! < wanted) step++;
    const within = (wanted - ROOM[step]!) / (ROOM[step + 1]! - ROOM[step]!);
    const angle = -Math.PI / 2 + ((step + within) / STEPS) * 2 * Math.PI;
    places.push({ x: Math.cos(angle) * radius, y: Math.sin(angle) * radius });
  }
  return places;
}
