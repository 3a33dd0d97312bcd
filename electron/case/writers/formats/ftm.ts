import { OWN_NAME } from '../../../../shared/mapping/ownRecord';
import { ownMember } from '../../importers/formats/ftm/own';
import type { OwnProxy } from '../../importers/formats/ftm/own';
import type { Outgoing, Sink, Writer } from '../outgoing';
import { OwnWriting, ownText } from '../own';
import { edgeProxy } from './ftm/edge';
import type { End } from './ftm/edge';
import { entityProxy, numberOf } from './ftm/entity';
import type { EntityProxy } from './ftm/entity';

/** One line; keys in this order, so that a reader that looks at the head knows what it is. */
function line(id: string, { schema, properties }: EntityProxy, ends: OwnProxy['ends'], own: string): string {
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(properties), [OWN_NAME]: ownMember({ schema, properties }, ends, own) })}\n`;
}

/**
 * FollowTheMoney, as Aleph and OpenSanctions take it: one entity or edge per line, by the nearest schema that there is. What the schemata have no property for stands
 * in notes (of edges, descriptions), in words.
 *
 * The member "knoop" of each line, which these tools pass over and keep, holds all that its statements say, with evaluation, place and style: from it Knoop reads the
 * line back exactly. Where somebody changed the properties since, those come in beside it.
 *
 * Not in the properties: which source says what, grades, handling, doubts and original spellings, drawings, approximate dates as such; not in the file at all:
 * pins, groups and notes of a chart, judgements, and the source documents.
 */
export const writer: Writer = {
  id: 'ftm',
  mediaType: 'application/json+ftm',
  ending: '.ftm.json',
  write(outgoing: Outgoing, sink: Sink, step: () => void): void {
    const own = new OwnWriting(outgoing);
    const ends = new Map<string, Omit<End, 'id'>>();
    for (const entity of outgoing.entities()) {
      const proxy = entityProxy(entity, outgoing);
      ends.set(entity.id, { schema: proxy.schema, number: numberOf(entity) });
      sink(line(entity.id, proxy, null, ownText(own.entity(entity))));
      step();
    }
    for (const link of outgoing.links()) {
      const end = (id: string): End => ({ id, ...(ends.get(id) ?? { schema: '', number: null }) });
      sink(line(link.id, edgeProxy(link, end(link.from), end(link.to), outgoing), { from: link.from, to: link.to }, ownText(own.link(link))));
      step();
    }
  },
};
