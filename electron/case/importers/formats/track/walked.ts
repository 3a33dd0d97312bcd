import { Failure } from '../../../../../shared/contract/failure';
import type { RecordOutcome } from '../../records/format';
import type { XmlEvent, XmlReader } from '../../xml';

/** Something that listens to a document and says what it heard. */
export interface Listener {
  hear(event: XmlEvent): void;
  /** What is ready to be handed on since the last time. */
  take(): RecordOutcome[];
  /** The document ended, perhaps early: what is still open is closed. */
  end(): void;
}

/** About so many outcomes go in a batch; after so many pieces of the file it goes as it is, for the import to be followed and stopped. */
const BATCH = 500;
const PIECES = 4;

/**
 * Walks an XML document. Where it breaks off or is not well-formed, what stood before is handed on, with one reject that tells the line;
 * where nothing stood before, throws the Failure.
 */
export async function* walked(reader: XmlReader, listener: Listener): AsyncGenerator<RecordOutcome[]> {
  let some = false;
  let waiting: RecordOutcome[] = [];
  let pieces = 0;
  try {
    for (const events of reader.events()) {
      for (const event of events) listener.hear(event);
      waiting.push(...listener.take());
      some ||= waiting.length > 0;
      pieces += 1;
      if (waiting.length >= BATCH || pieces >= PIECES) {
        yield waiting;
        waiting = [];
        pieces = 0;
      }
    }
    listener.end();
    waiting.push(...listener.take());
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'fileNotThisFormat') throw error;
    listener.end();
    waiting.push(...listener.take());
    if (!some && waiting.length === 0) throw error;
    waiting.push({ kind: 'reject', reject: { row: Number(error.details.line ?? 0), code: 'badRecord', detail: `not well-formed: ${String(error.details.why ?? '')}`.slice(0, 500), cells: [] } });
  }
  if (waiting.length > 0) yield waiting;
}
