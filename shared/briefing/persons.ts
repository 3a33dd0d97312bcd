import type { EntityType, PropertyType } from '../schema/types';
import { LOCALES } from '../values/locale';
import { CATEGORY, categoryLines, MINOR } from './category';
import { column, quiet, strong, tableOf, type ComposeContext, type Row, type UnnumberedTable } from './context';
import { captionSources, factLines } from './factLines';
import type { Scene, SceneEntity } from './scene';
import { supportLines } from './support';

/** A natural person is whatever type has a date of birth: types are data, so none is named here. */
export const isPerson = (type: EntityType): boolean => type.properties.some((property) => property.match === 'birthDate');

/** Date of birth, then names, then identifiers, then what is featured, then the rest. */
export function personOrder(property: PropertyType): number {
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

/** What a table says of a person beside name and category, which have columns of their own. */
export const personFacts = ({ type }: SceneEntity): readonly PropertyType[] => type.properties.filter((property) => property.id !== CATEGORY && property.id !== MINOR);

/** Of the facts of a person, the place of what is only good to know: a page that must be one has no room for it. */
const MORE = 4;

function row(person: SceneEntity, number: number, context: ComposeContext): Row {
  const { subject, caption } = person;
  const short = context.material.briefing.template === 'operational';
  const facts = personFacts(person).filter((property) => !short || personOrder(property) < MORE);
  return {
    cells: [
      [quiet(String(number))],
      [strong(caption, captionSources(facts, subject, caption, context.scene))],
      factLines(facts, subject, caption, context.scene, personOrder),
      categoryLines(person, context),
      supportLines(subject.statements, context),
    ],
    statements: subject.statements,
  };
}

/** The table of persons: name, what is known with contradictions named, category, and what it rests on. Null when there are none. */
export function personTable(entities: readonly SceneEntity[], context: ComposeContext): UnnumberedTable | null {
  const { words } = context.scene;
  const persons = byCaption(entities.filter((entity) => isPerson(entity.type)), context.scene);
  if (persons.length === 0) return null;
  return tableOf(
    words('personsCaption', { count: persons.length }),
    [column(words('columnNumber'), 'narrow'), column(words('columnName')), column(words('columnData'), 'wide'), column(words('columnCategory')), column(words('columnSupport'))],
    persons.map((person, index) => row(person, index + 1, context)),
    context,
  );
}
