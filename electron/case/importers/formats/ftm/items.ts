import { parseValue } from '../../../../../shared/values';
import { EntityDraft, LinkDraft } from '../../records/draft';
import type { ReadingContext } from '../../records/format';
import type { Vocabulary } from '../../records/vocabulary';
import words from '../../../../../resources/vocabularies/ftm.json';
import type { Proxy } from './proxies';

const NAMESPACE = 'ftm';
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = words.properties;
const REFERENCES = new Set(words.references);
const TENTATIVE = new Set(words.tentative);
const CONTACTS: Readonly<Record<string, readonly string[]>> = words.contacts;
const PAPERS: Readonly<Record<string, string>> = words.papers;
const DIRECTED = 'pointsTo';
const FIRST = ['name', 'full', 'title', 'fileName'];

/** What the first walk learns: the type of every entity. */
export class FtmIndex {
  private readonly types = new Map<string, string>();
  /** Of what Knoop wrote and another tool gave an id of its own. */
  private readonly renamed = new Map<string, string>();

  constructor(private readonly vocabulary: Vocabulary) {}

  add(proxy: Proxy): void {
    this.types.set(proxy.id, proxy.own === null || proxy.own.ends !== null ? this.vocabulary.entity(proxy.schema, 'topic') : proxy.own.type);
    if (proxy.own !== null && proxy.own.id !== proxy.id) this.renamed.set(proxy.own.id, proxy.id);
  }

  /** The file's id of what Knoop knows by this one. */
  idOf(own: string): string {
    return this.renamed.get(own) ?? own;
  }

  /** Type of what is pointed at; null when the file does not hold it. */
  typeOf(id: string): string | null {
    return this.types.get(id) ?? null;
  }
}

export interface Tie { readonly draft: LinkDraft; readonly from: number; readonly to: number }
export interface Item { readonly entities: readonly EntityDraft[]; readonly links: readonly Tie[] }

/** Whether a property of an entity points at others: by the model, because they stood in it, or because the value is the id of one. */
export function isReference(proxy: Proxy, name: string, value: string, index: FtmIndex): boolean {
  return REFERENCES.has(name) || proxy.nested.has(name) || (value.length >= 8 && value !== proxy.id && index.typeOf(value) !== null);
}

/** The entity that a value names by itself (a phone, an address of mail); null where the property is none of these. */
export function contact(name: string, value: string, { catalogue, plan }: ReadingContext): EntityDraft | null {
  const [type, property] = Object.hasOwn(CONTACTS, name) ? (CONTACTS[name] ?? []) : [];
  return type === undefined || property === undefined ? null : new EntityDraft(catalogue, plan, type, `${type}\u0000${value.trim()}`, '').say(property, value);
}

export function pointAt(id: string, type: string, { catalogue, plan }: ReadingContext): EntityDraft {
  return new EntityDraft(catalogue, plan, type, id, NAMESPACE).say('reference', id).mention();
}

/** What an entity says of itself, with the phones, addresses of mail and papers that it names. References are left to links. */
export function itemOf(proxy: Proxy, type: string, index: FtmIndex, context: ReadingContext): Item {
  const { catalogue, plan } = context;
  const draft = new EntityDraft(catalogue, plan, type, proxy.id, NAMESPACE).say('reference', proxy.id).other('schema', proxy.schema);
  const entities: EntityDraft[] = [draft];
  const links: Tie[] = [];
  const tables = [PROPERTIES[proxy.schema], PROPERTIES[type], PROPERTIES['*']];
  const currency = proxy.properties.get('currency')?.[0] ?? '';
  const names = [...FIRST.filter((name) => proxy.properties.has(name)), ...[...proxy.properties.keys()].filter((name) => !FIRST.includes(name))];
  for (const name of names) {
    const property = tables.find((table) => table !== undefined && Object.hasOwn(table, name))?.[name];
    const known = property === undefined ? undefined : catalogue.property(type, property);
    for (const value of proxy.properties.get(name) ?? []) {
      if (isReference(proxy, name, value, index)) continue;
      const other = contact(name, value, context);
      const sure = known !== undefined && (!TENTATIVE.has(name) || parseValue(known.kind, value, plan)?.doubt === undefined);
      if (sure && property !== undefined) draft.say(property, known.kind === 'money' && currency !== '' && !/[a-z€$£]/iu.test(value) ? `${value} ${currency}` : value);
      else if (other !== null && other.type !== type) {
        const link = catalogue.mayJoin('uses', type, other.type) ? 'uses' : DIRECTED;
        const tie = new LinkDraft(catalogue, plan, link);
        if (link === DIRECTED) tie.say('role', name);
        links.push({ draft: tie, from: 0, to: entities.push(other) - 1 });
      } else if (Object.hasOwn(PAPERS, name) && catalogue.mayJoin('owns', type, PAPERS[name] ?? '')) {
        const paper = new EntityDraft(catalogue, plan, PAPERS[name] ?? '', `${name}\u0000${value.trim()}`, '').say('number', value).other('type', name);
        links.push({ draft: new LinkDraft(catalogue, plan, 'owns'), from: 0, to: entities.push(paper) - 1 });
      } else draft.other(name, value);
    }
  }
  for (const [name, values] of proxy.about) for (const value of values) draft.other(name, value);
  return { entities, links };
}
