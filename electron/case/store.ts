import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { commandArguments } from '../../shared/commands/arguments';
import type { CommandArguments, CommandName } from '../../shared/commands/arguments';
import type { Plan, PlanContext } from '../../shared/commands/context';
import { isLasting } from '../../shared/commands/lasting';
import { Refusal } from '../../shared/commands/refusal';
import { isCommand, planCommand } from '../../shared/commands/registry';
import { Failure } from '../../shared/contract/failure';
import type { EventPayload } from '../../shared/contract/definition';
import type { CaseService } from '../../shared/contract/caseService';
import type { History } from '../../shared/contract/views';
import { APPENDED_TABLES, type Image } from '../../shared/model/patch';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { IdentityMode } from '../../shared/model/identity';
import type { CatalogueData } from '../../shared/schema/types';
import type { Actor } from './actor';
import { applyPatch, changedTables, restore, revert } from './apply';
import { loadCatalogue } from './catalogue';
import { identityOf } from './db/identity';
import { ImagedRows } from './db/imaged';
import { failureOfSqlite } from './db/sqliteFailure';
import { dutyOf } from '../../shared/model/duty';
import { WallClock } from './wallClock';
import { CASE_FILE } from './folder';
import { appendJournal, EMPTY_STORED_PATCH, journalHead, nextSeq, patchOf, type JournalDraft, type JournalKind, type Label, type StoredPatch } from './journal';
import { isReadOnly } from './readOnly';
import { DatabaseReader } from './reader';
import { Stacks } from './undo';

export type Changed = EventPayload<CaseService, 'case.changed'>;

export interface Done {
  readonly seq: number;
  readonly history: History;
}
export type Stepped = Done & { readonly step: NonNullable<History['undo']> };

interface Journalled {
  readonly seq: number;
  readonly tables: readonly string[];
  readonly charts: readonly string[];
}

/** Charts whose drawing a step changed. */
function chartsOf(images: readonly Image[]): string[] {
  const charts = new Set<string>();
  for (const image of images) {
    const record = (image.after ?? image.before) as { id?: unknown; chart?: unknown } | null;
    const chart = image.table === 'chart' ? record?.id : record?.chart;
    if (typeof chart === 'string') charts.add(chart);
  }
  return [...charts];
}

/**
 * An open case: the only place where a case is changed by hand. Each change is one IMMEDIATE transaction of patch, computed columns and
 * journal row, acknowledged after COMMIT has reached the disk. Reads go over `db` directly.
 */
export class CaseStore {
  readonly db: Database;
  readonly folder: string;
  /** Data key of both databases, for further connections; null when the case is not encrypted. Wiped by closeCase. */
  readonly key: Buffer | null;
  /** True while an import writes over its own connection: changes by hand then fail with importRunning. */
  importing = false;
  /** Made of somebody's bundle, to be read: changes fail with caseReadOnly. What is looked at and let out is journalled all the same. */
  readonly readOnly: boolean;
  /** Number of the entry that says why the case is used in this session; null while nobody said. */
  reason: number | null = null;
  catalogue: Catalogue;
  catalogueData: CatalogueData;
  private readonly clock = new WallClock();
  private readonly rows: ImagedRows;
  private readonly reader: DatabaseReader;
  private readonly stacks = new Stacks();
  private readonly events = new EventEmitter<{ changed: [Changed] }>();
  /** Number of the last entry when the case was opened. */
  readonly opened: number;
  private head = 0;

  constructor(db: Database, folder: string, key: Buffer | null) {
    this.db = db;
    this.folder = folder;
    this.key = key;
    this.readOnly = isReadOnly(db);
    this.rows = new ImagedRows(db);
    this.reader = new DatabaseReader(db, this.rows);
    ({ catalogue: this.catalogue, data: this.catalogueData } = loadCatalogue(db));
    this.refresh();
    this.opened = this.head;
  }

  /** Number of the last journal entry. */
  get seq(): number {
    return this.head;
  }

  history(): History {
    return this.stacks.history();
  }

  /** Calls `listener` after every commit; returns what ends that. */
  on(event: 'changed', listener: (change: Changed) => void): () => void {
    this.events.on(event, listener);
    return () => this.events.off(event, listener);
  }

  private refresh(): void {
    this.head = journalHead(this.db).seq;
    this.stacks.read(this.db);
  }

