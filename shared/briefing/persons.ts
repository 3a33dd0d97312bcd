import type { EntityType, PropertyType } from '../schema/types';
import { LOCALES } from '../values/locale';
import type { CitedText, Table } from './document';
import { captionSources, factLines, propertyLines } from './factLines';
import type { Scene, SceneEntity } from './scene';

/** A natural person is whatever type has a date of birth: types are data, so none is named here. */
export const isPerson = (type: EntityType): boolean => type.properties.some((property) => property.match === 'birthDate');

/** Property that says what a person is in this case (suspect, witness …). */
const CATEGORY = 'category';

/** Date of birth, then names, then identifiers, then what is featured, then the rest. */
function place(property: PropertyType): number {
  if (property.match === 'birthDate') return 0;
  if (property.match === 'name') return 1;
  if (property.identifier !== undefined) return 2;
  return property.featured === true ? 3 : 4;
}

/** Entities by caption, as a reader of the language looks them up. */
export function byCaption(entities: readonly SceneEntity[], scene: Scene): readonly SceneEntity[] {
  const collator = new Intl.Collator(LOCALES[scene.language], { numeric: true });
  return [...entities].sort((a, b) => collator.compare(a.caption, b.caption) || (a.id < b.id ? -1 : 1));
}

function row(person: SceneEntity, number: number, scene: Scene): CitedText[][] {
  const { type, subject, caption } = person;
  const category = type.properties.find((property) => property.id === CATEGORY);
  const others = type.properties.filter((property) => property !== category);
  const roles = category === undefined ? [] : propertyLines(category, subject, scene, false);
  return [
    [{ text: String(number), sources: [], emphasis: 'quiet' }],
    [{ text: caption, sources: captionSources(others, subject, caption, scene), emphasis: 'strong' }],
    factLines(others, subject, caption, scene, place),
    roles,
    [{ text: subject.grading, sources: [], emphasis: 'plain' }],
    [{ text: '', sources: [...subject.sources], emphasis: 'plain' }],
  ];
}

/** The table of persons: name, what is known with contradictions named, category, best grading, sources. Null when there are none. */
export function personTable(scene: Scene): Omit<Table, 'number' | 'label'> | null {
  const { words } = scene;
  const persons = byCaption([...scene.entities.values()].filter((entity) => isPerson(entity.type)), scene);
  if (persons.length === 0) return null;
  return {
    kind: 'table',
    caption: words('personsCaption', { count: persons.length }),
    columns: [
      { heading: words('columnNumber'), width: 'narrow', align: 'start' }, { heading: words('columnName'), width: 'normal', align: 'start' },
      { heading: words('columnData'), width: 'wide', align: 'start' }, { heading: words('columnCategory'), width: 'normal', align: 'start' },
      { heading: words('columnGrading'), width: 'narrow', align: 'start' }, { heading: words('columnSources'), width: 'narrow', align: 'start' },
    ],
    rows: persons.map((person, index) => row(person, index + 1, scene)),
    note: '',
    cited: false,
  };
}
