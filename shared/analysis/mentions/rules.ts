import type { ParseContext, ValueKindId } from '../../values/kind';
import * as labels from './labels';

/** How one form of one kind of value is found in running text. Whether it is one, the kind itself decides (shared/values). */
export interface Rule {
  readonly kind: ValueKindId;
  /** Global; its group "value", or else the whole, is the candidate. */
  readonly pattern: RegExp;
  /** Where two overlap, the higher stands: 9 a check digit and an unmistakable form, 1 a form that much else has. */
  readonly strength: number;
  /** Must match the text right before the candidate. */
  readonly label?: RegExp;
  /** Must not match the text right before it. */
  readonly not?: RegExp;
  /** Must occur in the sentence around it. */
  readonly about?: RegExp;
  /** Kept with its doubt when only the check digit fails: a slip of the pen in a form that is plain. */
  readonly doubted?: boolean;
  /** Property to become, where the kind alone does not tell. */
  readonly property?: string;
  readonly country?: string;
  /** Further condition on the candidate. */
  readonly only?: (written: string, context: ParseContext) => boolean;
}

/** Blanks and marks between the groups of a number, with at most one line end: texts are wrapped where it suits the page. */
const GAP = '(?:[ \\u00a0.\\-\\u2010-\\u2013]{0,2}(?:\\r?\\n[ \\t]{0,8})?)';
/** Not inside a longer word or number. */
const FROM = '(?<![\\p{L}\\p{N}]|[\\p{N}][.,\\-/])';
const TO = '(?![\\p{L}\\p{N}]|[.,\\-/]\\p{N})';
const rule = (source: string, flags = ''): RegExp => new RegExp(`${FROM}${source}${TO}`, `gu${flags}`);
const digits = (written: string): number => written.replace(/\D/g, '').length;

