import { v7 as newId } from 'uuid';
import { RowWriter } from '../../../electron/case/db/bulk';
import { openInMemory } from '../../../electron/case/db/database';
import { identityOf } from '../../../electron/case/db/identity';
import { materialise } from '../../../electron/case/db/materialise';
import { migrate } from '../../../electron/case/db/migrate';
import { appendJournal, EMPTY_STORED_PATCH, nextSeq } from '../../../electron/case/journal';
import { MIGRATIONS } from '../../../electron/case/migrations';
import { browse, chartView, entities, expand, linksOf, neighbours, search, subjectView } from '../../../electron/case/queries';
import { CaseStore } from '../../../electron/case/store';
import type { ParsedArgumentsOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { IdentityMode } from '../../../shared/model/identity';
import { ACTOR } from '../who';
import { SAID, values } from '../sample';

type Asked<Name extends keyof CaseService['requests']> = Partial<ParsedArgumentsOf<CaseService['requests'][Name]>>;

/** A case in memory that is changed by commands, as by hand, and read as over a port. */
export class Town {
  readonly store: CaseStore;

  constructor() {
    const db = openInMemory(null);
    migrate(db, MIGRATIONS);
    db.prepare("INSERT INTO meta (key, value) VALUES ('id', ?)").run(newId());
    this.store = new CaseStore(db, '', null);
  }

  run(command: string, args: object, mode?: IdentityMode): void {
    this.store.execute({ command, args }, ACTOR, mode);
  }

  /** Ids that are given rise, so that of two the one that was made first stands for both. */
  entity(type: string, said: Readonly<Record<string, string>>, more: object = {}): string {
    const id = newId();
    this.run('entity.create', { id, type, values: values(said), ...SAID, ...more });
    return id;
  }

  link(type: string, from: string, to: string, said: Readonly<Record<string, string>> = {}, more: object = {}): string {
    const id = newId();
    this.run('link.create', { id, type, from, to, values: values(said), ...SAID, ...more });
    return id;
  }

  say(subject: string, said: Readonly<Record<string, string>>, more: object = {}): string {
    const id = newId();
    this.run('statement.add', { id, subject, subjectKind: 'entity', values: values(said), ...SAID, ...more });
    return id;
  }

  judge(left: string, verdict: 'same' | 'different' | 'unsure', right: string): string {
    const id = newId();
    this.run('judgement.set', { id, left, right, verdict, reason: 'zelfde man' });
    return id;
  }

  withdraw(...ids: string[]): void {
    this.run('judgement.withdraw', { ids, reason: 'toch niet' });
  }

  chart(name: string, ...subjects: string[]): string {
    const id = newId();
    this.run('chart.create', { id, name, items: [] });
    if (subjects.length > 0) this.run('chart.addItems', { chart: id, items: subjects.map((subject, at) => ({ subject, x: at * 10, y: at })) }, 'strict');
    return id;
  }

  /** What a bundle of another service brings: judgements that are theirs. */
  theirs(judgements: readonly (readonly [left: string, verdict: string, right: string])[]): void {
    const { db } = this.store;
    db.transaction(() => {
      const seq = nextSeq(db);
      const add = db.prepare('INSERT INTO judgement (id, left_id, right_id, verdict, reason, seq_added) VALUES (?, ?, ?, ?, ?, ?)');
      for (const [left, verdict, right] of judgements) add.run(newId(), left, right, verdict, '', seq);
      db.prepare('INSERT INTO bundle_step (seq, bundle) VALUES (?, ?)').run(seq, newId());
      appendJournal(db, { kind: 'do', command: 'bundle.unite', label: {}, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: '2026-02-01T00:00:00Z' });
    }).immediate();
    this.store.reload();
  }

  /** What an import brings: a source that says more of entities that are there, and links them. */
  import(said: readonly string[], linked: readonly (readonly [type: string, from: string, to: string])[]): void {
    const { db, catalogue } = this.store;
    db.transaction(() => {
      const seq = nextSeq(db);
      const writer = new RowWriter(db, seq, catalogue);
      const source = newId();
      writer.addSource({ id: source, kind: 'file', title: 'lijst.csv', supplier: 'Douane', sha256: null, bytes: 1, mediaType: 'text/csv', grading: null, handling: [], receivedAt: '2026-02-01T00:00:00Z', reading: null });
      for (const subject of said) writer.addStatement({ id: newId(), subject, subjectKind: 'entity', source, locator: { row: 1 }, values: values({ note: `rij over ${subject.slice(-4)}` }), ...SAID });
      for (const [type, from, to] of linked) {
        const id = newId();
        writer.addLink({ id, type, from, to });
        writer.addStatement({ id: newId(), subject: id, subjectKind: 'link', source, locator: { row: 2 }, values: {}, ...SAID });
      }
      writer.flush();
      materialise(db, catalogue, { seq });
      appendJournal(db, { kind: 'do', command: 'import.run', label: { rows: 2 }, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: '2026-02-01T00:00:00Z' });
    }).immediate();
    this.store.reload();
  }

  /** Readings as over a port that takes this for one. */
  as(mode: IdentityMode) {
    const { db, catalogue } = this.store;
    const identity = identityOf(db, mode);
    return {
      identity,
      chart: (id: string) => chartView(db, catalogue, identity, { id }),
      browse: (asked: Asked<'case.browse'> = {}) => browse(db, catalogue, identity, { order: 'links', limit: 200, offset: 0, ...asked }),
      subject: (id: string) => subjectView(db, catalogue, identity, { id }),
      links: (asked: Asked<'case.links'>) => linksOf(db, catalogue, identity, { limit: 500, offset: 0, ...asked }),
      neighbours: (ids: readonly string[], chart?: string) => neighbours(db, catalogue, identity, { ids: [...ids], ...(chart === undefined ? {} : { chart }) }),
      expand: (ids: readonly string[], asked: Asked<'case.expand'> = {}) => expand(db, catalogue, identity, { limit: 500, ...asked, ids: [...ids] }),
      entities: (ids: readonly string[]) => entities(db, catalogue, identity, { ids: [...ids] }),
      search: (text: string, asked: Asked<'case.search'> = {}) => search(db, catalogue, identity, { limit: 20, ...asked, text }),
    };
  }
}
