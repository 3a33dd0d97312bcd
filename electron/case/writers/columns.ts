import type { Values } from '../../../shared/model/records';
import type { Outgoing } from './outgoing';

/** A property that something in the export has a value of. */
export interface Column {
  readonly property: string;
  /** Its name in the export's language, unlike that of any other column, whatever the case of letters. */
  readonly name: string;
  /** Values of it that one entity or link has at most. */
  readonly most: number;
}

export interface Survey {
  readonly entities: readonly Column[];
  readonly links: readonly Column[];
  /** Values in all statements, and statements without any. */
  readonly said: number;
  /** Whether any link runs from one end to the other. */
  readonly directed: boolean;
}

/** Gathers the columns of entities or of links, in the order in which they are met. */
class Columns {
  private readonly found = new Map<string, { readonly property: string; readonly name: string; most: number }>();
  private readonly names: Set<string>;

  /** `taken`: names that columns of another kind have. */
  constructor(private readonly outgoing: Outgoing, taken: readonly string[]) {
    this.names = new Set(taken.map((name) => name.toLowerCase()));
  }

  take(type: string, values: Values): void {
    for (const [property, said] of Object.entries(values)) {
      const held = this.found.get(property);
      if (held === undefined) this.found.set(property, { property, name: this.nameFor(type, property), most: said.length });
      else if (held.most < said.length) held.most = said.length;
    }
  }

  all(): readonly Column[] {
    return [...this.found.values()];
  }

  private nameFor(type: string, property: string): string {
    const { catalogue, language } = this.outgoing;
    const label = catalogue.property(type, property)?.label[language] ?? property;
    let name = label;
    for (let at = 1; this.names.has(name.toLowerCase()); at += 1) name = at === 1 ? `${label} (${property})` : `${label} (${property} ${at})`;
    this.names.add(name.toLowerCase());
    return name;
  }
}

/** Walks all that leaves once, to know what there is to name before the first line is written. `step` is called after each entity and link. */
export function survey(outgoing: Outgoing, taken: { readonly entities: readonly string[]; readonly links: readonly string[] }, step: () => void): Survey {
  const [entities, links] = [new Columns(outgoing, taken.entities), new Columns(outgoing, taken.links)];
  let said = 0;
  let directed = false;
  const walk = (columns: Columns, subjects: Iterable<{ readonly type: string; readonly values: Values; readonly statements: readonly { readonly values: Values }[] }>): void => {
    for (const { type, values, statements } of subjects) {
      columns.take(type, values);
      directed ||= columns === links && outgoing.catalogue.linkType(type)?.directed !== false;
      for (const statement of statements) said += Math.max(1, Object.values(statement.values).reduce((sum, each) => sum + each.length, 0));
      step();
    }
  };
  walk(entities, outgoing.entities());
  walk(links, outgoing.links());
  return { entities: entities.all(), links: links.all(), said, directed };
}

const BETWEEN = '; ';

/** All values of a property in one text. */
export const joinedValues = (values: Values, property: string): string => (values[property] ?? []).map(({ v }) => v).join(BETWEEN);
