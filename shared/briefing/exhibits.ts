import type { Id } from '../model/ids';
import type { Scheme } from '../schema/types';
import type { Audience } from './audience';
import { column, plain, quiet, strong, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import type { Block } from './document';
import { passGate, type GateSubject, type WithheldReason } from './gate';
import type { GatheredExhibit } from './material';
import { momentText } from './moment';
import type { SourceNumbers } from './sourceNumbers';

/** Kept documents that passed the gate, and why the others did not. */
export interface ExhibitPassage {
  readonly allowed: ReadonlyMap<Id, GatheredExhibit>;
  readonly withheld: readonly WithheldReason[];
}

/**
 * Puts kept documents through the gate. Named may be one of which at least something that it says may be said, or that says nothing; shown may be one of which
 * everything may: a picture holds all that is said of it.
 */
export function passExhibits(exhibits: readonly GatheredExhibit[], audience: Audience, schemes: readonly Scheme[]): ExhibitPassage {
  const allowed = new Map<Id, GatheredExhibit>();
  const withheld: WithheldReason[] = [];
  for (const exhibit of exhibits) {
    const subject = (handling: GateSubject['handling']): GateSubject => ({ handling, originator: exhibit.supplier, source: exhibit.source });
    const whole = passGate([subject(exhibit.handling)], audience, schemes);
    const said = passGate(exhibit.said.map(subject), audience, schemes);
    const [reason] = [...whole.withheld, ...(said.allowed.length === 0 ? said.withheld : [])];
    if (reason === undefined) allowed.set(exhibit.source, said.withheld.length > 0 ? { ...exhibit, picture: null } : exhibit);
    else withheld.push(reason.reason);
  }
  return { allowed, withheld };
}

/** An exhibit with the number that it has in this document. */
export interface NumberedExhibit {
  readonly number: number;
  readonly exhibit: GatheredExhibit;
}

/** A picture of an exhibit as a figure without its number yet. Null where there is none that may be shown. */
export function pictureOf({ picture, source, handling, said, title }: GatheredExhibit, caption: string, { ledger }: ComposeContext): Extract<Block, { kind: 'picture' }> | null {
  if (picture === null) return null;
  return { kind: 'picture', number: 0, label: '', caption, alternative: caption === '' ? title : caption, ...picture, marks: ledger.enterDocument({ source, handling }, said) };
}

/** A line that names an exhibit: what it is, who supplied it, its hash. */
export function mentionOf({ number, exhibit }: NumberedExhibit, caption: string, { ledger, scene }: ComposeContext): Block {
  const { title, supplier, sha256, source, handling } = exhibit;
  return {
    kind: 'paragraph', marks: ledger.enterDocument({ source, handling }, []),
    parts: [
      strong(scene.words('exhibit', { number }), [scene.numbers.of(source)]), plain(caption === '' ? title : `${caption} (${title})`), ...(supplier === '' ? [] : [quiet(supplier)]),
      ...(sha256 === null ? [] : [{ text: `SHA-256 ${sha256}`, sources: [], emphasis: 'code' as const }]),
    ],
  };
}

/** The list of exhibits: number, document, who supplied it and when, and the hash that proves which it was. Null when there are none. */
export function exhibitTable(exhibits: readonly NumberedExhibit[], numbers: SourceNumbers, context: ComposeContext): UnnumberedTable | null {
  const { words, language } = context.scene;
  if (exhibits.length === 0) return null;
  const table = tableOf(
    words('exhibitsCaption', { count: exhibits.length }),
    [column(words('columnNumber'), 'narrow'), column(words('columnExhibit'), 'wide'), column(words('columnSupplier')), column(words('columnReceived'))],
    exhibits.map(({ number, exhibit: { title, supplier, sha256, receivedAt, source } }) => ({
      cells: [
        [strong(String(number))],
        [{ text: title, sources: [numbers.of(source)], emphasis: 'plain' }, ...(sha256 === null ? [] : [{ text: `SHA-256 ${sha256}`, sources: [], emphasis: 'code' as const }])],
        [plain(supplier)],
        [plain(momentText(receivedAt, language))],
      ],
      statements: [],
    })),
    context,
  );
  const rowMarks = exhibits.map(({ exhibit }) => context.ledger.enterDocument(exhibit, []));
  return { ...table, rowMarks, marks: [...new Set(rowMarks.flat())].sort((a, b) => a - b) };
}
