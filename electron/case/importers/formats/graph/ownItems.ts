import { OWN_NAME, readOwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { RecordOutcome } from '../../records/format';
import type { OwnRecords } from '../../records/own';
import type { GraphEdge, GraphNode } from './items';
import type { Known } from './known';

const writtenIn = ({ attributes }: GraphNode | GraphEdge): OwnSubject | null => {
  const text = attributes.find(({ name }) => name === OWN_NAME)?.value;
  return text === undefined ? null : readOwnSubject(text);
};

/**
 * Nodes and edges that carry what Knoop wrote of them, whatever tool saved the file since. What such a tool changed in their other attributes is not read;
 * nodes and edges that it added carry nothing of Knoop's, and are read as any others.
 */
export class OwnItems {
  constructor(private readonly records: OwnRecords, private readonly known: Known) {}

  /** Null for a node that Knoop did not write. */
  node(node: GraphNode): readonly RecordOutcome[] | null {
    const subject = writtenIn(node);
    if (subject === null) return null;
    const caption = node.label ?? node.attributes.find(({ name }) => name === 'label')?.value ?? '';
    const found = this.records.entity(subject, node.id, node.row, caption);
    this.known.tell(node.id, this.records.typeOf(subject), caption);
    return found;
  }

  /** Null for an edge that Knoop did not write. */
  edge(edge: GraphEdge): readonly RecordOutcome[] | null {
    const subject = writtenIn(edge);
    if (subject === null) return null;
    const end = (id: string): { readonly id: string; readonly type: string } => ({ id, type: this.known.typeOf(id) ?? 'thing' });
    return this.records.link(subject, end(edge.from), end(edge.to), edge.row);
  }
}
