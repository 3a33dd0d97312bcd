import type { RecordOutcome, ReadingContext } from '../../records/format';
import { EntityDraft, recordOf } from '../../records/draft';
import type { Vocabulary } from '../../records/vocabulary';
import { foldHeading } from '../../../../../shared/schema/heading';
import { parseProperty } from '../../../../../shared/schema/choice';
import { LANGUAGES } from '../../../../../shared/values/kind';
import type { Fitting } from './fitting';
import type { Attribute, GraphNode } from './items';
import type { Known } from './known';
import type { Probe } from './probe';
import { KIND_WORDS, NAME_WORDS } from './words';

/** An id that only counts: "n0", "12", "n0::n3", "e_7", "0.0". It names nothing outside the file. */
export const isPositional = (id: string): boolean => /^[a-z_]{0,6}[:._-]{0,2}\d{1,12}(?:\.0)?(?:::[a-z_]{0,6}[:._-]{0,2}\d{1,12})*$/i.test(id.trim());

/** Kinds of values that take any text: as identifiers they are believed only where a text looks like a number of something. */
const LENIENT: ReadonlySet<string> = new Set(['documentNumber', 'text', 'account']);

/** More kinds than this in one file are no kinds. */
const MOST_KINDS = 500;

const blank = (text: string | null | undefined): boolean => text === null || text === undefined || text.trim() === '';

/** A Neo4j list of labels (":Person:Suspect") as its parts; any other text as itself. */
const kindsIn = (value: string): readonly string[] => (/^:[^:]/.test(value.trim()) ? value.trim().slice(1).split(':').filter((part) => part !== '') : [value.trim()]);

/** Turns nodes into what they say: a type by the file's own kind, a name, and every attribute in the property that fits it. */
export class Nodes {
  private readonly kinds = new Map<string, string>();
  /** Whether a label is but the type's own name. */
  private readonly own = new Map<string, boolean>();

  constructor(private readonly context: ReadingContext, private readonly vocabulary: Vocabulary, private readonly probe: Probe, private readonly fitting: Fitting, private readonly known: Known) {}

  /** `told`: the file said something of this node before, so its type and its name are settled. */
  outcome(node: GraphNode): RecordOutcome {
    const { catalogue, plan } = this.context;
    const told = this.known.typeOf(node.id);
    const kind = this.kindOf(node);
    const type = told ?? this.typeOf(kind?.label ?? '');
    const draft = new EntityDraft(catalogue, plan, type, node.id);
    const lasting = plan.namespace !== '';
    if (lasting) draft.say('reference', node.id);
    const name = this.nameOf(node, told !== undefined);
    const used = new Set<Attribute>();
    const byId = name !== null && name.attribute === null && name.text === node.id;
    if (name !== null && !byId) {
      if (name.attribute !== null) used.add(name.attribute);
      this.sayName(draft, type, name.text, lasting, name.attribute?.name ?? 'label', false);
      if (!lasting && name.text !== node.id && !isPositional(node.id) && told === undefined) draft.other('id', node.id);
      if (node.label !== null && name.text !== node.label.trim() && node.label.trim() !== node.id) draft.other('label', node.label);
    }
    if (kind !== null && this.isTypesName(type, kind.attribute.value)) used.add(kind.attribute);
    const filled = new Set<string>();
    for (const attribute of node.attributes) {
      if (used.has(attribute) || blank(attribute.value)) continue;
      if (name !== null && attribute.value.trim() === name.text && NAME_WORDS.includes(this.fitting.folded(attribute.name))) continue;
      const property = this.fitting.property(type, attribute.name);
      if (property === null || (filled.has(property.id) && property.many !== true) || draft.values[property.id] !== undefined && property.many !== true) draft.other(attribute.name, attribute.value);
      else {
        draft.say(property.id, attribute.value);
        filled.add(property.id);
      }
    }
    // Its id names it only where nothing else does.
    if (byId && !this.isNamed(draft, type)) this.sayName(draft, type, node.id, lasting, 'id', true);
    for (const parent of node.parents ?? []) draft.other('parent', this.known.nameOf(parent) ?? parent);
    if (node.place !== undefined) draft.place(node.place.x, node.place.y, node.style);
    this.known.tell(node.id, type, name?.text ?? null);
    return { kind: 'row', row: node.row, cells: [node.id, name?.text ?? '', kind?.label ?? ''].map((cell) => cell.slice(0, 200)), mapped: recordOf({ entities: [draft] }) };
  }

