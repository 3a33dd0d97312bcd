import type { TrafficQuestion } from '../../actions/traffic';

/** A value that a question wants. `as`: by how much what is typed is divided for the request. */
export interface Field {
  readonly id: string;
  readonly kind: 'number' | 'day' | 'percent' | 'currency' | 'zone' | 'of';
  readonly standard: string;
  readonly min?: number;
  readonly max?: number;
}

/** A question as people ask it. */
export interface Form {
  readonly id: string;
  readonly question: TrafficQuestion;
  readonly about: 'calls' | 'money';
  /** So many must be selected; the question is then about the whole case. */
  readonly selected?: { readonly least: number; readonly most: number };
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
}

const number = (id: string, standard: number, min: number, max: number): Field => ({ id, kind: 'number', standard: String(standard), min, max });
const CURRENCY: Field = { id: 'currency', kind: 'currency', standard: '' };
const SHARE: Field = { id: 'share', kind: 'percent', standard: '70', min: 5, max: 100 };
const ACCOUNTS = number('accounts', 4, 2, 8);
const STAY = number('stay', 3, 0.1, 365);

export const FORMS: readonly Form[] = [
  { id: 'commonContacts', question: 'case.commonContacts', about: 'calls', selected: { least: 2, most: 50 }, fields: [number('least', 2, 1, 50)] },
  { id: 'changedContacts', question: 'case.changedContacts', about: 'calls', selected: { least: 1, most: 1 }, fields: [{ id: 'at', kind: 'day', standard: '' }] },
  { id: 'replacements', question: 'case.replacements', about: 'calls', fields: [number('least', 2, 1, 1000), number('gap', 60, 1, 3650), number('overlap', 7, 1, 365)] },
  { id: 'silences', question: 'case.silences', about: 'calls', fields: [number('least', 3, 1, 3650), number('times', 5, 1, 1000)] },
  { id: 'relays', question: 'case.relays', about: 'calls', fields: [number('minutes', 10, 1, 1440), number('least', 3, 1, 1000)] },
  { id: 'doubles', question: 'case.doubles', about: 'calls', fields: [number('apart', 5, 0, 3600), number('length', 3, 0, 3600)] },
  { id: 'rhythm', question: 'case.rhythm', about: 'calls', fields: [{ id: 'of', kind: 'of', standard: 'calls' }, { id: 'zone', kind: 'zone', standard: 'brussels' }] },
  { id: 'moneyTotals', question: 'case.moneyTotals', about: 'money', fields: [CURRENCY] },
  { id: 'flows', question: 'case.flows', about: 'money', fields: [ACCOUNTS, STAY, SHARE, CURRENCY] },
  { id: 'roundTrips', question: 'case.flows', about: 'money', fixed: { round: true }, fields: [ACCOUNTS, STAY, SHARE, CURRENCY] },
  { id: 'structuring', question: 'case.structuring', about: 'money', fields: [number('limit', 10_000, 1, 1_000_000_000), { id: 'floor', kind: 'percent', standard: '50', min: 0, max: 99 }, number('within', 10, 1, 3650), number('least', 3, 2, 1000), CURRENCY] },
  { id: 'fans', question: 'case.fans', about: 'money', fields: [number('others', 5, 2, 10_000), number('within', 30, 1, 3650), CURRENCY] },
];

/** The value of a field for a request; undefined where it is left open, null where it will not do. */
export function valueOf({ kind, min, max }: Field, typed: string): unknown {
  const text = typed.trim();
  if (kind === 'zone' || kind === 'of') return text;
  if (kind === 'day') return text === '' ? null : text;
  if (kind === 'currency') return text === '' ? undefined : /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null;
  const value = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  if (!(value >= (min ?? -Infinity) && value <= (max ?? Infinity))) return null;
  return kind === 'percent' ? value / 100 : value;
}
