import type { Outgoing, Sink, Writer } from '../outgoing';
import { CHART, legendOf, summaryOf, VERSION } from './anx/around';
import { ChartDefinitions } from './anx/definitions';
import { element, elementText } from './anx/element';
import { ChartItems } from './anx/items';

/** Text that is gathered before it is turned into bytes. */
const PIECE = 64 * 1024;

/**
 * A chart of i2 Analyst's Notebook (8 and later) as its exchange XML, in UTF-16 as the program itself writes: icons by type, links with arrow, strength and
 * colour, an attribute per property, and a card per statement with its source, date and grades. Without a drawing, things lie in rows.
 *
 * A comment in each item, which the program passes over, holds all that its statements say; from it Knoop reads the item back exactly, unless somebody changed
 * what the program sees, which then comes in beside it. Once the program has saved the chart the comments are gone: entities are then known again by their
 * identity and links by the attribute "Knoop", and what they say is read as from any chart.
 *
 * What such a chart cannot hold, beside these comments: more than a thousand cards on an item, several values of a property as values of their own (they stand in one text), dates less precise than a day
 * (in words only), doubts and original spellings, a value's own grading (a card's, in words), sizes between the program's steps, parts of a unit in places, pins,
 * groups and notes of the chart, judgements, and the source documents.
 */
export const writer: Writer = {
  id: 'anx',
  mediaType: 'application/vnd.i2.anx+xml',
  ending: '.anx',
  passes: 2,
  write(outgoing: Outgoing, sink: Sink, step: () => void): void {
    let waiting = '';
    const put = (text: string): void => {
      waiting += text;
      if (waiting.length >= PIECE) flush();
    };
    const flush = (): void => {
      sink(Buffer.from(waiting, 'utf16le'));
      waiting = '';
    };
    const definitions = new ChartDefinitions(outgoing);
    for (const entity of outgoing.entities()) {
      definitions.meetEntity(entity);
      step();
    }
    for (const link of outgoing.links()) {
      definitions.meetLink(link);
      step();
    }
    put('\ufeff<?xml version="1.0" encoding="UTF-16"?>\n');
    put(`${elementText(element('Chart', CHART)).replace(/\/>$/, '>')}\n${elementText(element('ApplicationVersion', VERSION))}\n`);
    for (const each of [...definitions.collections(), summaryOf(outgoing)]) put(`${elementText(each)}\n`);
    put('<ChartItemCollection>\n');
    const items = new ChartItems(outgoing, definitions);
    for (const entity of outgoing.entities()) {
      put(`${items.entity(entity)}\n`);
      step();
    }
    for (const link of outgoing.links()) {
      put(`${items.link(link)}\n`);
      step();
    }
    put('</ChartItemCollection>\n');
    for (const each of [...definitions.endings(), legendOf(outgoing, definitions)]) put(`${elementText(each)}\n`);
    put('</Chart>\n');
    flush();
  },
};
