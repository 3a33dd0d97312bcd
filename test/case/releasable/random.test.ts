import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReleasable, type Built } from '../../../electron/case/releasable/build';
import { readSettings } from '../../../electron/case/settings';
import { gatherOutgoing } from '../../../electron/case/writers/gatherOutgoing';
import { writerOf } from '../../../electron/case/writers/writers';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import { marksOf, strictestMarks } from '../../../shared/briefing/marks';
import { EXPORT_FORMATS, type ExportFormat, type ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { Handling } from '../../../shared/model/evaluation';
import { ACTOR } from '../who';
import { AT, audience, catalogue, CHART, DAY, databaseOf, emptyDatabase, entityId, idOf, randomCase, sourceId, statementId, type RandomCase, type RandomStatement } from './randomCase';

/** Codes that leave for these purposes only with their originator's leave, as the services wrote them down (j judicial, a administrative, o operational). */
const ASKS: Readonly<Record<string, string>> = { H1: 'j', H2: 'oja', H3: 'oja', 4: 'oja', 5: 'oja', C: 'oja', A1: 'oja', A2: 'ja', S2: 'oja', 'TLP:AMBER+STRICT': 'oja', 'TLP:RED': 'oja' };
const LEVELS = ['none', 'beperkteVerspreiding', 'beperkt', 'vertrouwelijk', 'geheim', 'zeerGeheim'];
const UNKNOWN = new Set(['H9', 'X']);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The rules once more, said otherwise than the gate says them: why a code may not go, or null. */
function forbids(code: Handling, originator: string, source: number, { recipient, purpose }: Audience): string | null {
  if (recipient === null || recipient.rights === null) return 'rights';
  if (UNKNOWN.has(code.code)) return 'unknown';
  const marking = code.scheme === 'belgianClassification';
  const level = LEVELS.indexOf(code.code);
  const leave = recipient.permissions.some((given) => originator !== '' && same(given.originator, originator) && given.purposes.includes(purpose) && (given.sources.length === 0 || given.sources.includes(sourceId(source)))
    && given.givenOn <= DAY && (given.until ?? DAY) >= DAY && (given.withdrawnOn ?? '9999') > DAY
    && given.codes.some((each) => each.scheme === code.scheme && (marking ? LEVELS.indexOf(each.code) >= level : each.code === code.code)));
  if (leave) return null;
  if (marking) return level === 0 || level <= LEVELS.indexOf(recipient.rights.maximumMarkings[0]?.code ?? '') ? null : 'marking';
  if (ASKS[code.code]?.includes(purpose.slice(0, 1)) === true && purpose !== 'internal') return 'originator';
  return recipient.rights.allowedHandling[code.scheme]?.includes(code.code) === true ? null : 'handling';
}

function mayGo(random: RandomCase, { source, handling }: RandomStatement, whom: Audience): boolean {
  const from = random.sources[source];
  if (from === undefined) return false;
  if (whom.recipient !== null && whom.recipient.service !== '' && same(whom.recipient.service, from.supplier)) return true;
  return (handling.length > 0 ? handling : from.handling).every((code) => forbids(code, from.supplier, source, whom) === null);
}

/** Statements that may be in what goes: those that may go themselves, of subjects that are left. */
function going(random: RandomCase, whom: Audience): Set<number> {
  const may = random.statements.map((statement) => mayGo(random, statement, whom));
  const said = new Set(random.statements.filter((_, n) => may[n]).map((statement) => statement.subject));
  return new Set(random.statements.flatMap(({ subject }, n) => (may[n] === true && (random.links[subject - random.entities] ?? []).every((end) => said.has(end)) ? [n] : [])));
}

function built(db: Database, whom: Audience): Built & { readonly bytes: Buffer; readonly statements: readonly string[] } {
  const into = emptyDatabase();
  try {
    const made = buildReleasable(db, catalogue, whom, { kind: 'case' }, into, { id: idOf('0000', 2), at: AT, actor: ACTOR, command: 'bundle.made', settings: readSettings(db), charts: 'filled' });
    return { ...made, bytes: into.serialize(), statements: into.prepare<[], string>('SELECT id FROM statement ORDER BY id').pluck().all() };
  } finally {
    into.close();
  }
}

async function written(db: Database, whom: Audience, format: ExportFormat, scope: ExportScope): Promise<string> {
  const { outgoing } = gatherOutgoing(db, catalogue, scope, whom, { title: 'Proef', language: 'nl', at: AT, marking: readSettings(db).marking });
  const pieces: Buffer[] = [];
  await writerOf(format).write(outgoing, (piece) => pieces.push(Buffer.from(piece as Uint8Array)), () => undefined);
  return Buffer.concat(pieces).toString('latin1');
}

test('of 500 random cases nothing goes against a code or its originator, all that may go does, and the marking is the strictest of what went', () => {
  let out = 0;
  let held = 0;
  fc.assert(fc.property(randomCase, audience, (random, whom) => {
    const db = databaseOf(random);
    try {
      const may = going(random, whom);
      const { statements, handlings, withheld } = built(db, whom);
      expect(statements).toEqual([...may].sort((a, b) => a - b).map(statementId));
      out += statements.length;
      held += withheld;
      const carried = [...may].flatMap((n) => {
        const { handling = [], source = 0 } = random.statements[n] ?? {};
        return handling.length > 0 ? handling : (random.sources[source]?.handling ?? []);
      });
      const levels = carried.flatMap((code) => (code.scheme === 'belgianClassification' ? [LEVELS.indexOf(code.code)] : []));
      const lights = carried.flatMap((code) => (code.scheme === 'tlp' ? [['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].indexOf(code.code.slice(4))] : []));
      const marks = new Map(strictestMarks(marksOf(handlings, catalogue, 'nl')).map((mark) => [mark.scheme, mark.rank]));
      expect([marks.get('belgianClassification'), marks.get('tlp')]).toEqual([levels.length === 0 ? undefined : Math.max(...levels), lights.length === 0 ? undefined : Math.max(...lights)]);
    } finally {
      db.close();
    }
  }), { numRuns: 500, seed: 5 });
  expect(Math.min(out, held)).toBeGreaterThan(500);
}, 60_000);

test('two cases that differ only in what is withheld come out the same, byte for byte: the built case and every format', async () => {
  let differed = 0;
  await fc.assert(fc.asyncProperty(randomCase, audience, async (random, whom) => {
    const may = going(random, whom);
    const [full, bare] = [databaseOf(random), databaseOf(random, (n) => may.has(n))];
    try {
      expect(built(full, whom).bytes.equals(built(bare, whom).bytes)).toBe(true);
      if (may.size < random.statements.length && may.size > 0) differed += 1;
      for (const format of EXPORT_FORMATS) {
        for (const scope of [{ kind: 'case' }, { kind: 'chart', chart: CHART }] as const) {
          const both = await Promise.all([full, bare].map((db) => written(db, whom, format, scope).catch((error: unknown) => (error instanceof Failure ? error.code : Promise.reject(error as Error)))));
          expect(both[0] === both[1], `${format} of the ${scope.kind}`).toBe(true);
        }
      }
    } finally {
      full.close();
      bare.close();
    }
  }), { numRuns: 60, seed: 3 });
  expect(differed).toBeGreaterThan(15);
}, 60_000);

test('a chart leaves with all records of each item, wherever they are: those that may go, and by judgements between them', () => {
  const plain: RandomCase = {
    entities: 6, links: [[2, 4], [0, 1]], sources: [{ supplier: 'Douane', handling: [] }],
    statements: [...[0, 1, 2, 3, 4, 5].map((subject) => ({ subject, source: 0, handling: [], text: `Persoon ${subject}` })), { subject: 6, source: 0, handling: [], text: 'kent' }, { subject: 7, source: 0, handling: [], text: 'kent' }],
    // 2 and 5 are on no chart; 2 is 0, and 5 is 3 over nobody's judgement.
    judgements: [[2, 0, 'same'], [5, 3, 'unsure']],
  };
  const leaving = (random: RandomCase, whom: Audience, change: (db: Database) => void = () => undefined, identity?: 'strict' | 'lenient'): { readonly names: string[]; readonly links: number; readonly same: string[]; readonly placed: boolean } => {
    const db = databaseOf(random);
    try {
      change(db);
      const { outgoing } = gatherOutgoing(db, catalogue, { kind: 'chart', chart: CHART, ...(identity === undefined ? {} : { identity }) }, whom, { title: 'Proef', language: 'nl', at: AT, marking: readSettings(db).marking });
      const entities = [...outgoing.entities()];
      return { names: entities.map(({ caption }) => caption), links: [...outgoing.links()].length, same: entities.filter(({ id, sameAs }) => id !== sameAs).map(({ caption }) => caption), placed: entities.every(({ place }) => place !== null) };
    } finally {
      db.close();
    }
  };
  expect(leaving(plain, INTERNAL)).toEqual({ names: ['Persoon 0', 'Persoon 1', 'Persoon 2', 'Persoon 3', 'Persoon 4'], links: 2, same: ['Persoon 2'], placed: true });
  expect(leaving(plain, INTERNAL, undefined, 'strict').names).not.toContain('Persoon 2');
  expect(leaving(plain, INTERNAL, undefined, 'lenient')).toMatchObject({ names: ['Persoon 0', 'Persoon 1', 'Persoon 2', 'Persoon 3', 'Persoon 4', 'Persoon 5'], same: ['Persoon 2', 'Persoon 5'] });
  // Put out of sight on the chart, the item goes with all that it stands for.
  expect(leaving(plain, INTERNAL, (db) => db.prepare('UPDATE chart_item SET hidden = 1 WHERE subject = ?').run(entityId(0))).names).toEqual(['Persoon 1', 'Persoon 3', 'Persoon 4']);
  // 5 is one with 0 only by way of 2: where 2 may not be known, neither may that.
  const over: RandomCase = { ...plain, judgements: [[2, 0, 'same'], [2, 5, 'same']], statements: plain.statements.map((each) => (each.subject === 2 ? { ...each, handling: [{ scheme: 'europolHandling', code: 'H3' }] } : each)) };
  expect(leaving(over, INTERNAL).names).toContain('Persoon 5');
  const partner: Audience = { purpose: 'operational', on: DAY, recipient: { id: idOf('4000', 1), name: 'Partner', service: 'OCAD', permissions: [], rights: { allowedHandling: {}, maximumMarkings: [] } } };
  expect(leaving(over, partner)).toMatchObject({ names: ['Persoon 0', 'Persoon 1', 'Persoon 3', 'Persoon 4'], same: [] });
});
