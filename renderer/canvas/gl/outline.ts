import { FAMILIES, type Family } from '../../../shared/schema/types';
import { FORMS, type Form } from '../forms';

/** Points of Cytoscape's named shapes, -1 to 1, y down; ellipses and rectangles with round corners are reckoned with directly. */
const NAMED: Readonly<Record<'hexagon' | 'octagon' | 'diamond' | 'rectangle', readonly number[]>> = {
  hexagon: [-0.5, -1, 0.5, -1, 1, 0, 0.5, 1, -0.5, 1, -1, 0],
  octagon: [0.4142, -1, 1, -0.4142, 1, 0.4142, 0.4142, 1, -0.4142, 1, -1, 0.4142, -1, -0.4142, -0.4142, -1],
  diamond: [0, -1, 1, 0, 0, 1, -1, 0],
  rectangle: [-1, -1, 1, -1, 1, 1, -1, 1],
};
/** Cytoscape rounds corners by a quarter of the shorter side, at most 8. */
const ROUND = 8;
/** Directions in which the reach of a form is kept, to find where a line leaves it. */
export const DIRECTIONS = 64;
/** Side of a distance field in texels, and how far beyond a form's frame it goes, chart units. */
export const FIELD = 64;
export const BEYOND = 6;
/** A field covers this many chart units each way; all forms share it. */
export const FIELD_REACH = Math.max(...FAMILIES.map((family) => Math.max(FORMS[family].width, FORMS[family].height))) / 2 + BEYOND;

const pointsOf = ({ shape, points }: Form): readonly number[] | null => (shape === 'ellipse' || shape === 'round-rectangle' ? null : shape === 'polygon' ? points ?? NAMED.rectangle : NAMED[shape]);

/** Distance of a point from an outline in chart units, negative inside. */
export function distanceTo(form: Form, x: number, y: number): number {
  const halfWidth = form.width / 2;
  const halfHeight = form.height / 2;
  const points = pointsOf(form);
  if (points !== null) return polygonDistance(points, halfWidth, halfHeight, x, y);
  if (form.shape === 'ellipse') return Math.hypot(x, y) - halfWidth;
  const corner = Math.min(ROUND, form.width / 4, form.height / 4);
  const dx = Math.abs(x) - halfWidth + corner;
  const dy = Math.abs(y) - halfHeight + corner;
  return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - corner;
}

function polygonDistance(points: readonly number[], halfWidth: number, halfHeight: number, x: number, y: number): number {
  let least = Infinity;
  let inside = false;
  const count = points.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i, i += 1) {
    const ax = points[i * 2]! * halfWidth;
    const ay = points[i * 2 + 1]! * halfHeight;
    const bx = points[j * 2]! * halfWidth;
    const by = points[j * 2 + 1]! * halfHeight;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    const dx = x - ax - along * (bx - ax);
    const dy = y - ay - along * (by - ay);
    least = Math.min(least, dx * dx + dy * dy);
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside ? -Math.sqrt(least) : Math.sqrt(least);
}

/** Distances of all forms, reckoned once. */
let fields: readonly Float32Array[] | null = null;
export const fieldsOfForms = (): readonly Float32Array[] => (fields ??= FORM_LIST.map(fieldOf));

/** Distances of one form at the middles of FIELD × FIELD texels, row by row from the top. */
function fieldOf(form: Form): Float32Array {
  const field = new Float32Array(FIELD * FIELD);
  const step = (2 * FIELD_REACH) / FIELD;
  for (let row = 0; row < FIELD; row += 1) {
    for (let column = 0; column < FIELD; column += 1) field[row * FIELD + column] = distanceTo(form, (column + 0.5) * step - FIELD_REACH, (row + 0.5) * step - FIELD_REACH);
  }
  return field;
}

/** How far a form reaches from its middle in each of DIRECTIONS directions, from the right clockwise; chart units. */
export function reachesOf(form: Form): Float32Array {
  return Float32Array.from({ length: DIRECTIONS }, (_, i) => {
    const angle = (i / DIRECTIONS) * 2 * Math.PI;
    let at = 0;
    // From inside a convex form a step as long as the distance to the outline never leaves it.
    for (let step = 0; step < 48; step += 1) at += Math.max(0, -distanceTo(form, Math.cos(angle) * at, Math.sin(angle) * at));
    return at;
  });
}

/** All forms in the order of their numbers. */
export const FORM_LIST: readonly Form[] = FAMILIES.map((family) => FORMS[family]);
const NUMBERS: ReadonlyMap<Family, number> = new Map(FAMILIES.map((family, index) => [family, index]));
export const formNumber = (family: Family): number => NUMBERS.get(family) ?? 0;
