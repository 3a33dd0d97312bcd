import type { TFunction } from 'i18next';
import type { Types } from '../../case/types';
import { formatCount } from '../../ui/language';
import type { DryRun, ImportCount } from '../../../shared/contract';
import { LOCALES } from '../../../shared/values/locale';
import type { Language } from '../../../shared/values/kind';

/** How many types are named in a sentence. */
const NAMED = 3;
/** And on a button, which must stay readable: of more types only the total is told, the list stands below. */
const NAMED_ON_BUTTON = 2;

const total = (counts: readonly (readonly [string, number])[]): number => counts.reduce((sum, [, count]) => sum + count, 0);

/** Counts as a list in words, largest first: "400 phones and 9,834 links". The smaller types are taken together. */
export function countsText(t: TFunction, counts: DryRun['counts'], types: Types, language: Language): string {
  const entities = Object.entries(counts.entities).filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]);
  const named = entities.slice(0, entities.length === NAMED + 1 ? NAMED + 1 : NAMED);
  const others = total(entities.slice(named.length));
  const links = total(Object.entries(counts.links));
  const parts = named.map(([type, count]) => `${formatCount(count, language)} ${inText(types.label(type, language, count), language)}`);
  if (others > 0) parts.push(t('import:otherEntities', { count: others }));
  if (links > 0) parts.push(t('import:linkTotal', { count: links }));
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
}

/** The totals alone: "302 entities and 1,412 links". */
function totalsText(t: TFunction, counts: DryRun['counts'], language: Language): string {
  const links = total(Object.entries(counts.links));
  const parts = [t('import:entityTotal', { count: total(Object.entries(counts.entities)) }), ...(links > 0 ? [t('import:linkTotal', { count: links })] : [])];
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
}

/** A name within a sentence: German keeps its capitals, and so does what is written in capitals. */
function inText(name: string, language: Language): string {
  return language === 'de' || /^\p{Lu}{2}/u.test(name) ? name : name.replace(/^\p{Lu}/u, (letter) => letter.toLocaleLowerCase(language));
}

/** Numbers by type, as sentences and buttons tell them. */
export interface Counted {
  readonly rows: number;
  readonly counts: DryRun['counts'];
}

/** A count as the numbers that its sentences tell: what is new and what is known together. */
export function countedOf({ rows, entities, links }: ImportCount): Counted {
  const byType = (types: ImportCount['entities']): Record<string, number> => Object.fromEntries(types.map(({ type, added, known }) => [type, added + known]));
  return { rows, counts: { entities: byType(entities), links: byType(links) } };
}

/** What the button says: exact where the whole file was counted, otherwise what its first rows give. `unit` "row" or "record". */
export function importText(t: TFunction, counted: Counted | undefined, whole: boolean, unit: 'row' | 'record', types: Types, language: Language): string {
  if (!counted) return t('import:importAll');
  const many = Object.values(counted.counts.entities).filter((count) => count > 0).length > NAMED_ON_BUTTON;
  const what = many ? totalsText(t, counted.counts, language) : countsText(t, counted.counts, types, language);
  const values = { rows: formatCount(counted.rows, language), count: counted.rows, what };
  if (what === '') return t(unit === 'row' ? 'import:importNothing' : 'import:importDocument');
  return t(`import:${whole ? 'importExactly' : 'importFirst'}${unit === 'row' ? '' : 'Records'}`, values);
}
