import type { Collection, Core } from 'cytoscape';
import type { Selection } from '../case/selection';

const NAMES = ['chosen', 'near', 'faded', 'marked', 'dimmed'] as const;

/**
 * Shows what is selected: it and its neighbours at full strength, the rest faded. Only elements whose part changes are
 * touched, because each costs a restyle. What a filter leaves out (not in `matching`) is dimmed, selected or not. Without `fade` (crowded charts) nothing but the selection itself changes.
 */
export function emphasise(cy: Core, selection: Selection, marked: ReadonlySet<string>, fade: boolean, matching: ReadonlySet<string> | null = null): void {
  const ids = new Set([...selection.entities, ...selection.lines]);
  const chosen = ids.size === 0 ? cy.collection() : cy.elements().filter((element) => ids.has(element.id()));
  const nodes = chosen.nodes();
  const lines = chosen.edges();
  const incident = nodes.connectedEdges().difference(lines);
  const kept = chosen.union(incident).union(incident.connectedNodes()).union(lines.connectedNodes());
  const wanted: Record<(typeof NAMES)[number], Collection> = {
    chosen,
    // With many items selected the lines among them would all shout.
    near: nodes.length <= 30 ? incident : cy.collection(),
    faded: fade && chosen.length > 0 ? cy.elements().difference(kept) : cy.collection(),
    marked: cy.nodes().filter((node) => marked.has(node.id())),
    dimmed: matching === null ? cy.collection() : cy.elements().filter((element) => !matching.has(element.id())),
  };
  cy.batch(() => {
    for (const name of NAMES) {
      const now = cy.elements(`.${name}`);
      now.difference(wanted[name]).removeClass(name);
      wanted[name].difference(now).addClass(name);
    }
  });
}

/** Takes every sign of emphasis off, before something else than Cytoscape shows it. */
export function clearEmphasis(cy: Core): void {
  for (const name of NAMES) cy.elements(`.${name}`).removeClass(name);
}
