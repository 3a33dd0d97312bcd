import type { TFunction } from 'i18next';
import { formatMoment } from '../../ui/language';
import type { Types } from '../../case/types';
import type { AskRecord, ExchangeRecord } from '../../../shared/model/exchange';
import type { Language } from '../../../shared/values/kind';

/** What a kind of entries is called. A kind that a case made itself is called as its property is. */
export function kindName(t: TFunction, types: Types, kind: string, language: Language): string {
  for (const type of types.catalogue.entityTypes) {
    const property = type.properties.find((each) => each.identifier === kind);
    if (property !== undefined) return t(`services:kind.${kind}`, { defaultValue: `${type.label[language]}: ${property.label[language]}` });
  }
  return t(`services:kind.${kind}`, { defaultValue: kind });
}

/** Who learns what, as this side reads it. */
export const learnsText = (t: TFunction, { tells, sides, role, service }: Pick<ExchangeRecord, 'tells' | 'sides' | 'role'> & { readonly service: string }): string => t(`services:learns.${tells}.${sides}.${sides === 'both' ? 'us' : role === 'initiator' ? 'us' : 'them'}`, { service });

/** How a comparison stands and what is to be done next. */
export function stepOfExchange(t: TFunction, { status, outcome, tells, role, partner, entries }: ExchangeRecord): string {
  const service = partner.service;
  if (status !== 'done') return t(`services:step.${status}`, { service });
  if (outcome === null) return t('services:step.answeredOnly', { service });
  if (outcome.count === 0) return t('services:step.noHit', { service });
  return t(tells === 'number' ? 'services:step.number' : 'services:step.hits', { service, count: outcome.count, entries: entries ?? 0, role });
}

/** How a request stands. */
export const stepOfAsk = (t: TFunction, { direction, status, partner }: AskRecord): string => t(`services:ask.${direction}.${status}`, { service: partner.service });

/** The last day on which a comparison is open: its time ends with that day by the clock of nobody in particular (UTC). */
export const lastDay = (expires: string, language: Language): string => formatMoment(expires.slice(0, 10), language, 'day');

/** Sizes of lists that can be agreed on. */
export const SIZES = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000] as const;

/** The smallest of them that holds so many entries. */
export const sizeFor = (entries: number): number => SIZES.find((size) => size >= entries) ?? SIZES[SIZES.length - 1] ?? 0;

/** Seconds that one entry of a list takes, on two free cores: blinded once, and given back or compared once. */
const SECONDS_EACH = 0.0022;

/** Minutes that this side works for lists of such a size; 0 where it is done at once. */
export const minutesFor = (size: number): number => (size * SECONDS_EACH < 20 ? 0 : Math.max(1, Math.round((size * SECONDS_EACH) / 60)));
