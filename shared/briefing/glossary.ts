import type { Handling } from '../model/evaluation';
import type { Scheme } from '../schema/types';
import { column, plain, quiet, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';

/** One code that the document uses. */
interface Used {
  readonly scheme: string;
  /** Absent where it is not said on which axis. */
  readonly axis: string | undefined;
  readonly code: string;
  /** Conditions that were written beside it. */
  readonly note: string;
}

interface Entry {
  readonly code: string;
  readonly scheme: string;
  readonly meaning: string;
  readonly notes: Set<string>;
  readonly order: readonly [scheme: number, axis: number, rank: number];
}

/** Signs of a code that a narrow column holds. */
const LETTERS = 3;

/** A scheme of one code says nothing: it is there to say so. */
const tells = (scheme: Scheme): boolean => scheme.axes.flatMap((axis) => axis.codes).length > 1;

function entriesOf(used: readonly Used[], context: ComposeContext): Entry[] {
  const { words, language, catalogue } = context.scene;
  const entries = new Map<string, Entry>();
  for (const { scheme: id, axis: wanted, code, note } of used) {
    const scheme = catalogue.scheme(id);
    if (scheme !== undefined && !tells(scheme)) continue;
    const found = (scheme?.axes ?? []).flatMap((axis, at) => (wanted !== undefined && wanted !== axis.id ? [] : axis.codes.filter((each) => each.code === code).map((each) => ({ axis, at, each }))));
    const meanings = scheme === undefined || found.length === 0
      ? [{ code, scheme: scheme?.label[language] ?? id, meaning: words('unknownCode'), order: [Infinity, 0, 0] as const }]
      : found.map(({ axis, at, each }) => ({
        // A marking is its own name; its code is for machines.
        code: scheme.use === 'marking' ? each.label[language] : code, scheme: scheme.axes.length > 1 ? words('schemeAxis', { scheme: scheme.label[language], axis: axis.label[language] }) : scheme.label[language],
        meaning: scheme.use === 'marking' ? words('markingMeaning') : each.label[language], order: [catalogue.schemes.indexOf(scheme), at, each.rank] as const,
      }));
    for (const meaning of meanings) {
      const key = `${id} ${meaning.scheme} ${meaning.code}`;
      const known = entries.get(key);
      if (known === undefined) entries.set(key, { ...meaning, notes: new Set(note === '' ? [] : [note]) });
      else if (note !== '') known.notes.add(note);
    }
  }
  const differ = (a: Entry, b: Entry): number => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2] || (a.code < b.code ? -1 : 1);
  return [...entries.values()].sort((a, b) => (a.order[0] === b.order[0] ? differ(a, b) : a.order[0] < b.order[0] ? -1 : 1));
}

const ofHandling = ({ scheme, axis, code, note = '' }: Handling): Used => ({ scheme, axis, code, note: note.trim() });

/** The codes that what is in the document carries (gradings, handling, markings) with scheme, meaning and conditions. Null when there are none. */
export function glossaryTable(context: ComposeContext): UnnumberedTable | null {
  const { ledger, scene: { words } } = context;
  const used = [
    ...ledger.gradings.flatMap(({ scheme, codes }) => Object.entries(codes).map(([axis, code]): Used => ({ scheme, axis, code, note: '' }))),
    ...ledger.handlings.map(ofHandling),
  ];
  const entries = entriesOf(used, context);
  if (entries.length === 0) return null;
  // Names of markings are words; letters and digits need little room.
  const wide = entries.some(({ code }) => code.length > LETTERS);
  return tableOf(
    words('glossaryCaption', { count: entries.length }),
    [column(words('columnCode'), wide ? 'normal' : 'narrow'), column(words('columnScheme')), column(words('columnMeaning'), 'wide')],
    entries.map(({ code, scheme, meaning, notes }) => ({ cells: [[strong(code)], [plain(scheme)], [plain(meaning), ...[...notes].map((note) => quiet(words('condition', { note })))]], statements: [] })),
    context,
  );
}
