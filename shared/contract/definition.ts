import type { z } from 'zod';

/** A request: a question with one answer. */
export interface RequestDefinition<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly args: A;
  readonly result: R;
}

export const request = <A extends z.ZodType, R extends z.ZodType>(args: A, result: R): RequestDefinition<A, R> => ({ args, result });

export type Requests = Readonly<Record<string, RequestDefinition>>;
export type Events = Readonly<Record<string, z.ZodType>>;

/** One side's part of the contract: what it answers and what it announces. */
export interface Service {
  readonly requests: Requests;
  readonly events: Events;
}

export type ArgumentsOf<D> = D extends RequestDefinition<infer A, z.ZodType> ? z.input<A> : never;
export type ParsedArgumentsOf<D> = D extends RequestDefinition<infer A, z.ZodType> ? z.output<A> : never;
export type ResultOf<D> = D extends RequestDefinition<z.ZodType, infer R> ? z.output<R> : never;

/** What a server must offer: a missing handler does not compile. */
export type Handlers<S extends Service> = {
  readonly [K in keyof S['requests']]: (args: ParsedArgumentsOf<S['requests'][K]>) => ResultOf<S['requests'][K]> | Promise<ResultOf<S['requests'][K]>>;
};

/** What a client gets: every request as a function that rejects with a Failure. */
export type Client<S extends Service> = {
  readonly [K in keyof S['requests']]: (args: ArgumentsOf<S['requests'][K]>) => Promise<ResultOf<S['requests'][K]>>;
};

export type EventPayload<S extends Service, E extends keyof S['events']> = z.output<S['events'][E]>;
export type Listen<S extends Service> = <E extends keyof S['events'] & string>(event: E, listener: (payload: EventPayload<S, E>) => void) => () => void;
