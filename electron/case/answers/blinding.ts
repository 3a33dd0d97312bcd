import { v7 as newId } from 'uuid';
import type { blindingRequests } from '../../../shared/contract/blinding';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { Asks } from '../blinding/asks';
import type { Asking } from '../blinding/exchanges';
import { hitsShown, type ViewsOf } from '../blinding/hits';
import type { Served } from '../handlers';
import * as queries from '../queries';

/** How long a list that took minutes waits for an import that has begun meanwhile, in milliseconds. */
const PATIENCE = 600_000;

const unwatched = (): undefined => undefined;

/** Answers of the case about comparing lists with other services, and asking about what was found. */
export function blindingHandlers({ person, tokens, imports, exchanges, viewing, progress }: Served): Handlers<{ readonly requests: typeof blindingRequests; readonly events: Events }> {
  const asks = new Asks(exchanges);
  const asking = (): Asking => ({ actor: person.actor, language: person.language, quiet: () => imports.quiet(PATIENCE) });
  const viewsOf: ViewsOf = (ids) => queries.entities(viewing.reading.db, viewing.reading.catalogue, viewing.reading.identity, { ids: [...ids] });
  return {
    'case.blindExchanges': () => exchanges.list(person.actor),
    'case.blindKinds': ({ job, scope, about }) => exchanges.kinds(job, scope, about, (step) => progress({ job, ...step })),
    'case.beginBlind': async ({ job, out, ...wish }) => exchanges.begin(job, await tokens.path(out), wish, asking(), (step) => progress({ job, ...step })),
    'case.blindFile': async ({ file }) => exchanges.look(`look ${newId()}`, await tokens.path(file), person.actor, unwatched),
    'case.answerBlind': async ({ job, out, file, ...answer }) => exchanges.answer(job, await tokens.path(out), await tokens.path(file), answer, asking(), (step) => progress({ job, ...step })),
    'case.refuseBlind': async ({ file, reason }) => exchanges.refuse(await tokens.path(file), reason, asking()),
    'case.concludeBlind': async ({ job, file, out }) => exchanges.conclude(job, await tokens.path(file), out === null ? null : await tokens.path(out), asking(), (step) => progress({ job, ...step })),
    'case.cancelBlind': async ({ id }) => {
      await imports.quiet(PATIENCE);
      return exchanges.abandon(id, person.actor);
    },
    'case.blindHits': ({ id }) => {
      const exchange = exchanges.kept.exchange(id);
      if (exchange === null) throw new Failure('blindNotFound');
      return hitsShown(exchange, viewsOf);
    },
    'case.sendAsk': async ({ out, ...wish }) => asks.send(await tokens.path(out), wish, asking()),
    'case.openAsk': async ({ file }) => asks.open(await tokens.path(file), asking()),
    'case.askedEntities': ({ id }) => {
      const ask = exchanges.kept.ask(id);
      if (ask === null) throw new Failure('blindNotFound');
      return ask.subjects.map(({ kinds, entities }) => ({ kinds, entities: [...viewsOf(entities)] }));
    },
    'case.endAsk': async ({ id, ...end }) => {
      await imports.quiet(PATIENCE);
      return asks.end(id, end, person.actor);
    },
  };
}
