import type { Id } from '../model/ids';
import { captionStatements } from './factLines';
import { column, plain, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import { byCaption, isPerson } from './persons';
import type { SceneEntity } from './scene';
import { SearchedText } from './searched';

/** One place of a document: its section, its label where it is a figure or a table, who is in it, and what the author wrote there. */
export interface IndexedPlace {
  readonly section: string;
  readonly label: string;
  readonly about: ReadonlySet<Id>;
  readonly written: string;
}

/** Persons who are somewhere in the document. */
export function indexedPersons(about: ReadonlySet<Id>, { scene }: ComposeContext): readonly SceneEntity[] {
  return byCaption([...scene.entities.values()].filter((entity) => about.has(entity.id) && isPerson(entity.type)), scene);
}

/** Signs of a name by which it is looked up; shorter names are found by what is cited alone. */
const START = 4;

/** Which places name or show each person: the time does not grow with persons times places. */
function placesOf(persons: readonly SceneEntity[], places: readonly IndexedPlace[]): ReadonlyMap<Id, readonly IndexedPlace[]> {
  const names = new Map<string, { readonly id: Id; readonly name: SearchedText }[]>();
  for (const { id, caption } of persons) {
    const name = new SearchedText(caption);
    const start = name.closed.slice(0, START);
    if (start.length < START) continue;
    const known = names.get(start);
    if (known) known.push({ id, name });
    else names.set(start, [{ id, name }]);
  }
  const found = new Map<Id, IndexedPlace[]>(persons.map(({ id }) => [id, []]));
  for (const place of places) {
    const here = new Set(place.about);
    const text = new SearchedText(place.written);
    for (let at = 0; at + START <= text.closed.length; at += 1) for (const { id, name } of names.get(text.closed.slice(at, at + START)) ?? []) if (text.holdsAt(name, at)) here.add(id);
    for (const id of here) found.get(id)?.push(place);
  }
  return found;
}

/** The index of persons: in which sections, figures and tables each occurs, by what is shown and cited there and by name in what the author wrote. */
export function indexTable(persons: readonly SceneEntity[], places: readonly IndexedPlace[], context: ComposeContext): UnnumberedTable {
  const { scene } = context;
  const { words } = scene;
  const found = placesOf(persons, places);
  const textOf = ({ id }: SceneEntity): string => {
    const here = found.get(id) ?? [];
    const sections = [...new Set(here.map((place) => place.section).filter((section) => section !== ''))];
    return [...(sections.length === 0 ? [] : [`§ ${sections.join(', ')}`]), ...here.map((place) => place.label).filter((label) => label !== '')].join(' · ');
  };
  return tableOf(
    words('indexCaption', { count: persons.length }),
    [column(words('columnName')), column(words('columnPlaces'), 'wide')],
    persons.map((person) => ({ cells: [[strong(person.caption)], [plain(textOf(person))]], statements: captionStatements(person, scene) })),
    context,
  );
}
