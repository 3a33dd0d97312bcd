import { Failure, valueOf, type Client, type Service } from '../../shared/contract';
import { bridge } from './bridge';

/** A client for requests that main answers, derived from the contract. The bridge is looked up at the first call, so that tests can put theirs in place. */
export function mainClient<S extends Service>(service: S): Client<S> {
  return Object.fromEntries(Object.keys(service.requests).map((name) => [name, async (args: unknown) => {
    const call = bridge().requests[name];
    if (!call) throw new Failure('unknownRequest', { name });
    return valueOf(await call(args));
  }])) as unknown as Client<S>;
}
