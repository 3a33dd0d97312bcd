import { Failure, replyOf, valueOf, type Reply } from './failure';
import type { Client, EventPayload, Handlers, Listen, Service } from './definition';

/** The part of a message port that both ends need; page, main and case process each wrap their own kind of port in it. */
export interface Port {
  post(message: unknown): void;
  listen(receive: (message: unknown) => void): void;
}

interface RequestMessage { readonly kind: 'request'; readonly id: number; readonly name: string; readonly args: unknown }
interface ReplyMessage { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
interface EventMessage { readonly kind: 'event'; readonly name: string; readonly payload: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isRequest = (m: unknown): m is RequestMessage => isRecord(m) && m['kind'] === 'request' && typeof m['id'] === 'number' && typeof m['name'] === 'string';
const isReply = (m: unknown): m is ReplyMessage => isRecord(m) && m['kind'] === 'reply' && typeof m['id'] === 'number' && isRecord(m['reply']);
const isEvent = (m: unknown): m is EventMessage => isRecord(m) && m['kind'] === 'event' && typeof m['name'] === 'string';

/**
 * Answers one request by its definition: checks the arguments, calls the handler, turns failures into replies.
 * Never throws. `report` gets what was not foreseen, for the log.
 */
export async function answer<S extends Service>(service: S, handlers: Handlers<S>, name: string, args: unknown, report: (error: unknown, name: string) => void): Promise<Reply<unknown>> {
  const definition = Object.hasOwn(service.requests, name) ? service.requests[name] : undefined;
  if (!definition) return replyOf(new Failure('unknownRequest', { name: name.slice(0, 80) }));
  const checked = definition.args.safeParse(args);
  if (!checked.success) return replyOf(new Failure('invalidArguments', { name, where: checked.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }));
  try {
    const handler = handlers[name as keyof Handlers<S>] as (parsed: unknown) => unknown;
    return { ok: true, value: await handler(checked.data) };
  } catch (error) {
    if (!(error instanceof Failure)) report(error, name);
    return replyOf(error);
  }
}

/** Serves a service over a port. Returns a function that announces events to the other end. */
export function serve<S extends Service>(port: Port, service: S, handlers: Handlers<S>, report: (error: unknown, name: string) => void): <E extends keyof S['events'] & string>(event: E, payload: EventPayload<S, E>) => void {
  port.listen((message) => {
    if (!isRequest(message)) return;
    void answer(service, handlers, message.name, message.args, report).then((reply) => port.post({ kind: 'reply', id: message.id, reply } satisfies ReplyMessage));
  });
  return (name, payload) => port.post({ kind: 'event', name, payload } satisfies EventMessage);
}

export interface Connection<S extends Service> {
  readonly client: Client<S>;
  readonly listen: Listen<S>;
  /** Fails every request still under way with "connectionLost", and all that follow. */
  readonly drop: () => void;
}

/** The other end of `serve`: requests as functions, events as subscriptions. Event payloads are checked; a wrong one is dropped. */
export function connect<S extends Service>(port: Port, service: S): Connection<S> {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const lost: Reply<never> = replyOf(new Failure('connectionLost'));
  let next = 1;
  let dropped = false;
  port.listen((message) => {
    if (isReply(message)) {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    } else if (isEvent(message)) {
      const checked = service.events[message.name]?.safeParse(message.payload);
      if (checked?.success) for (const listener of listeners.get(message.name) ?? []) listener(checked.data);
    }
  });
  const call = async (name: string, args: unknown): Promise<unknown> => valueOf(await new Promise<Reply<unknown>>((resolve) => {
    if (dropped) return resolve(lost);
    const id = next++;
    waiting.set(id, resolve);
    port.post({ kind: 'request', id, name, args } satisfies RequestMessage);
  }));
  const client = Object.fromEntries(Object.keys(service.requests).map((name) => [name, (args: unknown) => call(name, args)])) as unknown as Client<S>;
  return {
    client,
    listen: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener as (payload: unknown) => void);
      return () => set.delete(listener as (payload: unknown) => void);
    },
    drop: () => {
      dropped = true;
      for (const settle of waiting.values()) settle(lost);
      waiting.clear();
    },
  };
}
