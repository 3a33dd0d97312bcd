import type { WatchEntry } from '../../../shared/model/identity';
import type { PropertyType } from '../../../shared/schema/types';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';

/** Numbers of one kind, as a reader sees them. */
export interface ShownIdentifiers {
  readonly label: string;
  readonly values: readonly string[];
}

/** Says what an entry holds in the reader's language. */
export function useEntryTexts(): { readonly identifiers: (entry: WatchEntry) => readonly ShownIdentifiers[] } {
  const types = useTypes();
  const language = useLanguage();
  const propertyOf = (kind: string): PropertyType | undefined => types.catalogue.entityTypes.flatMap(({ properties }) => properties).find(({ identifier }) => identifier === kind);
  return {
    identifiers: (entry) => [...new Set(entry.identifiers.map(({ kind }) => kind))].map((kind) => {
      const property = propertyOf(kind);
      return { label: property?.label[language] ?? kind, values: entry.identifiers.filter((each) => each.kind === kind).map(({ value }) => shownValue(property, value, language)) };
    }),
  };
}
