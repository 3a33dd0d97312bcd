import type { Catalogue } from '../schema/catalogue';
import { otherProperty } from '../schema/otherProperty';
import type { LinkMapping, Mapping, PropertyMapping } from './mapping';

/** More columns than this say nothing of a call or a payment that a million rows should repeat; people choose what they need of them. */
const MOST_ON_PAIR = 12;

const columnsIn = (properties: readonly PropertyMapping[]): number[] => properties.flatMap(({ from }) => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []));

/** Columns that something in the mapping looks at. */
export function usedColumns({ entities, links, source }: Mapping): ReadonlySet<number> {
  const told = [...links.flatMap(({ when, unless, reverseWhen, farWhen }) => [when, unless, reverseWhen, farWhen]), source.gradingColumn, source.handlingColumn];
  return new Set([...[...entities, ...links].flatMap((each) => columnsIn(each.properties)), ...told.flatMap((each) => (each === undefined ? [] : [each.column]))]);
}

/** Signs of a heading that leave room for a number behind. */
const KEPT = 90;

/** Columns with a heading that nothing looks at, each with the property that would keep it under its own name. Two of one name are told apart by a number. */
export function unusedColumns(mapping: Mapping): readonly { readonly column: number; readonly property: string }[] {
  const used = usedColumns(mapping);
  const taken = new Set([...mapping.entities, ...mapping.links].flatMap((each) => each.properties.map((one) => one.property)));
  const next = new Map<string, number>();
  return mapping.headings.flatMap((heading, column) => {
    if (used.has(column)) return [];
    const first = otherProperty(heading);
    let property = first;
    // The number stands within what a name keeps of a long heading: else two that begin alike would be numbered for ever.
    for (let number = next.get(property ?? '') ?? 2; property !== null && taken.has(property); number += 1) {
      next.set(first ?? '', number + 1);
      property = otherProperty(`${heading.replace(/\s+/gu, ' ').trim().slice(0, KEPT)} (${number})`);
    }
    if (property === null) return [];
    taken.add(property);
    return [{ column, property }];
  });
}

/** The part of a mapping that a column of no other use belongs to: the happening that each row tells of, else the thing of which most is told. */
function mainPart({ entities, links }: Mapping, catalogue: Catalogue): { readonly part: 'entities' | 'links'; readonly index: number; readonly pair: boolean } | null {
  const typeOf = (key: string): string | undefined => entities.find((each) => each.key === key)?.type;
  const isPair = (link: LinkMapping): boolean => typeOf(link.from) === typeOf(link.to);
  const pair = links.findIndex(isPair);
  if (pair >= 0) return { part: 'links', index: pair, pair: catalogue.linkType(links[pair]?.type ?? '')?.occurrence === true };
  const happening = links.findIndex((link) => catalogue.linkType(link.type)?.occurrence === true);
  if (happening >= 0) return { part: 'links', index: happening, pair: false };
  const [main] = entities.map((each, index) => ({ index, said: each.properties.length })).sort((left, right) => right.said - left.said || left.index - right.index);
  return main === undefined ? null : { part: 'entities', index: main.index, pair: false };
}

/** The mapping with every column that has no use yet kept under its own name, on the happening or thing that its rows are about. */
export function keepOthers(mapping: Mapping, catalogue: Catalogue): Mapping {
  const main = mainPart(mapping, catalogue);
  if (main === null) return mapping;
  const kept = unusedColumns(mapping).map(({ column, property }): PropertyMapping => ({ property, from: { column } }));
  const add = <Part extends { readonly properties: PropertyMapping[] }>(parts: readonly Part[]): Part[] => parts.map((each, index) => (index === main.index ? { ...each, properties: [...each.properties, ...kept] } : each));
  return main.part === 'entities' ? { ...mapping, entities: add(mapping.entities) } : { ...mapping, links: add(mapping.links) };
}

/** What is proposed: nothing that a file says is left behind unasked, but for wide tables of calls and payments. */
export function proposeOthers(mapping: Mapping, catalogue: Catalogue): Mapping {
  return mainPart(mapping, catalogue)?.pair === true && unusedColumns(mapping).length > MOST_ON_PAIR ? mapping : keepOthers(mapping, catalogue);
}