export const RULES: readonly Rule[] = [
  { kind: 'email', strength: 8, pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+\p{L}{2,24}(?![\p{L}\p{N}@])/gu },
  { kind: 'url', strength: 7, pattern: /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s<>"“”«»]{3,2000}/giu },

  { kind: 'container', strength: 9, pattern: rule(`[A-Z]{3}[UJZ]${GAP}\\d{3}${GAP}\\d{3}${GAP}\\d`), doubted: true },
  { kind: 'container', strength: 8, pattern: rule('[a-z]{3}[ujz][ ]?\\d{6}[ -]?\\d', 'i'), only: (written) => /[a-z]/.test(written) },

  { kind: 'nationalNumber', strength: 9, pattern: rule('\\d{2}[.]\\d{2}[.]\\d{2}[ ]?[-–/ ][ ]?\\d{3}[ ]?[.\\-–][ ]?\\d{2}'), doubted: true },
  { kind: 'nationalNumber', strength: 7, pattern: rule('\\d{6}[- ]?\\d{3}[- .]?\\d{2}') },
  { kind: 'nationalNumber', strength: 9, pattern: rule(`\\d{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}\\d{3}${GAP}\\d{2}`), label: labels.NATIONAL, doubted: true },
  { kind: 'nationalNumber', strength: 8, pattern: rule('\\d{4}[. ]?\\d{2}[. ]?\\d{3}'), label: labels.BSN, country: 'NL', doubted: true },
  { kind: 'nationalNumber', strength: 8, pattern: rule('[12] ?\\d{2} ?\\d{2} ?[\\dAB]{2} ?\\d{3} ?\\d{3} ?\\d{2}'), label: labels.NIR, country: 'FR', doubted: true },

  { kind: 'enterpriseNumber', strength: 9, pattern: rule('(?:BE ?)[01]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}') },
  { kind: 'enterpriseNumber', strength: 8, pattern: rule('[01]\\d{3}\\.\\d{3}\\.\\d{3}'), country: 'BE' },
  { kind: 'enterpriseNumber', strength: 9, pattern: rule('[01]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}'), label: labels.ENTERPRISE, country: 'BE', doubted: true },
  { kind: 'enterpriseNumber', strength: 8, pattern: rule('(?:NL ?\\d{9} ?B ?\\d{2}|FR ?[A-Z0-9]{2} ?\\d{3} ?\\d{3} ?\\d{3}|DE ?\\d{3} ?\\d{3} ?\\d{3}|LU ?\\d{8}|GB ?\\d{3} ?\\d{4} ?\\d{2}|ES ?[A-Z0-9]\\d{7}[A-Z0-9]|IT ?\\d{11}|PL ?\\d{10})') },

  { kind: 'plate', strength: 7, pattern: rule('[1-9][- ]?[A-Z]{3}[- ]?\\d{3}'), only: (written) => !/^\d [A-Z]{3} \d{3}$/.test(written) },
  { kind: 'plate', strength: 7, pattern: rule('[1-9] [A-Z]{3} \\d{3}'), about: labels.VEHICLE },
  { kind: 'plate', strength: 6, pattern: rule('[1-9]-\\d{3}-[A-Z]{3}') },
  { kind: 'plate', strength: 6, pattern: rule('[A-Z]{2}-\\d{3}-[A-Z]{2}') },
  { kind: 'plate', strength: 5, pattern: rule('(?:[A-Z]{1,3}-\\d{2,3}-[A-Z]{1,2}|\\d{1,3}-[A-Z]{2,3}-\\d{1,2}|[A-Z]{2}-[A-Z]{2}-\\d{2}|\\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-\\d{2}-\\d{2}|\\d{2}-\\d{2}-[A-Z]{2})'), about: labels.VEHICLE },
  { kind: 'plate', strength: 4, pattern: rule('(?:[A-Z]{3}[- ]\\d{3}|\\d{3}[- ][A-Z]{3})'), about: labels.VEHICLE },
  { kind: 'plate', strength: 4, pattern: rule('[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?[1-9]\\d{0,3}[EH]?'), about: labels.VEHICLE, only: (written) => /[- ]/.test(written) && !/^(?:RN|N|E|A|R|BE|NL|FR|DE)[- ]\w{0,1}\d/.test(written) },
  { kind: 'plate', strength: 3, pattern: rule('[A-Z]{2}\\d{2} [A-Z]{3}'), about: labels.VEHICLE },

  { kind: 'vin', strength: 8, pattern: rule('[A-HJ-NPR-Z0-9]{13}\\d{4}'), only: (written) => (written.match(/[A-Z]/g)?.length ?? 0) >= 3 },
  { kind: 'vin', strength: 9, pattern: rule('[A-HJ-NPR-Z0-9]{17}', 'i'), label: labels.VIN, doubted: true },

  { kind: 'imei', strength: 9, pattern: rule('\\d{2}[- /]?\\d{6}[- /]?\\d{6}[- /]?\\d{1,2}'), label: labels.IMEI, doubted: true },
  { kind: 'imei', strength: 7, pattern: rule('\\d{2}-\\d{6}-\\d{6}-\\d'), },
  { kind: 'imsi', strength: 8, pattern: rule('\\d{3} ?\\d{2} ?\\d{9,10}'), label: labels.IMSI },
  { kind: 'imo', strength: 9, pattern: rule('[1-9]\\d{6}'), label: labels.IMO, doubted: true },
  { kind: 'imo', strength: 9, pattern: /(?<![\p{L}\p{N}])IMO(?<value>[1-9]\d{6})(?![\p{L}\p{N}])/gu },
  { kind: 'mmsi', strength: 9, pattern: rule('\\d{9}'), label: labels.MMSI },

  { kind: 'account', strength: 7, pattern: rule('\\d{3}-\\d{7}-\\d{2}'), label: labels.ACCOUNT, only: (written, context) => context.country === 'BE' && digits(written) === 12 },
  { kind: 'documentNumber', strength: 8, pattern: rule('\\d{3}[- ]\\d{7}[- ]\\d{2}'), label: labels.CARD },
  { kind: 'documentNumber', strength: 7, pattern: rule('[A-Z]{1,3} ?\\d{6,8}'), label: labels.PASSPORT },

  { kind: 'coordinates', strength: 8, pattern: rule('-?\\d{1,2}\\.\\d{4,9}[,;]?[ \\u00a0]?[,;]? ?-?\\d{1,3}\\.\\d{4,9}'), only: (written) => /[,; ]/.test(written) },
  { kind: 'coordinates', strength: 9, pattern: /(?<![\p{N}])[NSZ]? ?\d{1,2}(?:[.,]\d{1,8})?[°º] ?(?:\d{1,2}(?:[.,]\d{1,8})?['′’] ?(?:\d{1,2}(?:[.,]\d{1,6})?(?:["″”]|'') ?)?)?[NSZ]?[ ,;/]{1,3}[EW]? ?\d{1,3}(?:[.,]\d{1,8})?[°º] ?(?:\d{1,2}(?:[.,]\d{1,8})?['′’] ?(?:\d{1,2}(?:[.,]\d{1,6})?(?:["″”]|'') ?)?)?[EW]?/gu },

  { kind: 'text', property: 'handle', strength: 3, pattern: /(?<![\p{L}\p{N}._@/])@[\p{L}\p{N}](?:[\p{L}\p{N}_.]{1,30})[\p{L}\p{N}_](?![\p{L}\p{N}@])/gu, about: labels.ONLINE },
];
