import type { Core } from 'cytoscape';
import type { Drawing } from './elements';

/** What a synchronisation did; tests and the label layer want to know. */
export interface SyncReport {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
}

export interface SyncWishes {
  /** What Cytoscape was made equal to last; what is the very same object now is not compared again. */
  readonly before?: Drawing | null;
  /** True for what Cytoscape does not draw: its data are rewritten without anybody being told. */
  readonly quiet?: (id: string) => boolean;
}

/** True when nothing of one drawing is missing in the other, and every line has its two ends still. */
function isWithin(before: Drawing, now: Drawing): boolean {
  for (const id of before.nodes.keys()) if (!now.nodes.has(id)) return false;
  if (before.edges === now.edges) return true;
  for (const [id, line] of before.edges) {
    const other = now.edges.get(id);
    if (other !== line && (other === undefined || other.source !== line.source || other.target !== line.target)) return false;
  }
  return true;
}

function rewrite(own: Record<string, unknown>, data: object): void {
  for (const name of Object.keys(own)) if (!Object.hasOwn(data, name)) delete own[name];
  Object.assign(own, data);
}

/** True when `now` has the same fields with the same values. Called for every item at every change: it makes nothing new. */
function isSame(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): boolean {
  let fields = 0;
  for (const name in now) {
    if (before[name] !== now[name]) return false;
    fields++;
  }
  for (const _ in before) fields--;
  return fields === 0;
}

/**
 * Makes Cytoscape equal to the drawing with the fewest changes, in one batch: nothing is made anew, what did not change is
 * not touched, positions are exactly those given. Items in `held` keep their place: a gesture has them in its hand.
 */
export function sync(cy: Core, drawing: Drawing, held: ReadonlySet<string> = new Set(), { before = null, quiet = () => false }: SyncWishes = {}): SyncReport {
  const report = { added: 0, removed: 0, changed: 0, moved: 0 };
  cy.batch(() => {
    const gone = before !== null && isWithin(before, drawing) ? cy.collection() : cy.elements().filter((element) => {
      if (element.isNode()) return !drawing.nodes.has(element.id());
      const line = drawing.edges.get(element.id());
      return !line || line.source !== element.data('source') || line.target !== element.data('target');
    });
    report.removed = gone.length;
    if (gone.length > 0) gone.remove();
    const nodes = [];
    for (const [id, { data, x, y }] of drawing.nodes) {
      // Asking for what is not there costs more than knowing it.
      const node = before !== null && !before.nodes.has(id) ? null : cy.getElementById(id);
      if (node === null || node.empty()) {
        nodes.push({ group: 'nodes' as const, data: { ...data }, position: { x, y } });
        continue;
      }
      if (before?.nodes.get(id)?.data !== data && !isSame(node.data() as Record<string, unknown>, data as unknown as Record<string, unknown>)) {
        if (quiet(id)) rewrite(node.data() as Record<string, unknown>, data);
        else {
          dropMissing(node.data() as Record<string, unknown>, data, (names) => node.removeData(names));
          node.data({ ...data });
        }
        report.changed++;
      }
      const place = node.position();
      if (!held.has(id) && (place.x !== x || place.y !== y)) {
        node.position({ x, y });
        report.moved++;
      }
    }
    const edges = [];
    if (before === null || before.edges !== drawing.edges) for (const [id, data] of drawing.edges) {
      const old = before?.edges.get(id);
      if (old === data) continue;
      const edge = before !== null && old === undefined ? null : cy.getElementById(id);
      if (edge === null || edge.empty()) edges.push({ group: 'edges' as const, data: { ...data } });
      else if (isSame(edge.data() as Record<string, unknown>, data as unknown as Record<string, unknown>)) continue;
      else if (quiet(id)) {
        rewrite(edge.data() as Record<string, unknown>, data);
        report.changed++;
      } else {
        dropMissing(edge.data() as Record<string, unknown>, data, (names) => edge.removeData(names));
        edge.data({ ...data });
        report.changed++;
      }
    }
    report.added = nodes.length + edges.length;
    if (report.added > 0) cy.add([...nodes, ...edges]);
  });
  return report;
}

function dropMissing(before: Readonly<Record<string, unknown>>, now: object, remove: (names: string) => void): void {
  const missing = Object.keys(before).filter((name) => !Object.hasOwn(now, name));
  if (missing.length > 0) remove(missing.join(' '));
}
