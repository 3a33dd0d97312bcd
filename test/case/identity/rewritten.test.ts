import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Town } from './memory';

/** People, phones and what they do; `to` says under which of them each is entered, by number. */
interface Drawn {
  readonly people: number;
  readonly links: readonly { readonly type: 'knows' | 'called' | 'paid'; readonly from: number; readonly to: number; readonly day: number; readonly strict: boolean }[];
}

const day = (at: number): string => `2026-01-${String(at + 1).padStart(2, '0')}`;

/** Enters it all with each under the one that `as` says: themselves, or those that stand for them. Links of one with itself are left out. */
function enter({ people, links }: Drawn, as: (at: number) => number): { town: Town; ids: string[]; chart: string } {
  const town = new Town();
  const ids = Array.from({ length: people }, (_, at) => town.entity('person', { familyName: `Naam ${at}` }));
  for (const link of links) {
    const [from, to] = [as(link.from), as(link.to)];
    if (from === to || link.from === link.to) continue;
    const said: Record<string, string> = link.type === 'paid' ? { at: day(link.day), amount: `${link.day + 1}.00 EUR` } : link.type === 'called' ? { at: day(link.day) } : {};
    town.link(link.type, ids[from]!, ids[to]!, said, link.strict ? { handling: [{ scheme: 'europolHandling', code: 'H2' }] } : {});
  }
  return { town, ids, chart: town.chart('Alle', ...ids.filter((_, at) => as(at) === at)) };
}

const size = 6;
const person = fc.nat({ max: size - 1 });
const drawn = fc.record({
  people: fc.constant(size),
  links: fc.array(fc.record({ type: fc.constantFrom('knows' as const, 'called' as const, 'paid' as const), from: person, to: person, day: fc.nat({ max: 5 }), strict: fc.boolean() }), { maxLength: 16 }),
});

it('joined by judgements reads as if it had been entered under one', () => {
  fc.assert(fc.property(drawn, fc.array(fc.tuple(person, person), { minLength: 1, maxLength: 3 }), (network, pairs) => {
    const top = Array.from({ length: size }, (_, at) => at);
    for (const [a, b] of pairs) {
      const [one, other] = [Math.min(top[a]!, top[b]!), Math.max(top[a]!, top[b]!)];
      top.forEach((each, at) => (top[at] = each === other ? one : each));
    }
    const judged = enter(network, (at) => at);
    for (const [a, b] of pairs) if (a !== b) judged.town.judge(judged.ids[a]!, 'same', judged.ids[b]!);
    const written = enter(network, (at) => top[at]!);

    // Ids of both by number, so that answers can be laid side by side; those of links tell nothing.
    const named = (text: string, ids: readonly string[]): string => ids.reduce((all, id, at) => all.replaceAll(id, `#${at}`), text);
    const answersOf = ({ town, ids, chart }: typeof judged, mode: 'judged' | 'strict'): unknown => {
      const read = town.as(mode);
      const tops = ids.filter((_, at) => top[at] === at);
      const lines = read.chart(chart).lines.map(({ id: _id, ...line }) => line);
      const told = {
        lines: lines.toSorted((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
        counts: tops.map((id) => read.entities([id])[0]?.links),
        links: tops.map((id) => [read.links({ entity: id }).total, ...read.links({ entity: id }).links.map(({ type, from, to, fromCaption, start, amount }) => [type, from, to, fromCaption, start, amount].join(' ')).sort()]),
        neighbours: tops.map((id) => read.neighbours([id], chart)),
        expanded: tops.map((id) => {
          const { entities, lines: hanging, more } = read.expand([id]);
          return [entities.map((each) => each.caption).sort(), hanging.map((line) => `${line.from} ${line.to}`).sort(), more];
        }),
        firsts: tops.map((id) => read.expand([id], { limit: 1 }).more),
      };
      return JSON.parse(named(JSON.stringify(told), ids));
    };
    expect(answersOf(judged, 'judged')).toEqual(answersOf(written, 'strict'));
  }), { numRuns: 25 });
}, 240_000);
