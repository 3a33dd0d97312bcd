import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, Failure, FAILURE_CODES, type CaseService, type Handlers, type Service } from '../../../shared/contract';
import { answer, connect, serve, type Port } from '../../../shared/contract/port';

/** Two ends of one port, delivering in order and later, as a real one does. */
function portPair(): [Port, Port] {
  const receivers: ((message: unknown) => void)[] = [];
  const end = (own: number, other: number): Port => ({
    post: (message) => queueMicrotask(() => receivers[other]?.(structuredClone(message))),
    listen: (receive) => {
      receivers[own] = receive;
    },
  });
  return [end(0, 1), end(1, 0)];
}

/** Handlers that only note what reached them. */
function noting<S extends Service>(service: S, reached: { name: string; args: unknown }[]): Handlers<S> {
  return Object.fromEntries(Object.keys(service.requests).map((name) => [name, (args: unknown) => {
    reached.push({ name, args });
    return {};
  }])) as unknown as Handlers<S>;
}

const services: readonly (readonly [string, Service])[] = Object.entries(contract);

describe.each(services)('the %s service', (prefix, service) => {
  it('names every request and event after itself', () => {
    for (const name of [...Object.keys(service.requests), ...Object.keys(service.events)]) expect(name.startsWith(`${prefix}.`), name).toBe(true);
  });

  it('lets nothing through that its validators do not allow, and never throws', async () => {
    const reached: { name: string; args: unknown }[] = [];
    const handlers = noting(service, reached);
    for (const [name, definition] of Object.entries(service.requests)) {
      await fc.assert(fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true }), async (args) => {
        reached.length = 0;
        const reply = await answer(service, handlers, name, args, () => undefined);
        expect(reply.ok).toBe(definition.args.safeParse(args).success);
        expect(reached).toHaveLength(reply.ok ? 1 : 0);
        if (!reply.ok) expect(reply.code).toBe('invalidArguments');
      }), { numRuns: 200 });
    }
  });

  it('does not answer to names that it inherits', async () => {
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty', '']) {
      expect(await answer(service, noting(service, []), name, {}, () => undefined)).toMatchObject({ ok: false, code: 'unknownRequest' });
    }
  });
});

describe('a port', () => {
  const start = (handlers: Partial<Handlers<CaseService>>) => {
    const [page, process] = portPair();
    const reported: string[] = [];
    const announce = serve(process, contract.case, { ...noting(contract.case, []), ...handlers }, (_error, name) => reported.push(name));
    return { ...connect(page, contract.case), announce, reported };
  };

  it('brings values, failures with their details, and unforeseen errors as "internal"', async () => {
    const { client, reported } = start({
      'case.charts': () => [],
      'case.undo': () => {
        throw new Failure('nothingToUndo', { limit: 3 });
      },
      'case.redo': () => {
        throw new TypeError('a secret name');
      },
    });
    await expect(client['case.charts']({})).resolves.toEqual([]);
    await expect(client['case.undo']({})).rejects.toMatchObject({ code: 'nothingToUndo', details: { limit: 3 } });
    await expect(client['case.redo']({})).rejects.toMatchObject({ code: 'internal' });
    expect(reported).toEqual(['case.redo']);
  });

  it('drops events whose payload is wrong and delivers the others until told to stop', async () => {
    const { announce, listen } = start({});
    const seen: number[] = [];
    const stop = listen('case.progress', (progress) => seen.push(progress.rows));
    announce('case.progress', { job: 'j', phase: 'reading', done: 1, total: 2, rows: 7 });
    announce('case.progress', { job: 'j', phase: 'dancing' as 'reading', done: 1, total: 2, rows: 8 });
    await new Promise((resolve) => setTimeout(resolve));
    stop();
    announce('case.progress', { job: 'j', phase: 'reading', done: 1, total: 2, rows: 9 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toEqual([7]);
  });

  it('fails what is under way, and what follows, when the other end is lost', async () => {
    const { client, drop } = start({ 'case.charts': () => new Promise<never>(() => undefined) });
    const waiting = client['case.charts']({});
    drop();
    await expect(waiting).rejects.toMatchObject({ code: 'connectionLost' });
    await expect(client['case.charts']({})).rejects.toMatchObject({ code: 'connectionLost' });
  });
});

it('has no failure code twice', () => {
  expect(new Set(FAILURE_CODES).size).toBe(FAILURE_CODES.length);
});
