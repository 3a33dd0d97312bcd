import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RowWriter } from '../../electron/case/db/bulk';
import { materialise } from '../../electron/case/db/materialise';
import { appendJournal, EMPTY_STORED_PATCH, nextSeq, verifyJournal } from '../../electron/case/journal';
import { closeCase } from '../../electron/case/life';
import type { CaseStore } from '../../electron/case/store';
import { Failure } from '../../shared/contract/failure';
import { ACTOR, newCase, openAgain } from './place';
import { SAID, values } from './sample';
import { stateOf } from './state';

/** What the next command can refer to. */
interface Known {
  readonly entities: string[];
  readonly links: string[];
  readonly statements: string[];
  readonly charts: string[];
}

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** The first entities; one that does not exist where there are none yet. */
const some = (known: Known, count: number): string[] => (known.entities.length === 0 ? [newId()] : known.entities.slice(0, count));

/** Things a person does, by number; those that do not fit the case are refused by it. */
const GESTURES: readonly ((store: CaseStore, known: Known, pick: number) => { command: string; args: unknown })[] = [
  (_store, known, pick) => {
    const id = newId();
    known.entities.push(id);
    const chart = at(known.charts, pick);
    return { command: 'entity.create', args: { id, type: 'person', values: values({ name: `Jan de ${pick}`, birthDate: '1984-03-14' }), ...SAID, ...(chart ? { place: { chart, x: pick, y: -pick } } : {}) } };
  },
  (_store, known, pick) => {
    const id = newId();
    known.entities.push(id);
    return { command: 'entity.create', args: { id, type: 'phone', values: values({ number: `+3247055${1000 + pick}` }), ...SAID } };
  },
  (_store, known, pick) => {
    const id = newId();
    known.links.push(id);
    return { command: 'link.create', args: { id, type: 'knows', from: at(known.entities, pick) ?? newId(), to: at(known.entities, pick + 1) ?? newId(), values: {}, ...SAID } };
  },
  (_store, known, pick) => {
    const id = newId();
    known.statements.push(id);
    return { command: 'statement.add', args: { id, subject: at(known.entities, pick) ?? newId(), subjectKind: 'entity', values: values({ birthDate: `19${10 + (pick % 80)}-01-01` }), ...SAID, grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } } } };
  },
  (_store, known, pick) => ({ command: 'statement.correct', args: { id: newId(), replaces: at(known.statements, pick) ?? newId(), values: values({ birthDate: '1990-02-02' }), grading: null, handling: [{ scheme: 'europolHandling', code: 'H2' }], basis: 'assessment' } }),
  (_store, known, pick) => ({ command: 'statement.retract', args: { ids: [at(known.statements, pick) ?? newId()] } }),
  (_store, known, pick) => ({ command: 'subject.delete', args: { entities: [at(known.entities, pick) ?? newId()], links: [] } }),
  (_store, known, pick) => ({ command: 'subject.delete', args: { entities: [], links: [at(known.links, pick) ?? newId()] } }),
  (_store, known, pick) => ({ command: 'judgement.set', args: { id: newId(), left: at(known.entities, pick) ?? newId(), right: at(known.entities, pick * 7 + 1) ?? newId(), verdict: ['same', 'different', 'unsure'][pick % 3], reason: '' } }),
  (_store, known, pick) => {
    const id = newId();
    known.charts.push(id);
    return { command: 'chart.create', args: { id, name: `Kaart ${pick}`, items: [] } };
  },
  (_store, known, pick) => ({ command: 'chart.addItems', args: { chart: at(known.charts, pick) ?? newId(), items: some(known, 1 + (pick % 5)).map((subject) => ({ subject, x: pick / 3, y: 1 })) } }),
  (_store, known, pick) => ({ command: 'chart.moveItems', args: { chart: at(known.charts, pick) ?? newId(), items: some(known, 3).map((subject) => ({ subject, x: pick * 1.1, y: pick })), layout: 'cola' } }),
  (_store, known, pick) => ({ command: 'chart.pinItems', args: { chart: at(known.charts, pick) ?? newId(), subjects: some(known, 2), pinned: pick % 2 === 0 } }),
  (_store, known, pick) => ({ command: 'chart.removeItems', args: { chart: at(known.charts, pick) ?? newId(), entities: some(known, 1), links: [`knows|${newId()}|${newId()}`] } }),
  (_store, known, pick) => ({ command: 'chart.snapshot', args: { id: newId(), chart: at(known.charts, pick) ?? newId(), name: 'Stand' } }),
  (_store, known, pick) => ({ command: 'annotation.put', args: { id: newId(), chart: at(known.charts, pick) ?? newId(), kind: 'note', x: 0, y: 0, width: 10, height: 10, text: 'Nakijken' } }),
  (_store, known, pick) => ({ command: 'chart.delete', args: { id: at(known.charts, pick) ?? newId() } }),
  (store, _known, pick) => ({ command: 'source.retract', args: { id: at(store.db.prepare<[], string>('SELECT id FROM source WHERE seq_retracted IS NULL ORDER BY n').pluck().all(), pick) ?? newId() } }),
];

