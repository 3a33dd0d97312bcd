import { OWN_NAME, readOwnSubject } from '../../../../../shared/mapping/ownRecord';
import type { OwnSubject } from '../../../../../shared/mapping/ownRecord';
import { otherName } from '../../../../../shared/schema/otherProperty';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import { LANGUAGES } from '../../../../../shared/values/kind';
import type { RecordOutcome } from '../../records/format';
import type { OwnRecords } from '../../records/own';
import type { Attribute, GraphEdge, GraphNode } from './items';
import type { Known } from './known';

/** What Knoop, and the tools that save its files again, write of every node or edge beside its properties; lower case. */
const ALWAYS: ReadonlySet<string> = new Set([OWN_NAME, 'id', 'label', 'type', 'kind', 'color', 'x', 'y', 'z', 'r', 'g', 'b', 'size', 'start', 'end', 'strength', 'directed', 'weight', 'key', 'networkx_key', 'edgelabel', 'edge label', 'shared name', 'name', 'suid']);

const writtenIn = ({ attributes }: GraphNode | GraphEdge): OwnSubject | null => {
  const text = attributes.find(({ name }) => name === OWN_NAME)?.value;
  return text === undefined ? null : readOwnSubject(text);
};

/** Values in a text that joined them, whatever became of their order, blanks and signs. */
const loosely = (text: string): string => [...new Set(text.split(';').map((part) => part.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '')).filter((part) => part !== ''))].sort().join(';');

/**
 * Nodes and edges that carry what Knoop wrote of them, whatever tool saved the file since. What such a tool added or changed in their other attributes is
 * kept under the file's own names, as a statement of its own; nodes and edges that it added carry nothing of Knoop's, and are read as any others.
 */
export class OwnItems {
  private labelled: { readonly of: Catalogue; readonly labels: ReadonlySet<string> } | null = null;

  constructor(private readonly records: OwnRecords, private readonly known: Known) {}

  /** Null for a node that Knoop did not write. */
  node(node: GraphNode): readonly RecordOutcome[] | null {
    const subject = writtenIn(node);
    if (subject === null) return null;
    const caption = node.label ?? node.attributes.find(({ name }) => name === 'label')?.value ?? '';
    const found = this.records.entity(subject, node.id, node.row, caption, (catalogue) => addedTo(node.attributes, subject, catalogue, this.labels(catalogue)));
    this.known.tell(node.id, this.records.typeOf(subject), caption);
    return found;
  }

  /** Null for an edge that Knoop did not write. */
  edge(edge: GraphEdge): readonly RecordOutcome[] | null {
    const subject = writtenIn(edge);
    if (subject === null) return null;
    const end = (id: string): { readonly id: string; readonly type: string } => ({ id, type: this.known.typeOf(id) ?? 'thing' });
    return this.records.link(subject, end(edge.from), end(edge.to), edge.row, (catalogue) => addedTo(edge.attributes, subject, catalogue, this.labels(catalogue)));
  }

  /** What properties are called, in any language. */
  private labels(catalogue: Catalogue): ReadonlySet<string> {
    if (this.labelled?.of !== catalogue) {
      const types = [...catalogue.entityTypes, ...catalogue.linkTypes];
      this.labelled = { of: catalogue, labels: new Set(types.flatMap(({ properties }) => properties.flatMap(({ id, label }) => [id, ...LANGUAGES.map((language) => label[language])]))) };
    }
    return this.labelled.labels;
  }
}

/** Attributes that say something else than the statements do. `labels`: what any property of the case is called. */
function addedTo(attributes: readonly Attribute[], subject: OwnSubject, catalogue: Catalogue, labels: ReadonlySet<string>): readonly Attribute[] {
  const others = attributes.filter(({ name }) => !ALWAYS.has(name.toLowerCase()));
  if (others.length === 0) return others;
  const said = new Map<string, string[]>();
  for (const { values } of subject.statements) for (const [property, each] of Object.entries(values)) said.set(property, [...(said.get(property) ?? []), ...each.map(({ v }) => v)]);
  const known = new Map<string, string[]>();
  for (const [property, values] of said) {
    const label = catalogue.property(subject.type, property)?.label;
    for (const name of label === undefined ? [otherName(property) ?? property] : LANGUAGES.map((language) => label[language])) known.set(name, [...(known.get(name) ?? []), loosely(values.join(';'))]);
  }
  const isSaid = ({ name, value }: Attribute): boolean => {
    const plain = name.replace(/ \([^()]*\)$/, '');
    // A column that types share is called as the first of them calls it.
    const told = known.get(name) ?? known.get(plain) ?? (labels.has(plain) ? [...known.values()].flat() : []);
    return told.includes(loosely(value));
  };
  return others.filter((attribute) => !isSaid(attribute));
}
