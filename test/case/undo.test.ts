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
  readonly groups: string[];
  readonly notes: string[];
  readonly snapshots: string[];
  readonly presentations: string[];
  readonly patterns: string[];
}

const nothing = (): Known => ({ entities: [], links: [], statements: [], charts: [], groups: [], notes: [], snapshots: [], presentations: [], patterns: [] });

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** The first entities; one that does not exist where there are none yet. */
const some = (known: Known, count: number): string[] => (known.entities.length === 0 ? [newId()] : known.entities.slice(0, count));

/** One of those that were made before; one that does not exist where there are none yet. */
const one = (list: readonly string[], pick: number): string => at(list, pick) ?? newId();

/** A new id, which the next commands can refer to. */
function made(list: string[]): string {
  const id = newId();
  list.push(id);
  return id;
}

/** A group of the first entities, at times with another group in it. */
const group = (known: Known, chart: string, pick: number, id: string = made(known.groups)) => ({ id, chart, name: `Groep ${pick}`, members: [...some(known, 1 + (pick % 4)), ...(pick % 3 === 0 ? known.groups.slice(0, 1).filter((each) => each !== id) : [])], collapsed: pick % 2 === 0, style: { by: 'selection' as const } });

const FOLDING = ['type', 'pair', 'direction', 'apart', 'flow'] as const;

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
  (_store, known, pick) => ({ command: 'chart.snapshot', args: { id: made(known.snapshots), chart: one(known.charts, pick), name: 'Stand', note: 'Voor maandag' } }),
  (_store, known, pick) => ({ command: 'annotation.put', args: { id: pick % 2 === 0 ? made(known.notes) : one(known.notes, pick), chart: one(known.charts, pick), kind: 'note', x: pick, y: 0, width: 10, height: 10, text: 'Nakijken', style: { anchor: one(pick % 4 === 0 ? known.groups : known.entities, pick) } } }),
  (_store, known, pick) => ({ command: 'annotation.delete', args: { id: one(known.notes, pick) } }),
  (_store, known, pick) => ({ command: 'chart.setOptions', args: { chart: one(known.charts, pick), options: pick % 4 === 0 ? {} : { folding: FOLDING[pick % 5]!, typeFolding: { knows: 'pair' }, pairFolding: { [some(known, 2).toSorted().join('|')]: FOLDING[(pick + 1) % 5]! }, lineTexts: ['count'], pointing: 'down' } } }),
  (_store, known, pick) => ({ command: 'chart.styleItems', args: { chart: one(known.charts, pick), subjects: [...some(known, 3), `knows|${one(known.entities, pick)}|${one(known.entities, pick + 1)}`, ...known.links.slice(0, 1)], style: pick % 3 === 0 ? { colour: null, strength: null } : { colour: '#aa0033', strength: { as: 'confirmed', reason: 'Gezien' } } } }),
  (_store, known, pick) => ({ command: 'chart.showLinks', args: { chart: one(known.charts, pick), links: [one(known.links, pick), `knows|${one(known.entities, pick)}|${one(known.entities, pick + 1)}`] } }),
  (_store, known, pick) => ({ command: 'chart.removeItems', args: { chart: one(known.charts, pick), entities: [], links: [one(known.links, pick), `knows|${one(known.entities, pick)}|${one(known.entities, pick + 1)}`] } }),
  (_store, known, pick) => ({ command: 'chart.undoMoves', args: { chart: one(known.charts, pick) } }),
  (_store, known, pick) => ({ command: 'chart.redoMoves', args: { chart: one(known.charts, pick) } }),
  (_store, known, pick) => ({ command: 'group.put', args: group(known, one(known.charts, pick), pick) }),
  (_store, known, pick) => ({ command: 'group.put', args: group(known, one(known.charts, pick), pick, one(known.groups, pick)) }),
  (_store, known, pick) => ({ command: 'group.putMany', args: { chart: one(known.charts, pick), groups: [group(known, one(known.charts, pick), pick), group(known, one(known.charts, pick), pick + 1)], gone: known.groups.slice(1, 2), items: some(known, 2).map((subject) => ({ subject, x: -pick, y: pick / 7 })) } }),
  (_store, known, pick) => ({ command: 'group.delete', args: { id: one(known.groups, pick) } }),
  (_store, known, pick) => ({ command: 'chart.renameSnapshot', args: { id: one(known.snapshots, pick), ...(pick % 2 === 0 ? { name: `Stand ${pick}` } : { note: `Bij ${pick}` }) } }),
  (_store, known, pick) => ({ command: 'chart.fromSnapshot', args: { id: made(known.charts), snapshot: one(known.snapshots, pick), name: `Uit stand ${pick}` } }),
  (_store, known, pick) => ({ command: 'chart.deleteSnapshot', args: { id: one(known.snapshots, pick) } }),
  (_store, known, pick) => ({ command: 'presentation.put', args: { id: pick % 2 === 0 ? made(known.presentations) : one(known.presentations, pick), name: `Reeks ${pick}`, slides: known.snapshots.slice(0, pick % 3).map((snapshot) => ({ id: newId(), snapshot, heading: 'Kop', note: '' })) } }),
  (_store, known, pick) => ({ command: 'presentation.delete', args: { id: one(known.presentations, pick) } }),
  (_store, known, pick) => ({ command: 'pattern.put', args: { id: pick % 2 === 0 ? made(known.patterns) : one(known.patterns, pick), name: `Patroon ${pick}`, pattern: { nodes: [{ x: 0.5, y: 0.5, types: ['person'], families: [], entity: null, conditions: [] }], edges: [], sequences: [], distinct: true, different: [] } } }),
  (_store, known, pick) => ({ command: 'pattern.delete', args: { id: one(known.patterns, pick) } }),
  (_store, known, pick) => ({ command: 'selection.put', args: { chart: one(known.charts, pick), selection: { id: newId(), name: 'Kring', slot: 1 + (pick % 3), entities: some(known, 2), lines: [] } } }),
  (_store, known, pick) => ({ command: 'chart.delete', args: { id: at(known.charts, pick) ?? newId() } }),
  (store, _known, pick) => ({ command: 'source.retract', args: { id: at(store.db.prepare<[], string>('SELECT id FROM source WHERE seq_retracted IS NULL ORDER BY n').pluck().all(), pick) ?? newId() } }),
];