/** As an import does: many rows under one number, journalled without a copy of them. */
function bulk(store: CaseStore, known: Known, rows: number): void {
  const { db, catalogue } = store;
  db.transaction(() => {
    const seq = nextSeq(db);
    const writer = new RowWriter(db, seq, catalogue);
    const live = known.entities.filter((id) => db.prepare('SELECT 1 FROM entity WHERE id = ? AND seq_retracted IS NULL').get(id) !== undefined);
    const source = newId();
    writer.addSource({ id: source, kind: 'file', title: 'lijst.csv', supplier: 'Douane', sha256: 'a'.repeat(64), bytes: 1, mediaType: 'text/csv', grading: null, handling: [], receivedAt: '2026-02-01T00:00:00Z', reading: null });
    let last: string | undefined;
    for (let row = 0; row < rows; row += 1) {
      const id = newId();
      writer.addEntity({ id, type: 'person' });
      writer.addStatement({ id: newId(), subject: id, subjectKind: 'entity', source, locator: { row: row + 2 }, values: values({ name: `Rij ${row}` }), ...SAID });
      const older = at(live, row);
      if (older) writer.addStatement({ id: newId(), subject: older, subjectKind: 'entity', source, locator: { row: row + 2 }, values: values({ name: `Ook ${row}` }), ...SAID });
      if (last) writer.addLink({ id: newId(), type: 'knows', from: last, to: id });
      last = id;
      if (row < 3) known.entities.push(id);
    }
    writer.flush();
    materialise(db, catalogue, { seq });
    appendJournal(db, { kind: 'do', command: 'import.run', label: { rows }, actor: ACTOR, refers: null, patch: EMPTY_STORED_PATCH, at: '2026-02-01T00:00:00Z' });
  }).immediate();
  store.reload();
}

/** Runs one gesture; true when it changed the case. */
function gesture(store: CaseStore, known: Known, which: number, pick: number): boolean {
  const before = store.seq;
  try {
    store.execute(GESTURES[which % GESTURES.length]!(store, known, pick), ACTOR);
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'internal' || error.code === 'invalidArguments') throw error;
  }
  return store.seq > before;
}

describe('undo', () => {
  it('goes back to the start and forth to the end through the same states, over restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(GESTURES.length + 1), fc.nat(500)), { minLength: 4, maxLength: 20 }), async (script) => {
        let open = await newCase();
        const known: Known = { entities: [], links: [], statements: [], charts: [] };
        const states = [stateOf(open.store.db)];
        for (const [which, pick] of script) {
          if (which >= GESTURES.length) {
            bulk(open.store, known, 1 + (pick % 30));
            states.push(stateOf(open.store.db));
          } else if (gesture(open.store, known, which, pick)) states.push(stateOf(open.store.db));
        }
        for (let turn = 0; turn < 2; turn += 1) {
          for (let step = states.length - 2; step >= 0; step -= 1) {
            open.store.undo(ACTOR);
            expect(stateOf(open.store.db)).toBe(states[step]);
          }
          expect(() => open.store.undo(ACTOR)).toThrow('nothingToUndo');
          closeCase(open);
          open = await openAgain(open.store.folder);
          for (const state of states.slice(1)) {
            open.store.redo(ACTOR);
            expect(stateOf(open.store.db)).toBe(state);
          }
          expect(() => open.store.redo(ACTOR)).toThrow('nothingToRedo');
        }
        expect(verifyJournal(open.store.db).ok).toBe(true);
        closeCase(open);
      }),
      { numRuns: 10, seed: 20261121 },
    );
  }, 120_000);

  it('forgets what could be redone when something new is done', async () => {
    const { store } = await newCase();
    const create = (): unknown => store.execute({ command: 'entity.create', args: { id: newId(), type: 'person', values: values({ name: 'A' }), ...SAID } }, ACTOR);
    create();
    store.undo(ACTOR);
    expect(store.history().redo).not.toBeNull();
    create();
    expect(store.history().redo).toBeNull();
    expect(() => store.redo(ACTOR)).toThrow('nothingToRedo');
  });

  it('takes an import out in one step, with what it said of older entities, and brings it back', async () => {
    const { store } = await newCase();
    const known: Known = { entities: [], links: [], statements: [], charts: [] };
    gesture(store, known, 0, 1);
    const before = stateOf(store.db);
    bulk(store, known, 1000);
    const after = stateOf(store.db);
    const kept = store.db.prepare('SELECT length(content) FROM patch ORDER BY seq DESC').pluck().get();
    expect(kept).toBeLessThan(100);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(before);
    store.redo(ACTOR);
    expect(stateOf(store.db)).toBe(after);
  });
});
