import { TABLES_MARK } from '../../../../shared/mapping/ownTables';
import { Failure } from '../../../../shared/contract/failure';
import type { RecordFormat, RecordOutcome } from '../records/format';
import { OwnRecords } from '../records/own';
import { Known } from './graph/known';
import { openSaid } from './knooptable/rows';
import { Subjects } from './knooptable/subjects';
import type { SaidSubject } from './knooptable/subjects';

/** The mark stands in the first part of the archive, which is not compressed. */
const SEEN = 4096;
const BATCH = 500;

/**
 * Tables that Knoop wrote, as an archive of CSV or as a workbook: read back from the table of statements alone, exactly, and not as tables of anyone else, whose
 * columns would have to be guessed. What a person changed in the other two tables is not read.
 */
export const format: RecordFormat = {
  id: 'knooptable',
  mediaType: 'application/zip',
  endings: ['.csv.zip', '.xlsx'],
  recognise: ({ bytes }) => (bytes.toString('latin1', 0, 2) === 'PK' && bytes.toString('latin1', 0, SEEN).includes(TABLES_MARK) ? 1 : 0),
  async open(bytes, context) {
    const table = await openSaid(bytes);
    const records = new OwnRecords(context);
    const known = new Known();
    const outcomesOf = ({ row, kind, id, name, from, to, subject }: SaidSubject): RecordOutcome[] => {
      const badly = (detail: string): RecordOutcome[] => [{ kind: 'reject', reject: { row, code: 'badRecord', detail, cells: [kind, id, name, from, to].map((cell) => cell.slice(0, 200)) } }];
      if (subject === null) return badly('');
      if (kind === 'entity') {
        const found = records.entity(subject, id, row, name);
        known.tell(id, records.typeOf(subject), null);
        return found;
      }
      const [source, target] = [known.typeOf(from), known.typeOf(to)];
      if (kind !== 'link' || source === undefined || target === undefined) return badly(`${from} → ${to}`);
      return records.link(subject, { id: from, type: source }, { id: to, type: target }, row);
    };
    return {
      unit: 'record',
      total: Math.max(1, table.total),
      done: () => table.done(),
      kinds: () => records.kinds(),
      types: () => records.types(),
      async *outcomes() {
        const subjects = new Subjects();
        let batch: RecordOutcome[] = [];
        let told = false;
        try {
          for await (const rows of table.rows()) {
            for (const row of rows) {
              const ended = subjects.take(row);
              if (ended !== null) batch.push(...outcomesOf(ended));
            }
            told ||= batch.length > 0;
            if (batch.length < BATCH) continue;
            yield batch;
            batch = [];
          }
          const last = subjects.end();
          if (last !== null) batch.push(...outcomesOf(last));
          if (!told && batch.length === 0) throw new Failure('noRows');
          if (batch.length > 0) yield batch;
        } finally {
          table.close();
        }
      },
    };
  },
};