/** Numbers of gestures by which a chart with something on it comes about, and of those by which it is drawn on. */
const [CREATE, LINK, CHART, ADD] = [0, 2, 9, 10];
const [FIRST_DRAWN, LAST_DRAWN] = [8, GESTURES.length - 2];

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
        const known = nothing();
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

  it('does the same of a chart on which much was drawn', async () => {
    const drawing = GESTURES.flatMap((_, which) => (which >= FIRST_DRAWN && which <= LAST_DRAWN ? [which] : []));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...drawing), fc.nat(500)), { minLength: 15, maxLength: 40 }), async (script) => {
        const open = await newCase();
        const known = nothing();
        const states = [stateOf(open.store.db)];
        for (const [which, pick] of [[CREATE, 1], [CREATE, 2], [CREATE, 3], [LINK, 0], [LINK, 1], [CHART, 0], [CHART, 1], [ADD, 4], [ADD, 5], ...script] as const) if (gesture(open.store, known, which, pick)) states.push(stateOf(open.store.db));
        for (const state of states.slice(0, -1).toReversed()) {
          open.store.undo(ACTOR);
          expect(stateOf(open.store.db)).toBe(state);
        }
        expect(() => open.store.undo(ACTOR)).toThrow('nothingToUndo');
        for (const state of states.slice(1)) {
          open.store.redo(ACTOR);
          expect(stateOf(open.store.db)).toBe(state);
        }
        expect(verifyJournal(open.store.db).ok).toBe(true);
        closeCase(open);
      }),
      { numRuns: 8, seed: 20261122 },
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
    const known = nothing();
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
