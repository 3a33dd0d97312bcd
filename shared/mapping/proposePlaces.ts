import type { LinkType } from '../schema/types';
import type { CellSource, PropertyMapping } from './mapping';
import type { Draft } from './propose';

const columnsIn = (from: CellSource): readonly number[] => ('column' in from ? [from.column] : 'columns' in from ? from.columns : []);

/**
 * Places that a happening's own columns tell of (the cells of a call) stay what the happening says of its ends, as texts. One of them is a
 * place of its own too, where the table tells where it lies, or where it has rows without a second end (`alone`: sessions), of which the place
 * is all that there is to know. Gives the drafts that remain.
 */
export function keptPlaces(drafts: readonly Draft[], type: LinkType, properties: readonly PropertyMapping[], alone: boolean): Draft[] {
  const sided = properties.flatMap(({ property, from }) => {
    const found = type.properties.find(({ id, side }) => id === property && side !== undefined);
    return found === undefined ? [] : [{ kind: found.kind, near: found.side?.of === 'from', from }];
  });
  const told = new Set(sided.flatMap(({ from }) => columnsIn(from)));
  const isTold = ({ type: { coordinates }, columns }: Draft): boolean => coordinates !== undefined && [...columns.values()].every((column) => told.has(column));
  const first = drafts.find(isTold);
  const near = (kind: string): CellSource | undefined => sided.find((each) => each.near && each.kind === kind)?.from;
  const [number, where, name] = [near('documentNumber'), near('coordinates'), near('text')];
  if (first === undefined || first.type.coordinates === undefined || (where === undefined && !alone)) return drafts.filter((draft) => !isTold(draft));
  const identifier = first.type.properties.find((property) => property.identifier !== undefined && first.columns.has(property.id));
  const said: PropertyMapping[] = [];
  if (identifier !== undefined && number !== undefined) said.push({ property: identifier.id, from: number });
  const title = first.type.caption.find((parts) => parts.length === 1)?.[0];
  if (title !== undefined && name !== undefined) said.push({ property: title, from: name });
  if (where !== undefined) said.push({ property: first.type.coordinates, from: where });
  const place: Draft = { ...first, side: null, columns: new Map([...first.columns].filter(([property]) => !said.some((each) => each.property === property))), said };
  return drafts.flatMap((draft) => (draft === first ? [place] : isTold(draft) ? [] : [draft]));
}
