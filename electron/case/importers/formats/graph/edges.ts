import type { RecordOutcome, ReadingContext } from '../../records/format';
import { LinkDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import { foldHeading } from '../../../../../shared/schema/heading';
import { parseProperty } from '../../../../../shared/schema/choice';
import { LANGUAGES } from '../../../../../shared/values/kind';
import type { Fitting } from './fitting';
import type { Attribute, GraphEdge } from './items';
import type { Known } from './known';
import type { Nodes } from './nodes';
import type { Probe } from './probe';
import { LINK_WORDS } from './words';

/** More kinds than this in one file are no kinds. */
const MOST_KINDS = 500;

const isNumber = (text: string): boolean => /^[-+]?[\d.,]+(?:e[-+]?\d+)?%?$/i.test(text.trim());

/** Gephi's tables keep the direction of an edge as its type. */
const DIRECTION = /^(?:un|bi)?directed$|^mutual$/i;

interface Kind {
  readonly label: string;
  /** Null for the format's own label of the edge. */
  readonly attribute: Attribute | null;
}

/** Turns edges into links: a type by the file's own kind of it, and every attribute in the property that fits it. */
export class Edges {
  private readonly kinds = new Set<string>();
  /** Whether a label is but the type's own name. */
  private readonly own = new Map<string, boolean>();

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary, private readonly probe: Probe, private readonly fitting: Fitting, private readonly known: Known, private readonly nodes: Nodes) {}

  outcome(edge: GraphEdge): RecordOutcome {
    const { catalogue, plan } = this.context;
    const from = this.nodes.mention(edge.from);
    const same = edge.from === edge.to;
    const to = same ? from : this.nodes.mention(edge.to);
    const kind = this.kindOf(edge, from.type, to.type);
    const { type, role } = this.typeOf(kind?.label ?? '', from.type, to.type);
    const draft = new LinkDraft(catalogue, plan, type);
    const filled = new Set<string>(role === null ? [] : ['role']);
    if (role !== null) draft.say('role', role);
    else if (kind !== null && kind.attribute === null && !this.isTypesName(type, kind.label)) draft.other('label', kind.label);
    if (edge.label !== null && kind?.attribute !== null) draft.other('label', edge.label);
    for (const attribute of edge.attributes) {
      if (attribute.value.trim() === '' || (attribute === kind?.attribute && (role !== null || this.isTypesName(type, kind.label)))) continue;
      if (kind !== null && attribute.value.trim() === kind.label && role !== null && LINK_WORDS.includes(this.fitting.folded(attribute.name))) continue;
      const property = this.fitting.property(type, attribute.name);
      const stored = property === null ? null : parseProperty(property, attribute.value, plan);
      const free = property !== null && (property.many === true || !filled.has(property.id));
      // "from" and "to" are ends as often as dates: what the property cannot read stays under the file's own name.
      if (property !== null && free && stored !== null && stored.doubt === undefined) {
        draft.say(property.id, attribute.value);
        filled.add(property.id);
      } else draft.other(attribute.name, attribute.value);
    }
    // Of a link that runs neither way the file's direction is kept in words.
    if (edge.directed && catalogue.linkType(type)?.directed !== true) draft.other('directed', `${this.known.nameOf(edge.from) ?? edge.from} → ${this.known.nameOf(edge.to) ?? edge.to}`);
    if (edge.style !== undefined) draft.style(edge.style);
    return {
      kind: 'row',
      row: edge.row,
      cells: [edge.from, edge.to, kind?.label ?? ''].map((cell) => cell.slice(0, 200)),
      mapped: recordOf({ entities: same ? [from] : [from, to], links: [{ draft, from: 0, to: same ? 0 : 1 }] }),
    };
  }

  private kindOf(edge: GraphEdge, from: string, to: string): Kind | null {
    const found: { readonly kind: Kind; readonly rank: number }[] = [];
    const take = (label: string, attribute: Attribute | null, rank: number): void => {
      const text = label.trim();
      if (rank < 0 || text === '' || text.length > 200 || isNumber(text) || DIRECTION.test(text)) return;
      const fits = this.probe.isLink(text, from, to);
      found.push({ kind: { label: text, attribute }, rank: fits ? rank : rank + LINK_WORDS.length });
    };
    if (edge.label !== null) take(edge.label, null, LINK_WORDS.indexOf('label'));
    for (const attribute of edge.attributes) take(attribute.value.replace(/^:(?=[^:])/, ''), attribute, LINK_WORDS.indexOf(this.fitting.folded(attribute.name)));
    return found.toSorted((one, other) => one.rank - other.rank)[0]?.kind ?? null;
  }

  private typeOf(label: string, from: string, to: string): { readonly type: string; readonly role: string | null } {
    if (this.kinds.has(label) || this.kinds.size < MOST_KINDS) {
      this.kinds.add(label);
      return this.vocabulary.link(label, from, to);
    }
    return { type: 'linked', role: label };
  }

  private isTypesName(type: string, label: string): boolean {
    const key = `${type}\u0000${label}`;
    const held = this.own.get(key);
    if (held !== undefined) return held;
    const found = this.namesType(type, label);
    if (this.own.size < MOST_KINDS) this.own.set(key, found);
    return found;
  }

  private namesType(type: string, label: string): boolean {
    const known = this.context.catalogue.linkType(type);
    const folded = foldHeading(label);
    return known !== undefined && [type, ...LANGUAGES.map((language) => known.label[language])].some((name) => foldHeading(name) === folded);
  }
}
