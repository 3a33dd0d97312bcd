import type { WatchEntry } from '../../../shared/model/identity';
import { identifierOf } from '../../actions/evidenceText';
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
  return {
    identifiers: (entry) => [...new Set(entry.identifiers.map(({ kind }) => kind))].map((kind) => {
      const { property, name } = identifierOf(types, kind, language);
      return { label: name, values: entry.identifiers.filter((each) => each.kind === kind).map(({ value }) => shownValue(property, value, language)) };
    }),
  };
}
