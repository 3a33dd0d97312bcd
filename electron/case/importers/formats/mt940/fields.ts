import type { LineReader } from '../../textLines';

/** One field of a message: ":61:…" with the lines that continue it. */
export interface Field {
  readonly kind: 'field';
  readonly tag: string;
  readonly line: number;
  readonly lines: string[];
}
/** End of a message ("-", "-}"). */
export interface End { readonly kind: 'end'; readonly line: number }

/** Tags of MT940, MT941 and MT942; other text between colons at the start of a line ("…T16\n:26:37") is wrapped details. */
const TAG = /^:(13D?|20|21|25P?|28C?|34F|60[FM]?|61|62[FM]?|64|65|86|90[CD]|NS):(.*)$/s;
const WRAPPED_TIME = /^:[0-5]\d:[0-5]\d(?!\d)/;
/** A wrapped line may be followed by so many; more is no field of a statement. */
const MOST_LINES = 5000;

const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/** Parts a file into fields and ends of messages; headers of SWIFT and banks between messages are passed over. */
export function* fieldsOf(reader: LineReader): Generator<Field | End> {
  let open: Field | null = null;
  for (const batch of reader.lines()) {
    for (const { line, text } of batch) {
      // An envelope may share its line with the first field, a message's end with the next envelope.
      const bare: string = clean(text).replace(/^(?:-\})?(?:\{5:.*?\}\}?)?(?:\{[1-35]:(?:[^{}]|\{[^{}]*\})*\})*\{4:/, '');
      const tag = TAG.exec(bare);
      const wrapped = tag !== null && open?.tag === '86' && /T\d{2}$/.test(open.lines.at(-1) ?? '') && WRAPPED_TIME.test(bare);
      if (tag !== null && !wrapped) {
        if (open !== null) yield open;
        open = { kind: 'field', tag: tag[1] ?? '', line, lines: [tag[2] ?? ''] };
      } else if (/^-(?:\}.*|X{3})?\s*$/.test(bare) || (/^\{[15]:/.test(clean(text)) && open !== null)) {
        if (open !== null) yield open;
        open = null;
        yield { kind: 'end', line };
      } else if (open !== null && bare.trim() !== ':' && open.lines.length < MOST_LINES) {
        open.lines.push(bare);
      }
    }
  }
  if (open !== null) yield open;
}
