import type { TFunction } from 'i18next';
import type { Types } from '../../case/types';
import { formatCount } from '../../ui/language';
import type { DryRun } from '../../../shared/contract';
import { LOCALES } from '../../../shared/values/locale';
import type { Language } from '../../../shared/values/kind';

/** Counts by type as a list in words, largest first: "400 phones and 9,834 calls". Entities before links. */
export function countsText(counts: DryRun['counts'], types: Types, language: Language): string {
  const parts = [counts.entities, counts.links].flatMap((part) => Object.entries(part).filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]).map(([type, count]) => `${formatCount(count, language)} ${types.label(type, language, count).toLocaleLowerCase(language)}`));
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
}

/** What the button says: exact where the dry run read the whole file, otherwise what its first rows give. */
export function importText(t: TFunction, run: DryRun | undefined, whole: boolean, types: Types, language: Language): string {
  if (!run) return t('import:importAll');
  const what = countsText(run.counts, types, language);
  const values = { rows: formatCount(run.rowsRead, language), count: run.rowsRead, what };
  return what === '' ? t('import:importNothing') : t(whole ? 'import:importExactly' : 'import:importFirst', values);
}
