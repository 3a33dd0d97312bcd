import { LANGUAGES, type Language, type Localised } from '../../../shared/values/kind';
import type { Scheme, SchemeAxis, SchemeCode } from '../../../shared/schema/types';

const EMPTY: Localised = { nl: '', fr: '', de: '', en: '' };

const emptyCode = (): SchemeCode => ({ code: '', label: EMPTY, rank: 0 });
export const emptyAxis = (at: number): SchemeAxis => ({ id: at === 0 ? 'code' : `code${at + 1}`, label: EMPTY, codes: [emptyCode(), emptyCode()] });

/** A scheme to begin with. */
export const emptyScheme = (): Scheme => ({ id: '', use: 'handling', label: EMPTY, several: true, axes: [emptyAxis(0)] });

/** Names in all languages where one is enough: the others take over the reader's, else the first that is there, else `otherwise`. */
function filled(label: Localised, language: Language, otherwise: string): Localised {
  const known = [language, ...LANGUAGES].map((each) => label[each].trim()).find((text) => text !== '') ?? otherwise;
  return Object.fromEntries(LANGUAGES.map((each) => [each, label[each].trim() || known])) as unknown as Localised;
}

/** An id out of a name: "Codes RIR 2.0" becomes "codesRir20". */
export function idOf(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, ' ').trim().split(' ').filter((word) => word !== '');
  const joined = words.map((word, at) => (at === 0 ? word.slice(0, 1).toLowerCase() : word.slice(0, 1).toUpperCase()) + word.slice(1).toLowerCase()).join('');
  return (/^[a-z]/i.test(joined) ? joined : joined === '' ? '' : `s${joined}`).slice(0, 64);
}

/** The scheme as the case takes it: names filled, codes ranked by their order, nothing kept that its use does not know. */
export function finished(draft: Scheme, language: Language): Scheme {
  const label = filled(draft.label, language, '');
  const { several, onPages, ...rest } = draft;
  return {
    ...rest, id: draft.id.trim() === '' ? idOf(label[language]) : draft.id.trim(), label,
    ...(draft.use === 'handling' && several === true ? { several } : {}),
    ...(draft.use === 'handling' && onPages === true ? { onPages } : {}),
    axes: draft.axes.map((axis) => ({
      ...axis, label: filled(axis.label, language, label[language]),
      codes: axis.codes.filter((each) => each.code.trim() !== '' || LANGUAGES.some((spoken) => each.label[spoken].trim() !== '')).map((each, rank): SchemeCode => {
        const { permission, note, colour } = each;
        return {
          code: each.code.trim(), label: filled(each.label, language, each.code.trim()), rank, ...(colour === undefined ? {} : { colour }),
          ...(draft.use === 'handling' && permission && permission.length > 0 ? { permission } : {}), ...(draft.use === 'handling' && note === true ? { note } : {}),
        };
      }),
    })),
  };
}

export type SchemeFault = 'noName' | 'noCodes' | 'emptyCode' | 'doubleCode' | 'idTaken';

/** What is still wrong with a finished scheme; null when it can be saved. `taken`: ids of other schemes. */
export function schemeFault(scheme: Scheme, taken: readonly string[]): SchemeFault | null {
  if (scheme.label.nl === '' || scheme.id === '') return 'noName';
  if (taken.includes(scheme.id)) return 'idTaken';
  if (scheme.axes.some((axis) => axis.codes.length === 0)) return 'noCodes';
  for (const { codes } of scheme.axes) {
    if (codes.some(({ code }) => code === '')) return 'emptyCode';
    if (new Set(codes.map(({ code }) => code)).size < codes.length) return 'doubleCode';
  }
  return null;
}
