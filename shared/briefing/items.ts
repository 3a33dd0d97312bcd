import type { EntityType } from '../schema/types';
import { FAMILIES } from '../schema/types';
import type { CitedText, Table } from './document';
import { captionSources, factLines } from './factLines';
import { byCaption, isPerson } from './persons';
import type { Scene, SceneEntity } from './scene';

/** All items of one type that is not a person. */
export interface ItemTable {
  readonly type: EntityType;
  readonly heading: string;
  readonly table: Omit<Table, 'number' | 'label'>;
}

function tableOf(items: readonly SceneEntity[], scene: Scene): ItemTable['table'] {
  const { words } = scene;
  const rows = byCaption(items, scene).map(({ type, subject, caption }, index) => ({ number: index + 1, subject, caption, names: captionSources(type.properties, subject, caption, scene), data: factLines(type.properties, subject, caption, scene) }));
  // Nothing is known of phones but their numbers: then the column would stand empty.
  const data = rows.some((row) => row.data.length > 0);
  return {
    kind: 'table',
    caption: words('itemsCaption', { count: items.length }),
    columns: [
      { heading: words('columnNumber'), width: 'narrow', align: 'start' }, { heading: words('columnName'), width: data ? 'normal' : 'wide', align: 'start' },
      ...(data ? [{ heading: words('columnData'), width: 'wide' as const, align: 'start' as const }] : []),
      { heading: words('columnGrading'), width: 'narrow', align: 'start' }, { heading: words('columnSources'), width: 'narrow', align: 'start' },
    ],
    rows: rows.map((row): CitedText[][] => [
      [{ text: String(row.number), sources: [], emphasis: 'quiet' }],
      [{ text: row.caption, sources: row.names, emphasis: 'strong' }],
      ...(data ? [row.data] : []),
      [{ text: row.subject.grading, sources: [], emphasis: 'plain' }],
      [{ text: '', sources: [...row.subject.sources], emphasis: 'plain' }],
    ]),
    note: '',
    cited: false,
  };
}

/** One table per type of item that is no person: by family, then by name of the type. */
export function itemTables(scene: Scene): readonly ItemTable[] {
  const byType = new Map<string, SceneEntity[]>();
  for (const entity of scene.entities.values()) {
    if (isPerson(entity.type)) continue;
    const list = byType.get(entity.type.id);
    if (list) list.push(entity);
    else byType.set(entity.type.id, [entity]);
  }
  return [...byType.values()]
    .flatMap((items) => (items[0] === undefined ? [] : [{ type: items[0].type, heading: items[0].type.plural[scene.language], items }]))
    .sort((a, b) => FAMILIES.indexOf(a.type.family) - FAMILIES.indexOf(b.type.family) || a.heading.localeCompare(b.heading, scene.language))
    .map(({ type, heading, items }) => ({ type, heading, table: tableOf(items, scene) }));
}