  /** A node that edges point at; `named` says what a stub is known by when the file never says more. */
  mention(id: string): EntityDraft {
    const { catalogue, plan } = this.context;
    const type = this.known.typeOf(id);
    const draft = new EntityDraft(catalogue, plan, type ?? this.typeOf(''), id).mention();
    if (type === undefined) this.sayName(draft, draft.type, id, plan.namespace !== '', 'id', true);
    return draft;
  }

  private kindOf(node: GraphNode): { readonly attribute: Attribute; readonly label: string } | null {
    let first: { readonly attribute: Attribute; readonly label: string; readonly rank: number } | null = null;
    for (const attribute of node.attributes) {
      const rank = blank(attribute.value) || attribute.value.length > 100 ? -1 : KIND_WORDS.indexOf(this.fitting.folded(attribute.name));
      if (rank < 0) continue;
      const labels = kindsIn(attribute.value);
      const known = labels.find((label) => this.probe.isEntity(label));
      // A kind that Knoop knows goes before one that it does not.
      const weight = known === undefined ? rank + KIND_WORDS.length : rank;
      if (first === null || weight < first.rank) first = { attribute, label: known ?? labels[0] ?? '', rank: weight };
    }
    return first;
  }

  private typeOf(label: string): string {
    const held = this.kinds.get(label);
    if (held === undefined && this.kinds.size >= MOST_KINDS) return 'item';
    const type = this.vocabulary.entity(label);
    if (held === undefined) this.kinds.set(label, type);
    return type;
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
    const known = this.context.catalogue.entityType(type);
    if (known === undefined || type === 'item') return false;
    const folded = foldHeading(label);
    return [type, ...LANGUAGES.flatMap((language) => [known.label[language], known.plural[language]])].some((name) => foldHeading(name) === folded);
  }

  private isNamed(draft: EntityDraft, type: string): boolean {
    return this.context.catalogue.entityType(type)?.caption.some((parts) => parts.every((part) => part !== 'reference' && draft.values[part] !== undefined)) ?? false;
  }

  private nameOf(node: GraphNode, told: boolean): { readonly text: string; readonly attribute: Attribute | null } | null {
    const found: { readonly text: string; readonly attribute: Attribute | null; readonly rank: number }[] = [];
    // What is drawn at a node goes before further texts beside it.
    if (!blank(node.label)) found.push({ text: node.label?.trim() ?? '', attribute: null, rank: NAME_WORDS.indexOf('label') });
    for (const attribute of node.attributes) {
      const rank = blank(attribute.value) ? -1 : NAME_WORDS.indexOf(this.fitting.folded(attribute.name));
      if (rank >= 0) found.push({ text: attribute.value.trim(), attribute, rank });
    }
    found.sort((one, other) => Number(isPositional(one.text)) - Number(isPositional(other.text)) || one.rank - other.rank);
    if (found[0] !== undefined) return found[0];
    return told || blank(node.id) ? null : { text: node.id, attribute: null };
  }

  /** `counted`: the name is only the file's id of it; one that counts ("12") is no name, nor a number that others know it by. */
  private sayName(draft: EntityDraft, type: string, name: string, lasting: boolean, written: string, counted: boolean): void {
    const { catalogue, plan } = this.context;
    for (const id of this.fitting.namesFor(type)) {
      const property = catalogue.property(type, id);
      if (property === undefined || (property.identifier !== undefined && LENIENT.has(property.kind) && !/^\S*\d\S*$/.test(name))) continue;
      if (counted && isPositional(name) && (property.identifier === undefined || name.length < 6)) continue;
      const stored = parseProperty(property, name, plan);
      if (stored === null || stored.doubt !== undefined) continue;
      draft.say(id, name);
      return;
    }
    if (!lasting) draft.say('reference', name);
    else if (draft.values.reference?.[0]?.v !== name) draft.other(written, name);
  }
}
