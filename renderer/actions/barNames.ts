import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readBand } from '../../shared/analysis/histogram/bands';
import { formatValue } from '../../shared/values';
import { LOCALES } from '../../shared/values/locale';
import type { Language } from '../../shared/values/kind';
import { useTypes, type Types } from '../case/types';
import { useLanguage } from '../ui/language';
import { isOrdered, type Bar, type Dimension } from './histogram';

/** How dimensions and their bars are called in the reader's language. */
export interface BarNames {
  readonly dimension: (dimension: Dimension) => string;
  readonly value: (dimension: Dimension, value: string) => string;
  /** The values of a filter in a few words. */
  readonly several: (dimension: Dimension, values: readonly string[]) => string;
  /** Bars in the order of their values: numbers and dates by size, others by name; those without come last. */
  readonly byValue: (dimension: Dimension, bars: readonly Bar[]) => Bar[];
}

/** So many names of values are spelt out; more are counted. */
const SPELT = 3;

function bandText(value: string, language: Language): string | null {
  const band = readBand(value);
  if (band === null) return null;
  const format = new Intl.NumberFormat(LOCALES[language], band.currency === undefined ? { maximumFractionDigits: 6 } : { style: 'currency', currency: band.currency, maximumFractionDigits: band.low < 10 && band.low > -10 ? 2 : 0 });
  return band.low === band.high ? format.format(band.low) : `${format.format(band.low)} – ${format.format(band.high)}`;
}

function partText(value: string, part: NonNullable<Dimension['part']>, language: Language): string {
  if (part === 'year') return value;
  if (part === 'hour') return `${value}:00–${value}:59`;
  const locale = LOCALES[language];
  // 5 January 2026 is a Monday.
  if (part === 'weekday') return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + Number(value)));
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)) - 1, 1));
}

function propertyOf(types: Types, id: string | undefined): ReturnType<Types['property']> {
  return types.catalogue.entityTypes.flatMap((type) => types.properties(type.id)).find((property) => property.id === id);
}

/** Names of dimensions and of their bars. */
export function useBarNames(): BarNames {
  const { t } = useTranslation('histogram');
  const language = useLanguage();
  const types = useTypes();
  return useMemo(() => {
    const value = (dimension: Dimension, text: string): string => {
      const { attribute, part, property, kind } = dimension;
      if (text === '') return t(attribute === 'start' || part !== undefined ? 'undated' : 'without');
      if (part !== undefined) return partText(text, part, language);
      if (attribute === 'type') return types.label(text, language, 2);
      if (attribute === 'handling') return types.codeText(text, language) || text;
      if (attribute === 'category') return types.catalogue.entityTypes.map((type) => types.categories({ type: type.id, category: text }, language)[0]).find((name) => name !== undefined && name !== text) ?? text;
      if (attribute === 'basis') return t(text === 'assessment' ? 'assessment' : 'fact');
      if (attribute === 'strength') return t(`canvas:strength.${text}`);
      if (isOrdered(dimension)) return bandText(text, language) ?? text;
      if (kind === 'choice') return propertyOf(types, property)?.choices?.[text]?.[language] ?? text;
      return kind === undefined ? text : formatValue(kind, text, language);
    };
    const dimensionName = ({ of, attribute, part, property }: Dimension): string => {
      const name = attribute === 'property' ? (propertyOf(types, property)?.label[language] ?? property ?? '') : t(`attribute.${of === 'lines' && attribute === 'start' ? 'lineStart' : attribute}`);
      return part === undefined ? name : t('byPart', { name, part: t(`part.${part}`) });
    };
    const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    const size = (text: string): number => readBand(text)?.low ?? Infinity;
    const compare = (dimension: Dimension) => (a: Bar, b: Bar): number => {
      if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1;
      if (dimension.part !== undefined) return a.value < b.value ? -1 : 1;
      if (isOrdered(dimension)) return (readBand(a.value)?.currency ?? '').localeCompare(readBand(b.value)?.currency ?? '') || size(a.value) - size(b.value);
      return collator.compare(value(dimension, a.value), value(dimension, b.value));
    };
    return {
      dimension: dimensionName,
      value,
      several: (dimension, values) => (values.length <= SPELT ? values.map((each) => value(dimension, each)).join(', ') : t('andMore', { names: values.slice(0, SPELT - 1).map((each) => value(dimension, each)).join(', '), count: values.length - SPELT + 1 })),
      byValue: (dimension, bars) => bars.toSorted(compare(dimension)),
    };
  }, [t, language, types]);
}
