import type { CitedText, Table } from './document';
import type { GatheredStatement } from './gathered';
import type { Id } from '../model/ids';
import type { Joined } from './joined';
import type { Ledger } from './ledger';
import type { CitedSaying, GatheredExhibit, Material } from './material';
import { momentText } from './moment';
import type { Scene } from './scene';

/** What every part of a document is made with: only what passed the gate. */
export interface ComposeContext {
  /** What is not said of anybody, and what scopes and charts are about: records that are one are one in it. */
  readonly material: Material;
  /** Which records are shown as one, in the case as it stands and in frozen charts by snapshot. */
  readonly joined: Joined;
  readonly joinedThen: ReadonlyMap<Id, Joined>;
  /** The case as it stands. */
  readonly scene: Scene;
  /** Frozen charts by snapshot. */
  readonly frozen: ReadonlyMap<Id, Scene>;
  /** Statements that sentences may rest on. */
  readonly cited: ReadonlyMap<Id, CitedSaying>;
  /** Documents that may go, by source; one whose picture may not go has none. */
  readonly exhibits: ReadonlyMap<Id, GatheredExhibit>;
  readonly ledger: Ledger;
  /** Day on which a source was received: the date of what it says. */
  readonly receivedOn: (source: Id) => string;
  /** The same as the moment that it was: ISO, UTC. */
  readonly receivedAt: (source: Id) => string;
}

/** When sources were received. Days are put into words once each: that takes long, and every row asks. */
export function receipts({ sources, briefing }: Material): Pick<ComposeContext, 'receivedOn' | 'receivedAt'> {
  const received = new Map(sources.map((source) => [source.id, source.receivedAt]));
  const days = new Map<string, string>();
  const receivedAt = (source: Id): string => received.get(source) ?? '';
  return {
    receivedAt,
    receivedOn(source) {
      const at = receivedAt(source);
      let day = days.get(at);
      if (day === undefined) days.set(at, (day = at === '' ? '' : momentText(at, briefing.language, 'day')));
      return day;
    },
  };
}

/** One row of a table with the statements that it was made from. */
export interface Row {
  readonly cells: CitedText[][];
  readonly statements: readonly GatheredStatement[];
}

/** A table without the numbers that it gets in the end. */
export type UnnumberedTable = Omit<Table, 'number' | 'label'>;

/** A table of rows that carry their own marks. */
export function tableOf(caption: string, columns: Table['columns'], rows: readonly Row[], { ledger }: ComposeContext, note = ''): UnnumberedTable {
  const rowMarks = rows.map((row) => ledger.enter(row.statements));
  return { kind: 'table', caption, columns, rows: rows.map((row) => row.cells), marks: [...new Set(rowMarks.flat())].sort((a, b) => a - b), rowMarks, note, cited: false };
}

export const plain = (text: string): CitedText => ({ text, sources: [], emphasis: 'plain' });
export const quiet = (text: string): CitedText => ({ text, sources: [], emphasis: 'quiet' });
export const strong = (text: string, sources: readonly number[] = []): CitedText => ({ text, sources: [...sources], emphasis: 'strong' });
export const column = (heading: string, width: Table['columns'][number]['width'] = 'normal', align: Table['columns'][number]['align'] = 'start'): Table['columns'][number] => ({ heading, width, align });
