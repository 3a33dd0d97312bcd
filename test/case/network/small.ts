import { v7 as newId } from 'uuid';
import { networkOptionsSchema, type NetworkOptions } from '../../../shared/contract/network';
import { answer } from '../../../electron/case/network/answer';
import type { NetworkQuestion } from '../../../electron/case/network/networkThread';
import { NetworkMemory } from '../../../electron/case/network/wholeNetwork';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

interface Small {
  readonly store: CaseStore;
  readonly ids: Readonly<Record<string, string>>;
  readonly ask: (question: NetworkQuestion, args: object, mode?: 'judged' | 'strict' | 'lenient') => never;
}

export const options = (some: Partial<NetworkOptions> = {}): NetworkOptions => networkOptionsSchema.parse(some);
const CASE = { kind: 'case' } as const;

/** A case of persons with links: "A knows B", "A called B 2026-01-02T10:00". */
export async function caseOf(persons: readonly string[], links: readonly (readonly [from: string, type: string, to: string, said?: Record<string, string>])[]): Promise<Small> {
  const { store } = await newCase();
  const ids: Record<string, string> = {};
  const run = (command: string, args: object): unknown => store.execute({ command, args }, ACTOR);
  for (const name of persons) {
    const id = (ids[name] = newId());
    const phone = name.startsWith('+');
    run('entity.create', { id, type: phone ? 'phone' : 'person', values: values(phone ? { number: name } : { name }), ...SAID });
  }
  for (const [from, type, to, said = {}] of links) {
    const id = newId();
    ids[`${from}-${to}`] = id;
    run('link.create', { id, type, from: ids[from], to: ids[to], values: values(said), ...SAID });
  }
  const memory = new NetworkMemory(store.db);
  const filled: Record<NetworkQuestion, object> = {
    'case.measure': { scope: CASE, options: options(), measures: ['degree'], resolution: 1, most: 5000 },
    'case.rankRanges': { scope: CASE, options: options(), most: 50 },
    'case.paths': { scope: CASE, options: options(), order: 'fewest', over: [], legs: 'next', count: 5, most: 20, wait: null },
    'case.connect': { scope: CASE, options: options() },
    'case.linkedTo': { scope: CASE, options: options(), depth: 2, most: 2000 },
    'case.pattern': { scope: CASE, options: options(), most: 200 },
  };
  const ask: Small['ask'] = (question, args, mode = 'judged') => answer(store.db, store.catalogue, memory, { question, args: { job: 'j', ...filled[question], ...args }, mode }, () => undefined) as never;
  return { store, ids, ask };
}