  /** Runs a change in one transaction; what SQLite reports comes out as a Failure, with the case as it was before. */
  private commit(change: () => Journalled): Journalled {
    if (this.importing) throw new Failure('importRunning');
    try {
      return this.db.transaction(change).immediate();
    } catch (error) {
      throw failureOfSqlite(error, join(this.folder, CASE_FILE));
    }
  }

  private announce(command: string, { seq, tables, charts }: Journalled): Done {
    this.refresh();
    if (tables.includes('user_type') || tables.includes('user_scheme')) ({ catalogue: this.catalogue, data: this.catalogueData } = loadCatalogue(this.db));
    const history = this.history();
    this.events.emit('changed', { seq, command, tables: [...tables], charts: [...charts], history });
    return { seq, history };
  }

  private append(kind: JournalKind, command: string, label: Label, actor: Actor, refers: number | null, patch: StoredPatch | null): number {
    return appendJournal(this.db, { kind, command, label: this.withReason(command, label), actor, refers, patch, at: new Date().toISOString() });
  }

  /** What leaves names the entry that says why the case was used. */
  private withReason(command: string, label: Label): Label {
    return this.reason !== null && dutyOf(command) === 'disclosure' ? { ...label, because: this.reason } : label;
  }

  private plan(context: PlanContext, command: CommandName, given: unknown): Plan {
    const checked = commandArguments[command].safeParse(given);
    if (!checked.success) throw new Failure('invalidArguments', { name: command, where: checked.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') });
    try {
      return planCommand(context, command, checked.data as CommandArguments<typeof command>);
    } catch (error) {
      throw error instanceof Refusal ? new Failure(error.code, error.details, { cause: error }) : error;
    }
  }

  /**
   * Checks, plans and writes one command, given by somebody who takes for one what `identity` says: charts are changed as they are drawn for them. A command that changes
   * nothing leaves no trace. Throws Failure: invalidArguments, the plan's
   * refusals, importRunning, diskFull, caseReadOnly, caseDamaged; the case is then as it was.
   */
  execute({ command, args }: { readonly command: string; readonly args: unknown }, actor: Actor, identity: IdentityMode = 'judged'): Done {
    if (!isCommand(command)) throw new Failure('unknownRequest', { name: command.slice(0, 80) });
    if (this.readOnly && !isLasting(command)) throw new Failure('caseReadOnly');
    let idle = false;
    const journalled = this.commit(() => {
      const context: PlanContext = { reader: this.reader, catalogue: this.catalogue, now: new Date().toISOString(), newId, actor, sameAs: identityOf(this.db, identity).memberIds, seq: journalHead(this.db).seq };
      const { patch, label, beside } = this.plan(context, command, args);
      if (isEmpty(patch)) {
        idle = true;
        return { seq: context.seq, tables: [], charts: [] };
      }
      const seq = nextSeq(this.db);
      const stored = applyPatch(this.db, this.rows, this.catalogue, patch, seq);
      this.append('do', command, label, actor, null, beside === undefined ? stored : { ...stored, beside: { salt: randomBytes(16).toString('hex'), ...beside } });
      return { seq, tables: changedTables(this.db, seq, stored), charts: chartsOf(stored.images) };
    });
    return idle ? { seq: journalled.seq, history: this.history() } : this.announce(command, journalled);
  }

  /** Takes back the last step that is not undone, however long ago it was made. Throws Failure nothingToUndo, importRunning, diskFull. */
  undo(actor: Actor): Stepped {
    if (this.readOnly) throw new Failure('caseReadOnly');
    const step = this.stacks.next;
    const patch = step && patchOf(this.db, step.seq);
    if (!step || !patch) throw new Failure('nothingToUndo');
    const journalled = this.commit(() => {
      const seq = nextSeq(this.db);
      revert(this.db, this.rows, this.catalogue, step.seq, patch, seq);
      this.append('undo', step.command, step.label, actor, step.seq, EMPTY_STORED_PATCH);
      return { seq, tables: changedTables(this.db, step.seq, patch), charts: chartsOf(patch.images) };
    });
    return { ...this.announce(step.command, journalled), step: { ...step, label: { ...step.label } } };
  }

  /** Brings back the step that was undone last, unless something new was done since. Throws Failure nothingToRedo, importRunning, diskFull. */
  redo(actor: Actor): Stepped {
    if (this.readOnly) throw new Failure('caseReadOnly');
    const last = this.stacks.nextRedo;
    const patch = last && patchOf(this.db, last.step.seq);
    if (!last || !patch) throw new Failure('nothingToRedo');
    const { step, undo } = last;
    const journalled = this.commit(() => {
      const seq = nextSeq(this.db);
      restore(this.db, this.rows, this.catalogue, step.seq, undo, patch, seq);
      this.append('redo', step.command, step.label, actor, undo, EMPTY_STORED_PATCH);
      return { seq, tables: changedTables(this.db, step.seq, patch), charts: chartsOf(patch.images) };
    });
    return { ...this.announce(step.command, journalled), step: { ...step, label: { ...step.label } } };
  }

  /** Journals something that was looked at or let out but changed nothing; `beside`: see JournalDraft. Throws Failure diskFull, importRunning. */
  note(command: string, label: Label, actor: Actor, beside?: JournalDraft['beside']): number {
    const { seq } = this.commit(() => {
      this.noteClock(actor);
      return { seq: appendJournal(this.db, { kind: 'note', command, label, actor, refers: null, patch: null, at: new Date().toISOString(), ...(beside === undefined ? {} : { beside }) }), tables: [], charts: [] };
    });
    this.refresh();
    return seq;
  }

  /**
   * A change that no command makes and no undo takes back (an erasure), in one transaction, journalled as a note. `change` gets its journal number.
   * Throws what `change` throws, caseReadOnly, importRunning, diskFull; the case is then as it was.
   */
  exceptional(command: string, actor: Actor, change: (seq: number) => Pick<JournalDraft, 'label'> & Omit<Journalled, 'seq'> & { readonly beside: NonNullable<JournalDraft['beside']> }): Done {
    if (this.readOnly) throw new Failure('caseReadOnly');
    const journalled = this.commit(() => {
      this.noteClock(actor);
      const { label, beside, tables, charts } = change(nextSeq(this.db));
      const seq = appendJournal(this.db, { kind: 'note', command, label, actor, refers: null, patch: null, beside, at: new Date().toISOString() });
      return { seq, tables, charts };
    });
    return this.announce(command, journalled);
  }

  /**
   * Writes in one transaction what is computed and can be computed again, outside of the journal. False, and nothing written, while an import writes or where the case
   * is only read. Throws Failure diskFull.
   */
  aside(write: () => void): boolean {
    if (this.importing || this.readOnly) return false;
    try {
      this.db.transaction(write).immediate();
      return true;
    } catch (error) {
      throw failureOfSqlite(error, join(this.folder, CASE_FILE));
    }
  }

  /** A clock that was set tells nothing of when things were done: by how much it was is journalled before whatever comes next. Order is by number. */
  private noteClock(actor: Actor): void {
    const seconds = this.clock.drift();
    if (seconds !== 0) appendJournal(this.db, { kind: 'note', command: 'case.clockSet', label: { seconds }, actor, refers: null, patch: null, at: new Date().toISOString() });
  }

  /** Takes in an exceptional change that another connection has committed, and announces it as one of everything. */
  takeIn(command: string, seq: number): Done {
    const charts = this.db.prepare<[], string>('SELECT id FROM chart').pluck().all();
    return this.announce(command, { seq, tables: [...APPENDED_TABLES, 'chart_item', 'chart_group', 'snapshot', 'briefing'], charts });
  }

  /** Takes in what another connection has committed (an import) and announces it as one change. */
  reload(): Done {
    const before = this.head;
    this.refresh();
    const entries = this.db.prepare<[number], { seq: number; command: string }>("SELECT seq, command FROM journal WHERE seq > ? AND kind <> 'note' ORDER BY seq").all(before);
    // Nothing came in: the import failed or was cancelled.
    if (entries.length === 0) return { seq: this.head, history: this.history() };
    const tables = new Set<string>();
    const charts = new Set<string>();
    for (const { seq } of entries) {
      const patch = patchOf(this.db, seq) ?? EMPTY_STORED_PATCH;
      for (const table of changedTables(this.db, seq, patch)) tables.add(table);
      for (const chart of chartsOf(patch.images)) charts.add(chart);
    }
    return this.announce(entries.at(-1)?.command ?? '', { seq: this.head, tables: [...tables], charts: [...charts] });
  }
}

const isEmpty = (patch: Plan['patch']): boolean => patch.images.length === 0 && APPENDED_TABLES.every((table) => (patch.add[table]?.length ?? 0) === 0 && (patch.retract[table]?.length ?? 0) === 0);
