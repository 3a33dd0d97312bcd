import type { Database } from 'better-sqlite3';
import { isLasting } from '../../shared/commands/lasting';
import type { History } from '../../shared/contract/views';
import type { Label } from './journal';

interface Entry {
  readonly seq: number;
  readonly kind: string;
  readonly refers: number | null;
  readonly command: string;
  readonly label: string;
  readonly file: string | null;
}

interface Step {
  readonly seq: number;
  readonly command: string;
  readonly label: Label;
  /** Title of the file that an import brought in: shown, but not kept in the journal, which must hold no name that an erasure would have to reach. */
  readonly file: string | null;
}

/** A step that was taken back, and the entry that took it back. */
interface Undone {
  readonly step: Step;
  readonly undo: number;
}

/**
 * What can be undone and redone: a fold over the journal, so that it is the same after a restart. A new step forgets what could be
 * redone; notes, and steps that stay done, change nothing.
 */
export class Stacks {
  private done: Step[] = [];
  private undone: Undone[] = [];
  private upTo = 0;

  /** Takes in the entries that the journal has gained since the last call, by whichever connection. */
  read(db: Database): void {
    for (const entry of db.prepare<[number], Entry>("SELECT seq, kind, refers, command, label, (SELECT title FROM source WHERE seq_added = journal.seq AND kind = 'file' AND title <> '' ORDER BY n LIMIT 1) AS file FROM journal WHERE seq > ? ORDER BY seq").all(this.upTo)) this.take(entry);
  }

  private take({ seq, kind, command, label, file }: Entry): void {
    this.upTo = seq;
    if (kind === 'do' && isLasting(command)) return;
    if (kind === 'do') {
      this.done.push({ seq, command, label: JSON.parse(label) as Label, file });
      this.undone = [];
    } else if (kind === 'undo') {
      const step = this.done.pop();
      if (step) this.undone.push({ step, undo: seq });
    } else if (kind === 'redo') {
      const last = this.undone.pop();
      if (last) this.done.push(last.step);
    }
  }

  /** The step that undo would take back. */
  get next(): Step | null {
    return this.done.at(-1) ?? null;
  }

  /** The step that redo would bring back, and the undo that it would take back. */
  get nextRedo(): Undone | null {
    return this.undone.at(-1) ?? null;
  }

  history(): History {
    const shown = (step: Step | undefined | null): History['undo'] => (step ? { seq: step.seq, command: step.command, label: { ...step.label, ...(step.file === null ? {} : { file: step.file }) } } : null);
    return { undo: shown(this.next), redo: shown(this.nextRedo?.step) };
  }
}
