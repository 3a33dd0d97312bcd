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

/** The index of persons: in which sections, figures and tables each occurs, by what is shown and cited there and by name in what the author wrote. */
export function indexTable(persons: readonly SceneEntity[], places: readonly IndexedPlace[], context: ComposeContext): UnnumberedTable {
  const { scene } = context;
  const { words } = scene;
  const searched = places.map((place) => ({ ...place, text: new SearchedText(place.written) }));
  const found = persons.map((person) => {
    const name = new SearchedText(person.caption);
    const here = searched.filter((place) => place.about.has(person.id) || (place.text.closed !== '' && place.text.holds(name)));
    const sections = [...new Set(here.map((place) => place.section).filter((section) => section !== ''))];
    return { person, text: [...(sections.length === 0 ? [] : [`§ ${sections.join(', ')}`]), ...here.map((place) => place.label).filter((label) => label !== '')].join(' · ') };
  });
  return tableOf(
    words('indexCaption', { count: persons.length }),
    [column(words('columnName')), column(words('columnPlaces'), 'wide')],
    found.map(({ person, text }) => ({ cells: [[strong(person.caption)], [plain(text)]], statements: captionStatements(person, scene) })),
    context,
  );
}
