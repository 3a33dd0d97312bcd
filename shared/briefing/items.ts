import type { EntityType } from '../schema/types';
import { FAMILIES } from '../schema/types';
import { column, quiet, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import { captionSources, factLines } from './factLines';
import { byCaption, isPerson } from './persons';
import type { SceneEntity } from './scene';
import { supportLines } from './support';

/** All items of one type that is not a person. */
export interface ItemTable {
  readonly type: EntityType;
  readonly items: readonly SceneEntity[];
  readonly table: UnnumberedTable;
}

function itemTable(type: EntityType, items: readonly SceneEntity[], context: ComposeContext): UnnumberedTable {
  const { scene } = context;
  const { words, language } = scene;
  const rows = items.map(({ type: { properties }, subject, caption }, index) => ({ number: index + 1, subject, caption, names: captionSources(properties, subject, caption, scene), data: factLines(properties, subject, caption, scene) }));
  // Nothing is known of phones but their numbers: then the column would stand empty.
  const data = rows.some((row) => row.data.length > 0);
  return tableOf(
    words('itemsCaption', { type: (items.length === 1 ? type.label : type.plural)[language], number: items.length }),
    [column(words('columnNumber'), 'narrow'), column(words('columnName'), data ? 'normal' : 'wide'), ...(data ? [column(words('columnData'), 'wide')] : []), column(words('columnSupport'))],
    rows.map((row) => ({ cells: [[quiet(String(row.number))], [strong(row.caption, row.names)], ...(data ? [row.data] : []), supportLines(row.subject.statements, context)], statements: row.subject.statements })),
    context,
  );
}

/** One table per type of item that is no person: by family, then by name of the type. */
export function itemTables(entities: readonly SceneEntity[], context: ComposeContext): readonly ItemTable[] {
  const { scene } = context;
  const byType = new Map<string, SceneEntity[]>();
  for (const entity of entities) {
    if (isPerson(entity.type)) continue;
    const list = byType.get(entity.type.id);
    if (list) list.push(entity);
    else byType.set(entity.type.id, [entity]);
  }
  return [...byType.values()]
    .flatMap((items) => (items[0] === undefined ? [] : [{ type: items[0].type, items: byCaption(items, scene) }]))
    .sort((a, b) => FAMILIES.indexOf(a.type.family) - FAMILIES.indexOf(b.type.family) || a.type.plural[scene.language].localeCompare(b.type.plural[scene.language], scene.language))
    .map(({ type, items }) => ({ type, items, table: itemTable(type, items, context) }));
}
